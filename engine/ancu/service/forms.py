"""Forms as pages post them: those of the service's own pages, within limits."""

from __future__ import annotations

from urllib.parse import parse_qs

from starlette.requests import Request

from ancu.errors import Problem
from ancu.service.guard import body_of, check_own_form
from ancu.service.problems import HttpError

#: How many fields a form may have: a table of many rows, each with some.
_FIELDS = 5_000
_FORM = ("application/x-www-form-urlencoded",)


async def form_of(request: Request) -> dict[str, list[str]]:
    """What a form says; :class:`HttpError` for one of another site, or that cannot be read."""
    check_own_form(request)
    try:
        text = (await body_of(request, _FORM)).decode()
        return parse_qs(text, keep_blank_values=True, max_num_fields=_FIELDS, errors="strict")
    except ValueError as error:
        raise HttpError(400, "malformed", Problem("http_malformed")) from error
