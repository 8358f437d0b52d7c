"""Where one signs in with a key, out again, and goes on with what was being done when a session had ended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from fastapi import FastAPI
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Match

from ancu.errors import Problem
from ancu.messages import Language, message
from ancu.service.admission import COOKIE, check_own_site, token_of
from ancu.service.audit import audit
from ancu.service.core import Core
from ancu.service.page_places import Places
from ancu.service.problems import HttpError
from ancu.service.roles import may
from ancu.service.settings import Limits, digest_of
from ancu.service.templates import policy, render

FORM = "application/x-www-form-urlencoded"
#: The fields of the page: the key; where to go on; and a form that was being sent, as it was sent.
KEY, NEXT, KEPT = "khoa", "tiep", "giu"
#: How many fields a kept form may have.
_FIELDS = 5_000


@dataclass(frozen=True)
class AskedFor:
    """What was asked for when a key was missing: the address, and the form that was sent, if it can be kept.

    ``lost``: something was sent that cannot be kept, such as a file.
    """

    address: str = "/"
    form: str = ""
    lost: bool = False

    @property
    def lang(self) -> Language:
        """The language of what was asked for; pages are Vietnamese where nothing says otherwise."""
        said = urlsplit(self.address).query, self.form
        return "en" if any(("lang", "en") in parse_qsl(part) for part in said) else "vi"

    @classmethod
    async def of(cls, request: Request, limits: Limits) -> AskedFor:
        """What ``request`` asks for; the form of another site is not taken up."""
        path, query = request.scope["path"], request.scope["query_string"].decode("latin-1")
        if request.method in ("GET", "HEAD"):
            return cls(local(f"{path}?{query}" if query else path))
        try:
            check_own_site(request.headers)
        except HttpError:
            return cls()
        # Written into the page and sent again, a form takes up to three times its room.
        stated = request.headers.get("content-length", "")
        fits = stated.isdecimal() and int(stated[:9]) <= limits.body // 4
        if not fits or request.headers.get("content-type", "").partition(";")[0].strip() != FORM:
            return cls(local(path), lost=True)
        try:
            return cls(local(path), (await request.body()).decode())
        except UnicodeDecodeError:
            return cls(local(path), lost=True)


def local(address: str) -> str:
    """``address`` if it leads to a page of this service; else to the first one."""
    # What a browser would take for another host: //host, /\\host, and whatever it strips before it looks.
    plain = address.isascii() and address.isprintable() and "\\" not in address
    parts = urlsplit(address) if plain and address.startswith("/") and not address.startswith("//") else None
    return address if parts is not None and not parts.netloc and not parts.scheme else "/"


def sign_in_page(
    core: Core, asked: AskedFor, lang: Language, status: int = 200, *, over: bool = False, problem: str = ""
) -> Response:
    """Where one signs in. ``over``: a session has ended; ``problem``: what was wrong with the key."""
    values = {"asked": asked, "over": over, "problem": problem, "minutes": core.settings.session_idle}
    return _page(core, "sign_in.html", lang, status, **values, hours=core.settings.session_hours)


def _page(core: Core, template: str, lang: Language, status: int, **values: Any) -> Response:
    def text(key: str, **given: object) -> str:
        return message(key, lang, **given)

    html = render(template, root=core.settings.root_path, agency=core.settings.agency, lang=lang, text=text, **values)
    headers = {"content-security-policy": policy(), "content-language": lang}
    return Response(html, status, headers, media_type="text/html")


def add_sign_in(api: FastAPI, core: Core) -> None:
    """Add the pages by which one signs in and out."""
    if not core.settings.keys:
        return

    @api.get("/dang-nhap", include_in_schema=False)
    async def show(request: Request) -> Response:
        asked = AskedFor(local(request.query_params.get(NEXT, "/")))
        return sign_in_page(core, asked, _lang(request))

    @api.post("/dang-nhap", include_in_schema=False)
    async def sign_in(request: Request) -> Response:
        fields = await _fields(request)
        asked = AskedFor(local(fields.get(NEXT, "/")), fields.get(KEPT, ""))
        written, lang = fields.get(KEY, "").strip(), _lang(request)
        address = request.client.host if request.client is not None else ""
        name = core.admission.key(written, address) if written else None
        if name is None:
            problem = message("sign_in_unknown" if written else "sign_in_empty", lang)
            return sign_in_page(core, asked, lang, 422, problem=problem)
        if not may(name, urlsplit(asked.address).path):
            asked = AskedFor(next((link.path for link in core.rooms if link.label and may(name, link.path)), "/luat"))
        before = token_of(request.headers)
        if before is not None:
            core.sessions.end(before)
        token = core.sessions.open(name, digest_of(written).hex())
        audit(request, "sign-in", key=name)
        root = core.settings.root_path
        if asked.form:
            kept = _pairs(asked.form)
            answer = _page(core, "sign_in_on.html", lang, 200, action=f"{root}{asked.address}", kept=kept)
        else:
            answer = RedirectResponse(f"{root}{_page_at(request.app, asked.address)}", 303)
        answer.set_cookie(
            COOKIE, token, path=root or "/", secure=_secure(request.headers, request.url.scheme), httponly=True,
            samesite="lax",
        )  # fmt: skip
        return answer

    @api.post("/dang-xuat", include_in_schema=False)
    async def sign_out(request: Request) -> Response:
        check_own_site(request.headers)
        token = token_of(request.headers)
        session = core.sessions.find(token, core.settings.keys) if token is not None else None
        if token is not None:
            core.sessions.end(token)
        if session is not None:
            audit(request, "sign-out", key=session.name)
        answer = _page(core, "signed_out.html", _lang(request), 200)
        answer.delete_cookie(COOKIE, path=core.settings.root_path or "/", httponly=True, samesite="lax")
        return Places.of(core.settings.root_path, request).forget_all(answer)


def _page_at(api: FastAPI, address: str) -> str:
    """``address`` if a page stands there; of one to which forms alone are sent, the page nearest above it."""
    parts = urlsplit(address)
    path = parts.path
    while path != "/" and not _answers(api, path):
        path = path.rpartition("/")[0] or "/"
    return address if path == parts.path else path


def _answers(api: FastAPI, path: str) -> bool:
    scope = {"type": "http", "method": "GET", "path": path, "root_path": "", "headers": []}
    return any(route.matches(scope)[0] is Match.FULL for route in api.router.routes)


def _lang(request: Request) -> Language:
    return "en" if request.query_params.get("lang") == "en" else "vi"


async def _fields(request: Request) -> dict[str, str]:
    check_own_site(request.headers)
    if request.headers.get("content-type", "").partition(";")[0].strip() != FORM:
        raise HttpError(415, "media-type", Problem("http_media_type", {"known": FORM}))
    try:
        return dict(_pairs((await request.body()).decode()))
    except UnicodeDecodeError as error:
        raise HttpError(400, "malformed", Problem("http_malformed")) from error


def _pairs(form: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(form, keep_blank_values=True, max_num_fields=_FIELDS, errors="strict")
    except ValueError as error:
        raise HttpError(400, "malformed", Problem("http_malformed")) from error


def _secure(headers: Headers, scheme: str) -> bool:
    """Whether the browser came by TLS, as far as a proxy in front tells: a cookie set so is sent by no other way."""
    return scheme == "https" or headers.get("x-forwarded-proto", "") == "https"
