"""The register: the decisions of record, added to and never changed, each chained to the one before."""

from ancu import extras
from ancu.errors import ExtraMissingError, Problem

if not extras.register():
    raise ExtraMissingError(Problem("register_needs_extra", {}))
