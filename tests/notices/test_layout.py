"""The layout that Decree 30/2020 asks for, measured in the Word file by a library that knows nothing of ours."""

from __future__ import annotations

import io

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

import ancu
from ancu.notices.files import word_file
from tests.notices.cases import OFFICE, notice, worker


@pytest.fixture(scope="module")
def opened(book: ancu.Rulebook) -> Document:
    return docx.Document(io.BytesIO(word_file(notice(book, worker(book, "28 triệu"), office=OFFICE))))


def all_paragraphs(document: Document) -> list[Paragraph]:
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    return [*document.paragraphs, *(one for cell in cells for one in cell.paragraphs)]


def said(document: Document, beginning: str) -> Paragraph:
    return next(one for one in all_paragraphs(document) if one.text.startswith(beginning))


def test_page_and_margins(opened: Document) -> None:
    (section,) = opened.sections
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert Mm(19.9) <= section.top_margin <= Mm(25.1)
    assert Mm(19.9) <= section.bottom_margin <= Mm(25.1)
    assert Mm(29.9) <= section.left_margin <= Mm(35.1)
    assert Mm(14.9) <= section.right_margin <= Mm(20.1)


def test_page_number_stands_in_the_middle_of_the_top_margin_but_not_on_the_first_page(opened: Document) -> None:
    (section,) = opened.sections
    assert section.different_first_page_header_footer
    assert section.first_page_header.paragraphs[0].text == ""
    (number,) = section.header.paragraphs
    assert "PAGE" in "".join(one.text or "" for one in number._p.iter(qn("w:instrText")))
    assert number.style.paragraph_format.alignment == WD_ALIGN_PARAGRAPH.CENTER
    assert Pt(13) <= number.style.font.size <= Pt(14)
    assert section.header_distance < section.top_margin


def test_type_size_and_spacing(opened: Document) -> None:
    fonts = opened.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:rFonts')}")
    assert {fonts.get(qn(f"w:{kind}")) for kind in ("ascii", "hAnsi", "cs", "eastAsia")} == {"Times New Roman"}
    for beginning in ("Căn cứ Luật Nhà ở", "Phòng Kinh tế mẫu đã xét", "- Thu nhập bình quân", "Việc chủ đầu tư"):
        style = said(opened, beginning).style
        form = style.paragraph_format
        assert Pt(13) <= style.font.size <= Pt(14), beginning
        assert form.alignment == WD_ALIGN_PARAGRAPH.JUSTIFY, beginning
        assert form.space_after >= Pt(6), beginning
        assert 1 <= form.line_spacing <= 1.5, beginning
        assert Mm(9.9) <= form.first_line_indent <= Mm(12.8), beginning
    assert said(opened, "Căn cứ").style.font.italic


def test_heading_number_place_and_signature(opened: Document) -> None:
    nation, motto = said(opened, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), said(opened, "Độc lập - Tự do - Hạnh phúc")
    assert nation.style.font.bold
    assert motto.style.font.bold
    assert Pt(12) <= nation.style.font.size <= Pt(13)
    assert Pt(13) <= motto.style.font.size <= Pt(14)
    assert said(opened, "UBND xã Ví Dụ").style.font.all_caps
    agency = next(one for one in all_paragraphs(opened) if one.text == "Phòng Kinh tế mẫu")
    assert agency.style.font.bold
    # What nobody knows stays open.
    assert said(opened, "Số:").text == "Số: ……/TB-PKT"
    assert said(opened, "Ví Dụ, ngày").text == "Ví Dụ, ngày …… tháng …… năm ………"
    assert said(opened, "Ví Dụ, ngày").style.font.italic
    assert said(opened, "Thông báo").style.font.all_caps
    assert said(opened, "Trưởng phòng").style.font.bold
    assert said(opened, "………………").text == "………………"
    assert len(opened.inline_shapes) == 1  # the QR code


def test_a_slip_is_of_large_type(book: ancu.Rulebook) -> None:
    slip = docx.Document(io.BytesIO(word_file(notice(book, worker(book, "28 triệu"), kind="slip", office=OFFICE))))
    assert said(slip, "Kết quả: không đủ điều kiện").style.font.size >= Pt(20)
    assert said(slip, "•").style.font.size >= Pt(16)
