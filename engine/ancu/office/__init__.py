"""The office in a browser: the register's entries, what waits for approval, what is due, and the plan.

It stands above register, notices and plan, and adds its pages to the service, which knows of none of them. All that is
written goes through the acts of the register, as from the command line.
"""

from ancu import extras
from ancu.errors import ExtraMissingError, Problem

if not extras.register():
    raise ExtraMissingError(Problem("register_needs_extra", {}))
