"""The cases that notices are sent on: a decision, who is told, and by what number it can be found again."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from ancu.chain import canonical
from ancu.decision.deciding import Record, decide
from ancu.decision.model import Decision
from ancu.decision.moments import moment_of
from ancu.household.members import Household, besides_of
from ancu.messages import LANGUAGES, message
from ancu.notices.tags import clean
from ancu.rulebook.member_names import FULL_NAME, NUMBER
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import is_blank, normalise
from ancu.service.written import written_facts

#: How much of a digest names a decision: 128 bits, which nobody meets twice.
_DIGITS = 32
_REMARK = re.compile(r"\s*\([^()]*\)\s*$")


@dataclass(frozen=True)
class LateStep:
    """A step that was to be taken by a ``day`` and was not: its title, by whom, and where it stands in law."""

    title: str
    who: str
    day: date
    basis: str


@dataclass(frozen=True)
class CaseOfNotice:
    """A decision and whom it concerns; what is not known is empty. ``receipt`` is the id by which it is found again."""

    decision: Decision
    receipt: str
    full_name: str = ""
    personal_number: str = ""
    address: str = ""
    filed: str = ""
    project: str = ""
    #: The names of the other members of the household; None where nobody has listed them.
    members: tuple[str, ...] | None = None
    #: What is late; None where nobody keeps account of it.
    late: tuple[LateStep, ...] | None = None

    @property
    def case(self) -> str:
        """What the dossier is called; empty where it has no id."""
        return clean(self.decision.case or "")


@dataclass(frozen=True)
class Buyer:
    """Who has bought, as a list of buyers tells it: a case of which no decision is asked."""

    case: str
    full_name: str = ""
    personal_number: str = ""
    address: str = ""
    filed: str = ""
    project: str = ""
    members: tuple[str, ...] | None = None


def receipt_id(decision: Decision) -> str:
    """The id of a decision: of what it says, the case and the facts that were judged, SHA-256, in capitals.

    The same record under the same rulebook by the same version has the same, so whoever judges the case again finds it.
    """
    facts = written_facts(decision.context.record)
    written = {"decision": decision.model_dump(mode="json", exclude={"household"}), "facts": facts}
    return hashlib.sha256(canonical(written)).hexdigest()[:_DIGITS].upper()


def case_of(
    book: Rulebook, record: Record, programme: str, day: date, cells: Mapping[Any, Any] | None = None, project: str = ""
) -> CaseOfNotice:
    """The case of ``record``, decided under ``programme`` on ``day``; ``cells`` of its row tell whom it concerns."""
    decision = decide(book, replace(record, as_of=day), programme)
    told = whom(record.household, cells or {})
    return CaseOfNotice(decision, receipt_id(decision), **{**told, "project": told["project"] or project})


def whom(household: Household | None, cells: Mapping[Any, Any]) -> dict[str, Any]:
    """Name, number, address, day of filing, project and members: those of the household, else of the cells of a row."""
    found: dict[str, Any] = dict.fromkeys(("full_name", "personal_number", "address", "filed", "project"), "")
    for header, cell in cells.items():
        field = _field_of(str(header))
        if field is not None and not found[field] and not is_blank(cell):
            found[field] = _text(cell)
    found["members"] = None
    if household is not None:
        applicant = household.applicant
        found["full_name"] = clean(applicant.full_name or "") or found["full_name"]
        if applicant.number is not None and not applicant.number.hashed:
            found["personal_number"] = applicant.number.kept
        others = [one.full_name for one in household.members if one is not applicant]
        # Nobody listed besides is nobody only where the list is complete.
        if all(others) and (others or household.complete):
            found["members"] = tuple(clean(name) for name in others if name)
    return found


def _text(cell: object) -> str:
    if isinstance(cell, datetime):
        return f"{cell:%d/%m/%Y %H:%M}" if (cell.hour, cell.minute) != (0, 0) else f"{cell:%d/%m/%Y}"
    return f"{cell:%d/%m/%Y}" if isinstance(cell, date) else clean(str(cell))


def _field_of(header: str) -> str | None:
    """What a column tells of whom a notice concerns; a remark in brackets at its end does not matter."""
    header = _REMARK.sub("", header)
    besides = besides_of(header)
    if besides in (FULL_NAME, NUMBER):
        return "full_name" if besides == FULL_NAME else "personal_number"
    if moment_of(header) == "filing":
        return "filed"
    return _COLUMNS.get(normalise(header))


def _names(field: str) -> Iterable[str]:
    return (normalise(name) for lang in LANGUAGES for name in message(f"names_of_{field}", lang).split("; "))


_COLUMNS = {name: field for field in ("address", "project") for name in _names(field)} | dict.fromkeys(
    _names("head_of_household"), "full_name"
)
