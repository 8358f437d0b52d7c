"""Runs every .feature file below this folder."""

from pytest_bdd import scenarios

scenarios(".")
