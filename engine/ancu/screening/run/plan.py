"""What a run is to do: what the headers mean, which programmes are judged, and what is written."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from ancu.batch.cells import Reasons
from ancu.errors import InputError, Problem
from ancu.messages import Language
from ancu.rulebook.naming import AS_OF
from ancu.rulebook.references import names_in, quoted, reads, use_of
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import ValueProblem
from ancu.screening.cells.columns import Columns
from ancu.screening.households.households import Households
from ancu.screening.job import Layout
from ancu.screening.lists.chunks import Listed

#: Asks for every programme of the rulebook.
ALL = "all"


@dataclass(frozen=True)
class Plan:
    """A run to be made. ``given`` are facts, as engine values, that hold where a row's own cell says nothing.

    ``households`` are the people of the rows, where the list has any.
    """

    book: Rulebook
    columns: Columns
    programmes: tuple[str, ...]
    day: date
    lang: Language = "vi"
    given: Mapping[str, Any] = field(default_factory=dict)
    layout: Layout = "case"
    reasons: Reasons = "text"
    only: tuple[str, ...] = ()
    households: Households | None = None

    @property
    def coded(self) -> bool:
        """Whether the result holds codes, its words in a table of their own."""
        return self.reasons != "text"

    @property
    def left_out(self) -> list[str]:
        """The programmes that are not judged."""
        return [name for name in self.book.programmes if name not in self.programmes]


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

    A programme is concerned when more than three quarters of the conditions directly under it read a column, those
    left out that read only what is assumed where nothing is said; and it is in force on one of ``days``, if any are
    given.
    """
    on = list(days)

    @cache
    def facts_below(name: str) -> frozenset[str]:
        if name in book.facts:
            return frozenset({name})
        return frozenset().union(*(facts_below(read) for read in reads(book, name)))

    # Every condition can reach the fact that picks the region; it says nothing about whom a list is of.
    regions = {programme.region for programme in book.programmes.values()}
    assumed = {name for name, fact in book.facts.items() if fact.assumed is not None}
    concerning = []
    for name in book.programmes:
        read = {condition for tree in book.roots[name] for condition in names_in(tree.expr)}
        top = {condition for condition in read if not facts_below(condition) <= assumed}
        met = sum(bool((facts_below(condition) - regions) & facts) for condition in top)
        in_force = not on or any(map(book.programmes[name].in_force_on, on))
        if in_force and 4 * met > 3 * len(top):
            concerning.append(name)
    return concerning


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


def regions_of(plan: Plan) -> list[str]:
    """The facts that pick a region for one of the programmes."""
    return list(dict.fromkeys(r for name in plan.programmes if (r := plan.book.programmes[name].region) is not None))


def preferred_programmes(plan: Plan) -> frozenset[str]:
    """The programmes between which the law has a case choose, if the run judges two of them."""
    among = [{*preference.among} & {*plan.programmes} for preference in plan.book.preferences.values()]
    return frozenset().union(*(names for names in among if len(names) > 1))


def quoted_names(plan: Plan) -> list[str]:
    """The quantities that texts quote: columns of their own, since a reason is the same for many records."""
    book = plan.book
    if plan.reasons == "brief":
        return []
    used = {name for programme in plan.programmes for name in use_of(book, programme)}
    texts = {name for condition in used & book.conditions.keys() for name in quoted(book, condition)}
    return sorted(used & texts & book.quantities.keys())
