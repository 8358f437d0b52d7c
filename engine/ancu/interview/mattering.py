"""Whether a number can matter yet: not where nobody knows the figure that it is held against."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ancu.decision.law import leaves
from ancu.decision.model import Decision
from ancu.decision.questions import NextQuestion
from ancu.inference import direct
from ancu.interview.ordering import shares_on


def can_matter(decisions: Sequence[Decision], question: NextQuestion) -> bool:
    """Whether an answer can make a difference, as the rulebook stands.

    The way to work is asked where a province has said how far is far. Where its figure was not found, no answer brings
    out the condition, and the decision says what figure is lacking.
    """
    readers = [one for one in decisions if one.programme in question.programmes and question.fact in one.missing]
    if not readers or not all(decision.unset for decision in readers):
        return True
    return any(_can_matter_to(decision, question.fact) for decision in readers)


def _can_matter_to(decision: Decision, fact: str) -> bool:
    context, book = decision.context, decision.context.book
    if context.program is None or book.facts[fact].value_type.kind not in ("number", "date"):
        return True
    read = {name: leaves(context, name) for name in decision.grounds if name in book.conditions}
    nearest = [name for name, (facts, _) in read.items() if fact in facts and not book.compound[name]]
    if not nearest or not all(set(read[name][1]) & set(decision.unset) for name in nearest):
        return True

    def values(answer: Any) -> dict[str, Any]:
        assert context.program is not None
        return direct.run(context.program, context.program.prepare({**context.record, fact: answer}, decision.as_of))

    tried = [values(answer) for answer, _ in shares_on(book, fact)]
    return any(found[name] is not None for found in tried for name in nearest)
