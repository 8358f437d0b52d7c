"""A phrase with words of its own beside it: what is read by it, and that nothing that could change it is left out."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ancu
from ancu.specs.language.chosen import judged_by
from ancu.specs.language.grammar import grammar_of, states
from ancu.specs.language.own_words import Known, OwnWords
from ancu.specs.language.words import words_in


@pytest.fixture(autouse=True)
def _judged(book: ancu.Rulebook) -> Iterator[None]:
    with judged_by(book, "vi"):
        yield


def _stated(book: ancu.Rulebook, line: str) -> list[dict[str, object]] | None:
    said = grammar_of(book).read(line)
    return None if said is None else [states(one) for one in said]


@pytest.mark.parametrize(
    ("line", "facts"),
    [
        ("học sinh dân tộc nội trú công lập", {"employment": "student", "housing_law_groups": "student"}),
        ("căn nhà do Quỹ nhà ở địa phương tạo lập", {"fund_level": "local"}),
        ("nhà trong vùng hay bị lụt", {"disaster_prone_area": True}),
        ("chủ đầu tư dự án là doanh nghiệp", {"project_funding": "developer"}),
    ],
)
def test_a_phrase_is_read_beside_words_of_phrases_that_mean_the_same(
    book: ancu.Rulebook, line: str, facts: dict[str, object]
) -> None:
    assert _stated(book, line) == [facts]


@pytest.mark.parametrize(
    "line",
    [
        "thu nhập bình quân 1,2 triệu đồng/tháng",  # of each person, or of all months
        "có người trong hộ là thương binh",  # another person
        "nhà hàng xóm trong vùng hay bị lụt",
        "chưa có nhà cho thuê",
        "hết là học sinh dân tộc nội trú công lập",
        "học sinh dân tộc nội trú công lập đã nghỉ học",
        "nhà cũ cách đơn vị 40 km",
    ],
)
def test_what_could_make_another_thing_of_it_is_not_passed_over(book: ancu.Rulebook, line: str) -> None:
    assert _stated(book, line) is None


def _firm() -> list[str]:
    words = words_in("vi")
    return sorted({*words.decisive, *words.denying, *words.persons})


def _known(book: ancu.Rulebook) -> tuple[OwnWords, list[Known]]:
    own = grammar_of(book).loose.own_words[0]
    return own, own.phrases


@given(data=st.data())
def test_a_word_that_decides_is_never_one_of_its_own(book: ancu.Rulebook, data: st.DataObject) -> None:
    own, phrases = _known(book)
    one = data.draw(st.sampled_from(phrases))
    word = data.draw(st.sampled_from(_firm()))
    at = data.draw(st.integers(0, len(one.row)))
    row = (*one.row[:at], word, *one.row[at:])
    found = own.find(row)
    assert found is None or row.count(word) <= found.row.count(word)


@given(data=st.data())
def test_two_phrases_that_mean_different_things_are_not_read_as_one(book: ancu.Rulebook, data: st.DataObject) -> None:
    own, phrases = _known(book)
    one, other = data.draw(st.sampled_from(phrases)), data.draw(st.sampled_from(phrases))
    found = own.find((*one.row, *other.row))
    for said in (one, other):
        assert found is None or set(said.row) <= set(found.row) or said.stated.items() <= found.stated.items()
