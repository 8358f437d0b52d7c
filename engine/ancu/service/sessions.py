"""Who is signed in: a file for each session, so that whichever worker is asked knows it, and signing out ends it.

A browser holds a random token; here stands its digest alone, with the name of the key, the digest of the key, and when
it began. When it was last used is the time of the file.
"""

from __future__ import annotations

import atexit
import hashlib
import json
import os
import re
import secrets
import shutil
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ancu.service.settings import Keys

#: How the names of folders of sessions begin, among the system's temporary files.
PREFIX = "ancu-sessions-"
#: How many sessions there may be; beyond that those longest unused go.
MOST = 5_000
_NAME = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Session:
    """A session: under which name, by which key (its digest, in hexadecimal), since when."""

    name: str
    digest: str
    began: float


class Sessions:
    """The sessions of a service, each ended after ``idle`` seconds without use and after ``longest`` seconds anyway.

    ``folder`` None: one of this process's own, made when somebody first signs in and deleted with the process.
    """

    def __init__(self, folder: str | None, idle: float, longest: float, now: Callable[[], float] = time.time) -> None:
        self._folder, self._own = Path(folder) if folder is not None else None, folder is None
        self.idle, self.longest, self._now = idle, longest, now
        self._lock = threading.Lock()

    def open(self, name: str, digest: str) -> str:
        """Begin a session for the key of that name and digest; the token that stands for it. Raises OSError."""
        folder = self._made()
        self._sweep(folder)
        token = secrets.token_urlsafe(32)
        content = json.dumps({"name": name, "digest": digest, "began": self._now()})
        path = folder / _digest(token)
        file = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(file, "w", encoding="utf-8") as out:
            out.write(content)
        self._touch(path)
        return token

    def find(self, token: str, keys: Keys) -> Session | None:
        """The session of ``token``, used just now; None where there is none, its time is over, or its key is gone."""
        path = self._path(token)
        if path is None:
            return None
        try:
            used = path.stat().st_mtime
            session = Session(**json.loads(path.read_bytes()))
        except (OSError, ValueError, TypeError):
            return None
        now = self._now()
        over = now >= used + self.idle or now >= session.began + self.longest
        if over or not keys.holds(session.name, bytes.fromhex(session.digest)):
            self.end(token)
            return None
        self._touch(path)
        return session

    def end(self, token: str) -> None:
        """End a session, wherever its token still lies about."""
        path = self._path(token)
        if path is not None:
            with suppress(OSError):
                path.unlink()

    def close(self) -> None:
        """End all sessions, where they are of this process alone."""
        if self._own and self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None

    def _made(self) -> Path:
        with self._lock:
            if self._folder is None:
                self._folder = Path(tempfile.mkdtemp(prefix=PREFIX))
                atexit.register(shutil.rmtree, self._folder, ignore_errors=True)
            return self._folder

    def _path(self, token: str) -> Path | None:
        return self._folder / _digest(token) if self._folder is not None else None

    def _touch(self, path: Path) -> None:
        with suppress(OSError):
            os.utime(path, (self._now(), self._now()))

    def _sweep(self, folder: Path) -> None:
        """Delete what is over, and of more than there may be those longest unused."""
        used: list[tuple[float, Path]] = []
        for path in folder.iterdir():
            with suppress(OSError):
                if _NAME.fullmatch(path.name):
                    used.append((path.stat().st_mtime, path))
        used.sort()
        for place, (when, path) in enumerate(used):
            if when <= self._now() - self.idle or place <= len(used) - MOST:
                with suppress(OSError):
                    path.unlink()


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogateescape")).hexdigest()
