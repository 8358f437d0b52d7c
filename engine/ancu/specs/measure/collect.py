"""What a folder of specs asks: each judgment a scenario makes, with everything the scenario expects of it.

The files are read, and their sentences mean, as when they are run; but no pytest runs them, and the cases that come out
can be judged again, under other rules, as often as need be.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from ancu.decision.model import Decision
from ancu.rulebook.rulebook import Rulebook
from ancu.specs.language import world
from ancu.specs.language.feature_file import Line, find_files, read_spec
from ancu.specs.language.world import World

#: Names a check of :class:`World` and what it was given.
Expectation = tuple[str, tuple[Any, ...], tuple[tuple[str, Any], ...]]


@dataclass(frozen=True)
class Place:
    """Where a scenario, or a row of its tables, stands."""

    file: str
    line: int
    scenario: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True)
class Judged:
    """One judgment: of which record under which programme, what was decided, and what the scenario expects of that.

    ``written`` is the record as the scenario states it, by fact. ``decision`` is None for a day before coverage.
    """

    place: Place
    programme: str
    written: Mapping[str, object]
    decision: Decision | None
    expectations: list[Expectation] = field(default_factory=list)

    @property
    def decided(self) -> Decision:
        """The decision of a case that the rulebook covers."""
        assert self.decision is not None
        return self.decision

    @property
    def law_date(self) -> date | None:
        return self.decision.context.law_date if self.decision is not None else None

    @cached_property
    def expects(self) -> frozenset[str]:
        """The checks made, by the name of the method of :class:`World`."""
        return frozenset(name for name, _, _ in self.expectations)

    @cached_property
    def needs_decision(self) -> bool:
        """Whether more is expected than a status and outcomes, which values alone tell."""
        return any(
            name not in ("expect_status", "expect_outcome") or len(given) > 2 or named
            for name, given, named in self.expectations
        )

    @cached_property
    def outcomes(self) -> tuple[tuple[str, bool | None], ...]:
        """The conditions whose outcome is expected."""
        return tuple((given[0], given[1]) for name, given, _ in self.expectations if name == "expect_outcome")

    def holds(self, decision: Decision) -> bool:
        """Whether ``decision`` is what the scenario expects."""
        checking = _Checking(dict(self.written), decision.as_of, self.programme, decision)
        try:
            for name, given, named in self.expectations:
                getattr(checking, name)(*given, **dict(named))
        except AssertionError:
            return False
        return True


@dataclass(frozen=True)
class Failure:
    """A scenario that does not hold: where, and what its step said."""

    place: Place
    text: str


@dataclass
class Collection:
    """Every judgment of a set of feature files, and the scenarios that do not hold as the rules stand."""

    book: Rulebook
    files: list[str] = field(default_factory=list)
    cases: list[Judged] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)

    def sound(self) -> list[Judged]:
        """The judgments that are as expected; the others show nothing of the law."""
        if not self.failures:
            return self.cases
        return [case for case in self.cases if case.decision is None or case.holds(case.decision)]


def collect(paths: Iterable[str | Path]) -> Collection:
    """Read the feature files at ``paths`` and take every scenario through its steps, noting what it judges.

    Raises :class:`~ancu.errors.InputError` for a path without feature files. A scenario that is written wrongly or
    does not hold is a failure of the collection.
    """
    collection = Collection(world.book())
    for path in find_files([str(path) for path in paths]):
        collection.files.append(str(path))
        spec = read_spec(path)
        collection.failures += [Failure(Place(str(path), flaw.line, spec.name), flaw.text) for flaw in spec.flaws]
        for case in spec.cases:
            if case.flaws:
                first = case.flaws[0]
                collection.failures.append(Failure(Place(str(path), first.line, case.name), first.text))
                continue
            for lines in case.runs:
                _walk(collection, Place(str(path), case.line, case.name), lines)
    return collection


def _walk(collection: Collection, place: Place, lines: list[Line]) -> None:
    """Take one scenario through its steps."""
    noting = _Noting(engine="direct", cases=collection.cases, place=place)
    for line in lines:
        # A table's rows are judged one by one, each in its own line.
        noting.rows = list(line.table.lines[1:]) if line.table is not None else []
        noting.line = line.line
        try:
            noting.perform(line.text, line.keyword, line.table)
        except AssertionError as error:
            collection.failures.append(Failure(replace(place, line=line.line), str(error)))
            return


def _noting(name: str) -> Callable[..., None]:
    check = getattr(World, name)

    def note(self: _Noting, *given: Any, **named: Any) -> None:
        if name in ("expect_outcome", "expect_priority"):
            given = (self.condition(given[0]), *given[1:])  # known by its id from here on
        if self.judgment is not None:
            self.judgment.expectations.append((name, given, tuple(named.items())))
        check(self, *given, **named)

    return note


@dataclass
class _Noting(World):
    """A world that notes each judgment, and what is then expected of it."""

    cases: list[Judged] = field(default_factory=list)
    place: Place = field(default_factory=lambda: Place("", 0, ""))
    line: int = 0
    rows: list[int] = field(default_factory=list)
    judgment: Judged | None = None

    def judge(self, programme: str) -> None:
        self.judgment = None
        super().judge(programme)
        assert self.programme is not None
        place = replace(self.place, line=self.rows.pop(0) if self.rows else self.line)
        self.judgment = Judged(place, self.programme, dict(self.record), self.decision)
        self.cases.append(self.judgment)


class _Checking(World):
    """A world that only tells whether a check holds, without the words."""

    def _fail(self, *_told: Any, **_named: Any) -> None:
        raise AssertionError


for _name in dir(World):
    if _name.startswith("expect_") and _name != "expect_rows":
        setattr(_Noting, _name, _noting(_name))
