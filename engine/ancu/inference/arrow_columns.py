"""Columns of Arrow as the engines for lists read them, however they were brought."""

from __future__ import annotations

from typing import Any


def one_piece(column: Any) -> Any:
    """A column of a table in one piece; copied only where it is not."""
    if not hasattr(column, "chunks"):
        return column
    return column.chunk(0) if column.num_chunks == 1 else column.combine_chunks()


def in_full(column: Any) -> Any:
    """A column of Arrow with its texts written out, each for its row."""
    return column.dictionary_decode() if hasattr(column, "dictionary_decode") else column
