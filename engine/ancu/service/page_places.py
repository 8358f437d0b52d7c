"""The places of a case: pages with an address each, to which the browser's own buttons go back and forward.

What is posted is answered by the address of the page that comes next. The case itself goes along in a cookie of that
address, so that the browser keeps it, and the server nothing: the answers, as the hidden fields of the form hold them.
The address has a random number of the case and the place in it, nothing of a person. A case is of whoever is signed
in: another person who sits down before the same browser is not shown it, and signing out erases it.
"""

from __future__ import annotations

import base64
import binascii
import re
import secrets
import time
import zlib
from dataclasses import dataclass
from urllib.parse import parse_qs, urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from ancu.errors import Problem
from ancu.messages import LANGUAGES
from ancu.rulebook.rulebook import Rulebook
from ancu.service.page_form import PageForm
from ancu.service.problems import HttpError
from ancu.service.visitor import name_of

#: Where cases have their places, under the service's root.
CASES = "/ho-so"
#: How long a case can be gone back to after its last step, in seconds.
KEPT = 30 * 60
#: The cookies of a case, and the one that tells whether the browser sends cookies back at all, with the language of the
#: case gone on with last, and the numbers of the cases that are held: their own cookies go to their own paths only, so
#: that signing out would not know of them.
_CASE, _ASKS = "ancu_case", "ancu_cookies"
#: The longest cookie: with the other lines of the head it is less than the 4 KiB that proxies take unless told
#: otherwise. A case with 70 answers is two thirds of it; a longer one is answered in place.
_LONGEST = 2_800
_LARGEST = 1 << 18
#: Of how many cases the numbers are held. Of more at once in 30 minutes, the oldest are not erased on signing out; they
#: are shown to nobody else all the same.
_MOST_CASES = 12
_ID = re.compile(r"[0-9a-f]{24}")
_VIEWS = {"review": "xem-lai", "result": "ket-qua", "slip": "phieu", "file": "ban-luu"}
_SHOWING = {place: view for view, place in _VIEWS.items()}
#: What a place is called in which one answer is changed, or a member entered.
_CHANGE, _MEMBER = "sua.", "nguoi."
#: What was just done to the members, by which the page is shown otherwise.
_FLAGS = ("added", "removed")


@dataclass(frozen=True)
class Places:
    """The places under ``root``; ``secure``: the browser came by HTTPS.

    ``who``: the name of whoever asks, "" where nobody is known. ``held``: the numbers of the cases of this browser;
    ``lang``: the language of the one gone on with last, "" for none.
    """

    root: str
    secure: bool
    who: str = ""
    held: tuple[str, ...] = ()
    lang: str = ""

    @classmethod
    def of(cls, root: str, request: Request) -> Places:
        # Whoever claims to come by HTTPS and does not sends no cookie back, and is answered in place.
        forwarded = request.headers.get("x-forwarded-proto", "")
        said = request.cookies.get(_ASKS, "").split(".")
        held = tuple(page for page in said if _ID.fullmatch(page))
        lang = next((one for one in said if one in LANGUAGES), "")
        return cls(root, "https" in (request.url.scheme, forwarded), name_of(request.state.key or ""), held, lang)

    def begin(self, answer: Response) -> Response:
        """``answer``, asking the browser for whether it sends cookies back."""
        self._hold(answer, self.held, self.lang)
        return answer

    def lead(self, form: PageForm, *, asked: bool) -> Response | None:
        """The answer that leads to where ``form`` stands; None where the browser cannot be given the case.

        ``asked``: the form stands as it was sent, and is to be told of again what is wrong with it.
        """
        if not _ID.fullmatch(form.page):
            form.page = secrets.token_hex(12)
        answer = RedirectResponse(f"{self.root}{CASES}/{form.page}/{place_of(form)}", 303)
        if not self.keep(answer, form, asked=asked):
            return None
        if form.page not in self.held or form.lang != self.lang:
            self._hold(answer, tuple(dict.fromkeys((*self.held, form.page))), form.lang)
        return answer

    def keep(self, answer: Response, form: PageForm, *, asked: bool = False) -> bool:
        """Give the browser the case as ``form`` holds it; whether it is short enough."""
        fields = [*form.fields(), ("at", str(int(time.time()))), ("place", place_of(form)), ("view", form.view)]
        fields += [("of", self.who)]
        fields += [("shown", name) for name in form.shown] if asked else []
        fields += [("do", form.going or "next")] if asked else []
        fields += [(flag, "1") for flag in _FLAGS if getattr(form.members, flag)]
        packed = base64.urlsafe_b64encode(zlib.compress(urlencode(fields).encode(), 9)).decode().rstrip("=")
        if len(packed) <= _LONGEST:
            self._set(answer, _CASE, packed, f"{self.root}{CASES}/{form.page}/")
        return len(packed) <= _LONGEST

    def forget(self, answer: Response, page: str) -> Response:
        """``answer``, having the browser forget the case."""
        if _ID.fullmatch(page):
            self._erase(answer, page)
        if page in self.held:
            self._hold(answer, tuple(one for one in self.held if one != page), self.lang)
        return answer

    def forget_all(self, answer: Response) -> Response:
        """``answer``, having the browser forget all of its cases."""
        for page in self.held:
            self._erase(answer, page)
        if self.held:
            self._hold(answer, (), "")
        return answer

    def form_at(self, book: Rulebook, request: Request, page: str, place: str) -> PageForm:
        """The form at a place of a case, as the browser's cookie holds it.

        Raises :class:`HttpError` where it is not kept, or no longer, or is of somebody else; in the case's language.
        """
        fields = _unpacked(request.cookies.get(_CASE, ""))
        if (lang := fields.get("lang", [self.lang])[0]) in LANGUAGES:
            request.state.lang = lang
        stated, of = fields.get("at", [""])[0], fields.pop("of", [""])[0]
        if not _ID.fullmatch(page) or not stated.isdecimal() or not 0 <= time.time() - int(stated[:12]) <= KEPT:
            raise HttpError(410, "case-gone", Problem("http_case_gone"))
        if of != self.who:
            raise HttpError(403, "case-of-another", Problem("http_case_of_another"))
        return _form_of(book, {**fields, "page": [page]}, place)

    def _erase(self, answer: Response, page: str) -> None:
        path = f"{self.root}{CASES}/{page}/"
        answer.delete_cookie(_CASE, path, secure=self.secure, httponly=True, samesite="strict")

    def _hold(self, answer: Response, pages: tuple[str, ...], lang: str) -> None:
        self._set(answer, _ASKS, ".".join(filter(None, ("1", lang, *pages[-_MOST_CASES:]))), f"{self.root}/")

    def _set(self, answer: Response, name: str, value: str, path: str) -> None:
        answer.set_cookie(name, value, path=path, secure=self.secure, httponly=True, samesite="strict")


def sends_cookies(request: Request) -> bool:
    """Whether the browser has sent back what it was asked to."""
    return _ASKS in request.cookies


def place_of(form: PageForm) -> str:
    """The place at which ``form`` stands."""
    if form.view in _VIEWS:
        return _VIEWS[form.view]
    if form.members.open is not None:
        return f"{_MEMBER}{form.members.open}"
    if len(form.again) == 1 and form.again[0] in form.counting:
        return f"{_CHANGE}{form.again[0]}"
    return str(len(form.steps) + 1)


def _form_of(book: Rulebook, fields: dict[str, list[str]], place: str) -> PageForm:
    """The form that ``fields`` of a cookie hold, at a place of its case."""
    there = fields.pop("place", None) == [place]
    if there and fields.get("shown") and not place.startswith(_MEMBER):
        return PageForm.of(book, fields)  # what is wrong with it is told again
    fields["shown"] = []
    if place in _SHOWING:
        if fields.get("view") != [_SHOWING[place]]:
            fields["view"] = ["questions"]  # and what was answered is gone through up to there
        fields["do"] = [_SHOWING[place]]
        return PageForm.of(book, fields)
    fields["view"] = ["questions"]
    if place.startswith(_CHANGE):
        fields["do"] = [f"change.{place.removeprefix(_CHANGE)}"]
    elif place.startswith(_MEMBER):
        fields["do"] = [f"edit.{place.removeprefix(_MEMBER)}"]
    else:
        fields["do"] = [f"step.{place}"]
    form = PageForm.of(book, fields)
    if there:
        form.members.added, form.members.removed = (flag in fields for flag in _FLAGS)
    return form


def _unpacked(packed: str) -> dict[str, list[str]]:
    """The fields in a cookie; none where it is not one that was given out."""
    try:
        raw = base64.urlsafe_b64decode(packed + "=" * (-len(packed) % 4))
        unpacking = zlib.decompressobj()
        text = unpacking.decompress(raw, _LARGEST).decode()
        return parse_qs(text, keep_blank_values=True, max_num_fields=4_000, errors="strict")
    except (binascii.Error, zlib.error, ValueError):
        return {}
