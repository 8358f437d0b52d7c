"""Texts that are hashed: UTF-8, composed (NFC), a line's end of LF, cells apart by tabs. Any language can write them.

The first line names the kind of text and its version. A cell is never empty: nothing is said by ``-``.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Sequence

from ancu.errors import InputError, Problem

#: Stands where there is nothing to say.
NOTHING = "-"
VERSION = "1"


def sha256(content: str | bytes) -> str:
    """The SHA-256 of a text in UTF-8, or of bytes, in hexadecimal."""
    return hashlib.sha256(content.encode() if isinstance(content, str) else content).hexdigest()


def text_of(kind: str, rows: Iterable[Sequence[object]]) -> str:
    """A text of this kind; :class:`InputError` for a cell that cannot stand in one."""
    lines = [f"{kind}\t{VERSION}"]
    lines += ["\t".join(_cell(cell) for cell in row) for row in rows]
    return "".join(f"{line}\n" for line in lines)


def _cell(value: object) -> str:
    cell = unicodedata.normalize("NFC", NOTHING if value is None else str(value))
    if not cell or _has_controls(cell):
        raise InputError(Problem("draw_cell_bad", {"value": ascii(cell)}))
    return cell


def rows_of(kind: str, text: str) -> list[list[str]]:
    """The rows of a text; :class:`InputError` where it is not a canonical text of this kind."""
    head, _, body = text.partition("\n")
    if head != f"{kind}\t{VERSION}" or not text.endswith("\n") or text != unicodedata.normalize("NFC", text):
        raise InputError(Problem("draw_text_bad", {"kind": kind, "line": 1}))
    rows = [line.split("\t") for line in body.split("\n")[:-1]]
    for number, row in enumerate(rows, 2):
        if any(not cell or _has_controls(cell) for cell in row):
            raise InputError(Problem("draw_text_bad", {"kind": kind, "line": number}))
    return rows


def _has_controls(cell: str) -> bool:
    return any(ord(letter) < 0x20 or 0x7F <= ord(letter) < 0xA0 for letter in cell)
