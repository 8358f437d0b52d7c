"""The household file: it loads, and what is wrong with it is placed and says how to mend it."""

from __future__ import annotations

from pathlib import Path

import pytest

from ancu.rulebook.building import build
from tests.support.rulebooks import edited

FILE = (Path(__file__).parent / "people.yaml").read_text(encoding="utf-8")


def problems(old: str, new: str) -> list[str]:
    assert old in FILE
    book, found = build(edited(("household.yaml", "", FILE.replace(old, new, 1))))
    assert (book is None) == bool(found)
    return [problem.text("vi") for problem in found]


def test_a_household_is_part_of_the_rulebook() -> None:
    book, found = build(edited(("household.yaml", "", FILE)))
    assert found == []
    assert book is not None
    assert book.people is not None
    assert set(book.people.projections) == {"people", "income", "floor_area", "kind", "province"}
    assert book.people.person.facts["wage"].bounds == book.facts["income"].bounds


def test_without_the_file_there_are_no_people() -> None:
    book, _ = build(edited())
    assert book is not None
    assert book.people is None


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("count(member)", "count(membr)",
         "65:24: Không có tên “membr”. Có phải ý bạn là “member”? Hãy sửa tên hoặc khai báo nó."),
        ("count(member)", "'count(member, wage, rank)'",
         "65:19: Hàm “count” cần 1–2 giá trị, đang có 3."),
        ("sum(spouse, wage)", "sum(spouse, married_on)",
         "66:53: Cần một con số, gặp ngày."),
        ("sum(spouse, wage)", "sum(spouse, home)",
         "66:45: Kiểu không khớp: cần số tiền, gặp diện tích."),
        ("of(ranked, home)", "of(ranked and member, home)",
         "67:26: Vai trò “ranked” được chọn trong cả hộ nên chỉ đứng một mình ở vị trí đầu của of, any, count, sum, "
         "highest."),
        ("{like: income,", "{like: incom,",
         "36:16: Không có tên “incom”. Có phải ý bạn là “income”? Hãy sửa tên hoặc khai báo nó."),
        ("begins: born_on", "begins: bornon",
         "18:3: Không có tên “bornon”. Có phải ý bạn là “born_on”? Hãy sửa tên hoặc khai báo nó."),
        ("includes(skills, 'welder')", "includes(skills, 'cook')",
         "68:72: Không có giá trị “cook” trong danh mục: tailor, welder."),
        ("includes(skills, 'welder')", "includes(wage, 'welder')",
         "68:63: Kiểu không khớp: cần danh sách, gặp số tiền."),
        ("spouse: applicant}", "spouse: aplicant}",
         "71:3: Không có tên “aplicant”. Có phải ý bạn là “applicant”? Hãy sửa tên hoặc khai báo nó."),
        ("{role: applicant, facts: [province]", "{role: applicant",
         "69:3: “role” và “facts” đi cùng nhau."),
        ("people: {when", "peple: {when",
         "65:3: Không có tên “peple”. Có phải ý bạn là “people”? Hãy sửa tên hoặc khai báo nó."),
        ("  member: {title", "  members: {title",
         "65:24: Không có tên “member”. Có phải ý bạn là “members”? Hãy sửa tên hoặc khai báo nó."),
        ("      - rank = 'gold'\n      - rank = 'iron'\n", "      - rank = 'gold'\n    when: rank = 'iron'\n",
         "59:3: Một vai trò có “when”, hoặc có “first” gồm nhiều dòng theo thứ tự; không có cả hai."),
        ("seen_from:", "of_the_applicant: [floor_aria]\nseen_from:",
         "70:20: Không có tên “floor_aria”. Có phải ý bạn là “floor_area”? Hãy sửa tên hoặc khai báo nó."),
        ("seen_from:", "of_the_applicant: [income]\nseen_from:",
         "70:20: “income” đã suy ra từ thành viên ở “projections” nên không ghi thêm ở “of_the_applicant”. Hãy bỏ một "
         "trong hai."),
        ("seen_from:", "told_by_relation: {rankk: {gold: [Vợ]}}\nseen_from:",
         "70:20: Không có tên “rankk”. Có phải ý bạn là “rank”? Hãy sửa tên hoặc khai báo nó."),
        ("seen_from:", "told_by_relation: {rank: {golden: [Vợ]}}\nseen_from:",
         "70:27: Không có tên “golden”. Có phải ý bạn là “gold”? Hãy sửa tên hoặc khai báo nó."),
        ("closed: none", "closed: none\n  hobby: {type: yes_no, label: {vi: x, en: x}, section: person}",
         "46:3: Không chương trình nào dùng “hobby”. Hãy bỏ nó hoặc sửa tên ở nơi lẽ ra phải dùng."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_placed(old: str, new: str, message: str) -> None:
    assert problems(old, new) == [f"household.yaml:{message}"]
