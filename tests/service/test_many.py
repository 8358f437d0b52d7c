"""Judging many: columns and the direct engine say the same, and a referee stops what does not agree."""

from __future__ import annotations

import asyncio
import json
import random
from datetime import date
from typing import Any

import httpx
import numpy as np
import pytest

import ancu
from ancu import extras
from ancu.batch.judge import TableJudge
from ancu.batch.judged_table import JudgedTable
from ancu.batch.outcomes import CaseOutcome
from ancu.decision.deciding import Record
from ancu.errors import IntegrityError
from ancu.inference.verdicts import ELIGIBLE, INELIGIBLE
from ancu.rulebook.rulebook import Rulebook
from ancu.service import many
from ancu.service.app import create_app
from ancu.service.many import Judged, judge_many
from ancu.service.settings import Limits, Settings
from tests.conftest import WORKER
from tests.support.records import random_value

DAY = date(2026, 5, 1)
PROGRAMMES = ("poverty_status", "social_housing_rent", "merit_house_grant")


def records(book: Rulebook, count: int, seed: int) -> list[Record]:
    rng = random.Random(seed)
    days = [None, None, date(2012, 1, 1), date(2019, 1, 1), date(2025, 7, 15)]
    return [
        Record(
            {name: random_value(rng, book, fact) for name, fact in book.facts.items() if rng.random() < 0.6},
            f"c{i}",
            rng.choice(days),
        )
        for i in range(count)
    ]


def said(judged: list[Judged]) -> list[Any]:
    return [(one.record.case, one.day, one.said.decisions, one.said.statuses, one.said.uncovered) for one in judged]


def test_columns_and_the_direct_engine_agree(book: Rulebook, monkeypatch: pytest.MonkeyPatch) -> None:
    given = records(book, 300, 1)
    confirmed: set[CaseOutcome] = set()
    in_columns = judge_many(book, given, PROGRAMMES, DAY, confirmed)
    assert {item.said.concluded_by for item in in_columns} == {"columns"}
    assert len(confirmed) > 50
    monkeypatch.setattr(extras, "columns", lambda: False)
    directly = judge_many(book, given, PROGRAMMES, DAY, confirmed)
    assert {item.said.concluded_by for item in directly} == {"direct"}
    assert said(in_columns) == said(directly)


def lying(monkeypatch: pytest.MonkeyPatch) -> None:
    """Columns that call every case eligible."""
    judge = TableJudge.judge

    def lie(self: TableJudge, table: Any) -> JudgedTable:
        judged = judge(self, table)
        for part in judged.parts.values():
            part.verdict = np.where(part.verdict == INELIGIBLE, ELIGIBLE, part.verdict)
        return judged

    monkeypatch.setattr(TableJudge, "judge", lie)


def test_the_referee_stops_on_a_difference(book: Rulebook, monkeypatch: pytest.MonkeyPatch) -> None:
    lying(monkeypatch)
    with pytest.raises(IntegrityError):
        judge_many(book, records(book, 200, 3), ("social_housing_rent",), DAY, set())


def test_a_difference_ends_the_answer_and_says_so(book: Rulebook, monkeypatch: pytest.MonkeyPatch) -> None:
    lying(monkeypatch)
    good = (json.dumps(WORKER) + "\n").encode()
    bad = (json.dumps(WORKER | {"registered_at_another_project": True}) + "\n").encode()

    async def ask(content: bytes) -> httpx.Response:
        app = create_app(Settings(limits=Limits(lines=100_000)), book)
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://x") as client:
            params = {"programme": "social_housing_purchase", "as_of": DAY.isoformat()}
            headers = {"content-type": "application/x-ndjson"}
            return await client.post("/v1/bulk", params=params, content=content, headers=headers)

    at_once = asyncio.run(ask(bad * 200))
    assert (at_once.status_code, at_once.json()["type"]) == (500, "urn:ancu:problem:integrity")
    later = asyncio.run(ask(good * 10_000 + bad * 200))  # the first batch is answered by then
    *_, last = later.text.splitlines()
    assert later.status_code == 200
    assert json.loads(last)["summary"]["complete"] is False
    assert json.loads(last)["summary"]["judged"] == 10_000
    assert json.loads(last)["problem"]["type"] == "urn:ancu:problem:integrity"


def test_every_line_carries_a_receipt(book: Rulebook) -> None:
    (judged,) = judge_many(book, [Record({}, None, date(2025, 1, 1))], PROGRAMMES, DAY, set())
    assert many.receipt(book, judged) == {
        "contract": 1, "rulebook": book.digest, "as_of": "2025-01-01", "engine": ancu.__version__,
        "concluded_by": "direct",
    }  # fmt: skip
