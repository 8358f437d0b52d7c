"""What a run is to do: what the headers mean, which programmes are judged, and what is written."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any, Literal

from ancu.errors import InputError, Problem
from ancu.messages import Language
from ancu.rulebook.naming import AS_OF, CASE, naming_of
from ancu.rulebook.references import names_in, reads
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import ValueProblem
from ancu.screening.cells.reader import CellReader
from ancu.screening.headers.headers import ColumnMap, Meaning, Meanings
from ancu.screening.lists.chunks import Listed
from ancu.screening.results.files import Form

#: ``case``: a row a case. ``long``: a row a case and programme.
Layout = Literal["case", "long"]
#: ``text``: every cell in words. ``ids``: codes and reason ids, the words in a table of their own. ``brief``: the same
#: without what a case lacks and the quantities computed.
Reasons = Literal["text", "ids", "brief"]
#: Asks for every programme of the rulebook.
ALL = "all"


@dataclass(frozen=True)
class Job:
    """What a run was asked to do, as it was written: a receipt keeps it, and it can be run again."""

    lists: tuple[str, ...]
    mapping: str | None = None
    programmes: tuple[str, ...] = ()
    as_of: date | None = None
    given: tuple[tuple[str, str], ...] = ()
    sheet: str | None = None
    only: tuple[str, ...] = ()
    layout: Layout = "case"
    reasons: Reasons = "text"
    form: Form = "csv"
    lang: Language = "vi"


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

    def header(self, name: str) -> str | None:
        """The header of a fact, the case id or the as-of date."""
        return next((header for header, known in self.known.items() if known == name), None)


@dataclass(frozen=True)
class Plan:
    """A run to be made. ``given`` are facts, as engine values, that hold where a row's own cell says nothing."""

    book: Rulebook
    columns: Columns
    programmes: tuple[str, ...]
    day: date
    lang: Language = "vi"
    given: Mapping[str, Any] = field(default_factory=dict)
    layout: Layout = "case"
    reasons: Reasons = "text"
    only: tuple[str, ...] = ()

    @property
    def coded(self) -> bool:
        """Whether the result holds codes, its words in a table of their own."""
        return self.reasons != "text"

    @property
    def left_out(self) -> list[str]:
        """The programmes that are not judged."""
        return [name for name in self.book.programmes if name not in self.programmes]


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


def choose_programmes(
    book: Rulebook, source: Listed, columns: Columns, asked: Iterable[str], given: Iterable[str], day: date
) -> tuple[str, ...]:
    """The programmes asked for, or all that the list can concern; :class:`InputError` if there is none."""
    chosen = [name for item in asked for name in (book.programmes if item == ALL else [book.programme(item).programme])]
    if not chosen:
        chosen = concerned(book, columns.facts | set(given), _days(source, columns, day))
    if not chosen:
        raise InputError(Problem("list_concerns_none", {"programmes": ", ".join(book.programmes)}, source.path))
    return tuple(dict.fromkeys(chosen))


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


def _days(source: Listed, columns: Columns, default: date) -> set[date]:
    """The as-of dates of a list's rows; a cell that is no date is told when its row is read."""
    header = columns.header(AS_OF)
    if header is None:
        return {default}
    days = set()
    for written in source.distinct(header):
        with contextlib.suppress(ValueProblem):
            days.add(columns.cells.read(header, written) or default)
    return days
