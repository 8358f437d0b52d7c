"""An Cư: who in Vietnam is entitled to housing support, and why.

Load a rulebook, decide a case as people write it; a decision explains itself::

    book = ancu.load_rulebook()
    case = {"Nhóm đối tượng": "công nhân", "Thu nhập": "22 triệu"}
    ancu.decide(book, case, "social_housing_rent", as_of=date(2026, 5, 1)).explain("vi")

What :data:`__all__` lists is the public surface; docs/api.md prints it with its version. Nothing here keeps state
outside the rulebook it is given, starts threads, or minds being used from several or after a fork.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from ancu.version import __version__ as __version__

if TYPE_CHECKING:
    from ancu.batch.many import decide_many
    from ancu.decision.contract import Depth, OptionOutcome, Reason, Receipt, Status, Texts
    from ancu.decision.deciding import Case, Record, decide, decide_all, read_record
    from ancu.decision.each import EachDecisions, decide_each
    from ancu.decision.facts_model import facts_model
    from ancu.decision.household_choice import Application, HouseholdChoice, PersonDecisions
    from ancu.decision.model import Decision
    from ancu.decision.moment_decision import MomentDecision
    from ancu.decision.moments import Moment
    from ancu.decision.next_questions import ask_together, next_questions
    from ancu.decision.over_time import MomentsDecision, decide_moments
    from ancu.decision.preferences import Choice, choose_between
    from ancu.decision.questions import NextQuestion
    from ancu.decision.rendering import question_text
    from ancu.decision.status_changes import ChangeEvent, StatusChange
    from ancu.decision.two_key import Engine
    from ancu.decision.what_if.changes import ChangeSet, FactChange, OptionChanges
    from ancu.decision.what_if.model import Changes
    from ancu.decision.what_if.texts import ChangeTexts
    from ancu.doubles.finding import find_doubles
    from ancu.doubles.results import DoublesReport
    from ancu.errors import (
        AncuError,
        ExtraMissingError,
        InputError,
        IntegrityError,
        NotCoveredError,
        OutputError,
        Problem,
        RecordError,
        RulebookError,
        UnknownNameError,
    )
    from ancu.messages import Language
    from ancu.rulebook.loading import check_rulebook, load_rulebook
    from ancu.rulebook.rulebook import Rulebook

#: Of the public surface: the first number changes when a caller must change, the second when something is added.
API_VERSION = "1.5"

# Loaded when first used: importing ancu must not cost a service its start.
_HOMES = {
    "ancu.decision.next_questions": ("ask_together", "next_questions"),
    "ancu.decision.questions": ("NextQuestion",),
    "ancu.decision.two_key": ("Engine",),
    "ancu.decision.deciding": ("Case", "Record", "decide", "decide_all", "read_record"),
    "ancu.batch.many": ("decide_many",),
    "ancu.decision.moment_decision": ("MomentDecision",),
    "ancu.decision.status_changes": ("ChangeEvent", "StatusChange"),
    "ancu.decision.each": ("EachDecisions", "decide_each"),
    "ancu.decision.household_choice": ("Application", "HouseholdChoice", "PersonDecisions"),
    "ancu.decision.moments": ("Moment",),
    "ancu.decision.over_time": ("MomentsDecision", "decide_moments"),
    "ancu.decision.contract": ("Depth", "OptionOutcome", "Reason", "Receipt", "Status", "Texts"),
    "ancu.decision.model": ("Decision",),
    "ancu.decision.preferences": ("Choice", "choose_between"),
    "ancu.decision.rendering": ("question_text",),
    "ancu.decision.facts_model": ("facts_model",),
    "ancu.decision.what_if.changes": ("ChangeSet", "FactChange", "OptionChanges"),
    "ancu.decision.what_if.model": ("Changes",),
    "ancu.decision.what_if.texts": ("ChangeTexts",),
    "ancu.doubles.finding": ("find_doubles",),
    "ancu.doubles.results": ("DoublesReport",),
    "ancu.errors": (
        "AncuError", "ExtraMissingError", "InputError", "IntegrityError", "NotCoveredError", "OutputError", "Problem",
        "RecordError", "RulebookError", "UnknownNameError",
    ),
    "ancu.messages": ("Language",),
    "ancu.rulebook.loading": ("check_rulebook", "load_rulebook"),
    "ancu.rulebook.rulebook": ("Rulebook",),
}  # fmt: skip
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "API_VERSION",
    "AncuError",
    "Application",
    "Case",
    "ChangeEvent",
    "ChangeSet",
    "ChangeTexts",
    "Changes",
    "Choice",
    "Decision",
    "Depth",
    "DoublesReport",
    "EachDecisions",
    "Engine",
    "ExtraMissingError",
    "FactChange",
    "HouseholdChoice",
    "InputError",
    "IntegrityError",
    "Language",
    "Moment",
    "MomentDecision",
    "MomentsDecision",
    "NextQuestion",
    "NotCoveredError",
    "OptionChanges",
    "OptionOutcome",
    "OutputError",
    "PersonDecisions",
    "Problem",
    "Reason",
    "Receipt",
    "Record",
    "RecordError",
    "Rulebook",
    "RulebookError",
    "Status",
    "StatusChange",
    "Texts",
    "UnknownNameError",
    "ask_together",
    "check_rulebook",
    "choose_between",
    "decide",
    "decide_all",
    "decide_each",
    "decide_many",
    "decide_moments",
    "facts_model",
    "find_doubles",
    "load_rulebook",
    "next_questions",
    "question_text",
    "read_record",
]


def __getattr__(name: str) -> Any:
    if name in _HOME_OF:
        found = globals()[name] = getattr(import_module(_HOME_OF[name]), name)
        return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
