"""Titles of groups of columns, and what one that names somebody else makes of the columns under it."""

from __future__ import annotations

import re
from collections.abc import Callable

from ancu.rulebook.values import names_unit, normalise
from ancu.screening.headers.units import split_unit

#: Who is not the applicant. "Ông (bà)" and "anh, chị" are ways to address anybody, so they are not among these.
_OTHERS = re.compile(
    r"\b(vợ|chồng|bố|mẹ|cha|ba má|con|các con|người con|thành viên|người thân|thân nhân|người phụ thuộc|người bảo lãnh"
    r"|người (được )?(ủy|uỷ) quyền|người giới thiệu|người liên hệ|người cùng (ở|đứng tên|đứng đơn)"
    r"|spouse|husband|wife|parents?|father|mother|child|children|members?|guarantor)\b"
)
#: A title of a group has no more words than this: a longer one is the title of a list.
_MOST_WORDS = 8


def names_other(title: str) -> bool:
    """Whether the ``title`` of a group of columns names somebody else than the applicant."""
    text = normalise(title)
    return len(text.split()) <= _MOST_WORDS and bool(_OTHERS.search(text))


def in_group(title: str, header: str, known: Callable[[str], bool]) -> str:
    """The header of a column in a group: its own where that is known and the title names nobody else.

    Under "Vợ (chồng)" it is what is said of that person where a list may say so ("Thu nhập của vợ (chồng)").
    """
    whole = header if title == header else " ".join(filter(None, (title, header)))
    if not header or not title or title == header or known(whole):
        return whole
    label, unit = unit_of(title)
    if unit:
        header = next(filter(known, (f"{header} ({unit})",)), header)
        whole = f"{label} {header}" if known(header) else f"{label} {header} ({unit})"
    if names_other(label):
        return next(filter(known, (f"{header} của {label}", f"{header} {label}")), whole)
    if known(header):
        return header
    return next(filter(known, (f"{label} của {header} ({unit})",)), whole) if unit else whole


def unit_of(title: str) -> tuple[str, str]:
    """The title of a group of columns, and the unit that it gives them ("": none): "Thu nhập (triệu đồng)"."""
    label, unit = split_unit(title)
    return (label, unit) if unit and names_unit(unit) else (title, "")
