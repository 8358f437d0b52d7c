"""The dossier of the law's defects as a document for a word processor, set as offices set theirs."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import datetime

from ancu.errors import ExtraMissingError, Problem
from ancu.handbook.dossier import Block, CountTable, Heading, Paragraph
from ancu.messages import Language

#: The typeface and size of an office's letters, and its margins in centimetres: left, right, above, below.
_FACE, _SIZE, _MARGINS = "Times New Roman", 13, (3.0, 1.5, 2.0, 2.0)
_HEADINGS = {1: 16, 2: 14, 3: 13}


def as_docx(blocks: Iterable[Block], lang: Language) -> bytes:
    """The dossier as .docx; :class:`ExtraMissingError` where python-docx is not installed."""
    try:
        from docx import Document
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.oxml.ns import qn
        from docx.shared import Cm, Pt, RGBColor
    except ImportError as error:
        raise ExtraMissingError(Problem("extra_missing", {"what": "python-docx", "extra": "docx"})) from error
    made = Document()
    section = made.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin, section.top_margin, section.bottom_margin = map(Cm, _MARGINS)
    normal = made.styles["Normal"]
    normal.font.name, normal.font.size = _FACE, Pt(_SIZE)
    for level, size in _HEADINGS.items():
        style = made.styles[f"Heading {level}"]
        style.font.name, style.font.size, style.font.bold = _FACE, Pt(size), True
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.element.rPr.rFonts.set(qn("w:asciiTheme"), "")  # else the theme's typeface stands for ours
        for key in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            style.element.rPr.rFonts.attrib.pop(qn(key), None)
    properties = made.core_properties
    properties.author, properties.language = "ancu", lang
    # The same dossier gives the same bytes.
    properties.created = properties.modified = datetime(2000, 1, 1)
    for block in blocks:
        match block:
            case Heading(level, text):
                heading = made.add_heading(text, level)
                if level == 1:
                    heading.alignment = WD_ALIGN_PARAGRAPH.CENTER
                    properties.title = text
            case Paragraph(text, label):
                paragraph = made.add_paragraph()
                paragraph.paragraph_format.space_after = Pt(4)
                paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
                if label:
                    paragraph.add_run(f"{label} ").bold = True
                paragraph.add_run(text)
            case CountTable(rows):
                table = made.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
                for i, row in enumerate(rows):
                    for cell, text in zip(table.add_row().cells, row, strict=True):
                        cell.paragraphs[0].add_run(text).bold = i == 0
                made.add_paragraph()
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()
