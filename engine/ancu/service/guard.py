"""What stands around every request: its id, the caller's key and language, limits, headers, counts, and one log line.

Nothing that a caller sent is logged but the request id, whose form is checked.
"""

from __future__ import annotations

import asyncio
import logging
import re
import time
import traceback
import uuid
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ancu.errors import AncuError, Problem
from ancu.messages import Language
from ancu.service.admission import OPEN, SignInNeededError, check_own_site
from ancu.service.core import Core
from ancu.service.problems import HttpError, language_of, response
from ancu.service.roles import may
from ancu.service.sign_in_page import AskedFor, sign_in_page
from ancu.service.visitor import Visitor, visiting

#: Paths whose bodies are lists, limited line by line.
LISTS = frozenset({"/v1/bulk"})
#: Paths to which the page posts files.
_UPLOADS = re.compile(r"/danh-sach(?:/[^/]+/so-sanh)?|/soan-tinh-huong")
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
_REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
_CHARSET = re.compile(r"charset\s*=\s*\"?([\w.:-]+)", re.IGNORECASE)
_HEADERS = {
    "content-security-policy": "default-src 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}
log = logging.getLogger("ancu.service")


class Guard:
    """The service behind its guard; an ASGI application."""

    def __init__(self, app: ASGIApp, core: Core) -> None:
        self.app, self.core = app, core
        self.settings = core.settings
        self.admission = core.admission
        self.frames = " ".join(core.settings.frames) or "'none'"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        await _Exchange(self, scope, receive, send).run()


class _Exchange:
    """One request and its answer."""

    def __init__(self, guard: Guard, scope: Scope, receive: Receive, send: Send) -> None:
        self.guard, self.scope, self._receive, self._send = guard, scope, receive, send
        self.headers = Headers(scope=scope)
        stated = self.headers.get("x-request-id", "")
        self.id = stated if _REQUEST_ID.fullmatch(stated) else uuid.uuid4().hex
        self.lang = _language(scope, self.headers)
        self.key: str | None = None
        self.started = time.perf_counter()
        self.status = 0
        self.size = 0
        self.deadline = self.started + guard.settings.limits.seconds
        root, path = guard.settings.root_path, scope["path"]
        if root and f"{path}/".startswith(f"{root}/"):
            self.scope = {**self.scope, "path": path[len(root) :] or "/"}
        self.method = scope["method"]
        if self.method == "HEAD":
            self.scope = {**self.scope, "method": "GET"}  # answered as GET is, without the body
        self.uploading = self.method == "POST" and _UPLOADS.fullmatch(self.scope["path"]) is not None
        limits = guard.settings.limits
        # What a form says besides its file is little.
        self.most = limits.upload + limits.body if self.uploading else limits.body
        state = self.scope.setdefault("state", {})
        state["request_id"], state["lang"], state["key"] = self.id, self.lang, None

    async def run(self) -> None:
        try:
            self._admit()
            await self.guard.app(self.scope, self.receive, self.send)
        except SignInNeededError as error:
            await self._show_sign_in(error)
        except AncuError as error:
            await self._refuse(error)
        except (TimeoutError, ConnectionError):
            pass  # whoever asked has gone, or takes nothing
        except Exception as error:
            # Where it happened, not what it said: a message may hold what the caller sent.
            frames = traceback.extract_tb(error.__traceback__)
            where = " < ".join(f"{frame.name}:{frame.lineno}" for frame in reversed(frames[-6:]))
            log.error("request=%s failed %s at %s", self.id, type(error).__name__, where)
        finally:
            self._count()

    def _admit(self) -> None:
        """Raises :class:`HttpError` for too long a head, a caller without a key, or a body said to be too large."""
        settings = self.guard.settings
        path = self.scope["path"]
        head = sum(len(name) + len(value) for name, value in self.scope["headers"])
        if head + len(self.scope["query_string"]) + len(path) > settings.limits.head:
            raise HttpError(431, "head-too-large", Problem("http_head_too_large", {"most": settings.limits.head}))
        visiting.set(Visitor())
        if settings.keys and path not in OPEN:
            self._admit_caller()
        stated = self.headers.get("content-length", "")
        if path not in LISTS and stated.isdecimal() and int(stated[:18]) > self.most:
            raise self._too_large()

    def _admit_caller(self) -> None:
        """Raises :class:`HttpError` for a caller whom nobody knows, or who may not do this."""
        address = (self.scope.get("client") or ("", 0))[0]
        found = self.guard.admission.admit(self.headers, address)
        self.scope["state"]["key"] = self.key = found.key
        rooms = tuple(link for link in self.guard.core.rooms if may(found.key, link.path))
        visiting.set(Visitor(found.key, found.by == "session", rooms))  # a refusal too is told to somebody
        self.guard.admission.check(found, self.headers, self.method, self.scope["path"])

    def _too_large(self) -> HttpError:
        if self.uploading:
            most = self.guard.settings.limits.upload
            return HttpError(413, "too-large", Problem("desk_too_large", {"most": f"{most / (1 << 20):.4g}"}))
        most = self.guard.settings.limits.body
        if self.scope["path"].startswith("/v1/"):
            return HttpError(413, "too-large", Problem("http_body_too_large", {"most": most}))
        return HttpError(413, "too-large", Problem("http_form_too_large", {"most": f"{most / (1 << 20):.4g}"}))

    async def receive(self) -> Message:
        """The next part of the request, within the limits."""
        listing = self.scope["path"] in LISTS or self.uploading
        seconds = self.guard.settings.limits.seconds
        try:
            async with asyncio.timeout(seconds if listing else max(0.0, self.deadline - time.perf_counter())):
                message = await self._receive()
        except TimeoutError as error:
            raise HttpError(408, "too-slow", Problem("http_too_slow"), [("connection", "close")]) from error
        self.size += len(message.get("body", b""))
        if self.scope["path"] not in LISTS and self.size > self.most:
            raise self._too_large()
        return message

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers.setdefault(name, value)
            headers["content-security-policy"] += f"; frame-ancestors {self.guard.frames}"
            if not self.guard.settings.frames:
                headers["x-frame-options"] = "DENY"  # which knows of no list
            headers["x-request-id"] = self.id
            headers.setdefault("content-language", self.lang)
            headers.append("vary", "accept-language")
            if self.status == 413:
                headers["connection"] = "close"  # the rest of the body is not read
        elif self.method == "HEAD":
            message = {**message, "body": b""}
        await self._send(message)

    async def _show_sign_in(self, error: SignInNeededError) -> None:
        """Show where one signs in, with what was typed kept in that page."""
        try:
            asked = await AskedFor.of(Request(self.scope, self.receive), self.guard.settings.limits)
        except AncuError as refusal:
            await self._refuse(refusal)
            return
        answer = sign_in_page(self.guard.core, asked, asked.lang, error.status, over=error.over)
        for name, value in error.headers:
            answer.headers.append(name, value)
        await answer(self.scope, self._receive, self.send)

    async def _refuse(self, error: AncuError) -> None:
        if self.status:
            return  # an answer has begun; closing the connection is all that is left, which the server does
        accepted, root = self.headers.get("accept", ""), self.guard.settings.root_path
        await response(error, self.lang, self.id, accepted, root)(self.scope, self._receive, self.send)

    def _count(self) -> None:
        seconds = time.perf_counter() - self.started
        route = getattr(self.scope.get("route"), "path", None) or "-"
        method = self.method if self.method in _METHODS else "-"
        self.guard.core.metrics.answered(route, method, self.status, seconds, self.key)
        key = f" key={self.key}" if self.key is not None else ""
        log.info("request=%s%s %s %s %d %.1fms", self.id, key, method, route, self.status, 1e3 * seconds)


def _language(scope: Scope, headers: Headers) -> Language:
    """The language in which to refuse: of a page the one in its address, if it says one; else the one accepted."""
    if "text/html" in headers.get("accept", ""):
        said = parse_qs(scope["query_string"].decode("latin-1")).get("lang", [""])[0]
        if said in ("vi", "en"):
            return "en" if said == "en" else "vi"
    return language_of(headers.get("accept-language"))


def check_own_form(request: Request) -> None:
    """Raise :class:`HttpError` for a form of another site, or a neighbour's: it must not act in a clerk's name."""
    check_own_site(request.headers)


async def body_of(request: Request, media_types: tuple[str, ...] = ("application/json",)) -> bytes:
    """The body of a request; :class:`HttpError` for another kind of content."""
    check_type(request, media_types)
    return await request.body()


def check_type(request: Request, media_types: tuple[str, ...]) -> None:
    """Raises :class:`HttpError` unless the request says that its content is one of ``media_types``, in plain UTF-8."""
    encoding = request.headers.get("content-encoding", "identity").strip().lower()
    if encoding != "identity":
        raise HttpError(415, "content-encoding", Problem("http_content_encoding"), [("accept-encoding", "identity")])
    media_type, _, parameters = request.headers.get("content-type", "").partition(";")
    if media_type.strip().lower() not in media_types:
        problem = Problem("http_media_type", {"known": ", ".join(media_types)})
        raise HttpError(415, "media-type", problem, [("accept", ", ".join(media_types))])
    charset = _CHARSET.search(parameters)
    if charset is not None and charset[1].lower() not in ("utf-8", "utf8", "us-ascii"):
        raise HttpError(415, "media-type", Problem("http_charset"))
