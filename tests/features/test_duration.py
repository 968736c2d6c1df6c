"""Runs the features on duration."""

from pytest_bdd import scenarios

scenarios("duration")
