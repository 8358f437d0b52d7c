"""The prior of interviews as a file of the rulebook: beside the law, and checked against the vocabulary."""

from __future__ import annotations

import pytest

from ancu.rulebook.building import build
from tests.support.rulebooks import BASE

PRIOR = """\
note: {vi: Tự dựng, en: Made up}
facts:
  kind: {answers: [worker, other], shares: [1, 3]}
"""


def test_no_decision_is_another_for_a_prior() -> None:
    without, _ = build(BASE)
    book, problems = build({**BASE, "interview.yaml": PRIOR.encode()})
    assert problems == []
    assert book is not None
    assert without is not None
    assert book.digest == without.digest
    assert book.answer_shares == {"kind": (("worker", 0.25), ("other", 0.75))}
    assert without.answer_shares == {}
    assert book.topics == without.topics == ()


def test_topics_are_sections_of_the_vocabulary_each_once() -> None:
    section = next(iter(sections()))
    asked = f"note: {{vi: Tự dựng, en: Made up}}\ntopics: [[{section}], [x, {section}]]\nfacts: {{}}\n"
    book, problems = build({**BASE, "interview.yaml": asked.encode()})
    assert book is None
    assert [problem.text("vi").partition(". ")[0] for problem in problems] == [
        "interview.yaml:2:16: Không có tên “x”",
        f"interview.yaml:2:19: Tên “{section}” đã dùng tại topics",
    ]
    book, problems = build({**BASE, "interview.yaml": asked.replace(f"[x, {section}]", "[]").encode()})
    assert problems == []
    assert book is not None
    assert book.topics == ((section,), ())


def sections() -> list[str]:
    book, _ = build(BASE)
    assert book is not None
    return list(book.sections)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "kind",
            "kin",
            "interview.yaml:3:3: Không có tên “kin”. Có phải ý bạn là “kind”?",
        ),
        ("worker", "farmer", "interview.yaml:3:20: Giá trị “farmer” không hợp lệ cho “kind”: "),
        ("[1, 3]", "[1]", "Số câu trả lời (answers) và số tỷ lệ (shares) phải bằng nhau."),
        ("[1, 3]", "[0, 3]", "interview.yaml:3:45: "),
    ],
)
def test_a_prior_is_checked(old: str, new: str, said: str) -> None:
    book, problems = build({**BASE, "interview.yaml": PRIOR.replace(old, new).encode()})
    assert book is None
    assert [said in problem.text("vi") for problem in problems] == [True], [problem.text("vi") for problem in problems]
