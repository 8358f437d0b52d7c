"""The rows of lists one by one: each as the record that is judged beside its cells, or as what is returned of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from ancu.decision.deciding import Record
from ancu.errors import InputError, Problem
from ancu.rulebook.rulebook import Rulebook
from ancu.screening.cells.columns import Columns
from ancu.screening.headers.map_file import read_map
from ancu.screening.headers.meanings import Meanings
from ancu.screening.job import Job
from ancu.screening.jobs.receipt import RunReceipt, is_as_written
from ancu.screening.jobs.replay import check_named, unlike
from ancu.screening.jobs.run_job import people_of_job, plan_of
from ancu.screening.lists.chunks import Wanted
from ancu.screening.lists.listing import Row
from ancu.screening.lists.opening import open_lists
from ancu.screening.run.cases import cases_of
from ancu.screening.run.judged_chunk import Rejected
from ancu.screening.run.screen import CHUNK


@dataclass(frozen=True)
class ListedRow:
    """A row of a list that can be judged: its record, the day by whose law, and its cells as they stand."""

    record: Record
    day: date
    row: Row
    columns: Columns
    path: str


def rows_of_job(book: Rulebook, job: Job) -> Iterator[ListedRow | Rejected]:
    """The rows of the lists of ``job`` in their order; :class:`InputError` where a list cannot be read, or changes."""
    mapping = read_map(job.mapping, book) if job.mapping is not None else None
    meanings = Meanings(book, mapping)
    with open_lists(job.lists, meanings, job.sheet, job.lang, plainly=False) as opened:
        households = people_of_job(book, job, opened, meanings)
        source = households.source if households is not None else opened.source
        plan = plan_of(book, job, source, mapping, households)
        for chunk in source.chunks(CHUNK, Wanted(None)):
            for at, record in cases_of(plan, chunk):
                if isinstance(record, Rejected):
                    yield record
                else:
                    yield ListedRow(record, record.as_of or plan.day, chunk.row(at), plan.columns, source.path)
        opened.check_unchanged()


def screened_rows(book: Rulebook, path: str, receipt: RunReceipt, programme: str) -> Iterator[ListedRow]:
    """The rows that the run of ``receipt`` judged, read again.

    Raises :class:`InputError`, naming all of them, where list or rulebook are not those of the receipt.
    """
    if receipt.route == "spark":
        raise InputError(Problem("register_of_spark", {}, path))
    problems = list(unlike(book, receipt))
    if problems:
        raise InputError(problems)
    check_named(receipt, Path(path))
    if not is_as_written(Path(path)):
        raise InputError(Problem("register_receipt_altered", {}, path))
    lists = tuple(file.name for file in receipt.inputs if file.role == "list")
    job = replace(receipt.job, lists=lists, programmes=(programme,), as_of=receipt.as_of)
    return (one for one in rows_of_job(book, job) if not isinstance(one, Rejected))
