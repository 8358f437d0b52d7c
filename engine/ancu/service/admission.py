"""Who may come in: by a key, by a session that a key opened, or named by a proxy that we trust."""

from __future__ import annotations

import base64
import binascii
import ipaddress
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from typing import Literal, NoReturn

from starlette.datastructures import Headers

from ancu.errors import Problem
from ancu.service.problems import HttpError
from ancu.service.roles import may, needed, roles_of
from ancu.service.sessions import Sessions
from ancu.service.settings import Settings
from ancu.service.throttle import Throttle

#: Paths that need no key, since they tell nothing.
OPEN = frozenset({"/healthz", "/readyz", "/dang-nhap", "/dang-xuat"})
#: The cookie in which a browser holds the token of its session.
COOKIE = "ancu-session"
_READING = frozenset({"GET", "HEAD", "OPTIONS"})
# A line each: Chromium reads the first challenge of a line only, and asks for a password for Basic only.
_CHALLENGES = (
    ("www-authenticate", 'Bearer realm="ancu"'),
    ("www-authenticate", 'Basic realm="ancu", charset="UTF-8"'),
)


@dataclass(frozen=True)
class Admitted:
    """Who came in: under which name, with its roles, and by what."""

    key: str
    by: Literal["key", "session", "proxy"]


class SignInNeededError(HttpError):
    """A browser that has no session, or one that is over, is to be shown where one signs in."""

    def __init__(self, *, over: bool) -> None:
        super().__init__(401, "unauthorized", Problem("http_key_missing"), _CHALLENGES[:1])
        self.over = over


class Admission:
    """Decides for each request who asks, and whether he may."""

    def __init__(self, settings: Settings, sessions: Sessions) -> None:
        self.settings, self.sessions, self.throttle = settings, sessions, Throttle()
        self._proxies = [ipaddress.ip_network(written, strict=False) for written in settings.proxies]

    def admit(self, headers: Headers, address: str) -> Admitted:
        """Who asks; raises :class:`HttpError` for whom nobody knows."""
        found = self._by_proxy(headers, address) or self._by_key(headers, address) or self._by_session(headers)
        if found is None:
            self._refuse(headers)
        return found

    def check(self, found: Admitted, headers: Headers, method: str, path: str) -> None:
        """Raises :class:`HttpError` for what whoever was admitted may not do, or another site does in his name."""
        if not may(found.key, path):
            if not needed(path):  # no part of this service that a role leads to
                raise HttpError(404, "not-found", Problem("http_not_found"))
            values = {"roles": ", ".join(roles_of(found.key)), "needed": ", ".join(needed(path))}
            raise HttpError(403, "forbidden", Problem("http_role", values))
        # A browser sends these by itself, so another site could act in somebody's name.
        if found.by != "key" and method not in _READING:
            check_own_site(headers)

    def key(self, written: str, address: str) -> str | None:
        """The name of the key that was ``written``; raises :class:`HttpError` for an address that tries too many."""
        name = self.settings.keys.admit(written)
        if seconds := self.throttle.refused(address, name):
            raise HttpError(429, "throttled", Problem("http_throttled"), [("retry-after", str(seconds))])
        if name is None:
            self.throttle.failed(address)
        else:
            self.throttle.admitted(address, name)
        return name

    def _by_key(self, headers: Headers, address: str) -> Admitted | None:
        written = _key_of(headers)
        if written is None:
            return None
        name = self.key(written, address)
        if name is None:
            raise HttpError(401, "unauthorized", Problem("http_key_unknown"), _CHALLENGES)
        return Admitted(name, "key")

    def _by_session(self, headers: Headers) -> Admitted | None:
        token = token_of(headers)
        session = self.sessions.find(token, self.settings.keys) if token is not None else None
        return Admitted(session.name, "session") if session is not None else None

    def _by_proxy(self, headers: Headers, address: str) -> Admitted | None:
        """Whom a proxy names. Whoever else sends its header, or names somebody unknown, is refused."""
        header = self.settings.user_header
        named = headers.getlist(header) if header else []
        if not named:
            return None
        if not self._trusted(address):
            raise HttpError(403, "forbidden", Problem("http_proxy_untrusted", {"header": header}))
        person = self.settings.keys.person(named[0].strip()) if len(named) == 1 else None
        if person is None:
            raise HttpError(403, "forbidden", Problem("http_proxy_unknown", {"header": header}))
        return Admitted(person, "proxy")

    def _trusted(self, address: str) -> bool:
        try:
            found = ipaddress.ip_address(address)
        except ValueError:
            return False
        found = getattr(found, "ipv4_mapped", None) or found
        return any(found in network for network in self._proxies)

    def _refuse(self, headers: Headers) -> NoReturn:
        if "text/html" in headers.get("accept", ""):
            raise SignInNeededError(over=token_of(headers) is not None)
        raise HttpError(401, "unauthorized", Problem("http_key_missing"), _CHALLENGES)


def token_of(headers: Headers) -> str | None:
    """The token of the session that a browser sends; None where it has none."""
    cookies: SimpleCookie = SimpleCookie()
    try:
        cookies.load(headers.get("cookie", ""))
    except CookieError:
        return None
    return cookies[COOKIE].value if COOKIE in cookies else None


def check_own_site(headers: Headers) -> None:
    """Raise :class:`HttpError` for what another site, or a neighbour, has sent: it must not act in a clerk's name."""
    site = headers.get("sec-fetch-site")
    if site is None:
        # An older browser tells at most the origin; behind a proxy its port may be another.
        origin = headers.get("origin", "null")
        own = origin == "null" or _host(origin.partition("://")[2]) == _host(headers.get("host", ""))
    else:
        own = site in ("same-origin", "none")
    if not own:
        raise HttpError(403, "cross-site", Problem("http_cross_site"))


def _host(written: str) -> str:
    return written.rpartition(":")[0].lower() or written.lower() if not written.endswith("]") else written.lower()


def _key_of(headers: Headers) -> str | None:
    """The key that a request carries: a bearer token, or the password of a browser's own dialogue.

    Of two, a proxy might have looked at the other: they are no key.
    """
    carried = headers.getlist("authorization")
    if len(carried) > 1:
        return ""
    scheme, _, said = "".join(carried).partition(" ")
    if scheme.lower() == "bearer":
        return said.strip()
    if scheme.lower() == "basic":
        try:
            return base64.b64decode(said, validate=True).decode().partition(":")[2]
        except (binascii.Error, UnicodeDecodeError):
            return ""
    return None
