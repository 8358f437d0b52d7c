"""Scenarios under two rulebooks: which come out otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ancu.messages import Language
from ancu.rulebook.rulebook import Rulebook
from ancu.specs.language.chosen import judged_by
from ancu.specs.measure.collect import Collection, ScenarioPlace, collect

#: A scenario, by its file and name.
_Key = tuple[str, str]


@dataclass(frozen=True)
class Flip:
    """A scenario that holds under one rulebook only: where, and why it fails before or after (None: it does not)."""

    place: ScenarioPlace
    before: str | None
    after: str | None


@dataclass(frozen=True)
class BothWays:
    """The scenarios under both rulebooks: how many there are, which flip, and which hold under neither.

    ``collection`` are the examples under the new one.
    """

    total: int
    flips: tuple[Flip, ...]
    failing: tuple[Flip, ...]
    collection: Collection


def run_both_ways(old: Rulebook, new: Rulebook, paths: Sequence[str], lang: Language) -> BothWays:
    """Take the scenarios at ``paths`` through their steps under ``old`` and under ``new``."""
    with judged_by(old, lang):
        before = collect(paths)
    with judged_by(new, lang):
        after = collect(paths)
    was, now = _failures(before), _failures(after)
    places: dict[_Key, ScenarioPlace] = {}
    for collection in (after, before):
        for place in (*(e.place for e in collection.examples), *(f.place for f in collection.failures)):
            places.setdefault((place.file, place.scenario), place)
    flips: list[Flip] = []
    failing: list[Flip] = []
    for key in sorted(was.keys() | now.keys()):
        flip = Flip((now.get(key) or was[key])[0], _text(was, key), _text(now, key))
        (flips if (flip.before is None) is not (flip.after is None) else failing).append(flip)
    return BothWays(len(places), tuple(flips), tuple(failing), after)


def _failures(collection: Collection) -> dict[_Key, tuple[ScenarioPlace, str]]:
    """The first failure of each scenario that does not hold."""
    found: dict[_Key, tuple[ScenarioPlace, str]] = {}
    for failure in collection.failures:
        found.setdefault((failure.place.file, failure.place.scenario), (failure.place, failure.text))
    return found


def _text(failures: dict[_Key, tuple[ScenarioPlace, str]], key: _Key) -> str | None:
    return failures[key][1] if key in failures else None
