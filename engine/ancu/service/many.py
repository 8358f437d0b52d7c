"""Judging many records at once: through columns where the extra ``columns`` is installed, else one by one.

:func:`judge_many` is the whole seam: a faster pipeline can take its place.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from importlib.util import find_spec
from threading import Lock
from typing import Any, Literal

import ancu
from ancu.batch.outcomes import Kind, kind_of
from ancu.decision.deciding import Record, decide
from ancu.errors import IntegrityError, Problem
from ancu.inference import rete
from ancu.inference.verdicts import NOT_COVERED, VERDICTS
from ancu.rulebook.rulebook import Rulebook

#: From how many records on columns are worth preparing them for.
WORTH_COLUMNS = 150
#: How many new kinds of outcome one call has two engines judge again.
REFEREE_BUDGET = 200
#: How many engines are kept prepared, and how many kinds of outcome are remembered as confirmed.
MOST_ENGINES, MOST_CONFIRMED = 100, 100_000


@dataclass(frozen=True)
class Judged:
    """The decisions on one record, each as JSON text of :func:`brief`; which engine made them.

    ``uncovered``: the programmes that the rulebook does not cover on the record's day.
    """

    record: Record
    day: date
    decisions: tuple[str, ...]
    statuses: tuple[str, ...]
    uncovered: tuple[str, ...]
    concluded_by: Literal["columns", "direct"]


def brief(kind: Kind, day: date) -> dict[str, Any]:
    """What is said of each of many cases: less than of one, so that columns can say it too."""
    status, why = VERDICTS[kind.verdict]
    return {
        "programme": kind.programme,
        "as_of": day.isoformat(),
        "status": status,
        "why": why,
        "provisional": kind.provisional,
        "carried": list(kind.carried),
        "missing": list(kind.missing),
        "unset": list(kind.unset),
    }


@dataclass
class Referee:
    """Has a record of each kind of outcome that columns come to judged again, from its facts, by two engines.

    A kind is a programme, the law and region applied, a verdict and the conditions that carry it. What has been
    confirmed stays confirmed for the life of the process.
    """

    book: Rulebook
    confirmed: set[Kind] = field(default_factory=set)

    def review(self, found: Iterable[tuple[Kind, Record, date]]) -> None:
        """Judge again where the kind is new, within the budget. Raises :class:`IntegrityError` on any difference."""
        left = REFEREE_BUDGET
        for kind, record, day in found:
            reduced = kind.reduced()
            if reduced in self.confirmed:
                continue
            if left == 0:
                return
            left -= 1
            again = decide(self.book, record, kind.programme, day, "two_key" if rete.AVAILABLE else "direct")
            if kind_of(self.book, record, kind.programme, day, again) != kind:
                values = {"case": record.case or "?", "programme": kind.programme}
                raise IntegrityError(Problem("referee_differs", values))
            if len(self.confirmed) >= MOST_CONFIRMED:
                self.confirmed.clear()
            self.confirmed.add(reduced)


def judge_many(
    book: Rulebook, records: Sequence[Record], programmes: Sequence[str], as_of: date, referee: Referee
) -> list[Judged]:
    """Judge each of ``records`` under each of ``programmes`` on its own day, else ``as_of``."""
    days = [record.as_of or as_of for record in records]
    fit = all(book.programmes[name].governed_by is None for name in programmes)
    installed = all(find_spec(name) is not None for name in ("numpy", "pyarrow"))
    if len(records) < WORTH_COLUMNS or not fit or not installed:
        return [_directly(book, record, programmes, day) for record, day in zip(records, days, strict=True)]
    return _in_columns(book, records, programmes, days, referee)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _directly(book: Rulebook, record: Record, programmes: Sequence[str], day: date) -> Judged:
    kinds = []
    for name in programmes:
        covered = day >= book.programmes[name].covered_from
        decision = decide(book, record, name, day, "direct") if covered else None
        kinds.append(kind_of(book, record, name, day, decision))
    return _judged(record, day, [(kind, _json(brief(kind, day))) for kind in kinds], "direct")


def _judged(record: Record, day: date, told: Sequence[tuple[Kind, str]], by: Literal["columns", "direct"]) -> Judged:
    covered = [(kind.status, text) for kind, text in told if kind.verdict != NOT_COVERED]
    uncovered = tuple(kind.programme for kind, _ in told if kind.verdict == NOT_COVERED)
    return Judged(record, day, tuple(t for _, t in covered), tuple(s for s, _ in covered), uncovered, by)


# -- columns ----------------------------------------------------------------------------------------------------------


def _in_columns(
    book: Rulebook, records: Sequence[Record], programmes: Sequence[str], days: list[date], referee: Referee
) -> list[Judged]:
    found = [_tell(part, records, days, referee) for part in _run(book, records, programmes, days)]
    return [
        _judged(record, day, told, "columns")
        for record, day, told in zip(records, days, zip(*found, strict=True), strict=True)
    ]


def _tell(part: Any, records: Sequence[Record], days: list[date], referee: Referee) -> list[tuple[Kind, str]]:
    """What a programme comes to for each record; rows that are alike are told once."""
    import numpy as np

    from ancu.batch.judged_table import grouped

    ordinals = np.fromiter((day.toordinal() for day in days), np.int64, len(days))
    alike = grouped([*part.depends("reasons"), part.provisional, part.causes, ordinals])
    told: list[tuple[Kind, str]] = []
    for row in alike.first.tolist():
        kind = part.kind(row)
        told.append((kind, _json(brief(kind, days[row]))))
    new = zip(told, alike.first.tolist(), strict=True)
    referee.review((kind, records[row], days[row]) for (kind, _), row in new if kind.verdict != NOT_COVERED)
    return [told[group] for group in alike.groups.tolist()]


def _run(book: Rulebook, records: Sequence[Record], programmes: Sequence[str], days: list[date]) -> list[Any]:
    """The columns' answer for each programme, a row for each record, in their order."""
    engine, lookup = _engine(book, tuple(programmes), book.epochs.index(min(days)), book.epochs.index(max(days)))
    parts = lookup.table(engine.judge(_table(book, engine.facts, records, days))).parts
    return [parts[name] for name in programmes]


_preparing = Lock()


def _engine(book: Rulebook, programmes: tuple[str, ...], first: int, last: int) -> Any:
    """The programmes of the epochs from ``first`` to ``last``, prepared once, and how to read their answer."""
    from ancu.batch.judged_table import Lookup
    from ancu.inference.bits.judge import BitJudge

    kept: dict[Any, Any] = book.__dict__.setdefault("_service_engines", {})
    key = (programmes, first, last)
    with _preparing:
        if key not in kept:
            if len(kept) >= MOST_ENGINES:
                kept.pop(next(iter(kept)))
            engine = BitJudge(book, programmes, range(first, last + 1), detail=True)
            kept[key] = (engine, Lookup(book, engine.parts, engine.values, "vi"))
        return kept[key]


def _table(book: Rulebook, facts: Sequence[str], records: Sequence[Record], days: list[date]) -> Any:
    """The records as the engine reads them: a row for each; unknown facts are null."""
    import pyarrow as pa

    from ancu.inference.tables import column_type, column_value
    from ancu.screening.cells.arrow import ARROW_TYPES

    columns: dict[str, list[Any]] = {name: [None] * len(records) for name in facts}
    for i, record in enumerate(records):
        for name, value in record.facts.items():
            if name in columns:
                columns[name][i] = value
    arrays = {"as_of": pa.array(days, pa.date32())}
    for name, values in columns.items():
        type_ = ARROW_TYPES[column_type(book, name)]
        if book.facts[name].value_type.kind in ("date", "list"):
            values = [column_value(book, name, value) for value in values]
        arrays[name] = pa.array(values, type_)
    return pa.table(arrays)


def receipt(book: Rulebook, judged: Judged) -> dict[str, Any]:
    """What is needed to trust and to repeat the decisions on one record."""
    return {
        "contract": 1,
        "rulebook": book.digest,
        "as_of": judged.day.isoformat(),
        "engine": ancu.__version__,
        "concluded_by": judged.concluded_by,
    }
