"""Draws: read and checked with the rulebook, and no part of what decisions are known by."""

from __future__ import annotations

import pytest

import ancu
from ancu.rulebook.building import build
from ancu.rulebook.draws import OPEN_POINTS
from tests.support.rulebooks import BASE

DRAWS = """
points:
  rounding:
    title: {vi: Số lẻ, en: Not whole}
    options:
      down: {title: {vi: Xuống, en: Down}, caveat: {vi: Ít hơn, en: Less}}
      nearest: {title: {vi: Gần nhất, en: Nearest}, caveat: {vi: Tùy, en: Either}}
      up: {title: {vi: Lên, en: Up}, caveat: {vi: Nhiều hơn, en: More}}
procedures:
  sale:
    title: {vi: Bán, en: Sale}
    programmes: [buy]
    funding: [developer]
    from: 2024-01-01
    organiser: {vi: Chủ đầu tư, en: Developer}
    supervisors: {}
    set_aside: {formula: share, of: eligible, flats: offered, title: {vi: t, en: t}, basis: ["nd-1:4"]}
    order: groups
    points: [rounding]
    basis: ["nd-1:4"]
"""


def with_draws(text: str = DRAWS) -> dict[str, bytes]:
    return {**BASE, "draws.yaml": text.encode()}


def test_no_decision_is_another_for_a_draw() -> None:
    without, _ = build(BASE)
    book, problems = build(with_draws())
    assert problems == []
    assert book is not None
    assert without is not None
    assert book.digest == without.digest
    assert book.draws is not None


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("[buy]", "[bui]", "“bui”"),
        ("points: [rounding]", "points: [roundin]", "Thủ tục bốc thăm dẫn tới điểm “roundin” không có trong “points”"),
        ("      up:", "      over:", "không phải điều mà việc bốc thăm biết thực hiện"),
        ('basis: ["nd-1:4"]}', 'basis: ["nd-9:4"]}', "“nd-9”"),
    ],
)
def test_what_names_nothing_is_told(old: str, new: str, said: str) -> None:
    assert old in DRAWS
    book, problems = build(with_draws(DRAWS.replace(old, new)))
    assert book is None
    assert [said in problem.text("vi") for problem in problems] == [True]


def test_every_open_point_of_the_law_is_answered_by_the_draw(book: ancu.Rulebook) -> None:
    assert book.draws is not None
    assert set(book.draws.points) == set(OPEN_POINTS)
    asked = {point for procedure in book.draws.procedures.values() for point in procedure.points}
    assert asked == set(OPEN_POINTS)
