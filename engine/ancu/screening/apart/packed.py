"""Chunks of a list as they travel to another process: what Arrow holds is shared in memory, the rest is told."""

from __future__ import annotations

import mmap
import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pyarrow as pa

from ancu.screening.lists.chunks import Chunk, Column

#: A chunk without what Arrow holds of it, and the headers of the columns that it does.
Packed = tuple[Chunk, list[str], list[str]]


def packed(chunk: Chunk) -> tuple[Packed, int | None]:
    """A chunk to be told, and the file in memory that holds its columns of Arrow's, if there are any."""
    held = {header: column for header, column in chunk.columns.items() if isinstance(column, pa.Array)}
    rest = {header: column for header, column in chunk.columns.items() if header not in held}
    told = replace(chunk, columns=rest), list(chunk.columns), list(held)
    return told, shared([list(held.values())]) if held else None


def unpacked(told: Packed, memory: mmap.mmap | None) -> Chunk:
    """The chunk that was :func:`packed`; its columns lie where the other process put them."""
    chunk, headers, held = told
    if memory is None:
        return chunk
    columns: Mapping[str, Column] = {**chunk.columns, **dict(zip(held, columns_in(memory)[0], strict=True))}
    return replace(chunk, columns={header: columns[header] for header in headers})


def shared(blocks: Sequence[Sequence[pa.Array[Any]]]) -> int:
    """A file in memory that holds blocks of columns: those of a block of one length, those of all of the same types."""
    batches = [pa.record_batch(list(columns), names=list(map(str, range(len(columns))))) for columns in blocks]
    file = os.memfd_create("ancu")
    with (
        os.fdopen(file, "wb", closefd=False) as out,
        pa.PythonFile(out, "w") as sink,
        pa.ipc.new_stream(sink, batches[0].schema) as stream,
    ):
        for batch in batches:
            stream.write_batch(batch)
    return file


def shared_bytes(data: memoryview) -> int:
    """A file in memory that holds ``data``."""
    file = os.memfd_create("ancu")
    with os.fdopen(file, "wb", closefd=False) as out:
        out.write(data)
    return file


def columns_in(memory: mmap.mmap) -> list[list[pa.Array[Any]]]:
    """The blocks of columns that :func:`shared` put into memory."""
    return [batch.columns for batch in pa.ipc.open_stream(pa.py_buffer(memory))]
