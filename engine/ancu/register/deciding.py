"""Decisions as the register holds them: what is chained names nobody, what is personal stands apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from ancu.decision.contract import Reason
from ancu.decision.deciding import Record, decide
from ancu.decision.model import Decision
from ancu.messages import LANGUAGES
from ancu.register.people import PersonalData, personal_data
from ancu.rulebook.rulebook import Rulebook

#: What of a decision is of the person, not of the law.
_PERSONAL = {"case", "household"}


def decide_on(book: Rulebook, record: Record, programme: str, day: date) -> Decision:
    """The decision on ``day``, whatever day the record names."""
    return decide(book, replace(record, as_of=day), programme)


def chained(decision: Decision) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The decision and its reasons as an entry holds them."""
    written = decision.model_dump(mode="json", exclude=_PERSONAL)
    told = set(decision.told)
    reasons = [
        reason.model_dump(mode="json", include={"condition", "outcome", "ground", "basis"})
        for reason in _named(decision.reasons, told)
    ]
    return written, reasons


def personal(decision: Decision, record: Record, application: str, case: str, kept: Mapping[str, str]) -> PersonalData:
    """The personal data of a decision: the facts, and the reasons with the facts that they read."""
    reasons = [reason.model_dump(mode="json") for reason in decision.reasons_at("facts", "facts")]
    texts: dict[str, list[str]] = {lang: decision.texts(lang).reasons for lang in LANGUAGES}
    return personal_data(application, case, record, reasons, texts, kept)


def _named(reasons: list[Reason], names: set[str]) -> list[Reason]:
    """The reasons called ``names``, wherever in the tree they stand, each once."""
    found: dict[str, Reason] = {}
    open_ = list(reasons)
    while open_:
        reason = open_.pop(0)
        if reason.condition in names:
            found.setdefault(reason.condition, reason)
        open_.extend(reason.parts)
    return list(found.values())
