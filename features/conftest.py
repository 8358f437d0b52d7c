"""Steps and hooks for the features beside this file."""

from ancu.specs.steps import *  # noqa: F403 - pytest finds fixtures and hooks by name
