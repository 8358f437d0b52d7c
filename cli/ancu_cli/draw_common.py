"""What the commands of ``ancu draw`` share: their files, and words of the form NAME=VALUE."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from ancu.draw.public_value import VIETNAM
from ancu.errors import Problem
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
