"""What would make a decision another, over HTTP and on the page."""

from __future__ import annotations

import asyncio
import json
from datetime import date
from typing import Any

import httpx
import pytest

import ancu
from ancu.rulebook.rulebook import Rulebook
from ancu.service.app import create_app
from ancu.service.settings import Settings
from tests.conftest import WORKER
from tests.service.test_household_page import Clerk

PURCHASE, DAY = "social_housing_purchase", date(2026, 5, 1)
BODY = {"record": WORKER | {"net_income": "26.200.000"}, "programmes": [PURCHASE], "as_of": DAY.isoformat()}


@pytest.fixture(scope="module")
def app(book: Rulebook) -> Any:
    return create_app(Settings(), book)


def post(app: Any, path: str, body: Any, lang: str = "vi") -> httpx.Response:
    async def ask() -> httpx.Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://x") as client:
            return await client.post(path, json=body, headers={"accept-language": lang})

    return asyncio.run(ask())


@pytest.mark.parametrize("path", ["/v1/decide", "/v1/explain"])
def test_it_is_told_where_it_is_asked_for(book: Rulebook, app: Any, path: str) -> None:
    plain = post(app, path, BODY).json()
    assert "changes" not in plain
    answer = post(app, path, BODY | {"changes": True}, "en").json()
    (found,) = answer.pop("changes")
    assert answer.keys() == plain.keys()
    decision = ancu.decide(book, BODY["record"], PURCHASE, DAY)  # type: ignore[arg-type]
    assert found["programme"] == PURCHASE
    assert found["changes"] == decision.changes.model_dump(mode="json")
    assert found["texts"] == decision.changes.texts("en").model_dump()
    assert found["changes"]["sets"][0]["changes"][0]["gap"] == 1_200_000


def test_it_is_described_and_its_option_is_strict(app: Any) -> None:
    async def ask() -> httpx.Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://x") as client:
            return await client.get("/openapi.json")

    schemas = asyncio.run(ask()).json()["components"]["schemas"]
    assert schemas["CaseRequest"]["properties"]["changes"]["type"] == "boolean"
    assert {"DecisionChanges", "Changes", "ChangeSet", "FactChange", "ChangeTexts"} <= schemas.keys()
    assert schemas["BulkDecision"]["properties"]["changes"]["anyOf"][0]["items"] == {
        "$ref": "#/components/schemas/ChangeSet"
    }
    assert post(app, "/v1/decide", BODY | {"changes": "yes"}).status_code == 422
    refused = post(app, "/v1/bulk?changes=perhaps", {})
    assert (refused.status_code, refused.headers["content-type"]) == (422, "application/problem+json")
    assert "“query.changes” sai kiểu" in refused.text


def bulk(app: Any, records: list[Any], query: str) -> list[Any]:
    async def ask() -> httpx.Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://x") as client:
            lines = "".join(json.dumps(record) + "\n" for record in records)
            headers = {"content-type": "application/x-ndjson"}
            return await client.post(f"/v1/bulk?as_of={DAY}&{query}", content=lines, headers=headers)

    answer = asyncio.run(ask())
    assert answer.status_code == 200, answer.text
    *lines, _summary = map(json.loads, answer.text.splitlines())
    return lines


def test_bulk_tells_single_changes_where_asked_by_rows_and_by_columns(
    book: Rulebook, app: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = f"programme={PURCHASE}&programme=social_housing_rent"
    records = [WORKER | {"net_income": f"{millions} triệu", "registered_at_another_project": yes}
               for millions in (20, 26, 40) for yes in (True, False)]  # fmt: skip
    plain = bulk(app, records, asked)
    assert not any("changes" in decision for line in plain for decision in line["decisions"])
    told = bulk(app, records, f"{asked}&changes=true")
    monkeypatch.setattr("ancu.service.many.WORTH_COLUMNS", 2)
    in_columns = bulk(app, records, f"{asked}&changes=true")
    assert [line["decisions"] for line in in_columns] == [line["decisions"] for line in told]
    assert {line["receipt"]["concluded_by"] for line in in_columns} == {"columns"}
    seen = 0
    for line, without, record in zip(told, plain, records, strict=True):
        for decision, bare in zip(line["decisions"], without["decisions"], strict=True):
            changes = decision.pop("changes", None)
            assert decision == bare
            sets = ancu.decide(book, record, decision["programme"], DAY).changes.sets
            single = [one.model_dump(mode="json") for one in sets if len(one.changes) == 1]
            assert changes == (single if decision["status"] == "ineligible" else None)
            seen += len(single)
    assert seen >= 3


def test_the_page_folds_it_under_the_reasons(book: Rulebook) -> None:
    clerk = Clerk(book)
    clerk.begin(PURCHASE)
    facts = {name: str(value) for name, value in (WORKER | {"net_income": "26.200.000"}).items()}
    for _ in range(30):
        if not clerk.asked:
            break
        known = {name: facts[name] for name in clerk.asked if name in facts}
        if known:
            clerk.answer(known)
        clerk.press("skip")
    else:
        pytest.fail("the questions do not end")
    assert '<details class="what-if"><summary>Điều gì sẽ làm kết quả khác đi?</summary>' in clerk.html
    assert "hiện cao hơn 1.200.000 đồng [người đứng đơn" in clerk.html
