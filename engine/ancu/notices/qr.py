"""The QR code of a notice: the id of its receipt, from which any telephone reads it."""

from __future__ import annotations

import io

import segno

#: Before the id: whose it is, and the version of what stands in the code. Capitals and digits need the least room.
PREFIX = "ANCU:1:"
#: One of the eight masks: to try them all takes ten times as long, and readers know them all.
_MASK = 3


def _code(receipt: str) -> segno.QRCode:
    return segno.make_qr(PREFIX + receipt, error="m", mask=_MASK)


def qr_png(receipt: str) -> bytes:
    """The code as a PNG."""
    content = io.BytesIO()
    _code(receipt).save(content, kind="png", scale=6, border=2)
    return content.getvalue()


def qr_svg(receipt: str) -> str:
    """The code as an SVG."""
    content = io.BytesIO()
    _code(receipt).save(content, kind="svg", border=2, xmldecl=False, nl=False)
    return content.getvalue().decode()
