"""The ASGI application, put together: core, routes, page, the OpenAPI description, and the guard around them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from typing import Any

from ancu.errors import AncuError, ExtraMissingError, OutputError, Problem
from ancu.rulebook.loading import load_rulebook
from ancu.rulebook.rulebook import Rulebook
from ancu.service.settings import Settings
from ancu.version import __version__

try:
    from fastapi import FastAPI, Request
    from fastapi.exceptions import RequestValidationError
    from fastapi.openapi.utils import get_openapi
    from starlette.exceptions import HTTPException
    from starlette.responses import Response

    from ancu.service import schemas
    from ancu.service.core import Core
    from ancu.service.desk.desk import Desk
    from ancu.service.desk.pages import add_desk
    from ancu.service.guard import Guard, log
    from ancu.service.law.pages import add_law
    from ancu.service.pages import add_pages
    from ancu.service.people import household_schema, written_person_schema
    from ancu.service.problems import HttpError, ProblemDetails, http_error, response, unfit_parts
    from ancu.service.routes import add_routes
    from ancu.service.scenarios.pages import add_scenarios
    from ancu.service.scenarios.room import ScenarioRoom
    from ancu.service.sign_in_page import add_sign_in
except ModuleNotFoundError as error:
    raise ExtraMissingError(Problem("extra_missing", {"what": error.name, "extra": "service"})) from error

#: Adds a part to the service.
AddRoom = Callable[[FastAPI, Core, Desk], None]


def create_app(settings: Settings | None = None, book: Rulebook | None = None, rooms: Sequence[AddRoom] = ()) -> Guard:
    """The service as an ASGI application; ``book`` is loaded as ``settings`` say unless given.

    ``rooms`` are parts that stand above this one and add pages of their own.
    Raises :class:`~ancu.errors.RulebookError` for a faulty rulebook, :class:`~ancu.errors.OutputError` for a decision
    log that cannot be written.
    """
    settings = settings or Settings()
    core = Core(settings, book or load_rulebook(settings.rules_dir))
    desk, room = Desk(settings), ScenarioRoom(settings, core.book)

    @asynccontextmanager
    async def life(_: FastAPI) -> AsyncIterator[None]:
        await core.warm()
        yield
        desk.close()
        core.sessions.close()
        room.close()

    api = FastAPI(
        title="An Cư",
        version=__version__,
        summary="Who in Vietnam is entitled to housing support, and why.",
        docs_url=None, redoc_url=None, openapi_url=None, lifespan=life, redirect_slashes=False,
    )  # fmt: skip
    api.state.root_path, api.state.desk, api.state.room = settings.root_path, desk, room
    for kind in (AncuError, HTTPException, RequestValidationError, Exception):
        api.add_exception_handler(kind, _answer_error)
    add_routes(api, core)
    add_pages(api, core)
    add_desk(api, core, desk)
    add_law(api, core)
    add_scenarios(api, core, room)
    add_sign_in(api, core)
    for add_room in rooms:
        add_room(api, core, desk)
    _add_description(api, core)
    return Guard(api, core)


async def _answer_error(request: Request, error: Exception) -> Response:
    if isinstance(error, HTTPException):
        refusals = {404: ("not-found", "http_not_found"), 405: ("method", "http_method")}
        name, kind = refusals.get(error.status_code, ("malformed", "http_malformed"))
        error = HttpError(error.status_code, name, Problem(kind), (error.headers or {}).items())
    if isinstance(error, RequestValidationError):
        error = unfit_parts(error.errors())
    if not isinstance(error, AncuError):
        error = HttpError(500, "internal", Problem("http_internal"))  # the guard logs where it happened
    refusal = http_error(error)
    if refusal.status >= 500 and refusal.name != "busy":
        # Texts of other errors may hold what the caller sent.
        kinds = error.text("en") if isinstance(error, OutputError) else ", ".join(p.kind for p in refusal.problems)
        log.error("request=%s problem=%s (%s)", request.state.request_id, refusal.name, kinds)
    accepted = request.headers.get("accept", "")
    state = request.state
    return response(error, state.lang, state.request_id, accepted, request.app.state.root_path)


def _add_description(api: FastAPI, core: Core) -> None:
    """Describe also what FastAPI does not see: bodies that are read here, problems, and keys."""

    def describe() -> dict[str, Any]:
        if api.openapi_schema is None:
            api.openapi_schema = _description(api, core)
        return api.openapi_schema

    @api.get("/openapi.json", include_in_schema=False)
    async def description() -> Any:
        return describe()

    api.openapi = describe  # type: ignore[method-assign]


def _drop_null_defaults(part: Any) -> None:
    """Leave out that what may be left out is null then: generated clients take a default for something always there."""
    if isinstance(part, dict):
        if "default" in part and part["default"] is None:
            del part["default"]
        for item in part.values():
            _drop_null_defaults(item)
    elif isinstance(part, list):
        for item in part:
            _drop_null_defaults(item)


def _description(api: FastAPI, core: Core) -> dict[str, Any]:
    settings = core.settings
    whole = get_openapi(title=api.title, version=api.version, summary=api.summary, routes=api.routes)
    components = whole.setdefault("components", {})
    for model in (schemas.CaseRequest, schemas.BulkDecision, schemas.BulkReceipt, ProblemDetails):
        schema = model.model_json_schema(ref_template="#/components/schemas/{model}")
        components["schemas"] |= {**schema.pop("$defs", {}), model.__name__: schema}
    if core.book.people is not None:
        components["schemas"]["Person"] = written_person_schema(core.book)
        components["schemas"]["CaseRequest"]["properties"]["record"]["properties"] = household_schema()
    components["securitySchemes"] = {
        "bearer": {"type": "http", "scheme": "bearer", "description": "An API key."},
        "basic": {"type": "http", "scheme": "basic", "description": "An API key as the password."},
    }
    whole["security"] = [{"bearer": []}, {"basic": []}, *([] if settings.keys else [{}])]
    _drop_null_defaults(whole)
    if settings.root_path:
        whole["servers"] = [{"url": settings.root_path}]
    return whole
