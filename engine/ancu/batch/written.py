"""Columns of a table as people fill them, each distinct cell read once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ancu.errors import Problem, RecordError
from ancu.rulebook.values import ValueProblem

if TYPE_CHECKING:
    import numpy as np

    Numbers = np.ndarray[Any, np.dtype[np.int64]]

#: Stands for the value of a fact that a row says nobody knows, where leaving it out would say something else.
UNKNOWN = object()


@dataclass
class WrittenColumn:
    """A column as the distinct values that stand in it, and which one each row has; None where it has none."""

    values: list[Any]
    codes: Any

    def at(self, row: int) -> Any:
        """The value of a row."""
        code = self.codes[row].as_py()
        return None if code is None else self.values[code]

    def places(self) -> Numbers:
        """The place of each row's value; where it has none, one more than there are."""
        codes: Numbers = self.codes.cast("int64").fill_null(len(self.values)).to_numpy()
        return codes

    def numbers(self, of: Callable[[Any], int], blank: int = 0) -> Numbers:
        """What ``of`` makes of the value of each row; ``blank`` where it has none."""
        import numpy as np

        made = [blank if value is None else of(value) for value in self.values]
        return np.array([*made, blank], np.int64)[self.places()]


def read_column(
    header: str, column: Any, read: Callable[[Any], Any], flawed: dict[int, list[Problem]]
) -> WrittenColumn:
    """A column whose cells ``read`` reads; ``flawed`` learns the problems of the rows where it cannot."""
    codes, distinct = encoded(column)
    values: list[Any] = []
    wrong: dict[int, Problem] = {}
    for code, written in enumerate(distinct):
        try:
            values.append(read(written))
        except ValueProblem as problem:
            values.append(None)
            wrong[code] = Problem("fact_unfit", {"name": header, "value": written, "problem": problem.text})
        except RecordError as error:
            values.append(None)
            wrong[code] = error.problems[0]
    if wrong:
        for row, code in enumerate(codes.to_pylist()):
            if code in wrong:
                flawed.setdefault(row, []).append(Problem(wrong[code].kind, wrong[code].values, f"[{row}]"))
    return WrittenColumn(values, codes)


def encoded(column: Any) -> tuple[Any, list[Any]]:
    """The codes of a column's rows, and the distinct values they stand for."""
    import pyarrow

    if pyarrow.types.is_nested(column.type):
        known: dict[Any, int] = {}
        rows = [tuple(value) if value is not None else None for value in column.to_pylist()]
        codes = [None if value is None else known.setdefault(value, len(known)) for value in rows]
        return pyarrow.array(codes, pyarrow.int32()), [list(value) for value in known]
    array = column.combine_chunks()
    if isinstance(array, pyarrow.ChunkedArray):
        array = pyarrow.concat_arrays(array.chunks) if array.num_chunks else pyarrow.array([], column.type)
    if not pyarrow.types.is_dictionary(array.type):
        array = array.dictionary_encode()
    return array.indices, array.dictionary.to_pylist()
