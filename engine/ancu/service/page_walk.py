"""From step to step of a case: which questions come next, and where the buttons lead.

What a step asks follows from the answers to the steps before it and from nothing else. So whoever goes back and on
again, and changes nothing, comes by the same steps; whoever changes an answer comes by those that it leads to, with the
answers that are known already in their fields.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date

from ancu.decision.model import Decision
from ancu.decision.next_questions import next_questions
from ancu.decision.questions import NextQuestion
from ancu.interview.together import form_of, in_order
from ancu.messages import message
from ancu.rulebook.rulebook import Rulebook
from ancu.service.case import decisions_on
from ancu.service.page_answers import PageAnswers
from ancu.service.page_form import FINAL, UNKNOWN, PageForm

#: A case has no more steps than this; each of them asks something else.
_MOST_STEPS = 200


@dataclass
class CaseStanding:
    """Where a case stands: what is asked now, what is wrong, how each programme is decided so far."""

    asking: list[str] = field(default_factory=list)
    errors: dict[str, str] = field(default_factory=dict)
    decisions: list[Decision] = field(default_factory=list)
    #: How many questions are open.
    left: int = 0
    done: bool = False


def go(book: Rulebook, form: PageForm, answers: PageAnswers, day: date) -> CaseStanding:
    """Do what was pressed in ``form``, and tell where the case stands then.

    Raises :class:`~ancu.errors.NotCoveredError` for a day on which the rulebook does not cover a chosen programme.
    """
    return _CaseWalk(book, form, answers, day).go()


class _CaseWalk:
    def __init__(self, book: Rulebook, form: PageForm, answers: PageAnswers, day: date) -> None:
        self.book, self.form, self.answers, self.day = book, form, answers, day
        self._known: tuple[frozenset[str], list[Decision]] | None = None

    def go(self) -> CaseStanding:
        form = self.form
        wrong = self._wrong()
        if wrong is not None:
            return wrong
        if form.going and form.shown:
            refused = self._take_step()
            if refused is not None:
                return refused
        elif form.resumed and form.shown and self._errors(form.shown):
            return CaseStanding(form.shown, self._errors(form.shown))
        if form.resumed:
            self._resume()
        if form.view == "questions":
            return self._question()
        decisions = self._decisions(form.counting)
        return CaseStanding(decisions=decisions, done=form.view in FINAL)

    def _wrong(self) -> CaseStanding | None:
        """An answer that counted and cannot be read, as on another day: its step is shown again."""
        form = self.form
        given = [name for name in form.given if name in self.answers.errors and name not in form.shown]
        if given:
            return CaseStanding(given, self._errors(given))
        for i, step in enumerate(form.steps):
            if self._errors(step) and not set(step) & {*form.shown, *form.again}:
                del form.steps[i:]
                form.going, form.again = "", []
                return CaseStanding(step, self._errors(step))
        return None

    def _errors(self, names: Collection[str]) -> dict[str, str]:
        return {name: self.answers.errors[name] for name in names if name in self.answers.errors}

    def _take_step(self) -> CaseStanding | None:
        """Take the answers to what was shown; where it stands if something is to be mended first."""
        form, shown = self.form, self.form.shown
        errors = self._errors(shown)
        blank = [name for name in shown if name not in form.answers]
        if blank:
            known = [name for name in (*form.counting, *shown) if name not in blank]
            questions = next_questions(self._decisions(known), details=True)
            open_ = {form.members.name_of(question) for question in questions}
            for name in blank:
                if name not in open_:
                    form.idle = [*form.idle, name]
                elif form.going == "skip":
                    form.answers[name] = [UNKNOWN]
                else:
                    errors[name] = message("page_blank", form.lang)
        if errors:
            return CaseStanding(shown, errors)
        asked = [set(step).difference(form.idle) for step in form.steps]
        before = next((i for i, step in enumerate(asked) if not step.isdisjoint(shown)), None)
        if before is not None:
            # An answer was changed that others came after: they are gone through again.
            del form.steps[before + 1 :]
            form.resumed = True
        elif set(shown) <= set(form.given):
            form.steps, form.resumed = [], True
        else:
            form.steps.append(shown)
        form.idle = [name for name in form.idle if name not in form.answers]
        form.shown, form.going = [], ""
        return None

    def _resume(self) -> None:
        """Go on through what has been answered already; for another view than questions, with what is half answered."""
        form = self.form
        self._cut()
        while len(form.steps) < _MOST_STEPS:
            step = self._step_of(self._open())
            whole = bool(step) and all(name in form.answers for name in step) and not self._errors(step)
            some = form.view != "questions" and any(name in form.answers for name in step)
            if not (whole or some):
                return
            form.steps.append(step)
            if not whole:
                return

    def _cut(self) -> None:
        """Take off the steps from the first on that was not answered whole."""
        form = self.form
        i = next((i for i, step in enumerate(form.steps) if not form.said(step)), len(form.steps))
        del form.steps[i:]

    def _question(self) -> CaseStanding:
        form = self.form
        if not form.again:
            self._cut()
        open_ = self._open()
        step = form.again or self._step_of(open_)
        return CaseStanding(step, {}, self._decisions(form.counting), len(open_), done=not step)

    def _step_of(self, open_: Sequence[NextQuestion]) -> list[str]:
        """The fields to be shown next of all that are open."""
        decisions = self._decisions(self.form.counting)
        return [self.form.members.name_of(one) for one in form_of(self.book, decisions, open_)]

    def _open(self) -> list[NextQuestion]:
        """What can still matter and was not answered, in the order in which to ask."""
        form = self.form
        passed = {name for name in form.counting if name in form.answers}
        decisions = self._decisions(form.counting)
        questions = next_questions(decisions, details=True)
        return in_order(self.book, decisions, [one for one in questions if form.members.name_of(one) not in passed])

    def _decisions(self, names: Collection[str]) -> list[Decision]:
        """The decisions by the answers to ``names``, for asking: by the direct engine alone."""
        counting = frozenset(names)
        if self._known is None or self._known[0] != counting:
            found, _ = decisions_on(self.book, self.answers.case(counting, self.day), "direct")
            self._known = counting, found
        return self._known[1]
