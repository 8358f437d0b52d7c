"""The trail of acts: a line in the log of the service for each, beside that of its request; nothing personal in it."""

from __future__ import annotations

import logging

from starlette.requests import Request

log = logging.getLogger("ancu.service")


def audit(request: Request, act: str, *, key: str | None = None, **told: object) -> None:
    """Log that ``act`` was done under the name of a key (None: that of the request).

    ``told`` are numbers and names of our own, such as numbers of entries; never what was written in a form.
    """
    values = "".join(f" {name}={value}" for name, value in told.items())
    log.info("request=%s key=%s act=%s%s", request.state.request_id, key or request.state.key, act, values)
