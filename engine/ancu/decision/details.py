"""What a decision says beyond its judgment: the benefit, what is told, notes of law, papers to bring, priority."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ancu.decision.benefits import chosen_of, options_of
from ancu.decision.contract import OptionOutcome
from ancu.decision.fields import DecisionFields
from ancu.decision.notes import notes_of
from ancu.decision.papers import brought_by
from ancu.decision.persons import household_of
from ancu.decision.told import told_of


def work_out(decision: DecisionFields, field: str) -> Mapping[str, Any]:
    """The value of ``field``, one of :data:`DETAILS`, and of what is found with it; empty where nothing was judged."""
    if field == "household":
        return {field: household_of(decision)}
    if decision.status == "not_in_force" or (decision.status == "ineligible" and field in _TO_BRING):
        return {field: []}
    found = DETAILS[field](decision)
    return found if isinstance(found, Mapping) else {field: found}


def _options(decision: DecisionFields) -> list[OptionOutcome]:
    assert decision.context.judgment is not None
    return options_of(decision.context, decision.context.judgment.options)


def _chosen(decision: DecisionFields) -> list[str]:
    if decision.status != "eligible":
        return []
    return chosen_of(decision.context.book, decision.programme, decision.options)


def _told(decision: DecisionFields) -> list[str]:
    return told_of(decision.context, decision.as_of)


def _notes(decision: DecisionFields) -> list[str]:
    """Those of the conditions at the top that carry the decision, of those told, and of what is not known."""
    program = decision.context.program
    assert program is not None
    carrying = [name for name in program.top if name in decision.grounds]
    return notes_of(decision.context, [*carrying, *decision.told, *decision.unset], decision.chosen)


def _priority(decision: DecisionFields) -> list[str]:
    """The grounds of priority that are met."""
    context = decision.context
    ranks = context.book.programmes[decision.programme].priority
    return [name for name in ranks if context.values[name] is True]


def _papers(decision: DecisionFields) -> Mapping[str, list[Any]]:
    brought = brought_by(decision)
    return {"documents": brought.facts, "papers": brought.papers, "possible_papers": brought.possible}


#: The fields of a decision that are worked out when first asked for, and how: each by itself, or with its likes.
DETAILS: Mapping[str, Callable[[DecisionFields], Any]] = {
    "options": _options,
    "chosen": _chosen,
    "told": _told,
    "notes": _notes,
    "documents": _papers,
    "papers": _papers,
    "possible_papers": _papers,
    "priority": _priority,
    "household": household_of,
}
#: What nobody needs who is refused.
_TO_BRING = ("documents", "papers", "possible_papers", "priority")
