"""The places of a case: pages with an address each, to which the browser's own buttons go back and forward.

What is posted is answered by the address of the page that comes next. The case itself goes along in a cookie of that
address, so that the browser keeps it, and the server nothing: the answers, as the hidden fields of the form hold them.
The address has a random number of the case and the place in it, nothing of a person.
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

from ancu.rulebook.rulebook import Rulebook
from ancu.service.page_form import PageForm

#: Where cases have their places, under the service's root.
CASES = "/ho-so"
#: How long a case can be gone back to after its last step, in seconds.
KEPT = 30 * 60
#: The cookies of a case, and the one that tells whether the browser sends cookies back at all.
_CASE, _ASKS = "ancu_case", "ancu_cookies"
#: The longest cookie: with the other lines of the head it is less than the 4 KiB that proxies take unless told
#: otherwise. A case with 70 answers is two thirds of it; a longer one is answered in place.
_LONGEST = 2_800
_LARGEST = 1 << 18
_ID = re.compile(r"[0-9a-f]{24}")
_VIEWS = {"review": "xem-lai", "result": "ket-qua", "slip": "phieu", "file": "ban-luu"}
_SHOWING = {place: view for view, place in _VIEWS.items()}
#: What a place is called in which one answer is changed, or a member entered.
_CHANGE, _MEMBER = "sua.", "nguoi."
#: What was just done to the members, by which the page is shown otherwise.
_FLAGS = ("added", "removed")


@dataclass(frozen=True)
class Places:
    """The places under ``root``; ``secure``: the browser came by HTTPS."""

    root: str
    secure: bool

    @classmethod
    def of(cls, root: str, request: Request) -> Places:
        # Whoever claims to come by HTTPS and does not sends no cookie back, and is answered in place.
        forwarded = request.headers.get("x-forwarded-proto", "")
        return cls(root, "https" in (request.url.scheme, forwarded))

    def begin(self, answer: Response) -> Response:
        """``answer``, asking the browser for whether it sends cookies back."""
        self._set(answer, _ASKS, "1", f"{self.root}/")
        return answer

    def lead(self, form: PageForm, *, asked: bool) -> Response | None:
        """The answer that leads to where ``form`` stands; None where the browser cannot be given the case.

        ``asked``: the form stands as it was sent, and is to be told of again what is wrong with it.
        """
        if not _ID.fullmatch(form.page):
            form.page = secrets.token_hex(12)
        answer = RedirectResponse(f"{self.root}{CASES}/{form.page}/{place_of(form)}", 303)
        return answer if self.keep(answer, form, asked=asked) else None

    def keep(self, answer: Response, form: PageForm, *, asked: bool = False) -> bool:
        """Give the browser the case as ``form`` holds it; whether it is short enough."""
        fields = [*form.fields(), ("at", str(int(time.time()))), ("place", place_of(form)), ("view", form.view)]
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
            path = f"{self.root}{CASES}/{page}/"
            answer.delete_cookie(_CASE, path, secure=self.secure, httponly=True, samesite="strict")
        return answer

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


def form_at(book: Rulebook, request: Request, page: str, place: str) -> PageForm | None:
    """The form at a place of a case, as the browser's cookie holds it; None where it is not kept, or no longer."""
    fields = _unpacked(request.cookies.get(_CASE, ""))
    stated = fields.get("at", [""])[0]
    if not _ID.fullmatch(page) or not stated.isdecimal() or not 0 <= time.time() - int(stated[:12]) <= KEPT:
        return None
    fields["page"] = [page]
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
