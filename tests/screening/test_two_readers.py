"""Two readers of one list agree, or one refuses: large and small, file and standard input, rows and columns."""

from __future__ import annotations

import io
from pathlib import Path

import pyarrow as pa
import pytest

from ancu.errors import InputError
from ancu.rulebook.loading import load_rulebook
from ancu.screening.headers.meanings import Meanings
from ancu.screening.lists import csv_source
from ancu.screening.lists.chunks import NotPlainError
from ancu.screening.lists.csv_source import CsvSource, _quotes_lines
from ancu.screening.lists.read_list import read_listing
from ancu.screening.results.csv_sink import CsvSink, harmless

HEAD = "Mã hồ sơ,Thu nhập,Ghi chú\n"
CELLS = {
    "a quote opens and never closes": 'A1,14000000,"nhà 3 tầng\n',
    "a quote closes before its cell ends": 'A1,"14"000000,x\n',
    "a stray quote opens, another stands inside a note far below": 'A1,1,"nhà\nA2,1,x\nA3,1,ống 27" vỡ\n',
    "a quote inside a cell": 'A1,1,ống 27" vỡ\nA2,1,x\n',
    "pairs of quotes": 'A1,1,"nói ""thế"""\nA2,1,""\nA3,1,""""\n',
    "line ends in quotes": 'A1,1,"hai\ndòng"\nA2,1,"hai\r\ndòng"\nA3,1,x\n',
    "a lone carriage return": 'A1,1,"a\rb"\nA2,cók,x\n',
    "a lone carriage return outside": "A1,1,a\rA2,2,b\n",
    "lines of nothing": "A1,1,x\n\n\nA2,2,y\n",
    "a long cell": f"A1,1,{'y' * 1_000_001}\n",
    "blanks before a total": "A1,1,x\n\u00a0Tổng cộng,1,\n",
    "blanks alone": "A1,1,x\n \u00a0,\u3000, \n",
    "no line end at the end": 'A1,1,"x"',
}
Rows = list[tuple[int, tuple[object, ...]]]


@pytest.fixture(scope="module")
def meanings() -> Meanings:
    return Meanings(load_rulebook())


def by_python(path: Path, meanings: Meanings) -> Rows | str:
    try:
        listing = read_listing(str(path), meanings.known)
    except InputError as error:
        return error.text("en")
    return [(row.line, tuple(row.cells[header] or "" for header in listing.headers)) for row in listing.rows]


def in_pieces(path: Path, meanings: Meanings) -> Rows | str:
    """As a large list is read: by Arrow where that may, else by Python."""
    for plainly in (True, False):
        try:
            source = CsvSource(str(path), meanings.known, plainly=plainly)
            found: Rows = []
            for chunk in source.chunks(2):
                columns = [chunk.columns[header].to_pylist() for header in source.headers]
                found += zip(chunk.lines, zip(*columns, strict=True), strict=True)
        except NotPlainError:
            continue
        except InputError as error:
            return error.text("en")
        return found
    raise AssertionError


#: Pieces of three bytes of a long cell are too many.
_PIECES = [(name, piece) for name in CELLS for piece in (1 << 22, 3) if len(CELLS[name]) < 1_000 or piece > 3]


@pytest.mark.parametrize(("name", "piece"), _PIECES)
def test_a_list_reads_the_same_however_large(
    name: str, piece: int, meanings: Meanings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where what is looked at together ends between any two bytes."""
    monkeypatch.setattr(csv_source, "_PEEK", piece)
    path = tmp_path / "list.csv"
    path.write_text(HEAD + CELLS[name], encoding="utf-8", newline="")
    assert in_pieces(path, meanings) == by_python(path, meanings)


def test_arrow_reads_what_is_plain(tmp_path: Path) -> None:
    for name in ("pairs of quotes", "no line end at the end"):
        assert _quotes_lines(io.BytesIO(CELLS[name].encode()), ",") is False
    quoted = CELLS["line ends in quotes"]
    assert _quotes_lines(io.BytesIO(b"\xef\xbb\xbf" + quoted.encode()), ",") is True


FORMULAS = [
    "=1+1",
    "\n=1+1",
    "  =1+1",
    "\u00a0=1",
    "\u3000＝1",
    "＝1+1",
    "＋1a",
    "－A1",
    "＠x",
    "\u200b=1",
    "\ufeff@a",
    "\t",
    "\r",
]
PLAIN = ["-5", " -5", "- ", "-", "+5,5", "x=1", " x", "\nx", "ớ=", "ừ", "…", "“=1”", "", "\u00a0x", "㍿"]


def test_no_cell_passes_for_a_formula() -> None:
    assert [harmless(text) for text in FORMULAS] == [f"'{text}" for text in FORMULAS]
    assert [harmless(text) for text in PLAIN] == PLAIN


def written(column: object) -> bytes:
    file = io.BytesIO()
    CsvSink(file, ["x"]).write([column])
    return file.getvalue()


def test_columns_are_written_as_rows_are() -> None:
    texts = FORMULAS + PLAIN
    assert written(pa.array(texts)) == written(texts)
    for text in texts:  # each by itself: of most columns it is soon seen that they hold none
        assert written(pa.array([text])) == written([text])
