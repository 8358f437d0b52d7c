"""What the commands of ``ancu draw`` share: their files, and words of the form NAME=VALUE."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from ancu.draw.public_value import VIETNAM
from ancu.errors import InputError, Problem, os_reason
from ancu_cli.common import UsageProblem

#: The files of a draw. The first four are published, the next two kept apart, the rest come with the draw.
PROTOCOL, PLAN, LIST, COMMITMENTS = "giao-thuc.json", "ke-hoach.tsv", "danh-sach.tsv", "cam-ket.tsv"
SECRET, RECORDS = "bi-mat.txt", "ho-so.jsonl"
RESULT, MINUTES, PAGE = "ket-qua.tsv", "bien-ban.html", "kiem-chung.html"


def now() -> datetime:
    """This moment in Vietnam."""
    return datetime.now(VIETNAM)


def pairs_of(written: Iterable[str], problem: str) -> dict[str, str]:
    """Words of the form NAME=VALUE; :class:`UsageProblem` of the kind ``problem`` for any that is not."""
    found: dict[str, str] = {}
    for text in written:
        name, equals, value = (part.strip() for part in text.partition("="))
        if not (name and equals and value) or name in found:
            raise UsageProblem(Problem(problem, {"value": text}))
        found[name] = value
    return found


def read_bytes(path: str | Path) -> bytes:
    """The content of a file; :class:`InputError` if it cannot be read."""
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise InputError(Problem("file_unreadable", {"path": str(path), "reason": os_reason(error)})) from error
