"""A plan counted from the register as it stands: figures, tables and charts of ``ancu plan``, by commune and quarter.

Nobody's data are on it: numbers alone, so that whoever may see the plan may see all of it.
"""

from __future__ import annotations

import threading
from collections import Counter, OrderedDict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from fastapi import FastAPI
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from ancu.messages import Language, message
from ancu.office.asking import Page, RegisterOffice
from ancu.office.live import RegisterNow
from ancu.plan.cases import cases_of
from ancu.plan.communes import Communes, commune_headers, units_of
from ancu.plan.figures import PlanReport, report_of
from ancu.plan.of_register import judged_of_register
from ancu.plan.page import PageCell, PlanPage
from ancu.plan.tables import ReportTable, day_text
from ancu.plan.work import work_of_entries
from ancu.register.entries import RegisterEntry
from ancu.register.standing import ApplicationStanding, standing_of
from ancu.rulebook.values import ValueProblem, normalise, parse_date
from ancu.service.visitor import visiting

#: How many reports are remembered while nothing is added to the register.
_REMEMBERED = 16
#: The table of a report that tells of lists, which there are none of here.
_OF_LISTS = "parts"
#: The states of applications that a plan does not count, in the order in which the page tells them.
_LEFT = ("pending", "declined", "revoked")


@dataclass(frozen=True)
class PlanChosen:
    """Which report is asked for: of which plan, up to which day, of which project and commune; "" for all."""

    plan: str
    day: date
    project: str = ""
    commune: str = ""
    problem: str = ""


class LivePlans:
    """Plans counted from a register, each report made once for each state of it."""

    def __init__(self, office: RegisterOffice) -> None:
        self.office, self.book = office, office.book
        self._lock = threading.Lock()
        self._made: OrderedDict[tuple[str, PlanChosen, Language], tuple[PlanReport, Counter[str]]] = OrderedDict()
        #: The commune that each application's data name, by the key of these data.
        self._said: dict[str, str | None] = {}

    def chosen(self, asked: Page, now: RegisterNow) -> PlanChosen:
        """What the address asks for; without a plan, that of which the register has most."""
        plans, today = self.book.plans, self.office.today()
        held = Counter(one.programme for one in now.standing.applications.values())
        known = max(plans, key=lambda name: sum(held[programme] for programme in plans[name].programmes))
        name = asked.get("ke-hoach")
        day, problem = today, ""
        if written := asked.get("den-ngay"):
            try:
                day = min(parse_date(written), today)
            except ValueProblem as found:
                problem = found.text(asked.lang)
        return PlanChosen(name if name in plans else known, day, asked.get("du-an"), asked.get("xa"), problem)

    def report(self, now: RegisterNow, chosen: PlanChosen, lang: Language) -> tuple[PlanReport, Counter[str]]:
        """The report, and how many applications it leaves out by their state."""
        key = (now.link, chosen, lang)
        with self._lock:
            if key not in self._made:
                self._made[key] = self._report(now, chosen, lang)
                while len(self._made) > _REMEMBERED:
                    self._made.popitem(last=False)
            return self._made[key]

    def _report(self, now: RegisterNow, chosen: PlanChosen, lang: Language) -> tuple[PlanReport, Counter[str]]:
        plan = self.book.plans[chosen.plan]
        entries = [entry for entry in now.entries.values() if entry.day <= chosen.day]
        applications = [
            one
            for one in standing_of(entries).applications.values()
            if not chosen.project or one.project == chosen.project
        ]
        keys = {one.application for one in applications}
        communes = Communes(units_of(self.book, plan))
        said = self.communes_said(now, applications)
        found = judged_of_register(plan, applications, now.cases, said, communes, chosen.day, chosen.commune or None)
        work = work_of_entries(self._of(entries, keys), now.cases, plan.programmes)
        year = chosen.day.year
        counted = cases_of(self.book, plan, found.judged, work, communes, year)
        if chosen.commune:
            counted.unmatched = []  # of other communes
        return report_of(self.book, plan, found.judged, counted, communes, year, lang, quarters=True), found.states

    @staticmethod
    def _of(entries: Iterable[RegisterEntry], keys: set[str]) -> list[RegisterEntry]:
        return [entry for entry in entries if entry.application in keys]

    def communes_said(self, now: RegisterNow, applications: Iterable[ApplicationStanding]) -> dict[str, str]:
        """The commune that the cells kept with each application name, by the application's key."""
        headers = commune_headers()
        refs = {one.application: one.latest.person.ref for one in applications if one.application in now.cases}
        unread = [ref for ref in refs.values() if ref not in self._said]
        if unread:
            with self.office.live.register.reading() as reader:
                for ref in unread:
                    data = reader.personal(ref)
                    kept: Mapping[str, str] = data.read()["kept"] if data is not None else {}
                    self._said[ref] = next((cell for name, cell in kept.items() if normalise(name) in headers), None)
        return {key: cell for key, ref in refs.items() if (cell := self._said[ref]) is not None}


def add_plan(api: FastAPI, office: RegisterOffice) -> None:
    """Add the page of the plan."""
    plans = LivePlans(office)

    @api.get("/ke-hoach", include_in_schema=False)
    async def show(request: Request) -> Response:
        asked = Page(request, office.core.settings.root_path)
        return await office.run(lambda: _show(office, plans, asked))


def _show(office: RegisterOffice, plans: LivePlans, asked: Page) -> Response:
    now = office.live.now()
    chosen = plans.chosen(asked, now)
    report, states = plans.report(now, chosen, asked.lang)
    page = PlanPage(report, None, None)
    every = list(now.standing.applications.values())
    return office.page(
        asked, "plan.html", 422 if chosen.problem else 200,
        chosen=chosen, report=report, tiles=list(page.tiles()),
        parts=list(_parts(page, asked.lang)),
        plans=[(name, plan.title[asked.lang]) for name, plan in office.book.plans.items()],
        projects=sorted({one.project for one in every if one.project is not None}),
        communes=_communes(report, plans, now, every, asked), days=list(_days(report.day, office.today(), asked.lang)),
        left=[(message(f"plan_left_{state}", asked.lang), states[state]) for state in _LEFT if states[state]],
        day_said=day_text(report.day, asked.lang), to_approve=visiting.get().may_open("/cho-duyet"),
    )  # fmt: skip


def _parts(page: PlanPage, lang: Language) -> Iterator[tuple[ReportTable, list[list[PageCell]], Markup]]:
    """The tables as the page shows them: those of lists left out, and communes in which nobody is in need."""
    for table, rows, chart in page.parts():
        if table.kind == _OF_LISTS:
            continue
        if table.kind == "communes":
            kept = [row for row, cells in zip(rows, table.rows, strict=True) if cells[1].number] or rows[-1:]
            none = len(rows) - len(kept)
            notes = (*table.notes, message("plan_live_no_need", lang, count=none)) if none else table.notes
            totals = frozenset({len(kept) - 1})
            table, rows = replace(table, totals=totals, notes=notes), kept
        yield table, rows, Markup(chart)  # noqa: S704 - the room of charts drew it, and escapes all it is given


def _communes(
    report: PlanReport, plans: LivePlans, now: RegisterNow, every: list[ApplicationStanding], asked: Page
) -> list[tuple[str, str]]:
    """The communes that the register names, each by its code or as it is said."""
    found: dict[str, str] = {}
    for written in plans.communes_said(now, every).values():
        code = report.communes_of.find(written)
        said = " ".join(written.split())
        found.setdefault(code or said, report.communes_of.name(code, asked.lang) if code is not None else said)
    return sorted(found.items(), key=lambda one: one[1])


def _days(shown: date, today: date, lang: Language) -> Iterator[tuple[str, str, bool]]:
    """The ends of the quarters of the year and of the year before, up to today, as links lead to them."""
    for year in (today.year - 1, today.year):
        for quarter, (month, last) in enumerate(((3, 31), (6, 30), (9, 30), (12, 31)), 1):
            day = date(year, month, last)
            if day < today:
                named = message("plan_quarter", lang, quarter=quarter, year=year)
                yield f"{day:%d/%m/%Y}", named, day == shown
    yield "", message("plan_today", lang), shown == today
