"""The pages of the law: what there is, one name, a search, and what changed from one day to another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, cast
from urllib.parse import urlencode

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from ancu.errors import Problem
from ancu.handbook.comparison import headline
from ancu.handbook.statements import Kind
from ancu.messages import Language, message
from ancu.rulebook.values import ValueProblem, day_text, parse_date
from ancu.service.core import Core
from ancu.service.law.catalogue import KINDS, SLUGS, Catalogue, LawLink, address_of
from ancu.service.law.charts import figure_charts, periods_chart
from ancu.service.problems import HttpError
from ancu.service.wide import number_text, wide_page

#: How many entries a search shows, and how much of what is written it looks at.
_FOUND, _LETTERS = 60, 100


def add_law(api: FastAPI, core: Core) -> None:
    """Add the pages of the law to the service."""
    catalogue = Catalogue(core.book)

    @api.get("/luat", include_in_schema=False)
    async def law(request: Request) -> Response:
        return await core.judge(lambda: _home(core, catalogue, _Query.of(request)))

    @api.get("/luat/thay-doi", include_in_schema=False)
    async def changed(request: Request) -> Response:
        return await core.judge(lambda: _changes(core, catalogue, _Query.of(request)))

    @api.get("/luat/{slug}", include_in_schema=False)
    async def kind(request: Request, slug: str) -> Response:
        if slug not in KINDS:
            raise HttpError(404, "not-found", Problem("law_unknown"))
        return await core.judge(lambda: _kind(core, catalogue, _Query.of(request), KINDS[slug]))

    @api.get("/luat/{slug}/{name}", include_in_schema=False)
    async def entry(request: Request, slug: str, name: str) -> Response:
        if slug not in KINDS or (KINDS[slug], name) not in catalogue.entries("vi"):
            raise HttpError(404, "not-found", Problem("law_unknown"))
        return await core.judge(lambda: _entry(core, catalogue, _Query.of(request), KINDS[slug], name))


@dataclass(frozen=True)
class _Query:
    """What an address asks for."""

    lang: Language
    path: str
    said: dict[str, str]

    @classmethod
    def of(cls, request: Request) -> _Query:
        said = dict(request.query_params)
        lang: Language = "en" if said.get("lang") == "en" else "vi"
        return cls(lang, request.scope["path"], said)

    def day(self, name: str, problems: list[str]) -> date | None:
        """The day that is asked for; one that cannot be read is told."""
        written = self.said.get(name, "").strip()[:40]
        if not written:
            return None
        try:
            return parse_date(written)
        except ValueProblem as problem:
            problems.append(problem.text(self.lang))
            return None

    def in_other_language(self, root: str) -> str:
        other = {**self.said, "lang": "en" if self.lang == "vi" else "vi"}
        return f"{root}{self.path}?{urlencode(other)}"


def _page(core: Core, query: _Query, template: str, status: int = 200, **values: Any) -> Response:
    root, lang = core.settings.root_path, query.lang
    return wide_page(
        core, template, lang, status,
        other_language=query.in_other_language(root), slugs=SLUGS,
        number=lambda count: number_text(count, lang), day_text=lambda day: day_text(day, lang),
        to=lambda kind, name: f"{root}{address_of(kind, name)}?lang={lang}", **values,
    )  # fmt: skip


def _home(core: Core, catalogue: Catalogue, query: _Query) -> Response:
    lang = query.lang
    written = query.said.get("q", "").strip()[:_LETTERS]
    found = catalogue.search(written, lang)
    counts = {kind: len(catalogue.of_kind(kind, lang)) for kind in SLUGS}
    today = date.today()
    programmes = [
        (entry, core.book.programmes[entry.name].in_force_on(today)) for entry in catalogue.of_kind("programme", lang)
    ]
    return _page(
        core, query, "law/home.html",
        q=written, found=found[:_FOUND], count=len(found), counts=counts,
        programmes=sorted(programmes, key=lambda pair: not pair[1]), days=catalogue.days[:12], today=today,
    )  # fmt: skip


def _kind(core: Core, catalogue: Catalogue, query: _Query, kind: Kind) -> Response:
    return _page(core, query, "law/kind.html", kind=kind, entries=catalogue.of_kind(kind, query.lang))


def _entry(core: Core, catalogue: Catalogue, query: _Query, kind: Kind, name: str) -> Response:
    lang, problems, book = query.lang, cast("list[str]", []), core.book
    day = query.day("ngay", problems)
    today = day or date.today()
    entry = catalogue.entries(lang)[kind, name]
    on_day = catalogue.on(lang, day).get((kind, name)) if day is not None and kind != "question" else None
    timeline = catalogue.timeline(kind, name, lang, today)
    charts = figure_charts(book, name, lang, today) if kind == "figure" else []
    if kind == "programme":
        charts = [("", periods_chart([opening.period for opening in book.programmes[name].periods], lang, today))]
    return _page(
        core, query, "law/entry.html", 422 if problems else 200,
        kind=kind, entry=entry, day=day, on_day=on_day, timeline=timeline if len(timeline) > 1 else [],
        charts=charts, problems=problems, related=_related(core, catalogue, kind, name, lang),
        written_day=query.said.get("ngay", ""),
    )  # fmt: skip


def _related(
    core: Core, catalogue: Catalogue, kind: Kind, name: str, lang: Language
) -> list[tuple[str, list[LawLink]]]:
    """What a name hangs together with, under headings."""
    known = catalogue.entries(lang)

    def named(of: Kind, names: list[str]) -> list[LawLink]:
        return [LawLink(of, one, known[of, one].title) for one in names if (of, one) in known]

    def asked(names: list[str]) -> list[LawLink]:
        return [LawLink("question", one, core.book.questions[one].text[lang]) for one in names]

    raised = [q for q, raisers in core.book.raised.items() if name in raisers]
    groups: list[tuple[str, list[LawLink]]] = []
    if kind == "instrument":
        groups.append(("law_cited_by", catalogue.links(catalogue.cited_by(name), lang)))
    elif kind == "question":
        groups.append(("law_raised_by", catalogue.links(list(core.book.raised[name]), lang)))
    else:
        groups.append(("law_reads", catalogue.links(catalogue.reads(name), lang)))
        groups.append(("law_read_by", catalogue.links(catalogue.read_by(name), lang)))
        groups.append(("law_programmes", catalogue.links(catalogue.programmes_of(name), lang)))
        groups.append(("law_cites", named("instrument", catalogue.cites(name))))
        groups.append(("law_questions", asked(raised)))
    return [(message(key, lang), links) for key, links in groups if links]


def _changes(core: Core, catalogue: Catalogue, query: _Query) -> Response:
    lang, problems = query.lang, cast("list[str]", [])
    day, before, after = (query.day(name, problems) for name in ("ngay", "tu", "den"))
    if day is not None:
        before, after = day - timedelta(days=1), day
    found = None
    if not problems and before is not None and after is not None:
        found = catalogue.changed(before, after, lang)
    groups: dict[str, list[Any]] = {}
    for change in found or ():
        groups.setdefault(change.statement.kind, []).append((change, headline(change, lang)))
    shared = {
        name: [core.book.programmes[one].title[lang] for one in catalogue.programmes_of(name)]
        for name in {change.statement.name for change in found or ()}
    }
    return _page(
        core, query, "law/changes.html", 422 if problems else 200,
        problems=problems, found=found, groups=groups, before=before, after=after, day=day, days=catalogue.days,
        shared=shared, said=query.said, today=date.today(),
    )  # fmt: skip
