"""The page on which a clerk enters one case: rendered here, no script needed, nothing kept between requests.

The form carries all that was answered; each step asks only what can still matter. Blank answers are passed over and not
asked again, but can be given at any time.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, get_args
from unicodedata import normalize
from urllib.parse import parse_qs

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from ancu.decision.contract import STATUSES
from ancu.decision.deciding import Record
from ancu.decision.model import Decision
from ancu.decision.next_questions import ask_together, next_questions
from ancu.decision.rendering import status_text, title_of
from ancu.errors import NotCoveredError, Problem
from ancu.household.members import COMPLETE, Household, people_of
from ancu.messages import Language, message
from ancu.rulebook.model import FactDef, Programme
from ancu.rulebook.people import APPLICANT, RELATION
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import ValueProblem, parse, parse_date
from ancu.service import page_members
from ancu.service.bounds import LONGEST_TEXT, MOST_MEMBERS
from ancu.service.case import RequestedCase, choices_between, decisions_on
from ancu.service.core import Core
from ancu.service.guard import body_of
from ancu.service.page_members import AT_ONCE, SOMEBODY, PageMembers, split
from ancu.service.problems import HttpError
from ancu.service.schemas import FactOut
from ancu.service.templates import policy, render

#: What a list's own box for "none of these" sends, and the fields that are not facts.
NOTHING = "-"
FACT = "f."
CONFIRMED = "c."
AUDIENCES: tuple[str, ...] = get_args(get_args(Programme.model_fields["audience"].annotation)[0])


def add_pages(api: FastAPI, core: Core) -> None:
    """Add the page to the service."""

    @api.get("/", include_in_schema=False)
    async def start(request: Request) -> Response:
        return _page(core, PageForm(lang=_lang(request.query_params.get("lang"))))

    @api.post("/", include_in_schema=False)
    async def step(request: Request) -> Response:
        # A form on another site, or a neighbour's, must not make this one decide, and write its log, in a clerk's name.
        if request.headers.get("sec-fetch-site", "none") not in ("same-origin", "none"):
            raise HttpError(403, "cross-site", Problem("http_cross_site"))
        content = await body_of(request, ("application/x-www-form-urlencoded",))
        try:
            fields = parse_qs(content.decode(), keep_blank_values=True, max_num_fields=2_000, errors="strict")
        except ValueError as error:
            raise HttpError(400, "malformed", Problem("http_malformed")) from error
        return await core.judge(
            lambda: _page(core, PageForm.of(core.book, fields), request.state.request_id, request.state.key)
        )


def _lang(written: str | None) -> Language:
    return "en" if written == "en" else "vi"


@dataclass
class PageForm:
    """What the form holds: the case, and what was answered, as written. ``asked`` are the facts it had fields for.

    A fact that was ``offered`` to be answered beside others counts as asked where it was.
    """

    lang: Language = "vi"
    begun: bool = False
    finish: bool = False
    case: str = ""
    as_of: str = ""
    scope: str = ""
    answers: dict[str, list[str]] = field(default_factory=dict)
    #: The text of each answer that the clerk has confirmed, however unusual it is.
    confirmed: dict[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    members: PageMembers = field(default_factory=PageMembers)

    @classmethod
    def of(cls, book: Rulebook, fields: Mapping[str, list[str]]) -> PageForm:
        def one(name: str) -> str:
            return fields.get(name, [""])[0].strip()[:LONGEST_TEXT]

        offered = frozenset(fields.get("offered", ()))
        # Whoever turns to the members has not passed over what was being asked.
        put_off = fields.get("shown", ()) if one("do").startswith(page_members.BUTTONS) else ()
        offered |= frozenset(put_off)
        named = frozenset(fields.get("asked", ())).difference(put_off)
        members = PageMembers.of(book, fields)
        answers: dict[str, list[str]] = {}
        asked: list[str] = []
        for name in (*book.facts, *members.names(book)):
            if name in named or name in offered:
                written = [text.strip()[: LONGEST_TEXT + 1] for text in fields.get(FACT + name, ()) if text.strip()]
                if written:
                    answers[name] = written
                if written or name in named:
                    asked.append(name)
        confirmed = {name: one(CONFIRMED + name) for name in asked if CONFIRMED + name in fields}
        form = cls(
            lang=_lang(one("lang")), begun=True, finish=one("do") == "finish", case=normalize("NFC", one("case")),
            as_of=one("as_of"), scope=one("scope"), answers=answers, confirmed=confirmed, asked=asked, members=members,
        )  # fmt: skip
        if book.people is not None:
            form._press(book, one("do"))
        return form

    def _press(self, book: Rulebook, button: str) -> None:
        """Do what was pressed of the members, and what the answer that somebody else belongs to them asks for."""
        before = bool(self.members.keys)
        if self.answers.get(COMPLETE) == [SOMEBODY]:
            del self.answers[COMPLETE]
            self.asked.remove(COMPLETE)
            button = page_members.ADD if button in ("next", "") else button
        self.members.press(button)
        after = bool(self.members.keys)
        if before != after:
            fields = page_members.moved(book, after)
            self.answers = {fields.get(name, name): written for name, written in self.answers.items()}
            self.confirmed = {fields.get(name, name): written for name, written in self.confirmed.items()}
            self.asked = [fields.get(name, name) for name in self.asked]
        known = {*book.facts, *self.members.names(book)}
        self.asked = [name for name in self.asked if name in known]
        self.answers = {name: written for name, written in self.answers.items() if name in known}


@dataclass
class _View:
    """What the template shows."""

    form: PageForm
    day: date
    programmes: list[str]
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
    done: bool = False


def _page(core: Core, form: PageForm, request_id: str = "", key: str | None = None) -> Response:
    view = _view(core, form, request_id, key)
    book, lang = core.book, form.lang
    texts = [decision.texts(lang) for decision in view.decisions] if view.done else []
    html = render(
        "page.html",
        root=core.settings.root_path,
        view=view,
        form=form,
        lang=lang,
        text=lambda key, **values: message(key, lang, **values),
        fact=lambda name: _field(page_members.fact_of_field(book, form.members, view.household, name, lang)),
        options=lambda fact: _options(fact, lang),
        receipt=_receipt(view.decisions, lang),
        shown=lambda name, value: page_members.shown(book, name, value, lang),
        member=lambda key: _member(book, view, key),
        heading=_heading(book, view),
        rest=_rest(view),
        carried=_carried(view),
        may_list=book.people is not None,
        may_add=len(form.members.keys) < MOST_MEMBERS,
        explained=list(zip(view.decisions, texts, strict=True)) if view.done else [],
        choices=choices_between(book, view.decisions, lang) if view.done else [],
        status_text=lambda decision: status_text(decision, lang),
        title=lambda name: title_of(book, name, lang),
        scopes=_scopes(book, view.day, lang),
        today=_written(date.today()),
        day_text=_written(view.day),
        digest=book.digest[:12],
        nothing=NOTHING,
        prefix=FACT,
        confirming=CONFIRMED,
        labelling=page_members.LABEL,
    )
    headers = {"content-security-policy": policy(), "content-language": lang}
    return Response(html, 422 if view.errors else 200, headers, media_type="text/html")


def _view(core: Core, form: PageForm, request_id: str, key: str | None) -> _View:
    book = core.book
    errors: dict[str, str] = {}
    day = date.today()
    if form.as_of:
        try:
            day = parse_date(form.as_of)
        except ValueProblem as problem:
            errors["as_of"] = problem.text(form.lang)
    facts: dict[str, Any] = {}
    unusual: dict[str, Any] = {}
    born: dict[str, tuple[int, int]] = {}
    for name, written in form.answers.items():
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
    programmes, named = _programmes(book, form.scope, day)
    household = form.members.household(book, facts, born) if form.members.keys else None
    years = {name: form.answers[name][0] for name in born}
    view = _View(form, day, programmes, errors, facts | years, unusual, household)
    if form.members.open is not None:
        _enter(book, view, form.members.open)
    if not form.begun or errors or form.members.open is not None:
        entered = {*view.entering, *view.besides}
        view.asking = [name for name in form.asked if name in errors and name not in entered]
        return view
    stated = {name: value for name, value in facts.items() if name in book.facts}
    case = RequestedCase(Record(stated, form.case or None, None, household), tuple(programmes), named, day)
    try:
        decisions, _ = decisions_on(book, case)
    except NotCoveredError as error:
        errors["as_of"] = error.text(form.lang)
        return view
    passed = {name for name in form.asked if name not in view.facts}
    name_of = form.members.name_of
    open_ = [question for question in next_questions(decisions, details=True) if name_of(question) not in passed]
    view.left = len(open_)
    view.done = form.finish or not open_
    if view.done:
        decisions, _ = core.decide(case, request_id, key)
    else:
        view.asking = [name_of(question) for question in ask_together(decisions, open_)]
    view.decisions = sorted(decisions, key=lambda decision: _ORDER[decision.status])
    return view


_ORDER = {status: i for i, status in enumerate(("eligible", "undetermined", "ineligible", "not_in_force"))}
assert set(_ORDER) == set(STATUSES)


def _enter(book: Rulebook, view: _View, key: str) -> None:
    """Show the fields of the member ``key``: what is known of him, or was asked; and what else can matter."""
    form = view.form
    names = page_members.fields_of(book, form.members, view.programmes, key)
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


def _rest(view: _View) -> list[str]:
    """The facts of the record that were asked before."""
    return [name for name in view.form.asked if name not in view.asking and split(name)[0] is None and name != COMPLETE]


def _carried(view: _View) -> list[str]:
    """What was asked of members before, and has no field that is shown now."""
    shown = {*view.asking, *view.entering, *view.besides}
    return [name for name in view.form.asked if name not in shown and split(name)[0] is not None]


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


def _programmes(book: Rulebook, scope: str, day: date) -> tuple[list[str], bool]:
    """The programmes that the clerk chose, and whether one by name; else those in force on the day."""
    if scope in book.programmes:
        return [scope], True
    in_force = [
        name
        for name, programme in book.programmes.items()
        if programme.in_force_on(day) and (scope not in AUDIENCES or scope in programme.audience)
    ]
    return in_force, False


def _scopes(book: Rulebook, day: date, lang: Language) -> dict[str, list[tuple[str, str]]]:
    """What the clerk may choose to have decided, in groups: many programmes at once, or one."""
    titles: list[tuple[str, str, bool]] = [
        (name, programme.title[lang], programme.in_force_on(day)) for name, programme in book.programmes.items()
    ]
    groups = {
        "page_scope_many": [(name, message(f"page_audience_{name}", lang)) for name in AUDIENCES],
        "page_scope_open": [(name, title) for name, title, in_force in titles if in_force],
        "page_scope_closed": [(name, title) for name, title, in_force in titles if not in_force],
    }
    return {message(key, lang): items for key, items in groups.items()}


def _field(fact: FactOut) -> dict[str, Any]:
    # Under another name than a mapping's own "values".
    return {**fact.model_dump(exclude={"values"}), "choices": fact.values}


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
