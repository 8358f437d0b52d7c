"""A program that is taken over from another day is the one that would be compiled on its own."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

import ancu
from ancu.inference.program import program_on
from ancu.rulebook.rulebook import Rulebook
from tests.support.rulebooks import draw_rulebook


def fresh(book: Rulebook) -> Rulebook:
    """The same law with nothing compiled."""
    return replace(book)


@pytest.mark.parametrize("seed", range(4))
def test_drawn_law(seed: int) -> None:
    book = draw_rulebook(random.Random(seed)).book
    for programme in book.programmes:
        for day in book.epochs.starts:
            assert program_on(book, programme, day) == program_on(fresh(book), programme, day), (programme, day)


def test_provinces_set_figures_and_merge(book: ancu.Rulebook) -> None:
    """A programme whose slots provinces fill, on days between which they do, with and without what went before."""
    programme = "social_housing_purchase"
    asked = [day for day in book.epochs.starts if day >= book.programmes[programme].covered_from]
    after = {day: program_on(book, programme, day) for day in asked}
    assert len({id(program) for program in after.values()}) > 3
    for day in asked[:: len(asked) // 4]:
        assert after[day] == program_on(fresh(book), programme, day), day
