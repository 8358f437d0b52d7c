"""Which programmes a list, or one record, can concern by the facts that it states, and what it lacks for others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import NamedTuple

from ancu.kept import kept
from ancu.messages import Language, default_language, message
from ancu.rulebook.references import names_in, reads
from ancu.rulebook.rulebook import Rulebook

#: How many programmes, and how many columns of each, are named of those that a list does not suit.
_NEAREST, _COLUMNS = 3, 4


class Lacking(NamedTuple):
    """A programme that a list does not suit, and the facts that would bring it nearer: one of each condition unread."""

    programme: str
    facts: tuple[str, ...]


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
    for name, asked in _read_below(book).items():
        if not on or any(map(book.programmes[name].in_force_on, on)):
            yield name, asked


@kept
def _read_below(book: Rulebook) -> Mapping[str, list[frozenset[str]]]:
    """The facts that each condition directly under a programme reads, by programme."""

    @cache
    def facts_below(name: str) -> frozenset[str]:
        if name in book.facts:
            return frozenset({name})
        return frozenset().union(*(facts_below(read) for read in reads(book, name)))

    # Every condition can reach the fact that picks the region; it says nothing about whom a list is of.
    regions = {programme.region for programme in book.programmes.values()}
    assumed = {name for name, fact in book.facts.items() if fact.assumed is not None}
    found = {}
    for name in book.programmes:
        read = {condition for tree in book.roots[name] for condition in names_in(tree.expr)}
        top = {condition for condition in read if not facts_below(condition) <= assumed}
        found[name] = [facts_below(condition) - regions for condition in top]
    return found
