"""Coverage of the law: this repository's specs show everything; what is called impossible is; what a reader is told."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ancu.inference import direct
from ancu.inference.program import program_on
from ancu.specs.language.chosen import book as chosen_book
from ancu.specs.measure.baseline import FILE, was_reviewed
from ancu.specs.measure.collect import Collection, collect
from ancu.specs.measure.coverage import GOALS, Coverage, measure
from ancu.specs.measure.influence import influence_of
from ancu.specs.measure.ranges import ranges
from ancu.specs.measure.sway import Sway
from tests.conftest import ROOT, Run
from tests.support.records import random_case

pytestmark = pytest.mark.slow  # runs all specs, and changed ones

FEATURES = ROOT / "features"
HEAD = """# language: vi
Tính năng: Thuê nhà lưu trú công nhân

  Bối cảnh:
    Biết hồ sơ:
      | Làm việc trong khu công nghiệp       | có    |
      | Có hợp đồng lao động                 | có    |
      | Nơi xác nhận đơn thuê nhà lưu trú    | Doanh nghiệp, hợp tác xã sản xuất trong khu công nghiệp |
      | Đang thuê nhà ở xã hội               | không |
      | Đang thuê nhà lưu trú công nhân khác | không |
    Và ngày xét là 01/05/2026
"""


@pytest.fixture(scope="module")
def ours() -> Collection:
    """All our scenarios: some seven seconds of a core with what is measured of them, so only in a sweep."""
    return collect([FEATURES])


@pytest.fixture
def measured(tmp_path: Path) -> object:
    def run(text: str) -> Coverage:
        (tmp_path / "luu_tru.feature").write_text(HEAD + text, encoding="utf-8")
        return measure(collect([tmp_path]), ["worker_lodging"])

    return run


@pytest.mark.sweep(only=True)
def test_our_specs_show_every_outcome_that_the_law_allows(ours: Collection) -> None:
    assert ours.failures == []
    coverage = measure(ours)
    # New law may wait for its scenarios; `ancu rules check` says which are owed.
    assert coverage.percent >= 95
    if was_reviewed(FEATURES / FILE, ours.book):
        unseen = {f"{e.condition}@{e.period.start}": e.unseen for e in coverage.entries if e.unseen}
        assert unseen == {}
        assert coverage.percent == 100
    assert {entry.condition for entry in coverage.entries} == set(ours.book.conditions)


def seen(coverage: object, condition: str) -> set[str]:
    assert isinstance(coverage, Coverage)
    (entry,) = (entry for entry in coverage.entries if entry.condition == condition)
    return set(entry.seen)


def test_an_eligible_case_shows_its_conditions_met_and_decisive(measured: object) -> None:
    text = '\n  Tình huống: Đủ\n    Khi xét "worker_lodging"\n    Thì kết quả là "đủ điều kiện"\n'
    coverage = measured(text)  # type: ignore[operator]
    assert seen(coverage, "lodging_contract") == {"met", "decisive"}


def test_of_two_conditions_that_fail_neither_decides(measured: object) -> None:
    text = """
  Tình huống: Hai điều
    Biết "Có hợp đồng lao động" là không
    Và "Làm việc trong khu công nghiệp" là không
    Khi xét "worker_lodging"
    Thì kết quả là "không đủ điều kiện"
"""
    coverage = measured(text)  # type: ignore[operator]
    assert seen(coverage, "lodging_contract") == {"not_met"}
    assert seen(coverage, "producer_worker") == {"not_met"}
    assert seen(coverage, "no_other_rental") == {"met"}


def test_an_unknown_condition_is_forced_both_ways(measured: object) -> None:
    text = """
  Tình huống: Chưa rõ
    Biết "Có hợp đồng lao động" là (trống)
    Khi xét "worker_lodging"
    Thì kết quả là "chưa đủ thông tin"
"""
    assert seen(measured(text), "lodging_contract") == {"unknown", "decisive"}  # type: ignore[operator]


def test_every_row_and_example_is_a_case_of_its_own(tmp_path: Path) -> None:
    text = """
  Tình huống: Bảng
    Khi xét "worker_lodging"
    Thì kết quả từng dòng là:
      | Có hợp đồng lao động | kết quả            |
      | có                   | đủ điều kiện       |
      | không                | không đủ điều kiện |

  Khung tình huống: Dữ liệu
    Biết "Có hợp đồng lao động" là <có>
    Khi xét "worker_lodging"
    Thì kết quả là "<kết quả>"

    Dữ liệu:
      | có    | kết quả            |
      | có    | đủ điều kiện       |
      | không | không đủ điều kiện |
"""
    file = tmp_path / "a.feature"
    file.write_text(HEAD + text, encoding="utf-8")
    cases = collect([file]).examples
    lines = file.read_text(encoding="utf-8").splitlines()
    # The judgment that a table repeats for each of its rows is a case too, of which nothing is expected.
    assert [bool(case.expectations) for case in cases] == [False, True, True, True, True]
    assert [lines[case.place.line - 1].split("|")[1].strip() for case in cases[1:3]] == ["có", "không"]


def test_a_scenario_that_does_not_hold_is_told_and_fails_the_command(ancu_command: Run, tmp_path: Path) -> None:
    text = '\n  Tình huống: Sai\n    Khi xét "worker_lodging"\n    Thì kết quả là "không đủ điều kiện"\n'
    (tmp_path / "sai.feature").write_text(HEAD + text, encoding="utf-8")
    done = ancu_command("spec", "coverage", "sai.feature")
    assert done.returncode == 1
    assert "1 tình huống không khớp" in done.stderr
    assert "sai.feature:15" in done.stderr
    assert "0/" in done.stdout.splitlines()[0]


@settings(max_examples=150)
@given(st.integers(0, 2**32 - 1))
def test_what_is_called_impossible_never_happens(seed: int) -> None:
    book = chosen_book()
    programme, day, record = random_case(book, seed)
    definition = book.programmes[programme]
    program = program_on(book, programme, day)
    facts = program.prepare(record.facts, day)
    values = direct.run(program, facts)
    known, sway = ranges(program), Sway(program, definition.territory)
    influence = influence_of(program, definition.territory)
    names = [node.name for node in program.conditions()]
    for name in random.Random(seed).sample(names, min(8, len(names))):
        assert values[name] in known[name].truth, name
        if influence.is_decisive(facts, values, name):
            assert sway.can(name), name


def test_what_only_ranks_or_only_pays_is_not_asked_to_decide() -> None:
    # Whatever is shown: what cannot be follows from the law alone.
    programmes = ["social_housing_purchase", "social_housing_rent", "social_housing_rent_relief"]
    coverage = measure(collect([FEATURES / "worker_lodging"]), programmes)
    aside = {entry.condition for entry in coverage.entries if "decisive" in entry.impossible}
    assert {"priority_woman", "two_persons_reduced"} <= aside
    assert "housing_condition" not in aside


def test_in_words(ancu_command: Run) -> None:
    where = str(FEATURES / "worker_lodging")
    done = ancu_command("spec", "coverage", where, "--programme", "worker_lodging", "--fail-under", "50")
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"Độ phủ của luật: \d+,\d %", done.stdout)

    done = ancu_command("spec", "coverage", where, "--programme", "worker_rent_support_2022", "--fail-under", "50")
    assert done.returncode == 1
    assert "Chưa đạt mức 50 %" in done.stderr
    wanted = "Điều 4 Quyết định 08/2022/QĐ-TTg: chưa có tình huống *đạt*, *không đạt*, *chưa xác định*"
    assert wanted in done.stdout
    assert "(working_then)" in done.stdout

    done = ancu_command("spec", "coverage", where, "--programme", "worker_rent_support_2022", "--lang", "en")
    assert "no scenario yet in which it is *met*, *not met*" in done.stdout


def test_as_json_and_as_a_page(ancu_command: Run, tmp_path: Path) -> None:
    where = str(FEATURES / "storm_house_support_2014")
    arguments = ("spec", "coverage", where, "--programme", "storm_house_support_2014", "-o")
    assert ancu_command(*arguments, "a.json", "--format", "json").returncode == 0
    told = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert set(told["goals"]) == set(GOALS)
    (storm,) = (c for c in told["conditions"] if c["condition"] == "in_storm_province")
    assert storm["unseen"] == []
    assert storm["basis"] == ["qd-48-2014-ttg"]
    place, line = storm["seen"]["unknown"].rsplit(":", 1)
    assert place.endswith("mien_trung.feature")
    assert int(line) in range(1, len(Path(place).read_text(encoding="utf-8").splitlines()) + 1)

    assert ancu_command(*arguments, "a.html", "--format", "html").returncode == 0
    page = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert "Quyết định 48/2014/QĐ-TTg" in page
    assert "http" not in page


@pytest.mark.parametrize(
    ("arguments", "told", "code"),
    [
        (("không-có",), "không có tệp hoặc thư mục này", 4),
        ((".",), "Không có tệp .feature nào", 4),
        ((str(FEATURES / "house_gift"), "--fail-under", "nhiều"), "Mức “nhiều” không dùng được", 2),
        ((str(FEATURES / "house_gift"), "--programme", "house_gitf"), "house_gift", 2),
    ],
)
def test_mistakes(ancu_command: Run, arguments: tuple[str, ...], told: str, code: int) -> None:
    done = ancu_command("spec", "coverage", *arguments)
    assert done.returncode == code, done.stderr
    assert told in done.stderr
    assert "Traceback" not in done.stderr
