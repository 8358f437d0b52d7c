"""The distinct cells of a list's columns: the driver reads each once, and what it read is joined on to the rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import reduce
from typing import Any

from pyspark.sql import functions as F
from pyspark.sql import types as T

from ancu.rulebook.values import ValueProblem
from ancu.screening.spark.spark_list import Column, Frame, Session, SparkList

#: As many distinct cells of a column are written into the statement.
_FEW = 40
#: What is read of a cell of which nothing need be known.
LEFT_OUT = object()
#: A cell, and what is told of it.
Entry = tuple[Any, tuple[Any, ...]]


class DistinctCells:
    """The distinct cells of the columns ``rest``, as :attr:`read`: by header, each with what ``read`` gives of it.

    ``read`` may raise :class:`ValueProblem`, which is then what was read, and give :data:`LEFT_OUT`.
    """

    def __init__(
        self,
        session: Session,
        source: SparkList,
        rest: Mapping[str, Column | None],
        read: Callable[[str, Any], Any],
    ) -> None:
        self._session, self._source = session, source
        self._cells = {header: cell for header, cell in rest.items() if cell is not None}
        # The types of all at once: Spark takes its time over each question.
        schema = source.frame.select(*self._cells.values()).schema
        self._types = {header: field.dataType for header, field in zip(self._cells, schema, strict=True)}
        self.read = {header: self._parse(header, cells, read) for header, cells in self._distinct(list(rest)).items()}

    def _distinct(self, headers: list[str]) -> dict[str, list[Any]]:
        """The distinct cells of each column: one pass for all columns of a type."""
        by_header: dict[str, list[Any]] = {header: [] for header in headers}
        for type_ in sorted(set(map(str, self._types.values()))):
            here = [(i, h) for i, h in enumerate(headers) if h in self._types and str(self._types[h]) == type_]
            cells = F.array(*(F.struct(F.lit(i).alias("i"), self._cells[h].alias("cell")) for i, h in here))
            rows = self._source.frame.select(F.explode(cells).alias("one")).select("one.*").where("cell is not null")
            for i, cell in rows.distinct().collect():
                by_header[headers[i]].append(cell)
        return by_header

    def _parse(self, header: str, cells: Iterable[Any], read: Callable[[str, Any], Any]) -> dict[Any, Any]:
        found: dict[Any, Any] = {}
        for written in cells:
            # Lists are no keys; 0.0 and -0.0 are one, as they are to Spark.
            key = tuple(written) if isinstance(written, list) else written
            try:
                value = read(header, written)
            except ValueProblem as problem:
                value = problem
            if value is not LEFT_OUT:
                found[key] = value
        return found

    def joined(
        self, frame: Frame, header: str, fields: Mapping[str, Any], told: Callable[[Any, Any], tuple[Any, ...]]
    ) -> tuple[Frame, dict[str, Column]]:
        """``frame`` with a column for each of ``fields``, whose types are given; ``told`` fills them for a cell."""
        cell, number = self._cells[header], self._source.headers.index(header)
        entries: list[Entry] = []
        for key, one in self.read[header].items():
            written = list(key) if isinstance(key, tuple) else key
            entries.append((written, told(written, one)))
        if len(entries) <= _FEW:
            return frame, {name: _mapped(cell, entries, at, type_) for at, (name, type_) in enumerate(fields.items())}
        key, names = f"w{number}", {name: f"{name}{number}" for name in fields}
        types = [T.StructField(names[name], type_) for name, type_ in fields.items()]
        schema = T.StructType([T.StructField(key, self._types[header]), *types])
        table = F.broadcast(self._session.createDataFrame([(c, *entry) for c, entry in entries], schema))
        return frame.join(table, cell == F.col(key), "left"), {name: F.col(names[name]) for name in fields}


def _mapped(cell: Column, entries: Iterable[Entry], at: int, type_: Any) -> Column:
    """A part of what was read of a cell, written into the statement where that is little: joins take long to plan."""
    said = [(cell == F.lit(written), F.lit(entry[at])) for written, entry in entries if entry[at] is not None]
    chosen = reduce(lambda chain, branch: chain.when(*branch), said[1:], F.when(*said[0])) if said else F.lit(None)
    return chosen.cast(type_)
