"""Screening a list: match its columns, read its cells, decide every row, let the referee judge again.

Rows go through the direct engine. The referee takes one row for each distinct outcome (programme, epoch, status and
top-level grounds), judges it again from its facts with two engines, and stops the run on any difference.
"""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from typing import Any

from ancu.decision.deciding import Record, decide
from ancu.decision.model import Decision
from ancu.errors import InputError, IntegrityError, Problem
from ancu.inference import rete
from ancu.messages import Language, message
from ancu.rulebook.checks import names_in, reads
from ancu.rulebook.naming import AS_OF, CASE, naming_of
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import ValueProblem
from ancu.screening.cells import CellReader, check_id, repeated
from ancu.screening.mapping import ColumnMap, Meaning, Meanings
from ancu.screening.reading import Listing, Row

REFEREE_BUDGET = 2_000
NOT_COVERED = "not_covered"


@dataclass(frozen=True)
class Columns:
    """What the headers of a list mean: known ones by header, and those passed through with their nearest name.

    ``cells`` reads the cells of the known ones.
    """

    known: dict[str, str]
    unknown: dict[str, str | None]
    cells: CellReader

    @property
    def facts(self) -> frozenset[str]:
        return frozenset(name for name in self.known.values() if name not in (CASE, AS_OF))


@dataclass(frozen=True)
class Flaw:
    """A cell that could not be read."""

    column: str
    value: str
    problem: Callable[[Language | None], str]


@dataclass(frozen=True)
class Rejected:
    """A row with flaws; it was not judged."""

    row: Row
    case: str | None
    flaws: list[Flaw]


@dataclass(frozen=True)
class Judged:
    """A row with its decision for each programme; None where the rulebook does not cover the day."""

    row: Row
    case: str | None
    decisions: dict[str, Decision | None]


@dataclass
class Screening:
    """The result of a run."""

    listing: Listing
    columns: Columns
    programmes: list[str]
    left_out: list[str]
    judged: list[Judged] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    repeated: dict[str, list[str]] = field(default_factory=dict)
    refereed: int = 0
    outcomes: int = 0

    def counts(self, programme: str) -> Counter[str]:
        """How many rows have each status (or :data:`NOT_COVERED`) under ``programme``."""
        found = (row.decisions[programme] for row in self.judged)
        return Counter(decision.status if decision is not None else NOT_COVERED for decision in found)

    def settled_by_one(self, programme: str) -> Counter[str]:
        """For each fact, the undetermined rows that it alone would settle."""
        found: Counter[str] = Counter()
        for row in self.judged:
            decision = row.decisions[programme]
            if decision is not None and not decision.unset and len(decision.missing) == 1:
                found[decision.missing[0]] += 1
        return found


def match_columns(book: Rulebook, headers: Iterable[str], path: str, mapping: ColumnMap | None = None) -> Columns:
    """What each header means, by ``mapping`` or the vocabulary; :class:`InputError` if two mean the same."""
    meanings, naming = Meanings(book, mapping), naming_of(book)
    known: dict[str, Meaning] = {}
    unknown: dict[str, str | None] = {}
    ignored: list[str] = []
    for header in headers:
        meaning = meanings.find(header)
        if meaning is None:
            if meanings.ignored(header):
                ignored.append(header)
            else:
                unknown[header] = naming.near(header)
        elif first := next((h for h, m in known.items() if m.name == meaning.name), None):
            values = {"first": first, "second": header, "fact": meaning.name}
            raise InputError(Problem("list_columns_same", values, path))
        else:
            known[header] = meaning
    if not any(meaning.name in book.facts for meaning in known.values()):
        raise InputError(Problem("list_no_known_column", {"headers": ", ".join(list(unknown)[:8])}, path))
    cells = CellReader(book, known, [*unknown, *ignored])
    return Columns({header: meaning.name for header, meaning in known.items()}, unknown, cells)


def concerned(book: Rulebook, facts: frozenset[str], days: Iterable[date] = ()) -> list[str]:
    """The programmes that a list with these facts can concern.

    A programme is concerned when more than three quarters of the conditions directly under it read a column, and it
    is in force on one of ``days``, if any are given.
    """
    on = list(days)

    @cache
    def facts_below(name: str) -> frozenset[str]:
        if name in book.facts:
            return frozenset({name})
        return frozenset().union(*(facts_below(read) for read in reads(book, name)))

    # Every condition can reach the fact that picks the region; it says nothing about whom a list is of.
    regions = {programme.region for programme in book.programmes.values()}
    found = []
    for name in book.programmes:
        top = {read for tree in book.roots[name] for read in names_in(tree.expr)}
        met = sum(bool((facts_below(condition) - regions) & facts) for condition in top)
        openings = book.programmes[name].periods
        in_force = not on or any(day in opening.period for day in on for opening in openings)
        if in_force and 4 * met > 3 * len(top):
            found.append(name)
    return found


def _days(columns: Columns, listing: Listing, default: date) -> set[date]:
    """The as-of dates of a list's rows; a cell that is no date is told when its row is read."""
    header = next((header for header, name in columns.known.items() if name == AS_OF), None)
    if header is None:
        return {default}
    days = set()
    for written in {row.cells.get(header) for row in listing.rows}:
        with contextlib.suppress(ValueProblem):
            days.add(columns.cells.read(header, written) or default)
    return days


def screen(
    book: Rulebook,
    listing: Listing,
    *,
    path: str = "-",
    programmes: Iterable[str] | None = None,
    as_of: date | None = None,
    given: Mapping[str, Any] | None = None,
    mapping: ColumnMap | None = None,
    progress: Callable[[int], None] | None = None,
) -> Screening:
    """Judge every row of ``listing``, on its own as-of date, else ``as_of``, else today.

    ``given`` are facts, as engine values, that hold for every row whose own cell says nothing. ``mapping`` says what
    the headers mean. ``progress`` is told the number of rows done. Raises :class:`IntegrityError` when the engines
    disagree.
    """
    headers = [header for header in listing.headers if header != listing.file_column]
    if mapping is not None:
        mapping.check_used(headers)
        as_of = as_of or mapping.as_of
    columns = match_columns(book, headers, path, mapping)
    given = {**(mapping.constants if mapping is not None else {}), **(given or {})}
    if programmes:
        chosen = [book.programme(name).programme for name in programmes]
    else:
        chosen = concerned(book, columns.facts | given.keys(), _days(columns, listing, as_of or date.today()))
        if not chosen:
            titles = ", ".join(book.programmes)
            raise InputError(Problem("list_concerns_none", {"programmes": titles}, path))
    left_out = [name for name in book.programmes if name not in chosen]
    result = Screening(listing, columns, list(dict.fromkeys(chosen)), left_out)
    day = as_of or date.today()
    cases: list[tuple[str | None, str]] = []
    representatives: dict[tuple[Any, ...], tuple[Record, Decision]] = {}
    for done, row in enumerate(listing.rows, 1):
        record, flaws = read_row(columns, row)
        record = replace(record, facts={**given, **record.facts})
        cases.append((record.case, listing.place(row)))
        if flaws:
            result.rejected.append(Rejected(row, record.case, flaws))
        else:
            result.judged.append(_judge(book, result.programmes, row, record, day, representatives))
        if progress is not None:
            progress(done)
    result.repeated = repeated(cases)
    _referee(book, result, representatives, day)
    return result


def read_row(columns: Columns, row: Row) -> tuple[Record, list[Flaw]]:
    """The facts of a row, and the cells that could not be read."""
    facts: dict[str, Any] = {}
    flaws: list[Flaw] = []
    case: str | None = None
    as_of: date | None = None
    for header, name in columns.known.items():
        value = row.cells.get(header)
        try:
            found = columns.cells.read(header, value)
        except ValueProblem as problem:
            flaws.append(Flaw(header, str(value), problem.text))
            continue
        if name == CASE:
            case = found
        elif name == AS_OF:
            as_of = found
        elif found is not None:
            facts[name] = found
    for header in columns.cells.ids:
        try:
            check_id(row.cells.get(header))
        except ValueProblem as problem:
            flaws.append(Flaw(header, str(row.cells[header]), problem.text))
    for value in row.surplus:
        flaws.append(Flaw("", value, lambda lang: message("cell_surplus", lang)))
    return Record(facts, case, as_of), flaws


def _judge(
    book: Rulebook,
    programmes: list[str],
    row: Row,
    record: Record,
    day: date,
    representatives: dict[tuple[Any, ...], tuple[Record, Decision]],
) -> Judged:
    decisions: dict[str, Decision | None] = {}
    date_ = record.as_of or day
    for name in programmes:
        if date_ < book.programmes[name].covered_from:
            decisions[name] = None
            continue
        decision = decide(book, record, name, day, engine="direct")
        decisions[name] = decision
        program = decision.context.program
        top = program.top if program is not None else ()
        key = (name, book.epochs.index(date_), decision.status, *(n for n in top if n in decision.grounds))
        representatives.setdefault(key, (record, decision))
    return Judged(row, record.case, decisions)


def _referee(
    book: Rulebook,
    result: Screening,
    representatives: dict[tuple[Any, ...], tuple[Record, Decision]],
    day: date,
) -> None:
    result.outcomes = len(representatives)
    if not rete.AVAILABLE:
        return
    for record, decision in list(representatives.values())[:REFEREE_BUDGET]:
        again = decide(book, record, decision.programme, day, engine="two_key")
        if again.model_dump(exclude={"receipt"}) != decision.model_dump(exclude={"receipt"}):
            raise IntegrityError(
                Problem("referee_differs", {"case": record.case or "?", "programme": decision.programme})
            )
        result.refereed += 1
