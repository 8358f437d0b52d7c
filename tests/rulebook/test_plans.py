"""Plans and lists of units as data: what is checked, what a province adds, and that no decision hangs on them."""

from __future__ import annotations

from pathlib import Path

import pytest

import ancu
from ancu.rulebook.plans import HousingPlan

PLAN = """\
plan: ours
title: {vi: Kế hoạch của tỉnh}
basis: [qd-539-2024-ttg]
units: ours
subjects:
  poor:
    title: {vi: Hộ nghèo}
    programmes: [temporary_house_elimination]
    basis: [qd-539-2024-ttg]
targets:
  all:
    title: {vi: Xóa hết}
    subjects: [poor]
    share: 100
    basis: [qd-539-2024-ttg]
"""
UNITS = """\
units_of: ours
title: {vi: Xã của tỉnh}
basis: [qd-539-2024-ttg]
units:
  "00001": {name: Một, kind: commune}
"""


def laid_over(folder: Path, plan: str) -> Path:
    """A folder with a plan and a list of units, to be laid over the rulebook."""
    for name, content in (("plans/ours.yaml", plan), ("units/ours.yaml", UNITS)):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
    return folder


def wrong(folder: Path, plan: str) -> list[str]:
    """What is wrong with a plan."""
    _, problems = ancu.check_rulebook(laid_over(folder, plan))
    return [problem.text("vi") for problem in problems]


def test_a_province_adds_its_files_and_no_decision_changes(book: ancu.Rulebook, tmp_path: Path) -> None:
    found = ancu.load_rulebook(laid_over(tmp_path, PLAN))
    assert found.plans["ours"].programmes == ("temporary_house_elimination",)
    assert list(found.units["ours"].units) == ["00001"]
    assert {"ours", *book.plans} == set(found.plans)
    assert found.digest == book.digest


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "[temporary_house_elimination]",
            "[temporary_house_eliminaton]",
            "plans/ours.yaml:8:18: Không có chương trình “temporary_house_eliminaton”. "
            "Có phải ý bạn là “temporary_house_elimination”?",
        ),
        (
            "subjects: [poor]",
            "subjects: [rich]",
            "plans/ours.yaml:13:16: Kế hoạch này không có nhóm “rich”. Hãy thêm nhóm vào “subjects” hoặc sửa tên.",
        ),
        (
            "units: ours",
            "units: theirs",
            "plans/ours.yaml:4:1: Không có danh mục xã, phường “theirs”. Hãy thêm tệp vào units/ hoặc sửa tên.",
        ),
        (
            "share: 100",
            "homes: null",
            "plans/ours.yaml:11:3: Giá trị null phải kèm “note” nói vì sao chưa biết. Hãy thêm ghi chú.",
        ),
        (
            "share: 100",
            "share: 100\n    left: 0",
            "plans/ours.yaml:11:3: Mỗi chỉ tiêu có đúng một trong “share”, “left”, “homes”; "
            "chưa biết số nhà thì viết “homes: null” kèm ghi chú.",
        ),
        (
            "share: 100",
            "share: 100\n    by: 2025-12-31\n    each_year: true",
            "plans/ours.yaml:11:3: Chỉ tiêu có “by” hoặc “each_year”, không có cả hai. Hãy bỏ một.",
        ),
    ],
)
def test_what_is_wrong_with_a_plan(tmp_path: Path, old: str, new: str, said: str) -> None:
    problems = wrong(tmp_path, PLAN.replace(old, new))
    assert len(problems) == 1
    assert problems[0].startswith(said), problems


def test_a_document_that_nobody_names(tmp_path: Path) -> None:
    problems = wrong(tmp_path, PLAN.replace("basis: [qd-539-2024-ttg]\nunits", "basis: [qd-0-2024]\nunits"))
    assert [problem.split(":")[:3] for problem in problems] == [["plans/ours.yaml", "3", "9"]]


def test_every_target_is_cited_and_what_is_not_known_says_so(book: ancu.Rulebook) -> None:
    plans: list[HousingPlan] = list(book.plans.values())
    assert {plan.plan for plan in plans} == {"plan_137", "resolution_110", "decision_338", "resolution_7"}
    for plan in plans:
        for target in plan.targets.values():
            assert target.basis
            assert target.homes is not None or target.aim != "homes" or target.note
    merit, programmes, campaign = book.plans["plan_137"].subjects.values()
    assert not {*merit.programmes} & {*programmes.programmes} & {*campaign.programmes}
