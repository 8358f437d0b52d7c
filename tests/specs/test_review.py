"""``ancu rules review``: one page that says what changes, whom it touches, and how far scenarios try it."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

import ancu
from ancu.rulebook.difference import changed_from, differing, touched
from tests.conftest import ROOT, Command
from tests.specs.test_report_pages import _Elements

BASE = ROOT / "tests" / "rulebook" / "broken_rulebooks" / "base"
FEATURE = """Tính năng: Mua (bịa)

  Tình huống: Thu nhập 18 triệu năm {year}
    Biết "Loại" là "Công nhân"
    Và "Thu nhập" là 18000000
    Và "Tỉnh" là "Bắc Ninh"
    Và ngày xét là {day}
    Khi xét "buy"
    Thì kết quả là "{result}"
"""
LIST = "Mã hồ sơ;Ngày xét;Loại;Thu nhập;Tỉnh\nHS-1;1/1/2027;Công nhân;18 triệu;Bắc Ninh\n" + "".join(
    f"HS-{i};1/1/2027;Công nhân;{income} triệu;Bắc Ninh\n" for i, income in ((2, 9), (3, 19), (4, 30))
)


@pytest.fixture
def desk(tmp_path: Path, ancu_here: Command) -> Path:
    """An old and a new rulebook of made-up law, the ceiling lowered from 2028 on."""
    for folder in ("cu", "moi"):
        shutil.copytree(BASE, tmp_path / folder)
    change = ("--value", "15 triệu", "--from", "1/1/2028", "--basis", "nd-1:9", "--rules", "moi")
    assert ancu_here("rules", "amend", "cap", *change)[0] == 0
    features = tmp_path / "features"
    features.mkdir()
    for year, result in ((2027, "đủ điều kiện"), (2028, "đủ điều kiện")):
        text = FEATURE.format(year=year, day=f"01/01/{year}", result=result)
        (features / f"{year}.feature").write_text(text, encoding="utf-8")
    (tmp_path / "ds.csv").write_text(LIST, encoding="utf-8")
    return tmp_path


def test_what_differs_is_known_by_name_day_and_programme(desk: Path) -> None:
    old, new = (ancu.load_rulebook(desk / folder) for folder in ("cu", "moi"))
    assert differing(old, new) == {"cap"}
    assert differing(old, old) == frozenset()
    assert changed_from(old, new) == [date(2028, 1, 1)]
    assert touched(old, new) == ["buy"]


@pytest.mark.slow
def test_a_change_is_told_in_words_by_scenarios_and_by_people(desk: Path, ancu_here: Command) -> None:
    code, out, errors = ancu_here("rules", "review", "cu", "moi", "--list", "ds.csv", "-o", "trang.html")
    assert (code, errors) == (0, "Kết quả: trang.html\n")
    page = (desk / "trang.html").read_text(encoding="utf-8")
    for told in (
        "từ 01/01/2028: 15.000.000 đồng (theo Điều 9 Nghị định 1/2024).",
        "2 tình huống chạy theo cả hai bản: 1 đang đạt thành không đạt, 0 đang không đạt thành đạt",
        "ds.csv, xét ngày 01/01/2028: 2 trong 4 hồ sơ đổi kết quả.",
        "mọi hồ sơ đều được xét theo luật của ngày 01/01/2028",
        "Thử sửa sai phần vừa đổi:",
        ancu.load_rulebook(desk / "cu").digest[:12],
        ancu.load_rulebook(desk / "moi").digest[:12],
    ):
        assert told in out
        assert told in page
    assert "Mua: đủ điều kiện → không đủ điều kiện: 2 (HS-1, HS-3)" in out
    assert "Thu nhập 18 triệu năm 2028 (features/2028.feature:9): đạt → không đạt" in out
    assert "Người duyệt (ký, ghi rõ họ tên)" in page
    elements = _Elements()
    elements.feed(page)
    assert elements.left_open == []
    assert elements.references == []


@pytest.mark.slow
def test_the_law_of_a_day_without_change_moves_nobody(desk: Path, ancu_here: Command) -> None:
    code, out, _ = ancu_here("rules", "review", "cu", "moi", "--list", "ds.csv", "--as-of", "31/12/2027")
    assert code == 0
    assert "xét ngày 31/12/2027: 0 trong 4 hồ sơ đổi kết quả." in out
    code, out, _ = ancu_here("rules", "review", "cu", "moi", "--list", "ds.csv", "--cases", "1")
    assert "2 (HS-1 và 1 hồ sơ nữa)" in out


def test_without_scenarios_or_list_the_page_says_so(desk: Path, ancu_here: Command) -> None:
    shutil.rmtree(desk / "features")
    code, out, _ = ancu_here("rules", "review", "cu", "moi")
    assert code == 0
    assert "Chưa có tình huống nào để chạy thử" in out
    assert "Chưa nêu danh sách nào" in out
    code, out, _ = ancu_here("rules", "review", "cu", "cu", "--lang", "en")
    assert code == 0
    assert "No difference." in out


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (("cu", "moi", "--rules", "moi"), 2, "Hãy nêu hai bộ quy tắc"),
        (("cu", "moi", "--as-of", "1/1/2028"), 2, "--as-of chỉ có nghĩa khi có --list"),
        (("cu", "khong-co"), 4, "khong-co"),
        (("cu", "moi", "--list", "ds.csv", "-o", "ds.csv"), 4, "ds.csv"),
        (("cu", "moi", "-o", "khong/co/trang.html"), 4, "khong/co/trang.html"),
        (("cu", "hong"), 4, "còn phải điền"),
    ],
)
def test_mistakes(arguments: tuple[str, ...], code: int, sentence: str, desk: Path, ancu_here: Command) -> None:
    shutil.rmtree(desk / "features")
    shutil.copytree(desk / "cu", desk / "hong")
    change = ("--value", "15 triệu", "--from", "1/1/2028", "--basis", "nd-9:9", "--rules", "hong")
    ancu_here("rules", "amend", "cap", *change)
    found, _, errors = ancu_here("rules", "review", *arguments)
    assert sentence in errors
    assert found == code
    assert (desk / "ds.csv").read_text(encoding="utf-8") == LIST


@pytest.mark.slow
def test_mutation_of_what_changed_only(desk: Path, ancu_here: Command) -> None:
    arguments = ("spec", "mutate", "--rules", "moi", "--scenarios", "0", "--format", "json")
    code, out, errors = ancu_here(*arguments, "--changed-since", "cu")
    assert code == 1, errors  # a scenario does not hold under the new law
    assert '"cap' in out
    assert "is_worker" not in out
    assert "is_worker" in ancu_here(*arguments)[1]
    assert "cap" not in ancu_here(*arguments, "--changed-since", "moi")[1]
