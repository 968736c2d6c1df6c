"""Runs the features on secrecy."""

from pytest_bdd import scenarios

scenarios("secrecy")
