"""The columns by which changes are counted: the commune, groups of people, or any other of the list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyarrow as pa

from ancu.inference.arrow_columns import one_piece
from ancu.messages import message
from ancu.plan.communes import Communes
from ancu.plan.judging import commune_header
from ancu.plan.listings import Integers
from ancu.rulebook.values import ValueProblem, is_blank
from ancu.screening.lists.chunks import Column, Source, arrow_of
from ancu.screening.run.plan import Plan


def by_headers(plan: Plan, source: Source, asked: Sequence[str]) -> list[str]:
    """The headers ``asked`` for; else that of communes, and those of facts that name several groups."""
    if asked:
        return list(dict.fromkeys(filter(None, (commune_header(source.headers, one, source.path) for one in asked))))
    facts = plan.book.facts
    groups = [h for h, name in plan.columns.known.items() if name in facts and facts[name].type == "list"]
    commune = commune_header(source.headers, None, source.path)
    return [*filter(None, [commune]), *groups]


class CountedColumn:
    """A column of a list with its values as numbers, each value said in the words of what it means."""

    def __init__(self, plan: Plan, source: Source, header: str) -> None:
        self.plan, self.header = plan, header
        units = plan.book.units
        is_commune = header == commune_header(source.headers, None, source.path)
        self._communes = Communes(next(iter(units.values())) if len(units) == 1 else None) if is_commune else None
        self._values: dict[str, int] = {}
        self._codes: dict[Any, int] = {}

    @property
    def values(self) -> list[str]:
        """What the numbers mean, in their order; nothing for a blank."""
        return list(self._values)

    def coded(self, column: Column) -> Integers:
        """The value of each cell, as a number."""
        encoded = one_piece(pa.chunked_array([arrow_of(column)])).dictionary_encode()
        codes = []
        for cell in (*encoded.dictionary.to_pylist(), None):
            if cell not in self._codes:
                self._codes[cell] = self._values.setdefault(self._said(cell), len(self._values))
            codes.append(self._codes[cell])
        places = encoded.indices.fill_null(len(codes) - 1).to_numpy()
        return np.asarray(np.array(codes, np.int32)[places])

    def _said(self, cell: Any) -> str:
        """What a cell says, in the words of the fact that it tells."""
        if is_blank(cell):
            return ""
        as_written, lang = " ".join(str(cell).split()), self.plan.lang
        if self._communes is not None:
            code = self._communes.find(cell)
            return self._communes.name(code, lang) if code is not None else as_written
        fact = self.plan.book.facts.get(self.plan.columns.known.get(self.header, ""))
        if fact is None or not (fact.values or fact.type == "yes_no"):
            return as_written
        try:
            read = self.plan.columns.cells.read(self.header, cell)
        except ValueProblem:
            return as_written
        if fact.type == "yes_no":
            return message("word_yes" if read else "word_no", lang)
        ids = [read] if isinstance(read, str) else sorted(read or (), key=list(fact.values).index)
        return "; ".join(fact.values[one][lang] for one in ids)
