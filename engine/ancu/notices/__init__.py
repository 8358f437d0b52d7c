"""What an office sends and publishes: notices of decisions, the citizen's slip, and lists that law has made public."""

from ancu import extras
from ancu.errors import ExtraMissingError, Problem

if not extras.notices():
    raise ExtraMissingError(Problem("notices_need_extra", {}))
