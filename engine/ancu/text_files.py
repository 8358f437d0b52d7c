"""Text files as people save them: UTF-8, UTF-16 with or without its mark; what else they are, by the first bad byte."""

from __future__ import annotations

import codecs
import io
import os
import stat
import sys
from pathlib import Path
from typing import BinaryIO

from ancu.errors import InputError, Problem, os_reason

UTF8 = "utf-8-sig"
#: How many bytes tell what a text is written in; how many are read at once.
START = 1 << 18
_PIECE = 1 << 20


def content_of(path: str | os.PathLike[str]) -> bytes:
    """The content of a file or a pipe; :class:`InputError` if it cannot be read, or is a device, which may not end."""
    try:
        if is_device(path):
            raise InputError(Problem("file_is_device", {"path": str(path)}))
        return Path(path).read_bytes()
    except OSError as error:
        raise InputError(Problem("file_unreadable", {"path": str(path), "reason": os_reason(error)})) from error


def standard_input() -> bytes:
    """All that standard input holds; :class:`InputError` if it is closed or cannot be read."""
    try:
        return sys.stdin.buffer.read()
    except OSError as error:
        raise InputError(Problem("file_unreadable", {"path": "-", "reason": os_reason(error)})) from error


def is_device(path: str | os.PathLike[str]) -> bool:
    """Whether ``path`` is a terminal, a disk, or a device such as ``/dev/zero``. Raises OSError where nothing is."""
    mode = os.stat(path).st_mode
    return stat.S_ISCHR(mode) or stat.S_ISBLK(mode)


def decode(path: str, content: bytes) -> str:
    """``content`` as text, from UTF-8 or UTF-16; :class:`InputError` naming the line if it is neither."""
    encoding = wide_encoding(content[:START]) or UTF8
    broken = first_error(io.BytesIO(content), encoding)
    if broken is not None:
        raise InputError(Problem("list_not_utf8", {}, path, broken[0]))
    return content.decode(encoding)


def wide_encoding(start: bytes) -> str | None:
    """UTF-16, as Python names it; None for other text, as far as the ``start`` of a file tells.

    It is known by its mark, or by where its zero bytes stand: Vietnamese text has many, all on one side.
    """
    if start[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return "utf-16"
    half = len(start) // 2
    low, high = start[0::2].count(0), start[1::2].count(0)
    if half and max(low, high) > 0.3 * half and min(low, high) < 0.02 * half:
        return "utf-16-le" if high > low else "utf-16-be"
    return None


def first_error(file: BinaryIO, encoding: str) -> tuple[int, float] | None:
    """The line of the first byte that ``encoding`` cannot read, and what share of the letters about it are UTF-8."""
    file.seek(0)
    decoder = codecs.getincrementaldecoder(encoding)()
    lines = 1
    while True:
        chunk = file.read(_PIECE)
        try:
            text = decoder.decode(chunk, final=not chunk)
        except UnicodeDecodeError as error:
            lines += error.object.count(b"\n", 0, error.start)
            letters = error.object[: error.start + START].decode("utf-8", errors="replace")
            foreign = sum(letter > "\x7f" for letter in letters)
            return lines, 1 - letters.count("\ufffd") / max(foreign, 1)
        if not chunk:
            return None
        lines += text.count("\n")
