"""Which questions stand together on one form: the best one, and what is likely to be asked beside it whatever is said.

A form asks by topics (:attr:`Rulebook.topics`). A question whose answer is likely to make another idle stands on an
earlier form than that one, and one that is likely to settle everything stands alone. How likely is taken from the
shares of answers; as with the order of questions, no decision hangs on it.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from ancu.decision.case_on_day import CaseOnDay
from ancu.decision.member_questions import Asked, Open, answers_to, asked_by, asked_for, suppose
from ancu.decision.model import Decision, decisions_in
from ancu.decision.questions import NextQuestion
from ancu.interview.mattering import can_matter
from ancu.interview.ordering import best_first, shares_on
from ancu.rulebook.rulebook import Rulebook

#: How many questions a form has at most; of how few another topic is begun on the same form.
MOST, FEW = 8, 6
#: How likely a question may become idle by what is asked beside it.
_DOUBTED = 0.25
#: Of how many answers to a question each is tried.
_TRIED = 8


def gates_of(book: Rulebook, programmes: Iterable[str]) -> list[str]:
    """The facts that tell at once whether ``programmes`` are for somebody, each once."""
    return list(dict.fromkeys(fact for name in programmes for fact in book.programmes[name].asks_first))


def in_order(book: Rulebook, decisions: Iterable[Decision], questions: Sequence[NextQuestion]) -> list[NextQuestion]:
    """``questions`` on ``decisions`` of one case, but for those that cannot matter, in the order in which to ask them.

    It is the order of an interview; but what tells whether a programme is for somebody goes before everything else,
    since a form asks these together. With members of a household, the topics keep the order in which they are begun.
    """
    decisions = decisions_in(decisions)
    if any(decision.context.people is not None for decision in decisions):
        ordered = list(questions)
        begun = {topic: i for i, topic in reversed(list(enumerate(_topic(book, one) for one in ordered)))}
    else:
        ordered = best_first(book, decisions, [one for one in questions if can_matter(decisions, one)])
        begun = {}
    gates = gates_of(book, [decision.programme for decision in decisions])

    def place(question: NextQuestion) -> tuple[bool, bool, int]:
        late = book.facts[question.fact].decided_by is not None
        return late, question.fact not in gates, begun.get(_topic(book, question), 0)

    return sorted(ordered, key=place)


def form_of(book: Rulebook, decisions: Iterable[Decision], ordered: Sequence[NextQuestion]) -> list[NextQuestion]:
    """Those of the ``ordered`` questions to put on one form; none where there are none.

    What a bank or an authority finds out later is never asked beside the rest, nor what one person is asked beside what
    another is.
    """
    if not ordered:
        return []
    decisions = decisions_in(decisions)
    gates = gates_of(book, [decision.programme for decision in decisions])
    late = book.facts[ordered[0].fact].decided_by is not None
    alike = [one for one in ordered if (book.facts[one.fact].decided_by is not None) == late]
    topics: dict[Hashable, list[NextQuestion]] = {}
    for question in alike:
        topics.setdefault("gates" if question.fact in gates else _topic(book, question), []).append(question)
    form = _FilledForm(decisions, Open(decisions, alike), frozenset(gates))
    for topic, questions in topics.items():
        if form.questions and (len(form.questions) >= FEW or _of_person(form.questions[0]) or isinstance(topic, Asked)):
            continue
        for question in questions:
            form.offer(question)
    about = [_heading(book, question) for question in form.questions]
    return sorted(form.questions, key=lambda question: about.index(_heading(book, question)))


def _heading(book: Rulebook, question: NextQuestion) -> Hashable:
    """Under what a form puts a question: who is asked, or the section of the vocabulary."""
    return Asked(None, question.member) if _of_person(question) else book.facts[question.fact].section


def _topic(book: Rulebook, question: NextQuestion) -> Hashable:
    """What a question is about: a person, or sections of the vocabulary that stand together."""
    if question.asks is not None:
        return Asked(None, question.member)
    section = book.facts[question.fact].section
    return next((topic for topic in book.topics if section in topic), (section,))


def _of_person(question: NextQuestion) -> bool:
    return question.asks is not None


@dataclass
class _FilledForm:
    """A form that is being filled: what is on it, how likely each other question is idle, and all are, after it."""

    decisions: Sequence[Decision]
    open: Open
    gates: frozenset[str]
    questions: list[NextQuestion] = field(default_factory=list)
    idle: dict[Asked, float] = field(default_factory=dict)
    over: bool = False

    def offer(self, question: NextQuestion) -> None:
        """Put the question on the form if there is room, and if it is likely to be asked whatever is said beside it."""
        asked = asked_by(question)
        held = question.fact not in self.gates and self.open.hold_up(question)
        if self.questions and (self.over or held or self.idle.get(asked, 0.0) > _DOUBTED):
            return
        if len(self.questions) >= MOST:
            return
        self.questions.append(question)
        for one, likely in self._left_idle(asked):
            self.idle[one] = 1 - (1 - self.idle.get(one, 0.0)) * (1 - likely)

    def _left_idle(self, asked: Asked) -> list[tuple[Asked, float]]:
        """How likely the answer makes each other question idle where something stays open; it may settle everything."""
        wanted = {decision.programme: _wanted(decision) for decision in self.decisions}
        readers = [decision for decision in self.decisions if asked in wanted[decision.programme]]
        reading = {decision.programme for decision in readers}
        others = {one for programme, open_ in wanted.items() if programme not in reading for one in open_}
        idle: dict[Asked, float] = {}
        settled = 0.0
        for answer, share in _likely_answers(self.decisions[0], asked) if readers else ():
            still, gone, open_ = set(others), set[Asked](), bool(others)
            for before, after in self._supposed(readers, asked, answer):
                if before.status == "undetermined" and after.status not in ("undetermined", "eligible"):
                    continue  # whoever asks for a programme is taken not to be refused by this
                open_ = True
                left = _wanted(after)
                still |= left
                gone |= wanted[before.programme] - left
            settled += 0.0 if open_ else share
            for one in gone - still - {asked}:
                idle[one] = idle.get(one, 0.0) + share
        self.over = self.over or settled > _DOUBTED
        return list(idle.items())

    def _supposed(self, readers: Iterable[Decision], asked: Asked, answer: Any) -> Iterable[tuple[Decision, Decision]]:
        """Each decision that reads what is ``asked``, and how it would be with the ``answer``."""
        context, day = self.decisions[0].context, self.decisions[0].as_of
        supposed = suppose(context, asked, answer)
        case = CaseOnDay(context.book, supposed.facts, None, day, "direct", supposed.household, context.people)
        return [(before, case.decide(before.programme)) for before in readers]


def _likely_answers(decision: Decision, asked: Asked) -> list[tuple[Any, float]]:
    """The answers to try, each with how often it is given."""
    book = decision.context.book
    if asked.fact is not None:
        return list(shares_on(book, asked.fact)[:_TRIED])
    answers = answers_to(decision.context, asked, decision.as_of, _TRIED)
    return [(answer, 1 / len(answers)) for answer in answers]


def _wanted(decision: Decision) -> set[Asked]:
    """What is to be asked of a decision: for its outcome, its amount and its rank."""
    lacking = (*decision.missing, *decision.missing_for_benefit, *decision.missing_for_priority)
    return {asked for fact in lacking for asked in asked_for(decision.context, fact)}
