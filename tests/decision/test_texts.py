"""What is said of a decision is the same wherever it is said: library, command line, service, plain text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import ancu
from ancu.decision.contract import STATUSES
from ancu.decision.notes import note_texts
from ancu.decision.rendering import benefit_text, caveat_text, sentence, why_not_in_force
from ancu.messages import LANGUAGES, Language
from ancu.service.case import explanation_of
from ancu_cli.decisions import as_json
from tests.conftest import WORKER, Command
from tests.support.records import random_case

pytestmark = pytest.mark.slow

CASES = 400


@pytest.fixture(scope="module")
def decisions(book: ancu.Rulebook) -> list[ancu.Decision]:
    """Decisions on random records, at and beside changes of the law."""
    drawn = (random_case(book, seed) for seed in range(CASES))
    made = [ancu.decide(book, record, programme, day, "direct") for programme, day, record in drawn]
    assert {decision.status for decision in made} == set(STATUSES)
    assert any(decision.provisional for decision in made)
    assert any(decision.unset for decision in made)
    return made


@pytest.fixture(params=LANGUAGES)
def lang(request: pytest.FixtureRequest) -> Language:
    language: Language = request.param
    return language


def test_library_command_line_and_service_say_the_same(decisions: list[ancu.Decision], lang: Language) -> None:
    for decision in decisions:
        texts = decision.texts(lang).model_dump()
        assert as_json(decision, lang)["texts"] == texts
        served = json.loads(explanation_of(decision, lang).model_dump_json())["texts"]
        assert served == {**texts, "whole": decision.explain(lang)}


def test_each_piece_says_what_the_decision_states(decisions: list[ancu.Decision], lang: Language) -> None:
    for decision in decisions:
        texts = decision.texts(lang)
        told = 1 if decision.status == "not_in_force" else len(decision.told)
        assert len(texts.reasons) == told > 0
        assert bool(texts.benefit) == (decision.status == "eligible")
        for piece in ("missing", "conflicts", "priority", "papers", "possible_papers"):
            assert len(getattr(texts, piece)) == len(getattr(decision, piece)), piece
        assert bool(texts.unset) == bool(decision.unset)
        assert decision.provisional or not texts.caveats
        assert not decision.provisional or texts.caveats or texts.conflicts or decision.in_principle
        for piece in ("missing_for_benefit", "missing_for_priority"):
            assert len(getattr(texts, piece)) == len(getattr(decision, piece)), piece
        assert len(texts.open_priority) == len(decision.open_ranks)
        assert bool(texts.notes or texts.unset) == bool(decision.notes or decision.unset)


def test_nothing_is_blank_and_nothing_is_said_twice(decisions: list[ancu.Decision], lang: Language) -> None:
    assert any(len(decision.unset) > len(decision.texts(lang).unset) for decision in decisions), "no two share a note"
    for decision in decisions:
        texts = decision.texts(lang)
        assert texts.title
        assert texts.status
        sentences = list(_items(texts))
        assert all(text.strip() for text in sentences)
        assert len(sentences) == len(set(sentences)), (decision.programme, decision.as_of)


def test_the_plain_text_lists_all_pieces_and_nothing_else(decisions: list[ancu.Decision], lang: Language) -> None:
    for decision in decisions:
        lines = [line.removeprefix("- ") for line in decision.explain(lang).splitlines() if line.startswith("- ")]
        assert lines == list(_items(decision.texts(lang)))


def test_a_context_and_names_say_the_same_without_a_judgment(decisions: list[ancu.Decision], lang: Language) -> None:
    for decision in decisions:
        context = replace(decision.context, program=None, judgment=None)
        texts = decision.texts(lang)
        if decision.why is not None:
            assert [why_not_in_force(context, decision.why, lang)] == texts.reasons
            continue
        assert [sentence(context, name, lang) for name in decision.told] == texts.reasons
        granted = [option for option in decision.options if option.option in decision.chosen]
        open_ = [option for option in decision.options if option.option in decision.open_options]
        assert benefit_text(context, granted, open_, lang) == texts.benefit
        names = (*decision.unset, *decision.notes)
        notes = [text for name in names for text in note_texts(context, name, lang)]
        assert list(dict.fromkeys(notes)) == [*texts.unset, *texts.notes]
        assert {caveat_text(context, name, lang) for name in decision.caveats} >= set(texts.caveats)


def _items(texts: ancu.Texts) -> Iterator[str]:
    """The sentences of all pieces, in the order in which the plain text tells them.

    Of much that is missing the plain text asks what is best asked next, and tells the rest in one line.
    """
    if texts.benefit:
        yield texts.benefit
    if texts.benefit_basis:
        yield texts.benefit_basis
    yield from texts.missing_for_benefit
    yield from texts.settled
    much = len(texts.missing) > len(texts.next)
    yield from texts.next if much else ()
    yield from texts.reasons
    if much:
        yield "; ".join(label for label in texts.missing if not any(one.startswith(label) for one in texts.next))
    else:
        yield from texts.missing
    for piece in (
        "unset",
        "caveats",
        "conflicts",
        "priority",
        "open_priority",
        "missing_for_priority",
        "notes",
        "papers",
        "possible_papers",
    ):
        yield from getattr(texts, piece)


def test_the_command_writes_the_texts_of_all_programmes(
    book: ancu.Rulebook, ancu_here: Command, tmp_path: Path, lang: Language
) -> None:
    day = date(2026, 5, 1)
    (tmp_path / "ho-so.json").write_text(json.dumps(WORKER, ensure_ascii=False), encoding="utf-8")
    named = [argument for name in book.programmes for argument in ("--programme", name)]
    options = ("--as-of", str(day), "--format", "json", "--lang", lang)
    code, out, _ = ancu_here("explain", "ho-so.json", *named, *options)
    assert code == 0
    written = json.loads(out)
    assert {"closed", None} <= {answer["why"] for answer in written}
    for answer in written:
        answer["texts"].pop("choices", None)
        assert answer["texts"] == ancu.decide(book, WORKER, answer["programme"], day).texts(lang).model_dump()


def test_a_sum_is_told_with_the_text_that_set_it_and_no_article_of_another_programme(book: ancu.Rulebook) -> None:
    merit = {
        "merit_category": "war_invalid", "merit_person_alive": True, "martyr_relation": "none",
        "merit_recognised": True, "merit_suspended": False, "disability_rate": 30,
    }  # fmt: skip
    house = {
        "province": "bac_ninh", "lives_in_house": True, "registered_in_house": True, "house_condition": "temporary",
        "must_demolish": True, "supported_by_decision_22": False,
    }  # fmt: skip
    day = date(2025, 6, 1)
    grant = ancu.decide(book, merit | house, "merit_house_grant", day).texts("vi")
    assert "Điều 3 Quyết định 21/2024/QĐ-TTg" in grant.benefit_basis
    assert "Quyết định 22/2013/QĐ-TTg" not in grant.benefit_basis
    tenant = {"rents_public_housing": True, "named_in_rental_contract": True, "had_rent_relief": False}
    relief = ancu.decide(book, merit | tenant, "merit_rent_relief", day).texts("vi")
    assert "khoản 3 Điều 100 Nghị định 131/2021/NĐ-CP" in relief.benefit_basis
    assert "Điều 105" not in relief.benefit_basis
    not_set = ancu.decide(book, merit | house, "merit_house_grant", date(2026, 6, 1)).texts("vi")
    assert not not_set.benefit_basis
