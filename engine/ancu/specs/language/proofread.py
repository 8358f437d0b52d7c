"""Proofreading: the sentences, names, values and tables of a scenario are looked at, and nothing is decided."""

from __future__ import annotations

from collections.abc import Iterator

from ancu.messages import message
from ancu.specs.language.chosen import language
from ancu.specs.language.homonyms import programmes_judged
from ancu.specs.language.ledger import StatedAt
from ancu.specs.language.mistakes import SpecError, SpecFlaw, WrongRows
from ancu.specs.language.scenario import Scenario
from ancu.specs.language.world import World


def flaws_of(scenario: Scenario) -> list[SpecFlaw]:
    """What is wrong with the words of a scenario, each line looked at even when one before it is wrong."""
    flaws: dict[SpecFlaw, None] = {}
    for run in scenario.runs:
        judging = programmes_judged(line.text for line in run)
        world = World(reading_only=True, spoken=scenario.spoken, judging=judging)
        lost = False
        for line in run:
            if line.line in scenario.unfilled or not scenario.unfilled.isdisjoint(
                line.table.lines if line.table else ()
            ):
                lost = lost or line.keyword == "when"
                continue
            try:
                world.perform(line.text, line.keyword, line.table, StatedAt(line.line, line.line < scenario.line))
            except SpecError as error:
                # After a programme that nobody knows, what is expected of it cannot be looked at.
                if not (lost and line.keyword == "then"):
                    flaws.update(dict.fromkeys(_flaws(error, line.line)))
                lost = lost or (world.programme is None and line.keyword == "when")
        if not flaws and not scenario.flaws:
            flaws.update(dict.fromkeys(_empty(scenario, world)))
    return sorted(flaws, key=lambda flaw: flaw.line)


def _flaws(error: SpecError, line: int) -> Iterator[SpecFlaw]:
    if isinstance(error, WrongRows):
        for part in error.errors:
            yield from _flaws(part, line)
    else:
        yield SpecFlaw(error.line or line, str(error))


def _empty(scenario: Scenario, world: World) -> Iterator[SpecFlaw]:
    """A scenario that cannot fail shows nothing."""
    if world.programme is None:
        yield SpecFlaw(scenario.line, message("spec_without_judging", language()))
    elif not world.expected:
        yield SpecFlaw(scenario.line, message("spec_without_expectation", language()))
