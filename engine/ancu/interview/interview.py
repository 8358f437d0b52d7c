"""An interview with one person: what was answered so far, what is decided by that, and what is asked next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ancu.decision.deciding import Record, decide, decide_all
from ancu.decision.model import Decision
from ancu.decision.next_questions import next_questions
from ancu.decision.questions import NextQuestion
from ancu.interview.mattering import can_matter
from ancu.interview.ordering import best_first
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import parse


@dataclass(frozen=True)
class InterviewStep:
    """A question that was put: the ``fact`` asked for, and the answer as it was ``written``; None: not known.

    ``confirmed``: somebody has confirmed the answer, however unusual.
    """

    fact: str
    written: str | None
    confirmed: bool = False


class Interview:
    """Asks about ``programmes`` on a ``day``, one fact at a time.

    What follows from the members of a household is asked as facts of the record. Raises :class:`NotCoveredError` where
    the rulebook covers none of the programmes on the day, and :class:`ValueProblem` for a step that cannot be read.
    """

    def __init__(
        self, book: Rulebook, programmes: Sequence[str], day: date, steps: Iterable[InterviewStep] = ()
    ) -> None:
        self.book, self.day = book, day
        self.programmes = [name for name in programmes if day >= book.programmes[name].covered_from]
        if not self.programmes:
            decide(book, Record({}), programmes[0], day)  # says from when it is covered
        self.steps: list[InterviewStep] = []
        self.facts: dict[str, Any] = {}
        self._found: dict[str, Decision] = {}
        self._open: list[NextQuestion] | None = None
        for step in steps:
            self.take(step)

    def take(self, step: InterviewStep) -> Any:
        """Take an answer; returns its value, None where it is not known. :class:`ValueProblem` if it cannot be read."""
        value = None
        if step.written is not None:
            value = parse(self.book.facts[step.fact], step.written, confirmed=step.confirmed)
        if value is not None:
            self.facts[step.fact] = value
            # What is final is not decided again: an answer that turns it all the same is seen at the end.
            self._found = {name: decision for name, decision in self._found.items() if _is_closed(decision)}
        self.steps.append(step)
        self._open = None
        return value

    def back(self) -> InterviewStep | None:
        """Take the last answer back, so that its question is put again; returns it, None at the beginning."""
        if not self.steps:
            return None
        step = self.steps.pop()
        self.facts.pop(step.fact, None)
        self._found, self._open = {}, None
        return step

    @property
    def decisions(self) -> list[Decision]:
        """The decisions by what is known so far, for ordering and explaining questions: by the direct engine alone."""
        lacking = [name for name in self.programmes if name not in self._found]
        if lacking:
            found = decide_all(self.book, Record(self.facts), lacking, self.day, "direct")
            self._found |= {decision.programme: decision for decision in found}
        return [self._found[name] for name in self.programmes]

    @property
    def open(self) -> list[NextQuestion]:
        """What can still matter and was not asked, the best question first: first of status, then of benefit and rank.

        Empty where the interview is over.
        """
        if self._open is None:
            self._open = self._ask()
            if not self._open:
                self._found = {}
                self._open = self._ask()
        return self._open

    def _ask(self) -> list[NextQuestion]:
        decisions = self.decisions
        passed = {step.fact for step in self.steps}
        questions = [one for one in next_questions(decisions, details=True) if one.fact not in passed]
        return best_first(self.book, decisions, [one for one in questions if can_matter(decisions, one)])

    def decide(self) -> list[Decision]:
        """The decisions as they are issued: by two engines, where both are installed."""
        return decide_all(self.book, Record(self.facts), self.programmes, self.day)


def _is_closed(decision: Decision) -> bool:
    details = decision.missing_for_benefit or decision.missing_for_priority
    return decision.status != "undetermined" and not details
