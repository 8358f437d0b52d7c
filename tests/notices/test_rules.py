"""Files of notices in a rulebook: checked with it, and no part of what decisions are known by."""

from __future__ import annotations

import pytest

from ancu.rulebook.building import build
from tests.support.rulebooks import BASE

KINDS = """
kinds:
  refusal:
    title: {vi: Thông báo, en: Notice}
    subject: {vi: t, en: t}
    of: [ineligible]
    programmes: [buy]
    road: office
roads:
  office:
    text: {vi: "{days} ngày", en: "{days} days"}
    days: 90
    basis: ["nd-1:4"]
lists:
  buyers:
    title: {vi: Người mua, en: Buyers}
    signed: true
    programmes: [buy]
    places: {vi: trang, en: page}
    basis: ["nd-1:4"]
    fields:
      - {field: full_name, basis: ["nd-1:4.1"]}
"""


def problems(text: str) -> list[str]:
    return [one.text("vi") for one in build({**BASE, "notices/ours.yaml": text.encode()})[1]]


def test_no_decision_is_another_for_a_notice() -> None:
    without, _ = build(BASE)
    book, found = build({**BASE, "notices/ours.yaml": KINDS.encode()})
    assert found == []
    assert book is not None
    assert without is not None
    assert book.digest == without.digest
    assert list(book.notices.kinds) == ["refusal"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("road: office", "road: ofice", "notices/ours.yaml:8:11: Không có tên “ofice”. Có phải ý bạn là “office”?"),
        (
            "programmes: [buy]\n    road",
            "programmes: [by]\n    road",
            "notices/ours.yaml:7:18: Không có chương trình “by”.",
        ),
        ("road: office", "facts: {nowhere: [a]}\n    road: office", "notices/ours.yaml:8:13: Không có tên “nowhere”."),
        ('"nd-1:4.1"', '"nd-9:4.1"', "notices/ours.yaml:22:36: Chưa có văn bản “nd-9” trong instruments.yaml."),
        ("field: full_name", "field: income", "notices/ours.yaml:22:10: "),
        ("days: 90", "days: null", "notices/ours.yaml:10:3: Giá trị null phải kèm “note” nói vì sao chưa biết."),
    ],
)
def test_what_is_wrong_is_told_at_its_place(old: str, new: str, said: str) -> None:
    assert old in KINDS
    (problem,) = problems(KINDS.replace(old, new))
    assert problem.startswith(said), problem


def test_a_name_stands_once() -> None:
    (problem,) = (
        one.text("vi")
        for one in build(
            {**BASE, "notices/a.yaml": KINDS.encode(), "notices/b.yaml": KINDS.split("roads")[0].encode()}
        )[1]
    )
    assert problem.startswith("notices/b.yaml:3:3:")
