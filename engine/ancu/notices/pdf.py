"""PDF by typst: all notices, or a public list, as one file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import typst

from ancu.errors import OutputError, Problem
from ancu.notices.notice import Notice
from ancu.notices.qr import qr_svg
from ancu.notices.tags import QR

_HERE = Path(__file__).parent
#: The type that Decree 30 asks for, which may not be shipped, and the one of the same widths that stands in for it.
WANTED, STAND_IN = "Times New Roman", "Liberation Serif"


@cache
def type_used() -> str:
    """The type that a PDF is set in here: the one wanted, the one that stands in, else typst's own."""
    families = set(typst.Fonts().families())
    return next((one for one in (WANTED, STAND_IN) if one in families), "Libertinus Serif")


def notices_pdf(notices: Iterable[Notice], day: date) -> bytes:
    """All notices as one file, each from page 1; made on ``day``, by which the same notices give the same bytes."""
    rows = [{**one.values, "kind": one.kind, "qr_svg": qr_svg(str(one.values[QR]))} for one in notices]
    return compiled("notice.typ", rows, day)


def compiled(template: str, data: Sequence[Any] | Mapping[str, Any], day: date) -> bytes:
    """The PDF that ``template`` makes of ``data``."""
    sources: Any = {
        "main": (_HERE / template).read_bytes(),
        "data.json": json.dumps(data, ensure_ascii=False).encode(),
    }
    made = datetime(day.year, day.month, day.day, tzinfo=UTC)
    try:
        pdf = typst.compile(sources, format="pdf", timestamp=made)
    except typst.TypstError as error:
        raise OutputError(Problem("notice_pdf_failed", {"detail": error.message})) from error
    assert isinstance(pdf, bytes)
    return pdf
