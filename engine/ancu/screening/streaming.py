"""Large lists a piece at a time: Parquet by its row groups, CSV by blocks of text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from ancu.errors import InputError, Problem
from ancu.screening.chunks import Chunk


class ParquetSource:
    """A Parquet file. Its rows are numbered from 1."""

    def __init__(self, path: str) -> None:
        self.path = path
        try:
            self._file = pq.ParquetFile(path, memory_map=True)
        except (pa.ArrowException, OSError) as error:
            raise InputError(Problem("list_bad_parquet", {"detail": str(error)}, path)) from error
        self.headers = list(self._file.schema_arrow.names)
        self.size: int | None = self._file.metadata.num_rows

    def chunks(self, size: int) -> Iterator[Chunk]:
        done = 0
        try:
            for batch in self._file.iter_batches(size):
                columns = dict(zip(self.headers, batch.columns, strict=True))
                yield Chunk(range(done + 1, done + 1 + len(batch)), columns)
                done += len(batch)
        except (pa.ArrowException, OSError) as error:
            raise InputError(Problem("list_bad_parquet", {"detail": str(error)}, self.path, done + 1)) from error

    def days(self, header: str) -> set[Any]:
        column = self._file.read([header]).column(0)
        return set(column.unique().to_pylist())
