"""Runs the features on vocabulary."""

from pytest_bdd import scenarios

scenarios("vocabulary")
