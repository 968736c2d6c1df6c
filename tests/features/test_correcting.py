"""Runs the features on correcting."""

from pytest_bdd import scenarios

scenarios("correcting")
