"""What a run is to do: what the headers mean, which programmes are judged, and what is written."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import date
from typing import Any

from ancu.batch.cells import Telling
from ancu.errors import InputError, Problem
from ancu.frozen import frozen
from ancu.messages import Language
from ancu.rulebook.naming import AS_OF
from ancu.rulebook.references import quoted, use_of
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import ValueProblem
from ancu.screening.cells.columns import Columns
from ancu.screening.households.households import Households
from ancu.screening.job import Layout
from ancu.screening.lists.chunks import Listed
from ancu.screening.run.concerning import Lacking, concerned, lacking, lacking_text

#: Asks for every programme of the rulebook.
ALL = "all"


@frozen
class Plan:
    """A run to be made. ``given`` are facts, as engine values, that hold where a row's own cell says nothing.

    ``lacks`` are the programmes that the list nearly suits, where nobody chose which are judged.
    ``households`` are the people of the rows, where the list has any. ``what_if``: it is told and counted what one
    change alone would do for refused rows.
    """

    book: Rulebook
    columns: Columns
    programmes: tuple[str, ...]
    day: date
    lang: Language = "vi"
    given: Mapping[str, Any] = field(default_factory=dict)
    layout: Layout = "case"
    reasons: Telling = "text"
    only: tuple[str, ...] = ()
    lacks: tuple[Lacking, ...] = ()
    households: Households | None = None
    what_if: bool = False

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
        facts, days = columns.facts | set(given), days_of(source, columns, day)
        chosen = concerned(book, facts, days)
        if not chosen:
            lacks = list(lacking(book, facts, days))
            values = {"nearest": lambda lang: lacking_text(book, lacks, lang), "path": source.path}
            raise InputError(Problem("list_concerns_none", values, source.path))
    return tuple(dict.fromkeys(chosen))


def days_of(source: Listed, columns: Columns, default: date) -> set[date]:
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
    if plan.reasons in ("brief", "changes"):
        return []
    used = {name for programme in plan.programmes for name in use_of(book, programme)}
    texts = {name for condition in used & book.conditions.keys() for name in quoted(book, condition)}
    return sorted(used & texts & book.quantities.keys())
