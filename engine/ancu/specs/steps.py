"""pytest-bdd step definitions over any fact and programme, in Vietnamese and English.

The sentences stand in the message catalogue (``step_…``); each definition below gives one its meaning. Whatever
keyword introduces a sentence, it means the same.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytest_bdd import parsers, step
from pytest_bdd.exceptions import StepDefinitionNotFoundError

from ancu.messages import LANGUAGES, Language, message
from ancu.specs.grammar import compose_letters, nearest_sentence, pattern
from ancu.specs.world import World

compose_letters()

__all__ = ["pytest_bdd_apply_tag", "pytest_bdd_step_func_lookup_error", "world"]


@pytest.fixture
def world() -> World:
    """The state of the scenario."""
    return World()


def sentence(key: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Let a function stand for the sentence ``key`` in every language."""

    def register(function: Callable[..., None]) -> Callable[..., None]:
        for lang in LANGUAGES:
            # pytest-bdd leaves its fixture in the namespace of the caller two frames up: this module.
            function = step(parsers.re(pattern(key, lang)), stacklevel=2)(function)
        __all__.extend(name for name in globals() if "pytestbdd" in name and name not in __all__)
        return function

    return register


@sentence("step_record")
def record(world: World, datatable: list[list[str]]) -> None:
    for row in datatable:
        if len(row) != 2:
            raise AssertionError(message("spec_record_needs"))
        world.state(*row)


@sentence("step_fact")
def fact(world: World, label: str, value: str) -> None:
    world.state(label, value.strip('"'))


@sentence("step_as_of")
def as_of(world: World, day: str) -> None:
    world.set_day(day)


@sentence("step_judge")
def judge(world: World, programme: str) -> None:
    world.judge(programme)


@sentence("step_result")
def result(world: World, status: str) -> None:
    world.expect_status(status)


@sentence("step_not_met")
def not_met(world: World, condition: str) -> None:
    world.expect_outcome(condition, False)


@sentence("step_not_met_by")
def not_met_by(world: World, condition: str, citation: str) -> None:
    world.expect_outcome(condition, False, citation)


@sentence("step_met")
def met(world: World, condition: str) -> None:
    world.expect_outcome(condition, True)


@sentence("step_unknown")
def unknown(world: World, condition: str) -> None:
    world.expect_outcome(condition, None)


@sentence("step_missing")
def missing(world: World, label: str) -> None:
    world.expect_missing(label)


@sentence("step_not_asked")
def not_asked(world: World, label: str) -> None:
    world.expect_missing(label, wanted=False)


@sentence("step_amount")
def benefit(world: World, amount: str) -> None:
    world.expect_amount(amount)


@sentence("step_provisional")
def provisional(world: World) -> None:
    world.expect_provisional(True)


@sentence("step_not_provisional")
def not_provisional(world: World) -> None:
    world.expect_provisional(False)


@sentence("step_note")
def note(world: World, name: str) -> None:
    world.expect_note(name)


@sentence("step_paper")
def paper(world: World, name: str) -> None:
    world.expect_paper(name)


@sentence("step_no_paper")
def no_paper(world: World, name: str) -> None:
    world.expect_paper(name, wanted=False)


@sentence("step_priority")
def priority(world: World, condition: str) -> None:
    world.expect_priority(condition)


@sentence("step_no_priority")
def no_priority(world: World, condition: str) -> None:
    world.expect_priority(condition, wanted=False)


@sentence("step_not_covered")
def not_covered(world: World) -> None:
    world.expect_not_covered()


@sentence("step_rows")
def rows(world: World, datatable: list[list[str]]) -> None:
    world.expect_rows(datatable)


def pytest_bdd_apply_tag(tag: str, function: Any) -> bool:
    """Tags such as ``@dieu-76`` are the officer's own; they need no registering as pytest marks."""
    return True


def pytest_bdd_step_func_lookup_error(feature: Any, step: Any, exception: Exception) -> None:
    """A step that matches nothing: say so in the file's language, with the nearest sentence."""
    lang: Language = "en" if getattr(feature, "language", "vi") == "en" else "vi"
    place = f"{Path(feature.filename).name}:{step.line_number}"
    near = nearest_sentence(step.name)
    raise StepDefinitionNotFoundError(
        message("spec_step_unknown", lang, place=place, step=step.name, near=near)
    ) from None
