"""Processes beside this one that judge chunks of a list, begun before it has any thread, and ended with it."""

from __future__ import annotations

import contextlib
import os
import queue
import signal
import socket
import sys
from pathlib import Path

from ancu import extras
from ancu.errors import OutputError, Problem
from ancu.rulebook.rulebook import Rulebook
from ancu.screening.apart.channel import Channel, ClosedError
from ancu.screening.apart.written_chunk import WrittenChunk
from ancu.screening.job import Job
from ancu.screening.lists.chunks import Chunk
from ancu.screening.lists.opening import CSV_SUFFIXES
from ancu.screening.lists.paths import list_paths
from ancu.screening.lists.read_list import PARQUET_SUFFIX
from ancu.screening.run.plan import Plan

#: The forms of result that are made in pieces. A line of JSON would travel as long as it is; a workbook is one.
FORMS = ("parquet", "csv")
#: How many processors there must be. Two are busy already with one thread that judges and one that writes, and
#: processes say some things twice (docs/decisions/0052).
FEWEST = 3
#: As many processes as are begun at most: each takes some 300 MB, and the first one hands out no faster for more.
MOST = 4
#: What is worth a process: rows of a Parquet file, and bytes of one in CSV.
MANY_ROWS, MANY_BYTES = 100_000, 1 << 25
_TASKS = Path("/proc/self/task")


class NotApartError(Exception):
    """A process apart could not do its part: the run is to be begun again in this one alone."""


class Crew:
    """Processes that judge chunks under one plan; its judging may be asked for by several threads at once."""

    def __init__(self, book: Rulebook, count: int) -> None:
        """Begin ``count`` processes; this one must have no thread but the one that calls."""
        from ancu.screening.apart.pieces import PieceTaker
        from ancu.screening.apart.worker import known_of, serve

        self.count = count
        self._members: list[tuple[int, Channel, PieceTaker]] = []
        self._free: queue.SimpleQueue[tuple[int, Channel, PieceTaker]] = queue.SimpleQueue()
        for _ in range(count):
            here, there = socket.socketpair()
            pid = os.fork()
            if pid == 0:
                here.close()
                # The ends of the others would keep them from seeing that this one's parent is gone.
                for _, channel, _ in self._members:
                    channel.close()
                serve(Channel(there, known_of(book)))
            there.close()
            self._members.append((pid, Channel(here, known_of(book)), PieceTaker()))

    def begin(self, plan: Plan, job: Job, headers: list[str], number_key: bytes | None) -> None:
        """Tell every process what it is to judge by."""
        for member in self._members:
            self._tell(member[1], (plan, job, headers, number_key))
            self._free.put(member)

    def judge(self, chunk: Chunk) -> WrittenChunk:
        """What a process makes of ``chunk``, when one is free.

        Raises :class:`NotApartError`, and :class:`OutputError` where the process was ended from outside.
        """
        from ancu.screening.apart.packed import packed

        told, memory = packed(chunk)
        member = self._free.get()
        _, channel, taker = member
        try:
            self._tell(channel, told, memory)
            try:
                piece, rows = channel.receive()
            except ClosedError:
                raise _ended() from None
            if piece is None:
                raise NotApartError
            return taker.taken(piece, rows)
        finally:
            self._free.put(member)

    @staticmethod
    def _tell(channel: Channel, told: object, memory: int | None = None) -> None:
        try:
            channel.send(told, memory)
        except ClosedError:
            raise _ended() from None

    def give_up(self) -> None:
        """End every process at once: whoever waits for one waits no longer."""
        for pid, _, _ in self._members:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    def close(self) -> None:
        """End every process, and wait until it has."""
        self.give_up()
        for pid, channel, _ in self._members:
            channel.close()
            with contextlib.suppress(ChildProcessError):
                os.waitpid(pid, 0)
        self._members.clear()


def _ended() -> OutputError:
    return OutputError(Problem("process_ended"))


def crew_for(book: Rulebook, job: Job, threads: int) -> Crew | None:
    """Processes for ``job``, one for each of ``threads`` up to :data:`MOST`.

    None where they would not pay, or could not be begun safely.

    A fork takes no thread with it, but the locks that others held: so they are begun only in a process that has one
    thread, as the system counts them.
    """
    if threads < FEWEST or sys.platform != "linux" or not _is_worth_it(job):
        return None
    # All that judging takes is read once, here.
    from ancu.screening.apart import worker  # noqa: F401
    from ancu.screening.run import column_judge  # noqa: F401
    from ancu.screening.run.memory import keep_memory

    keep_memory()
    return Crew(book, min(threads, MOST)) if _threads() == 1 else None


def _threads() -> int:
    """How many threads this process has; 0 where that is not known."""
    try:
        return len(os.listdir(_TASKS))
    except OSError:
        return 0


def _is_worth_it(job: Job) -> bool:
    """Whether ``job`` is on one long list, and comes to a form that is made in pieces."""
    paths = list_paths(job.lists)
    if job.form not in FORMS or job.members is not None or job.corrections is not None or len(paths) != 1:
        return False
    path = Path(paths[0])
    if not path.is_file() or not extras.columns():
        return False
    if path.suffix.lower() != PARQUET_SUFFIX:
        return path.suffix.lower() in CSV_SUFFIXES and path.stat().st_size >= MANY_BYTES
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        return bool(pq.read_metadata(path).num_rows >= MANY_ROWS)
    except (pa.ArrowException, OSError):
        return False  # whoever reads it tells
