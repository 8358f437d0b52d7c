"""Backup and restore: all of a register is copied from one database to another, SQLite or PostgreSQL, as it stands.

What is copied is one state, whatever is added meanwhile; it is verified before it counts.
"""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ancu.errors import InputError, OutputError, Problem, os_reason
from ancu.register.store import Register
from ancu.register.verifying import ChainHead, Verified, verify


def copy_into(source: Register, target: Register, heads: tuple[ChainHead, ...] = ()) -> Verified:
    """Copy everything of ``source`` into ``target``, which is made and must be empty; nothing of it if it is not sound.

    Raises :class:`InputError` where ``source`` is broken or ``target`` holds entries.
    """
    target.create()
    with source.reading() as reader, target.writing() as writer:
        if writer.last() is not None:
            raise InputError(Problem("register_not_empty", {"path": target.name}))
        writer.put(reader.stored())
        for data in reader.all_personal():
            writer.keep(data)
        found = verify(writer, heads)
        if found.problem is not None:
            raise InputError(Problem("register_copy_broken", {"path": source.name, "why": found.problem.text}))
    return found


@contextmanager
def new_file(path: str) -> Iterator[Register]:
    """A register that is made beside ``path`` and put there at the end, whole; an older file is never overwritten.

    Raises :class:`OutputError`.
    """
    if os.path.lexists(path):
        raise OutputError(Problem("file_exists", {"path": path}))
    draft = Path(path).with_name(f".{secrets.token_hex(8)}.unfinished")
    register = Register(str(draft))
    try:
        yield register
        register.scrub()
        try:
            os.link(draft, path)
        except FileExistsError as error:
            raise OutputError(Problem("file_exists", {"path": path})) from error
        except OSError as error:
            raise OutputError(Problem("file_unwritable", {"path": path, "reason": os_reason(error)})) from error
    finally:
        for leftover in (draft, *(draft.with_name(draft.name + suffix) for suffix in ("-wal", "-shm"))):
            with contextlib.suppress(OSError):
                leftover.unlink()
