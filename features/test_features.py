"""Runs every .feature file below this folder."""

from pytest_bdd import scenarios

from ancu.specs.steps import ENCODING

scenarios(".", encoding=ENCODING)
