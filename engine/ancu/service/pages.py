"""The page on which a clerk enters one case: rendered here, no script needed, nothing kept between requests.

It begins with who asks, and for what; the programmes are ticked in an address that tells nothing of a person. From
there the form carries all that was answered; each step asks only what can still matter. What is not known is said to be
so, is not asked again, and can be given at any time.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from urllib.parse import parse_qs

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from ancu.decision.contract import STATUSES
from ancu.decision.deciding import Record
from ancu.decision.model import Decision
from ancu.decision.next_questions import next_questions
from ancu.decision.rendering import status_text, title_of
from ancu.errors import NotCoveredError, Problem
from ancu.household.members import COMPLETE, Household, people_of
from ancu.interview.scope import WHO
from ancu.messages import Language, lower_first, message
from ancu.rulebook.member_names import APPLICANT, RELATION
from ancu.rulebook.model import FactDef
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import ValueProblem, parse, parse_date
from ancu.service import page_members
from ancu.service.bounds import LONGEST_TEXT, MOST_MEMBERS
from ancu.service.case import RequestedCase, choices_between, decisions_on
from ancu.service.core import Core
from ancu.service.guard import body_of, check_own_form
from ancu.service.money_words import in_words
from ancu.service.page_form import CONFIRMED, FACT, NOTHING, UNKNOWN, PageForm
from ancu.service.page_members import AT_ONCE, SOMEBODY, split
from ancu.service.page_order import in_order, step_of
from ancu.service.page_result import papers_of, results
from ancu.service.page_start import PURPOSES, Start, groups
from ancu.service.problems import HttpError
from ancu.service.schemas import FactOut
from ancu.service.templates import policy, render


def add_pages(api: FastAPI, core: Core) -> None:
    """Add the page to the service."""

    @api.get("/", include_in_schema=False)
    async def start(request: Request) -> Response:
        fields = _fields(request.url.query)
        lang = _lang(fields)
        chosen = Start.of(core.book, fields)
        if "begin" not in fields:
            return _start_page(core, chosen, lang)
        form = PageForm.begun_with(core.book, fields, lang)
        if not form.scope:
            return _start_page(core, replace(chosen, listed=True), lang, message("page_no_scope", lang), 422)
        return await core.judge(lambda: _page(core, form))

    @api.post("/", include_in_schema=False)
    async def step(request: Request) -> Response:
        check_own_form(request)
        content = await body_of(request, ("application/x-www-form-urlencoded",))
        try:
            fields = _fields(content.decode())
        except UnicodeDecodeError as error:
            raise HttpError(400, "malformed", Problem("http_malformed")) from error
        return await core.judge(
            lambda: _page(core, PageForm.of(core.book, fields), request.state.request_id, request.state.key)
        )


def _fields(text: str) -> dict[str, list[str]]:
    try:
        return parse_qs(text, keep_blank_values=True, max_num_fields=2_000, errors="strict")
    except ValueError as error:
        raise HttpError(400, "malformed", Problem("http_malformed")) from error


def _lang(fields: Mapping[str, list[str]]) -> Language:
    return "en" if fields.get("lang", [""])[0] == "en" else "vi"


@dataclass
class _View:
    """What the template shows."""

    form: PageForm
    day: date
    errors: dict[str, str]
    facts: dict[str, Any]
    #: The unusual values that are confirmed, or to be: as they are read, for the box that says so.
    unusual: dict[str, Any] = field(default_factory=dict)
    household: Household | None = None
    #: The fields of the member that is entered, those at once and those besides.
    entering: list[str] = field(default_factory=list)
    besides: list[str] = field(default_factory=list)
    asking: list[str] = field(default_factory=list)
    left: int = 0
    decisions: list[Decision] = field(default_factory=list)
    #: Whether the decisions are final for now: the view is their result, or a sheet of it.
    done: bool = False


def _start_page(core: Core, chosen: Start, lang: Language, error: str = "", status: int = 200) -> Response:
    day, root = date.today(), core.settings.root_path
    wrong = ""
    try:
        day = parse_date(chosen.as_of) if chosen.as_of else day
    except ValueProblem as problem:
        wrong = problem.text(lang)
    other: Language = "en" if lang == "vi" else "vi"
    html = render(
        "start.html",
        root=root,
        agency=core.settings.agency,
        lang=lang,
        text=lambda key, **values: message(key, lang, **values),
        chosen=chosen,
        groups=groups(core.book, chosen, day, lang) if chosen.listed or error else [],
        who=WHO,
        purposes=PURPOSES,
        error=error,
        wrong_day=wrong,
        today=_written(date.today()),
        everything=Start(as_of=chosen.as_of, listed=True).address(root, lang),
        other_language=chosen.address(root, other),
        digest=core.book.digest[:12],
        logged=core.log is not None,
    )
    return _answer(html, lang, status)


def _answer(html: str, lang: Language, status: int) -> Response:
    headers = {"content-security-policy": policy(), "content-language": lang}
    return Response(html, status, headers, media_type="text/html")


def _page(core: Core, form: PageForm, request_id: str = "", key: str | None = None) -> Response:
    if not form.scope:
        nothing = Start(as_of=form.as_of, listed=True)
        return _start_page(core, nothing, form.lang, message("page_no_scope", form.lang), 422)
    view = _view(core, form, request_id, key)
    book, lang = core.book, form.lang
    found = results(view.decisions, lang) if view.done else []
    sheet = view.done and form.view in ("file", "slip")
    html = render(
        "sheet.html" if sheet else "page.html",
        root=core.settings.root_path,
        agency=core.settings.agency,
        view=view,
        form=form,
        lang=lang,
        text=lambda key, **values: message(key, lang, **values),
        fact=lambda name: _field(core.book, view, name, lang),
        options=lambda fact: _options(fact, lang),
        receipt=_receipt(view.decisions, lang),
        shown=lambda name, value: _shown(book, name, value, lang),
        said=_said(book, view),
        member=lambda key: _member(book, view, key),
        heading=_heading(book, view),
        carried=_carried(view),
        entered=[name for name in form.asked if name in view.facts or name in form.answers],
        may_list=book.people is not None,
        may_add=len(form.members.keys) < MOST_MEMBERS,
        results=found,
        papers=papers_of(found),
        choices=choices_between(book, view.decisions, lang) if view.done else [],
        status_text=lambda decision: status_text(decision, lang),
        title=lambda name: title_of(book, name, lang),
        start=Start(scope=tuple(form.scope), as_of=form.as_of).address(core.settings.root_path, lang),
        late=bool(view.asking) and _late(book, view.asking[0]),
        today=_written(date.today()),
        day_text=_written(view.day),
        digest=book.digest[:12],
        request_id=request_id,
        logged=core.log is not None,
        nothing=NOTHING,
        unknown=UNKNOWN,
        prefix=FACT,
        confirming=CONFIRMED,
        labelling=page_members.LABEL,
    )
    return _answer(html, lang, 422 if view.errors else 200)


def _view(core: Core, form: PageForm, request_id: str, key: str | None) -> _View:
    book = core.book
    errors: dict[str, str] = {}
    day = date.today()
    if form.as_of:
        try:
            day = parse_date(form.as_of)
        except ValueProblem as problem:
            errors["as_of"] = problem.text(form.lang)
    view = _read(book, form, day, errors)
    if form.members.open is not None:
        _enter(book, view, form.members.open)
    errors |= {name: message("page_blank", form.lang) for name in form.blank}
    if errors or form.members.open is not None:
        entered = {*view.entering, *view.besides}
        wrong = [name for name in form.asked if name in errors and name not in entered]
        # Those beside a wrong one stay with it, so that nobody looks for them.
        view.asking = [name for name in form.asked if name in {*wrong, *(form.again or form.blank)} - entered]
        return view
    stated = {name: value for name, value in view.facts.items() if name in book.facts}
    case = RequestedCase(Record(stated, form.case or None, None, view.household), tuple(form.scope), True, day)
    try:
        decisions, _ = decisions_on(book, case)
    except NotCoveredError as error:
        errors["as_of"] = error.text(form.lang)
        return view
    passed = {name for name in form.asked if name not in view.facts}
    name_of = form.members.name_of
    open_ = [question for question in next_questions(decisions, details=True) if name_of(question) not in passed]
    view.left = len(open_)
    view.done = form.view in ("result", "file", "slip") or (form.view == "questions" and not open_ and not form.again)
    if view.done:
        decisions, _ = core.decide(case, request_id, key, form.replaces or None)
    elif form.view == "questions":
        ordered = in_order(book, form.scope, open_)
        view.asking = form.again or [name_of(one) for one in step_of(book, decisions, ordered)]
    view.decisions = sorted(decisions, key=lambda decision: _ORDER[decision.status])
    return view


def _read(book: Rulebook, form: PageForm, day: date, errors: dict[str, str]) -> _View:
    """The answers as values; what cannot be read is put into ``errors``."""
    facts: dict[str, Any] = {}
    unusual: dict[str, Any] = {}
    born: dict[str, tuple[int, int]] = {}
    for name, written in form.answers.items():
        if UNKNOWN in written:
            if len(written) > 1:
                errors[name] = message("page_unknown_and_some", form.lang)
            continue
        days = page_members.days_of_birth(name, written[0])
        if days is not None:
            born[name] = days
            continue
        if name == COMPLETE:
            facts[name] = written[0] if written == [page_members.NOBODY] else SOMEBODY
            continue
        key, of = split(name)
        definition = book.facts[of] if key is None else people_of(book).person.facts[of]
        try:
            value = _parse(definition, written)
        except ValueProblem as problem:
            if problem.confirmable:
                value = unusual[name] = parse(definition, written[0], confirmed=True)
            if not problem.confirmable or form.confirmed.get(name) != written[0]:
                errors[name] = problem.text(form.lang)
                continue
        if value is not None and (of != RELATION or value != APPLICANT):
            facts[name] = value
    household = form.members.household(book, facts, born) if form.members.keys else None
    years = {name: form.answers[name][0] for name in born}
    return _View(form, day, errors, facts | years, unusual, household)


_ORDER = {status: i for i, status in enumerate(("eligible", "undetermined", "ineligible", "not_in_force"))}
assert set(_ORDER) == set(STATUSES)


def _enter(book: Rulebook, view: _View, key: str) -> None:
    """Show the fields of the member ``key``: what is known of him, or was asked; and what else can matter."""
    form = view.form
    names = page_members.fields_of(book, form.members, form.scope, key)
    at_once = {RELATION, *(AT_ONCE if form.members.added else ())}
    first = [name for name in names if split(name)[1] in at_once or name in form.asked]
    further = [name for name in form.asked if split(name)[0] == key and name not in names]
    view.entering = [*first, *further]
    view.besides = [name for name in names if name not in view.entering]


def _member(book: Rulebook, view: _View, key: str) -> dict[str, Any]:
    """A member as the list shows him: who he is, and what was entered of him."""
    assert view.household is not None
    members, lang = view.form.members, view.form.lang
    number = sum(split(name)[0] == key and split(name)[1] != RELATION for name in view.form.answers)
    return {
        "title": page_members.title_of(book, members, view.household, key, lang),
        "label": members.labels.get(key, ""),
        "entered": message("page_entered", lang, count=number) if number else "",
        "applicant": key == members.keys[0],
        "removable": key != members.keys[0] or len(members.keys) == 1,
    }


def _heading(book: Rulebook, view: _View) -> str:
    """What the questions that are asked are about."""
    if not view.asking:
        return ""
    key, of = split(view.asking[0])
    if view.household is not None and (key is not None or of == COMPLETE):
        if key is None:
            return message("page_household", view.form.lang)
        return page_members.title_of(book, view.form.members, view.household, key, view.form.lang)
    return book.sections[book.facts[of].section][view.form.lang]


def _carried(view: _View) -> list[str]:
    """What was asked before, and has no field that is shown now."""
    shown = {*view.asking, *view.entering, *view.besides}
    if view.form.members.keys and (view.errors or view.form.view in ("questions", "result")):
        shown.add(COMPLETE)  # asked in the list of members
    return [name for name in view.form.asked if name not in shown]


def _said(book: Rulebook, view: _View) -> list[tuple[str, str]]:
    """The amounts that were entered last, each with its question, so that a zero too many is seen."""
    last = view.form.steps[-1] if view.form.steps and not view.form.again and not view.errors else []
    money = [name for name in last if name in view.facts and split(name)[0] is None and name != COMPLETE]
    lang = view.form.lang
    return [
        (book.facts[name].label[lang], _shown(book, name, view.facts[name], lang))
        for name in money
        if book.facts[name].type == "money"
    ]


def _shown(book: Rulebook, name: str, value: Any, lang: Language) -> str:
    """A value as it is read; an amount of money in words too."""
    text = page_members.shown(book, name, value, lang)
    key, of = split(name)
    if name == COMPLETE or not isinstance(value, int):
        return text
    definition = book.facts[of] if key is None else people_of(book).person.facts[of]
    return f"{text} ({in_words(value, lang)})" if definition.type == "money" and value >= 0 else text


def _late(book: Rulebook, name: str) -> bool:
    return name in book.facts and book.facts[name].decided_by is not None


def _parse(fact: FactDef, written: list[str]) -> Any:
    if any(len(text) > LONGEST_TEXT for text in written):
        raise ValueProblem("value_wrong_kind", fact)
    if fact.type != "list":
        return parse(fact, written[0])
    if NOTHING in written:
        if len(written) > 1:
            raise ValueProblem("page_none_and_some", fact)
        return frozenset()
    return parse(fact, written)


def _field(book: Rulebook, view: _View, name: str, lang: Language) -> dict[str, Any]:
    """A fact as the form asks it: a question with a line of help, what stands behind its box, and who decides it."""
    form = view.form
    fact: FactOut = page_members.fact_of_field(book, form.members, view.household, name, lang)
    key, of = split(name)
    own = book.facts.get(of) if key is None else None
    asked = own if key is None else people_of(book).person.facts.get(of)
    asks = asked.question[lang] if asked is not None and asked.question is not None else fact.label
    if key is not None and view.household is not None and asks != fact.label and of != RELATION:
        member = page_members.title_of(book, form.members, view.household, key, lang)
        asks = f"{member[:1].upper()}{member[1:]}: {lower_first(asks)}"
    help_ = fact.help or ""
    decided = ""
    if own is not None:
        if not help_ and len(own.evidence) == 1:
            paper = book.documents[own.evidence[0]].title_on(view.day)[lang]
            help_ = message("page_seen_in", lang, paper=paper)
        decided = message(f"page_decided_by_{own.decided_by}", lang) if own.decided_by is not None else ""
    # Under another name than a mapping's own "values".
    return {
        **fact.model_dump(exclude={"values"}),
        "choices": fact.values,
        "asks": asks,
        "help": help_,
        "decided": decided,
    }


def _options(fact: Mapping[str, Any], lang: Language) -> list[tuple[str, str]]:
    if fact["type"] == "yes_no":
        return [("yes", message("word_yes", lang)), ("no", message("word_no", lang))]
    return [(value.value, value.label) for value in fact["choices"]]


def _receipt(decisions: list[Decision], lang: Language) -> str:
    if not decisions:
        return ""
    receipt = decisions[0].receipt
    key = "receipt_confirmed" if receipt.confirmed_by else "receipt_single"
    return message(key, lang, rulebook=receipt.rulebook[:12], engine=receipt.engine)


def _written(day: date) -> str:
    return day.strftime("%d/%m/%Y")
