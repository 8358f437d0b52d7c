"""The lists that the service holds for now: a private folder each, named by an id that nobody guesses.

What state a list is in stands in its folder, so that whichever worker is asked knows it. Nothing outlives its time.
"""

from __future__ import annotations

import json
import os
import re
import secrets
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from ancu.messages import Language

#: What is done with a list: its columns are read, its rows are judged, its result is compared with an earlier one.
DeskTask = Literal["read", "judge", "compare"]
Stage = Literal["queued", "running", "done", "failed"]
_ID = re.compile(r"[0-9a-f]{32}")
_STATE, _CLAIM, _PROGRESS = "state.json", "claim", "progress.json"
#: Files of the list's own stand in this folder of it, under names as their user knows them.
FILES = "files"
RESULT, MAPPING, CORRECTIONS, CHANGES = "ket-qua.xlsx", "doi-chieu.yaml", "sua.csv", "thay-doi.xlsx"
#: A claim that nobody has renewed for so long is of a worker that has died, in seconds.
STALE = 60.0
_DAY = 86_400.0


class KeptList(BaseModel):
    """A list that is held: whose it is, what is done with it, how far that is. Times are seconds since 1970.

    ``owner`` tells whose turn it is, and who may ask: the name of a key, or where the request came from. ``problems``
    are told when ``task`` has failed; ``judged``: there is a result.
    """

    model_config = ConfigDict(extra="forbid")

    id: str
    owner: str
    lang: Language
    file: str
    created: float
    expires: float
    stage: Stage = "queued"
    task: DeskTask = "read"
    queued: float = 0.0
    began: float = 0.0
    attempts: int = 0
    problems: list[str] = []
    judged: bool = False
    programmes: list[str] = []
    as_of: str = ""
    sheets: list[str] = []
    constants: dict[str, str] = {}
    earlier: str = ""

    @property
    def busy(self) -> bool:
        """Whether something is being done with it, or waits to be."""
        return self.stage in ("queued", "running")


class ListStore:
    """The lists in ``folder``, each kept ``minutes`` after somebody last did something with it."""

    def __init__(self, folder: Path, minutes: int, now: Callable[[], float] = time.time) -> None:
        self.folder, self.minutes, self._now = folder, minutes, now

    def create(self, owner: str, lang: Language, file: str) -> KeptList:
        """A new list without its file. Raises OSError."""
        kept = KeptList(
            id=secrets.token_hex(16), owner=owner, lang=lang, file=file, created=self._now(), expires=self._expiry()
        )
        (self.folder / kept.id).mkdir(mode=0o700)
        self.files(kept).mkdir(mode=0o700)
        return kept

    def get(self, name: str) -> KeptList | None:
        """The list of that id; None for one that is not held, or no longer."""
        if not _ID.fullmatch(name):
            return None
        try:
            kept = KeptList.model_validate_json((self.folder / name / _STATE).read_bytes())
        except (OSError, ValueError):
            return None
        # What is worked on is not taken from under the work, unless nobody has been at it for a day.
        until = kept.expires + (_DAY if kept.busy else 0)
        return kept if until > self._now() else None

    def put(self, kept: KeptList, *, touched: bool = False) -> None:
        """Write down how it stands; ``touched``: somebody did something with it. Raises OSError."""
        if touched:
            kept.expires = self._expiry()
        self._replace(self.home(kept) / _STATE, kept.model_dump_json().encode())

    def all(self) -> Iterator[KeptList]:
        """Every list that is held."""
        with suppress(OSError):
            for name in os.listdir(self.folder):
                if (kept := self.get(name)) is not None:
                    yield kept

    def erase(self, kept: KeptList) -> None:
        """Delete all that is held of a list."""
        shutil.rmtree(self.home(kept), ignore_errors=True)

    def sweep(self) -> None:
        """Delete what has outlived its time, and folders without a state that are as old."""
        now = self._now()
        with suppress(OSError):
            for name in os.listdir(self.folder):
                home = self.folder / name
                if not _ID.fullmatch(name) or self.get(name) is not None:
                    continue
                with suppress(OSError):
                    # One without a state is being made just now, or was left by a process that died.
                    if (home / _STATE).exists() or home.stat().st_mtime < now - 60 * self.minutes:
                        shutil.rmtree(home, ignore_errors=True)

    def home(self, kept: KeptList) -> Path:
        return self.folder / kept.id

    def files(self, kept: KeptList) -> Path:
        """The folder of its files."""
        return self.folder / kept.id / FILES

    # -- what is being done ------------------------------------------------------------------------------------------

    def claim(self, kept: KeptList) -> bool:
        """Take it upon this worker to do what waits; False where another has."""
        path = self.home(kept) / _CLAIM
        try:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        except OSError:
            return False
        return True

    def renew(self, kept: KeptList) -> None:
        """Say that this worker is still at it."""
        with suppress(OSError):
            os.utime(self.home(kept) / _CLAIM)

    def release(self, kept: KeptList) -> None:
        with suppress(OSError):
            (self.home(kept) / _CLAIM).unlink()

    def abandoned(self, kept: KeptList) -> bool:
        """Whether whoever was at it has died; if so its claim is taken away."""
        path = self.home(kept) / _CLAIM
        try:
            if path.stat().st_mtime > self._now() - STALE:
                return False
            os.rename(path, path.with_name(f"{_CLAIM}.{secrets.token_hex(4)}"))
        except FileNotFoundError:
            return kept.began < self._now() - STALE
        except OSError:
            return False
        return True

    def tell(self, home: Path, done: int, total: int | None) -> None:
        """Write down how far the work in the folder ``home`` is."""
        with suppress(OSError):
            self._replace(home / _PROGRESS, json.dumps([done, total]).encode())

    def progress(self, kept: KeptList) -> tuple[int, int | None]:
        """How many rows are done, and of how many if that is known."""
        try:
            done, total = json.loads((self.home(kept) / _PROGRESS).read_bytes())
        except (OSError, ValueError):
            return 0, None
        return done, total

    def write(self, home: Path, name: str, content: Any) -> None:
        """Keep ``content`` as JSON."""
        self._replace(home / f"{name}.json", json.dumps(content, ensure_ascii=False).encode())

    def read(self, kept: KeptList, name: str) -> Any:
        """What was kept; None if nothing was."""
        try:
            return json.loads((self.home(kept) / f"{name}.json").read_bytes())
        except (OSError, ValueError):
            return None

    def _expiry(self) -> float:
        return self._now() + 60 * self.minutes

    @staticmethod
    def _replace(path: Path, content: bytes) -> None:
        made = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
        try:
            made.write_bytes(content)
            os.replace(made, path)
        except OSError:
            made.unlink(missing_ok=True)
            raise
