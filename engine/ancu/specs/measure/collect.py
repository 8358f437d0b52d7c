"""The examples that a folder of specs gives: each judgment a scenario makes, with all that it expects of it.

The files are read, and their sentences mean, as when they are run; but no pytest runs them, and an example can be
judged again, under other rules, as often as need be.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from ancu.decision.model import Decision
from ancu.decision.moments import Moment
from ancu.household.projecting import companions
from ancu.rulebook.rulebook import Rulebook
from ancu.specs.language.chosen import book
from ancu.specs.language.expectations import Expectation, ExpectedOutcome, ExpectedStatus
from ancu.specs.language.feature_file import find_files
from ancu.specs.language.homonyms import programmes_judged
from ancu.specs.language.scenario import Line
from ancu.specs.language.table import StepTable
from ancu.specs.language.world import World
from ancu.specs.sheets.spec_files import read_scenarios


@dataclass(frozen=True)
class ScenarioPlace:
    """Where a scenario, or a row of its tables, stands."""

    file: str
    line: int
    scenario: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True)
class Example:
    """A record judged under a programme: what was decided (None: the day is not covered), what is expected of that."""

    place: ScenarioPlace
    programme: str
    decision: Decision | None
    expectations: list[Expectation] = field(default_factory=list)

    @property
    def decided(self) -> Decision:
        """The decision of an example that the rulebook covers."""
        assert self.decision is not None
        return self.decision

    @property
    def judged(self) -> Mapping[str, Any]:
        """The facts that the decision was judged by; of a household, also what its members give only in part."""
        context = self.decided.context
        if context.people is None:
            return context.record
        return {**context.record, **companions(context.people, context.record)}

    @property
    def law_date(self) -> date | None:
        """The day whose law was applied."""
        return self.decision.context.law_date if self.decision is not None else None

    @cached_property
    def expected_kinds(self) -> frozenset[type[Expectation]]:
        """The kinds of expectation."""
        return frozenset(map(type, self.expectations))

    @cached_property
    def needs_decision(self) -> bool:
        """Whether more is expected than a status and outcomes, which values alone tell."""
        return any(
            not isinstance(expected, (ExpectedStatus, ExpectedOutcome))
            or (isinstance(expected, ExpectedStatus) and expected.key == "in_principle")
            or (isinstance(expected, ExpectedOutcome) and expected.citation is not None)
            for expected in self.expectations
        )

    @cached_property
    def outcomes(self) -> tuple[tuple[str, bool | None], ...]:
        """The conditions whose outcome is expected, each with the outcome."""
        outcomes = (expected for expected in self.expectations if isinstance(expected, ExpectedOutcome))
        return tuple((expected.condition, expected.outcome) for expected in outcomes)

    def holds(self, decision: Decision) -> bool:
        """Whether ``decision`` is what the scenario expects."""
        return all(expected.gap(decision) is None for expected in self.expectations)


@dataclass(frozen=True)
class Failure:
    """A scenario that does not hold: where, and what its step says of that."""

    place: ScenarioPlace
    text: str


@dataclass
class Collection:
    """Every example of a set of feature files, and the scenarios that do not hold as the rules stand."""

    book: Rulebook
    files: list[str] = field(default_factory=list)
    examples: list[Example] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)

    def sound(self) -> list[Example]:
        """The examples that are as expected; the others show nothing of the law."""
        if not self.failures:
            return self.examples
        return [one for one in self.examples if one.decision is None or one.holds(one.decision)]


def collect(paths: Iterable[str | Path]) -> Collection:
    """Read the feature files at ``paths`` and take every scenario through its steps, noting what it judges.

    Raises :class:`~ancu.errors.InputError` for a path without feature files. A scenario that is written wrongly or
    does not hold is a failure of the collection.
    """
    collection = Collection(book())
    for path in find_files([str(path) for path in paths]):
        collection.files.append(str(path))
        spec = read_scenarios(path)
        collection.failures += [
            Failure(ScenarioPlace(str(path), flaw.line, spec.name), flaw.text) for flaw in spec.flaws
        ]
        for scenario in spec.scenarios:
            if scenario.flaws:
                first = scenario.flaws[0]
                collection.failures.append(Failure(ScenarioPlace(str(path), first.line, scenario.name), first.text))
                continue
            for lines in scenario.runs:
                _walk(collection, ScenarioPlace(str(path), scenario.line, scenario.name), lines)
    return collection


def _walk(collection: Collection, place: ScenarioPlace, lines: list[Line]) -> None:
    """Take one scenario through its steps."""
    judging = programmes_judged(line.text for line in lines)
    world = _NotingWorld(engine="direct", judging=judging, examples=collection.examples, place=place)
    for line in lines:
        # A table's rows are judged one by one, each in its own line.
        world.rows = list(line.table.lines[1:]) if line.table is not None else []
        world.line = line.line
        try:
            world.perform(line.text, line.keyword, line.table)
        except AssertionError as error:
            collection.failures.append(Failure(replace(place, line=line.line), str(error)))
            return


@dataclass
class _NotingWorld(World):
    """A world that notes each judgment, and what is then expected of it."""

    examples: list[Example] = field(default_factory=list)
    place: ScenarioPlace = field(default_factory=lambda: ScenarioPlace("", 0, ""))
    line: int = 0
    rows: list[int] = field(default_factory=list)
    example: Example | None = None
    #: The examples of the moments at which the case was judged last.
    at: dict[Moment, Example] = field(default_factory=dict)

    def judge(self, programme: str) -> None:
        self.example = None
        super().judge(programme)
        assert self.programme is not None
        place = replace(self.place, line=self.rows.pop(0) if self.rows else self.line)
        self.example = Example(place, self.programme, self.decision)
        self.examples.append(self.example)

    def judge_moments(self, programme: str, table: StepTable) -> None:
        super().judge_moments(programme, table)
        assert self.programme is not None
        self.at = {}
        for one in self.over_time.moments if self.over_time is not None else ():
            self.at[one.moment] = Example(replace(self.place, line=self.line), self.programme, one.decision)
            self.examples.append(self.at[one.moment])
            self.example = self.at[one.moment]

    def _look_at(self, moment: Moment) -> None:
        super()._look_at(moment)
        self.example = self.at.get(moment)

    def expect(self, expectation: Expectation) -> None:
        if self.example is not None:
            self.example.expectations.append(expectation)
        super().expect(expectation)
