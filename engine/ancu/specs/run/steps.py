"""The step of pytest-bdd through which every sentence of the grammar is run, in Vietnamese and English.

One definition serves all: it matches what :mod:`ancu.specs.language.grammar` can read and does what it says.
Other steps may stand beside it in a conftest of one's own.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pytest_bdd import step
from pytest_bdd.exceptions import StepDefinitionNotFoundError
from pytest_bdd.parsers import StepParser

from ancu.specs.language.chosen import book
from ancu.specs.language.gherkin import compose_letters
from ancu.specs.language.grammar import grammar_of
from ancu.specs.language.homonyms import programmes_judged
from ancu.specs.language.ledger import StatedAt
from ancu.specs.language.table import StepTable
from ancu.specs.language.unread import why_unread
from ancu.specs.language.world import World

compose_letters()


class _Spoken(StepParser):
    """Any line that the grammar can read."""

    def is_matching(self, name: str) -> bool:
        return grammar_of(book()).read(name) is not None

    def parse_arguments(self, name: str) -> dict[str, Any]:
        return {"line": name}


@pytest.fixture
def world() -> World:
    """The state of the scenario."""
    return World()


@pytest.fixture
def current_step() -> dict[str, Any]:
    """The step being run, kept by :func:`pytest_bdd_before_step`: pytest-bdd hands steps no place of their own."""
    return {}


@step(_Spoken("ancu"))
def perform(world: World, current_step: dict[str, Any], line: str) -> None:
    """Do what a line says."""
    running, scenario = current_step["step"], current_step["scenario"]
    place = StatedAt(running.line_number, running.line_number < scenario.line_number)
    world.judging = world.judging or programmes_judged(step.name for step in scenario.steps)
    world.perform(line, running.type, table_of(running), place)


def table_of(running: Any) -> StepTable | None:
    """The table below a step of pytest-bdd."""
    if running.datatable is None:
        return None
    rows = running.datatable.rows
    return StepTable([[cell.value for cell in row.cells] for row in rows], [row.location.line for row in rows])


def pytest_bdd_before_step(request: Any, scenario: Any, step: Any) -> None:
    """Keep the step that is about to run, and its scenario: steps of the background stand before it."""
    request.getfixturevalue("current_step").update(step=step, scenario=scenario)


@pytest.hookimpl(tryfirst=True)
def pytest_bdd_apply_tag(tag: str, function: Any) -> bool:
    """Tags such as ``@dieu-76`` are the officer's own; they need no registering as pytest marks."""
    return True


def pytest_bdd_step_func_lookup_error(feature: Any, step: Any, exception: Exception) -> None:
    """A step that matches nothing: say so, with the nearest sentences."""
    place = f"{Path(feature.filename).name}:{step.line_number}"
    raise StepDefinitionNotFoundError(f"{place}: {why_unread(step.name)}") from None


#: pytest-bdd leaves the step as a fixture in this module, under a name of its own.
__all__ = [
    "current_step", "pytest_bdd_apply_tag", "pytest_bdd_before_step", "pytest_bdd_step_func_lookup_error", "world",
    *(name for name in list(globals()) if name.startswith("pytestbdd")),
]  # fmt: skip
