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
    """``questions`` in the order to ask; those of one kind keep theirs.

    A fact that tells of any programme whether it is for somebody goes before what else its section asks.
    """
    gates = gates_of(book, programmes)
    telling = frozenset(gates_of(book, list(book.programmes)))
    begun = {section: i for i, section in reversed(list(enumerate(_section(book, one) for one in questions)))}

    def place(question: NextQuestion) -> tuple[bool, int, int, bool]:
        gate = gates.index(question.fact) if question.fact in gates else len(gates)
        late = book.facts[question.fact].decided_by is not None
        return late, gate, begun[_section(book, question)], question.fact not in telling

    return sorted(questions, key=place)


def _section(book: Rulebook, question: NextQuestion) -> str:
    return book.facts[question.fact].section


def step_of(book: Rulebook, decisions: Sequence[Decision], questions: Sequence[NextQuestion]) -> list[NextQuestion]:
    """Those of ``questions``, in order, to put on one form: a gate alone, what others decide apart from the rest."""
    if not questions:
        return []
    first = questions[0]
    if first.fact in gates_of(book, list(book.programmes)):
        return [first]
    late = book.facts[first.fact].decided_by is not None
    alike = [question for question in questions if (book.facts[question.fact].decided_by is not None) == late]
    return ask_together(decisions, alike)
