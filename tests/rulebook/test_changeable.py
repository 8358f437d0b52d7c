"""``changeable.yaml``: it loads beside the law, and what is wrong with it is placed and says how to mend it."""

from __future__ import annotations

import pytest

from ancu.rulebook.building import build
from tests.support.rulebooks import base_book, edited

EVIDENCE = """\
documents:
  pay_slip:
    title: {vi: Bảng lương, en: Pay slip}
    versions: [{from: 2024-01-01, basis: ["nd-1:1"]}]
"""
FILE = """\
facts:
  income: {by: applicant, effort: circumstance, to: lower}
  kind: {by: applicant, effort: request, to: [worker], act: {vi: làm, en: do}}
"""


def problems(old: str = "", new: str = "") -> list[str]:
    papers = [
        ("evidence.yaml", "", EVIDENCE),
        ("changeable.yaml", "", FILE.replace(old, new, 1)),
        ("vocabulary.yaml", "  income:\n", "  income:\n    evidence: pay_slip\n"),
        ("vocabulary.yaml", "  kind:\n", "  kind:\n    evidence: pay_slip\n"),
    ]
    made, found = build(edited(*papers))
    assert (made is None) == bool(found)
    return [problem.text("vi") for problem in found]


def test_it_loads_and_no_digest_changes() -> None:
    assert problems() == []
    book, _ = build(edited(("changeable.yaml", "", "facts: {}\n")))
    assert book is not None
    plain, _ = build(edited())
    assert plain is not None
    assert book.digest == plain.digest


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("income:", "incom:", "Không có tên “incom”. Có phải ý bạn là “income”?"),
        ("to: lower", "to: true", "“True” không hợp lệ cho “to”: cần lower (thấp hơn) hoặc higher (cao hơn)."),
        ("to: [worker]", "to: [miner]", "“miner” không hợp lệ cho “to”: cần danh sách các giá trị trong:"),
        (", act: {vi: làm, en: do}", "", "Thiếu khóa “act”."),
        ("  kind:", "  floor_area:", "Không giấy tờ nào chứng minh “floor_area”"),
        ("effort: request", "effort: easy", "request"),
    ],
)
def test_what_is_wrong_is_placed(old: str, new: str, message: str) -> None:
    (first, *_) = problems(old, new)
    assert first.startswith("changeable.yaml:")
    assert message in first


def test_a_rulebook_without_it_knows_no_changes() -> None:
    from tests.decision.test_deciding import REST

    assert base_book(REST).changeable == {}
