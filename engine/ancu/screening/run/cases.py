"""The cases of a chunk, read row by row, the people of households with them."""

from __future__ import annotations

from collections.abc import Iterator

from ancu.decision.deciding import Record
from ancu.screening.households.households import read_case
from ancu.screening.lists.chunks import Chunk
from ancu.screening.run.judged_chunk import Rejected
from ancu.screening.run.plan import Plan


def cases_of(plan: Plan, chunk: Chunk) -> Iterator[tuple[int, Record | Rejected]]:
    """Each row of ``chunk``, by its place, as the record that is judged, or as what is returned of it."""
    for at in range(len(chunk)):
        row = chunk.row(at)
        record, flaws = read_case(plan.columns, row, plan.given, plan.households)
        if not flaws:
            yield at, record
            continue
        whole = plan.households.whole(row) if plan.households is not None else ()
        yield at, Rejected(row, record.case, flaws, whole)
