"""Opening lists: in memory where they are small, a piece at a time where they are large."""

from __future__ import annotations

import contextlib
import hashlib
import os
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ancu.errors import InputError, Problem, os_reason
from ancu.rulebook.naming import naming_of
from ancu.rulebook.rulebook import Rulebook
from ancu.screening.chunks import ListSource, Source
from ancu.screening.reading import read_listing

#: CSV and Parquet of this size and more, in bytes, are read in pieces.
LARGE = 4_000_000


@dataclass
class Opened:
    """An opened list, and the files it is read from."""

    source: Source
    skipped: tuple[int, ...] = ()
    files: list[_File] = field(default_factory=list)

    def check_unchanged(self) -> None:
        """:class:`InputError` if a file has changed since it was opened."""
        for file in self.files:
            file.check_unchanged()


class _File:
    """A file being read: its state when it was opened, and its digest, computed beside the run."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._before = self._state()
        self._digest = hashlib.sha256()
        self._failed: OSError | None = None
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()

    def _state(self) -> tuple[int, int, int]:
        found = os.stat(self.path)
        return (found.st_ino, found.st_size, found.st_mtime_ns)

    def _read(self) -> None:
        try:
            with open(self.path, "rb") as file:
                while piece := file.read(1 << 20):
                    self._digest.update(piece)
        except OSError as error:
            self._failed = error

    @property
    def size(self) -> int:
        return self._before[1]

    def sha256(self) -> str:
        """The digest of the whole file."""
        self._thread.join()
        if self._failed is not None:
            raise self._failed
        return self._digest.hexdigest()

    def check_unchanged(self) -> None:
        try:
            self.sha256()
            after = self._state()
        except OSError as error:
            raise _unreadable(self.path, error) from error
        if after != self._before:
            raise InputError(Problem("list_changed", {}, self.path))


@contextlib.contextmanager
def open_lists(book: Rulebook, lists: tuple[str, ...], sheet: str | None) -> Iterator[Opened]:
    """The lists as one source. Raises :class:`InputError` naming file and place."""
    (path,) = lists
    files = []
    if path != "-":
        try:
            files = [_File(path)]
        except OSError as error:
            raise _unreadable(path, error) from error
    large = bool(files) and files[0].size >= LARGE
    known = naming_of(book).knows
    if large and Path(path).suffix.lower() == ".parquet":
        from ancu.screening.streaming import ParquetSource

        yield Opened(ParquetSource(path), (), files)
        return
    listing = read_listing(path, known, sheet)
    yield Opened(ListSource(listing, path), listing.skipped, files)


def _unreadable(path: str, error: OSError) -> InputError:
    return InputError(Problem("file_unreadable", {"path": path, "reason": os_reason(error)}))
