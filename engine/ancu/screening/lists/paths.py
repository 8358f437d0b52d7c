"""The files that a list is in: which are meant, and that they stay as they are while they are read."""

from __future__ import annotations

import contextlib
import glob
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from weakref import WeakKeyDictionary

from ancu import text_files
from ancu.errors import InputError, Problem, os_reason


def list_paths(given: Iterable[str]) -> list[str]:
    """The files that ``given`` paths and patterns (``xa-*.xlsx``) name, patterns in order of name.

    Raises :class:`InputError` for a folder, a name that is no UTF-8, a pattern that fits nothing, a file named twice.
    """
    by_real_path: dict[str, str] = {}
    for path in given:
        named = [path]
        if path != "-" and glob.has_magic(path) and not os.path.lexists(path):
            # What Excel keeps beside an open workbook is no list.
            named = sorted(name for name in glob.glob(path) if not os.path.basename(name).startswith("~$"))
            if not named:
                raise InputError(Problem("list_no_match", {"pattern": path}))
        for name in named:
            try:
                name.encode()
            except UnicodeEncodeError:
                raise InputError(Problem("name_not_utf8", {"path": name})) from None
            if os.path.isdir(name):
                raise InputError(Problem("list_is_folder", {"path": name, "pattern": os.path.join(name, "*.xlsx")}))
            real = name if name == "-" else os.path.realpath(name)
            if real in by_real_path:
                raise InputError(Problem("list_given_twice", {"path": name, "first": by_real_path[real]}))
            by_real_path[real] = name
    return list(by_real_path.values())


@contextlib.contextmanager
def steady(path: str) -> Iterator[None]:
    """Raise :class:`InputError` if the file at ``path`` changes while the block reads it."""
    before = _state(path)
    yield
    if _state(path) != before:
        raise InputError(Problem("list_changed", {}, path))


def _state(path: str) -> tuple[int, ...] | None:
    if path == "-":
        return None
    try:
        state = os.stat(path)
    except OSError as error:
        raise InputError(Problem("file_unreadable", {"path": path, "reason": os_reason(error)})) from error
    # A pipe has no state that lasts.
    return (state.st_ino, state.st_size, state.st_mtime_ns) if stat.S_ISREG(state.st_mode) else None


#: What standard input held: it cannot be read twice, and a list may be.
_HELD: WeakKeyDictionary[object, bytes] = WeakKeyDictionary()


def _standard_input() -> bytes:
    content = text_files.standard_input()
    if content:
        _HELD[sys.stdin] = content
    return content or _HELD.get(sys.stdin, b"")


def content_of(path: str) -> bytes:
    with steady(path):
        return _standard_input() if path == "-" else text_files.content_of(path)
