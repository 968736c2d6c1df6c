"""Runs the features on requesting."""

from pytest_bdd import scenarios

scenarios("requesting")
