"""Cells of returned rows mended beside the list: judged as if the list held them, and told by the receipt."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from ancu.screening.lists.corrections import read_corrections
from ancu.screening.results.corrections_file import corrections_text
from tests.conftest import Run

HEADER = "Mã hồ sơ,Tỉnh,Nhóm đối tượng,Hôn nhân,Thu nhập"
LIST = f"{HEADER}\nHS-1,Bắc Ninh,công nhân,độc thân,nhiều\nHS-2,Bắc Ninh,công nhân,độc thân,12 triệu\n"
SCREEN = ("screen", "ds.csv", "--programme", "social_housing_purchase", "--as-of", "01/05/2026", "-o", "kq.csv")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "ds.csv").write_text(LIST, encoding="utf-8")
    return tmp_path


def corrections(folder: Path, *lines: str, head: str = "Dòng số,Cột có lỗi,Giá trị mới") -> None:
    (folder / "sua.csv").write_text("\n".join((head, *lines)) + "\n", encoding="utf-8")


def test_a_mended_row_is_judged_and_the_run_can_be_repeated(folder: Path, ancu_command: Run) -> None:
    assert ancu_command(*SCREEN).returncode == 3
    assert "corrections" not in (folder / "kq.run.json").read_text(encoding="utf-8")
    corrections(folder, "2,Thu nhập,12 triệu")
    done = ancu_command(*SCREEN, "--corrections", "sua.csv")
    assert done.returncode == 0, done.stderr
    assert "HS-1,Bắc Ninh,công nhân,độc thân,12 triệu" in (folder / "kq.csv").read_text(encoding="utf-8-sig")
    assert (folder / "ds.csv").read_text(encoding="utf-8") == LIST
    receipt = json.loads((folder / "kq.run.json").read_text(encoding="utf-8"))
    assert receipt["job"]["corrections"] == "sua.csv"
    assert [file["role"] for file in receipt["inputs"]] == ["list", "corrections"]
    assert ancu_command("replay", "kq.run.json").returncode == 0
    corrections(folder, "2,Thu nhập,30 triệu")
    assert ancu_command("replay", "kq.run.json").returncode != 0


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("9,Thu nhập,1", "sua.csv: Danh sách không có dòng: 9."),
        ("2,Thu nhâp,1", "sua.csv: Danh sách không có cột “Thu nhâp”. Có phải ý bạn là “Thu nhập”?"),
        ("2,Thu nhập", "sua.csv:2: Mỗi dòng của tệp sửa có ba ô (dòng số, cột, giá trị mới); dòng này có 2."),
    ],
)
def test_what_corrects_nothing_is_told(folder: Path, ancu_command: Run, line: str, said: str) -> None:
    corrections(folder, line)
    done = ancu_command(*SCREEN, "--corrections", "sua.csv")
    assert done.returncode == 4
    assert said in done.stderr
    assert not (folder / "kq.csv").exists()


def test_another_file_is_no_file_of_corrections(folder: Path, ancu_command: Run) -> None:
    corrections(folder, head="a,b,c")
    assert "phải là: Dòng số, Cột có lỗi, Giá trị mới" in ancu_command(*SCREEN, "--corrections", "sua.csv").stderr


@pytest.mark.parametrize("value", ["=1+1", "-5", " @x", "＝1", "'quoted'", 'a"b, c', "12 triệu"])
def test_what_is_written_is_read_again_and_is_no_formula(tmp_path: Path, value: str) -> None:
    path = tmp_path / "sua.csv"
    path.write_text(corrections_text({("2", "=Cột"): value}, "vi"), encoding="utf-8-sig", newline="")
    assert read_corrections(str(path)) == {("2", "=Cột"): value}
    cells = next(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()[1:]))
    assert not any(cell.lstrip()[:1] in set("=@＝") for cell in cells)
