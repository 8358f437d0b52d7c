"""The library among threads, forks and event loops: right answers, no threads of its own, nothing left behind."""

from __future__ import annotations

import asyncio
import gc
import multiprocessing
import os
import subprocess
import sys
import threading
import tracemalloc
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any
from weakref import WeakValueDictionary

import pytest

import ancu
from ancu.inference import rete
from tests.conftest import WORKER
from tests.support.thorough import enough

pytestmark = [pytest.mark.slow, pytest.mark.sweep]  # starts processes, and counts over many decisions

DAY = date(2026, 5, 1)
PURCHASE = "social_housing_purchase"
INCOMES = [24_999_999 + i % 4 for i in range(enough(120, 40))]
EXPECTED = ["eligible" if income <= 25_000_000 else "ineligible" for income in INCOMES]
#: Forking while threads run is what is tested here; newer Pythons warn of it.
forking = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")


def status(book: ancu.Rulebook, income: int) -> str:
    return ancu.decide(book, {**WORKER, "net_income": income}, PURCHASE, DAY).status


def statuses(book: ancu.Rulebook, income: int) -> list[str]:
    case = {**WORKER, "net_income": income}
    return [f"{d.programme} {d.status} {d.told} {d.papers}" for d in ancu.decide_all(book, case, as_of=DAY)]


def test_threads_share_a_rulebook_loaded_in_one_of_them() -> None:
    """Everything that is built when first used is built under contention."""
    book = ancu.load_rulebook()
    start = threading.Barrier(4)

    def work(part: list[int]) -> list[tuple[str, list[str]]]:
        start.wait()
        return [(status(book, income), statuses(book, income)) for income in part]

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(work, [INCOMES[i::4] for i in range(4)]))
    for i, part in enumerate(found):
        assert [one for one, _ in part] == EXPECTED[i::4]
        for (_, several), income in zip(part, INCOMES[i::4], strict=True):
            assert several == statuses(book, income)


def test_no_thread_is_started(book: ancu.Rulebook) -> None:
    script = (
        "import os, threading, ancu\n"
        "book = ancu.load_rulebook()\n"
        "ancu.decide_all(book, {'net_income': '9 triệu'})\n"
        "list(ancu.decide_many(book, [{'net_income': 9_000_000}] * 3))\n"
        "print(threading.active_count(), len(os.listdir('/proc/self/task')) if os.path.exists('/proc') else 1)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["1", "1"]


BOOK: list[ancu.Rulebook] = []


def _in_child(income: int) -> tuple[str, list[str]]:
    return status(BOOK[0], income), statuses(BOOK[0], income)


@forking
@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_forked_workers_decide_with_what_was_built_before(book: ancu.Rulebook) -> None:
    BOOK[:] = [book]
    before = [_in_child(income) for income in INCOMES[:8]]
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("fork")) as pool:
        assert list(pool.map(_in_child, INCOMES[:8] * 3)) == before * 3
    assert [_in_child(income) for income in INCOMES[:8]] == before


@forking
@pytest.mark.skipif(not rete.AVAILABLE or not hasattr(os, "fork"), reason="needs durable-rules and fork")
def test_a_fork_in_the_middle_of_a_case_decides_rightly(book: ancu.Rulebook, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another thread is inside the rulesets, its lock held, at the moment of the fork."""
    status(book, 9_000_000)
    inside, go_on = threading.Event(), threading.Event()
    fire = rete._Ruleset._fire

    def slow(self: Any, message: str) -> list[str]:
        if threading.current_thread() is other:
            inside.set()
            go_on.wait(300)
        return fire(self, message)

    found: list[str] = []
    other = threading.Thread(target=lambda: found.append(status(book, 90_000_000)))
    monkeypatch.setattr(rete._Ruleset, "_fire", slow)
    other.start()
    assert inside.wait(300)
    child = os.fork()
    if child == 0:
        try:
            right = [status(book, income) for income in (9_000_000, 90_000_000)] == ["eligible", "ineligible"]
        finally:
            os._exit(0 if right else 1)
    deadline = threading.Timer(300, lambda: os.kill(child, 9))
    deadline.start()
    _, code = os.waitpid(child, 0)
    deadline.cancel()
    go_on.set()
    other.join()
    assert code == 0
    assert found == ["ineligible"]
    assert status(book, 9_000_000) == "eligible"


@pytest.mark.skipif(not rete.AVAILABLE, reason="durable-rules does not build here")
def test_rulesets_are_freed_with_their_rulebook(monkeypatch: pytest.MonkeyPatch) -> None:
    freed: list[int | None] = []
    discard = rete._Handle.discard
    monkeypatch.setattr(rete._Handle, "discard", lambda self: (freed.append(self.number), discard(self)))
    monkeypatch.setattr(rete, "_rulesets", WeakValueDictionary())  # none that another rulebook has too
    book = ancu.load_rulebook()
    status(book, 9_000_000)
    rulesets = len(rete._rulesets)
    assert rulesets > 30
    del book
    gc.collect()
    assert len([number for number in freed if number is not None]) == rulesets
    assert not rete._rulesets


class AskingTheLoop(dict[str, Any]):
    """Facts that are given only once the event loop has taken a turn."""

    loop: asyncio.AbstractEventLoop

    def items(self) -> Any:
        asyncio.run_coroutine_threadsafe(asyncio.sleep(0), self.loop).result(60)
        return super().items()


def test_usable_from_an_event_loop(book: ancu.Rulebook) -> None:
    """The loop goes on turning while decisions are made beside it: each of these waits, inside, for it to do so."""

    async def run() -> tuple[list[str], list[str]]:
        def beside(income: int) -> str:
            facts = AskingTheLoop({**WORKER, "net_income": income})
            facts.loop = loop
            return ancu.decide(book, facts, PURCHASE, DAY).status

        loop = asyncio.get_running_loop()
        aside = await asyncio.gather(*(asyncio.to_thread(beside, income) for income in INCOMES))
        return list(aside), [status(book, income) for income in INCOMES]

    aside, inline = asyncio.run(run())
    assert inline == EXPECTED
    assert aside == EXPECTED


def test_thousands_of_decisions_leave_nothing_behind(book: ancu.Rulebook) -> None:
    def work(times: int) -> None:
        for i in range(times):
            case = {**WORKER, "net_income": INCOMES[i % len(INCOMES)]}
            decision = ancu.decide(book, case, PURCHASE, DAY)
            decision.explain("vi" if i % 2 else "en", unsettled="tree")
            ancu.decide_all(book, case, as_of=DAY, engine="direct")

    resident = Path("/proc/self/statm")

    def in_use() -> int:
        return int(resident.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") if resident.exists() else 0

    work(enough(60, 20))
    gc.collect()
    before = in_use()
    tracemalloc.start()
    try:
        work(enough(30, 10))
        gc.collect()
        traced, _ = tracemalloc.get_traced_memory()
        work(enough(120, 60))
        gc.collect()
        later, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert later - traced < 100_000, "Python objects"
    for i in range(enough(3_000, 1_500)):
        ancu.decide(book, {**WORKER, "net_income": INCOMES[i % len(INCOMES)]}, PURCHASE, DAY)
    assert in_use() - before < 8_000_000, "and what C code holds"
