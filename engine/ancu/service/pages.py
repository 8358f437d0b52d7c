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
from ancu.messages import Language, message
from ancu.rulebook.model import Programme
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import ValueProblem, format_value, parse, parse_date
from ancu.service import descriptions
from ancu.service.bounds import LONGEST_TEXT
from ancu.service.case import RequestedCase, choices_between, decisions_on
from ancu.service.core import Core
from ancu.service.guard import body_of
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
    """What the form holds: the case, and what was answered, as written. ``asked`` are the facts it had fields for."""

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

    @classmethod
    def of(cls, book: Rulebook, fields: Mapping[str, list[str]]) -> PageForm:
        def one(name: str) -> str:
            return fields.get(name, [""])[0].strip()[:LONGEST_TEXT]

        named = frozenset(fields.get("asked", ()))
        asked = [name for name in book.facts if name in named]
        answers = {
            name: written
            for name in asked
            if (written := [text.strip()[: LONGEST_TEXT + 1] for text in fields.get(FACT + name, ()) if text.strip()])
        }
        confirmed = {name: one(CONFIRMED + name) for name in asked if CONFIRMED + name in fields}
        return cls(
            lang=_lang(one("lang")), begun=True, finish=one("do") == "finish", case=normalize("NFC", one("case")),
            as_of=one("as_of"), scope=one("scope"), answers=answers, confirmed=confirmed, asked=asked,
        )  # fmt: skip


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
        fact=lambda name: _field(descriptions.fact_out(book, name, lang)),
        options=lambda fact: _options(fact, lang),
        receipt=_receipt(view.decisions, lang),
        shown=lambda name, value: _shown(book, name, value, lang),
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
    for name, written in form.answers.items():
        try:
            value = _parse(book, name, written)
        except ValueProblem as problem:
            if problem.confirmable:
                value = unusual[name] = parse(book.facts[name], written[0], confirmed=True)
            if not problem.confirmable or form.confirmed.get(name) != written[0]:
                errors[name] = problem.text(form.lang)
                continue
        if value is not None:
            facts[name] = value
    programmes, named = _programmes(book, form.scope, day)
    view = _View(form, day, programmes, errors, facts, unusual)
    if not form.begun or errors:
        view.asking = [name for name in form.asked if name in errors]
        return view
    case = RequestedCase(Record(facts, form.case or None), tuple(programmes), named, day)
    try:
        decisions, _ = decisions_on(book, case)
    except NotCoveredError as error:
        errors["as_of"] = error.text(form.lang)
        return view
    passed = {name for name in form.asked if name not in facts}
    open_ = [question for question in next_questions(decisions, details=True) if question.fact not in passed]
    view.left = len(open_)
    view.done = form.finish or not open_
    if view.done:
        decisions, _ = core.decide(case, request_id, key)
    else:
        view.asking = [question.fact for question in ask_together(decisions, open_)]
    view.decisions = sorted(decisions, key=lambda decision: _ORDER[decision.status])
    return view


_ORDER = {status: i for i, status in enumerate(("eligible", "undetermined", "ineligible", "not_in_force"))}
assert set(_ORDER) == set(STATUSES)


def _parse(book: Rulebook, name: str, written: list[str]) -> Any:
    fact = book.facts[name]
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


def _shown(book: Rulebook, name: str, value: Any, lang: Language) -> str:
    fact = book.facts[name]
    unit = fact.unit[lang] if fact.unit is not None else None
    return format_value(value, book.types[name], unit, lang, fact.values)


def _written(day: date) -> str:
    return day.strftime("%d/%m/%Y")
