"""Bulk: records as JSON Lines in, decisions as JSON Lines out, while the records still arrive.

A record that cannot be read gets its problem in its place and the others are judged. The last line is a summary, so
that a caller can tell an answer that was cut off from a whole one.
"""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field
from datetime import date
from json.encoder import encode_basestring
from typing import Any

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from ancu.batch.outcomes import CaseOutcome
from ancu.decision.deciding import Record
from ancu.errors import AncuError, InputError, Problem, RecordError
from ancu.messages import Language
from ancu.rulebook.rulebook import Rulebook
from ancu.service.journal import DecisionLog, entry
from ancu.service.json_objects import read_objects
from ancu.service.many import Judged, judge_many, receipt
from ancu.service.problems import HttpError, details
from ancu.service.records import Reader
from ancu.service.settings import Limits

MEDIA_TYPE = "application/x-ndjson"
#: How many records are judged together at most, and how long to wait for more to come, in seconds.
BATCH, PATIENCE = 10_000, 0.02


@dataclass
class Order:
    """What one bulk request asks for, and who is told what came of it."""

    book: Rulebook
    programmes: Sequence[str]
    as_of: date
    lang: Language
    request_id: str
    log: DecisionLog | None
    confirmed: set[CaseOutcome]
    counted: Callable[[Counter[tuple[str, str]]], None]
    key: str | None = None
    changes: bool = False
    lines: int = 0
    judged: int = 0
    decisions: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.reader = Reader(self.book)
        self.receipts: dict[tuple[date, str], str] = {}

    def answer(self, lines: Sequence[bytes]) -> bytes:
        """The answers to ``lines``, in order. Raises :class:`IntegrityError`, :class:`OutputError`."""
        records: list[Record] = []
        places: list[tuple[int, Record | RecordError | InputError]] = []
        filled = [(number, line) for number, line in enumerate(lines, self.lines + 1) if line.strip()]
        self.lines += len(lines)
        for (number, _), written in zip(filled, read_objects([line for _, line in filled]), strict=True):
            place = self._read(written) if isinstance(written, dict) else written
            if isinstance(place, Record):
                records.append(place)
            places.append((number, place))
        judged = iter(self._judge(records) if records else ())
        found = [(number, next(judged) if isinstance(place, Record) else place) for number, place in places]
        done = [item for _, item in found if isinstance(item, Judged)]
        if self.log is not None:
            digest = self.book.digest
            self.log.append(entry(self.request_id, item.record, digest, item.said.decisions, self.key) for item in done)
        self.judged += len(done)
        tally: Counter[tuple[str, str]] = Counter()
        for said, times in Counter([item.said for item in done]).items():
            for status in said.statuses:
                self.decisions[status] += times
                tally[status, said.concluded_by] += times
        self.counted(tally)
        return "".join(self._line(number, item) for number, item in found).encode()

    def _read(self, written: dict[str, Any]) -> Record | RecordError | InputError:
        try:
            return self.reader.read(written)
        except (RecordError, InputError) as error:
            return error

    def _judge(self, records: Sequence[Record]) -> list[Judged]:
        return judge_many(self.book, records, self.programmes, self.as_of, self.confirmed, changes=self.changes)

    def _line(self, number: int, item: Judged | AncuError) -> str:
        if isinstance(item, Judged):
            case = encode_basestring(item.record.case) if item.record.case is not None else "null"
            return f'{{"line":{number},"case":{case},{item.said.text},"receipt":{self._receipt(item)}}}\n'
        problem = details(item, self.lang, f"{self.request_id}:{number}").model_dump(exclude_none=True)
        return json.dumps({"line": number, "problem": problem}, ensure_ascii=False) + "\n"

    def _receipt(self, item: Judged) -> str:
        key = (item.day, item.said.concluded_by)
        if key not in self.receipts:
            self.receipts[key] = json.dumps(receipt(self.book, item))
        return self.receipts[key]

    def summary(self, error: AncuError | None = None) -> bytes:
        """The last line: how much was done, and what stopped it before the end."""
        said: dict[str, Any] = {
            "lines": self.lines, "judged": self.judged, "decisions": dict(self.decisions), "complete": error is None,
        }  # fmt: skip
        last: dict[str, Any] = {"summary": said}
        if error is not None:
            last["problem"] = details(error, self.lang, self.request_id).model_dump(exclude_none=True)
        return json.dumps(last, ensure_ascii=False).encode() + b"\n"


class BulkResponse(Response):
    """The answer to a bulk request.

    It goes on receiving while it answers: many clients send everything before they read anything. What is received and
    not yet judged is bounded by the limits; beyond that, the sender waits.
    """

    def __init__(self, order: Order, limits: Limits, executor: Executor) -> None:
        super().__init__()
        self.order, self.limits, self.executor = order, limits, executor
        self.pending: list[bytes] = []
        self.size = 0
        self.received = 0
        self.ended = False
        self.failed: AncuError | None = None
        self.news = asyncio.Event()
        self.room = asyncio.Event()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002 - as ASGI calls it
        receiving = asyncio.create_task(self._receive(receive))
        try:
            # The first lines are judged before anything is said, so that a request that is no list gets an error.
            answer, error = await self._next()
            if error is not None and self.order.judged == 0:
                raise error
            headers = [(b"content-type", MEDIA_TYPE.encode())]
            await send({"type": "http.response.start", "status": 200, "headers": headers})
            while answer is not None:
                await self._send(send, answer)
                answer, error = await self._next()
            await self._send(send, self.order.summary(error), more=False)
        finally:
            receiving.cancel()

    async def _send(self, send: Callable[[Any], Awaitable[None]], body: bytes, more: bool = True) -> None:
        """Send a part of the answer; :class:`TimeoutError` when the caller takes nothing and sends nothing any more."""
        sending = asyncio.ensure_future(send({"type": "http.response.body", "body": body, "more_body": more}))
        while True:
            before = self.received
            done, _ = await asyncio.wait({sending}, timeout=self.limits.seconds)
            if done:
                return sending.result()
            if self.received == before:
                sending.cancel()
                raise TimeoutError

    async def _next(self) -> tuple[bytes | None, AncuError | None]:
        """The answers to the next lines; None at the end, with what ended the request before its time, if anything."""
        lines = await self._lines()
        if not lines:
            return None, self.failed
        if self.order.lines + len(lines) > self.limits.lines:
            return None, HttpError(413, "too-large", Problem("http_too_many_lines", {"most": self.limits.lines}))
        try:
            loop = asyncio.get_running_loop()
            return await loop.run_in_executor(self.executor, self.order.answer, lines), None
        except AncuError as error:
            return None, error

    async def _lines(self) -> list[bytes]:
        while not self.pending and not self.ended:
            self.news.clear()
            await self.news.wait()
        while len(self.pending) < BATCH and not self.ended:
            self.news.clear()
            try:
                async with asyncio.timeout(PATIENCE):
                    await self.news.wait()
            except TimeoutError:
                break
        lines, self.pending = self.pending[:BATCH], self.pending[BATCH:]
        self.size -= _held(lines)
        self.room.set()
        return lines

    async def _receive(self, receive: Receive) -> None:
        rest = b""
        try:
            more = True
            while more:
                message = await receive()
                if message["type"] == "http.disconnect":
                    # Nobody will read the rest, and the last line may have been cut off.
                    rest, self.pending, self.size = b"", [], 0
                    break
                more = message.get("more_body", False)
                body = message.get("body", b"")
                self.received += len(body)
                *lines, rest = (rest + body).split(b"\n")
                if len(rest) > self.limits.line or any(len(line) > self.limits.line for line in lines):
                    raise HttpError(413, "too-large", Problem("http_line_too_large", {"most": self.limits.line}))
                self.pending += lines
                self.size += _held(lines)
                self.news.set()
                while self.size > self.limits.waiting_body:
                    self.room.clear()
                    await self.room.wait()
            if rest.strip():
                self.pending.append(rest)
                self.size += _held([rest])
        except AncuError as error:
            self.failed = error
        finally:
            self.ended = True
            self.news.set()


def _held(lines: Sequence[bytes]) -> int:
    """The memory that waiting lines take, about: an empty one takes some too."""
    return sum(map(len, lines)) + 64 * len(lines)
