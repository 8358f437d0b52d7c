"""One case over HTTP: read, chosen programmes decided, told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from unicodedata import normalize

from pydantic import ValidationError

from ancu.decision.deciding import Record, decide, decide_all
from ancu.decision.model import Decision
from ancu.decision.preferences import choice_text, choose_between
from ancu.decision.two_key import Engine
from ancu.errors import Problem, UnknownNameError
from ancu.kept import kept
from ancu.messages import Language
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import ValueProblem, parse_date
from ancu.service.json_objects import read_object
from ancu.service.problems import HttpError, unfit_request
from ancu.service.records import Reader, read
from ancu.service.schemas import (
    CaseRequest,
    ChangeTextsOut,
    ChoiceOut,
    DecisionChanges,
    Explanation,
    NotCovered,
    TextsOut,
)


@dataclass(frozen=True)
class RequestedCase:
    """A case as asked for.

    ``named`` tells whether the caller chose the programmes, ``changes`` whether he asks what would make them another.
    """

    record: Record
    programmes: tuple[str, ...]
    named: bool
    day: date
    changes: bool = False


def case_of(book: Rulebook, content: bytes) -> RequestedCase:
    """The case that a request holds; :class:`~ancu.errors.AncuError` where it is at fault."""
    written = read_object(content)
    record = written.get("record")
    try:
        # Its values are read by the vocabulary, which says more of what is wrong with one.
        asked = CaseRequest.model_validate({**written, "record": {}} if isinstance(record, dict) else written)
    except ValidationError as error:
        raise unfit_request(error) from error
    assert isinstance(record, dict)
    sure = asked.confirmed
    found = read(book, record, sure, "/record") if sure else _reader_of(book).read(record, "/record")
    day = found.as_of or day_of(asked.as_of)
    return RequestedCase(found, chosen(book, asked.programmes), bool(asked.programmes), day, asked.changes)


@kept
def _reader_of(book: Rulebook) -> Reader:
    """Reads the records of single cases."""
    return Reader(book, every_value=False)


def day_of(written: str | None) -> date:
    """The day written; today for none."""
    if written is None:
        return date.today()
    try:
        return parse_date(written)
    except ValueProblem as error:
        values = {"name": "as_of", "value": written[:80], "problem": error.text}
        raise HttpError(422, "request", Problem("fact_unfit", values)) from error


def chosen(book: Rulebook, names: Sequence[str] | None) -> tuple[str, ...]:
    """The programmes called ``names``; all for none."""
    if not names:
        return tuple(book.programmes)
    try:
        return tuple(dict.fromkeys(book.programme(normalize("NFC", name[:300])).programme for name in names))
    except UnknownNameError as error:
        problems = [Problem(p.kind, {**p.values, "name": str(p.values["name"])[:80]}) for p in error.problems]
        raise HttpError(422, "unknown-name", problems) from error


def decisions_on(
    book: Rulebook, case: RequestedCase, engine: Engine = "two_key"
) -> tuple[list[Decision], list[NotCovered]]:
    """The decisions, by two engines unless one is named. A programme asked for by name must be covered, others are
    listed apart.
    """
    starts = {name: book.programmes[name].covered_from for name in case.programmes}
    covered = [name for name, start in starts.items() if case.day >= start]
    uncovered = [
        NotCovered(programme=name, covered_from=start) for name, start in starts.items() if name not in covered
    ]
    if case.named and uncovered:
        decide(book, case.record, uncovered[0].programme, case.day)  # which is refused
    return decide_all(book, case.record, covered, case.day, engine) if covered else [], uncovered


def choices_between(book: Rulebook, decisions: Sequence[Decision], lang: Language) -> list[ChoiceOut]:
    """What the case may take of what it is eligible for."""
    return [
        ChoiceOut(
            preference=choice.preference,
            eligible=list(choice.eligible),
            open_to=list(choice.open_to),
            text=choice_text(book, choice, lang),
        )
        for choice in choose_between(book, decisions)
    ]


def explanation_of(decision: Decision, lang: Language) -> Explanation:
    """A decision with its tree of reasons and its texts."""
    texts = TextsOut(**dict(decision.texts(lang)), whole=decision.explain(lang))
    return Explanation(decision=decision, reasons=decision.reasons, texts=texts)


def changes_out(case: RequestedCase, decisions: Sequence[Decision], lang: Language) -> list[DecisionChanges] | None:
    """What would make each of ``decisions`` another, where ``case`` asks for it."""
    if not case.changes:
        return None
    return [
        DecisionChanges(
            programme=decision.programme,
            changes=decision.changes,
            texts=ChangeTextsOut(**dict(decision.changes.texts(lang))),
        )
        for decision in decisions
    ]
