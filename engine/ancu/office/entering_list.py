"""A judged list, entered into the register by a process apart, from the receipt of its run."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from ancu import extras
from ancu.errors import Problem
from ancu.messages import message
from ancu.office.asking import Page, RegisterOffice
from ancu.rulebook.values import normalise
from ancu.service.audit import audit
from ancu.service.desk.desk import Desk
from ancu.service.desk.pages import ListRequest
from ancu.service.desk.store import KeptList
from ancu.service.forms import form_of
from ancu.service.problems import HttpError
from ancu.service.settings import KEYS_VARIABLE

Fields = Mapping[str, list[str]]
#: The receipt of a list's run, beside its result.
RECEIPT = "ket-qua.run.json"
#: How long entering a list may take, in seconds.
_LONGEST = 900


def add_list_entering(api: FastAPI, office: RegisterOffice, desk: Desk) -> None:
    """Add the page by which the cases of a judged list are entered."""

    @api.get("/vao-so/danh-sach/{name}", include_in_schema=False)
    async def ask(request: Request, name: str) -> Response:
        kept = ListRequest(office.core, desk, request).judged(name)
        asked = Page(request, office.core.settings.root_path)
        return await office.run(lambda: _page(office, desk, asked, kept, {}))

    @api.post("/vao-so/danh-sach/{name}", include_in_schema=False)
    async def enter(request: Request, name: str) -> Response:
        listed = ListRequest(office.core, desk, request)
        fields = await form_of(request)
        listed.judged(name)
        kept = listed.idle(name)
        asked = Page(request, office.core.settings.root_path)
        told = await _entered(office, desk, asked, kept, fields)
        if told["problems"]:
            return await office.run(lambda: _page(office, desk, asked, kept, fields, told["problems"]))
        audit(request, "enter-list", entries=f"{told['first']}-{told['last']}", left=told["left"])
        return await office.run(lambda: _page(office, desk, asked, kept, fields, done=told))


def _page(
    office: RegisterOffice,
    desk: Desk,
    asked: Page,
    kept: KeptList,
    fields: Fields,
    problems: Sequence[str] = (),
    done: Mapping[str, Any] | None = None,
) -> Response:
    asked.lang = kept.lang
    found = desk.store.read(kept, "summary")
    headers = [column[0] for column in found["columns"]]
    own = [header for header in found["who"][1:] if header]
    likely = [*own, *(header for header in headers if normalise(header) in _communes())]
    said = {name: fields.get(name, [""])[0] for name in ("chuong-trinh", "du-an", "ngay-nop")}
    return office.page(
        asked, "enter_list.html", 422 if problems else 200,
        kept=kept, programmes=found["programmes"], headers=list(dict.fromkeys([*likely, *headers])),
        ticked=fields.get("giu", likely) if fields else likely, said=said, problems=problems, done=done,
        judged=found["judged"],
    )  # fmt: skip


def _communes() -> frozenset[str]:
    """What columns of communes are called: the plan counts by them, where it can be counted here."""
    if not extras.columns():
        return frozenset()
    from ancu.plan.communes import commune_headers

    return commune_headers()


async def _entered(office: RegisterOffice, desk: Desk, asked: Page, kept: KeptList, fields: Fields) -> dict[str, Any]:
    """Have a process enter the list; what it answers: ``problems``, or the numbers of entries and what was left out."""
    settings = office.core.settings
    work = {
        "address": settings.register,
        "rules": settings.rules_dir,
        "by": asked.name,
        "receipt": RECEIPT,
        "programme": fields.get("chuong-trinh", [""])[0] or None,
        "project": fields.get("du-an", [""])[0].strip()[:100] or None,
        "filed_on": fields.get("ngay-nop", [""])[0].strip()[:40] or None,
        "keep": fields.get("giu", []),
        "lang": kept.lang,
    }
    if settings.register is not None and "://" not in settings.register:
        work["address"] = str(Path(settings.register).resolve())
    if settings.rules_dir is not None:
        work["rules"] = str(Path(settings.rules_dir).resolve())
    env = {name: value for name, value in os.environ.items() if name != KEYS_VARIABLE}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-P", "-m", "ancu.office.list_worker", cwd=desk.store.files(kept), env=env,
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    try:
        async with asyncio.timeout(_LONGEST):
            answer, _ = await process.communicate(json.dumps(work).encode())
    except TimeoutError:
        process.kill()
        await process.wait()
        return {"problems": [message("enter_list_too_long", kept.lang)]}
    if process.returncode != 0:
        raise HttpError(503, "register-unavailable", Problem("office_unavailable"), [("retry-after", "10")])
    told: dict[str, Any] = json.loads(answer)
    return told
