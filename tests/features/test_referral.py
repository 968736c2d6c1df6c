"""Runs the features on referral."""

from pytest_bdd import scenarios

scenarios("referral")
