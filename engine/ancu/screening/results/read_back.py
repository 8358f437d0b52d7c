"""Reading results back, row by row, in any form that they are written in."""

from __future__ import annotations

import contextlib
import csv
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from ancu.errors import InputError, Problem, os_reason
from ancu.screening.job import Form
from ancu.screening.lists.chunks import plain
from ancu.screening.lists.workbooks import calamine_of, damage_told


@dataclass(frozen=True)
class Table:
    """A table of a result: its headings, and its rows, each with the line on which it starts; a sheet has a name."""

    headings: list[str]
    rows: Iterator[tuple[int, list[Any]]]
    sheet: str | None = None


def form_of(path: Path) -> Form:
    """The form that a file's name tells; :class:`InputError` if it is none of a result."""
    suffix = path.suffix.lower().removeprefix(".").replace("ndjson", "jsonl")
    for form in get_args(Form):
        if suffix == form:
            return form  # type: ignore[no-any-return]
    raise InputError(Problem("result_suffix", {"path": str(path)}))


@contextlib.contextmanager
def tables_of(path: Path, form: Form) -> Iterator[Iterator[Table]]:
    """The tables of a result, one after the other: read each before the next. Raises :class:`InputError`."""
    read = {"csv": _csv, "jsonl": _json_lines, "parquet": _parquet, "xlsx": _workbook}[form]
    try:
        yield read(path)
    except OSError as error:
        raise InputError(Problem("file_unreadable", {"path": str(path), "reason": os_reason(error)})) from error
    except (ValueError, csv.Error) as error:  # those of Arrow are of value too
        raise InputError(Problem("result_bad", {"detail": str(error)}, str(path))) from error


def text_of(cell: Any) -> str:
    """A cell as text, the same for whatever form it was read from."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return cell if isinstance(cell, str) else plain(cell)


def _csv(path: Path) -> Iterator[Table]:
    csv.field_size_limit(sys.maxsize)
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file)
        headings = next(reader, [])

        def rows() -> Iterator[tuple[int, list[Any]]]:
            line = reader.line_num
            for cells in reader:
                yield line + 1, list(cells)
                line = reader.line_num

        yield Table(headings, rows())


def _json_lines(path: Path) -> Iterator[Table]:
    def records() -> Iterator[tuple[int, dict[str, Any]]]:
        with path.open(encoding="utf-8") as file:
            for number, line in enumerate(file, 1):
                try:
                    record = json.loads(line)
                    if not isinstance(record, dict):
                        raise ValueError("no object")
                except ValueError as error:
                    raise InputError(Problem("json_bad", {"detail": str(error)}, str(path), number)) from error
                yield number, record

    numbered = records()
    first = next(numbered, None)
    headings = list(first[1]) if first is not None else []

    def rows() -> Iterator[tuple[int, list[Any]]]:
        if first is not None:
            yield first[0], list(first[1].values())
        for number, record in numbered:
            if list(record) != headings:
                raise InputError(Problem("result_bad", {"detail": "keys"}, str(path), number))
            yield number, list(record.values())

    yield Table(headings, rows())


def _parquet(path: Path) -> Iterator[Table]:
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as error:
        raise InputError(Problem("list_needs_parquet", {}, str(path))) from error
    # A folder is what Spark writes: its files, one after the other.
    parts = sorted(path.glob("*.parquet")) if path.is_dir() else [path]
    if not parts:
        raise InputError(Problem("result_no_result", {}, str(path)))
    with contextlib.ExitStack() as stack:
        try:
            files = [stack.enter_context(parquet.ParquetFile(part)) for part in parts]
        except pa.ArrowException as error:
            raise InputError(Problem("list_bad_parquet", {"detail": str(error)}, str(path))) from error

        def rows() -> Iterator[tuple[int, list[Any]]]:
            number = 0
            for batch in (batch for file in files for batch in file.iter_batches(10_000)):
                for cells in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                    number += 1
                    yield number, list(cells)

        yield Table(list(files[0].schema_arrow.names), rows())


def _workbook(path: Path) -> Iterator[Table]:
    book, _ = calamine_of(str(path), path.read_bytes())
    with book:
        for name in book.sheet_names:
            with damage_told(str(path)):
                lines = iter(book.get_sheet_by_name(name).to_python(skip_empty_area=False))
            headings = [str(cell) for cell in next(lines, [])]
            yield Table(headings, ((number, list(cells)) for number, cells in enumerate(lines, 2)), name)
