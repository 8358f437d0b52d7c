"""The units that stand in headers, however they are shortened."""

from __future__ import annotations

import re

from ancu.rulebook.values import names_unit, normalise

_UNIT_IN_HEADER = re.compile(
    r"(?P<label>.+?)\s*(?:[(\[]\s*(?:(?:đvt|đơn vị tính|đơn vị|unit)\s*:?\s*)?(?P<unit>[^()\[\]]+)[)\]]"
    r"|(?:[,;:–—-]\s*|\s)(?:đvt|đơn vị tính|đơn vị|unit)\s*:?\s*(?P<after>[^,;()]+))",
    re.IGNORECASE,
)
#: A unit after a header, and nothing that says it is one: "Thu nhập, triệu đồng".
_UNIT_AFTER = re.compile(
    r"(?P<label>.+?)\s*(?:[,;:–—-]|\btính bằng\b|\btính theo\b)\s*(?P<unit>[^,;:–—()]+)", re.IGNORECASE
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
        after = _UNIT_AFTER.fullmatch(header)
        unit = long_unit(after["unit"]) if after is not None else ""
        return (after["label"], unit) if after is not None and names_unit(unit) else (header, None)
    return parts["label"], long_unit(parts["unit"] or parts["after"])


def long_unit(unit: str) -> str:
    """A unit as the parser of values knows it, where headers shorten it."""
    text = normalise(unit)
    for pattern, whole in _SHORT_UNITS:
        if short := pattern.fullmatch(text):
            return whole + (short.groupdict().get("rest") or "")
    return text
