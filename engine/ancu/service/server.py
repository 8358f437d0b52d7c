"""Running the service: uvicorn with one or several processes, on one listening socket."""

from __future__ import annotations

import asyncio
import logging
import os
import shutil
import signal
import socket
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import uvicorn
from uvicorn import Config, Server
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from ancu.errors import OutputError
from ancu.service.desk.desk import PREFIX
from ancu.service.guard import Guard, log
from ancu.service.metrics import SHARED
from ancu.service.sessions import PREFIX as SESSIONS
from ancu.service.settings import Limits, Settings

#: How long a request in hand may take to end when the service is told to stop, in seconds.
GRACE = 30
#: How many connections the system may keep for us until we take them, and open files to ask of it.
BACKLOG, OPEN_FILES = 2_048, 8_192
_HEAD_TOO_LARGE = b"HTTP/1.1 431 Request Header Fields Too Large\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"
_SETTINGS = "ANCU_SERVICE_SETTINGS"


class Protocol(HttpToolsProtocol):
    """uvicorn's protocol, made to answer at once, and to bound the time and the size of a request's head."""

    _overdue: asyncio.TimerHandle | None = None
    _head = 0

    def connection_made(self, transport: Any) -> None:
        super().connection_made(transport)
        guard = self.config.loaded_app
        # asyncio does this for sockets that say they are TCP, which those that uvicorn binds do not. Without it, an
        # answer on a connection kept open waits 40 ms for the caller's acknowledgement.
        transport.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        limits = guard.settings.limits if isinstance(guard, Guard) else Limits()
        self.seconds, self.longest_head = limits.seconds, limits.head
        self._wait_for_head()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self.cycle is None or self.cycle.response_complete:
            self._wait_for_head()
            self._head += len(data)
            if self._head > self.longest_head and not self.transport.is_closing():
                self.transport.write(_HEAD_TOO_LARGE)
                self.transport.close()
        else:
            self._stop_waiting()
            self._head = 0

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_waiting()
        super().connection_lost(exc)

    def _wait_for_head(self) -> None:
        if self._overdue is None:
            self._overdue = self.loop.call_later(self.seconds, self.transport.close)

    def _stop_waiting(self) -> None:
        if self._overdue is not None:
            self._overdue.cancel()
            self._overdue = None


def make_app(settings: Settings | None = None) -> Guard:
    """The application; without ``settings``, as in a worker, with those that :func:`run` left it."""
    from ancu.service.app import create_app

    return reopening(create_app(settings or settings_left()))


def settings_left() -> Settings:
    """The settings that :func:`run` left its workers."""
    return Settings.from_json(os.environ[_SETTINGS])


def reopening(app: Guard) -> Guard:
    """``app``, made to go on in a new decision log when the system says that the old one was moved away (SIGHUP)."""
    journal = app.core.log
    if journal is not None and hasattr(signal, "SIGHUP"):

        def reopen(*_: object) -> None:
            try:
                journal.reopen()
            except OutputError as error:
                log.error("%s", error.text("en"))

        signal.signal(signal.SIGHUP, reopen)
    return app


def run(settings: Settings, listening: socket.socket, make: Callable[..., Guard] = make_app) -> None:
    """Serve until told to stop (SIGINT, SIGTERM); what is in hand is finished first.

    ``make`` is a function of a module, called as :func:`make_app` is.
    """
    _allow_open_files()
    options: dict[str, Any] = {
        "http": Protocol,
        "ws": "none",
        "lifespan": "on",
        "backlog": BACKLOG,
        "access_log": False,
        "server_header": False,
        "proxy_headers": False,
        "log_config": _log_config(),
        "timeout_keep_alive": 20,
        "timeout_graceful_shutdown": GRACE,
    }
    if settings.workers == 1:
        Server(Config(make(settings), **options)).run([listening])
        return
    # Workers start from nothing but their environment; they bind the address themselves, which was free just now.
    host, port = listening.getsockname()[:2]
    listening.close()
    shared = tempfile.mkdtemp(prefix="ancu-metrics-")
    # Whichever worker is asked of a list finds it.
    lists = settings.lists_dir or tempfile.mkdtemp(prefix=PREFIX)
    sessions = settings.sessions_dir or tempfile.mkdtemp(prefix=SESSIONS)
    left = replace(settings, lists_dir=lists, sessions_dir=sessions)
    os.environ |= {SHARED: shared, _SETTINGS: left.to_json()}
    factory = f"{make.__module__}:{make.__name__}"
    try:
        uvicorn.run(factory, factory=True, host=host, port=port, workers=settings.workers, **options)
    finally:
        shutil.rmtree(shared, ignore_errors=True)
        if settings.sessions_dir is None:
            shutil.rmtree(sessions, ignore_errors=True)
        if settings.lists_dir is None:
            shutil.rmtree(lists, ignore_errors=True)


def _allow_open_files() -> None:
    """Each connection is an open file, of which many systems allow a thousand unless asked for more."""
    try:
        import resource
    except ImportError:
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = OPEN_FILES if hard == resource.RLIM_INFINITY else min(OPEN_FILES, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def _log_config() -> dict[str, Any]:
    """How the service logs: lines on standard error, times in UTC, no access log of the server's own."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "line": {"()": "ancu.service.server.UtcFormatter", "format": "%(asctime)s %(levelname)s %(message)s"}
        },
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
        "loggers": {
            name: {"handlers": ["stderr"], "level": "INFO", "propagate": False} for name in ("ancu.service", "uvicorn")
        },
    }


class UtcFormatter(logging.Formatter):
    converter = staticmethod(time.gmtime)
    default_time_format = "%Y-%m-%dT%H:%M:%S"
    default_msec_format = "%s.%03dZ"
