"""What one change alone would do for a refused row, as a cell: in words, or as codes that a program reads."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from ancu.batch.cells import Telling
from ancu.decision.fields import DecisionFields
from ancu.decision.what_if.changes import ChangeSet
from ancu.decision.what_if.singles import single_sets_of, single_texts_of
from ancu.messages import Language

if TYPE_CHECKING:
    import pyarrow as pa

    from ancu.batch.single_columns import Helping

#: The name of the cell among those of a programme.
WHAT_IF = "what_if"


def change_cell(decision: DecisionFields, sets: Sequence[ChangeSet], reasons: Telling, lang: Language) -> str:
    """The cell for ``sets`` of one change each: a line a set, the easiest first; in codes an array of them in JSON."""
    if not sets:
        return ""
    if reasons == "text":
        return "\n".join(single_texts_of(decision, sets, lang))
    return json.dumps([_coded(one) for one in sets], ensure_ascii=False, separators=(",", ":"))


def _coded(one: ChangeSet) -> dict[str, Any]:
    """The change, named as in :class:`~ancu.FactChange`, without what says nothing."""
    (change,) = one.changes
    coded = change.model_dump(include={"fact", "values", "least", "most", "gap", "by", "papers"})
    told = {key: value for key, value in coded.items() if value not in (None, [])}
    return told | ({"provisional": True} if one.provisional else {})


def change_cells(
    rows: int, helping: Helping, decide: Callable[[int], DecisionFields], reasons: Telling, lang: Language
) -> pa.DictionaryArray[Any]:
    """The cell of each of ``rows`` rows; ``decide`` gives the decision of a row that some change would help."""
    import numpy as np
    import pyarrow as pa

    texts, places = {"": 0}, np.zeros(rows, np.int32)
    for row, known in helping.items():
        decision = decide(row)
        cell = change_cell(decision, single_sets_of(decision, known), reasons, lang)
        places[row] = texts.setdefault(cell, len(texts))
    return pa.DictionaryArray.from_arrays(pa.array(places), pa.array(list(texts), pa.string()))
