"""Scenarios as officers say them, written before the phrase book was opened: how much of them is understood.

The list is no list of phrases: a sentence of it that is not understood is no fault, and one more that is, is a gain.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

import ancu
from ancu.messages import LANGUAGES, message
from ancu.rulebook.values import ValueProblem, parse
from ancu.specs.language.asides import ASIDE
from ancu.specs.language.chosen import judged_by
from ancu.specs.language.grammar import Grammar, Saying, grammar_of, states
from ancu.specs.language.homonyms import asked_by, meant
from ancu.specs.language.ledger import StatedAt
from ancu.specs.language.mistakes import Mistake
from ancu.specs.language.words import words_in
from ancu.specs.language.world import World

HERE = Path(__file__).parent
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _listed(name: str) -> Any:
    return yaml.load((HERE / name).read_text(encoding="utf-8"), LOADER)


SAID: dict[str, list[list[str]]] = _listed("tu_nhien.yaml")
#: By how the lines were used, then by programme: what is said, and what it is read as.
LINES: dict[str, dict[str, list[tuple[str, object]]]] = _listed("cau_can_bo.yaml")
NEAR_MISSES: list[tuple[str, object]] = _listed("cau_suyt_giong.yaml")
#: How much of each list is understood, in hundredths: it may grow, and does not shrink.
FLOORS = {
    "developed": 70, "held_out": 78, "sealed": 70, "officers": 74, "clerks": 69, "mixed": 69, "unseen": 78,
    "wordy": 62, "wordy_unseen": 50, "third_unseen": 35, "manner": 63, "fourth_unseen": 35,
}  # fmt: skip


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


def _read_as(book: ancu.Rulebook, grammar: Grammar, line: str, *programmes: str) -> list[dict[str, object]] | None:
    sayings = grammar.read(line)
    stated = {fact for one in sayings or () if one.is_statement for fact in states(one)}
    asides = [one for one in sayings or () if one.sentence.key == ASIDE]
    if any(fact not in stated for one in asides for fact in asked_by(one, frozenset(programmes))):
        return None  # the officer is told what to write instead
    try:
        return None if sayings is None else [_stated(book, meant(saying, frozenset(programmes))) for saying in sayings]
    except ValueProblem:  # the officer is told what is wrong with the value
        return None


def _stated(book: ancu.Rulebook, saying: Saying) -> dict[str, object]:
    if saying.sentence.key == ASIDE:
        return {ASIDE: saying.values[ASIDE]}
    if saying.sentence.phrase is None:
        return dict(saying.values)
    assert book.people is not None
    facts = book.people.person.facts if saying.sentence.person else book.facts
    stated = {name: parse(facts[name], value) for name, value in states(saying).items()}
    plain: dict[str, object] = {k: sorted(v) if isinstance(v, frozenset) else v for k, v in stated.items()}
    return {"of": saying.whom.said, **plain} if saying.whom is not None else plain


@pytest.mark.slow
def test_lines_of_officers_are_understood_as_they_are_meant_or_not_at_all(book: ancu.Rulebook) -> None:
    with judged_by(book, "vi"):
        grammar = grammar_of(book)
        wrong = {
            line: read
            for programmes in LINES.values()
            for programme, lines in programmes.items()
            for line, right in lines
            if right is not None and (read := _read_as(book, grammar, line, programme)) != right
        }
        share = {
            name: 100 * sum(_read_as(book, grammar, line, of) is not None for of, line in said) / len(said)
            for name, programmes in LINES.items()
            if (said := [(of, line) for of, lines in programmes.items() for line, _ in lines])
        }
    assert wrong == {}
    assert all(programmes.keys() == book.programmes.keys() for programmes in LINES.values())
    assert all(share[name] >= floor for name, floor in FLOORS.items()), share


@pytest.mark.slow
def test_what_comes_close_to_a_phrase_is_not_taken_for_it(book: ancu.Rulebook) -> None:
    with judged_by(book, "vi"):
        grammar = grammar_of(book)
        read = {line: _read_as(book, grammar, line) for line, _ in NEAR_MISSES}
    assert {line: what for line, what in read.items() if what != dict(NEAR_MISSES)[line]} == {}


def test_what_no_fact_holds_is_named_and_changes_nothing(book: ancu.Rulebook) -> None:
    for lang in LANGUAGES:
        words = words_in(lang)
        for kind in (*words.asides, *words.details):
            assert "“…”" in message(f"spec_aside_{kind}", lang, said="…")
        assert {key.split()[0] for key in words.asked_by} <= {*words.asides, *words.details}
    with judged_by(book, "vi"):
        world = World(judging=frozenset({"social_housing_rent_relief"}))
        world.perform("hộ nghèo, thuê nhà ở xã hội của Nhà nước, tiền thuê 1,2 triệu/tháng", place=StatedAt(3, False))
        assert set(world.record) == {"poverty_certificate", "rents_public_housing"}
        assert [remark.text for remark in world.remarks()] == [
            "Phần “tiền thuê 1,2 triệu/tháng” không được dùng. Tiền thuê không phải là thông tin để xét."
        ]


def test_what_a_programme_asks_for_is_not_left_out(book: ancu.Rulebook) -> None:
    with judged_by(book, "vi"):
        line = "hộ tách riêng đã 6 năm"
        World(judging=frozenset({"social_housing_rent"})).perform(line, "given")
        with pytest.raises(Mistake) as told:
            World(judging=frozenset({"poor_house_loan_2015"})).perform(line, "given")
        assert str(told.value) == (
            "“đã 6 năm” không nói đủ rõ điều mà chương trình hỏi: “Ngày tách hộ”. Hãy nêu đúng thông tin ấy, ví dụ: "
            '"Ngày tách hộ" là …'
        )
        # What the same line states is known.
        rate = World(judging=frozenset({"merit_rent_relief"}))
        rate.perform("ông là thương binh hạng 3/4, tỷ lệ thương tật 41%", "given")
        assert rate.record == {"merit_category": "war_invalid", "disability_rate": "41%"}
