"""The room of scenarios: the folder, what is known of it, and the process that reads and runs what people write.

Two things are done at a time, a short one and a long one; of one caller little waits, and nobody waits without end.
"""

from __future__ import annotations

import asyncio
import shutil
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

from ancu import extras
from ancu.errors import Problem
from ancu.messages import Language
from ancu.rulebook.rulebook import Rulebook
from ancu.service.problems import HttpError
from ancu.service.process import ApartDied, ApartProcess, ApartSlow
from ancu.service.scenarios.folder import FeatureFolder
from ancu.service.scenarios.last_results import LastResults
from ancu.service.settings import Settings

#: How long running one text may take, and what looks at the whole folder or searches for records, in seconds.
SHORT, LONG = 60, 240
#: How many requests may wait, and how many of one caller.
MOST_WAITING, MOST_EACH = 8, 2
_OFTEN = 1.0
#: How the names of folders begin in which texts stand while they are run.
PREFIX = "ancu-scenarios-"
_DAY = 86_400.0


class _Lane:
    """A process that does one thing after another, and the thread that asks it.

    What people write stands in a folder of its own while it is run, and goes with the process that it was run by.
    """

    def __init__(self, name: str, rules_dir: str | None) -> None:
        self._arguments = [rules_dir] if rules_dir else []
        self._process: ApartProcess | None = None
        self._temporary: str | None = None
        self.thread = ThreadPoolExecutor(1, name)

    def begun(self) -> ApartProcess:
        """The process, which makes ready while nobody waits for it."""
        if self._process is not None and not self._process.alive:
            self._stop()
        if self._process is None:
            self._temporary = tempfile.mkdtemp(prefix=PREFIX)
            self._process = ApartProcess("ancu.service.scenarios.worker", self._arguments, self._temporary)
        assert self._temporary is not None
        Path(self._temporary).mkdir(mode=0o700, exist_ok=True)  # a system may clear away what nobody has used for days
        return self._process

    def ask(self, work: dict[str, Any], longest: float) -> dict[str, Any]:
        process = self.begun()
        try:
            answer: dict[str, Any] = process.ask(work, longest, lambda: None, _OFTEN)
        except ApartSlow as slow:
            raise HttpError(503, "busy", Problem("room_too_long", {"seconds": int(longest)})) from slow
        except ApartDied as died:
            raise HttpError(503, "busy", Problem("room_failed")) from died
        return answer

    def _stop(self) -> None:
        if self._process is not None:
            self._process.stop()
            self._process = None
        if self._temporary is not None:
            shutil.rmtree(self._temporary, ignore_errors=True)

    def close(self) -> None:
        self._stop()
        self.thread.shutdown(wait=False, cancel_futures=True)


def _sweep_left_behind() -> None:
    """Erase what services have left that were killed a day ago: nobody else would."""
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        with suppress(OSError):
            if folder.is_dir() and not folder.is_symlink() and folder.stat().st_mtime < time.time() - _DAY:
                shutil.rmtree(folder, ignore_errors=True)


class ScenarioRoom:
    """The scenarios of a service: what takes long waits in a lane of its own, and keeps nobody's one text waiting."""

    def __init__(self, settings: Settings, book: Rulebook) -> None:
        self.settings, self.book = settings, book
        self.folder = FeatureFolder(Path(settings.features)) if settings.features is not None else None
        self.results = LastResults(book.digest)
        self._short = _Lane("ancu-scenarios", settings.rules_dir)
        self._long = _Lane("ancu-scenarios-long", settings.rules_dir)
        self._waiting: Counter[str] = Counter()
        _sweep_left_behind()

    @property
    def ready(self) -> bool:
        """Whether what runs scenarios is installed."""
        return extras.specs()

    def make_ready(self) -> None:
        """Somebody begins to write, and will want to run it."""
        if self.ready:
            self._short.thread.submit(self._short.begun)

    async def ask(self, owner: str, task: str, lang: Language, longest: float = SHORT, **said: Any) -> dict[str, Any]:
        """What a task answers; :class:`HttpError` where it takes too long, or too much waits already."""
        if not self.ready:
            raise HttpError(503, "busy", Problem("room_needs_extra"))
        if self._waiting[owner] >= MOST_EACH:
            raise HttpError(429, "room-full", Problem("room_waiting", {"most": MOST_EACH}), [("retry-after", "5")])
        if sum(self._waiting.values()) >= MOST_WAITING:
            raise HttpError(503, "busy", Problem("http_busy"), [("retry-after", "5")])
        self._waiting[owner] += 1
        try:
            work = {"task": task, "lang": lang, **said}
            lane = self._long if longest > SHORT else self._short
            return await asyncio.get_running_loop().run_in_executor(lane.thread, lane.ask, work, longest)
        finally:
            self._waiting[owner] -= 1
            self._waiting += Counter()  # those that have nothing here are forgotten

    def close(self) -> None:
        """Stop what is being done."""
        self._short.close()
        self._long.close()
