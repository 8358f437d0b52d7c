"""The tables that stand below steps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ancu.specs.language.mistakes import SpecError, WrongRows


@dataclass(frozen=True)
class StepTable:
    """A table below a step: the cells of each row as written, and the line of the file on which each row stands."""

    rows: list[list[str]]
    lines: list[int]

    def each(self, take: Callable[[list[str]], None], first: int = 0) -> None:
        """Hand each row from ``first`` on to ``take``; :class:`WrongRows` with every row that it refuses."""
        errors: list[SpecError] = []
        numbers: list[int] = []
        for number, (row, line) in enumerate(zip(self.rows[first:], self.lines[first:], strict=True), 1):
            try:
                take(row)
            except SpecError as error:
                error.line = line
                errors.append(error)
                numbers.append(number)
        if errors:
            raise WrongRows(errors, numbers)
