"""Parquet files that Spark reads as one list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any, Literal

from pyspark.sql import functions as F
from pyspark.sql import types as T

from ancu.screening.jobs.receipt import InputFile

#: A data frame, a column or a session of Spark's: the mypy of a machine without PySpark knows as much.
Frame = Any
Column = Any
Session = Any

#: Where a row stands: its file, and its number there, from 1.
FILE, ROW = "#file", "#row"


class SparkList:
    """Parquet files, folders or globs, wherever Spark reaches, as one list.

    ``frame`` has the cells under :meth:`column` names, and each row's place.
    """

    file_column: str | None = None

    def __init__(self, session: Session, paths: Iterable[str]) -> None:
        read = session.read.parquet(*paths)
        self.path, self.headers = ", ".join(paths), list(read.columns)
        named = [F.col(quoted(header)).alias(self.column(header)) for header in self.headers]
        place = [F.col("_metadata.file_path").alias(FILE), (F.col("_metadata.row_index") + 1).alias(ROW)]
        self.frame = read.select(*named, *place)
        self._session, self._files = session, read.inputFiles()
        self.several = len(self._files) > 1

    def files(self, role: Literal["list", "members"] = "list") -> list[InputFile]:
        """Its files, as their file system tells of them now: to read them through would take as long as judging."""
        jvm, conf = self._session._jvm, self._session._jsc.hadoopConfiguration()
        files = []
        for name in sorted(self._files):
            path = jvm.org.apache.hadoop.fs.Path(jvm.java.net.URI(name))
            status = path.getFileSystem(conf).getFileStatus(path)
            modified = datetime.fromtimestamp(status.getModificationTime() / 1000, UTC)
            files.append(
                InputFile(role=role, name=path.toString(), sha256=None, bytes=status.getLen(), modified=modified)
            )
        return files

    def column(self, header: str) -> str:
        """The column under a header."""
        return f"#{self.headers.index(header)}"

    def cell(self, header: str) -> Column:
        """The cells under a header, as they go to the parser; of a time only its day counts."""
        column = F.col(quoted(self.column(header)))
        type_ = self.frame.schema[self.column(header)].dataType
        if isinstance(type_, (T.TimestampType, T.TimestampNTZType)):
            return column.cast("date")
        return column.cast("string") if isinstance(type_, (T.MapType, T.StructType)) else column

    def type(self, header: str) -> Any:
        """Spark's type of :meth:`cell`."""
        type_ = self.frame.schema[self.column(header)].dataType
        if isinstance(type_, (T.TimestampType, T.TimestampNTZType)):
            return T.DateType()
        return T.StringType() if isinstance(type_, (T.MapType, T.StructType)) else type_

    def distinct(self, header: str) -> Iterable[Any]:
        """The distinct cells of a column."""
        return [row[0] for row in self.frame.select(self.cell(header)).distinct().collect()]

    def rows(self, frame: Frame, *besides: str) -> Iterator[tuple[Any, ...]]:
        """The rows of ``frame``, which is of this list: file, number, ``besides`` and the cells by header."""
        cells = [self.cell(header).alias(self.column(header)) for header in self.headers]
        for row in frame.select(FILE, ROW, *besides, *cells).collect():
            first = 2 + len(besides)
            yield (*row[:first], dict(zip(self.headers, row[first:], strict=True)))

    def place(self, file: str, row: int) -> str:
        """Where a row stands, to be told: its number, with its file where there are several."""
        return f"{file}:{row}" if self.several else str(row)


def quoted(name: str) -> str:
    """A name as Spark's SQL writes it."""
    return "`" + name.replace("`", "``") + "`"
