"""The page on which a clerk enters one case: rendered here, no script needed, nothing of the case kept here.

It begins with who asks, and for what; the programmes are ticked in an address that tells nothing of a person. From
there the form carries all that was answered; each step asks only what can still matter. What is not known is said to be
so, is not asked again, and can be given at any time.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import parse_qs

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from ancu.decision.contract import STATUSES
from ancu.decision.rendering import status_text, title_of
from ancu.errors import NotCoveredError, Problem
from ancu.interview.scope import WHO
from ancu.messages import Language, message
from ancu.rulebook.values import ValueProblem, parse_date
from ancu.service import page_members
from ancu.service.bounds import MOST_MEMBERS
from ancu.service.case import choices_between, decisions_on
from ancu.service.core import Core
from ancu.service.desk.uploads import sent_file
from ancu.service.guard import body_of, check_own_form
from ancu.service.page_answers import PageAnswers
from ancu.service.page_form import CONFIRMED, FACT, FINAL, NOTHING, UNKNOWN, PageForm
from ancu.service.page_issued import IssuedResults
from ancu.service.page_places import CASES, Places, sends_cookies
from ancu.service.page_result import papers_of, results
from ancu.service.page_saving import SUFFIX, reopened, saved
from ancu.service.page_start import PURPOSES, Start, groups
from ancu.service.page_view import PageView
from ancu.service.page_walk import CaseStanding, go
from ancu.service.problems import HttpError
from ancu.service.templates import policy, render

_ORDER = {status: i for i, status in enumerate(("eligible", "undetermined", "ineligible", "not_in_force"))}
assert set(_ORDER) == set(STATUSES)


@dataclass(frozen=True)
class _Asker:
    """By whom a page is asked for: the request, and the name of the key."""

    request_id: str
    key: str | None

    @classmethod
    def of(cls, request: Request) -> _Asker:
        return cls(request.state.request_id, request.state.key)


def add_pages(api: FastAPI, core: Core) -> None:
    """Add the page to the service."""
    pages, root = CasePages(core), core.settings.root_path

    @api.get("/", include_in_schema=False)
    async def start(request: Request) -> Response:
        fields, places = _fields(request.url.query), Places.of(root, request)
        lang = _lang(fields)
        chosen = Start.of(core.book, fields)
        if "begin" not in fields:
            return places.begin(pages.start(chosen, lang))
        form = PageForm.begun_with(core.book, fields, lang)
        if not form.scope:
            return pages.start(replace(chosen, listed=True), lang, message("page_no_scope", lang), 422)
        leading = places.lead(form, asked=False) if sends_cookies(request) else None
        return leading or places.begin(await core.judge(lambda: pages.page(form, _Asker.of(request))))

    @api.post("/", include_in_schema=False)
    async def step(request: Request) -> Response:
        check_own_form(request)
        content = await body_of(request, ("application/x-www-form-urlencoded",))
        try:
            fields = _fields(content.decode())
        except UnicodeDecodeError as error:
            raise HttpError(400, "malformed", Problem("http_malformed")) from error
        places = Places.of(root, request)
        form = PageForm.of(core.book, fields)
        if fields.get("do") == ["new"]:
            return places.forget(RedirectResponse(f"{root}/?lang={form.lang}", 303), form.page)
        if fields.get("do") == ["save"]:
            return saved(core.book, form)
        if not sends_cookies(request):
            return await core.judge(lambda: pages.page(form, _Asker.of(request)))
        return await core.judge(lambda: pages.lead(form, places, _Asker.of(request)))

    @api.post(CASES, include_in_schema=False)
    async def reopen(request: Request) -> Response:
        async with sent_file(request, (SUFFIX,)) as (file, said):
            lang: Language = "en" if said.get("lang") == "en" else "vi"
            form = reopened(core.book, await file.read(), str(file.filename), lang)
        places = Places.of(root, request)
        if not sends_cookies(request):
            return await core.judge(lambda: pages.page(form, _Asker.of(request)))
        return await core.judge(lambda: pages.lead(form, places, _Asker.of(request)))

    @api.get(CASES + "/{page}/{place}", include_in_schema=False)
    async def place(request: Request, page: str, place: str) -> Response:
        places = Places.of(root, request)
        form = places.form_at(core.book, request, page, place)
        answer = await core.judge(lambda: pages.page(form, _Asker.of(request)))
        if form.view in FINAL:
            places.keep(answer, form)  # the result has its line in the log
        return answer


def _fields(text: str) -> dict[str, list[str]]:
    try:
        return parse_qs(text, keep_blank_values=True, max_num_fields=2_000, errors="strict")
    except ValueError as error:
        raise HttpError(400, "malformed", Problem("http_malformed")) from error


def _lang(fields: Mapping[str, list[str]]) -> Language:
    return "en" if fields.get("lang", [""])[0] == "en" else "vi"


class CasePages:
    """The pages of cases, as ``core`` decides them."""

    def __init__(self, core: Core) -> None:
        self.core, self.book, self.settings = core, core.book, core.settings
        self.issued = IssuedResults()

    def start(self, chosen: Start, lang: Language, error: str = "", status: int = 200) -> Response:
        """The page on which a case begins."""
        day, root = date.today(), self.settings.root_path
        wrong = ""
        try:
            day = parse_date(chosen.as_of) if chosen.as_of else day
        except ValueProblem as problem:
            wrong = problem.text(lang)
        html = render(
            "start.html",
            **self._frame(lang),
            chosen=chosen,
            groups=groups(self.book, chosen, day, lang),
            who=WHO,
            purposes=PURPOSES,
            error=error,
            wrong_day=wrong,
            other_language=chosen.address(root, "en" if lang == "vi" else "vi"),
        )
        return _answer(html, lang, status)

    def lead(self, form: PageForm, places: Places, asked: _Asker) -> Response:
        """The answer that leads to where the case stands after what was pressed, or shows it where it is too long."""
        if not form.scope:
            return self.page(form, asked)
        view = self.view(form)
        return places.lead(form, asked=bool(view.errors)) or self._rendered(view, asked)

    def page(self, form: PageForm, asked: _Asker) -> Response:
        """The page that shows where the case stands."""
        if not form.scope:
            return self.start(Start(as_of=form.as_of, listed=True), form.lang, message("page_no_scope", form.lang), 422)
        return self._rendered(self.view(form), asked)

    def view(self, form: PageForm) -> PageView:
        """Do what was pressed, and say what is to be shown then."""
        errors: dict[str, str] = {}
        day = date.today()
        if form.as_of:
            try:
                day = parse_date(form.as_of)
            except ValueProblem as problem:
                errors["as_of"] = problem.text(form.lang)
        answers = PageAnswers.of(self.book, form)
        standing = CaseStanding(form.shown, errors)
        if not errors and form.members.open is None:
            try:
                standing = go(self.book, form, answers, day)
            except NotCoveredError as error:
                standing = CaseStanding(form.shown, {"as_of": error.text(form.lang)})
        elif form.members.open is not None:
            wrong = {name: answers.errors[name] for name in form.given if name in answers.errors}
            standing = CaseStanding([], errors | wrong)
        decisions = sorted(standing.decisions, key=lambda decision: _ORDER[decision.status])
        view = PageView(
            self.book, form, answers, day, standing.errors, asking=standing.asking, left=standing.left,
            decisions=decisions, done=standing.done,
        )  # fmt: skip
        if form.members.open is not None:
            view.enter(form.members.open)
            entered = {*view.entering, *view.besides}
            view.asking = [name for name in standing.errors if name != "as_of" and name not in entered]
        if view.errors:
            form.view, form.shown = "questions", view.asking
        if standing.done:
            form.view = form.view if form.view in FINAL else "result"
        return view

    def _issue(self, view: PageView, asked: _Asker) -> str:
        """Decide by two engines what the view shows as a result, and log it; the request that stands in the log."""
        form, core = view.form, self.core
        case = view.answers.case(form.counting, view.day)
        if form.replaces and self.issued.has(form.replaces, case):
            request = form.replaces
            decisions, _ = decisions_on(self.book, case)
        else:
            request = asked.request_id
            decisions, _ = core.decide(case, request, asked.key, form.replaces or None)
            self.issued.add(request, case)
            form.replaces = request
        view.decisions = sorted(decisions, key=lambda decision: _ORDER[decision.status])
        return request

    def _rendered(self, view: PageView, asked: _Asker) -> Response:
        form, book, lang = view.form, self.book, view.lang
        request = self._issue(view, asked) if view.done else asked.request_id
        found = results(view.decisions, lang) if view.done else []
        html = render(
            "sheet.html" if view.done and form.view in ("file", "slip") else "page.html",
            **self._frame(lang),
            view=view,
            form=form,
            fact=view.asked_as,
            may_list=book.people is not None,
            may_add=len(form.members.keys) < MOST_MEMBERS,
            results=found,
            papers=papers_of(found),
            choices=choices_between(book, view.decisions, lang) if view.done else [],
            status_text=lambda decision: status_text(decision, lang),
            title=lambda name: title_of(book, name, lang),
            start=Start(scope=tuple(form.scope), as_of=form.as_of).address(self.settings.root_path, lang),
            day_text=_written(view.day),
            request_id=request,
            nothing=NOTHING,
            unknown=UNKNOWN,
            prefix=FACT,
            confirming=CONFIRMED,
            labelling=page_members.LABEL,
        )
        return _answer(html, lang, 422 if view.errors else 200)

    def _frame(self, lang: Language) -> dict[str, Any]:
        """What all of these pages say."""
        return {
            "root": self.settings.root_path,
            "agency": self.settings.agency,
            "lang": lang,
            "text": lambda key, **values: message(key, lang, **values),
            "today": _written(date.today()),
            "digest": self.book.digest[:12],
            "logged": self.core.log is not None,
        }


def _answer(html: str, lang: Language, status: int) -> Response:
    headers = {"content-security-policy": policy(), "content-language": lang}
    return Response(html, status, headers, media_type="text/html")


def _written(day: date) -> str:
    return day.strftime("%d/%m/%Y")
