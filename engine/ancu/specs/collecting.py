"""What a folder of specs asks: each judgment a scenario makes, with everything the scenario expects of it.

The feature files are read by pytest-bdd and their sentences mean what :mod:`.steps` says; but nothing is run by
pytest, and the cases that come out can be judged again, under other rules, as often as need be.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from ancu.decision.model import Decision
from ancu.errors import InputError, Problem
from ancu.messages import message
from ancu.rulebook.rulebook import Rulebook
from ancu.specs import steps, world
from ancu.specs.grammar import nearest_sentence
from ancu.specs.world import World

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
    written: Mapping[str, str]
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


def find_features(paths: Iterable[str | Path]) -> list[Path]:
    """The feature files named, or below the folders named, in order; :class:`InputError` where there is none."""
    found: dict[Path, None] = {}
    for path in map(Path, paths):
        if not path.exists():
            raise InputError(Problem("cover_no_path", {"path": str(path)}))
        below = sorted(path.rglob("*.feature")) if path.is_dir() else [path]
        if not below:
            raise InputError(Problem("cover_no_features", {"path": str(path)}))
        found.update(dict.fromkeys(below))
    return list(found)


def collect(paths: Iterable[str | Path]) -> Collection:
    """Read the feature files at ``paths`` and take every scenario through its steps, noting what it judges."""
    collection = Collection(world.book())
    for path in find_features(paths):
        collection.files.append(str(path))
        for scenario in _scenarios(path):
            _Walk(collection, str(path), scenario).go()
    return collection


def _scenarios(path: Path) -> Iterator[Any]:
    """The scenarios of a file, one for each row of examples, as pytest-bdd reads them."""
    from pytest_bdd.exceptions import GherkinParseError, StepError
    from pytest_bdd.parser import FeatureParser

    try:
        feature = FeatureParser(str(path.parent), path.name).parse()
    except (GherkinParseError, StepError, UnicodeDecodeError) as error:
        raise InputError(Problem("cover_unreadable", {"problem": str(error).splitlines()[0]}, str(path))) from error
    for template in feature.scenarios.values():
        contexts = [context for table in template.examples for context in table.as_contexts()]
        for context in contexts or [{}]:
            yield template.render(context)


def _sentences() -> list[Any]:
    """The step definitions of :mod:`.steps` and its companions."""
    from pytest_bdd.steps import step_function_context_registry

    ours = steps.__name__.rpartition(".")[0]
    return [known for known in step_function_context_registry.values() if known.step_func.__module__.startswith(ours)]


class _Walk:
    """Takes one scenario through its steps."""

    def __init__(self, collection: Collection, file: str, scenario: Any) -> None:
        self.collection, self.scenario, self.sentences = collection, scenario, _sentences()
        self.world = _Noting(engine="direct", cases=collection.cases, place=self._place)
        self.file, self.line = file, scenario.line_number
        self.rows: list[int] = []

    def _place(self) -> Place:
        return Place(self.file, self.rows.pop(0) if self.rows else self.line, self.scenario.name)

    def go(self) -> None:
        for step in self.scenario.steps:
            table = step.datatable
            # A table's rows are judged one by one, each in its own line.
            self.rows = [row.location.line for row in table.rows[1:]] if table is not None else []
            self.line = step.line_number
            try:
                self._take(step)
            except AssertionError as error:
                place = Place(self.file, step.line_number, self.scenario.name)
                self.collection.failures.append(Failure(place, str(error)))
                return

    def _take(self, step: Any) -> None:
        matching = [known for known in self.sentences if known.parser.is_matching(step.name)]
        if not matching:
            near = nearest_sentence(step.name)
            place = f"{Path(self.file).name}:{step.line_number}"
            raise AssertionError(message("spec_step_unknown", place=place, step=step.name, near=near))
        # Of several sentences, the one that leaves the least to its blanks is meant.
        blanks = [known.parser.parse_arguments(step.name) or {} for known in matching]
        known, blank = min(zip(matching, blanks, strict=True), key=lambda pair: len("".join(pair[1].values())))
        given: dict[str, Any] = {**blank, "world": self.world}
        if step.datatable is not None:
            given["datatable"] = [[cell.value for cell in row.cells] for row in step.datatable.rows]
        wanted = inspect.signature(known.step_func).parameters
        known.step_func(**{name: given[name] for name in wanted if name in given})


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
    place: Callable[[], Place] | None = None
    judgment: Judged | None = None

    def judge(self, programme: str) -> None:
        self.judgment = None
        super().judge(programme)
        assert self.place is not None
        name = world.book().programme(programme).programme
        self.judgment = Judged(self.place(), name, dict(self.record), self.decision)
        self.cases.append(self.judgment)


class _Checking(World):
    """A world that only tells whether a check holds, without the words."""

    def _fail(self, *_told: Any, **_named: Any) -> None:
        raise AssertionError


for _name in dir(World):
    if _name.startswith("expect_") and _name != "expect_rows":
        setattr(_Noting, _name, _noting(_name))
