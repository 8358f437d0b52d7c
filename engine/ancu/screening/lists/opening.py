"""Opening lists: in memory where they are small, a piece at a time where they are large."""

from __future__ import annotations

import contextlib
import hashlib
import os
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ancu import extras
from ancu.errors import InputError, Problem, os_reason
from ancu.messages import Language
from ancu.screening.headers.meanings import Meanings
from ancu.screening.lists.chunks import ListSource, Source
from ancu.screening.lists.listing import Listing
from ancu.screening.lists.paths import list_paths
from ancu.screening.lists.read_list import PARQUET_SUFFIX, Sheets, read_lists

#: A CSV file of this size and more, in bytes, is read in pieces; a Parquet file always is.
LARGE = 8_000_000
CSV_SUFFIXES = (".csv", ".txt", ".tsv")


@dataclass
class Opened:
    """Opened lists: their source, the files it is read from, and the listing where it stands in memory."""

    source: Source
    files: list[OpenedFile] = field(default_factory=list)
    listing: Listing | None = None

    def check_unchanged(self) -> None:
        """:class:`InputError` if a file has changed since it was opened."""
        for file in self.files:
            file.check_unchanged()


class OpenedFile:
    """A file being read: its state when it was opened, and its digest, computed beside the run."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._before = self._state()
        self._digest = hashlib.sha256()
        self._failed: OSError | None = None
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()

    def _state(self) -> tuple[int, int, int]:
        state = os.stat(self.path)
        return (state.st_ino, state.st_size, state.st_mtime_ns)

    def _read(self) -> None:
        try:
            with open(self.path, "rb") as file:
                while piece := file.read(1 << 20):
                    self._digest.update(piece)
        except OSError as error:
            self._failed = error

    @property
    def size(self) -> int:
        """In bytes."""
        return self._before[1]

    def sha256(self) -> str:
        """The digest of the whole file."""
        self._thread.join()
        if self._failed is not None:
            raise self._failed
        return self._digest.hexdigest()

    def check_unchanged(self) -> None:
        """:class:`InputError` if the file is not what it was when it was opened."""
        try:
            self.sha256()
            after = self._state()
        except OSError as error:
            raise _unreadable(self.path, error) from error
        if after != self._before:
            raise InputError(Problem("list_changed", {}, self.path))


@contextlib.contextmanager
def open_lists(
    lists: Sequence[str], meanings: Meanings, sheet: Sheets, lang: Language, *, plainly: bool = True
) -> Iterator[Opened]:
    """The lists as one source. Raises :class:`InputError` naming file and place.

    ``plainly`` lets Arrow read large CSV files; where it cannot read one as Python would, the run meets
    :class:`~ancu.screening.lists.chunks.NotPlainError` and is to be begun again without.
    """
    paths = list_paths(lists)
    files = []
    for path in paths:
        if path != "-" and Path(path).is_file():
            try:
                files.append(OpenedFile(path))
            except OSError as error:
                raise _unreadable(path, error) from error
    if len(files) == 1 and extras.columns():
        # Arrow takes longer to import than a short list to judge.
        suffix = Path(paths[0]).suffix.lower()
        if suffix == PARQUET_SUFFIX:
            from ancu.screening.lists.parquet_source import ParquetSource

            yield Opened(ParquetSource(paths[0]), files)
            return
        if suffix in CSV_SUFFIXES and files[0].size >= LARGE:
            from ancu.screening.lists.csv_source import CsvSource

            yield Opened(
                CsvSource(paths[0], meanings.known, meanings.is_case, meanings.titles_of, plainly=plainly), files
            )
            return
    listing = read_lists(paths, meanings, sheet, lang)
    yield Opened(ListSource(listing, paths[0]), files, listing)


def _unreadable(path: str, error: OSError) -> InputError:
    return InputError(Problem("file_unreadable", {"path": path, "reason": os_reason(error)}))
