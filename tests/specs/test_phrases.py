"""Phrases: read as meant, never two ways; the lists, the phrase book and the snippets made from them."""

from __future__ import annotations

import json
import re
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ancu
from ancu.messages import LANGUAGES, Language
from ancu.rulebook.phrases import BLANK, Blank, Words, collide, spoken, words_of
from ancu.rulebook.values import parse
from ancu.specs.language.grammar import grammar_of, outcome, states
from ancu.specs.language.phrase_list import as_markdown, as_snippets, entries
from tests.conftest import ROOT, Run

BOOKS: dict[Language, str] = {"vi": "so-tay-cau.md", "en": "phrase-book.md"}
SAMPLES = {"money": "22 triệu", "area": "59,9 m²", "distance": "12", "count": "3", "percent": "61 %", "months": "12"}


def test_every_phrase_reads_as_what_it_says_with_any_subject(book: ancu.Rulebook) -> None:
    grammar = grammar_of(book)
    phrases = list(spoken(book))
    assert len(phrases) > 200
    for said in phrases:
        sample = "01/11/2025"
        if said.name in book.facts:
            fact = book.facts[said.name]
            sample = SAMPLES.get(fact.type, next(iter(fact.values), sample))
        text = BLANK.sub(sample, said.text)
        for line in (text, f"người đứng đơn {text}", text.upper().replace("TRIỆU", "triệu")):
            sayings = grammar.read(line)
            assert sayings is not None, line
            assert [saying.sentence.phrase for saying in sayings] == [said], line


@pytest.mark.parametrize(
    ("line", "facts"),
    [
        ("độc thân", {"marital_status": "single"}),
        ("người này độc thân, thu nhập 14,5 triệu một tháng và là hộ nghèo",
         {"marital_status": "single", "net_income": 14_500_000, "poverty_certificate": "poor"}),
        ("có nhà cách nơi làm việc 12,5 km", {"owns_home": True, "home_to_work_distance": 1250}),
        ("the applicant is married and earns 20 triệu a month",
         {"marital_status": "married", "net_income": 20_000_000}),
        ("vợ hoặc chồng thu nhập 9 triệu một tháng", {"spouse_net_income": 9_000_000, "marital_status": "married"}),
    ],
)  # fmt: skip
def test_what_a_line_states(book: ancu.Rulebook, line: str, facts: dict[str, object]) -> None:
    sayings = grammar_of(book).read(line)
    assert sayings is not None
    stated = {name: value for saying in sayings for name, value in states(saying).items()}
    assert {name: parse(book.facts[name], value) for name, value in stated.items()} == facts


def test_general_steps_join_phrases_on_a_line(book: ancu.Rulebook) -> None:
    grammar = grammar_of(book)

    def keys(line: str) -> list[str]:
        return [saying.sentence.key or "phrase" for saying in grammar.read(line) or ()]

    assert keys("độc thân và ngày xét là 01/05/2026") == ["phrase", "step_as_of"]
    assert keys("ngày xét là 01/05/2026, độc thân") == ["step_as_of", "phrase"]
    assert keys('độc thân, "Thu nhập" là 5 triệu') == ["phrase", "step_fact"]
    # What is quoted, and the value after it, are one sentence whatever they hold.
    assert keys('"Nhóm đối tượng" là công nhân và sinh viên') == ["step_fact"]
    assert keys("độc thân và gì đó") == []


def test_what_a_line_expects(book: ancu.Rulebook) -> None:
    grammar = grammar_of(book)
    for line, expected in (("thu nhập trong mức trần", True), ("thu nhập vượt mức trần", False)):
        sayings = grammar.read(line)
        assert sayings is not None
        assert outcome(sayings[0]) is expected
    assert grammar.read("thu nhập trong mức") is None


#: Patterns of up to three words, with blanks; the shortest line that two can share has at most five words.
WORDS = st.lists(st.sampled_from(["a", "b", "7", Blank("x", False), Blank("n", True)]), min_size=1, max_size=3)
LINES = [line for length in range(1, 6) for line in product(["a", "b", "7"], repeat=length)]


def _matches(words: Words, line: tuple[str, ...]) -> bool:
    parts = [word if isinstance(word, str) else (r"7( \w)*" if word.numeric else r"\w( \w)*") for word in words]
    return re.fullmatch(" ".join(parts), " ".join(line)) is not None


@given(WORDS, WORDS)
def test_two_phrases_collide_exactly_when_some_line_is_both(a: list[str | Blank], b: list[str | Blank]) -> None:
    both = any(_matches(tuple(a), line) and _matches(tuple(b), line) for line in LINES)
    assert collide(tuple(a), tuple(b)) is both
    assert collide(tuple(b), tuple(a)) is both


def test_a_blank_does_not_reach_across_a_joint() -> None:
    assert not collide(words_of("sống cùng {ai}"), words_of("sống cùng mẹ và con"))
    assert collide(words_of("sống cùng {ai}"), words_of("sống cùng mẹ con"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_phrase_book_in_docs_is_that_of_the_rules(book: ancu.Rulebook, lang: Language) -> None:
    written = (ROOT / "docs" / "generated" / BOOKS[lang]).read_text(encoding="utf-8")
    # Of another rulebook, `ancu rules check` says that the phrase book has to be made again.
    if book.digest[:12] in written:
        assert written == as_markdown(book, lang), "run: make docs"
    else:
        assert re.search("`[0-9a-f]{12}`", written)


def test_steps_are_found_by_a_word_without_marks(book: ancu.Rulebook, ancu_command: Run) -> None:
    found = [entry.text for entry in entries(book, "vi", "doc than")]
    assert "độc thân" in found
    assert "tại tỉnh {tỉnh}" not in found
    done = ancu_command("spec", "steps", "khoảng cách")
    assert "có nhà cách nơi làm việc {km} km" in done.stdout
    assert '"Khoảng cách từ nhà ở (nơi ở) đến nơi làm việc" là {giá trị}' in done.stdout
    assert "Không có câu nào chứa “zzz”." in ancu_command("spec", "steps", "zzz").stdout


def test_snippets_complete_every_sentence(book: ancu.Rulebook, ancu_command: Run) -> None:
    snippets = json.loads(ancu_command("spec", "steps", "--format", "snippets").stdout)
    assert snippets == json.loads(as_snippets(book, "vi"))
    assert snippets["có nhà cách nơi làm việc {km} km"]["body"] == "có nhà cách nơi làm việc ${1:km} km"
    assert "doc than" in snippets["độc thân"]["prefix"]
    assert len(snippets) > 400
