"""Rows of a workbook written whole are those that XlsxWriter writes cell by cell."""

from __future__ import annotations

import io
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from ancu.screening.results import quick_rows
from ancu.screening.results.workbook import TableSink

#: What a list may hold: what XlsxWriter escapes, marks, cuts and numbers among it.
ODD = (
    "bình thường", "", None, "a & b", "<r>x</r>", "<", "_x0041_", "_x", "tab\tở giữa", "\x07", "dòng\nkhác", " đầu",
    "cuối ", "cuối\n", "\u00a0", "\u2028", "\ufffe", '"trích"', "=1+1", "12.000.000 đồng", "😀" * 9_000, "x" * 40_000,
    True, False, 0, -5, 2.5, 1e-9, 123_456_789_012_345, 10**16, Decimal("0.1"), date(2024, 2, 29), date(1900, 1, 1),
    "một câu dài hơn bề rộng của cột " * 9,
)  # fmt: skip


def written(folder: Path) -> tuple[bytes, list[str]]:
    file = io.BytesIO()
    sink = TableSink(file, folder, "vi", "Bảng", ["Một", "Hai", "Ba"], ["Hai"])
    sink.write([[f"dòng {i}" for i in range(len(ODD))], list(ODD), ["như nhau"] * len(ODD)])
    sink.write([[None], [""], [None]])
    sink.write([[None, *ODD], ["như nhau", *reversed(ODD)], [None, *ODD]])
    sink.sheet.line("dưới bảng", 3)
    sink.close()
    return file.getvalue(), sink.cut


def test_a_row_written_whole_has_the_bytes_of_its_cells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = written(tmp_path)
    monkeypatch.setattr(quick_rows, "works", lambda: False)
    assert written(tmp_path) == whole


def test_most_rows_are_written_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put: list[int] = []
    monkeypatch.setattr(quick_rows.QuickSheet, "put", lambda _, row, *__: put.append(row))
    sink = TableSink(io.BytesIO(), tmp_path, "vi", "Bảng", ["Một", "Hai"], [])
    sink.write([["a", "b & c", "d"], ["như nhau"] * 3])
    sink.close()
    assert put == [0, 1, 3]
