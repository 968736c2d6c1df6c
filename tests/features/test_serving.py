"""Runs the features on serving."""

from pytest_bdd import scenarios

scenarios("serving")
