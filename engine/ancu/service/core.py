"""What the routes and the page share: the rulebook, the log, the counts, confirmed outcomes, and threads to judge on.

Nothing here knows of HTTP routes.
"""

from __future__ import annotations

import asyncio
import gc
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from typing import TypeVar

from ancu.batch.outcomes import CaseOutcome
from ancu.decision.deciding import Record, decide_all
from ancu.decision.model import Decision
from ancu.errors import Problem
from ancu.rulebook.rulebook import Rulebook
from ancu.service.admission import Admission
from ancu.service.case import RequestedCase, decisions_on
from ancu.service.journal import DecisionLog, entry
from ancu.service.metrics import Metrics
from ancu.service.problems import HttpError
from ancu.service.schemas import NotCovered
from ancu.service.sessions import Sessions
from ancu.service.settings import Settings
from ancu.service.visitor import RoomLink

Answer = TypeVar("Answer")


class Core:
    """The service without its addresses."""

    def __init__(self, settings: Settings, book: Rulebook) -> None:
        self.settings, self.book = settings, book
        self.limits = settings.limits
        idle, longest = 60.0 * settings.session_idle, 3600.0 * settings.session_hours
        self.sessions = Sessions(settings.sessions_dir, idle, longest)
        self.admission = Admission(settings, self.sessions)
        #: The parts that this service has besides, for the head of its pages.
        self.rooms: list[RoomLink] = []
        self.log = DecisionLog(settings.decision_log, settings.keep_days) if settings.decision_log is not None else None
        self.metrics = Metrics()
        #: Outcomes that two engines have confirmed since the start.
        self.confirmed: set[CaseOutcome] = set()
        # Judging holds Python's lock: one thread judges cases, another lists, and the loop stays free to answer.
        self.cases = ThreadPoolExecutor(1, "ancu-cases")
        self.lists = ThreadPoolExecutor(1, "ancu-lists")
        self.waiting = 0

    async def warm(self) -> None:
        """Build the engines of today's programmes before the first caller waits for them."""
        await asyncio.get_running_loop().run_in_executor(self.cases, self._warm)

    def _warm(self) -> None:
        decide_all(self.book, Record({}))
        # The rulebook stays for the life of the process; the collector need not walk it again and again. What a request
        # makes is freed as it ends: looking for more after every few hundred objects takes a tenth of a list's time.
        gc.collect()
        gc.freeze()
        gc.set_threshold(50_000, 20, 20)

    async def judge(self, work: Callable[[], Answer]) -> Answer:
        """Run ``work`` off the loop. Raises :class:`HttpError` when it would wait, or takes, too long."""
        if self.waiting >= self.limits.waiting:
            raise HttpError(503, "busy", Problem("http_busy"), [("retry-after", "1")])
        self.waiting += 1
        try:
            async with asyncio.timeout(self.limits.seconds):
                return await asyncio.get_running_loop().run_in_executor(self.cases, copy_context().run, work)
        except TimeoutError as error:
            raise HttpError(503, "busy", Problem("http_busy"), [("retry-after", "5")]) from error
        finally:
            self.waiting -= 1

    def decide(
        self, case: RequestedCase, request_id: str, key: str | None, replaces: str | None = None
    ) -> tuple[list[Decision], list[NotCovered]]:
        """Decide, count, and write to the decision log, with the name of the caller's key, before anything is said.

        ``replaces``: the request whose result this one takes the place of.
        """
        decisions, uncovered = decisions_on(self.book, case)
        if self.log is not None:
            texts = (decision.model_dump_json() for decision in decisions)
            self.log.append([entry(request_id, case.record, self.book.digest, texts, key, replaces)])
        self.metrics.decided(Counter((d.status, d.receipt.concluded_by) for d in decisions))
        return decisions, uncovered
