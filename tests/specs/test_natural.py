"""Scenarios as officers say them, written before the phrase book was opened: how much of them is understood.

The list is no list of phrases: a sentence of it that is not understood is no fault, and one more that is, is a gain.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

import ancu
from ancu.specs.language.chosen import judged_by
from ancu.specs.language.grammar import grammar_of

SAID: dict[str, list[list[str]]] = yaml.safe_load(Path(__file__).with_name("tu_nhien.yaml").read_text(encoding="utf-8"))


@pytest.mark.slow
def test_more_than_half_of_what_officers_say_is_understood(book: ancu.Rulebook) -> None:
    assert SAID.keys() == book.programmes.keys()
    with judged_by(book, "vi"):
        grammar = grammar_of(book)
        known = {
            programme: [said is not None for one in scenarios for text in one[:-1] for _, said in grammar.parts(text)]
            for programme, scenarios in SAID.items()
        }
        then = [grammar.read(one[-1]) is not None for scenarios in SAID.values() for one in scenarios]
    assert {programme: lines for programme, lines in known.items() if sum(lines) / len(lines) < 0.5} == {}
    given = [line for lines in known.values() for line in lines]
    assert sum(given) / len(given) > 0.6
    assert sum(then) / len(then) > 0.95
