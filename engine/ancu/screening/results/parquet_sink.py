"""Results as Parquet: each column of the type for what it holds, the same rows giving the same bytes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal

from ancu import extras
from ancu.errors import ExtraMissingError, Problem
from ancu.inference.arrow_columns import in_full
from ancu.screening.lists.chunks import Column, arrow_of
from ancu.screening.results.files import BinaryFile
from ancu.screening.results.parquet_groups import FILE_START, Groups, MovableGroup, NoGroupsError, file_end, footer_of

if TYPE_CHECKING:
    import pyarrow as pa

#: What a column holds; texts recur. Words: one of these.
Words = tuple[str, ...]
Holds = Literal["texts", "integer", "yes_no", "day"] | Words
#: Rows of a group in a Parquet file: small enough for every core to have some.
ROW_GROUP = 122_880


class ParquetSink:
    """A Parquet file; texts that recur stand once a row group. Needs the extra ``columns``."""

    def __init__(self, file: BinaryFile, headings: Sequence[str], holds: Sequence[Holds | None] = ()) -> None:
        if not extras.columns():
            raise ExtraMissingError(Problem("extra_missing", {"what": "pyarrow", "extra": "columns"}))
        self._file, self._headings = file, headings
        self._holds = holds or [None] * len(headings)
        self._writer: Any = None
        self._appended: list[tuple[MovableGroup, int]] = []
        self._frame: tuple[bytes, bytes] | None = None
        self._rows = self._pages = 0

    def append(self, groups: Groups) -> None:
        """Add rows that a sink like this one has written elsewhere; a file is written so, or by :meth:`write`.

        Raises :class:`~ancu.screening.results.parquet_groups.NoGroupsError` for columns of other types.
        """
        if self._frame is None:
            self._frame = groups.before, groups.behind
            self._file.write(FILE_START)
        elif self._frame != (groups.before, groups.behind):
            raise NoGroupsError
        self._appended += [(group, self._pages) for group in groups.groups]
        self._file.write(groups.pages)
        self._rows += groups.rows
        self._pages += len(groups.pages)

    def write(self, columns: Sequence[Column]) -> None:
        import pyarrow as pa

        arrays = [_held(column, holds) for column, holds in zip(columns, self._holds, strict=True)]
        # Texts stand once a row group, in the order in which it meets them: so the bytes hang on the rows alone.
        for start in range(0, len(arrays[0]), ROW_GROUP):
            group = [array.slice(start, ROW_GROUP) for array in arrays]
            group = [
                _in_order(array) if holds == "texts" else array for array, holds in zip(group, self._holds, strict=True)
            ]
            self._write(pa.table(group, names=list(self._headings)))

    def _write(self, table: pa.Table) -> None:
        import pyarrow as pa
        import pyarrow.parquet as pq

        if self._writer is None:
            # Nobody looks for a range of sentences.
            measured = [field.name for field in table.schema if not pa.types.is_dictionary(field.type)]
            self._writer = pq.ParquetWriter(
                self._file, table.schema, compression="zstd", compression_level=1, write_statistics=measured or False
            )
        if table.schema != self._writer.schema:
            table = table.cast(self._writer.schema)
        self._writer.write_table(table, row_group_size=ROW_GROUP)

    def close(self) -> None:
        if self._frame is not None:
            self._file.write(file_end(footer_of(self._appended, self._rows, *self._frame)))
            self._file.flush()
            return
        if self._writer is None:
            # No row: the headings stand all the same.
            self._write(_nothing(self._headings, self._holds))
        self._writer.close()
        self._file.flush()


def _type(holds: Holds | None) -> Any:
    import pyarrow as pa

    if isinstance(holds, tuple):
        return pa.dictionary(pa.int8(), pa.string())
    kinds = {"texts": pa.dictionary(pa.int32(), pa.string()), "integer": pa.int64(), "yes_no": pa.bool_()}
    return pa.date32() if holds == "day" else kinds.get(holds or "", pa.string())


def _held(column: Column, holds: Holds | None) -> pa.Array:
    """A column as Arrow holds it, of the type for what it ``holds``; None: as it comes."""
    import pyarrow as pa

    if holds is None:
        return in_full(arrow_of(column))
    kind = _type(holds)
    if isinstance(holds, tuple):
        return _worded(column, holds)
    if holds == "texts":
        texts = pa.array(column, pa.string()) if isinstance(column, list) else column
        return texts if pa.types.is_dictionary(texts.type) else texts.dictionary_encode()
    array = pa.array(column, kind) if isinstance(column, list) else arrow_of(column)
    return array if array.type == kind else array.cast(kind)


def _worded(column: Column, words: Words) -> pa.DictionaryArray:
    """A column of ``words`` or nothing as their places among them."""
    import pyarrow as pa
    import pyarrow.compute as pc

    known = pa.array(words, pa.string())
    if not isinstance(column, list) and pa.types.is_dictionary(column.type) and column.dictionary.equals(known):
        return column
    texts = pa.array(column, pa.string()) if isinstance(column, list) else in_full(column)
    return pa.DictionaryArray.from_arrays(pc.index_in(texts, known).cast(pa.int8()), known)


def _in_order(column: pa.Array) -> pa.Array:
    """A column whose dictionary holds what its rows have, once, in their order."""
    import pyarrow as pa

    # Cases of different kinds may be told the same.
    once = column.dictionary.dictionary_encode()
    if len(once.dictionary) < len(column.dictionary):
        column = pa.DictionaryArray.from_arrays(once.indices.take(column.indices), once.dictionary)
    del once
    # Mostly the texts stand in that order already, and they take long to copy.
    if _as_met(column.indices, len(column.dictionary)):
        return column
    told = column.indices.dictionary_encode()
    return pa.DictionaryArray.from_arrays(told.indices, column.dictionary.take(told.dictionary))


def _as_met(places: pa.Array, count: int) -> bool:
    """Whether rows meet all of ``count`` places, and each for the first time after those before it."""
    import numpy as np
    import pyarrow as pa

    if places.type != pa.int32() or places.null_count or not len(places):
        return False
    met = np.maximum.accumulate(places.to_numpy())
    return bool(met[0] == 0 and met[-1] == count - 1 and (met[1:] - met[:-1] <= 1).all())


def _nothing(headings: Sequence[str], holds: Sequence[Holds | None]) -> pa.Table:
    import pyarrow as pa

    return pa.schema(list(zip(headings, map(_type, holds), strict=True))).empty_table()
