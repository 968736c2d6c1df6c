"""Runs the features on privacy."""

from pytest_bdd import scenarios

scenarios("privacy")
