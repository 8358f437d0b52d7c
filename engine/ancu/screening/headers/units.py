"""The units that stand in headers, however they are shortened."""

from __future__ import annotations

import re

from ancu.rulebook.values import normalise

_UNIT_IN_HEADER = re.compile(
    r"(?P<label>.+?)\s*(?:[(\[]\s*(?:(?:đvt|đơn vị tính|đơn vị|unit)\s*:?\s*)?(?P<unit>[^()\[\]]+)[)\]]"
    r"|,\s*(?:đvt|đơn vị tính|đơn vị|unit)\s*:?\s*(?P<after>[^,()]+))",
    re.IGNORECASE,
)
#: How headers shorten units: "tr.đ", "1.000 đồng".
_SHORT_UNITS = (
    (re.compile(r"tr(iệu)?\.? ?(đ|đồng|vnđ|vnd)?(?P<rest>/.*)?"), "triệu đồng"),
    (re.compile(r"(1\.?000|ngh?ìn|ngàn|ng)\.? ?(đ|đồng|vnđ|vnd)?(?P<rest>/.*)?"), "nghìn đồng"),
    (re.compile(r"đ\.?|đồng|vnđ|vnd"), "đồng"),
)


def split_unit(header: str) -> tuple[str, str | None]:
    """A header and the unit that stands in it: "Thu nhập (tr.đ)" is "Thu nhập" in "triệu đồng"."""
    parts = _UNIT_IN_HEADER.fullmatch(header)
    if parts is None:
        return header, None
    return parts["label"], long_unit(parts["unit"] or parts["after"])


def long_unit(unit: str) -> str:
    """A unit as the parser of values knows it, where headers shorten it."""
    text = normalise(unit)
    for pattern, whole in _SHORT_UNITS:
        if short := pattern.fullmatch(text):
            return whole + (short.groupdict().get("rest") or "")
    return text
