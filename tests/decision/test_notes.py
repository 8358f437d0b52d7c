"""Which notes of law are told: those that are true on the day, and none that speaks of a later text."""

from __future__ import annotations

import re
from datetime import date

import pytest

import ancu
from tests.support.records import random_case
from tests.support.thorough import enough

CASES = enough(2_000, 400)
_NUMBER = re.compile(r"\d+/(20\d\d)/[A-ZĐ]")


@pytest.mark.sweep
def test_no_note_quotes_an_instrument_of_after_the_day(book: ancu.Rulebook) -> None:
    issued = {instrument.number: instrument.issued for instrument in book.instruments.values()}
    quoting = 0
    for seed in range(CASES):
        programme, day, record = random_case(book, seed)
        decision = ancu.decide(book, record, programme, day, "direct")
        for note in decision.texts("vi").notes:
            for number in (n for n in issued if n in note):
                quoting += 1
                assert issued[number] <= day, (programme, day, note)
            assert all(int(quoted[1]) <= day.year for quoted in _NUMBER.finditer(note)), (programme, day, note)
    assert quoting


def test_a_dated_note_is_told_on_its_days_alone(book: ancu.Rulebook) -> None:
    def told(day: date) -> bool:
        record = {"employer_kind": "enterprise"}
        notes = ancu.decide(book, record, "employer_housing_rental", day).texts("vi").notes
        return any("Nghị quyết 201/2025/QH15" in note for note in notes)

    assert not told(date(2025, 5, 31))
    assert told(date(2025, 6, 1))


def test_a_shared_condition_is_cited_by_the_article_of_the_programme(book: ancu.Rulebook) -> None:
    """Relief of rent stands in Article 100 of Decree 131/2021, relief of the land fee in Articles 104 and 105."""
    articles = {"merit_rent_relief": "Điều 100", "merit_land_use_fee_relief": "Điều 105"}
    facts = {
        "merit_category": "imprisoned",
        "merit_person_alive": True,
        "merit_suspended": False,
        "merit_recognised": True,
    }
    for programme, article in articles.items():
        decision = ancu.decide(book, facts, programme, date(2026, 5, 1))
        lines = decision.explain("vi", settled="tree").splitlines()
        sentences = [line for line in lines if "Là người bị địch bắt tù, đày" in line]
        assert sentences
        for sentence in sentences:
            assert article in sentence
            assert not any(other in sentence for other in articles.values() if other != article)
