"""Workbooks say the same however their XML is written: errors and formulas without a result are told, never dropped."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

from ancu.errors import InputError
from ancu.screening.lists import ooxml
from ancu.screening.lists.ods import scan_ods
from ancu.screening.lists.office_xml import Archive
from ancu.screening.lists.ooxml import column_letters, column_number, scan_ooxml
from ancu.screening.lists.read_list import read_listing
from tests.conftest import Run

Rewrite = Callable[[str, bytes], bytes]

HEADERS = ["Mã hồ sơ", "Thu nhập", "Nhóm đối tượng"]
#: The cells of the lists below, as read.
CELLS = [["001", 2.5, "công nhân"], ["002", "#REF!", "R&D"], ["003", "=SUM(B2:B2)", ""]]
SHEET = "xl/worksheets/sheet1.xml"


def xlsx() -> bytes:
    """The list as an .xlsx: an error in B3, in B4 a formula that was never calculated."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in [HEADERS, *CELLS]:
        sheet.append(row)
    sheet["B3"].data_type = "e"
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def ods() -> bytes:
    """The list as an .ods."""
    book = OpenDocumentSpreadsheet()
    table = Table(name="Danh sách & khác")
    book.spreadsheet.addElement(table)
    for cells in [HEADERS, *CELLS]:
        row = TableRow()
        table.addElement(row)
        for cell in cells:
            kind: dict[str, Any] = {"valuetype": "string"}
            if isinstance(cell, float):
                kind = {"valuetype": "float", "value": str(cell)}
            elif cell == "#REF!":
                kind |= {"stringvalue": "", "formula": "of:=[.A9]"}
            elif cell.startswith("="):
                kind = {"formula": "of:=SUM([.B2:.B2])"}
            made = TableCell(**kind) if cell else TableCell()
            if (cell and "formula" not in kind) or cell == "#REF!":
                made.addElement(P(text=str(cell)))
            row.addElement(made)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def rewritten(content: bytes, rewrite: Rewrite, rename: Callable[[str], str] = str) -> bytes:
    """An office file with each part of XML rewritten, and renamed."""
    buffer = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as old, ZipFile(buffer, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(rename(name), rewrite(name, part) if name.endswith((".xml", ".rels")) else part)
    return buffer.getvalue()


def cells(folder: Path, name: str, content: bytes) -> list[list[Any]]:
    (folder / name).write_bytes(content)
    return [list(row.cells.values()) for row in read_listing(str(folder / name)).rows]


def only(part: str, pattern: str, replacement: str | Callable[[re.Match[str]], str]) -> Rewrite:
    """Rewrites one part, and must change it."""

    def rewrite(name: str, xml: bytes) -> bytes:
        if name != part:
            return xml
        # Where lxml is installed openpyxl writes an empty element in two tags.
        one_tag = xml.decode().replace("<v></v>", "<v />")
        text, times = re.subn(pattern, replacement, one_tag, flags=re.DOTALL)
        assert times, (pattern, xml)
        return text.encode()

    return rewrite


def prefixed(name: str, xml: bytes) -> bytes:
    """``x:`` before the names of the main namespace, in sheets and book alike."""
    if name not in (SHEET, "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml"):
        return xml
    text = re.sub(r"<(/?)(?=\w+[\s/>])(?!\w+:)", r"<\1x:", xml.decode())
    return text.replace("xmlns=", "xmlns:x=").encode()


def strict(_: str, xml: bytes) -> bytes:
    transitional = b"http://schemas.openxmlformats.org/"
    for old, new in (
        (b"spreadsheetml/2006/main", b"spreadsheetml/main"),
        (b"officeDocument/2006/relationships", b"officeDocument/relationships"),
    ):
        xml = xml.replace(transitional + old, b"http://purl.oclc.org/ooxml/" + new)
    return xml


def single_quoted(_: str, xml: bytes) -> bytes:
    return re.sub(r'="([^"\']*)"', r"='\1'", xml.decode()).encode()


def in_utf16(name: str, xml: bytes) -> bytes:
    text = re.sub(r"^<\?xml.*?\?>", "", xml.decode())
    return f'<?xml version="1.0" encoding="UTF-16"?>{text}'.encode("utf-16") if "sheet" in name else xml


def marked(_: str, xml: bytes) -> bytes:
    return b"\xef\xbb\xbf" + xml


def other_prefix_of_relations(name: str, xml: bytes) -> bytes:
    return xml.replace(b"xmlns:r=", b"xmlns:q=").replace(b" r:id=", b" q:id=") if name == "xl/workbook.xml" else xml


TYPE_FIRST = only(SHEET, r'<c r="([A-Z]\d)"((?: s="\d+")?) t="(\w+)"', r'<c t="\3"\2 r="\1"')
WAYS_OF_XLSX: dict[str, Rewrite] = {
    "plain": lambda _, xml: xml,
    "type before place": TYPE_FIRST,
    "prefix": prefixed,
    "prefix, type before place": lambda name, xml: prefixed(name, TYPE_FIRST(name, xml)),
    "strict": strict,
    "single quotes": single_quoted,
    "no places": only(SHEET, r'<(c|row) r="\w+"', r"<\1"),
    "spaces": only(SHEET, r"<v>(.*?)</v>", r"\n<v  >\1</v\n>"),
    "CDATA": only(SHEET, r"<v>(.*?)</v>", r"<v><![CDATA[\1]]></v>"),
    "comments": only(SHEET, r"<(v|f)>(.)(.*?)</", r"<\1>\2<!-- <v>#N/A</v> -->\3</"),
    "references": only(SHEET, r"<(v|f)>(.)", lambda m: f"<{m[1]}>&#{ord(m[2])};"),
    "references in attributes": only(SHEET, r't="e"', 't="&#101;"'),
    "UTF-16": in_utf16,
    "byte-order mark": marked,
    "absolute targets": only("xl/_rels/workbook.xml.rels", r'Target="/?(?:xl/)?', 'Target="/xl/'),
    "relative targets": only("xl/_rels/workbook.xml.rels", r'Target="/xl/', 'Target="'),
    "another prefix of relations": other_prefix_of_relations,
}


@pytest.mark.parametrize("way", WAYS_OF_XLSX)
def test_an_xlsx_says_the_same_however_it_is_written(tmp_path: Path, way: str) -> None:
    assert cells(tmp_path, "list.xlsx", rewritten(xlsx(), WAYS_OF_XLSX[way])) == CELLS


def test_parts_of_an_xlsx_may_have_any_name(tmp_path: Path) -> None:
    def renamed(name: str) -> str:
        return name.replace("worksheets/sheet1.xml", "Trang/mot.XML")

    content = rewritten(xlsx(), lambda _, xml: xml.replace(SHEET.encode(), b"xl/Trang/mot.XML"), renamed)
    content = rewritten(content, lambda _, xml: xml.replace(b"/xl/worksheets/sheet1.xml", b"/xl/Trang/mot.XML"))
    assert cells(tmp_path, "list.xlsx", content) == CELLS


def other_prefix(_: str, xml: bytes) -> bytes:
    return re.sub(rb"(?<=[</\s])table:|(?<=xmlns:)table(?==)", lambda m: m[0].replace(b"table", b"x"), xml)


def attributes_reversed(_: str, xml: bytes) -> bytes:
    def turned(tag: re.Match[bytes]) -> bytes:
        pairs = re.findall(rb'\s[\w:-]+="[^"]*"', tag[2])
        return b"<" + tag[1] + b"".join(reversed(pairs)) + tag[3]

    return re.sub(rb'<(table:table-cell)((?:\s[\w:-]+="[^"]*")+)(/?>)', turned, xml)


CONTENT = "content.xml"
WAYS_OF_ODS: dict[str, Rewrite] = {
    "plain": lambda _, xml: xml,
    "attributes the other way round": attributes_reversed,
    "UTF-16": lambda name, xml: in_utf16("sheet", xml) if name == CONTENT else xml,
    "single quotes": lambda name, xml: single_quoted(name, xml) if name == CONTENT else xml,
    "spans": only(CONTENT, r"<text:p>#REF!", "<text:p><text:span>#RE</text:span><text:span>F!</text:span>"),
    "a note before": only(
        CONTENT, r"<text:p>#REF!", "<office:annotation><text:p>Xem lại</text:p></office:annotation><text:p>#REF!"
    ),
    "CDATA": only(CONTENT, r"<text:p>(.*?)</text:p>", lambda m: f"<text:p><![CDATA[{unescape(m[1])}]]></text:p>"),
    "comments": only(CONTENT, r"<text:p>(.)", r"<text:p>\1<!-- </text:p> -->"),
    "references": only(CONTENT, r"<text:p>(\w|#)", lambda m: f"<text:p>&#{ord(m[1])};"),
    "byte-order mark": lambda name, xml: marked(name, xml) if name == CONTENT else xml,
}


@pytest.mark.parametrize("way", WAYS_OF_ODS)
def test_an_ods_says_the_same_however_it_is_written(tmp_path: Path, way: str) -> None:
    assert cells(tmp_path, "list.ods", rewritten(ods(), WAYS_OF_ODS[way])) == CELLS


def test_an_ods_of_openoffice_has_parts_without_a_byte(tmp_path: Path) -> None:
    buffer = io.BytesIO(ods())
    with ZipFile(buffer, "a") as book:
        book.writestr("Configurations2/accelerator/current.xml", b"")
    assert cells(tmp_path, "list.ods", buffer.getvalue()) == CELLS


def test_an_ods_with_prefixes_that_calamine_does_not_know_is_never_read_as_empty(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        cells(tmp_path, "list.ods", rewritten(ods(), other_prefix))


@pytest.mark.parametrize(("name", "made"), [("list.xlsx", xlsx), ("list.ods", ods)])
def test_entities_of_ones_own_are_refused(tmp_path: Path, name: str, made: Callable[[], bytes]) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("bí mật", encoding="utf-8")
    bomb = '<!DOCTYPE x [<!ENTITY a "%s">]>' % ("A" * 100)
    outside = f'<!DOCTYPE x [<!ENTITY a SYSTEM "{secret.as_uri()}">]>'
    for part in (SHEET, "xl/workbook.xml", "xl/styles.xml") if name == "list.xlsx" else (CONTENT, "styles.xml"):
        for declared in (bomb, outside, '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">'):
            content = rewritten(made(), only(part, r"^(<\?xml.*?\?>)?\s*", rf"\1{declared}"))
            with pytest.raises(InputError, match="DOCTYPE"):
                cells(tmp_path, name, content)


def test_formulas_that_cells_share_are_told_for_each(tmp_path: Path) -> None:
    shared = only(SHEET, r"<f>(.*?)</f><v ?/>", r'<f t="shared" ref="B4:B5" si="0">\1</f>')
    below = only(SHEET, "</sheetData>", '<row r="5"><c r="B5"><f t="shared" si="0"/></c></row></sheetData>')
    content = rewritten(rewritten(xlsx(), shared), below)
    assert [row[1] for row in cells(tmp_path, "list.xlsx", content)][2:] == ["=SUM(B2:B2)", "=SUM(B2:B2)"]


def test_results_of_formulas_are_read(tmp_path: Path) -> None:
    with_results = only(SHEET, r"(<f>.*?</f>)<v ?/>", r"\1<v>7.5</v>")
    empty_text = only(SHEET, r'<c r="B4"(.*?)><f>(.*?)</f><v ?/>', r'<c t="str" r="B4"\1><f>\2</f><v/>')
    assert cells(tmp_path, "list.xlsx", rewritten(xlsx(), with_results))[2][1] == 7.5
    assert cells(tmp_path, "list.xlsx", rewritten(xlsx(), empty_text))[2][1] == ""


def content_of(*tables: str) -> bytes:
    """An .ods of ``tables``, with nothing else in it."""
    oasis = "urn:oasis:names:tc:opendocument:xmlns"
    spaces = " ".join(f'xmlns:{name}="{oasis}:{name}:1.0"' for name in ("office", "table", "text"))
    buffer = io.BytesIO()
    with ZipFile(buffer, "w") as archive:
        archive.writestr(CONTENT, f"<office:document-content {spaces}>{''.join(tables)}</office:document-content>")
    return buffer.getvalue()


def test_errors_are_found_in_and_behind_repeated_cells() -> None:
    first = '<table:table table:name="A"><table:table-row/></table:table>'
    second = (
        '<table:table table:name="B &amp; C">'
        '<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="2"/>'
        '</table:table-row><table:table-row table:number-rows-repeated="2">'
        '<table:table-cell table:number-columns-repeated="2"/><table:covered-table-cell/>'
        '<table:table-cell table:number-columns-repeated="2"><text:p>Err:502</text:p></table:table-cell>'
        '<table:table-cell table:number-columns-repeated="16000"/></table:table-row>'
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row></table:table>'
    )
    scan = scan_ods(Archive("list.ods", content_of(first, second)))
    assert scan is not None
    (told,) = scan.sheets["B & C"].left_out
    assert (told.text, told.rows, told.columns) == ("Err:502", range(3, 5), range(3, 5))
    assert (scan.sheets["B & C"].rows, scan.sheets["B & C"].columns) == (5, 5)
    assert scan.sheets["A"].left_out == []


def test_an_ods_that_fills_the_memory_is_refused(tmp_path: Path) -> None:
    table = (
        '<table:table table:name="A"><table:table-row table:number-rows-repeated="1000000">'
        '<table:table-cell table:number-columns-repeated="1024"><text:p>#REF!</text:p></table:table-cell>'
        "</table:table-row></table:table>"
    )
    with pytest.raises(InputError, match="AMJ1000000"):
        cells(tmp_path, "list.ods", content_of(table))


@pytest.mark.parametrize(
    ("letters", "number"), [("A", 1), ("Z", 26), ("AA", 27), ("ZZ", 702), ("AAA", 703), ("XFD", 16_384)]
)
def test_columns_are_named_as_spreadsheets_do(letters: str, number: int) -> None:
    assert (column_letters(number), column_number(letters)) == (letters, number)


def test_the_extent_of_a_sheet_counts_rows_and_columns() -> None:
    scan = scan_ooxml(Archive("list.xlsx", xlsx()))
    assert scan is not None
    (sheet,) = scan.sheets.values()
    assert (sheet.rows, sheet.columns) == (4, 3)


#: Sheets with neither an error nor a formula, as they may be written, and whether their bytes are told without a look
#: at each element.
PLAIN_SHEETS: dict[str, tuple[Rewrite, bool]] = {
    "plain": (lambda _, xml: xml, True),
    "prefix": (prefixed, False),
    "strict": (strict, True),
    "single quotes": (single_quoted, False),
    "UTF-16": (in_utf16, False),
    "byte-order mark": (marked, False),
    "comments": (only(SHEET, "worker", "<!-- x -->"), False),
    "a number for a letter": (only(SHEET, "worker", "w&#111;rker"), False),
    "cells without a place": (only(SHEET, r'(<c) r="[A-Z]+3"', r"\1"), False),
    "rows without a number": (only(SHEET, r'(<row) r="\d+"', r"\1"), False),
    "a cell far off": (only(SHEET, r'r="C4"', 'r="ZZ99"'), True),
    "a text like a cell": (only(SHEET, "worker", 'x r="AA77" &lt;c r="AB78"'), True),
    "a formula": (only(SHEET, "<v", "<f>1+1</f><v"), False),
}


@pytest.mark.parametrize("way", PLAIN_SHEETS)
def test_a_plain_sheet_reaches_as_far_by_its_bytes_as_by_its_elements(
    way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    rewrite, by_bytes = PLAIN_SHEETS[way]
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    # In ASCII: where lxml is installed openpyxl refers to other letters by number.
    for row in (["a", "b", "c"], ["001", 2.5, "worker"], ["002", 3, "count = '99'"], ["003", 4, "R&D"]):
        sheet.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    archive = Archive("list.xlsx", rewritten(buffer.getvalue(), rewrite))
    assert (ooxml._plain_places(archive.content(SHEET)) is not None) is by_bytes
    told = scan_ooxml(archive)
    monkeypatch.setattr(ooxml, "_plain_places", lambda _: None)
    assert scan_ooxml(archive) == told


@pytest.mark.parametrize("prefix", ["", "unique", "x:", f"{'x' * 300}:"])
def test_more_than_a_part_can_hold_is_not_announced(tmp_path: Path, prefix: str) -> None:
    name = prefix.rpartition(":")[0]
    declared = f' xmlns:{name}="x"' if name else ""
    more = only(SHEET, "<sheetData", f'<mergeCells{declared} {prefix}count="99999999"/><sheetData')
    with pytest.raises(InputError, match="99999999"):
        cells(tmp_path, "list.xlsx", rewritten(xlsx(), more))


def test_a_document_is_no_workbook(tmp_path: Path) -> None:
    text = rewritten(xlsx(), lambda _, xml: xml.replace(b"/officeDocument", b"/other"))
    with pytest.raises(InputError, match="không phải sổ tính"):
        cells(tmp_path, "list.xlsx", text)


@pytest.mark.parametrize("way", ["plain", "type before place", "prefix"])
def test_a_row_with_an_error_is_returned_not_judged(ancu_command: Run, tmp_path: Path, way: str) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["Mã hồ sơ", "Nhóm đối tượng", "Thu nhập"], ["1", "công nhân", "#N/A"], ["2", "công nhân", 9_000_000]):
        sheet.append(row)
    sheet["C2"].data_type = "e"
    buffer = io.BytesIO()
    book.save(buffer)
    (tmp_path / "list.xlsx").write_bytes(rewritten(buffer.getvalue(), WAYS_OF_XLSX[way]))
    done = ancu_command("screen", "list.xlsx", "--programme", "social_housing_rent", "-o", "out.csv")
    assert "xét 1, trả lại 1" in done.stdout, done.stderr
