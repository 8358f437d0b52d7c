"""An oracle for what would make a decision another: every value worth trying of every changeable fact."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import combinations, product
from typing import Any

import ancu
from ancu.decision.deciding import Record
from ancu.inference.program import program_on
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.types import scaled
from ancu.specs.draft.domains import domains
from ancu.specs.draft.search import Searcher
from tests.support.records import random_case, random_value

ENGINES: tuple[ancu.Engine, ...] = ("two_key", "direct")


def refused_cases(book: Rulebook, count: int, seed: int) -> Iterator[tuple[str, date, Record]]:
    """Cases that are refused: eligible ones of which a few changeable facts were spoilt, and wholly random ones."""
    rng, found = random.Random(seed), 0
    eligible: dict[tuple[str, date], dict[str, Any] | None] = {}
    while found < count:
        programme, day, record = random_case(book, rng.randrange(10**9))
        if rng.random() < 0.7:
            if (programme, day) not in eligible:
                eligible[programme, day] = start_of(book, programme, day)
            start = eligible[programme, day]
            if start is None:
                continue
            facts = dict(start)
            levers = [fact for fact in program_on(book, programme, day).facts if fact in book.changeable]
            for fact in rng.sample(levers, min(len(levers), rng.randrange(1, 5))):
                facts[fact] = random_value(rng, book, book.facts[fact])
            record = Record(facts)
        if ancu.decide(book, record, programme, day, engine="direct").status == "ineligible":
            found += 1
            yield programme, day, record


def start_of(book: Rulebook, programme: str, day: date) -> dict[str, Any] | None:
    """An eligible record, if one is found soon."""
    return Searcher(book, programme, day, budget=1500).eligible()


def eligible_with(book: Rulebook, programme: str, day: date, record: Record, changed: Mapping[str, Any]) -> bool:
    """Whether the case would be eligible, and state nothing that contradicts itself anew."""
    before = ancu.decide(book, record, programme, day, engine="direct")
    after = ancu.decide(book, Record({**record.facts, **changed}), programme, day, engine="direct")
    return after.status == "eligible" and set(before.conflicts) >= set(after.conflicts)


def faults(
    book: Rulebook, programme: str, day: date, record: Record, changes: ancu.Changes, most: int = 2
) -> Iterator[str]:
    """What is wrong with the ``changes`` told of a refused case, held to the oracle in sets of up to ``most``."""
    found = {frozenset(change.fact for change in one.changes) for one in changes.sets}
    for one in changes.sets:
        changed = values_of(book, one)
        for change in one.changes:
            if change.fact not in book.changeable or not change.papers or record.facts[change.fact] != change.before:
                yield f"{change.fact} may not be told"
            if change.gap is not None and change.gap != abs(change.before - changed[change.fact]):
                yield f"{change.fact} is not off by {change.gap}"
        for engine in ENGINES:
            after = ancu.decide(book, Record({**record.facts, **changed}), programme, day, engine=engine)
            if after.status != "eligible":
                yield f"{changed} is {after.status} by {engine}"
        (first, *others) = one.changes
        if not others and first.gap is not None and first.gap > 1:
            nearer = changed[first.fact] + (1 if book.changeable[first.fact].to == "lower" else -1)
            if eligible_with(book, programme, day, record, {first.fact: nearer}):
                yield f"{first.fact}: {nearer} would do"
    if any(small < large for small in found for large in found):
        yield "a set holds another"
    if (oracle := set(naive(book, programme, day, record, most))) != {one for one in found if len(one) <= most}:
        yield f"the oracle finds {sorted(map(sorted, oracle))}, not {sorted(map(sorted, found))}"
    if changes.cut:
        yield "not all was tried"


def values_of(book: Rulebook, one: ancu.ChangeSet) -> dict[str, Any]:
    """The facts as a set would have them: of numbers the nearest."""
    lower = {change.fact: book.changeable[change.fact].to == "lower" for change in one.changes}
    return {
        change.fact: change.values[0] if change.gap is None else change.most if lower[change.fact] else change.least
        for change in one.changes
    }


def naive(book: Rulebook, programme: str, day: date, record: Record, most: int) -> Iterator[frozenset[str]]:
    """The sets of up to ``most`` changeable facts, some values of which make the case eligible; least ones first.

    Knows nothing of the search: values are the numbers around all that the programme compares with, and those of
    others beside them.
    """
    program = program_on(book, programme, day)
    tried = domains(book, [program], day)
    values: dict[str, list[Any]] = {}
    for fact, change in book.changeable.items():
        now = record.facts.get(fact)
        if now is None or fact not in program.facts:
            continue
        if isinstance(change.to, list):
            values[fact] = [value for value in change.to if value != now]
        elif isinstance(change.to, bool):
            values[fact] = [change.to] if change.to != now else []
        else:
            beside = {a - b for a in tried.get(fact, ()) for b in record.facts.values() if type(b) is int and b > 0}
            wide = {*tried.get(fact, ()), *(one for one in beside if one >= 0), *_ends(book, fact)}
            low, high = _ends(book, fact)
            wide = {one for one in wide if low <= one <= high}
            values[fact] = sorted(one for one in wide if (one < now) == (change.to == "lower") and one != now)
    found: list[frozenset[str]] = []
    for size in range(1, most + 1):
        for facts in combinations([fact for fact in values if values[fact]], size):
            if any(one <= frozenset(facts) for one in found):
                continue
            for chosen in product(*(values[fact] for fact in facts)):
                if eligible_with(book, programme, day, record, dict(zip(facts, chosen, strict=True))):
                    found.append(frozenset(facts))
                    yield found[-1]
                    break


def _ends(book: Rulebook, fact: str) -> tuple[int, int]:
    definition = book.facts[fact]
    limits = definition.undoubted
    assert limits is not None
    low, high = (scaled(bound, definition.value_type.scale) or 0 for bound in (limits.min, limits.max))  # type: ignore[arg-type]
    return (0 if getattr(definition.plausible, "or_zero", False) else low), high
