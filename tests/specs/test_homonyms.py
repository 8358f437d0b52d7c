"""Sentences that state one fact or another: what they state in a scenario follows from the programmes it judges."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import ancu
from ancu.messages import message
from ancu.specs.language.chosen import judged_by
from ancu.specs.language.feature_file import read_text
from ancu.specs.language.homonyms import programmes_judged
from ancu.specs.language.ledger import StatedAt
from ancu.specs.language.mistakes import Mistake
from ancu.specs.language.phrase_list import as_snippets, entries
from ancu.specs.language.world import World
from ancu.specs.run.run import run_specs

OF_HOUSEHOLDS = "Hỗ trợ nhà ở vùng đồng bào dân tộc thiểu số và miền núi"
OF_BUYERS = "Mua, thuê mua nhà ở xã hội"
OF_TEMPORARY_HOUSES = "Xóa nhà tạm, nhà dột nát cho hộ nghèo, hộ cận nghèo"
OF_THE_POOR = "Xác định hộ nghèo, hộ cận nghèo"


@pytest.fixture(autouse=True)
def _judged(book: ancu.Rulebook) -> Iterator[None]:
    with judged_by(book, "vi"):
        yield


def _stated(line: str, *programmes: str) -> dict[str, object]:
    judging = programmes_judged(f'xét "{programme}"' for programme in programmes)
    world = World(reading_only=True, spoken="vi", judging=judging)
    world.perform(line, "given", None, StatedAt(1, False))
    return world.record


@pytest.mark.parametrize(
    ("line", "programme", "fact"),
    [
        ("chưa có nhà ở", OF_BUYERS, "owns_home"),
        ("chưa có nhà ở", OF_HOUSEHOLDS, "has_house"),
        ("gia đình không có nhà", OF_HOUSEHOLDS, "has_house"),
        ("hộ ông Hùng chưa có nhà ở", OF_HOUSEHOLDS, "has_house"),
        ("chưa được hỗ trợ nhà ở", OF_BUYERS, "received_housing_support"),
        ("chưa được Nhà nước hỗ trợ nhà ở", OF_HOUSEHOLDS, "supported_by_any_programme"),
        (
            "chưa được hỗ trợ nhà ở",
            "Xóa nhà tạm, nhà dột nát cho hộ nghèo, hộ cận nghèo",
            "supported_by_other_programme",
        ),
        ("mái nhà không bền chắc", OF_THE_POOR, "durable_roof"),
        ("owns no home", OF_HOUSEHOLDS, "has_house"),
    ],
)
def test_a_sentence_states_the_fact_that_the_programme_uses(line: str, programme: str, fact: str) -> None:
    assert _stated(line, programme) == {fact: False}


@pytest.mark.parametrize("line", ["anh chưa có nhà ở", "người vay chưa có nhà ở"])
def test_what_one_person_has_is_not_said_of_the_household(line: str) -> None:
    assert _stated(line, OF_HOUSEHOLDS) == {"owns_home": False}


def test_where_no_programme_uses_either_the_first_meaning_stands() -> None:
    assert _stated("chưa có nhà ở") == _stated("chưa có nhà ở", OF_THE_POOR) == {"owns_home": False}


def test_where_programmes_use_both_the_line_is_refused_with_both() -> None:
    with pytest.raises(Mistake, match="“chưa có nhà ở thuộc sở hữu”, hoặc “hộ chưa có nhà ở”"):
        _stated("chưa có nhà ở", OF_BUYERS, OF_HOUSEHOLDS)
    assert _stated("hộ chưa có nhà ở", OF_BUYERS, OF_HOUSEHOLDS) == {"has_house": False}


def _file(tmp_path: Path, *scenarios: str) -> Path:
    file = tmp_path / "nha.feature"
    lines = ["# language: vi", "Tính năng: Nhà ở", "  Bối cảnh:", "    Biết chưa có nhà ở", *scenarios]
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def _scenario(name: str, *programmes: str) -> str:
    judged = [f'    Khi xét "{one}"\n    Thì kết quả là "chưa đủ thông tin"' for one in programmes]
    return "\n".join([f"  Tình huống: {name}", "    Biết ngày xét là 01/10/2024", *judged])


def test_a_background_is_read_by_each_scenario_for_itself(tmp_path: Path) -> None:
    run = run_specs([_file(tmp_path, _scenario("hộ", OF_HOUSEHOLDS), _scenario("mua", OF_BUYERS))])
    assert [result.outcome for result in run.results] == ["passed", "passed"]
    records = [result.decisions[0].context.record for result in run.results]
    assert [(one.get("has_house"), one.get("owns_home")) for one in records] == [(False, None), (None, False)]


def test_a_scenario_that_uses_both_is_flawed_at_its_line(tmp_path: Path) -> None:
    file = _file(tmp_path, _scenario("cả hai", OF_HOUSEHOLDS, OF_BUYERS))
    spec = read_text(file, file.read_text(encoding="utf-8"))
    near = "“chưa có nhà ở thuộc sở hữu”, hoặc “hộ chưa có nhà ở”"
    assert [(flaw.line, flaw.text) for flaw in spec.scenarios[0].flaws] == [
        (4, message("spec_homonym", "vi", step="chưa có nhà ở", near=near))
    ]


def test_the_phrase_book_tells_both_meanings_and_editors_complete_the_first(book: ancu.Rulebook) -> None:
    meanings = [one.meaning for one in entries(book, "vi") if one.text == "chưa có nhà ở"]
    assert len(meanings) == 2
    assert "nếu chương trình được xét dùng thông tin này" in meanings[1]
    assert as_snippets(book, "vi").count('"chưa có nhà ở": {') == 1
