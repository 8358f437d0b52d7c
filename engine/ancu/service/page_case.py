"""The case that a form of the page holds, for parts of the service that go on with it."""

from __future__ import annotations

from datetime import date

from ancu.decision.deciding import Record
from ancu.errors import NotCoveredError
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import ValueProblem, parse_date
from ancu.service.page_answers import PageAnswers
from ancu.service.page_form import PageForm
from ancu.service.page_walk import go


def case_of_form(book: Rulebook, form: PageForm) -> tuple[Record, date] | None:
    """The case and its day; None where something of it cannot be read, which the page then tells."""
    try:
        day = parse_date(form.as_of) if form.as_of else date.today()
        answers = PageAnswers.of(book, form)
        standing = go(book, form, answers, day)
    except (ValueProblem, NotCoveredError):
        return None
    return None if standing.errors else (answers.case(form.counting, day).record, day)
