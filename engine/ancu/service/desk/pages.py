"""The pages of lists: one is sent, seen as it was understood, judged, looked through, mended, taken away."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from contextvars import copy_context
from datetime import date
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import quote

from fastapi import FastAPI
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response

from ancu.errors import Problem
from ancu.messages import Language, message
from ancu.rulebook.references import facts_read
from ancu.screening.jobs.receipt import SUFFIX
from ancu.screening.lists.corrections import read_corrections
from ancu.screening.results.corrections_file import corrections_text
from ancu.screening.template import template_workbook
from ancu.service.core import Core
from ancu.service.desk import views
from ancu.service.desk.confirming import confirmed
from ancu.service.desk.desk import Desk, disk_full
from ancu.service.desk.rows import KeptRows
from ancu.service.desk.store import CHANGES, CORRECTIONS, MAPPING, RESULT, KeptList
from ancu.service.desk.uploads import LIST_SUFFIXES, RESULT_SUFFIXES, is_full, safe_name, save, sent_file
from ancu.service.forms import form_of
from ancu.service.problems import HttpError

Answer = TypeVar("Answer")
#: What may be taken away, by the name in its address, and as what a browser should take it.
_AWAY = {
    RESULT: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    CHANGES: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    f"{Path(RESULT).stem}{SUFFIX}": "application/json",
    MAPPING: "application/yaml",
    CORRECTIONS: "text/csv; charset=utf-8",
}


def add_desk(api: FastAPI, core: Core, desk: Desk) -> None:
    """Add the pages of lists to the service."""
    _add_sending(api, core, desk)
    _add_understanding(api, core, desk)
    _add_results(api, core, desk)
    _add_mending(api, core, desk)
    _add_comparing(api, core, desk)


class ListRequest:
    """A request about a list: whose it is, and where answers lead."""

    def __init__(self, core: Core, desk: Desk, request: Request) -> None:
        if not desk.open:
            raise HttpError(404, "not-found", Problem("desk_closed"))
        self.core, self.desk, self.request = core, desk, request
        client = request.client.host if request.client is not None else ""
        self.owner = request.state.key or client or "-"
        self._name = ""

    def kept(self, name: str) -> KeptList:
        """The list of that id; :class:`HttpError` for one that is not held, or is another's."""
        kept = self.desk.store.get(name)
        # Without keys an id is all that one has to show; with keys it is of the key that sent the list.
        if kept is None or (self.request.state.key is not None and kept.owner != self.owner):
            raise self._gone()
        self._name = name
        return kept

    def _gone(self) -> HttpError:
        return HttpError(404, "not-found", Problem("desk_gone", {"minutes": self.desk.settings.keep_lists}))

    def own(self) -> list[KeptList]:
        """The lists of the key that asks, the latest first; without keys nobody is known."""
        if self.request.state.key is None:
            return []
        held = (kept for kept in self.desk.store.all() if kept.owner == self.owner)
        return sorted(held, key=lambda kept: -kept.created)

    def judged(self, name: str) -> KeptList:
        """The same, which has a result."""
        kept = self.kept(name)
        if not kept.judged:
            raise HttpError(404, "not-found", Problem("desk_not_judged"))
        return kept

    def idle(self, name: str) -> KeptList:
        """The same, with which nothing is being done."""
        kept = self.kept(name)
        if kept.busy:
            raise HttpError(409, "desk-busy", Problem("desk_busy"))
        return kept

    def go(self, kept: KeptList, rest: str = "") -> Response:
        """Have the browser show another page of the list."""
        return RedirectResponse(f"{self.core.settings.root_path}/danh-sach/{kept.id}{rest}", 303)

    async def fields(self) -> dict[str, list[str]]:
        """What a form says."""
        return await form_of(self.request)

    async def beside(self, work: Callable[[], Answer]) -> Answer:
        """Run what reads or writes files off the loop; a full disk is told in plain words."""
        try:
            return await asyncio.get_running_loop().run_in_executor(None, copy_context().run, work)
        except OSError as error:
            raise (disk_full() if is_full(error) else error) from error
        except (sqlite3.Error, TypeError) as error:
            # What was being read may have been erased meanwhile.
            if self._name and self.desk.store.get(self._name) is None:
                raise self._gone() from error
            raise


def _kept(desk: Desk, owner: str, file: UploadFile, lang: Language, most: int) -> KeptList:
    """Take a list that was sent, whole or not at all, and have its columns read."""
    desk.check_room(owner, file.size or 0)
    kept = desk.store.create(owner, lang, safe_name(file.filename or ""))
    try:
        save(file, desk.store.files(kept) / kept.file, most)
        desk.submit(kept, "read")
    except (HttpError, OSError):
        desk.store.erase(kept)
        raise
    return kept


def _add_sending(api: FastAPI, core: Core, desk: Desk) -> None:
    @api.get("/danh-sach", include_in_schema=False)
    async def start(request: Request) -> Response:
        lang: Language = "en" if request.query_params.get("lang") == "en" else "vi"
        if not desk.open:
            return views.start(core, desk, lang, [])
        asked = ListRequest(core, desk, request)
        return await asked.beside(lambda: views.start(core, desk, lang, asked.own()))

    @api.get("/danh-sach-mau.xlsx", include_in_schema=False)
    async def template(request: Request) -> Response:
        asked = request.query_params
        lang: Language = "en" if asked.get("lang") == "en" else "vi"
        names = [name for name in core.book.programmes if name in asked.getlist("chuong-trinh")]
        facts = facts_read(core.book, names or None)
        content = await core.judge(lambda: template_workbook(core.book, facts, names, lang, date.today()))
        disposition = "attachment; filename=danh-sach-mau.xlsx"
        return Response(content, media_type=_AWAY[RESULT], headers={"content-disposition": disposition})

    @api.post("/danh-sach", include_in_schema=False)
    async def send(request: Request) -> Response:
        asked = ListRequest(core, desk, request)
        async with sent_file(request, LIST_SUFFIXES) as (file, fields):
            lang: Language = "en" if fields.get("lang") == "en" else "vi"
            return asked.go(await asked.beside(lambda: _kept(desk, asked.owner, file, lang, core.limits.upload)))

    @api.get("/danh-sach/{name}", include_in_schema=False)
    async def show(request: Request, name: str) -> Response:
        asked = ListRequest(core, desk, request)
        kept = asked.kept(name)

        def page() -> Response:
            if kept.busy:
                return views.progress(core, desk, kept)
            if kept.stage == "failed" and kept.task != "compare":
                return views.failed(core, desk, kept)
            return views.columns(core, desk, kept) if kept.task == "read" else views.summary(core, desk, kept)

        return await asked.beside(page)

    @api.post("/danh-sach/{name}/xoa", include_in_schema=False)
    async def erase(request: Request, name: str) -> Response:
        asked = ListRequest(core, desk, request)
        await asked.fields()
        kept = asked.idle(name)
        await asked.beside(lambda: desk.store.erase(kept))
        return RedirectResponse(f"{core.settings.root_path}/danh-sach?lang={kept.lang}", 303)


def _add_understanding(api: FastAPI, core: Core, desk: Desk) -> None:
    @api.get("/danh-sach/{name}/hieu", include_in_schema=False)
    async def understood(request: Request, name: str) -> Response:
        asked = ListRequest(core, desk, request)
        kept = asked.kept(name)
        page = views.progress if kept.busy else views.columns
        return await asked.beside(lambda: page(core, desk, kept))

    @api.post("/danh-sach/{name}/hieu", include_in_schema=False)
    async def confirm(request: Request, name: str) -> Response:
        asked = ListRequest(core, desk, request)
        fields = await asked.fields()
        kept = asked.idle(name)

        def work() -> Response:
            desk.check_waiting(asked.owner)
            found = desk.store.read(kept, "understood")
            if found is None:
                raise HttpError(404, "not-found", Problem("desk_not_understood"))
            said = confirmed(core.book, kept, found, fields, desk.store.home(kept))
            if said.problems:
                return views.columns(core, desk, kept, said.problems, fields)
            path = desk.store.files(kept) / MAPPING
            if said.mapping.strip():
                path.write_text(said.mapping, encoding="utf-8")
            else:
                path.unlink(missing_ok=True)
            other_sheet = sorted(said.sheets) != sorted(kept.sheets)
            kept.programmes, kept.as_of, kept.constants = said.programmes, said.as_of, said.constants
            kept.sheets = said.sheets
            if other_sheet:
                (desk.store.files(kept) / CORRECTIONS).unlink(missing_ok=True)
            again = other_sheet or fields.get("do") != ["judge"]
            desk.submit(kept, "read" if again else "judge")
            return asked.go(kept, "/hieu" if again else "")

        return await asked.beside(work)


def _add_results(api: FastAPI, core: Core, desk: Desk) -> None:
    @api.get("/danh-sach/{name}/ket-qua", include_in_schema=False)
    async def results(request: Request, name: str) -> Response:
        asked = ListRequest(core, desk, request)
        kept = asked.judged(name)
        chosen = views.Chosen.of(core.book, dict(request.query_params))
        return await asked.beside(lambda: views.results(core, desk, kept, chosen))

    @api.get("/danh-sach/{name}/in", include_in_schema=False)
    async def sheet(request: Request, name: str) -> Response:
        asked = ListRequest(core, desk, request)
        kept = asked.judged(name)
        chosen = views.Chosen.of(core.book, dict(request.query_params))
        return await asked.beside(lambda: views.sheet(core, desk, kept, chosen))

    @api.get("/danh-sach/{name}/dong/{number}", include_in_schema=False)
    async def row(request: Request, name: str, number: str) -> Response:
        asked = ListRequest(core, desk, request)
        kept = asked.judged(name)
        programmes = desk.store.read(kept, "summary")["programmes"]

        def found() -> Any:
            rows = KeptRows(desk.store.home(kept), programmes)
            return rows.record(int(number)) if number.isdecimal() and len(number) < 12 else None

        one = await asked.beside(found)
        if one is None:
            raise HttpError(404, "not-found", Problem("desk_no_row"))
        return await core.judge(lambda: views.row(core, kept, one, programmes))

    @api.get("/danh-sach/{name}/tai/{file}", include_in_schema=False)
    async def take(request: Request, name: str, file: str) -> Response:
        asked = ListRequest(core, desk, request)
        kept = asked.kept(name)
        media_type = _AWAY.get(file)
        path = desk.store.files(kept) / file
        if media_type is None or not path.is_file():
            raise HttpError(404, "not-found", Problem("desk_no_away"))
        stem = Path(kept.file).stem
        called = f"{stem}.{file}" if not file.startswith(stem) else file
        disposition = f"attachment; filename*=UTF-8''{quote(called)}"
        return FileResponse(path, media_type=media_type, headers={"content-disposition": disposition})


def _add_mending(api: FastAPI, core: Core, desk: Desk) -> None:
    @api.get("/danh-sach/{name}/tra-lai", include_in_schema=False)
    async def returned(request: Request, name: str) -> Response:
        asked = ListRequest(core, desk, request)
        kept = asked.judged(name)
        page = views.page_of(dict(request.query_params))
        return await asked.beside(lambda: views.returned(core, desk, kept, page))

    @api.post("/danh-sach/{name}/tra-lai", include_in_schema=False)
    async def mend(request: Request, name: str) -> Response:
        asked = ListRequest(core, desk, request)
        fields = await asked.fields()
        asked.judged(name)
        kept = asked.idle(name)

        def work() -> Response:
            desk.check_waiting(asked.owner)
            rows = KeptRows(desk.store.home(kept), [])
            page = views.page_of({"trang": fields.get("trang", ["1"])[0]})
            path = desk.store.files(kept) / CORRECTIONS
            corrections = dict(read_corrections(str(path))) if path.exists() else {}
            changed = False
            for one in rows.returned((page - 1) * views.RETURNED, views.RETURNED):
                for header in views.mendable(one):
                    written = fields.get(f"cell.{one.number}.{list(one.cells).index(header)}")
                    if written is not None and written[0].strip() != one.cells[header].strip():
                        corrections[one.place, header] = written[0].strip()[:2_000]
                        changed = True
            if not changed:
                return views.returned(core, desk, kept, page, message("desk_nothing_mended", kept.lang))
            path.write_text(corrections_text(corrections, kept.lang), encoding="utf-8-sig", newline="")
            desk.submit(kept, "judge")
            return asked.go(kept)

        return await asked.beside(work)


def _add_comparing(api: FastAPI, core: Core, desk: Desk) -> None:
    @api.get("/danh-sach/{name}/so-sanh", include_in_schema=False)
    async def compared(request: Request, name: str) -> Response:
        asked = ListRequest(core, desk, request)
        kept = asked.judged(name)
        page = views.progress if kept.busy else views.changes
        return await asked.beside(lambda: page(core, desk, kept))

    @api.post("/danh-sach/{name}/so-sanh", include_in_schema=False)
    async def compare(request: Request, name: str) -> Response:
        asked = ListRequest(core, desk, request)
        async with sent_file(request, RESULT_SUFFIXES) as (file, _):
            asked.judged(name)
            kept = asked.idle(name)

            def work() -> None:
                desk.check_waiting(asked.owner)
                files = desk.store.files(kept)
                earlier = f"ky-truoc-{safe_name(file.filename or '')}"
                if kept.earlier:
                    (files / kept.earlier).unlink(missing_ok=True)
                save(file, files / earlier, core.limits.upload)
                kept.earlier = earlier
                desk.submit(kept, "compare")

            await asked.beside(work)
        return asked.go(kept, "/so-sanh")
