"""Files that people send by the page: under a name that can do no harm, and whole or not at all."""

from __future__ import annotations

import errno
import os
import re
import shutil
import unicodedata
from collections.abc import AsyncIterator, Collection, Mapping
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from starlette.datastructures import UploadFile
from starlette.requests import Request

from ancu.errors import Problem
from ancu.service.desk.desk import disk_full
from ancu.service.desk.store import CHANGES, CORRECTIONS, MAPPING, RESULT
from ancu.service.guard import check_own_form, check_type
from ancu.service.problems import HttpError

#: What lists and results may be, by the end of their names.
LIST_SUFFIXES = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv", ".txt", ".tsv", ".jsonl", ".ndjson", ".parquet")
RESULT_SUFFIXES = (".xlsx", ".csv", ".jsonl", ".ndjson", ".parquet")
#: Files of our own in the folder of a list, as their stems are.
_OURS = frozenset(Path(name).stem for name in (RESULT, MAPPING, CORRECTIONS, CHANGES))
_LONGEST = 80


def safe_name(written: str) -> str:
    """A file's name without folders, and of plain letters, digits and few signs; its end stays as it is."""
    name = unicodedata.normalize("NFC", written.replace("\\", "/").rpartition("/")[2])
    name = re.sub(r"[^\w .()+-]", "_", name).strip(" .-_") or "danh-sach"
    stem, dot, suffix = name.rpartition(".")
    if not dot:
        stem, suffix = name, ""
    stem = stem[:_LONGEST].strip(" .") or "danh-sach"
    if stem.casefold().split(".")[0] in _OURS:
        stem = f"da-gui-{stem}"
    return f"{stem}{dot}{suffix[:10].lower()}"


@asynccontextmanager
async def sent_file(request: Request, suffixes: Collection[str]) -> AsyncIterator[tuple[UploadFile, Mapping[str, str]]]:
    """The file that a form of the page sends, and its other fields. Raises :class:`HttpError`."""
    check_own_form(request)
    check_type(request, ("multipart/form-data",))
    try:
        form = await request.form(max_files=1, max_fields=10, max_part_size=1 << 16)
    except OSError as error:  # large files are put on the disk while they come
        raise (disk_full() if is_full(error) else error) from error
    try:
        file = form.get("file")
        if not isinstance(file, UploadFile) or not file.filename:
            raise HttpError(422, "request", Problem("desk_no_file"))
        if Path(safe_name(file.filename)).suffix not in suffixes:
            name = safe_name(file.filename)
            raise HttpError(422, "request", Problem("desk_suffix", {"name": name, "known": ", ".join(suffixes)}))
        yield file, {name: value for name, value in form.items() if isinstance(value, str)}
    finally:
        await form.close()


def save(file: UploadFile, path: Path, most: int) -> None:
    """Put what was sent at ``path``, readable by nobody else; :class:`HttpError` for too much, or a full disk."""
    try:
        made = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(made, "wb") as out:
            file.file.seek(0)
            shutil.copyfileobj(file.file, out, 1 << 20)
            size = out.tell()
    except OSError as error:
        with suppress(OSError):
            path.unlink()
        raise (disk_full() if is_full(error) else error) from error
    if size > most:
        path.unlink()
        raise HttpError(413, "too-large", Problem("desk_too_large", {"most": f"{most / (1 << 20):.4g}"}))


def is_full(error: OSError) -> bool:
    """Whether the disk, or somebody's part of it, is full."""
    return error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
