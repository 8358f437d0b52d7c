"""Changes of one thing alone: what lists and bulk answers tell of the refused, whose number bounds the search."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ancu.decision.fields import DecisionFields
from ancu.decision.what_if.changes import ChangeSet
from ancu.decision.what_if.finding import ChangeFinder
from ancu.decision.what_if.search import Found, in_order
from ancu.decision.what_if.texts import set_texts
from ancu.messages import Language


def single_changes_of(decision: DecisionFields) -> dict[str, int | None]:
    """The facts any of which alone, changed, would make a refused decision eligible; of numbers, by how much it is off.

    As the search finds them: for counting in lists, where nothing is decided again.
    """
    if not _is_refused(decision):
        return {}
    pairs = ((one.levers[0], one.values[0]) for one in ChangeFinder(decision).single())
    return {lever.fact: abs(lever.now - value) if lever.is_number else None for lever, value in pairs}


def single_sets_of(decision: DecisionFields, known: Mapping[str, Any] | None = None) -> list[ChangeSet]:
    """What is told of the changes any of which alone would make a refused decision eligible, easiest first.

    ``known``: what another engine has found already, by fact the value nearest to the present one that does. The direct
    engine decides the case again as each would have it; what it decides otherwise is not told.
    """
    if not _is_refused(decision) or known == {}:
        return []
    finder = ChangeFinder(decision, "direct")
    if known is None:
        return finder.told(finder.single())
    found = [Found((lever,), (known[lever.fact],)) for lever in finder.levers if lever.fact in known]
    return finder.told(in_order(found))


def single_texts_of(decision: DecisionFields, sets: Sequence[ChangeSet], lang: Language) -> list[str]:
    """The sentences for ``sets``, the same as of :class:`~ancu.Changes`."""
    return set_texts(decision, sets, lang)


def _is_refused(decision: DecisionFields) -> bool:
    context = decision.context
    return decision.status == "ineligible" and context.judgment is not None and context.program is not None
