"""The addresses of scenarios: the folder and what is said of it, the editor, workbooks, one condition."""

from __future__ import annotations

import asyncio
import base64
from collections.abc import Callable
from contextvars import copy_context
from typing import TypeVar

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from ancu.errors import AncuError, Problem
from ancu.messages import Language
from ancu.service.core import Core
from ancu.service.guard import log
from ancu.service.problems import HttpError
from ancu.service.scenarios import acts
from ancu.service.scenarios.editor import Editor, fields_of
from ancu.service.scenarios.room import LONG, ScenarioRoom
from ancu.service.scenarios.sentences import as_json
from ancu.service.scenarios.views import READING, WRITING, RoomView

Answer = TypeVar("Answer")


def add_scenarios(api: FastAPI, core: Core, room: ScenarioRoom) -> None:
    """Add the pages of scenarios to the service."""
    _add_folder(api, core, room)
    _add_editor(api, core, room)
    _add_condition(api, core, room)


async def _beside(work: Callable[[], Answer]) -> Answer:
    return await asyncio.get_running_loop().run_in_executor(None, copy_context().run, work)


def _need_folder(room: ScenarioRoom) -> None:
    if room.folder is None:
        raise HttpError(404, "not-found", Problem("room_no_folder"))


def _add_folder(api: FastAPI, core: Core, room: ScenarioRoom) -> None:
    @api.get(READING, include_in_schema=False)
    async def home(request: Request) -> Response:
        view = RoomView(core, room, request)
        return await _beside(view.home)

    @api.get(f"{READING}/cau.json", include_in_schema=False)
    async def sentences(request: Request) -> Response:
        lang: Language = "en" if request.query_params.get("lang") == "en" else "vi"
        content = await _beside(lambda: as_json(core.book, lang))
        # Its address names the rulebook, whose sentences do not change.
        return Response(content, media_type="application/json", headers={"cache-control": "private, max-age=86400"})

    @api.get(READING + "/tep/{name:path}", include_in_schema=False)
    async def file(request: Request, name: str) -> Response:
        _need_folder(room)
        view = RoomView(core, room, request)
        return await _beside(lambda: view.file(name))

    @api.get(READING + "/tai/{name:path}", include_in_schema=False)
    async def take(name: str) -> Response:
        _need_folder(room)
        assert room.folder is not None
        folder = room.folder
        opened = await _beside(lambda: folder.open(name))
        return acts.away(opened.text.encode(), name.rpartition("/")[2], acts.TEXT)

    @api.post(f"{WRITING}/tat-ca", include_in_schema=False)
    async def run_all(request: Request) -> Response:
        _need_folder(room)
        fields, _, _ = await fields_of(request)
        view = RoomView(core, room, request, "en" if fields.get("lang") == "en" else "vi")
        problems = await acts.run_folder(room, view)
        _audit(request, "run-folder", done=not problems)
        if problems:
            return await _beside(lambda: view.home(problems))
        return RedirectResponse(f"{core.settings.root_path}{READING}?lang={view.lang}", 303)


def _add_editor(api: FastAPI, core: Core, room: ScenarioRoom) -> None:
    @api.get(WRITING, include_in_schema=False)
    async def begin(request: Request) -> Response:
        room.make_ready()
        view = RoomView(core, room, request)
        asked = request.query_params
        editor = Editor(view.lang, programme=asked.get("chuong-trinh", ""), day=asked.get("ngay", ""))
        if (name := asked.get("tep")) and room.folder is not None:
            folder = room.folder
            opened = await _beside(lambda: folder.open(name))
            editor.text, editor.file, editor.opened = opened.text, name, opened.digest
        return await _beside(lambda: view.editor(editor))

    @api.post(WRITING, include_in_schema=False)
    async def act(request: Request) -> Response:
        fields, content, called = await fields_of(request)
        editor = Editor.of(fields)
        view = RoomView(core, room, request, editor.lang)
        name, _, rest = fields.get("do", "run").partition(":")
        done = acts.ACTS.get(name)
        if done is None:
            raise HttpError(400, "malformed", Problem("http_malformed"))
        answer: Response | None = None
        try:
            answer = await done(acts.Act(room, view, editor, content, called, rest))
        except AncuError as error:
            # What was written stays on the page.
            editor.problems += [problem.text(editor.lang) for problem in error.problems]
        _audit(request, name, done=not editor.problems and editor.other is None)
        return answer if answer is not None else await _beside(lambda: view.editor(editor))

    @api.get(f"{WRITING}/bang-mau.xlsx", include_in_schema=False)
    async def template(request: Request) -> Response:
        view = RoomView(core, room, request)
        editor = Editor(view.lang, programme=request.query_params.get("chuong-trinh", ""))
        programme = editor.chosen_programme(core.book)
        answer = await room.ask(view.owner, "empty_workbook", view.lang, programme=programme)
        if answer["problems"]:
            raise HttpError(503, "unavailable", Problem("spec_said", {"text": answer["problems"][0]}))
        return acts.away(base64.b64decode(answer["content"]), f"tinh-huong-{programme}.xlsx", acts.BOOK)


def _audit(request: Request, act: str, *, done: bool) -> None:
    """A line for the act: by whose key, what was done, and whether it came to anything; nothing of what was written."""
    key = f" key={request.state.key}" if request.state.key is not None else ""
    log.info("request=%s%s scenarios %s %s", request.state.request_id, key, act, "done" if done else "refused")


def _add_condition(api: FastAPI, core: Core, room: ScenarioRoom) -> None:
    @api.get(f"{READING}/dieu-kien", include_in_schema=False)
    async def choose(request: Request) -> Response:
        view = RoomView(core, room, request)
        programme, name = (request.query_params.get(key, "") for key in ("chuong-trinh", "dieu-kien"))
        if name in core.book.conditions:
            judging = await _beside(lambda: acts.judging(core.book, name))
            if programme in judging or len(judging) == 1:
                chosen = programme if programme in judging else judging[0]
                place = f"{core.settings.root_path}{READING}/dieu-kien/{chosen}/{name}?lang={view.lang}"
                return RedirectResponse(place, 303)
        programme = programme if programme in core.book.programmes else ""
        return await _beside(lambda: view.choose(programme))

    @api.get(READING + "/dieu-kien/{programme}/{name}", include_in_schema=False)
    async def condition(request: Request, programme: str, name: str) -> Response:
        if name not in core.book.conditions or programme not in core.book.programmes:
            raise HttpError(404, "not-found", Problem("law_unknown"))
        view = RoomView(core, room, request)
        found, problems = None, list[str]()
        if room.folder is not None and (names := await _beside(room.folder.names)):
            root = str(room.folder.root)
            found = await room.ask(
                view.owner, "shown", view.lang, LONG, root=root, names=names, programme=programme, condition=name
            )
            problems = found["problems"]
        return await _beside(lambda: view.condition(programme, name, None if problems else found, problems))
