"""Runs the features on breach."""

from pytest_bdd import scenarios

scenarios("breach")
