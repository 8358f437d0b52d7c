"""What is due, by procedure and step, with the entry that it is on; and the same as a calendar."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from ancu.office.asking import Page, RegisterOffice, pages_of, part_of
from ancu.office.live import RegisterNow
from ancu.register.calendar_file import calendar_file
from ancu.register.due import DueStep, due, due_parts
from ancu.service.audit import audit

#: Within how many days a step is soon due.
SOON = 30
#: Which steps are shown: those overdue, those soon due.
_WHEN = ("qua-han", "sap-den")


@dataclass(frozen=True)
class DueChosen:
    """Which steps are asked for: of a project, of one step of a procedure, of some days."""

    project: str
    step: str
    when: str

    @classmethod
    def of(cls, asked: Page) -> DueChosen:
        """What the address says; what it says wrongly chooses nothing."""
        when = asked.get("khi")
        return cls(asked.get("du-an"), asked.get("buoc"), when if when in _WHEN else "")

    def takes(self, one: DueStep, today: date) -> bool:
        """Whether a step is among them."""
        if self.project and one.project != self.project:
            return False
        if self.step and self.step != step_key(one):
            return False
        if self.when == "qua-han":
            return one.overdue(today)
        return not self.when or (not one.overdue(today) and one.day <= today + timedelta(days=SOON))


def step_key(one: DueStep) -> str:
    """What a step is called in an address; that of erasing data has no procedure."""
    return f"{one.procedure}.{one.step}" if one.step is not None else "xoa-du-lieu"


def add_due(api: FastAPI, office: RegisterOffice) -> None:
    """Add the pages of what is due."""

    @api.get("/viec-den-han", include_in_schema=False)
    async def show(request: Request) -> Response:
        asked = Page(request, office.core.settings.root_path)
        return await office.run(lambda: _show(office, asked))

    @api.get("/viec-den-han/lich.ics", include_in_schema=False)
    async def calendar(request: Request) -> Response:
        asked = Page(request, office.core.settings.root_path)

        def made() -> bytes:
            now, today = office.live.now(), office.today()
            chosen = DueChosen.of(asked)
            steps = [one for one in due(now.standing, office.book.procedures, today) if chosen.takes(one, today)]
            return calendar_file(office.book, steps, now.cases, today, asked.lang)

        disposition = "attachment; filename=viec-den-han.ics"
        content = await office.run(made)
        audit(request, "calendar")
        return Response(content, media_type="text/calendar", headers={"content-disposition": disposition})


def _show(office: RegisterOffice, asked: Page) -> Response:
    now, today = office.live.now(), office.today()
    every = due(now.standing, office.book.procedures, today)
    chosen = DueChosen.of(asked)
    found = [one for one in every if chosen.takes(one, today)]
    counted = Counter(_state(one, today) for one in every)
    by_step = Counter(step_key(one) for one in every)
    return office.page(
        asked, "due.html",
        chosen=chosen, counted=counted, count=len(found), pages=pages_of(len(found)), page=asked.number(),
        lines=[due_line(office, now, one, asked) for one in part_of(found, asked.number())],
        projects=sorted({one.project for one in every if one.project is not None}),
        steps=[(key, _step_title(office, key, every, asked), count) for key, count in by_step.most_common()],
        soon=SOON,
    )  # fmt: skip


def _state(one: DueStep, today: date) -> str:
    return "over" if one.overdue(today) else "soon" if one.day <= today + timedelta(days=SOON) else "later"


def _step_title(office: RegisterOffice, key: str, every: list[DueStep], asked: Page) -> str:
    one = next(one for one in every if step_key(one) == key)
    parts = due_parts(office.book, one, asked.lang)
    return parts.title if parts is not None else ""


def due_line(office: RegisterOffice, now: RegisterNow, one: DueStep, asked: Page) -> dict[str, Any]:
    """A step as a table shows it."""
    today = office.today()
    standing = now.standing.applications.get(one.application or "")
    return {
        "on": one.day,
        "kind": "over" if one.overdue(today) else one.limit,
        "days": (today - one.day).days,
        "parts": due_parts(office.book, one, asked.lang),
        "project": one.project,
        "case": now.case(standing) if standing is not None else "",
        "entry": standing.entered.number if standing is not None else None,
    }
