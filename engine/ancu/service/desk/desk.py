"""The desk: lists are taken, wait their turn, and are worked on one at a time by a process of this worker.

A process apart reads what people send: what makes a reader abort, or hang, ends that process and nothing else.
"""

from __future__ import annotations

import atexit
import logging
import os
import shutil
import tempfile
import threading
import time
from contextlib import suppress
from pathlib import Path

from ancu.errors import Problem
from ancu.messages import message
from ancu.service.desk.store import DeskTask, KeptList, ListStore
from ancu.service.desk.turns import in_turn
from ancu.service.problems import HttpError
from ancu.service.process import ApartDied, ApartProcess, ApartSlow
from ancu.service.settings import Settings

#: How long work on one list may take, in seconds; how often a worker looks for work, tells that it is alive, and
#: erases what has outlived its time.
LONGEST, LOOK, ALIVE, SWEEP = 1_800.0, 1.0, 5.0, 30.0
#: How the names of folders of lists begin, among the system's temporary files.
PREFIX = "ancu-lists-"
#: How many lists one caller may have here, and how many of them may wait; how many there may be of all callers.
MOST_EACH, MOST_WAITING, MOST = 20, 5, 500
#: What must be free on the disk besides several times a list's size, in bytes.
SPARE = 200 << 20
_TIMES = 8
log = logging.getLogger("ancu.service")


class Desk:
    """The lists of a service, and this worker's part in working on them."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._own = settings.lists_dir is None
        self._lock = threading.Lock()
        self._wake, self._stopped = threading.Event(), threading.Event()
        self._store: ListStore | None = None
        self._thread: threading.Thread | None = None
        self._worker: ApartProcess | None = None
        self._seen: tuple[float, list[KeptList]] = (-LOOK, [])

    @property
    def open(self) -> bool:
        """Whether lists are taken here."""
        return self.settings.keep_lists > 0

    @property
    def store(self) -> ListStore:
        """Where the lists stand; from the first time on that it is asked for, this worker works on them."""
        with self._lock:
            if self._store is None:
                folder = self.settings.lists_dir or tempfile.mkdtemp(prefix=PREFIX)
                Path(folder).mkdir(mode=0o700, parents=True, exist_ok=True)
                self._store = ListStore(Path(folder), self.settings.keep_lists)
                if self._own:
                    atexit.register(shutil.rmtree, folder, ignore_errors=True)
                self._thread = threading.Thread(target=self._work, name="ancu-desk", daemon=True)
                self._thread.start()
            return self._store

    def close(self) -> None:
        """Stop working; where the lists stand in a folder of this process alone, they go."""
        self._stopped.set()
        self._wake.set()
        if self._worker is not None:
            self._worker.stop()
        if self._thread is not None:
            self._thread.join(10)
        if self._own and self._store is not None:
            shutil.rmtree(self._store.folder, ignore_errors=True)

    # -- for the pages -----------------------------------------------------------------------------------------------

    def check_room(self, owner: str, size: int) -> None:
        """Raise :class:`HttpError` where another list of ``size`` bytes cannot be taken from ``owner``."""
        held = list(self.store.all())
        own = [kept for kept in held if kept.owner == owner]
        if len(own) >= MOST_EACH:
            raise HttpError(429, "desk-full", Problem("desk_many", {"most": MOST_EACH}))
        self.check_waiting(owner, own)
        if len(held) >= MOST:
            raise HttpError(503, "busy", Problem("desk_all_many", {"most": MOST}), [("retry-after", "60")])
        if shutil.disk_usage(self.store.folder).free < _TIMES * size + SPARE:
            raise disk_full()

    def check_waiting(self, owner: str, held: list[KeptList] | None = None) -> None:
        """Raise :class:`HttpError` where ``owner`` has enough waiting already."""
        held = held if held is not None else list(self.store.all())
        if sum(kept.stage == "queued" and kept.owner == owner for kept in held) >= MOST_WAITING:
            raise HttpError(429, "desk-full", Problem("desk_waiting_many", {"most": MOST_WAITING}))

    def submit(self, kept: KeptList, task: DeskTask) -> None:
        """Have ``task`` done with a list when its turn comes."""
        kept.stage, kept.task, kept.queued, kept.attempts, kept.problems = "queued", task, time.time(), 0, []
        self.store.tell(self.store.home(kept), 0, None)
        self.store.put(kept, touched=True)
        self._wake.set()

    def ahead(self, kept: KeptList) -> int:
        """How many lists are worked on before this one."""
        when, held = self._seen
        if time.monotonic() > when + LOOK:  # everybody who waits asks each second
            held = list(self.store.all())
            self._seen = (time.monotonic(), held)
        waiting = [one.id for one in in_turn(held)]
        place = waiting.index(kept.id) if kept.id in waiting else 0
        return place + sum(one.stage == "running" for one in held)

    # -- working -----------------------------------------------------------------------------------------------------

    def _work(self) -> None:
        store = self._store
        assert store is not None
        swept = 0.0
        while not self._stopped.is_set():
            try:
                if time.monotonic() > swept + SWEEP:
                    swept = time.monotonic()
                    store.sweep()
                    sweep_left_behind(store)
                kept = self._next(store)
                if kept is not None:
                    self._perform(store, kept)
                    continue
            except Exception as error:  # a full disk, say: what waits goes on waiting
                log.error("desk failed %s", type(error).__name__)
            self._wake.wait(LOOK)
            self._wake.clear()

    def _next(self, store: ListStore) -> KeptList | None:
        """The list whose turn it is, claimed for this worker."""
        held = list(store.all())
        for kept in held:
            if kept.stage == "running" and store.abandoned(kept):
                kept.stage = "queued"
                if kept.attempts > 1:
                    kept.stage, kept.problems = "failed", [message("desk_died", kept.lang)]
                store.put(kept)
        for kept in in_turn(held):
            if store.claim(kept):
                now = store.get(kept.id)
                if now is not None and now.stage == "queued":
                    return now
                store.release(kept)
        return None

    def _perform(self, store: ListStore, kept: KeptList) -> None:
        kept.stage, kept.began, kept.attempts = "running", time.time(), kept.attempts + 1
        store.put(kept)
        if self._worker is not None and not self._worker.alive:
            self._worker.stop()  # and let go of what it held
            self._worker = None
        if self._worker is None:
            rules = self.settings.rules_dir
            self._worker = ApartProcess("ancu.service.desk.worker", [rules] if rules else [])
        answer = self._ask(self._worker, store, kept)
        if self._stopped.is_set():
            return
        now = store.get(kept.id)
        if now is not None:  # else it was erased meanwhile
            now.problems = answer
            now.stage = "failed" if answer else "done"
            now.judged = now.judged or (now.task == "judge" and not answer)
            store.put(now, touched=True)
            store.release(now)

    @staticmethod
    def _ask(worker: ApartProcess, store: ListStore, kept: KeptList) -> list[str]:
        """Have the task of a list done; what was wrong with it, in sentences."""
        work = {"home": str(store.home(kept)), "task": kept.task}
        try:
            problems: list[str] = worker.ask(work, LONGEST, lambda: store.renew(kept), ALIVE)["problems"]
        except ApartSlow:
            return [message("desk_too_long", kept.lang, minutes=int(LONGEST // 60))]
        except ApartDied:
            return [message("desk_died", kept.lang)]
        return problems


def sweep_left_behind(store: ListStore) -> None:
    """Erase what services have left that were killed, when its time has come: nobody else would."""
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        with suppress(OSError):
            if folder == store.folder or folder.is_symlink() or not folder.is_dir():
                continue
            if hasattr(os, "geteuid") and folder.stat().st_uid != os.geteuid():
                continue
            ListStore(folder, store.minutes).sweep()
            # An empty one of a service that runs is new.
            if folder.stat().st_mtime < time.time() - 60 * store.minutes:
                folder.rmdir()


def disk_full() -> HttpError:
    """What is said where a list finds no room on the disk."""
    return HttpError(507, "disk-full", Problem("desk_disk_full"), [("retry-after", "600")])
