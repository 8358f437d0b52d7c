"""``earlier_support.yaml``: it loads, and what is wrong with it is placed and says how to mend it."""

from __future__ import annotations

from pathlib import Path

import pytest

from ancu.doubles.columns import support_of
from ancu.errors import RulebookError
from ancu.rulebook.building import build
from tests.doubles.rosters import book
from tests.support.rulebooks import edited

PEOPLE = (Path(__file__).parents[1] / "household" / "people.yaml").read_text(encoding="utf-8")
FILE = """\
kinds:
  worked:
    title: {vi: Đã làm, en: Has worked}
    synonyms: [Làm rồi]
    states: {skills: [welder]}
    programmes: [buy]
within_province: [income]
in_two_projects: worked
reply_step: answered
columns:
  support_kind: {type: kind, label: {vi: Loại, en: Kind}}
"""


PROCEDURE = """\
procedure: sale
title: {vi: Bán, en: Sale}
programmes: [buy]
decided_by: sent
basis: ["nd-1:1"]
steps:
  sent: {title: {vi: Gửi, en: Sent}, who: {vi: A, en: A}, basis: ["nd-1:1"]}
  answered: {title: {vi: Trả lời, en: Answered}, who: {vi: B, en: B}, basis: ["nd-1:1"]}
"""


def whole(text: str) -> dict[str, bytes]:
    """The files of a small rulebook with people, a procedure, and this file of earlier support."""
    return edited(
        ("household.yaml", "", PEOPLE), ("procedures/sale.yaml", "", PROCEDURE), ("earlier_support.yaml", "", text)
    )


def problems(old: str, new: str) -> list[str]:
    assert old in FILE
    made, found = build(whole(FILE.replace(old, new, 1)))
    assert (made is None) == bool(found)
    return [problem.text("vi") for problem in found]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("{skills", "{skils", "Không có tên “skils”. Có phải ý bạn là “skills”?"),
        ("[welder]", "[potter]", "không hợp lệ cho “skills”"),
        ("programmes: [buy]\nwithin", "programmes: [buyy]\nwithin", "Không có tên “buyy”. Có phải ý bạn là “buy”?"),
        ("    programmes: [buy]\nwithin", "    on: relation\n    programmes: [buy]\nwithin", "không hợp lệ cho “on”"),
        ("within_province: [income]", "within_province: [incom]", "Không có tên “incom”. Có phải ý bạn là “income”?"),
        ("in_two_projects: worked", "in_two_projects: works", "Không có tên “works”"),
        (
            "    title: {vi: Đã làm, en: Has worked}\n    synonyms: [Làm rồi]\n    states: {skills: [welder]}",
            '    states: {wage: "9"}',
            "title",
        ),
        ("reply_step: answered", "reply_step: answerd", "Không có tên “answerd”. Có phải ý bạn là “answered”?"),
        ("[Làm rồi]", "[Làm rồi]\n    state: {}", "state"),
    ],
)
def test_what_is_wrong_is_placed(old: str, new: str, message: str) -> None:
    found = [text for text in problems(old, new) if text.startswith("earlier_support.yaml:")]
    assert len(found) >= 1
    assert message in found[0]


def test_a_kind_without_a_title_is_called_as_the_value_that_it_states() -> None:
    untitled = FILE.replace("    title: {vi: Đã làm, en: Has worked}\n", "")
    made, found = build(whole(untitled))
    assert (found, made is not None) == ([], True)
    assert support_of(made).kinds["worked"].title.vi == "Thợ hàn"  # type: ignore[arg-type]


def test_two_kinds_of_one_name_are_refused() -> None:
    other = "  other:\n    title: {vi: làm rồi., en: Other}\n    states: {skills: [welder]}\nwithin_province"
    assert any("Tên “làm rồi” đã dùng tại kinds: worked." in text for text in problems("within_province", other))


def test_a_rulebook_without_the_file_says_what_to_do() -> None:
    without, _ = build(edited())
    assert without is not None
    assert without.earlier_support is None
    with pytest.raises(RulebookError, match=r"không có tệp earlier_support\.yaml"):
        support_of(without)


def test_every_kind_touches_some_programme_and_every_support_of_a_person_is_a_kind() -> None:
    support, people = support_of(book()), book().people
    assert people is not None
    stated = {value for kind in support.kinds.values() for value in kind.facts.get("housing_supports", ())}
    assert stated == set(people.person.facts["housing_supports"].values)
