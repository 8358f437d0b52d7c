"""A chunk that was judged in another process, as it comes back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ancu.batch.single_changes import SingleChanges
from ancu.screening.results.parquet_groups import Groups
from ancu.screening.run.judged_chunk import OutcomeCount

if TYPE_CHECKING:
    import pyarrow as pa


@dataclass
class WrittenChunk:
    """What a run counts of a chunk, as :class:`~ancu.screening.run.judged_chunk.JudgedChunk`, and what is written.

    ``rejects`` are lines of the file of returned rows; ``groups_in_parquet`` or ``cells`` the rows of the result.
    """

    kept: Sequence[int]
    rejected: Sequence[int]
    groups: list[OutcomeCount]
    alone: dict[str, Counter[str]]
    opened: dict[str, Counter[str]]
    single: dict[str, SingleChanges]
    rejects: bytes = b""
    groups_in_parquet: Groups | None = None
    cells: list[list[pa.Array]] | None = None
