"""The service as its callers meet it: the real process, called over HTTP, compared with the library."""

from __future__ import annotations

import gzip
import json
import random
import re
import signal
import subprocess
import sys
import threading
import time
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import httpx
import pytest
from jsonschema import Draft202012Validator

import ancu
from ancu.batch.outcomes import case_outcome
from ancu.decision.deciding import Record
from ancu.rulebook.rulebook import Rulebook
from ancu.service.journal import replay_log
from ancu.service.many import brief
from tests.conftest import WORKER, Run
from tests.support.records import random_value, typed
from tests.support.servers import PATIENCE, Running, serving

DAY = "2026-05-01"
PURCHASE = "social_housing_purchase"


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    home = tmp_path_factory.mktemp("service")
    with serving(home, "--decision-log", "log.jsonl") as running:
        yield running


@pytest.fixture
def client(service: Running) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=service.address, timeout=PATIENCE) as found:
        yield found


def random_facts(rng: random.Random, book: Rulebook) -> dict[str, Any]:
    return {name: random_value(rng, book, fact) for name, fact in book.facts.items() if rng.random() < 0.6}


# -- decisions --------------------------------------------------------------------------------------------------------


def test_decide_says_what_the_library_says(book: Rulebook, client: httpx.Client) -> None:
    rng = random.Random(51)
    for _ in range(15):
        facts = random_facts(rng, book)
        day = rng.choice([date(2013, 1, 1), date(2019, 6, 1), date(2025, 7, 1), date(2026, 5, 1)])
        answer = client.post("/v1/decide", json={"record": typed(book, facts), "as_of": day.isoformat()})
        assert answer.status_code == 200, answer.text
        wanted = ancu.decide_all(book, Record(facts), as_of=day)
        assert answer.json()["decisions"] == [decision.model_dump(mode="json") for decision in wanted]
        uncovered = [name for name, p in book.programmes.items() if day < p.covered_from]
        assert [item["programme"] for item in answer.json()["not_covered"]] == uncovered


def test_one_and_several_programmes_by_id_or_title(client: httpx.Client) -> None:
    body = {"record": WORKER | {"case": "HS-1"}, "programmes": [PURCHASE, "Thuê nhà ở xã hội"], "as_of": DAY}
    found = client.post("/v1/decide", json=body).json()["decisions"]
    assert [decision["programme"] for decision in found] == [PURCHASE, "social_housing_rent"]
    assert {decision["case"] for decision in found} == {"HS-1"}
    assert {decision["receipt"]["as_of"] for decision in found} == {DAY}


def test_explain_tells_reasons_in_the_callers_language(book: Rulebook, client: httpx.Client) -> None:
    body = {"record": WORKER | {"net_income": "30 triệu"}, "programmes": [PURCHASE], "as_of": DAY}
    answer = client.post("/v1/explain", json=body)
    (told,) = answer.json()["explanations"]
    record = ancu.read_record(book, WORKER | {"net_income": "30 triệu"})
    wanted = ancu.decide(book, record, PURCHASE, date(2026, 5, 1))
    assert told["reasons"] == [reason.model_dump(mode="json") for reason in wanted.reasons]
    assert told["texts"]["whole"] == wanted.explain("vi")
    assert any("Nghị định" in text for text in told["texts"]["reasons"])
    english = client.post("/v1/explain", json=body, headers={"accept-language": "fr, en;q=0.8, vi;q=0.2"})
    assert english.headers["content-language"] == "en"
    assert english.json()["explanations"][0]["texts"]["status"] == "not eligible"


def test_why_a_programme_is_not_in_force(client: httpx.Client) -> None:
    body = {"record": {}, "programmes": ["worker_rent_support_2022"], "as_of": DAY}
    (told,) = client.post("/v1/explain", json=body).json()["explanations"]
    assert (told["decision"]["status"], told["decision"]["why"]) == ("not_in_force", "closed")
    (reason,) = told["texts"]["reasons"]
    assert "15/08/2022" in reason


def test_next_asks_until_all_is_settled(book: Rulebook, client: httpx.Client) -> None:
    worker = WORKER | {"net_income": "12 triệu", "home_to_work_distance": "5 km"}
    facts = typed(book, dict(ancu.read_record(book, worker).facts))
    given: dict[str, Any] = {}
    for _ in range(len(facts) + 40):
        body = {"record": given, "programmes": [PURCHASE], "as_of": DAY}
        answer = client.post("/v1/next", json=body).json()
        if answer["next"] is None:
            break
        question = answer["next"]
        fact = question["fact"]["fact"]
        assert question["programmes"] == [PURCHASE]
        assert fact not in given
        assert fact in facts, f"{fact} was asked though it cannot matter to this case"
        given[fact] = facts[fact]
    assert answer["standings"] == [{"programme": PURCHASE, "status": "eligible", "why": None}]


# -- the rulebook -----------------------------------------------------------------------------------------------------


def test_facts_come_with_a_schema_that_describes_records(book: Rulebook, client: httpx.Client) -> None:
    answer = client.get("/v1/facts").json()
    schema = Draft202012Validator(answer["record_schema"])
    Draft202012Validator.check_schema(answer["record_schema"])
    rng = random.Random(3)
    for _ in range(20):
        schema.validate(typed(book, random_facts(rng, book)))
    assert not schema.is_valid({"province": "atlantis"})
    assert not schema.is_valid({"net_income": "nhiều"})
    few = client.get("/v1/facts", params={"programme": "worker_lodging"}).json()["facts"]
    assert "lodging_confirmed_by" in {fact["fact"] for fact in few}
    assert len(few) < len(answer["facts"])


def test_programmes_and_rules_with_citations(book: Rulebook, client: httpx.Client) -> None:
    programmes = client.get("/v1/programmes", params={"as_of": DAY}).json()
    assert programmes["rulebook"] == book.digest
    in_force = {p["programme"] for p in programmes["programmes"] if p["in_force"]}
    assert PURCHASE in in_force
    assert "social_housing_purchase_2014" not in in_force or len(in_force) < len(book.programmes)
    for name in [PURCHASE, "income_within_cap", "income_coefficient", "floor_per_person_small"]:
        rule = client.get(f"/v1/rules/{name}").json()
        assert rule["id"] == name
        assert rule["versions"][0]["basis"][0]["text"]
    for name in (*book.programmes, *book.conditions, *book.quantities, *book.parameters):
        assert client.get(f"/v1/rules/{name}").status_code == 200, name
    missing = client.get("/v1/rules/income_within_capp")
    assert (missing.status_code, "income_within_cap" in missing.json()["detail"]) == (404, True)


# -- problems ---------------------------------------------------------------------------------------------------------


def problem(answer: httpx.Response, status: int, kind: str) -> dict[str, Any]:
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    found: dict[str, Any] = answer.json()
    assert found["type"] == f"urn:ancu:problem:{kind}"
    assert found["status"] == status
    assert found["instance"].endswith(answer.headers["x-request-id"])
    return found


def test_a_bad_value_is_named_in_both_languages(client: httpx.Client) -> None:
    body = {"record": {"Thu nhập": "nhiều lắm", "Mầu mắt": "đen"}}
    found = problem(client.post("/v1/decide", json=body), 422, "record")
    assert found["title"] == "Hồ sơ có chỗ cần sửa"
    assert [(item["kind"], item["name"]) for item in found["errors"]] == [
        ("fact_unfit", "Thu nhập"),
        ("fact_unknown", "Mầu mắt"),
    ]
    assert "số tiền" in found["detail"]
    assert "/v1/facts" in found["detail"]
    english = client.post("/v1/decide", json=body, headers={"accept-language": "en-GB"})
    assert "Expected: an amount" in problem(english, 422, "record")["detail"]


def test_an_unusual_value_is_asked_and_may_be_confirmed(client: httpx.Client) -> None:
    body: dict[str, Any] = {"record": WORKER | {"net_income": 25}, "programmes": [PURCHASE], "as_of": DAY}
    asked = problem(client.post("/v1/decide", json=body), 422, "record")
    assert [(item["kind"], item["name"]) for item in asked["errors"]] == [("fact_implausible", "net_income")]
    assert "25 đồng hay 25 triệu đồng" in asked["detail"]
    assert '"confirmed": ["net_income"]' in asked["detail"]
    (decision,) = client.post("/v1/decide", json=body | {"confirmed": ["net_income"]}).json()["decisions"]
    assert decision["status"] == "eligible"
    problem(client.post("/v1/decide", json=body | {"confirmed": ["incom"]}), 422, "record")


@pytest.mark.parametrize(
    ("content", "status", "kind"),
    [
        (b"", 400, "malformed"),
        (b"{", 400, "malformed"),
        (b"[1]", 400, "malformed"),
        (b'{"record": {}, "record": {}}', 400, "malformed"),
        (b'{"record": {"case": "\xff"}}', 400, "malformed"),
        (b'{"record": {"case": "\\ud800"}}', 400, "malformed"),
        (b'{"record": {"net_income": ' + b"9" * 5000 + b"}}", 400, "malformed"),
        (b'{"record": ' * 5000, 400, "malformed"),
        (b"{}", 422, "request"),
        (b'{"record": []}', 422, "request"),
        (b'{"record": {}, "programmes": "x"}', 422, "request"),
        (b'{"record": {}, "programmes": []}', 422, "request"),
        (b'{"record": {}, "when": 1}', 422, "request"),
        (b'{"record": {}, "as_of": "31/02/2026"}', 422, "request"),
        (b'{"record": {}, "programmes": ["buy"]}', 422, "unknown-name"),
        (b'{"record": {}, "programmes": ["social_housing_purchase"], "as_of": "1990-01-01"}', 422, "not-covered"),
        (b'{"record": {"net_income": NaN}}', 422, "record"),
        (b'{"record": {"net_income": 1e999}}', 422, "record"),
        (b'{"record": {"net_income": {"a": 1}}}', 422, "record"),
        (b'{"record": {"housing_law_groups": [["worker"]]}}', 422, "record"),
    ],
)
def test_what_cannot_be_read(client: httpx.Client, content: bytes, status: int, kind: str) -> None:
    answer = client.post("/v1/decide", content=content, headers={"content-type": "application/json"})
    problem(answer, status, kind)


def test_other_addresses_methods_and_content(client: httpx.Client) -> None:
    problem(client.get("/v1/nothing"), 404, "not-found")
    wrong = client.get("/v1/decide")
    problem(wrong, 405, "method")
    assert wrong.headers["allow"] == "POST"
    problem(client.post("/v1/decide", content=b"<x/>", headers={"content-type": "text/xml"}), 415, "media-type")
    problem(client.post("/v1/bulk", json={}), 415, "media-type")


def test_head_answers_as_get_does_without_the_body(client: httpx.Client) -> None:
    for path in ("/", "/healthz", "/v1/facts", "/openapi.json"):
        head, get = client.head(path), client.get(path)
        assert (head.status_code, head.content) == (200, b"")
        assert head.headers["content-length"] == str(len(get.content))
    assert client.head("/v1/decide").status_code == 405


def test_no_address_sends_callers_elsewhere(client: httpx.Client) -> None:
    for path in ("/healthz/", "/v1/facts/"):
        problem(client.get(path), 404, "not-found")


def test_the_wrong_encoding_is_named(client: httpx.Client) -> None:
    content, headers = b'{"record": {}}', {"content-type": "application/json"}
    packed = client.post("/v1/decide", content=gzip.compress(content), headers=headers | {"content-encoding": "gzip"})
    assert "Content-Encoding" in problem(packed, 415, "content-encoding")["detail"]
    for encoding in ("utf-16", "utf-16-le", "utf-32"):
        wide = client.post("/v1/decide", content=content.decode().encode(encoding), headers=headers)
        assert "UTF-8" in problem(wide, 400, "malformed")["detail"]
        assert "UTF-16" in wide.json()["detail"]
    stated = client.post("/v1/decide", content=content, headers={"content-type": "application/json; charset=utf-16"})
    assert "UTF-8" in problem(stated, 415, "media-type")["detail"]
    plain = {"content-type": "application/json; charset=UTF-8"}
    assert client.post("/v1/decide", content=content, headers=plain).status_code == 200


# -- names and values as they come ------------------------------------------------------------------------------------


def test_decomposed_unicode_is_read_as_composed(client: httpx.Client) -> None:
    record = {"Nhóm đối tượng": "công nhân", "Hôn nhân": "độc thân", "Mã hồ sơ": "HS-Đạt"}
    body = {"record": record, "programmes": ["Mua, thuê mua nhà ở xã hội"], "as_of": DAY}
    text = json.dumps(body, ensure_ascii=False)
    wanted = client.post("/v1/decide", json=body).json()
    for form in ("NFC", "NFD"):
        for ascii_ in (False, True):  # as letters, and as \\u escapes
            nfd = json.loads(unicodedata.normalize(form, text))
            content = json.dumps(nfd, ensure_ascii=ascii_).encode()
            headers = {"content-type": "application/json"}
            assert client.post("/v1/decide", content=content, headers=headers).json() == wanted
    assert wanted["decisions"][0]["case"] == "HS-Đạt"


def test_values_of_the_wrong_shape_are_named_for_what_they_are(client: httpx.Client) -> None:
    answer = client.post("/v1/decide", json={"record": {"net_income": {"amount": 1}}})
    assert answer.json()["errors"][0]["kind"] == "record_nested"
    headers = {"content-type": "application/json"}
    answer = client.post("/v1/decide", content=b'{"record": {"net_income": NaN}}', headers=headers)
    assert (answer.status_code, answer.json()["errors"][0]["kind"]) == (422, "fact_unfit")


def test_what_may_be_left_out_has_no_default_of_null(client: httpx.Client) -> None:
    def nulls(part: Any) -> int:
        if isinstance(part, dict):
            return ("default" in part and part["default"] is None) + sum(map(nulls, part.values()))
        return sum(map(nulls, part)) if isinstance(part, list) else 0

    assert nulls(client.get("/openapi.json").json()) == 0


def test_what_looks_like_sql_or_html_is_a_text_like_any_other(client: httpx.Client) -> None:
    for text in ("'; drop table given; --", '" or 1=1 --', "<script>alert(1)</script>", "{{7*7}}", "%s%n", "\x00"):
        body = {"record": WORKER | {"case": text}, "programmes": [PURCHASE], "as_of": DAY}
        (decision,) = client.post("/v1/decide", json=body).json()["decisions"]
        assert decision["case"] == text
        assert decision["status"] == "undetermined"
        found = problem(client.post("/v1/decide", json={"record": {text: 1, "province": text}}), 422, "record")
        assert len(found["errors"]) == 2
        lines = json.dumps({"case": text} | WORKER) + "\n"
        answers = bulk(client, lines * 200, programme=PURCHASE)
        assert {answer["case"] for answer in answers[:-1]} == {text}


# -- bulk -------------------------------------------------------------------------------------------------------------


def bulk(client: httpx.Client, content: str | bytes, **params: Any) -> list[dict[str, Any]]:
    headers = {"content-type": "application/x-ndjson"}
    answer = client.post("/v1/bulk", content=content, params={"as_of": DAY, **params}, headers=headers)
    assert answer.status_code == 200, answer.text
    return [json.loads(line) for line in answer.text.splitlines()]


SOME = ["worker_lodging", "poverty_status", "merit_house_grant", "social_housing_purchase", "poor_house_loan_2015"]


@pytest.mark.parametrize("count", [40, 400])  # one by one, and in columns
def test_bulk_says_what_the_library_says(book: Rulebook, client: httpx.Client, count: int) -> None:
    rng = random.Random(count)
    programmes = SOME if count == 400 else list(book.programmes)
    days = [None, "2013-01-01", "2025-09-30"]
    cases = [(random_facts(rng, book), rng.choice(days)) for _ in range(count)]
    lines = [json.dumps({**typed(book, facts), "as_of": day, "case": f"c{i}"}) for i, (facts, day) in enumerate(cases)]
    *answers, last = bulk(client, "\n".join(lines), programme=programmes)
    assert len(answers) == count
    assert {answer["receipt"]["concluded_by"] for answer in answers} == {"columns" if count == 400 else "direct"}
    total = 0
    for i, ((facts, day), answer) in enumerate(zip(cases, answers, strict=True)):
        if i % max(1, count // 60) == 0:
            when = date.fromisoformat(day or DAY)
            wanted = ancu.decide_all(book, Record(facts), programmes, when, engine="direct")
            kinds = [case_outcome(book, Record(facts), decision.programme, when, decision) for decision in wanted]
            assert answer["decisions"] == [brief(kind, when) for kind in kinds]
        assert (answer["line"], answer["case"]) == (i + 1, f"c{i}")
        assert answer["receipt"]["rulebook"] == book.digest
        total += len(answer["decisions"])
    assert last["summary"]["complete"] is True
    assert (last["summary"]["lines"], sum(last["summary"]["decisions"].values())) == (count, total)


def test_bulk_tells_a_bad_line_in_its_place_and_goes_on(client: httpx.Client) -> None:
    lines = ['{"province": "bac_ninh"}', "", '{"province": "atlantis"}', "not json", '{"province": "bac_ninh"}']
    *answers, last = bulk(client, "\r\n".join(lines) + "\r\n", programme=PURCHASE)
    assert [answer["line"] for answer in answers] == [1, 3, 4, 5]
    kinds = [answer.get("problem", {}).get("type", "").rpartition(":")[2] for answer in answers]
    assert kinds == ["", "record", "malformed", ""]
    assert last["summary"] == {"lines": 5, "judged": 2, "decisions": {"undetermined": 2}, "complete": True}


def test_bulk_of_a_client_that_sends_all_before_it_reads(client: httpx.Client) -> None:
    line = json.dumps(WORKER | {"net_income": "12 triệu"}, ensure_ascii=False)
    count = 15_000  # some megabytes either way, more than the system's buffers hold
    *answers, last = bulk(client, f"{line}\n" * count, programme=PURCHASE)
    assert last["summary"]["judged"] == len(answers) == count
    assert {answer["decisions"][0]["status"] for answer in answers} == {"eligible"}


def test_an_empty_list_has_only_a_summary(client: httpx.Client) -> None:
    assert [answer["summary"]["lines"] for answer in bulk(client, "")] == [0]
    assert [answer["summary"]["lines"] for answer in bulk(client, "\n\n")] == [2]


# -- the log, the counters, what is written where ---------------------------------------------------------------------


def test_the_decision_log_can_be_judged_again(book: Rulebook, client: httpx.Client, service: Running) -> None:
    path = Path(f"/proc/{service.process.pid}/cwd").resolve() / "log.jsonl"
    client.post("/v1/decide", json={"record": WORKER | {"case": "HS-LOG"}, "as_of": DAY})
    bulk(client, (json.dumps(WORKER) + "\n") * 200, programme=PURCHASE)
    assert path.stat().st_mode & 0o077 == 0
    lines = path.read_text(encoding="utf-8").splitlines()
    copy = path.with_name("copy.jsonl")
    copy.write_text("\n".join(lines[-201:]) + "\n", encoding="utf-8")
    replay = replay_log(book, str(copy))
    assert replay.identical
    assert (replay.entries, replay.decisions > 200, replay.other_rulebook) == (201, True, 0)
    entry = json.loads(lines[-201])
    entry["facts"]["net_income"] = 90_000_000
    copy.write_text("\n".join([*lines[-3:], json.dumps(entry)]) + "\n", encoding="utf-8")
    replay = replay_log(book, str(copy))
    assert replay.difference is not None
    assert (replay.difference.line, replay.difference.case) == (4, "HS-LOG")
    assert "HS-LOG" in replay.text("vi")
    copy.write_text(lines[-1], encoding="utf-8")  # a line that was cut off
    with pytest.raises(ancu.AncuError, match=r"copy\.jsonl:1"):
        replay_log(book, str(copy))


def test_counters_count(client: httpx.Client) -> None:
    def count(text: str, name: str) -> float:
        found = re.search(rf"^{re.escape(name)} (\S+)$", text, re.MULTILINE)
        return float(found[1]) if found else 0.0

    decided = 'ancu_decisions_total{concluded_by="rete",status="undetermined"}'
    answered = 'ancu_requests_total{method="POST",route="/v1/decide",status="200"}'
    before = client.get("/metrics").text
    client.post("/v1/decide", json={"record": {}, "programmes": [PURCHASE], "as_of": DAY})
    after = client.get("/metrics")
    assert after.headers["content-type"].startswith("text/plain")
    for name in (decided, answered):
        assert count(after.text, name) == count(before, name) + 1, name
    assert 'ancu_request_seconds_bucket{le="0.1",route="/v1/decide"}' in after.text


def test_health_and_readiness(book: Rulebook, client: httpx.Client) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}
    assert client.get("/readyz").json()["rulebook"] == book.digest


def test_request_ids_are_echoed_or_made(client: httpx.Client) -> None:
    assert client.get("/healthz", headers={"x-request-id": "abc-1"}).headers["x-request-id"] == "abc-1"
    made = client.get("/healthz", headers={"x-request-id": "a b\\r\\nc" * 20}).headers["x-request-id"]
    assert re.fullmatch(r"[0-9a-f]{32}", made)


def test_the_log_names_no_person(client: httpx.Client, service: Running) -> None:
    secret = "Nguyễn-Văn-Giả-định"
    client.post("/v1/decide", json={"record": {"case": secret, secret: secret, "province": secret}})
    client.post("/v1/decide", content=secret.encode(), headers={"content-type": "application/json"})
    client.get(f"/v1/rules/{secret}")
    client.get(f"/{secret}", params={"case": secret})
    client.post("/", data={"case": secret, "asked": ["net_income"], "f.net_income": secret})
    client.get("/healthz", headers={"x-request-id": "the-last-one"})
    for _ in range(20 * PATIENCE):
        if "the-last-one" in service.log:
            break
        time.sleep(0.05)
    written = service.log
    assert "the-last-one" in written
    assert "POST /v1/decide 422" in written
    for form in (secret, "Nguy", "%E1%BB%85n", "n-V"):
        assert form not in written


# -- starting and stopping --------------------------------------------------------------------------------------------


def test_beyond_this_machine_keys_are_required(ancu_command: Run) -> None:
    done = ancu_command("serve", "--host", "0.0.0.0", "--port", "0")
    assert done.returncode == 2
    assert "--keys" in done.stderr
    assert "Traceback" not in done.stderr


def test_keys_are_checked_before_the_service_starts(ancu_command: Run, tmp_path: Path) -> None:
    (tmp_path / "keys").write_text("# ours\nshort\n", encoding="utf-8")
    done = ancu_command("serve", "--keys", "keys", "--lang", "en")
    assert (done.returncode, "keys:2" in done.stderr, "short" in done.stderr) == (2, True, False)
    (tmp_path / "keys").write_text("# none\n", encoding="utf-8")
    assert ancu_command("serve", "--keys", "keys").returncode == 4
    assert ancu_command("serve", "--keys", "nowhere").returncode == 4
    assert ancu_command("serve", "--decision-log", "no/such/folder/log").returncode == 4
    assert "--max-body cần một số trong khoảng ≥ 1024" in ancu_command("serve", "--max-body", "x").stderr
    assert (
        "--workers takes a number in the range 1–64" in ancu_command("serve", "--workers", "0", "--lang", "en").stderr
    )


def without(*modules: str) -> str:
    """The start of a script for a machine on which these are not installed."""
    return "import sys\n" + "".join(f"sys.modules[{module!r}] = None\n" for module in modules)


def test_without_the_extra_it_says_what_to_install_and_logs_can_still_be_judged_again(tmp_path: Path) -> None:
    absent = without("fastapi", "starlette", "uvicorn", "jinja2", "prometheus_client", "duckdb", "pyarrow", "numpy")
    command = "from ancu_cli.main import main\nsys.argv = ['ancu', 'serve']\nmain()"
    done = subprocess.run([sys.executable, "-c", absent + command], capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, "ancu[service]" in done.stderr, "Traceback" in done.stderr) == (4, True, False)
    (tmp_path / "log").write_text("", encoding="utf-8")
    replay = "import ancu\nfrom ancu.service.journal import replay_log\n"
    replay += "print(replay_log(ancu.load_rulebook(), sys.argv[1]).text('en'))"
    command_line = [sys.executable, "-c", absent + replay, str(tmp_path / "log")]
    done = subprocess.run(command_line, capture_output=True, encoding="utf-8", check=False)
    assert "Identical: 0 cases" in done.stdout, done.stderr


@pytest.mark.parametrize("module", ["fastapi", "starlette", "jinja2", "prometheus_client"])
def test_the_application_without_a_part_of_the_extra_says_what_to_install(module: str) -> None:
    script = without(module) + "import ancu\ntry:\n    import ancu.service.app\n"
    script += "except ancu.ExtraMissingError as error:\n    print(error.text('en'))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.startswith(f"This needs {module}")
    assert 'pip install "ancu[service]"' in done.stdout


def test_a_taken_port_is_told(ancu_command: Run, service: Running) -> None:
    done = ancu_command("serve", "--port", str(service.port))
    assert (done.returncode, "đang được dùng" in done.stderr) == (4, True)


@pytest.mark.server
def test_several_processes_count_together_write_one_log_and_finish_what_they_have_begun(
    book: Rulebook, tmp_path: Path
) -> None:
    half = "".join(f'{{"case": "c{i}", "net_income": {10**7 + i}}}\n' for i in range(20)).encode()
    begun, told, answers = threading.Barrier(4), threading.Event(), [""] * 3

    def content() -> Iterator[bytes]:
        yield half
        begun.wait(PATIENCE)
        told.wait(PATIENCE)
        time.sleep(0.2)
        yield half

    def call(address: str, number: int) -> None:
        kind = {"content-type": "application/x-ndjson"}
        answers[number] = httpx.post(address, content=content(), headers=kind, timeout=PATIENCE).text

    with (
        serving(tmp_path, "--workers", "2", "--decision-log", "log.jsonl") as running,
        httpx.Client(base_url=running.address) as client,
    ):
        for i in range(30):
            # A new connection each time, so that both processes are met.
            body = {"record": {"case": f"c{i}"}, "programmes": [PURCHASE], "as_of": DAY}
            answer = httpx.post(f"{running.address}/v1/decide", json=body)
            assert answer.status_code == 200
        text = client.get("/metrics").text
        at = f"{running.address}/v1/bulk?programme={PURCHASE}&as_of={DAY}"
        callers = [threading.Thread(target=call, args=(at, number)) for number in range(3)]
        for caller in callers:
            caller.start()
        begun.wait(PATIENCE)  # half of each list has been sent
        running.process.send_signal(signal.SIGTERM)
        told.set()
        for caller in callers:
            caller.join(PATIENCE)
        assert running.stop()
    assert 'ancu_decisions_total{concluded_by="rete",status="undetermined"} 30.0' in text
    assert [len(answer.splitlines()) for answer in answers] == [41] * 3
    replay = replay_log(book, str(tmp_path / "log.jsonl"))
    assert (replay.identical, replay.entries, replay.gap) == (True, 150, None)
