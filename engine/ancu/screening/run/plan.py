"""What a run is to do: what the headers mean, which programmes are judged, and what is written."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from ancu.batch.cells import Telling
from ancu.errors import InputError, Problem
from ancu.messages import Language, default_language, message
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
#: How many programmes, and how many columns of each, are named of those that a list does not suit.
_NEAREST, _COLUMNS = 3, 4


class Lacking(NamedTuple):
    """A programme that a list does not suit, and the facts that would bring it nearer: one of each condition unread."""

    programme: str
    facts: tuple[str, ...]


@dataclass(frozen=True)
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


def concerned(book: Rulebook, facts: frozenset[str], days: Iterable[date] = ()) -> list[str]:
    """The programmes that a list with these facts can concern.

    A programme is concerned when more than three quarters of the conditions directly under it read a column, those
    left out that read only what is assumed where nothing is said; and it is in force on one of ``days``, if any are
    given.
    """
    return [
        name for name, asked in _asked(book, days) if 4 * sum(bool(each & facts) for each in asked) > 3 * len(asked)
    ]


def lacking(book: Rulebook, facts: frozenset[str], days: Iterable[date] = ()) -> Iterator[Lacking]:
    """The programmes in force on one of ``days`` that a list with these facts does not concern, the nearest first.

    A programme is nearer the more of its conditions read a column; one of which none does is not among them.
    """
    order = list(book.facts)
    found = []
    for name, asked in _asked(book, days):
        unread = [each for each in asked if not each & facts]
        if len(unread) == len(asked) or 4 * (len(asked) - len(unread)) > 3 * len(asked):
            continue
        wanted = sorted({min(each, key=order.index) for each in unread if each}, key=order.index)
        found.append((len(unread) / len(asked), Lacking(name, tuple(wanted))))
    yield from (lacks for _, lacks in sorted(found, key=lambda pair: pair[0]))


def lacking_text(book: Rulebook, lacks: Iterable[Lacking], lang: Language | None = None) -> str:
    """The nearest programmes by their titles, each with the columns that the list lacks; how many more there are."""
    each = list(lacks)
    said = []
    for name, facts in each[:_NEAREST]:
        labels = "; ".join(f"“{book.facts[fact].label[lang or default_language()]}”" for fact in facts[:_COLUMNS])
        more = message("and_more", lang, count=len(facts) - _COLUMNS) if len(facts) > _COLUMNS else ""
        title = book.programmes[name].title[lang or default_language()]
        said.append(message("programme_lacks", lang, programme=title, columns=labels + more))
    if len(each) > _NEAREST:
        said.append(message("programmes_more", lang, count=len(each) - _NEAREST))
    return "\n  - ".join(["", *said]) if said else " " + message("programmes_none_near", lang)


def _asked(book: Rulebook, days: Iterable[date]) -> Iterator[tuple[str, list[frozenset[str]]]]:
    """What the conditions directly under each programme in force on one of ``days`` read, by programme."""
    on = list(days)

    @cache
    def facts_below(name: str) -> frozenset[str]:
        if name in book.facts:
            return frozenset({name})
        return frozenset().union(*(facts_below(read) for read in reads(book, name)))

    # Every condition can reach the fact that picks the region; it says nothing about whom a list is of.
    regions = {programme.region for programme in book.programmes.values()}
    assumed = {name for name, fact in book.facts.items() if fact.assumed is not None}
    for name in book.programmes:
        if on and not any(map(book.programmes[name].in_force_on, on)):
            continue
        read = {condition for tree in book.roots[name] for condition in names_in(tree.expr)}
        top = {condition for condition in read if not facts_below(condition) <= assumed}
        yield name, [facts_below(condition) - regions for condition in top]


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
