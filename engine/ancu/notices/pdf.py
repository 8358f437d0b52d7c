"""PDF by typst: all notices, or a public list, as one file."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pypdf
import typst

from ancu.errors import OutputError, Problem
from ancu.notices.notice import Notice
from ancu.notices.qr import qr_svg
from ancu.notices.tags import QR

_HERE = Path(__file__).parent
#: The type that Decree 30 asks for, which may not be shipped, and the one of the same widths that stands in for it.
WANTED, STAND_IN = "Times New Roman", "Liberation Serif"


#: Notices that are laid out at a time: what typst remembers of one run grows with its pages, and goes with the run.
_TOGETHER = 50


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts()


@cache
def type_used() -> str:
    """The type that a PDF is set in here: the one wanted, the one that stands in, else typst's own."""
    families = set(_fonts().families())
    return next((one for one in (WANTED, STAND_IN) if one in families), "Libertinus Serif")


def notices_pdf(notices: Sequence[Notice], day: date) -> bytes:
    """All notices as one file, each from page 1; made on ``day``, by which the same notices give the same bytes."""
    parts = []
    for first in range(0, len(notices), _TOGETHER):
        some = notices[first : first + _TOGETHER]
        rows = [{**one.values, "kind": one.kind, "qr_svg": qr_svg(str(one.values[QR]))} for one in some]
        parts.append(compiled("notice.typ", rows, day))
    return parts[0] if len(parts) == 1 else _joined(parts)


def _joined(parts: Iterable[bytes]) -> bytes:
    writer = pypdf.PdfWriter()
    for part in parts:
        writer.append(io.BytesIO(part), import_outline=False)
    content = io.BytesIO()
    writer.write(content)
    return content.getvalue()


def compiled(template: str, data: Sequence[Any] | Mapping[str, Any], day: date) -> bytes:
    """The PDF that ``template`` makes of ``data``."""
    sources: Any = {
        "main": (_HERE / template).read_bytes(),
        "data.json": json.dumps(data, ensure_ascii=False).encode(),
    }
    made = datetime(day.year, day.month, day.day, tzinfo=UTC)
    try:
        # Without tags, which would make the file three times as large.
        pdf = typst.compile(sources, format="pdf", timestamp=made, font_paths=_fonts(), pdf_tags=False)
    except typst.TypstError as error:
        raise OutputError(Problem("notice_pdf_failed", {"detail": error.message})) from error
    assert isinstance(pdf, bytes)
    return pdf
