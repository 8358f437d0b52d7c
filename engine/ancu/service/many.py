"""Judging many records at once: through columns where DuckDB is installed, else one by one.

:func:`judge_many` is the whole seam: a faster pipeline can take its place.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from importlib.util import find_spec
from threading import Lock
from typing import Any, Literal

import ancu
from ancu.decision.deciding import Record, decide
from ancu.errors import IntegrityError, Problem
from ancu.inference import rete
from ancu.inference.program import order_of, program_on
from ancu.rulebook.rulebook import Rulebook
from ancu.service.journal import brief

#: From how many records on columns are worth planning a statement for.
WORTH_COLUMNS = 150
#: How many new kinds of outcome one call has two engines judge again.
REFEREE_BUDGET = 200
#: How many statements are kept compiled.
MOST_STATEMENTS = 100


@dataclass(frozen=True)
class Judged:
    """The decisions on one record, each as JSON text (:func:`~ancu.service.journal.brief`); which engine made them.

    ``uncovered``: the programmes that the rulebook does not cover on the record's day.
    """

    record: Record
    day: date
    decisions: tuple[str, ...]
    statuses: tuple[str, ...]
    uncovered: tuple[str, ...]
    concluded_by: Literal["columns", "direct"]


@dataclass
class Referee:
    """Has a record of each kind of outcome that columns come to judged again, from its facts, by two engines.

    What has been confirmed stays confirmed for the life of the process: a kind is a programme, an epoch, a verdict and
    the conditions at the top that carry it.
    """

    book: Rulebook
    confirmed: set[tuple[Any, ...]] = field(default_factory=set)

    def review(self, found: Iterable[tuple[tuple[Any, ...], Record, date, str, str]]) -> None:
        """Judge again where the kind is new, within the budget. Raises :class:`IntegrityError` on any difference."""
        left = REFEREE_BUDGET
        for kind, record, day, programme, said in found:
            if left == 0:
                return
            left -= 1
            again = decide(self.book, record, programme, day, "two_key" if rete.AVAILABLE else "direct")
            if _json(brief(again)) != said:
                values = {"case": record.case or "?", "programme": programme}
                raise IntegrityError(Problem("referee_differs", values))
            self.confirmed.add(kind)


def judge_many(
    book: Rulebook, records: Sequence[Record], programmes: Sequence[str], as_of: date, referee: Referee
) -> list[Judged]:
    """Judge each of ``records`` under each of ``programmes`` on its own day, else ``as_of``."""
    days = [record.as_of or as_of for record in records]
    fit = [name for name in programmes if book.programmes[name].governed_by is None]
    if len(records) < WORTH_COLUMNS or len(fit) < len(programmes) or find_spec("duckdb") is None:
        return [_directly(book, record, programmes, day) for record, day in zip(records, days, strict=True)]
    return _in_columns(book, records, programmes, days, referee)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _directly(book: Rulebook, record: Record, programmes: Sequence[str], day: date) -> Judged:
    covered = [name for name in programmes if day >= book.programmes[name].covered_from]
    decisions = [decide(book, record, name, day, "direct") for name in covered]
    return Judged(
        record,
        day,
        tuple(_json(brief(decision)) for decision in decisions),
        tuple(decision.status for decision in decisions),
        tuple(name for name in programmes if name not in covered),
        "direct",
    )


# -- columns ----------------------------------------------------------------------------------------------------------

#: What columns say of a record under a programme: its status (None: not covered), the decision as JSON, and its kind.
Told = tuple[str | None, str, tuple[Any, ...]]


def _in_columns(
    book: Rulebook, records: Sequence[Record], programmes: Sequence[str], days: list[date], referee: Referee
) -> list[Judged]:
    told: dict[str, list[Told]] = {}
    with _database().cursor() as cursor:
        _fill(book, cursor, records, days)
        for programme in programmes:
            told[programme] = _tell(book, cursor, programme, days)
    judged: list[Judged] = []
    new: dict[tuple[Any, ...], tuple[tuple[Any, ...], Record, date, str, str]] = {}
    for i, (record, day) in enumerate(zip(records, days, strict=True)):
        texts, statuses, uncovered = [], [], []
        for programme in programmes:
            status, text, kind = told[programme][i]
            if status is None:
                uncovered.append(programme)
                continue
            texts.append(text)
            statuses.append(status)
            if kind not in referee.confirmed and kind not in new:
                new[kind] = (kind, record, day, programme, text)
        judged.append(Judged(record, day, tuple(texts), tuple(statuses), tuple(uncovered), "columns"))
    referee.review(new.values())
    return judged


@lru_cache(maxsize=1)
def _database() -> Any:
    import duckdb

    # In memory; a cursor is a connection of its own, with temporary tables of its own.
    return duckdb.connect(config={"enable_external_access": False})


def _fill(book: Rulebook, cursor: Any, records: Sequence[Record], days: list[date]) -> None:
    """The records as the table ``given``: a row for each, ``n`` being its place; unknown facts are NULL."""
    from ancu.inference.columnar import column_type, column_value

    columns: dict[str, list[Any]] = {}
    for i, record in enumerate(records):
        for name, value in record.facts.items():
            if name not in columns:
                columns[name] = [None] * len(records)
            columns[name][i] = value
    for name, values in columns.items():
        if book.facts[name].value_type.kind in ("date", "list"):
            columns[name] = [column_value(book, name, value) for value in values]
    given = {"n": ("BIGINT", list(range(len(records)))), "as_of": ("DATE", days)}
    given |= {name: (column_type(book, name), values) for name, values in columns.items()}
    shown = [f'unnest(?::{type_}[]) as "{name}"' for name, (type_, _) in given.items()]
    shown += [f'null::{column_type(book, name)} as "{name}"' for name in book.facts if name not in columns]
    cursor.execute(f"create temp table given as select {', '.join(shown)}", [values for _, values in given.values()])


def _tell(book: Rulebook, cursor: Any, programme: str, days: list[date]) -> list[Told]:
    epochs = sorted({book.epochs.index(day) for day in days})
    try:
        runs = [(_statement(book, programme, epochs[0], epochs[-1]), frozenset(epochs))]
    except RecursionError:  # too long a statement over so many epochs: one for each
        runs = [(_statement(book, programme, epoch, epoch), frozenset({epoch})) for epoch in epochs]
    told: list[Told] = [(None, "", ())] * len(days)
    for statement, here in runs:
        words = _Words(book, statement)
        shown = ", ".join(f'"{name}"' for name in words.columns)
        query = f"select {shown} from ({statement.sql})"  # noqa: S608 - names of the statement itself
        for row in cursor.execute(query).fetchall():
            if len(runs) == 1 or book.epochs.index(days[row[0]]) in here:
                told[row[0]] = words.of(row[1:], days[row[0]])
    return told


_compiling = Lock()


def _statement(book: Rulebook, programme: str, first: int, last: int) -> Any:
    """The statement for the epochs from ``first`` to ``last``, compiled once."""
    from ancu.inference.columnar import compile_programmes

    kept: dict[Any, Any] = book.__dict__.setdefault("_service_statements", {})
    key = (programme, first, last)
    with _compiling:
        if key not in kept:
            if len(kept) >= MOST_STATEMENTS:
                kept.pop(next(iter(kept)))
            days = (book.epochs.starts[first], book.epochs.starts[last])
            kept[key] = compile_programmes(book, [programme], days, detail=True, source="given", keep=("n",))
        return kept[key]


class _Words:
    """What the rows of a statement say, in the words of a decision; ``columns`` are those that it takes to tell."""

    def __init__(self, book: Rulebook, statement: Any) -> None:
        self.book = book
        (part,) = statement.parts
        self.programme: str = part.programme
        bits = {f"{part.prefix}{group}{i}": word for group, found in part.words.items() for i, word in enumerate(found)}
        self.words = list(bits.values())
        stated = [f"{part.prefix}{name}" for name in ("verdict", "provisional", "reason")]
        self.columns = ["n", "epoch", *stated, *bits]
        self.known: dict[tuple[Any, ...], Told] = {}

    def of(self, row: tuple[Any, ...], day: date) -> Told:
        """What ``row``, the columns after the first, says of a record on ``day``."""
        key = (day, row)
        if key not in self.known:
            self.known[key] = self._say(row, day)
        return self.known[key]

    def _say(self, row: tuple[Any, ...], day: date) -> Told:
        from ancu.inference.columnar import VERDICTS

        epoch, verdict, provisional, reason, *words = row
        kind = (self.programme, epoch, verdict, provisional, reason)
        status, why = VERDICTS[verdict]
        if status == "not_covered":
            return None, "", kind
        said: dict[str, Any] = {"programme": self.programme, "as_of": day.isoformat(), "status": status, "why": why}
        said |= {"provisional": bool(provisional), "told": [], "missing": [], "unset": []}
        if why in (None, "other_region"):
            program = program_on(self.book, self.programme, day)
            order = order_of(program)
            found: dict[str, set[str]] = {}
            for bits, word in zip(words, self.words, strict=True):
                for bit, feature in enumerate(word):
                    if (bits or 0) >> bit & 1:
                        found.setdefault(feature.kind, set()).add(feature.name)
            if why is None:
                said["told"] = sorted(found.get("told", ()), key=order.__getitem__)
            said["missing"] = [fact for fact in program.facts if fact in found.get("missing", ())]
            said["unset"] = sorted(found.get("unset", ()))
        return status, _json(said), kind


def receipt(book: Rulebook, judged: Judged) -> dict[str, Any]:
    """What is needed to trust and to repeat the decisions on one record."""
    return {
        "contract": 1,
        "rulebook": book.digest,
        "as_of": judged.day.isoformat(),
        "engine": ancu.__version__,
        "concluded_by": judged.concluded_by,
    }
