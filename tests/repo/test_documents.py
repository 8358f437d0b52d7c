"""docs/embedding.md says what happens: its snippets run, and print what stands below them."""

from __future__ import annotations

import contextlib
import io
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.conftest import ROOT, WORKER
from tests.support.servers import serving

PAGE = (ROOT / "docs" / "embedding.md").read_text(encoding="utf-8")
_FENCE = re.compile(r"```(?P<kind>[^\n]*)\n(?P<body>.*?)```\n", re.DOTALL)


@dataclass
class Snippet:
    """A block of code, and the output that the page says it has."""

    kind: str
    code: str
    printed: str | None = None


def snippets(heading: str) -> list[Snippet]:
    """The blocks of one section of the page."""
    section = re.split(r"^## ", PAGE, flags=re.MULTILINE)
    (text,) = [part for part in section if part.startswith(heading + "\n")]
    found: list[Snippet] = []
    for fence in _FENCE.finditer(text):
        if fence["kind"] == "text":
            found[-1].printed = fence["body"]
        else:
            found.append(Snippet(fence["kind"], fence["body"]))
    return found


def run(heading: str) -> dict[str, Any]:
    """Run a section's Python as one program, each block held against what it should print."""
    names: dict[str, Any] = {"__name__": "embedding"}
    ran = [snippet for snippet in snippets(heading) if snippet.kind == "python"]
    assert ran
    for snippet in ran:
        with contextlib.redirect_stdout(io.StringIO()) as out:
            exec(compile(snippet.code, f"docs/embedding.md ({heading})", "exec", dont_inherit=True), names)
        assert out.getvalue() == (snippet.printed or ""), snippet.code
    return names


def test_python() -> None:
    run("Python")


def test_frames() -> None:
    run("A pandas or Polars frame")


@pytest.mark.filterwarnings("ignore")
@pytest.mark.usefixtures("spark")
def test_spark() -> None:
    run("A Spark job")


def test_django(monkeypatch: pytest.MonkeyPatch) -> None:
    import django
    from django.conf import settings

    if not settings.configured:
        settings.configure(ROOT_URLCONF="embedding_urls", ALLOWED_HOSTS=["testserver"])
        django.setup()
    from django.test import Client

    module = ModuleType("embedding_urls")
    vars(module).update(run("A Django view"))
    monkeypatch.setitem(sys.modules, "embedding_urls", module)
    client = Client()
    answer = client.post("/decide/social_housing_purchase", {**WORKER, "net_income": "9 triệu", "as_of": "01/05/2026"})
    assert (answer.status_code, answer.json()["decision"]["status"]) == (200, "eligible")
    assert answer.json()["texts"]["status"] == "đủ điều kiện"
    wrong = client.post("/decide/social_housing_purchase", {"net_incom": "1"}, headers={"accept-language": "en"})
    assert (wrong.status_code, "Did you mean" in wrong.json()["problems"]) == (422, True)
    assert client.post("/decide/no_such_programme").status_code == 404
    assert client.get("/decide/social_housing_purchase").status_code == 405


@pytest.fixture
def served(tmp_path: Path) -> Iterator[int]:
    """The port of the real service."""
    with serving(tmp_path) as running:
        yield running.port


@pytest.mark.needs("curl")
def test_curl(served: int) -> None:
    one, bulk = (snippet for snippet in snippets("HTTP with curl") if snippet.kind == "sh run")

    def curl(snippet: Snippet) -> str:
        script = snippet.code.replace(":8517", f":{served}")
        done = subprocess.run(["sh", "-ec", script], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    (decision,) = json.loads(curl(one))["decisions"]
    assert (decision["programme"], decision["status"]) == ("social_housing_purchase", "ineligible")
    cases = [json.loads(line) for line in curl(bulk).splitlines()]
    assert [case["case"] for case in cases if "case" in case][:2] == ["A-1", "A-2"]
