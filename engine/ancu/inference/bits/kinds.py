"""Rows of a table on which every condition of a program came out alike: what is true of one of them is true of all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import numpy as np
import pyarrow as pa

from ancu.inference.bits.evaluate import Evaluation, Shared
from ancu.inference.bits.records import Records, days_of
from ancu.inference.bits.vectors import Numbers, Rows, Verdicts, Words
from ancu.inference.program import Program, kind_of
from ancu.rulebook.rulebook import Rulebook

#: How many bits stand in one number.
_BITS = 62


def kinds_of(book: Rulebook, table: pa.Table, programs: Mapping[str, Mapping[int, Program]]) -> dict[str, Numbers]:
    """For each programme the rows of a source table as numbers: the same rows of numbers where all came out alike.

    ``programs`` are those of each programme, by epoch. Alike is the epoch, each condition, and whether each fact that
    applies to some only does so.
    """
    days = days_of(table)
    starts = np.array([start.toordinal() for start in book.epochs.starts])
    epochs = np.searchsorted(starts, days, side="right") - 1
    found = {name: np.zeros((len(table), 1 + _words_of(by_epoch)), np.int64) for name, by_epoch in programs.items()}
    for epoch in np.unique(epochs).tolist():
        rows = np.flatnonzero(epochs == epoch)
        whole = len(rows) == len(table)
        records = Records(book, table if whole else table.take(pa.array(rows)), days if whole else days[rows])
        for name, by_epoch in programs.items():
            if epoch in by_epoch:
                evaluation = Evaluation(records, by_epoch[epoch], frozenset(), Shared())
                found[name][rows, 0] = epoch
                for i, numbers in enumerate(numbers_of(records.rows, _conditions(by_epoch[epoch], evaluation)), 1):
                    found[name][rows, i] = numbers
    return found


def _words_of(by_epoch: Mapping[int, Program]) -> int:
    """How many numbers hold the conditions of any of the programs."""
    return max((-(-2 * len(program.nodes) // _BITS) for program in by_epoch.values()), default=0)


def _conditions(program: Program, evaluation: Evaluation) -> Iterator[Words]:
    for expr in kind_of(program):
        column = evaluation.column(expr)
        assert isinstance(column, Verdicts)
        yield column.met
        yield column.failed


def numbers_of(rows: Rows, bits: Iterable[Words]) -> Iterator[Numbers]:
    """``bits`` of each row in as few numbers as hold them."""
    words = list(bits)
    for start in range(0, len(words), _BITS):
        yield rows.number(dict(enumerate(words[start : start + _BITS])))
