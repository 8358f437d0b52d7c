"""The case that a form of the page holds, for parts of the service that go on with it."""

from __future__ import annotations

from datetime import date

from ancu.decision.deciding import Record
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import ValueProblem, parse_date
from ancu.service.page_form import PageForm
from ancu.service.pages import read_answers


def case_of_form(book: Rulebook, form: PageForm) -> tuple[Record, date] | None:
    """The case and its day; None where something of it cannot be read, which the page then tells."""
    errors: dict[str, str] = {}
    try:
        day = parse_date(form.as_of) if form.as_of else date.today()
    except ValueProblem:
        return None
    view = read_answers(book, form, day, errors)
    stated = {name: value for name, value in view.facts.items() if name in book.facts}
    return None if errors else (Record(stated, form.case or None, None, view.household), day)
