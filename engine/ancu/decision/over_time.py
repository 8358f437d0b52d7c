"""One household at several moments of its application: what holds at each, what changes, and from which day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import pairwise

from ancu.decision.arguments import check_language, one_of, shown
from ancu.decision.contract import Contract
from ancu.decision.deciding import Case, Record, decide, record_of
from ancu.decision.model import Decision
from ancu.decision.moment_decision import MomentDecision
from ancu.decision.moments import read_moments
from ancu.decision.over_time_texts import moments_texts
from ancu.decision.status_changes import DatedCase, Standing, StatusChange
from ancu.decision.two_key import Engine
from ancu.errors import Problem, RecordError
from ancu.messages import Language
from ancu.rulebook.foreign import native
from ancu.rulebook.rulebook import Rulebook


class MomentsDecision(Contract):
    """What holds of one case and programme at several moments, and every change from one to the next."""

    case: str | None
    programme: str
    moments: list[MomentDecision]
    changes: list[StatusChange]

    def texts(self, lang: Language = "vi") -> list[str]:
        """What holds at the moments and what changes, a sentence each."""
        check_language(lang)
        return moments_texts(self.moments, self.changes, lang)


def decide_moments(
    book: Rulebook,
    case: Case,
    programme: str,
    moments: Mapping[str, object] | None = None,
    engine: Engine = "two_key",
) -> MomentsDecision:
    """Decide ``case`` under ``programme`` on the day of each of ``moments``: filing, confirmation, lot, signing.

    Days left out are those that the record states. What the record says of members without a date held on the day it
    was made, which is the last moment unless it says another. Raises :class:`RecordError` for fewer than two moments or
    one that cannot be read, and otherwise as :func:`ancu.decide`.
    """
    record = record_of(book, case)
    one_of("engine", engine, Engine)
    if moments is not None and not isinstance(moments, Mapping):
        raise RecordError(Problem("moments_no_mapping", {"value": shown(moments)}))
    stated = {str(moment): native(day) for moment, day in (moments or {}).items()}
    given = {**record.moments, **read_moments(stated)}
    days = read_moments({str(moment): day for moment, day in given.items()})
    if len(days) < 2:
        raise RecordError(Problem("moments_too_few", {"count": len(days)}))
    name = book.programme(programme).programme
    last = max(days.values())
    if record.household is not None and record.household.recorded_on is None:
        record = replace(record, household=replace(record.household, recorded_on=last))
    at = [
        MomentDecision(moment=moment, on=day, decision=_on(book, record, name, day, engine))
        for moment, day in days.items()
    ]
    changes = [change for earlier, later in pairwise(at) for change in _changes(book, record, name, earlier, later)]
    return MomentsDecision(case=record.case, programme=name, moments=at, changes=changes)


def _on(book: Rulebook, record: Record, programme: str, day: date, engine: Engine) -> Decision:
    return decide(book, replace(record, as_of=day), programme, engine=engine)


def _changes(
    book: Rulebook, record: Record, programme: str, earlier: MomentDecision, later: MomentDecision
) -> Iterator[StatusChange]:
    """The changes after one moment up to the next."""

    def standing_on(day: date) -> Standing:
        decision = _on(book, record, programme, day, "direct")
        return decision.status, decision.why

    standing = (earlier.decision.status, earlier.decision.why)
    return DatedCase(book, record.facts, record.household).changes(earlier.on, standing, later.on, standing_on)
