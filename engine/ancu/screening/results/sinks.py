"""Results being written, some rows at a time, in the form that was asked for."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Protocol

from ancu.messages import Language
from ancu.screening.job import Form
from ancu.screening.lists.chunks import Column, cells_of
from ancu.screening.results.csv_sink import CsvSink
from ancu.screening.results.files import BinaryFile
from ancu.screening.results.parquet_sink import Holds, ParquetSink


class Sink(Protocol):
    """A result being written, some rows at a time."""

    def write(self, columns: Sequence[Column]) -> None:
        """Add rows, given as one column for each heading."""
        ...

    def close(self) -> None:
        """The result is complete."""
        ...


class JsonLinesSink:
    """A JSON object a line."""

    def __init__(self, file: BinaryFile, headings: Sequence[str]) -> None:
        self._file, self._headings = file, headings

    def write(self, columns: Sequence[Column]) -> None:
        for row in zip(*(cells_of(column) for column in columns), strict=True):
            record = dict(zip(self._headings, row, strict=True))
            self._file.write((json.dumps(record, ensure_ascii=False, default=str) + "\n").encode())

    def close(self) -> None:
        self._file.flush()


def sink_for(
    form: Form,
    file: BinaryFile,
    headings: Sequence[str],
    holds: Sequence[Holds | None] = (),
    *,
    mark: bool = True,
    spoken: Language | None = None,
) -> Sink:
    """The sink for a form of result that is written as it comes; ``holds`` says what its columns hold.

    ``mark`` and ``spoken`` are those of :class:`CsvSink`.
    """
    if form == "jsonl":
        return JsonLinesSink(file, headings)
    if form == "parquet":
        return ParquetSink(file, headings, holds)
    return CsvSink(file, headings, mark=mark, spoken=spoken)
