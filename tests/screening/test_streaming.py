"""Large lists read in pieces hold what the same lists hold when they are read whole."""

from __future__ import annotations

import csv
import io
import random
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import ancu
from ancu.errors import InputError
from ancu.screening.headers.meanings import Meanings
from ancu.screening.lists.chunks import NotPlainError
from ancu.screening.lists.csv_source import CsvSource
from ancu.screening.lists.parquet_source import ParquetSource
from ancu.screening.lists.read_list import read_listing

HEADERS = ["Mã hồ sơ", "Họ tên (giả định)", "Tỉnh", "Thu nhập", "Hôn nhân", "Ghi chú"]
CELLS = ["", "x", "  ", "a,b", 'nói "thôi"', "hai\ndòng", "=1+1", "Bắc Ninh", "12.500.000", "0012", "Tổng thu"]


def drawn(rng: random.Random, rows: int, *, plain: bool) -> str:
    """A made-up list with what offices leave in theirs: titles, totals, group headings, signatures."""
    out = io.StringIO()
    write = csv.writer(out, lineterminator="\n", delimiter=rng.choice(",;\t"))
    if rng.random() < 0.5:
        write.writerow(["DANH SÁCH HỘ (giả định)"])
        write.writerow([f"Xã số {rng.randrange(9)}, năm 2026"])
    write.writerow(HEADERS)
    if rng.random() < 0.3:
        write.writerow([f"({i})" for i in range(1, len(HEADERS) + 1)])
    for i in range(rows):
        kind = rng.random() if i else 1.0
        cells = [
            rng.choice(CELLS if not plain else [c for c in CELLS if "," not in c and "\n" not in c])
            for _ in HEADERS[1:]
        ]
        if kind < 0.08:
            said = rng.choice(["II. Thôn Đông", "Tổng cộng", "Tổng: 5 hộ", "Người lập biểu"])
            write.writerow([said, *[""] * (len(HEADERS) - 1)] if plain or rng.random() < 0.5 else [said])
        elif kind < 0.12:
            write.writerow([""] * len(HEADERS))
        elif kind < 0.16:
            write.writerow(["Cộng", "", rng.randrange(100), "", "", ""])
        else:
            write.writerow([f"HS-{i:03}", *cells])
    if rng.random() < 0.5:
        write.writerow(["Tổng cộng", rows, "", "", "", ""])
        write.writerow(["Người lập", "", "", "", "Chủ tịch", ""])
    return out.getvalue()


@pytest.mark.parametrize("seed", range(60))
def test_csv_in_pieces(tmp_path: Path, book: ancu.Rulebook, seed: int) -> None:
    rng = random.Random(seed)
    path = tmp_path / "list.csv"
    text = drawn(rng, rng.randrange(1, 60), plain=seed % 2 == 0)
    path.write_text(text, encoding=rng.choice(["utf-8", "utf-8-sig"]), newline="")
    known = Meanings(book).known
    whole = read_listing(str(path), known)
    wanted = [(row.line, row.cells) for row in whole.rows]
    ways = 0
    for plainly in (True, False):
        try:
            source = CsvSource(str(path), known, plainly=plainly)
            assert source.headers == whole.headers
            size = rng.randrange(1, 30)
            rows = [chunk.row(at) for chunk in source.chunks(size) for at in range(len(chunk))]
        except NotPlainError:
            assert plainly
            continue
        ways += 1
        assert [(row.line, row.cells) for row in rows] == wanted
        assert sorted(source.skipped) == sorted(whole.skipped)
        assert set(source.distinct("Tỉnh")) >= {row.cells["Tỉnh"] for row in whole.rows}
    # Without quotes and short rows, both ways read the file.
    assert ways == 2 or seed % 2


@pytest.mark.parametrize(
    "text",
    ["Mã hồ sơ,Thu nhập\n1,5\n\n2,6\n", "Mã hồ sơ,Thu nhập\n1\n2,6\n", "Mã hồ sơ,Thu nhập\r\r1,5\n"],
    ids=["empty line", "short row", "odd line end"],
)
def test_what_arrow_reads_otherwise_is_left_to_python(tmp_path: Path, book: ancu.Rulebook, text: str) -> None:
    path = tmp_path / "list.csv"
    path.write_text(text, encoding="utf-8", newline="")
    with pytest.raises(NotPlainError):
        list(CsvSource(str(path), Meanings(book).known, plainly=True).chunks(10))


def test_parquet_in_pieces(tmp_path: Path) -> None:
    columns: dict[str, list[Any]] = {
        "case": [f"HS-{i}" for i in range(25)],
        "net_income": [None if i % 5 == 0 else i * 1_000_000 for i in range(25)],
        "as_of": [date(2026, 1, 1)] * 25,
        "owned_home_area": [Decimal("45.50")] * 25,
        "owns_home": [i % 2 == 0 for i in range(25)],
    }
    pq.write_table(pa.table(columns), tmp_path / "list.parquet", row_group_size=10)
    source = ParquetSource(str(tmp_path / "list.parquet"))
    rows = [chunk.row(at) for chunk in source.chunks(7) for at in range(len(chunk))]
    assert [row.line for row in rows] == list(range(1, 26))
    assert {name: [row.cells[name] for row in rows] for name in columns} == columns
    assert source.size == 25


def test_floating_numbers_are_whole_for_the_whole_file_or_not(tmp_path: Path) -> None:
    path = tmp_path / "list.parquet"
    known = {
        "whole": [None, 1.0, None, 2.0],
        "broken": [None, 1.0, 2.0, 1.5],
        "never": [float("nan"), None, None, None],
    }
    pq.write_table(pa.table({"case": list("abcd"), **{k: pa.array(v, pa.float64()) for k, v in known.items()}}), path)
    for chunk in ParquetSource(str(path)).chunks(2):
        assert [str(chunk.columns[name].type) for name in known] == ["int64", "double", "int64"]


@pytest.mark.parametrize("type_", [pa.large_string(), pa.string_view(), pa.binary(), pa.large_binary()])
def test_texts_however_arrow_holds_them(tmp_path: Path, type_: pa.DataType) -> None:
    """An empty row is none of them."""
    path = tmp_path / "list.parquet"
    cells = pa.array(["a", "  ", None, "Bắc Ninh"], pa.string())
    pq.write_table(pa.table({"case": cells.cast(pa.binary()).cast(type_), "other": cells.cast(type_)}), path)
    (chunk,) = ParquetSource(str(path)).chunks(10)
    assert list(chunk.lines) == [1, 4]
    assert chunk.columns["other"].to_pylist() == ["a", "Bắc Ninh"]


def test_bytes_that_are_no_text_are_told(tmp_path: Path) -> None:
    path = tmp_path / "list.parquet"
    pq.write_table(pa.table({"case": pa.array([b"\xff"])}), path)
    with pytest.raises(InputError, match=r"list\.parquet"):
        list(ParquetSource(str(path)).chunks(10))
