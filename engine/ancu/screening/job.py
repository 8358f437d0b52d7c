"""What a run is asked: which lists, judged under what and by which way, written how."""

from __future__ import annotations

from datetime import date
from typing import Literal

from ancu.batch.cells import Reasons
from ancu.frozen import frozen
from ancu.messages import Language

#: What a result or a list is written as.
Form = Literal["csv", "jsonl", "xlsx", "parquet"]
#: ``case``: a row a case. ``long``: a row a case and programme.
Layout = Literal["case", "long"]
#: ``rows``: one by one. ``columns``: in bit vectors. ``duckdb``: by columns too, by SQL. ``spark``: by it on a cluster.
Route = Literal["rows", "columns", "duckdb", "spark"]


@frozen
class Job:
    """What a run was asked to do, as it was written: a receipt keeps it, and it can be run again.

    ``sheet`` names sheets of workbooks, "*" all that look like lists. ``members`` is the file of the people of its
    households; ``members_complete``: lists of people leave nobody out; ``members_sheet``: the result has a sheet of
    them. ``hash_ids`` is the file of the key by which personal numbers are written; ``corrections`` that of cells
    that an officer has mended. ``what_if``: what one change alone would do for refused cases is told and counted.
    """

    lists: tuple[str, ...]
    mapping: str | None = None
    programmes: tuple[str, ...] = ()
    as_of: date | None = None
    given: tuple[tuple[str, str], ...] = ()
    sheet: str | tuple[str, ...] | None = None
    only: tuple[str, ...] = ()
    layout: Layout = "case"
    reasons: Reasons = "text"
    form: Form = "csv"
    lang: Language = "vi"
    members: str | None = None
    members_complete: bool = False
    members_sheet: bool = False
    hash_ids: str | None = None
    what_if: bool = False
    corrections: str | None = None
