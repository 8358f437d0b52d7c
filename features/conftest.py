"""Steps and hooks for the features beside this file."""

from ancu.specs.run.steps import *
