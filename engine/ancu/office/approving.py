"""What waits for a second person: looked at, approved or returned, one by one or several together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from ancu.errors import RegisterError
from ancu.messages import message
from ancu.office.asking import Page, RegisterOffice, pages_of, part_of, refused
from ancu.office.live import RegisterNow, WaitingEntry
from ancu.register import acts
from ancu.register.entries import VIETNAM, Decided
from ancu.register.store import RegisterReader, RegisterWriter
from ancu.register.wording import entry_text
from ancu.service.forms import form_of

#: How many reasons a line of the list tells; the others stand on the page of the entry.
_REASONS = 2
Fields = Mapping[str, list[str]]


def add_approving(api: FastAPI, office: RegisterOffice) -> None:
    """Add the pages on which entries are approved."""

    @api.get("/cho-duyet", include_in_schema=False)
    async def waiting(request: Request) -> Response:
        asked = Page(request, office.core.settings.root_path)
        return await office.run(lambda: _waiting(office, asked))

    @api.post("/cho-duyet", include_in_schema=False)
    async def approve(request: Request) -> Response:
        asked = Page(request, office.core.settings.root_path)
        fields = await form_of(request)
        return await office.run(lambda: _approve(office, asked, fields))


def _approve(office: RegisterOffice, asked: Page, fields: Fields) -> Response:
    """Approve the entries that were ticked, or return them: all of them or none."""
    decline = fields.get("do") == ["return"]
    why = fields.get("why", [""])[0].strip()
    ticked = fields.get("muc", [])

    def act(writer: RegisterWriter) -> list[int]:
        numbers = list(acts.numbers(ticked))
        return [acts.approve(writer, number, why or None, decline=decline).number for number in numbers]

    if not ticked:
        return _waiting(office, asked, fields, [message("approve_none_ticked", asked.lang)])
    try:
        made = office.act(asked.request, "decline" if decline else "approve", act)
    except RegisterError as error:
        return _waiting(office, asked, fields, refused(error, asked.lang))
    parts = {name: asked.get(name) for name in ("du-an", "loai")}
    return asked.go("/cho-duyet", **parts, **{"tra" if decline else "duyet": len(made)})


def _waiting(
    office: RegisterOffice, asked: Page, fields: Fields | None = None, problems: Sequence[str] = ()
) -> Response:
    now = office.live.now()
    every = list(now.waiting())
    project, kind = asked.get("du-an"), asked.get("loai")
    found = [
        each
        for each in every
        if (not project or each.one.project == project) and (not kind or each.entry.act.kind == kind)
    ]
    shown = part_of(found, asked.number())
    with office.live.register.reading() as reader:
        lines = [waiting_line(office, now, reader, each, asked) for each in shown]
    done = {name: asked.number(name) for name in ("duyet", "tra") if asked.get(name)}
    return office.page(
        asked, "approving.html", 422 if problems else 200,
        lines=lines, count=len(found), pages=pages_of(len(found)), page=asked.number(), problems=problems, done=done,
        projects=sorted({each.one.project for each in every if each.one.project is not None}),
        kinds=sorted({each.entry.act.kind for each in every}), project=project, kind=kind,
        ticked=set((fields or {}).get("muc", ())), why=(fields or {}).get("why", [""])[0],
    )  # fmt: skip


def waiting_line(
    office: RegisterOffice, now: RegisterNow, reader: RegisterReader, each: WaitingEntry, asked: Page
) -> dict[str, Any]:
    """An entry that waits, as a table shows it."""
    entry, one = each.entry, each.one
    reasons: list[str] = []
    if isinstance(entry.act, Decided):
        data = reader.personal(entry.act.person.ref)
        reasons = data.read()["texts"].get(asked.lang, []) if data is not None else []
    decision = entry.act.decision if isinstance(entry.act, Decided) else one.latest.decision
    return {
        "number": entry.number,
        "text": entry_text(entry, asked.lang, office.book.procedures),
        "status": str(decision["status"]),
        "case": now.case(one),
        "programme": one.programme,
        "project": one.project or "",
        "by": entry.by,
        "at": entry.at.astimezone(VIETNAM),
        "own": acts.same_person(entry.by, asked.name),
        "reasons": reasons[:_REASONS],
        "more": max(len(reasons) - _REASONS, 0),
    }
