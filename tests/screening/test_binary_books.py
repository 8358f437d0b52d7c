"""Binary workbooks of Excel (.xlsb): read as any other, and refused where their reader would end the process."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import ancu
from ancu.errors import InputError
from ancu.screening.cells.notices import file_notices
from ancu.screening.headers.meanings import Meanings
from ancu.screening.lists.listing import Listing
from ancu.screening.lists.read_list import read_lists

_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>"""
#: A style of days is the second.
_PLAIN, _DAY = 0, 14


def record(kind: int, content: bytes = b"") -> bytes:
    def number(value: int) -> bytes:
        out = bytearray()
        while value > 0x7F:
            out.append(value & 0x7F | 0x80)
            value >>= 7
        return bytes([*out, value])

    return number(kind) + number(len(content)) + content


def text(written: str) -> bytes:
    return struct.pack("<I", len(written)) + written.encode("utf-16-le")


def relations(**targets: tuple[str, str]) -> str:
    lines = (f'<Relationship Id="{i}" Type="{_OFFICE}/{kind}" Target="{to}"/>' for i, (kind, to) in targets.items())
    return f'<?xml version="1.0"?><Relationships xmlns="{_PACKAGE}">{"".join(lines)}</Relationships>'


class Error(str):
    """A cell that holds an error, by its name."""


class Formula(str):
    """A cell of a formula that has 0 for its result."""


def cell(column: int, value: Any) -> bytes:
    style = 1 if isinstance(value, date) else 0
    head = struct.pack("<II", column, style)
    if isinstance(value, Error):
        return record(3, head + bytes([{"#N/A": 0x2A, "#REF!": 0x17}[value]]))
    if isinstance(value, Formula):
        return record(9, head + bytes(8) + struct.pack("<HIB", 0, 0, 0))
    if isinstance(value, date):
        return record(5, head + struct.pack("<d", (value - date(1899, 12, 30)).days))
    if isinstance(value, bool):
        return record(4, head + bytes([value]))
    if isinstance(value, (int, float)):
        return record(5, head + struct.pack("<d", value))
    return record(6, head + text(value))


def sheet(
    lines: Iterable[Iterable[Any]], hidden_row: int = -1, hidden_column: int = -1, merged: tuple[int, ...] = ()
) -> bytes:
    rows = [list(line) for line in lines]
    width = max(map(len, rows))
    part = record(129) + record(148, struct.pack("<4I", 0, len(rows) - 1, 0, width - 1))
    if hidden_column >= 0:
        part += record(390) + record(60, struct.pack("<4IH", hidden_column, hidden_column, 0, 0, 1)) + record(391)
    part += record(145)
    for number, row in enumerate(rows):
        flags = 0x10 if number == hidden_row else 0
        part += record(0, struct.pack("<IIHBBBI", number, 0, 300, 0, flags, 0, 0))
        part += b"".join(cell(i, value) for i, value in enumerate(row) if value != "")
    part += record(146)
    if merged:
        part += record(177, struct.pack("<I", 1)) + record(176, struct.pack("<4I", *merged)) + record(178)
    return part + record(130)


def written(
    path: Path,
    sheets: dict[str, bytes],
    *,
    hidden: str = "",
    from_1904: bool = False,
    on_load: bool = False,
    strings: int = 0,
) -> str:
    main = record(131) + record(153, struct.pack("<II", from_1904, 0) + text("")) + record(143)
    for number, name in enumerate(sheets, 1):
        main += record(156, struct.pack("<II", name == hidden, number) + text(f"rId{number}") + text(name))
    main += record(144) + record(157, struct.pack("<IIIdIH", 0, 1, 100, 0.001, 1, on_load)) + record(132)
    formats = b"".join(record(47, struct.pack("<HHHHH6x", 0, form, 0, 0, 0)) for form in (_PLAIN, _DAY))
    styles = record(278) + record(617, struct.pack("<I", 2)) + formats + record(618) + record(279)
    targets = {f"rId{i}": ("worksheet", f"worksheets/sheet{i}.bin") for i, _ in enumerate(sheets, 1)}
    targets |= {"rId98": ("styles", "styles.bin")}
    if strings:
        targets |= {"rId99": ("sharedStrings", "sharedStrings.bin")}
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", relations(rId1=("officeDocument", "xl/workbook.bin")))
        archive.writestr("xl/workbook.bin", main)
        archive.writestr("xl/_rels/workbook.bin.rels", relations(**targets))
        archive.writestr("xl/styles.bin", styles)
        for number, part in enumerate(sheets.values(), 1):
            archive.writestr(f"xl/worksheets/sheet{number}.bin", part)
        if strings:
            archive.writestr("xl/sharedStrings.bin", record(159, struct.pack("<II", strings, strings)) + record(160))
    return str(path)


HEADER = ["Mã hồ sơ", "Nhóm đối tượng", "Thu nhập", "Tỉnh", "Ngày sinh"]
ROWS = [[f"HS-0{i}", "Công nhân", 15_000_000, "Bắc Ninh", date(1990, 1, i)] for i in range(1, 4)]


@pytest.fixture
def meanings(book: ancu.Rulebook) -> Meanings:
    return Meanings(book)


def read(path: str, meanings: Meanings) -> Listing:
    return read_lists([path], meanings, None, "vi")


def column(listing: Listing, header: str) -> list[Any]:
    return [row.cells.get(header) for row in listing.rows]


def test_a_binary_workbook_is_read_as_any_other(tmp_path: Path, meanings: Meanings) -> None:
    lines = [HEADER, ROWS[0], [*ROWS[1][:2], Error("#REF!"), *ROWS[1][3:]], [*ROWS[2][:3], "", ROWS[2][4]]]
    sheets = {
        "Xã 1": sheet(lines, hidden_row=2, hidden_column=1, merged=(2, 3, 3, 3)),
        "Xã 2": sheet([HEADER, ROWS[0]]),
    }
    listing = read(written(tmp_path / "a.xlsb", sheets, hidden="Xã 2"), meanings)
    assert column(listing, "Mã hồ sơ") == ["HS-01", "HS-02", "HS-03"]
    assert column(listing, "Thu nhập") == [15_000_000, "#REF!", 15_000_000]
    assert column(listing, "Tỉnh") == ["Bắc Ninh"] * 3
    assert column(listing, "Ngày sinh") == [date(1990, 1, i) for i in range(1, 4)]
    (file,) = listing.files
    assert (file.hidden, file.hidden_columns, file.unread, file.merged) == (
        (3,), ("Nhóm đối tượng",), ("Xã 2",), ("Tỉnh",),
    )  # fmt: skip
    assert sum("đang ẩn" in notice for notice in file_notices(file, "vi")) == 2


@pytest.mark.parametrize("on_load", [False, True])
def test_formulas_that_wait_to_be_calculated(tmp_path: Path, meanings: Meanings, on_load: bool) -> None:
    lines = [HEADER, [*ROWS[0][:2], Formula("=A1"), *ROWS[0][3:]]]
    listing = read(written(tmp_path / "a.xlsb", {"Xã 1": sheet(lines)}, on_load=on_load), meanings)
    assert column(listing, "Thu nhập") == ["=…" if on_load else 0]


def test_days_from_1904(tmp_path: Path, meanings: Meanings) -> None:
    listing = read(written(tmp_path / "a.xlsb", {"Xã 1": sheet([HEADER, ROWS[0]])}, from_1904=True), meanings)
    assert column(listing, "Ngày sinh") == [date(1994, 1, 2)]


def test_more_is_announced_than_there_is(tmp_path: Path, meanings: Meanings) -> None:
    path = written(tmp_path / "a.xlsb", {"Xã 1": sheet([HEADER, ROWS[0]])}, strings=4_294_967_295)
    with pytest.raises(InputError, match="4294967295"):
        read(path, meanings)


def test_a_cell_too_far_off(tmp_path: Path, meanings: Meanings) -> None:
    far = sheet([HEADER, ROWS[0]]).replace(
        record(146), record(0, struct.pack("<IIHBBBI", 1_048_575, 0, 300, 0, 0, 0, 0)) + cell(16_383, 1) + record(146)
    )
    with pytest.raises(InputError, match="XFD1048576"):
        read(written(tmp_path / "a.xlsb", {"Xã 1": far}), meanings)


@pytest.mark.parametrize("left", range(0, 200, 17))
def test_what_is_cut_off_is_damaged(tmp_path: Path, meanings: Meanings, left: int) -> None:
    whole = sheet([HEADER, *ROWS])
    assert len(whole) > 200
    with pytest.raises(InputError):
        read(written(tmp_path / "a.xlsb", {"Xã 1": whole[:left]}), meanings)
