"""What the checks tell of a rulebook that serves: what an officer owes, and what looks like a slip."""

from __future__ import annotations

import pytest

from ancu.rulebook.building import build
from ancu.rulebook.owed import owed
from tests.support.rulebooks import Edit, edited

VOCABULARY, PARAMETERS, PROGRAMME = "vocabulary.yaml", "parameters.yaml", "programmes/p.yaml"


def told(*edits: Edit) -> list[str]:
    """The kinds of what is owed, with the names."""
    book, problems = build(edited(*edits))
    assert book is not None, [problem.text("en") for problem in problems]
    return [f"{problem.kind} {problem.values['name']}" for problem in owed(book)]


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        ((PARAMETERS, "value: 20000000", "value: 200000000"), "figure_slip cap"),
        ((PARAMETERS, "value: 20000000", "value: 2000000"), "figure_slip cap"),
        (
            (PROGRAMME, "when: total <= coef * cap", "when: total <= coef * cap or people >= 4"),
            "figure_hidden within_cap",
        ),
        (
            (PROGRAMME, "when: kind = 'worker'\n    basis: [\"nd-1:1.1\"]",
             "when: kind = 'worker'\n    basis: [\"nd-1:1.1\"]\n    gate: true"),
            None,
        ),
    ],
)  # fmt: skip
def test_a_slip_is_told_where_it_is_made(edit: Edit, expected: str | None) -> None:
    before, after = set(told()), set(told(edit))
    assert after - before == ({expected} if expected else set())


def test_a_tenfold_slip_is_told_of_any_number() -> None:
    first, second = '- {to: 2024-12-31, value: 15, basis: ["nd-1:2"]}', "- {from: 2025-01-01, value: 150, basis"
    area = (PARAMETERS, "- {value: 15, basis", f"{first}\n      {second}")
    assert "figure_slip least" in told(area)
    assert "figure_slip least" not in told((area[0], area[1], area[2].replace("150", "75")))


def test_english_may_come_later_and_is_told_until_then() -> None:
    only = ((PROGRAMME, "{vi: Là công nhân, en: A worker}", "{vi: Là công nhân}"), (VOCABULARY, ", en: Worker}", "}"))
    assert [one for one in told() if one.startswith("owed_english")] == []
    assert {"owed_english is_worker", "owed_english kind"} <= set(told(*only))
    book, _ = build(edited(*only))
    assert book is not None
    assert book.conditions["is_worker"].title["en"] == "Là công nhân"
    assert next(p for p in owed(book) if p.kind == "owed_english").values["keys"] == "values.worker"


def test_a_range_is_owed_until_the_vocabulary_has_one() -> None:
    assert "owed_range income" in told()
    ranged = (
        (VOCABULARY, "facts:\n", "plausible:\n  sums: {min: 1, max: 2, reason: {vi: x, en: x}}\nfacts:\n"),
        (VOCABULARY, "bounds: {min: 0, max: 1000000000}", "bounds: {min: 0, max: 1000000000}\n    plausible: sums"),
    )
    assert "owed_range income" not in told(*ranged)


def test_a_failing_condition_has_a_sentence_of_its_own() -> None:
    assert "owed_sentence crowded" in told()
    sentence = (
        PROGRAMME,
        "    when: floor_area",
        "    not_met: {vi: Nhà rộng, en: A large home}\n    when: floor_area",
    )
    assert "owed_sentence crowded" not in told(sentence)


def test_what_nothing_rests_on_is_told() -> None:
    unused = (
        "instruments.yaml",
        "  nd-1:\n",
        "  nd-2:\n    number: 2/2024\n    kind: {vi: x, en: x}\n    issuer: {vi: x, en: x}\n    title: {vi: x, en: x}\n"
        "    issued: 2024-01-01\n    in_force: {from: 2024-01-01}\n  nd-1:\n",
    )
    assert "idle_instrument nd-2" in told(unused)


def test_a_slot_without_a_state_is_told_until_somebody_looks_it_up() -> None:
    other = "region: o\ntitle: {vi: Nơi khác, en: Elsewhere}\n"
    assert "owed_state coef" in told(("regions/o.yaml", "", other))
    looked_up = other + "looked_up:\n  - {on: 2024-05-01, where: {vi: x, en: x}, slots: [coef]}\n"
    assert "owed_state coef" not in told(("regions/o.yaml", "", looked_up))


def test_a_note_quotes_nothing_younger_than_itself() -> None:
    younger = (
        "instruments.yaml",
        "  nd-1:\n",
        "  nd-9:\n    number: 9/2030\n    kind: {vi: x, en: x}\n    issuer: {vi: x, en: x}\n    title: {vi: x, en: x}\n"
        "    issued: 2030-01-01\n    in_force: {from: 2030-01-01}\n  nd-1:\n",
    )
    note = (PARAMETERS, "value: 15000000, basis", "value: 15000000, note: {vi: Theo 9/2030, en: x}, basis")
    assert "note_out_of_time cap" in told(younger, note)
