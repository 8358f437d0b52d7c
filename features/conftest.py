"""Steps and hooks for the features beside this file."""

from ancu.specs.steps import *
