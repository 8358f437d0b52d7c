"""In which order the page asks: first what tells whether a programme is for somebody, last what others decide."""

from __future__ import annotations

from collections.abc import Sequence

from ancu.decision.model import Decision
from ancu.decision.next_questions import ask_together
from ancu.decision.questions import NextQuestion
from ancu.rulebook.rulebook import Rulebook


def gates_of(book: Rulebook, programmes: Sequence[str]) -> list[str]:
    """The facts that tell at once whether ``programmes`` are for somebody, each once."""
    return list(dict.fromkeys(fact for name in programmes for fact in book.programmes[name].asks_first))


def in_order(book: Rulebook, programmes: Sequence[str], questions: Sequence[NextQuestion]) -> list[NextQuestion]:
    """``questions`` in the order to ask; those of one kind keep theirs."""
    gates = gates_of(book, programmes)

    def place(question: NextQuestion) -> tuple[bool, int]:
        gate = gates.index(question.fact) if question.fact in gates else len(gates)
        return book.facts[question.fact].decided_by is not None, gate

    return sorted(questions, key=place)


def step_of(
    book: Rulebook, programmes: Sequence[str], decisions: Sequence[Decision], questions: Sequence[NextQuestion]
) -> list[NextQuestion]:
    """Those of ``questions``, in order, to put on one form: a gate alone, what others decide apart from the rest."""
    if not questions:
        return []
    first = questions[0]
    if first.fact in gates_of(book, programmes):
        return [first]
    late = book.facts[first.fact].decided_by is not None
    alike = [question for question in questions if (book.facts[question.fact].decided_by is not None) == late]
    return ask_together(decisions, alike)
