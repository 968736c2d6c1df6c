"""Runs the features on granting."""

from pytest_bdd import scenarios

scenarios("granting")
