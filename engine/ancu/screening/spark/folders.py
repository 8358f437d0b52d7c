"""The folders of a run on Spark: written beside the result and renamed at the end, on any file system of Hadoop's."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any

from ancu.errors import OutputError, Problem
from ancu.screening.jobs.receipt import SUFFIX, OutputFile, OutputRole

_PARQUET = ".parquet"


class Folders:
    """The folders of a run, written beside the result and renamed at the end, by Hadoop's file systems."""

    def __init__(self, session: Any, output: str, rejects: str | None) -> None:
        stem = output.rstrip("/").removesuffix(_PARQUET)
        self.output, self.reasons = output, f"{stem}.reasons{_PARQUET}"
        self.rejects = rejects or f"{stem}.rejects{_PARQUET}"
        self.receipt = stem + SUFFIX
        self._hadoop = session._jvm.org.apache.hadoop.fs
        self._conf = session._jsc.hadoopConfiguration()
        path, self._files = self._at(output)
        for place in (self.output, self.reasons, self.rejects, self.receipt):
            taken, files = self._at(place)
            if files.exists(taken):
                raise OutputError(Problem("spark_output_exists", {"path": place}))
        self._work = self._hadoop.Path(path.getParent(), f".{path.getName()}.{uuid.uuid4().hex[:8]}")

    def _at(self, place: str) -> tuple[Any, Any]:
        path = self._hadoop.Path(place)
        files = path.getFileSystem(self._conf)
        return files.makeQualified(path), files

    def beside(self, name: str) -> str:
        """A folder beside the result, gone when the run ends."""
        return str(self._hadoop.Path(self._work, name).toString())

    def write(self, name: str, content: bytes) -> None:
        """A file beside the result."""
        self._files.setWriteChecksum(False)  # a local one would leave a file of its own beside it
        try:
            stream = self._files.create(self._hadoop.Path(self._work, name))
        finally:
            self._files.setWriteChecksum(True)
        try:
            stream.write(bytearray(content))
        finally:
            stream.close()

    def written(self, role: OutputRole, place: str, name: str) -> OutputFile:
        """A folder that was written beside the result and is to stand at ``place``."""
        listed = self._files.listStatus(self._hadoop.Path(self._work, name))
        sizes = [status.getLen() for status in listed if status.getPath().getName()[0] not in "._"]
        return OutputFile(role=role, name=self.named(place), sha256=None, bytes=sum(sizes), files=len(sizes))

    def named(self, place: str) -> str:
        """A place as it is named from the folder of the receipt; in full, where it does not lie there."""
        path, folder = self._at(place)[0], self._at(self.output)[0].getParent()
        return str(path.getName() if path.getParent().equals(folder) else path.toString())

    def commit(self, written: Mapping[str, str]) -> None:
        """Put what was written (by where it is to stand) in place, the result last: all of it or nothing."""
        placed: list[Any] = []
        try:
            for place, name in written.items():
                path, _ = self._at(place)
                if not self._files.rename(self._hadoop.Path(self._work, name), path):
                    raise OutputError(Problem("spark_not_renamed", {"path": place}))
                placed.append(path)
        except BaseException:
            for done in placed:
                self._files.delete(done, True)
            raise

    def clear(self) -> None:
        """Take away what lies beside the result."""
        self._files.delete(self._work, True)
