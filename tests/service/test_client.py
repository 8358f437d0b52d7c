"""A client generated from the OpenAPI description calls the running service."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

import ancu
from tests.conftest import WORKER
from tests.support.servers import Running, serving

#: The generator knows no JSON Lines: they are passed as they are.
CONFIG = """
post_hooks: []
content_type_overrides: {application/x-ndjson: application/octet-stream}
"""
CALL = """
import io, json, sys, warnings
from portal import Client
from portal.api.decisions import bulk, decide, explain, next_question
from portal.api.rulebook import facts, programmes, rule
from portal.api.service import health, ready
from portal.types import File
from portal.models import CaseRequest, CaseRequestRecord, Decisions, ProblemDetails

client = Client(base_url=sys.argv[1])
record = CaseRequestRecord.from_dict(json.loads(sys.argv[2]))
case = CaseRequest(record=record, programmes=["social_housing_purchase"], as_of="2026-05-01")
decided = decide.sync(client=client, body=case)
assert isinstance(decided, Decisions), decided
(decision,) = decided.decisions
told = explain.sync(client=client, body=case)
asked = next_question.sync(client=client, body=case)
lines = io.BytesIO((sys.argv[2] + "\\n").encode() * 3)
many = bulk.sync_detailed(client=client, body=File(payload=lines), programme=["social_housing_purchase"])
summary = json.loads(many.content.splitlines()[-1])["summary"]
record["net_income"] = "nhiều"
wrong = decide.sync(client=client, body=case)
assert isinstance(wrong, ProblemDetails), wrong
print(json.dumps({
    "status": decision.status, "rulebook": decision.receipt.rulebook, "reasons": len(told.explanations[0].reasons),
    "next": asked.next_.fact.fact, "problem": wrong.type_, "kind": wrong.errors[0].kind,
    "programmes": len(programmes.sync(client=client).programmes), "facts": len(facts.sync(client=client).facts),
    "rule": rule.sync("income_within_cap", client=client).versions[0].basis[0].id,
    "judged": summary["judged"], "health": health.sync(client=client).status, "ready": ready.sync(client=client).status,
}))
"""


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with serving(tmp_path_factory.mktemp("service")) as running:
        yield running


def test_a_generated_client_calls_the_service(service: Running, tmp_path: Path) -> None:
    (tmp_path / "openapi.json").write_text(httpx.get(f"{service.address}/openapi.json").text, encoding="utf-8")
    (tmp_path / "config.yaml").write_text(CONFIG, encoding="utf-8")
    made = subprocess.run(
        [sys.executable, "-m", "openapi_python_client", "generate", "--path", "openapi.json", "--meta", "none",
         "--output-path", "portal", "--config", "config.yaml", "--fail-on-warning"],
        cwd=tmp_path, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert made.returncode == 0, made.stdout + made.stderr
    called = subprocess.run(
        [sys.executable, "-c", CALL, service.address, json.dumps(WORKER)],
        cwd=tmp_path, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert called.returncode == 0, called.stderr
    found = json.loads(called.stdout)
    rulebook = httpx.get(f"{service.address}/readyz").json()["rulebook"]
    assert found == found | {
        "status": "undetermined", "rulebook": rulebook, "next": "net_income", "kind": "fact_unfit",
        "judged": 3, "problem": "urn:ancu:problem:record", "health": "ok", "ready": "ready",
    }  # fmt: skip
    assert found["reasons"] > 3
    assert found["programmes"] == len(ancu.load_rulebook().programmes)
    assert found["facts"] > 100
    assert found["rule"].startswith("nd-100-2024:")
