"""Judging many records at once: through columns where the extra ``columns`` is installed, else one by one.

:func:`judge_many` is the whole seam: a faster pipeline can take its place.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from ancu import extras
from ancu.batch.outcomes import CaseOutcome, case_outcome
from ancu.batch.referee import Referee
from ancu.decision.deciding import Record, decide, decide_all
from ancu.decision.model import Decision
from ancu.decision.what_if.changes import ChangeSet
from ancu.decision.what_if.singles import single_sets_of
from ancu.inference.verdicts import INELIGIBLE, NOT_COVERED, VERDICTS
from ancu.rulebook.rulebook import Rulebook
from ancu.version import __version__

if TYPE_CHECKING:
    import pyarrow

    from ancu.batch.judged_table import JudgedPart

#: From how many records on columns are worth preparing them for.
WORTH_COLUMNS = 150
#: How many new outcomes one call has two engines judge again.
REFEREE_BUDGET = 200


@dataclass(frozen=True, eq=False)
class SaidOfMany:
    """What is said of all cases that come out alike: each decision as JSON text of :func:`brief`; who made them.

    ``uncovered``: the programmes that the rulebook does not cover on the day. ``text``: both as members of a JSON
    object.
    """

    decisions: tuple[str, ...]
    statuses: tuple[str, ...]
    uncovered: tuple[str, ...]
    concluded_by: Literal["columns", "direct"]
    text: str


class Judged(NamedTuple):
    """The decisions on one record."""

    record: Record
    day: date
    said: SaidOfMany


def brief(outcome: CaseOutcome, day: date, decision: Decision | None = None) -> dict[str, Any]:
    """What is said of each of many cases: less than of one, so that columns can say it too.

    Of a case with members the ``decision`` on it also says whose its facts are.
    """
    status, why = VERDICTS[outcome.verdict]
    household = decision.household if decision is not None else None
    return {
        "programme": outcome.programme,
        "as_of": day.isoformat(),
        "status": status,
        "why": why,
        "provisional": outcome.provisional,
        "carried": list(outcome.carried),
        "missing": list(outcome.missing),
        "unset": list(outcome.unset),
        "conflicts": list(outcome.conflicts),
        "open_options": list(outcome.open_options),
        "missing_for_benefit": list(outcome.missing_for_benefit),
        "open_ranks": list(outcome.open_ranks),
        "missing_for_priority": list(outcome.missing_for_priority),
        **({"household": household.model_dump(mode="json")} if household is not None else {}),
    }


def judge_many(
    book: Rulebook,
    records: Sequence[Record],
    programmes: Sequence[str],
    as_of: date,
    confirmed: set[CaseOutcome],
    *,
    changes: bool = False,
) -> list[Judged]:
    """Judge each of ``records`` under each of ``programmes`` on its own day, else ``as_of``.

    ``changes``: of refused ones also what one change alone would do, which bounds what is searched for each.

    A case of each outcome that is not yet ``confirmed`` is judged again, up to a budget; :class:`IntegrityError` where
    the engines differ.
    """
    cases = [(record, record.as_of or as_of) for record in records]
    flat = [(record, day) for record, day in cases if record.household is None]
    if len(flat) >= WORTH_COLUMNS and extras.columns():
        from ancu.batch.judge import fit_for_columns

        if fit_for_columns(book, programmes):
            alone, days = [record for record, _ in flat], [day for _, day in flat]
            referee = Referee(book, programmes, REFEREE_BUDGET, confirmed)
            judged = iter(_in_columns(book, alone, programmes, days, referee, changes))
            return [
                _directly(book, record, programmes, day, changes) if record.household is not None else next(judged)
                for record, day in cases
            ]
    return [_directly(book, record, programmes, day, changes) for record, day in cases]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _directly(book: Rulebook, record: Record, programmes: Sequence[str], day: date, changes: bool) -> Judged:
    decisions = {found.programme: found for found in decide_all(book, record, programmes, day, "direct")}
    told = []
    for name in programmes:
        decision = decisions.get(name)
        outcome = case_outcome(book, record, name, day, decision)
        text = _json(brief(outcome, day, decision))
        if changes and decision is not None and decision.status == "ineligible":
            text = _with_changes(text, single_sets_of(decision))
        told.append((outcome, text))
    return Judged(record, day, _said(told, "direct"))


def _said(told: Iterable[tuple[CaseOutcome, str]], by: Literal["columns", "direct"]) -> SaidOfMany:
    covered, uncovered = [], []
    for outcome, text in told:
        if outcome.verdict == NOT_COVERED:
            uncovered.append(outcome.programme)
        else:
            covered.append((outcome.status, text))
    decisions = tuple(text for _, text in covered)
    whole = f'"decisions":[{",".join(decisions)}],"not_covered":{json.dumps(uncovered, ensure_ascii=False)}'
    return SaidOfMany(decisions, tuple(status for status, _ in covered), tuple(uncovered), by, whole)


# -- columns ----------------------------------------------------------------------------------------------------------


def _in_columns(
    book: Rulebook,
    records: Sequence[Record],
    programmes: Sequence[str],
    days: list[date],
    referee: Referee,
    changes: bool,
) -> list[Judged]:
    from ancu.batch.judge import judges_of
    from ancu.batch.source import table_of

    judge = judges_of(book).between(programmes, min(days), max(days))
    table = table_of(book, judge.engine.facts, records, days)
    parts = judge.judge(table).parts
    told = [_tell(parts[name], records, days, referee) for name in programmes]
    if changes:  # which are each record's own
        told = [([outcomes[group] for group in groups], list(range(len(records)))) for outcomes, groups in told]
        for name, (each, _) in zip(programmes, told, strict=True):
            _tell_changes(book, parts[name], table, records, days, each)
    # Rows that are alike under every programme share what is said of them.
    known: dict[tuple[int, ...], SaidOfMany] = {}
    judged = []
    for record, day, alike in zip(records, days, zip(*(groups for _, groups in told), strict=True), strict=True):
        said = known.get(alike)
        if said is None:
            outcomes = (outcomes[group] for (outcomes, _), group in zip(told, alike, strict=True))
            said = known[alike] = _said(outcomes, "columns")
        judged.append(Judged(record, day, said))
    return judged


def _tell(
    part: JudgedPart, records: Sequence[Record], days: list[date], referee: Referee
) -> tuple[list[tuple[CaseOutcome, str]], list[int]]:
    """What a programme comes to, told once for rows that are alike; and which of that each record comes to."""
    import numpy as np

    from ancu.batch.judged_table import grouped

    ordinals = np.fromiter((day.toordinal() for day in days), np.int64, len(days))
    alike = grouped([*part.depends("reasons"), part.provisional, part.causes, part.law, part.open, ordinals])
    told: list[tuple[CaseOutcome, str]] = []
    for row in alike.first.tolist():
        outcome = part.outcome(row)
        if referee.wants(outcome):
            referee.review(outcome, records[row], days[row])
        told.append((outcome, _json(brief(outcome, days[row]))))
    return told, alike.groups.tolist()


def _tell_changes(
    book: Rulebook,
    part: JudgedPart,
    table: pyarrow.Table,
    records: Sequence[Record],
    days: list[date],
    told: list[tuple[CaseOutcome, str]],
) -> None:
    """Add what one change alone would do to what is ``told`` of refused records: found in columns, decided again."""
    from ancu.batch.single_columns import single_changes

    name = part.part.programme
    _, helping = single_changes(book, part.part.programs, table, part.verdict, part.epoch)
    for row, (outcome, text) in enumerate(told):
        if outcome.verdict == INELIGIBLE:
            sets: list[ChangeSet] = []
            if row in helping:
                decision = decide(book, replace(records[row], as_of=days[row]), name, engine="direct")
                sets = single_sets_of(decision, helping[row])
            told[row] = (outcome, _with_changes(text, sets))


def _with_changes(text: str, sets: Sequence[ChangeSet]) -> str:
    """The JSON object ``text`` with the changes beside its other members."""
    return f'{text[:-1]},"changes":{_json([one.model_dump(mode="json") for one in sets])}}}'


def receipt(book: Rulebook, judged: Judged) -> dict[str, Any]:
    """What is needed to trust and to repeat the decisions on one record."""
    return {
        "contract": 1,
        "rulebook": book.digest,
        "as_of": judged.day.isoformat(),
        "engine": __version__,
        "concluded_by": judged.said.concluded_by,
    }
