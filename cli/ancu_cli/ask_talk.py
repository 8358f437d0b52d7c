"""The talk of ``ancu ask``: puts questions, reads answers and what else is typed instead of one."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable

import click

from ancu.decision.questions import NextQuestion
from ancu.decision.rendering import value_text
from ancu.errors import OutputError, Problem
from ancu.interview.interview import Interview, InterviewStep
from ancu.interview.saving import as_saved, may_replace
from ancu.interview.why import about, asked_as, choices_on, how_to_answer, reasons
from ancu.messages import Language, message
from ancu.rulebook.model import FactDef
from ancu.rulebook.references import facts_read
from ancu.rulebook.values import ValueProblem, is_blank, normalise
from ancu_cli.folding import say
from ancu_cli.writing import write_private

_UNKNOWN = frozenset({"không biết", "khong biet", "don't know", "do not know"})
_BACK = frozenset({"quay lại", "quay lai", "trở lại", "tro lai", "back"})
_DONE = frozenset({"xong", "dừng", "thoát", "thoat", "done", "quit", "exit"})
_SAVE = re.compile(r"\s*(?:lưu|luu|save)(?:\s+(?P<path>\S.*?))?\s*", re.IGNORECASE)


class Talk:
    """Leads an ``interview``; ``kept``: the digest of the rulebook that it was kept under, None for a new one."""

    def __init__(self, interview: Interview, kept: str | None, lang: Language) -> None:
        self.interview, self.lang = interview, lang
        #: An answer that is hardly meant, and counts if it is given once more.
        self._unusual: str | None = None
        day = interview.day.strftime("%d/%m/%Y")
        self._say("interview_begin", count=len(interview.programmes), day=day)
        if interview.book.people is not None:
            self._say("interview_members")
        if kept is not None:
            self._say("interview_resumed", count=len(interview.steps))
            if kept != interview.book.digest:
                self._say("interview_law_changed")

    def run(self) -> None:
        """Ask until nothing is open, or whoever answers has done; KeyboardInterrupt passes through."""
        interview, put = self.interview, None
        while interview.open:
            question = interview.open[0]
            if question.fact != put:
                self._put(question)
                put, self._unusual = question.fact, None
            typed = self._read()
            if typed is None or normalise(typed) in _DONE:
                self._say("interview_stopped", left=len(interview.open))
                return
            if self._is_answer(question, typed):
                put = None
        read = len(facts_read(interview.book, interview.programmes))
        self._say("interview_over", asked=len(interview.steps), read=read)

    def offer_to_save(self) -> bool:
        """Offer to keep the answers of a talk that was broken off; whether they were."""
        if not self.interview.steps:
            return False
        say(err=True)
        self._say("interview_save_offer", count=len(self.interview.steps))
        while path := (self._read() or "").strip():
            if self._save(path):
                return True
        return False

    def _put(self, question: NextQuestion) -> None:
        interview, lang = self.interview, self.lang
        fact = interview.book.facts[question.fact]
        say(err=True)
        number, left = len(interview.steps) + 1, len(interview.open)
        self._say("interview_question", number=number, left=left, question=asked_as(fact, lang))
        self._list(how_to_answer(fact, interview.day, lang))
        say(f"   {about(interview.book, question, lang)}", err=True)

    def _is_answer(self, question: NextQuestion, typed: str) -> bool:
        """Take what was ``typed``; whether the next question is due."""
        said = normalise(typed)
        if typed.strip() == "?":
            self._explain(question)
            return False
        if said in _BACK:
            return self._back()
        if (saving := _SAVE.fullmatch(typed)) is not None:
            if saving["path"] is None:
                self._say("interview_save_where")
            else:
                self._save(saving["path"])
            return False
        if said in _UNKNOWN or is_blank(typed):
            self.interview.take(InterviewStep(question.fact, None))
            self._say("interview_passed")
            return True
        return self._take(question.fact, typed)

    def _take(self, name: str, typed: str) -> bool:
        interview, lang = self.interview, self.lang
        fact = interview.book.facts[name]
        written = _by_letters(fact, choices_on(fact, interview.day), typed, lang)
        try:
            value = interview.take(InterviewStep(name, written, confirmed=written == self._unusual))
        except ValueProblem as problem:
            if not problem.confirmable:
                self._refuse(fact, problem)
                return False
            self._unusual = written
            self._say("interview_confirm", problem=problem.text(lang))
            return False
        self._say("interview_read", value=value_text(interview.book, name, value, lang))
        return True

    def _refuse(self, fact: FactDef, problem: ValueProblem) -> None:
        """Say what is wrong; choices that stand above by their letters are not listed once more."""
        if not fact.values:
            say(problem.text(self.lang), err=True)
        elif choices_on(fact, self.interview.day):
            self._say("interview_choose", problem=problem.wrong(self.lang))
        else:
            (names,) = how_to_answer(fact, self.interview.day, self.lang)
            say(f"{problem.wrong(self.lang)} {names}", err=True)

    def _back(self) -> bool:
        step = self.interview.back()
        if step is None:
            self._say("interview_at_start")
        elif step.written is None:
            self._say("interview_back_unknown")
        else:
            self._say("interview_back", written=step.written)
        return step is not None

    def _explain(self, question: NextQuestion) -> None:
        fact = self.interview.book.facts[question.fact]
        self._say("interview_why")
        told = reasons(self.interview.decisions, question, self.lang)
        self._list(told or [about(self.interview.book, question, self.lang)])
        self._say("interview_how")
        self._list(how_to_answer(fact, self.interview.day, self.lang))

    def _save(self, path: str) -> bool:
        try:
            if not may_replace(path):
                raise OutputError(Problem("file_exists", {"path": path}))
            write_private(path, as_saved(self.interview))
        except OutputError as error:
            say(error.text(self.lang), err=True)
            return False
        self._say("interview_saved", count=len(self.interview.steps), path=path)
        return True

    def _read(self) -> str | None:
        """A line that was typed; None at the end of what there is to read."""
        click.echo("> ", nl=False, err=True)
        line = sys.stdin.readline()
        if not line:
            say(err=True)
            return None
        return line.rstrip("\r\n")

    def _say(self, key: str, **values: object) -> None:
        say(message(key, self.lang, **values), err=True)

    def _list(self, lines: Iterable[str]) -> None:
        for line in lines:
            say(f"   {line}", err=True)


def _by_letters(fact: FactDef, lettered: dict[str, str], typed: str, lang: Language) -> str:
    """What was ``typed``, with the choices in the place of their letters where it is nothing but letters."""
    letters = [part for part in re.split(r"[\s,;.)]+", typed.strip().casefold()) if part]
    if not letters or not lettered.keys() >= set(letters):
        return typed
    if fact.type == "choice" and len(letters) > 1:
        return typed
    return "; ".join(fact.values[lettered[letter]][lang] for letter in letters)
