"""Runs the features on regimes."""

from pytest_bdd import scenarios

scenarios("regimes")
