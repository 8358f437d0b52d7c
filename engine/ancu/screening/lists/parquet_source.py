"""A Parquet list a piece at a time, by its row groups."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from ancu.errors import InputError, Problem
from ancu.inference.arrow_columns import in_full
from ancu.screening.lists.chunks import ANYTHING, Chunk, Wanted


class ParquetSource:
    """A Parquet file. Its rows are numbered from 1."""

    file_column: str | None = None

    def __init__(self, path: str) -> None:
        self.path = path
        try:
            self._file = pq.ParquetFile(path)
        except (pa.ArrowException, OSError) as error:
            raise InputError(Problem("list_bad_parquet", {"detail": str(error)}, path)) from error
        self.headers = list(self._file.schema_arrow.names)
        for i, header in enumerate(self.headers):
            if header in self.headers[:i]:
                raise InputError(Problem("list_header_twice", {"header": header}, path))
        self.size: int | None = self._file.metadata.num_rows
        self.skipped: Sequence[int] = ()

    def chunks(self, size: int, wanted: Wanted = ANYTHING) -> Iterator[Chunk]:
        done = 0
        texts = [field.name for field in self._file.schema_arrow if pa.types.is_string(field.type)]
        coded = [name for name in texts if name in wanted.recurring]
        names = [header for header in self.headers if wanted.only is None or header in wanted.only]
        try:
            whole = {name for name in names if self._is_whole(name)}
            file = pq.ParquetFile(self.path, metadata=self._file.metadata, read_dictionary=coded)
            for batch in file.iter_batches(size, columns=names):
                columns = {
                    name: column if name in coded else _as_clerks_see(column, whole=name in whole)
                    for name, column in zip(names, batch.columns, strict=True)
                }
                lines = range(done + 1, done + 1 + len(batch))
                done += len(batch)
                if len(kept := _with_content(columns, len(batch))) < len(batch):
                    rows = pa.array(kept)
                    columns = {name: column.take(rows) for name, column in columns.items()}
                    yield Chunk([lines[at] for at in kept.tolist()], columns)
                else:
                    yield Chunk(lines, columns)
        except (pa.ArrowException, OSError) as error:
            raise InputError(Problem("list_bad_parquet", {"detail": str(error)}, self.path, done + 1)) from error

    def _is_whole(self, name: str) -> bool:
        """Whether a column of floating numbers holds whole ones alone: spreadsheets know no others."""
        if not pa.types.is_floating(self._file.schema_arrow.field(name).type):
            return False
        for batch in self._file.iter_batches(columns=[name]):
            known = batch.column(0).filter(pc.is_finite(batch.column(0)))
            if not pc.all(pc.equal(known, pc.floor(known)), min_count=0).as_py():
                return False
            if (pc.max(pc.abs(known)).as_py() or 0) >= 2**53:
                return False
        return True

    def distinct(self, header: str) -> Iterable[Any]:
        cells: list[Any] = self._file.read([header]).column(0).unique().to_pylist()
        return cells


def _as_clerks_see(column: pa.Array[Any], *, whole: bool) -> pa.Array[Any]:
    """A column as the reader of short lists has it: ``whole`` numbers without a fraction, days without an hour."""
    kind = column.type
    if pa.types.is_floating(kind):
        known = pc.if_else(pc.is_finite(column), column, None)
        return known.cast(pa.int64()) if whole else known
    if pa.types.is_timestamp(kind):
        return column.cast(pa.date32(), safe=False)
    if pa.types.is_list(kind) or pa.types.is_large_list(kind):
        return pc.binary_join(column.cast(pa.list_(pa.string())), "; ")
    if pa.types.is_dictionary(kind):
        return _as_clerks_see(in_full(column), whole=whole)
    if any(is_kind(kind) for is_kind in _OTHER_TEXTS):
        return column.cast(pa.string())
    return column


#: Other ways in which Arrow holds texts.
_OTHER_TEXTS = (pa.types.is_large_string, pa.types.is_string_view, pa.types.is_binary, pa.types.is_large_binary)


def _with_content(columns: Mapping[str, pa.Array[Any]], count: int) -> Any:
    """The rows that hold anything."""
    rows = np.arange(count)
    empty = rows
    for column in columns.values():
        if not len(empty):
            return rows
        column = in_full(column)
        filled = column.is_valid()
        if pa.types.is_string(column.type):
            filled = pc.and_(filled, pc.not_equal(pc.utf8_trim_whitespace(column), ""))
        empty = empty[~pc.fill_null(filled, False).to_numpy(zero_copy_only=False)[empty]]
    return np.setdiff1d(rows, empty)
