"""An Cư: who in Vietnam is entitled to housing support, and why.

Load a rulebook, read a record as people write it, decide; a decision explains itself::

    book = ancu.load_rulebook()
    record = ancu.read_record(book, {"Nhóm đối tượng": "công nhân", "Thu nhập": "22 triệu"})
    ancu.decide(book, record, "social_housing_rent", as_of=date(2026, 5, 1)).explain("vi")
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ancu.decision.deciding import Record, decide, decide_all, read_record
    from ancu.decision.model import Decision
    from ancu.decision.preferring import Choice, choose_between
    from ancu.errors import AncuError
    from ancu.rulebook.loading import check_rulebook, load_rulebook
    from ancu.rulebook.rulebook import Rulebook

__version__ = "0.1.0"

# Loaded when first used: importing ancu must not cost a service its start.
_HOMES = {
    "AncuError": "ancu.errors",
    "Choice": "ancu.decision.preferring",
    "Decision": "ancu.decision.model",
    "Record": "ancu.decision.deciding",
    "Rulebook": "ancu.rulebook.rulebook",
    "check_rulebook": "ancu.rulebook.loading",
    "choose_between": "ancu.decision.preferring",
    "decide": "ancu.decision.deciding",
    "decide_all": "ancu.decision.deciding",
    "load_rulebook": "ancu.rulebook.loading",
    "read_record": "ancu.decision.deciding",
}

__all__ = [
    "AncuError",
    "Choice",
    "Decision",
    "Record",
    "Rulebook",
    "check_rulebook",
    "choose_between",
    "decide",
    "decide_all",
    "load_rulebook",
    "read_record",
]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
