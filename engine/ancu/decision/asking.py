"""What to ask next: the missing facts of one decision or several, the most useful first."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import Field

from ancu.decision.model import Contract, Decision


class NextQuestion(Contract):
    """A missing fact worth asking for."""

    fact: str
    settles: list[str] = Field(description="the programmes that this fact alone would settle")
    concerns: list[str] = Field(description="the undetermined programmes that still read it")


def next_questions(decisions: Iterable[Decision]) -> list[NextQuestion]:
    """The missing facts of undetermined ``decisions`` on one case, each once.

    First those that alone settle the most decisions, then those that the most decisions still read, then in the order
    in which a reader of the programmes meets them. Nothing is asked that can no longer matter; ask again after each
    answer, since one answer can make other questions idle. A fact settles alone what misses nothing else, neither
    another fact nor a text of law.
    """
    concerns: dict[str, list[str]] = {}
    settles: dict[str, list[str]] = {}
    for decision in decisions:
        if decision.status != "undetermined":
            continue
        for fact in decision.missing:
            concerns.setdefault(fact, []).append(decision.programme)
            if len(decision.missing) == 1 and not decision.unset:
                settles.setdefault(fact, []).append(decision.programme)
    questions = [NextQuestion(fact=f, settles=settles.get(f, []), concerns=found) for f, found in concerns.items()]
    return sorted(questions, key=lambda question: (-len(question.settles), -len(question.concerns)))
