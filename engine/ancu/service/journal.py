"""The decision log: one JSON line for each case decided, appended whole, which can be judged again.

Each line carries the hash of the one before, so that a log shows where lines were cut out. It holds personal data by
its nature: the facts of each case, for without them nothing can be judged again. It is written only where asked for,
and readable by its owner alone.
"""

from __future__ import annotations

import errno
import json
import os
import re
import stat
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from ancu.batch.outcomes import case_outcome
from ancu.chain import BEGINNING, link_of
from ancu.decision.deciding import Record, decide
from ancu.errors import AncuError, InputError, OutputError, Problem, os_reason
from ancu.messages import Language, message
from ancu.rulebook.rulebook import Rulebook
from ancu.service.many import brief
from ancu.service.written import facts_again, read_again, written_facts, written_household

try:
    import fcntl
except ImportError:  # no such locks on Windows, where one worker alone writes a log (Settings.check)
    fcntl = None  # type: ignore[assignment]


#: Bytes that are looked at together for the end of a log.
_PIECE = 1 << 16
#: In the place of the number of a file that is not open.
_CLOSED = -1
#: What of a line tells when it was written, and how many bytes hold that; how the name of a day's file ends.
_AT, _HEAD = re.compile(rb'"at": "(\d{4}-\d\d-\d\d)T'), 512
_DATED = re.compile(r"\.(\d{4}-\d\d-\d\d)(?:\.\d+)?")


def _today() -> date:
    return datetime.now(UTC).date()


class DecisionLog:
    """An append-only file of whole lines, safe under threads and processes that write it together.

    With ``keep_days``, the lines of a day before today are moved to a file of their own beside it, its name ended by
    the day, and files of days longer ago than that are deleted: what is kept of people is kept no longer than needed.
    """

    def __init__(self, path: str, keep_days: int | None = None, today: Callable[[], date] = _today) -> None:
        self.path, self.keep_days, self._today = path, keep_days, today
        self._lock = threading.Lock()
        self._failed = False
        self._file = self._open()
        #: How long the file was after what was written last, and the hash of its last line.
        self._end: tuple[int, str] | None = None
        #: The day of the first line, once it is known.
        self._day: date | None = None
        self._swept: date | None = None
        self._sweep()

    def _open(self) -> int:
        """The file, which none but its owner can read. Raises :class:`OutputError`."""
        try:
            # Windows would end lines otherwise than they are hashed, were the file not said to be of bytes.
            flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)
            file = os.open(self.path, flags, 0o600)
        except OSError as error:
            raise self._failure(error) from error
        mode = os.fstat(file).st_mode
        # On Windows the mode says nothing of who may read a file; the folder's permissions do.
        if stat.S_ISREG(mode) and mode & 0o077 and hasattr(os, "fchmod"):
            try:
                os.fchmod(file, 0o600)
            except OSError as error:
                os.close(file)
                values = {"path": self.path, "reason": os_reason(error)}
                raise OutputError(Problem("serve_log_open", values)) from error
        return file

    def reopen(self) -> None:
        """Go on in a new file at the same path, where the one before was moved away. Raises :class:`OutputError`."""
        with self._lock:
            self._reopen()

    def _reopen(self) -> None:
        file = self._open()
        self.close()
        self._file, self._end, self._day = file, None, None

    def append(self, entries: Iterable[str]) -> None:
        """Write ``entries``, made by :func:`entry`; all of them or none. Raises :class:`OutputError`."""
        texts = list(entries)
        if not texts:
            return
        with self._lock, self._current():
            before, lines = self._last(), []
            if before is None:  # a line that was cut off stays by itself
                before, lines = link_of(_last_line(self._file)), [""]
            for text in texts:
                lines.append(f'{{"before": "{before}", {text[1:]}')
                before = link_of(lines[-1].encode())
            self._write("".join(f"{line}\n" for line in lines).encode())
            self._end = (os.fstat(self._file).st_size, before)

    @contextmanager
    def _current(self) -> Iterator[None]:
        """The file at the path, alone and begun today, whoever else has moved away or deleted the one before."""
        while True:
            if self._is_gone():
                self._reopen()  # what is written to a deleted file is lost
            with self._alone():
                # While it was waited for, another process may have moved it away.
                moved = self.keep_days is not None and self._is_elsewhere()
                if not moved and not self._is_of_before():
                    yield
                    return
                if not moved:
                    self._put_away()
            self._reopen()
            self._sweep()

    def _is_gone(self) -> bool:
        return self._file == _CLOSED or os.fstat(self._file).st_nlink == 0

    def _is_elsewhere(self) -> bool:
        try:
            return not os.path.samestat(os.stat(self.path), os.fstat(self._file))
        except FileNotFoundError:
            return True

    def _is_of_before(self) -> bool:
        """Whether the first line is of a day before today, and days are kept apart."""
        if self.keep_days is None or not stat.S_ISREG(os.fstat(self._file).st_mode):
            return False
        if self._day is None:
            self._day = _day_of(_read_at(self._file, _HEAD, 0))
        if self._day is None:  # nothing is written yet
            self._day = self._today() if not os.fstat(self._file).st_size else self._written_on()
        return self._day < self._today()

    def _written_on(self) -> date:
        return datetime.fromtimestamp(os.fstat(self._file).st_mtime, UTC).date()

    def _put_away(self) -> None:
        """Move the file to the name of its day; where that is taken, to the next like it."""
        assert self._day is not None
        target, number = f"{self.path}.{self._day}", 1
        while os.path.lexists(target):
            number += 1
            target = f"{self.path}.{self._day}.{number}"
        if fcntl is None:
            self.close()  # Windows moves no file that is open
        try:
            os.rename(self.path, target)
        except OSError as error:
            raise self._failure(error) from error

    def _sweep(self) -> None:
        """Delete the files of days that are kept no longer."""
        today = self._today()
        if self.keep_days is None or self._swept == today:
            return
        self._swept = today
        folder, name = os.path.split(self.path)
        for other in os.listdir(folder or "."):
            day = _DATED.fullmatch(other.removeprefix(name)) if other.startswith(f"{name}.") else None
            if day is not None and (today - date.fromisoformat(day[1])).days > self.keep_days:
                with suppress(OSError):  # another worker's, or gone
                    os.unlink(os.path.join(folder, other))

    def _last(self) -> str | None:
        """The hash of the last line, whoever wrote it: "" before the first; None for a line that was cut off."""
        size = os.fstat(self._file).st_size
        if self._end is None or (self._end[0] != size and stat.S_ISREG(os.fstat(self._file).st_mode)):
            line = _last_line(self._file)
            if line and not line.endswith(b"\n"):
                return None
            self._end = (size, link_of(line[:-1]) if line else BEGINNING)
        return self._end[1]

    def check(self) -> None:
        """Raises :class:`OutputError` where the next entry could not be written, as far as the system tells.

        Where the last one could not be, it is tried.
        """
        with self._lock:
            self._sweep()
            if self._is_gone():
                self._reopen()
            with self._alone():
                if self._failed:
                    self._write(b"\n", keep=False)
                self._check_room()

    def _check_room(self) -> None:
        if not stat.S_ISREG(os.fstat(self._file).st_mode) or not hasattr(os, "fstatvfs"):
            return
        system = os.fstatvfs(self._file)
        if system.f_flag & os.ST_RDONLY:
            raise self._failure(OSError(errno.EROFS, os.strerror(errno.EROFS)))
        if system.f_blocks and not system.f_bavail:
            raise self._failure(OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)))

    def _write(self, data: bytes, *, keep: bool = True) -> None:
        size = os.fstat(self._file).st_size
        self._failed = True
        try:
            written = 0
            while written < len(data):
                written += os.write(self._file, data[written:])
            self._failed = False
        except OSError as error:
            raise self._failure(error) from error
        finally:
            if self._failed or not keep:
                with suppress(OSError):  # a device has no end to cut back to
                    os.ftruncate(self._file, size)

    def close(self) -> None:
        if self._file != _CLOSED:
            os.close(self._file)
            self._file = _CLOSED

    @contextmanager
    def _alone(self) -> Iterator[None]:
        if fcntl is None:
            yield
            return
        fcntl.flock(self._file, fcntl.LOCK_EX)
        try:
            yield
        finally:
            fcntl.flock(self._file, fcntl.LOCK_UN)

    def _failure(self, error: OSError) -> OutputError:
        return OutputError(Problem("file_unwritable", {"path": self.path, "reason": os_reason(error)}))


def entry(
    request_id: str,
    record: Record,
    digest: str,
    decisions: Iterable[str],
    key: str | None = None,
    replaces: str | None = None,
) -> str:
    """The line of one case: who asked, by which key, the facts as engine values, and the ``decisions``, as JSON.

    ``replaces``: the request whose result the page showed before and this one takes the place of.
    """
    head = {
        "at": datetime.now(UTC).isoformat(timespec="milliseconds"),
        "request": request_id,
        **({"key": key} if key is not None else {}),
        **({"replaces": replaces} if replaces is not None else {}),
        "rulebook": digest,
        "case": record.case,
        "facts": written_facts(record.facts),
        **({"household": written_household(record.household)} if record.household is not None else {}),
    }
    return f'{json.dumps(head, ensure_ascii=False)[:-1]}, "decisions": [{",".join(decisions)}]}}'


def _day_of(head: bytes) -> date | None:
    """The day of the entry that ``head`` is the beginning of; None where it is none."""
    found = _AT.search(head)
    try:
        return date.fromisoformat(found[1].decode()) if found is not None else None
    except ValueError:
        return None


def _read_at(file: int, size: int, start: int) -> bytes:
    """At most ``size`` bytes of an open log from ``start`` on; what is written goes to its end all the same."""
    if hasattr(os, "pread"):
        return os.pread(file, size, start)
    os.lseek(file, start, os.SEEK_SET)
    return os.read(file, size)


def _last_line(file: int) -> bytes:
    """The last line of an open log, with its end if it has one; nothing of what is no plain file."""
    status = os.fstat(file)
    start, found = status.st_size if stat.S_ISREG(status.st_mode) else 0, b""
    while start and b"\n" not in found[:-1]:
        step = min(start, _PIECE)
        start -= step
        found = _read_at(file, step, start) + found
    return found[found.rfind(b"\n", 0, -1) + 1 :]


@dataclass(frozen=True)
class LogDifference:
    """Where judging again comes to something else than the log says; ``field`` None: it cannot be judged at all."""

    line: int
    case: str | None
    programme: str
    field: str | None
    logged: object
    found: object

    def text(self, lang: Language | None = None) -> str:
        """The difference in a sentence."""
        values = {"line": self.line, "case": self.case or "–", "programme": self.programme, "field": self.field}
        key = "replay_failed" if self.field is None else "replay_differs"
        return message(key, lang, **values, logged=_said(self.logged), found=_said(self.found, lang))


def _said(value: object, lang: Language | None = None) -> str:
    return value.text(lang) if isinstance(value, AncuError) else json.dumps(value, ensure_ascii=False)


@dataclass(frozen=True)
class LogReplay:
    """What judging a log again came to. ``other_rulebook`` counts the decisions made under another rulebook.

    ``gap`` is the first line that does not follow on the one before it; None: the log is whole.
    """

    entries: int
    decisions: int
    other_rulebook: int
    difference: LogDifference | None
    gap: Problem | None = None

    @property
    def identical(self) -> bool:
        return self.difference is None

    def text(self, lang: Language | None = None) -> str:
        """The outcome in a sentence or two."""
        if self.difference is not None:
            said = self.difference.text(lang)
        else:
            said = message("replay_identical", lang, entries=self.entries, decisions=self.decisions)
        if self.other_rulebook:
            said += " " + message("replay_other_rulebook", lang, count=self.other_rulebook)
        return f"{said}\n{self.gap.text(lang)}" if self.gap is not None else said


def replay_log(book: Rulebook, path: str) -> LogReplay:
    """Judge every entry of the decision log at ``path`` again, by two engines, up to the first difference.

    Everything that a logged decision says is compared but its receipt. Raises :class:`InputError` for a file that
    cannot be read, or a line that is no entry.
    """
    entries = decisions = other = 0
    gap: Problem | None = None
    for line in read_log(path):
        gap = gap or line.gap
        entries += 1
        for decision in line.decisions:
            decisions += 1
            other += line.rulebook != book.digest
            try:
                difference = _judge_again(book, line.record, decision, line.number)
            except (TypeError, ValueError) as error:  # facts that were never a record's
                raise InputError(Problem("replay_bad_line", {}, path, line.number)) from error
            if difference is not None:
                return LogReplay(entries, decisions, other, difference, gap)
    return LogReplay(entries, decisions, other, None, gap)


@dataclass(frozen=True)
class LoggedCase:
    """A line of a decision log: the case, what was decided under which rulebook, and the hash of the line.

    ``gap``: what is wrong where it does not follow on the line before.
    """

    number: int
    record: Record
    decisions: list[Mapping[str, Any]]
    rulebook: str
    link: str
    gap: Problem | None


def read_log(path: str) -> Iterator[LoggedCase]:
    """The lines of the decision log at ``path``; :class:`InputError` for what cannot be read or is none."""
    #: The hash of the line before, and whether that carries one itself: those of older versions do not.
    last, chained = BEGINNING, False
    try:
        with Path(path).open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                record, logged, digest, told = _read_entry(path, number, line)
                gap = _gap(path, number, told, last, chained)
                last, chained = link_of(line[:-1].encode()), told is not None
                yield LoggedCase(number, record, logged, digest, last, gap)
    except UnicodeDecodeError as error:
        raise InputError(Problem("list_not_utf8", {}, path)) from error
    except OSError as error:
        raise InputError(Problem("file_unreadable", {"path": path, "reason": os_reason(error)})) from error


def _gap(path: str, number: int, told: str | None, last: str, chained: bool) -> Problem | None:
    """What is wrong with a line that tells ``told`` as the hash of the one before, where that is ``last``."""
    if told is None:
        return Problem("replay_log_unchained", {}, path, number) if chained else None
    if told == last:
        return None
    return Problem("replay_log_begins" if number == 1 else "replay_log_broken", {}, path, number)


def _read_entry(path: str, number: int, line: str) -> tuple[Record, list[Mapping[str, Any]], str, str | None]:
    try:
        if not line.endswith("\n"):
            raise ValueError("no end")
        found = json.loads(line)
        household = read_again(found["household"]) if "household" in found else None
        logged: list[Mapping[str, Any]] = [
            {**decision, "as_of": date.fromisoformat(decision["as_of"])} for decision in found["decisions"]
        ]
        if not all(isinstance(decision["programme"], str) for decision in logged):
            raise ValueError("programme")
        record = Record(facts_again(found["facts"]), found["case"], None, household)
        return record, logged, str(found["rulebook"]), found.get("before")
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(Problem("replay_bad_line", {}, path, number)) from error


def _judge_again(book: Rulebook, record: Record, logged: Mapping[str, Any], line: int) -> LogDifference | None:
    programme = logged["programme"]
    try:
        decision = decide(book, record, programme, logged["as_of"])
    except AncuError as error:
        return LogDifference(line, record.case, programme, None, logged.get("status"), error)
    found = decision.model_dump(mode="json")
    if "carried" in logged:
        # One of many, told in brief.
        outcome = case_outcome(book, record, programme, logged["as_of"], decision)
        found = brief(outcome, logged["as_of"], decision)
    for name in [name for name in logged if name not in ("receipt", "as_of")]:
        if name not in found or found[name] != logged[name]:
            return LogDifference(line, record.case, programme, name, logged[name], found.get(name))
    return None
