"""DuckDB in this process, whose failures are told as Python's own."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


@contextlib.contextmanager
def database(threads: int = 1) -> Iterator[DuckDBPyConnection]:
    """An empty database in memory. What it cannot write is an :class:`OSError`, Ctrl-C a :class:`KeyboardInterrupt`."""
    import duckdb

    try:
        with duckdb.connect(config={"threads": threads}) as connection:
            yield connection
    except duckdb.IOException as error:
        raise OSError(str(error)) from error
    except RuntimeError as error:
        if "interrupted" in str(error).lower():
            raise KeyboardInterrupt from error
        raise
