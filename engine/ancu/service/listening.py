"""The socket that the service listens on; what it needs besides is loaded elsewhere."""

from __future__ import annotations

import contextlib
import socket

from ancu.errors import OutputError, Problem, os_reason
from ancu.service.settings import Settings

#: Asks for an address that nobody else has. Elsewhere SO_REUSEADDR does no more than pass over connections that have
#: ended; on Windows it would take the address from whoever listens on it.
_ALONE: int = getattr(socket, "SO_EXCLUSIVEADDRUSE", socket.SO_REUSEADDR)


def listen(settings: Settings) -> socket.socket:
    """The socket to serve on. Raises :class:`OutputError` where the address cannot be had."""
    try:
        family = socket.getaddrinfo(settings.host, settings.port, type=socket.SOCK_STREAM)[0][0]
        with contextlib.ExitStack() as closing:
            found = closing.enter_context(socket.socket(family))
            found.setsockopt(socket.SOL_SOCKET, _ALONE, 1)
            found.bind((settings.host, settings.port))
            closing.pop_all()  # it is had, and stays open
    except OSError as error:
        values = {"host": settings.host, "port": settings.port, "reason": os_reason(error)}
        raise OutputError(Problem("serve_port_taken", values)) from error
    return found
