"""Which names of two rulebooks are not defined alike, and since when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from ancu.rulebook.calendar import Period
from ancu.rulebook.references import use_of
from ancu.rulebook.rulebook import Rulebook


def differing(old: Rulebook, new: Rulebook) -> frozenset[str]:
    """The names that one of the rulebooks lacks, or that they define differently: facts, figures with what provinces
    set of them, conditions, quantities, programmes without the conditions within them, and papers.
    """
    found: set[str] = set()
    for table in ("facts", "parameters", "conditions", "quantities", "documents"):
        found |= _unequal(getattr(old, table), getattr(new, table))
    found |= _unequal(*({name: _alone(p) for name, p in book.programmes.items()} for book in (old, new)))
    for regional in ("fills", "searched"):
        found |= {slot for slot, _ in _unequal(*(_versions(getattr(book, regional)) for book in (old, new)))}
    if old.people is not None and new.people is not None:
        found |= _unequal(old.people.projections, new.people.projections)
    return frozenset(found)


def _unequal(old: Mapping[Any, Any], new: Mapping[Any, Any]) -> set[Any]:
    return {name for name in old.keys() | new.keys() if old.get(name) != new.get(name)}


def _alone(programme: Any) -> Any:
    return programme.model_copy(update={"conditions": {}, "quantities": {}})


def _versions(table: Mapping[Any, Iterable[Any]]) -> dict[Any, list[Any]]:
    return {key: [figure.version for figure in figures] for key, figures in table.items()}


def touched(old: Rulebook, new: Rulebook) -> list[str]:
    """The programmes that read something the rulebooks define differently, in the order of the new one."""
    names = differing(old, new)
    concerned = {
        name
        for book in (old, new)
        for name in book.programmes
        if name in names or not names.isdisjoint(use_of(book, name))
    }
    return [name for name in dict.fromkeys((*new.programmes, *old.programmes)) if name in concerned]


def changed_from(old: Rulebook, new: Rulebook) -> list[date]:
    """The days from which the rulebooks say different things of a name, in order; the beginning of time among them
    where what never had a date is another.
    """
    before, after = _said(old), _said(new)
    days: set[date] = set()
    for key in before.keys() | after.keys():
        was, now = before.get(key, []), after.get(key, [])
        days |= {start for period, _ in (*was, *now) if _on(was, start := period.start) != _on(now, start)}
    return sorted(days)


def _said(book: Rulebook) -> dict[object, list[tuple[Period, str]]]:
    """What is said of each name, by period."""
    said: dict[object, list[tuple[Period, str]]] = {}
    for name, trees in (*book.trees.items(), *book.roots.items()):
        said[name] = [(tree.period, repr((tree.expr, tree.other))) for tree in trees]
    for key, figures in (*book.figures.items(), *book.fills.items()):
        said[key] = [(figure.period, repr((figure.value, figure.other))) for figure in figures]
    for name, programme in book.programmes.items():
        said[name, "opening", ""] = [(opening.period, "open") for opening in programme.periods]
    return said


def _on(versions: Iterable[tuple[Period, str]], day: date) -> str | None:
    return next((text for period, text in versions if day in period), None)
