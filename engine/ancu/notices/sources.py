"""Where the cases of notices come from: a screened list by its receipt, a list, or one record."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from ancu.decision.deciding import Record
from ancu.errors import InputError, Problem, suggestion
from ancu.notices.case_of_notice import Buyer, CaseOfNotice, case_of, whom
from ancu.notices.tags import clean
from ancu.rulebook.rulebook import Rulebook
from ancu.screening.job import Job
from ancu.screening.jobs.listed_rows import ListedRow, rows_of_job, screened_rows
from ancu.screening.jobs.receipt import SUFFIX, read_receipt
from ancu.screening.run.judged_chunk import Rejected


@dataclass
class CasesAsked:
    """Which cases are asked for, and what became of the others.

    ``programme`` None: the only one that a receipt has. ``cases``: only these; none: all. ``read_case`` reads one
    record from a file. ``returned``: rows that could not be read; ``uncovered``: those of a day before the rulebook.
    """

    programme: str | None = None
    cases: tuple[str, ...] = ()
    project: str = ""
    as_of: date | None = None
    mapping: str | None = None
    members: str | None = None
    sheet: str | tuple[str, ...] | None = None
    returned: list[Problem] = field(default_factory=list)
    uncovered: int = 0


def cases_from(
    book: Rulebook, path: str, asked: CasesAsked, read_case: Callable[[str], Record]
) -> Iterator[CaseOfNotice]:
    """The cases of the receipt, record or list at ``path``, in their order.

    Raises :class:`InputError` where it cannot be read, no programme is told, or a case asked for is not there.
    """
    rows: Iterator[ListedRow | Rejected]
    if path.endswith(SUFFIX):
        receipt = read_receipt(path)
        programme = _programme(book, path, asked, tuple(receipt.programmes))
        rows = screened_rows(book, path, receipt, programme)
    elif path == "-" or Path(path).suffix.lower() == ".json":
        record = read_case(path)
        programme = _programme(book, path, asked, ())
        yield case_of(book, record, programme, asked.as_of or record.as_of or date.today(), None, asked.project)
        return
    else:
        programme = _programme(book, path, asked, ())
        rows = rows_of_job(book, _job(path, asked, programme))
    yield from _of_rows(book, path, asked, programme, rows)


def _of_rows(
    book: Rulebook, path: str, asked: CasesAsked, programme: str, rows: Iterator[ListedRow | Rejected]
) -> Iterator[CaseOfNotice]:
    seen: dict[str, None] = {}
    covered = book.programmes[programme].covered_from
    for one in rows:
        if isinstance(one, Rejected):
            asked.returned.append(_returned(one, path))
            continue
        case = one.record.case or ""
        seen.setdefault(case)
        if asked.cases and case not in asked.cases:
            continue
        if one.day < covered:
            asked.uncovered += 1
            continue
        yield case_of(book, one.record, programme, one.day, one.row.cells, asked.project)
    for case in asked.cases:
        if case not in seen:
            raise InputError(Problem("register_not_logged", {"case": case, "hint": suggestion(case, seen)}, path))


def buyers_from(book: Rulebook, path: str, asked: CasesAsked, programme: str) -> Iterator[Buyer]:
    """Whoever stands in the list of buyers at ``path``; nobody is judged again. Raises as :func:`cases_from`."""
    job = _job(path, asked, programme)
    rows = screened_rows(book, path, read_receipt(path), programme) if path.endswith(SUFFIX) else rows_of_job(book, job)
    for one in rows:
        if isinstance(one, Rejected):
            asked.returned.append(_returned(one, path))
            continue
        told = whom(one.record.household, one.row.cells)
        yield Buyer(clean(one.record.case or ""), **{**told, "project": told["project"] or asked.project})


def _job(path: str, asked: CasesAsked, programme: str) -> Job:
    day = asked.as_of or date.today()
    return Job((path,), asked.mapping, (programme,), day, sheet=asked.sheet, members=asked.members)


def _returned(one: Rejected, path: str) -> Problem:
    """A row that could not be read: what is wrong with the first of its cells."""
    flaw = one.flaws[0]
    values = {"column": flaw.column, "value": flaw.value, "problem": flaw.problem}
    return Problem("notice_row_returned", values, flaw.path or path, flaw.line or one.row.line)


def _programme(book: Rulebook, path: str, asked: CasesAsked, known: tuple[str, ...]) -> str:
    if asked.programme is not None:
        name = book.programme(asked.programme).programme
        if known and name not in known:
            values = {"programme": name, "known": ", ".join(known)}
            raise InputError(Problem("register_not_judged", values, path))
        return name
    if len(known) != 1:
        raise InputError(Problem("notice_which_programme", {"known": ", ".join(known) or "ancu rules list"}, path))
    return known[0]
