"""The register in a browser: its applications, and one of them with all that was entered of it."""

from __future__ import annotations

from typing import Any, Literal

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from ancu import extras
from ancu.errors import Problem
from ancu.messages import message
from ancu.office.asking import Page, RegisterOffice, pages_of, part_of
from ancu.office.due_page import due_line
from ancu.office.entry_told import EntryTold
from ancu.office.live import RegisterNow
from ancu.register.due import due
from ancu.register.entries import VIETNAM, RegisterEntry
from ancu.register.standing import ApplicationStanding, standing_text
from ancu.register.wording import entry_text, said_filing
from ancu.service.audit import audit
from ancu.service.problems import HttpError

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
#: What may be taken away of a decision that holds.
_FILES: dict[str, Literal["notice", "slip"]] = {"thong-bao.docx": "notice", "phieu-hen.docx": "slip"}
#: The states of an application, in the order in which they are chosen from.
STATES = ("pending", "standing", "declined", "revoked")


def add_entries(api: FastAPI, office: RegisterOffice) -> None:
    """Add the pages of the register's applications."""

    @api.get("/so", include_in_schema=False)
    async def applications(request: Request) -> Response:
        asked = Page(request, office.core.settings.root_path)
        return await office.run(lambda: _applications(office, asked))

    @api.get("/so/{number}", include_in_schema=False)
    async def entry(request: Request, number: str) -> Response:
        asked = Page(request, office.core.settings.root_path)
        answer = await office.run(lambda: _entry(office, asked, number))
        audit(request, "read", entry=int(number))
        return answer

    @api.get("/so/{number}/{file}", include_in_schema=False)
    async def notice(request: Request, number: str, file: str) -> Response:
        asked = Page(request, office.core.settings.root_path)
        kind = _FILES.get(file)
        if kind is None or not extras.notices():
            raise HttpError(404, "not-found", Problem("office_no_entry"))

        def made() -> bytes:
            from ancu.office.sending import word_of

            now = office.live.now()
            return word_of(office, now, _one(now, number), kind, asked.lang)

        content = await office.run(made)
        audit(request, kind, entry=int(number))
        name = f"muc-{int(number)}-{file}"
        return Response(content, media_type=_WORD, headers={"content-disposition": f"attachment; filename={name}"})


def _found(now: RegisterNow, number: str) -> RegisterEntry:
    entry = now.entries.get(int(number)) if number.isdecimal() and len(number) < 12 else None
    if entry is None or entry.application is None or entry.application not in now.standing.applications:
        raise HttpError(404, "not-found", Problem("office_no_entry"))
    return entry


def _one(now: RegisterNow, number: str) -> ApplicationStanding:
    """The application that the entry is on; :class:`HttpError` where there is no such entry, or it is on none."""
    return now.standing.applications[_found(now, number).application or ""]


def _applications(office: RegisterOffice, asked: Page) -> Response:
    now = office.live.now()
    written, project, state = asked.get("tim"), asked.get("du-an"), asked.get("hien-trang")
    every = sorted(now.standing.applications.values(), key=lambda one: -one.entered.number)
    found = [
        one
        for one in every
        if (not project or one.project == project)
        and (not state or one.state == state)
        and (not written or _is_called(now, one, written))
    ]
    lines = [_line(office, now, one, asked) for one in part_of(found, asked.number())]
    return office.page(
        asked, "entries.html",
        lines=lines, count=len(found), every=len(every), pages=pages_of(len(found)), page=asked.number(),
        projects=sorted({one.project for one in every if one.project is not None}), states=STATES,
        written=written, project=project, state=state,
    )  # fmt: skip


def _is_called(now: RegisterNow, one: ApplicationStanding, written: str) -> bool:
    """Whether an application is meant by a part of its case's id, or by the number of an entry on it."""
    if written.casefold() in now.case(one).casefold():
        return True
    entry = now.entries.get(int(written)) if written.isdecimal() and len(written) < 12 else None
    return entry is not None and entry.application == one.application


def _line(office: RegisterOffice, now: RegisterNow, one: ApplicationStanding, asked: Page) -> dict[str, Any]:
    project = now.standing.projects.get(one.project or "")
    return {
        "number": one.entered.number,
        "case": now.case(one),
        "programme": one.programme,
        "project": one.project or "",
        "filed": said_filing(one, asked.lang),
        "status": one.status,
        "standing": standing_text(one, project, office.book.procedures, asked.lang),
    }


def _entry(office: RegisterOffice, asked: Page, number: str) -> Response:
    now = office.live.now()
    entry = _found(now, number)
    one = _one(now, number)
    with office.live.register.reading() as reader:
        told = EntryTold(office.book, now, reader, one, entry, asked.lang).told()
    steps = [
        due_line(office, now, step, asked)
        for step in due(now.standing, office.book.procedures, office.today())
        if step.application == one.application or (step.application is None and step.project == one.project)
    ]
    history = [(each, entry_text(each, asked.lang, office.book.procedures)) for each in now.of(one.application)]
    notices = [(file, "office_notice" if kind == "notice" else "office_slip") for file, kind in _FILES.items()]
    sendable = one.decided is not None and one.erased is None
    return office.page(
        asked, "entry.html",
        entry=entry, one=one, steps=steps, zone=VIETNAM, filed=said_filing(one, asked.lang),
        case=now.case(one) or message("register_show_erased", asked.lang, key=one.application),
        standing=standing_text(
            one, now.standing.projects.get(one.project or ""), office.book.procedures, asked.lang
        ),
        history=history, notices=notices if sendable and extras.notices() else [],
        waiting=entry.number in one.waiting, **told,
    )  # fmt: skip
