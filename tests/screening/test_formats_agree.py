"""One list comes to the same however it is handed over: a file, standard input, Parquet, JSON Lines, a workbook."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow as pa
import pytest
from pyarrow import parquet

from tests.conftest import Command

HEADER = [
    "Mã hồ sơ", "Ngày xét", "Tỉnh", "Nhóm đối tượng", "Hôn nhân", "Nuôi con nhỏ", "Thu nhập",
    "Có tên trong Giấy chứng nhận", "Có nhà ở", "Diện tích nhà ở thuộc sở hữu",
    "Số người đăng ký thường trú tại nhà ở đó",
]  # fmt: skip
#: What people write, and the same as programs keep it. Money that is wrong either way, blanks, an impossible choice.
WRITTEN: list[list[str]] = [
    ["HS-1", "15/01/2026", "Bắc Ninh", "Công nhân", "Độc thân", "Không", "15.000.000", "Không", "Không", "", ""],
    ["HS-2", "15/01/2026", "Bắc Ninh", "Công nhân", "Độc thân", "Không", "21000000", "Không", "Không", "", ""],
    ["HS-3", "01/06/2026", "Bắc Ninh", "Cán bộ", "Đã kết hôn", "Có", "12500000", "Có", "Có", "59,9", "4"],
    ["HS-4", "06/04/2026", "Hải Phòng", "Công nhân", "", "", "25", "Không", "Không", "", ""],
    ["HS-5", "07/04/2026", "Bắc Ninh", "Phi công", "Độc thân", "Không", "9000000", "Không", "Không", "", ""],
    ["HS-6", "", "Bắc Ninh", "", "Độc thân", "Không", "0", "Không", "Không", "", ""],
]
_NUMBERS, _YES_NO, _DAYS = (6, 9, 10), (5, 7, 8), (1,)
Send = Callable[[Path, pytest.MonkeyPatch], str]


def typed(place: int, cell: str) -> Any:
    """A cell as a program keeps it."""
    if cell == "":
        return None
    if place in _DAYS:
        day, month, year = cell.split("/")
        return date(int(year), int(month), int(day))
    if place in _YES_NO:
        return cell == "Có"
    if place in _NUMBERS:
        return float(cell.replace(".", "").replace(",", "."))
    return cell


TYPED = [[typed(place, cell) for place, cell in enumerate(row)] for row in WRITTEN]


def as_csv() -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([HEADER, *WRITTEN])
    return text.getvalue().encode()


def by_file(folder: Path, _: pytest.MonkeyPatch) -> str:
    (folder / "list.csv").write_bytes(as_csv())
    return "list.csv"


def by_input(_: Path, patch: pytest.MonkeyPatch) -> str:
    patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(as_csv()), encoding="utf-8"))
    return "-"


def by_parquet(rows: list[list[Any]], folder: Path) -> str:
    columns = [[None if row[place] == "" else row[place] for row in rows] for place in range(len(HEADER))]
    parquet.write_table(pa.table(dict(zip(HEADER, columns, strict=True))), folder / "list.parquet")
    return "list.parquet"


def by_book(rows: list[list[Any]], folder: Path) -> str:
    made = openpyxl.Workbook()
    for row in [HEADER, *rows]:
        made.active.append(row)
    made.save(folder / "list.xlsx")
    return "list.xlsx"


def by_json(folder: Path, _: pytest.MonkeyPatch) -> str:
    records = [{head: cell for head, cell in zip(HEADER, row, strict=True) if cell} for row in WRITTEN]
    (folder / "list.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    return "list.jsonl"


WAYS: dict[str, Send] = {
    "standard input": by_input,
    "Parquet of text": lambda folder, _: by_parquet(WRITTEN, folder),
    "Parquet of numbers and days": lambda folder, _: by_parquet(TYPED, folder),
    "a workbook of text": lambda folder, _: by_book(WRITTEN, folder),
    "a workbook of numbers and days": lambda folder, _: by_book(TYPED, folder),
    "JSON Lines": by_json,
}


def outcomes(
    send: Send, engine: str, folder: Path, patch: pytest.MonkeyPatch, command: Command
) -> tuple[list[dict[str, str]], list[tuple[str, str, str]]]:
    """What each case came to, apart from its own cells; each returned case, the column, and what is wrong."""
    listed = send(folder, patch)
    more = ("--programme", "social_housing_purchase", "--as-of", "01/05/2026", "--engine", engine, "-o", "k.csv")
    code, _, said = command("screen", listed, *more)
    assert code == 3, said
    rows = list(csv.DictReader(io.StringIO((folder / "k.csv").read_text(encoding="utf-8-sig"))))
    judged = [{name: cell for name, cell in row.items() if name == "Mã hồ sơ" or ": " in name} for row in rows]
    back = csv.DictReader(io.StringIO((folder / "k.rejects.csv").read_text(encoding="utf-8-sig")))
    return judged, [(row["Mã hồ sơ"], row["Cột có lỗi"], row["Lỗi và cách sửa"]) for row in back]


@pytest.mark.parametrize("way", WAYS)
def test_a_list_comes_to_the_same(
    way: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ancu_here: Command
) -> None:
    expected = outcomes(by_file, "rows", tmp_path, monkeypatch, ancu_here)
    assert [row["Mã hồ sơ"] for row in expected[0]] == ["HS-1", "HS-2", "HS-3", "HS-6"]
    assert [(case, column) for case, column, _ in expected[1]] == [("HS-4", "Thu nhập"), ("HS-5", "Nhóm đối tượng")]
    for engine in ("rows", "columns"):
        assert outcomes(WAYS[way], engine, tmp_path, monkeypatch, ancu_here) == expected
