"""A case of the page, entered into the register: decided again, as from the command line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from unicodedata import normalize

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from ancu.decision.deciding import Record
from ancu.errors import AncuError, Problem, RegisterError
from ancu.messages import message
from ancu.office.asking import Page, RegisterOffice
from ancu.office.entering_list import add_list_entering
from ancu.register import acts
from ancu.register.deciding import decide_on
from ancu.register.store import RegisterWriter
from ancu.rulebook.values import ValueProblem, parse_date
from ancu.service.desk.desk import Desk
from ancu.service.forms import form_of
from ancu.service.page_case import case_of_form
from ancu.service.page_form import PageForm
from ancu.service.problems import HttpError

Fields = Mapping[str, list[str]]
#: Begins the names of the fields of this page; all others are the case's own, and go on with it.
OWN = "so."
#: The longest id of a case, or of a project.
LONGEST = 100


@dataclass(frozen=True)
class EnteringSaid:
    """What was said of a case that is to be entered, and what is wrong with it."""

    case: str
    project: str
    filed: str
    programmes: list[str]
    filed_on: date | None
    problems: list[str]

    @classmethod
    def of(cls, office: RegisterOffice, asked: Page, fields: Fields, form: PageForm) -> EnteringSaid:
        """What the fields say."""

        def one(name: str, otherwise: str = "") -> str:
            return normalize("NFC", fields.get(OWN + name, [otherwise])[0].strip())[:LONGEST]

        lang = asked.lang
        case, filed = one("case", form.case), one("filed")
        programmes = [name for name in form.scope if name in fields.get(f"{OWN}programme", ())]
        filed_on, problems = filing_of(filed, office.today(), asked)
        if not case:
            problems.append(message("enter_no_case", lang))
        if not programmes:
            problems.append(message("enter_no_programme", lang))
        return cls(case, one("project"), filed, programmes, filed_on, problems)


def filing_of(written: str, today: date, asked: Page) -> tuple[date | None, list[str]]:
    """The day of filing that was written, and what is wrong with it."""
    if not written:
        return None, [message("enter_no_day", asked.lang)]
    try:
        day = parse_date(written)
    except ValueProblem as problem:
        return None, [message("enter_bad_day", asked.lang, problem=problem.text(asked.lang))]
    return day, [message("enter_day_to_come", asked.lang)] if day > today else []


def add_entering(api: FastAPI, office: RegisterOffice, desk: Desk) -> None:
    """Add the pages by which decided cases are entered."""

    @api.post("/vao-so", include_in_schema=False)
    async def enter(request: Request) -> Response:
        fields = await form_of(request)
        return await office.run(lambda: _enter(office, Page(request, office.core.settings.root_path), fields))

    add_list_entering(api, office, desk)


def _enter(office: RegisterOffice, asked: Page, fields: Fields) -> Response:
    """Show what is to be entered; or enter it, all of it or nothing."""
    asked.lang = "en" if fields.get("lang") == ["en"] else "vi"
    form = PageForm.of(office.book, {**fields, "do": ["result"]})
    found = case_of_form(office.book, form)
    if found is None or not form.scope:
        raise HttpError(422, "request", Problem("enter_unreadable"))
    record, day = found
    if fields.get("do") != [f"{OWN}enter"]:
        return _confirm(office, asked, fields, form, record, day)
    said = EnteringSaid.of(office, asked, fields, form)
    if said.problems:
        return _confirm(office, asked, fields, form, record, day, said.problems)
    assert said.filed_on is not None
    record = replace(record, case=said.case)
    made = [
        acts.new_application(
            said.case, name, said.filed_on, record, decide_on(office.book, record, name, day), said.project or None
        )
        for name in said.programmes
    ]

    def act(writer: RegisterWriter) -> list[int]:
        return [acts.enter(writer, one).number for one in made]

    try:
        numbers = office.act(asked.request, "enter", act)
    except RegisterError as error:
        told = [problem.text(asked.lang) for problem in error.problems]
        return _confirm(office, asked, fields, form, record, day, told)
    return asked.go(f"/so/{numbers[0]}" if len(numbers) == 1 else "/so", lang=asked.lang)


def _confirm(
    office: RegisterOffice,
    asked: Page,
    fields: Fields,
    form: PageForm,
    record: Record,
    day: date,
    problems: Sequence[str] = (),
) -> Response:
    """What is to be entered, with what the register asks besides."""
    decided: list[tuple[str, Any]] = []
    for name in form.scope:
        try:
            decided.append((name, decide_on(office.book, record, name, day)))
        except AncuError:
            continue  # of a day that the rulebook does not cover
    said = EnteringSaid.of(office, asked, fields, form)
    ticked = said.programmes if f"{OWN}programme" in fields else [name for name, _ in decided]
    carried = [(name, value) for name, values in fields.items() for value in values if not name.startswith(OWN)]
    return office.page(
        asked, "enter.html", 422 if problems else 200,
        carried=[(name, value) for name, value in carried if name != "do"], decided=decided, ticked=ticked,
        said=said, problems=problems, on=day, own=OWN, longest=LONGEST,
    )  # fmt: skip
