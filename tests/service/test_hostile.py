"""What the service must survive: drawn and fuzzed requests, too much, too slow, too many, wrong keys, a full disk."""

from __future__ import annotations

import asyncio
import hashlib
import json
import os
import random
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis.checks import CHECKS
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance

import ancu
from ancu.decision.deciding import Record
from ancu.errors import OutputError, RecordError
from ancu.rulebook.rulebook import Rulebook
from ancu.service.app import create_app
from ancu.service.journal import DecisionLog, replay_log
from ancu.service.problems import language_of
from ancu.service.records import Reader, read
from ancu.service.settings import KEYS_VARIABLE, Keys, Settings, SettingsError, is_loopback, read_keys
from ancu.service.throttle import WRONG
from tests.conftest import WORKER
from tests.support.records import random_value
from tests.support.servers import PATIENCE, Running, serving
from tests.support.thorough import enough

DAY = date(2026, 5, 1)
PURCHASE = "social_housing_purchase"
KEY, OTHER_KEY, THIRD_KEY = "a-key-for-tests-1", "a-key-for-tests-2", "a-key-for-tests-3"
JSON = {"content-type": "application/json"}


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A service with tight limits."""
    home = tmp_path_factory.mktemp("service")
    limits = ("--max-body", "20000", "--max-lines", "3000")
    with serving(home, *limits) as running:
        yield running


@pytest.fixture(autouse=True)
def alive(service: Running) -> Iterator[None]:
    """Whatever a test does, the service answers afterwards, and nothing in it has failed."""
    yield
    assert service.process.poll() is None
    assert httpx.get(f"{service.address}/readyz").status_code == 200
    assert " failed " not in service.log
    assert "Traceback" not in service.log


# -- drawn and fuzzed requests ----------------------------------------------------------------------------------------


@schemathesis.serializer("application/x-ndjson")
def lines_of(_: object, value: object) -> bytes:
    return value if isinstance(value, bytes) else str(value).encode()


@pytest.fixture(scope="module")
def description() -> Any:
    """Made when it is tried and not when tests are collected: each worker collects them all."""
    return schemathesis.openapi.from_asgi("/openapi.json", create_app(Settings()))


described = schemathesis.pytest.from_fixture("description")


# A record that has the right shape may still hold an unknown fact; a text that is no date is told as a problem.


@described.parametrize()
@settings(
    max_examples=12, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck), derandomize=True
)
def test_requests_drawn_from_the_description(case: schemathesis.Case) -> None:
    left_out = {positive_data_acceptance}
    if case.operation.path == "/v1/bulk":
        left_out.add(negative_data_rejection)  # each line has its own problem, in an answer that is 200
    case.call_and_validate(checks=[check for check in CHECKS.get_all() if check not in left_out])


def test_fuzzed_bodies(service: Running) -> None:
    rng = random.Random(7)
    whole = json.dumps({"record": WORKER, "programmes": [PURCHASE], "as_of": "2026-05-01"}, ensure_ascii=False).encode()
    bits = [b"{", b"}", b"[", b"]", b'"', b",", b":", b"\\u", b"\xff", b"\x00", b"null", b"-1e9", b"\n", "ệ".encode()]
    paths = ["/v1/decide", "/v1/explain", "/v1/next", "/v1/bulk", "/"]
    kinds = ["application/json", "application/x-ndjson", "application/x-www-form-urlencoded"]
    allowed = {200, 400, 413, 415, 422}
    with httpx.Client(base_url=service.address, timeout=PATIENCE) as client:
        for _ in range(600):
            body = bytearray(whole)
            for _ in range(rng.randrange(1, 6)):
                at = rng.randrange(len(body))
                body[at : at + rng.randrange(4)] = rng.choice([*bits, bytes([rng.randrange(256)])])
            path = rng.choice(paths)
            kind = kinds[("/v1/bulk", "/").index(path) + 1] if path in ("/v1/bulk", "/") else kinds[0]
            answer = client.post(path, content=bytes(body), headers={"content-type": kind})
            assert answer.status_code in allowed, (path, bytes(body))


def test_ten_thousand_fields(service: Running) -> None:
    fields = {f"trường lạ {i}": i for i in range(900)}
    with httpx.Client(base_url=service.address, timeout=PATIENCE) as client:
        answer = client.post("/v1/decide", json={"record": fields})
        assert answer.status_code == 413
        lines = [json.dumps({f"truong {i}": i for i in range(10_000)}), json.dumps({"x" * 200_000: "y"})]
        answer = client.post("/v1/bulk", content="\n".join(lines), headers={"content-type": "application/x-ndjson"})
    first, second, last = [json.loads(line) for line in answer.text.splitlines()]
    assert len(first["problem"]["errors"]) == 6
    assert "9995" in first["problem"]["detail"]
    assert len(second["problem"]["detail"]) < 1_000
    assert last["summary"]["judged"] == 0


def test_a_record_with_all_facts_and_long_texts(book: Rulebook) -> None:
    rng = random.Random(1)
    for _ in range(300):
        written: dict[str, Any] = {}
        for name in rng.sample(list(book.facts), 12):
            fact = book.facts[name]
            written[rng.choice([name, fact.label.vi, fact.label.en.upper()])] = rng.choice(
                [
                    None,
                    "",
                    "có",
                    "x",
                    "14,5 triệu",
                    3,
                    True,
                    -1,
                    "công nhân",
                    ["worker", "6"],
                    [],
                    1.5,
                    "01/02/2020",
                    "?",
                ]
            )
        written["Mã hồ sơ"] = rng.choice([None, 7, "A"])
        reader = Reader(book)
        said: list[Any] = []
        for one in (reader.read, reader.read, lambda record: read(book, record)):
            try:
                said.append(one(written))
            except RecordError as error:
                said.append(error.text("vi"))
        assert said[0] == said[1] == said[2]
    with pytest.raises(RecordError, match="2000"):
        read(book, {"province": "x" * 5_000})
    with pytest.raises(RecordError, match="2000"):
        Reader(book).read({"case": "x" * 5_000})


# -- too much, too slow, broken off -----------------------------------------------------------------------------------


def test_oversized_bodies_are_refused_early(service: Running) -> None:
    def chunks() -> Iterator[bytes]:
        for _ in range(50):
            yield b" " * 1000

    with httpx.Client(base_url=service.address) as client:
        stated = client.post("/v1/decide", content=b"x" * 30_000, headers=JSON)
        unstated = client.post("/v1/decide", content=chunks(), headers=JSON)
    for answer in (stated, unstated):
        assert answer.status_code == 413
        assert answer.json()["type"] == "urn:ancu:problem:too-large"
        assert "/v1/bulk" in answer.json()["detail"]


def test_bulk_limits_end_the_answer_and_say_so(service: Running) -> None:
    with httpx.Client(base_url=service.address, timeout=PATIENCE) as client:
        headers = {"content-type": "application/x-ndjson"}
        many = client.post("/v1/bulk", params={"programme": PURCHASE}, content=b"{}\n" * 4_000, headers=headers)
        long = client.post("/v1/bulk", content=b'{"case": "' + b"x" * 300_000, headers=headers)
    if many.status_code == 200:  # some were judged before the limit was met
        last = json.loads(many.text.splitlines()[-1])
        assert (last["summary"]["complete"], last["problem"]["type"]) == (False, "urn:ancu:problem:too-large")
    else:
        assert many.status_code == 413
    assert long.status_code == 413


def raw(service: Running, sent: bytes, wait: float = PATIENCE) -> bytes:
    """What comes back for bytes sent as they are."""
    with socket.create_connection(("127.0.0.1", service.port), timeout=wait) as connection:
        connection.sendall(sent)
        found = b""
        while part := connection.recv(65536):
            found += part
            if b"\r\n\r\n" in found and b"100 Continue" not in found:
                break
    return found


def test_slow_requests_are_given_up(tmp_path: Path) -> None:
    head = b"POST /v1/decide HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n"
    bulk = head.replace(b"decide", b"bulk").replace(b"json", b"jsonl")
    with serving(tmp_path, "--time-limit", "1") as running:
        assert raw(running, head + b"content-length: 100\r\n\r\n{").startswith(b"HTTP/1.1 408")
        assert raw(running, b"GET / HTTP/1.1\r\nhos") == b""  # a head that does not come is closed on
        assert raw(running, bulk + b"content-length: 9\r\n\r\n{")


def test_malformed_http(service: Running) -> None:
    for sent in (
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + os.urandom(100) + b"\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"POST /v1/decide HTTP/1.1\r\nhost: x\r\ncontent-length: -5\r\n\r\n",
        b"POST /v1/decide HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\nZZ\r\n",
        b"GET /" + b"a" * 200_000 + b" HTTP/1.1\r\nhost: x\r\n\r\n",
        b"GET /%ff%00%2e%2e/ HTTP/1.1\r\nhost: x\r\n\r\n",
        b"BREW / HTTP/1.1\r\nhost: x\r\n\r\n",
    ):
        answer = raw(service, sent)
        assert answer == b"" or answer.split(b" ", 2)[1].startswith(b"4"), answer[:200]


def test_a_caller_that_goes_away(service: Running) -> None:
    for path in (b"decide", b"bulk"):
        with socket.create_connection(("127.0.0.1", service.port)) as connection:
            head = (
                b"POST /v1/%s HTTP/1.1\r\nhost: x\r\ncontent-type: application/x-ndjson\r\ncontent-length: 9999\r\n\r\n"
            )
            connection.sendall(head % path + b"{}\n" * 100)


# -- many at once -----------------------------------------------------------------------------------------------------


@pytest.mark.sweep
def test_hundreds_of_requests_at_once(book: Rulebook, service: Running) -> None:
    incomes = [random.Random(i).randrange(1, 60) for i in range(enough(1_000, 300))]
    wanted = {}
    for income in set(incomes):
        record = ancu.read_record(book, WORKER | {"net_income": f"{income} triệu"})
        wanted[income] = ancu.decide(book, record, PURCHASE, DAY).model_dump(mode="json")

    async def ask(port: int, income: int, together: asyncio.Barrier) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        body = {"record": WORKER | {"net_income": f"{income} triệu"}, "programmes": [PURCHASE], "as_of": "2026-05-01"}
        content = json.dumps(body).encode()
        await together.wait()
        head = "POST /v1/decide HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: application/json\r\n"
        writer.write(f"{head}content-length: {len(content)}\r\n\r\n".encode() + content)
        status, _, answer = (await reader.read()).partition(b"\r\n\r\n")
        writer.close()
        assert status.startswith(b"HTTP/1.1 200"), status
        assert json.loads(answer)["decisions"] == [wanted[income]]

    async def ask_all(port: int) -> None:
        together = asyncio.Barrier(len(incomes))
        await asyncio.gather(*(ask(port, income, together) for income in incomes))

    asyncio.run(ask_all(service.port))


def test_a_busy_service_says_so(book: Rulebook) -> None:
    async def ask() -> list[httpx.Response]:
        app = create_app(Settings(limits=Settings().limits.__class__(waiting=2)), book)
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://x") as client:
            return await asyncio.gather(*(client.post("/v1/decide", json={"record": {}}) for _ in range(8)))

    answers = asyncio.run(ask())
    assert sorted({answer.status_code for answer in answers}) == [200, 503]
    busy = next(answer for answer in answers if answer.status_code == 503)
    assert busy.headers["retry-after"] == "1"
    assert busy.json()["type"] == "urn:ancu:problem:busy"


def test_a_fault_of_our_own_says_nothing_of_the_case(
    book: Rulebook, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def break_(*given: object) -> None:
        raise ValueError(f"secret {given}")

    async def ask(path: str, kind: str, content: bytes) -> httpx.Response:
        transport = httpx.ASGITransport(create_app(Settings(), book), raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://x") as client:
            return await client.post(path, content=content, headers={"content-type": kind})

    monkeypatch.setattr("ancu.service.core.decisions_on", break_)
    monkeypatch.setattr("ancu.service.bulk.judge_many", break_)
    for path, kind in (("/v1/decide", "application/json"), ("/v1/bulk", "application/x-ndjson")):
        content = b'{"record": {"case": "secret"}}' if path == "/v1/decide" else b'{"case": "secret"}\n'
        answer = asyncio.run(ask(path, kind, content))
        assert (answer.status_code, answer.json()["type"]) == (500, "urn:ancu:problem:internal")
        assert "secret" not in answer.text
    assert "failed ValueError at break_" in caplog.text
    assert "secret" not in caplog.text


def stopped_in_hand(running: Running, authorization: dict[str, str]) -> httpx.Response:
    """The answer to 600 lines that come slowly, from a service that is asked to stop while they do."""
    line = (json.dumps(WORKER) + "\n").encode()
    begun = threading.Event()

    def slowly() -> Iterator[bytes]:
        for i in range(30):
            yield line * 20
            if i == 5:
                begun.set()
            time.sleep(0.05)

    answers: list[httpx.Response] = []

    def send() -> None:
        headers = {"content-type": "application/x-ndjson", **authorization}
        url = f"{running.address}/v1/bulk?programme={PURCHASE}"
        answers.append(httpx.post(url, content=slowly(), headers=headers, timeout=PATIENCE))

    sending = threading.Thread(target=send)
    sending.start()
    begun.wait(PATIENCE)
    assert running.stop()
    sending.join(PATIENCE)
    (answer,) = answers
    return answer


def test_a_head_is_bounded(service: Running) -> None:
    url = f"{service.address}/healthz"
    for request in ({"headers": {"x-long": "x" * 40_000}}, {"params": {"x": "x" * 40_000}}):
        assert httpx.get(url, **request).status_code == 431  # type: ignore[arg-type]
    with socket.create_connection(("127.0.0.1", service.port)) as connection:
        connection.settimeout(5)
        connection.sendall(b"GET /healthz HTTP/1.1\r\nhost: x\r\nx-endless: ")
        answer = b""
        try:
            for _ in range(100):
                connection.sendall(b"x" * 10_000)
                time.sleep(0.001)
            answer = connection.recv(1_000)
        except OSError:  # it has hung up
            return
        assert answer.startswith(b"HTTP/1.1 431")


# -- keys -------------------------------------------------------------------------------------------------------------


def test_keys(tmp_path: Path) -> None:
    (tmp_path / "keys").write_text(f"portal: {KEY}  # until May\n\n{OTHER_KEY}\n", encoding="utf-8")
    with (
        serving(tmp_path, "--host", "0.0.0.0", "--keys", "keys") as running,
        httpx.Client(base_url=f"http://127.0.0.1:{running.port}") as client,
    ):

        def post(**headers: str) -> httpx.Response:
            return client.post("/v1/next", json={"record": {}}, headers=headers)

        for key in (KEY, OTHER_KEY):
            assert post(authorization=f"Bearer {key}").status_code == 200
        wrong = ["", "Bearer", f"Bearer {KEY}x", f"Bearer {KEY[:-1]}", "Basic !!!", f"Digest {KEY}", KEY]
        for authorization in wrong:
            answer = post(authorization=authorization)
            assert answer.status_code == 401, authorization
            challenges = [value.split()[0] for value in answer.headers.get_list("www-authenticate")]
            assert challenges == ["Bearer", "Basic"]
            assert KEY not in answer.text
        both = [
            ("authorization", f"Bearer {KEY}"),
            ("authorization", "Bearer another"),
            ("content-type", "application/json"),
        ]
        assert client.post("/v1/next", content=b'{"record": {}}', headers=both).status_code == 401
        assert post().json()["type"] == "urn:ancu:problem:unauthorized"
        for path in ("/", "/v1/facts", "/v1/rules/x", "/metrics", "/openapi.json", "/nothing"):
            assert client.get(path).status_code == 401, path
            assert client.get(path, auth=("clerk", KEY)).status_code in (200, 404), path
        for path in ("/healthz", "/readyz"):
            assert client.get(path).status_code == 200
        counted = client.get("/metrics", auth=("clerk", OTHER_KEY)).text
        assert 'ancu_key_requests_total{key="portal"} 7.0' in counted
        assert 'ancu_key_requests_total{key="key-2"} 1.0' in counted
        assert re.search(r"request=\S+ key=portal POST /v1/next 200", running.log)
        assert KEY not in running.log


def test_whoever_tries_keys_is_slowed_down_and_learns_nothing(tmp_path: Path) -> None:
    def ask(key: str) -> httpx.Response:
        return httpx.get(f"{running.address}/v1/rules/x", headers={"authorization": f"Bearer {key}"})

    with serving(tmp_path, ANCU_API_KEYS=f"{KEY} {OTHER_KEY} {THIRD_KEY}") as running:
        assert httpx.get(f"{running.address}/v1/facts").status_code == 401  # no key at all is no try of one
        assert [ask(key).status_code for key in (KEY, THIRD_KEY)] == [404, 404]
        assert [ask("wrong").status_code for _ in range(WRONG)] == [401] * WRONG
        for key in ("wrong", OTHER_KEY):  # the right one too
            refused = ask(key)
            assert (refused.status_code, refused.json()["type"]) == (429, "urn:ancu:problem:throttled")
            assert 0 < int(refused.headers["retry-after"]) <= 60
        assert ask(KEY).status_code == 404  # it was admitted from here before
        assert httpx.get(f"{running.address}/healthz").status_code == 200


@pytest.mark.parametrize("text", ["a portal: KEY", "cổng: KEY", "portal KEY", ": KEY"])
def test_a_key_under_a_name_that_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "keys").write_text(text.replace("KEY", KEY), encoding="utf-8")
    with pytest.raises(SettingsError, match="keys:1") as caught:
        read_keys(str(tmp_path / "keys"), {})
    assert KEY not in caught.value.text()


def test_a_key_that_stands_twice(tmp_path: Path) -> None:
    (tmp_path / "keys").write_text(f"\ufeffportal: {KEY}\nclerk: {OTHER_KEY}\nother: {KEY}\n", encoding="utf-8")
    with pytest.raises(SettingsError, match="keys:3") as caught:
        read_keys(str(tmp_path / "keys"), {})
    assert KEY not in caught.value.text()


def test_keys_from_the_environment() -> None:
    named = read_keys(None, {KEYS_VARIABLE: f"{KEY} portal: {OTHER_KEY}"})
    assert (named.admit(KEY), named.admit(OTHER_KEY)) == ("key-1", "portal")


def test_settings_reach_a_worker_whole() -> None:
    settings = Settings(port=1, keys=Keys.of([("portal", KEY)]), decision_log="x")
    again = Settings.from_json(settings.to_json())
    assert KEY not in settings.to_json()
    assert again.keys.admit(KEY) == "portal"
    assert not again.keys.admit(OTHER_KEY)
    assert (again.port, again.decision_log, again.limits) == (1, "x", settings.limits)


def test_which_addresses_are_this_machine() -> None:
    assert all(map(is_loopback, ("localhost", "127.0.0.1", "127.1.2.3", "::1")))
    assert not any(map(is_loopback, ("0.0.0.0", "::", "10.0.0.1", "example.vn", "")))


@pytest.mark.parametrize(
    ("accepted", "lang"),
    [(None, "vi"), ("", "vi"), ("en", "en"), ("vi;q=0.1, en;q=0.9", "en"), ("en;q=0", "vi"), ("fr", "vi"),
     ("*", "vi"), ("en-US,en;q=0.5", "en"), ("en;q=x", "vi"), ("VI, EN", "vi"), (",;q=;=", "vi")],
)  # fmt: skip
def test_the_language_of_an_answer(accepted: str | None, lang: str) -> None:
    assert language_of(accepted) == lang


# -- the decision log -------------------------------------------------------------------------------------------------


def test_whole_lines_from_many_threads_and_processes(tmp_path: Path) -> None:
    path = tmp_path / "log"
    script = (
        "import sys; from ancu.service.journal import DecisionLog; log = DecisionLog(sys.argv[1])\n"
        "for i in range(100): log.append(['{\"n\": \"' + sys.argv[2] * 5000 + '\"}'] * 2)"
    )
    running = [subprocess.Popen([sys.executable, "-c", script, str(path), letter]) for letter in "ab"]
    log = DecisionLog(str(path))
    threads = [
        threading.Thread(target=lambda c=c: [log.append([f'{{"n": "{c * 5000}"}}']) for _ in range(100)]) for c in "cd"
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [process.wait(PATIENCE) for process in running] == [0, 0]
    log.close()
    lines = path.read_text(encoding="utf-8").splitlines()
    written = [json.loads(line) for line in lines]
    assert all(len(entry["n"]) == 5000 and len(set(entry["n"])) == 1 for entry in written)
    assert len(lines) == 600
    hashes = [hashlib.sha256(line.encode()).hexdigest() for line in lines]
    assert [entry["before"] for entry in written] == ["", *hashes[:-1]], "each line names the one before"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_no_decision_is_issued_that_cannot_be_logged(book: Rulebook) -> None:
    async def ask() -> list[httpx.Response]:
        app = create_app(Settings(decision_log="/dev/full"), book)
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://x") as client:
            return [
                await client.post("/v1/decide", json={"record": {}}),
                await client.post("/v1/bulk", content=b"{}\n", headers={"content-type": "application/x-ndjson"}),
                await client.get("/readyz"),
                await client.post("/v1/next", json={"record": {}}),
            ]

    decided, many, ready, asked = asyncio.run(ask())
    for answer in (decided, many, ready):
        assert answer.status_code == 503
        assert answer.json()["type"] == "urn:ancu:problem:unavailable"
        assert "/dev/full" not in answer.text
    assert asked.status_code == 200


def test_the_service_is_ready_again_when_its_log_can_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = DecisionLog(str(tmp_path / "log"))
    log.append(['{"n": "first"}'])
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", lambda *_: (_ for _ in ()).throw(OSError(28, "no space")))
        for write in (lambda: log.append(['{"n": "second"}']), log.check):
            with pytest.raises(OutputError):
                write()
    log.check()
    log.append(['{"n": "third"}'])
    log.close()
    lines = (tmp_path / "log").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["n"] for line in lines] == ["first", "third"]


def test_the_service_is_not_ready_where_the_next_line_would_not_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = DecisionLog(str(tmp_path / "log"))
    log.check()
    found = os.fstatvfs(log._file)
    full = SimpleNamespace(f_flag=found.f_flag, f_blocks=found.f_blocks, f_bavail=0)
    fixed = SimpleNamespace(f_flag=found.f_flag | os.ST_RDONLY, f_blocks=1, f_bavail=1)
    for system in (full, fixed):
        with monkeypatch.context() as patch:
            patch.setattr(os, "fstatvfs", lambda _, system=system: system)
            with pytest.raises(OutputError):
                log.check()
    (tmp_path / "log").unlink()
    log.check()
    assert (tmp_path / "log").exists(), "a deleted file is begun again"
    log.close()


def test_the_log_is_its_owners_and_goes_on_in_a_new_file_and_stopping_finishes_what_is_in_hand(tmp_path: Path) -> None:
    authorization = {"authorization": f"Bearer {KEY}"}
    path, old = tmp_path / "log", tmp_path / "log.1"
    path.touch(0o644)
    (tmp_path / "keys").write_text(f"portal: {KEY}\n", encoding="utf-8")

    def decide(running: Running) -> None:
        answer = httpx.post(
            f"{running.address}/v1/decide",
            json={"record": {}, "programmes": [PURCHASE]},
            headers=authorization,
        )
        assert answer.status_code == 200

    with serving(tmp_path, "--keys", "keys", "--decision-log", "log") as running:
        assert path.stat().st_mode & 0o777 == 0o600
        decide(running)
        path.rename(old)
        decide(running)
        running.process.send_signal(signal.SIGHUP)
        while not path.exists():
            time.sleep(0.01)
        decide(running)
        path.unlink()
        decide(running)
        answer = stopped_in_hand(running, authorization)
    assert json.loads(answer.text.splitlines()[-1])["summary"] == {
        "lines": 600, "judged": 600, "decisions": {"undetermined": 600}, "complete": True,
    }  # fmt: skip
    assert path.stat().st_mode & 0o777 == 0o600
    assert len(old.read_text(encoding="utf-8").splitlines()) == 2
    line, *many = path.read_text(encoding="utf-8").splitlines()
    assert len(many) == 600
    assert json.loads(line)["key"] == "portal"


def test_a_log_that_cannot_be_read(book: Rulebook, tmp_path: Path) -> None:
    (tmp_path / "log").write_text('{"facts": {"net_income": "x"}, "case": null, "rulebook": "", "decisions": '
                                  '[{"programme": "social_housing_purchase", "as_of": "2026-05-01"}]}\n')  # fmt: skip
    with pytest.raises(ancu.AncuError):
        replay_log(book, str(tmp_path / "nowhere"))
    for text in ("[]\n", "{}\n", "\n", "x\n"):
        (tmp_path / "bad").write_text(text)
        with pytest.raises(ancu.AncuError, match="bad:1"):
            replay_log(book, str(tmp_path / "bad"))
    with pytest.raises(OutputError):
        DecisionLog(str(tmp_path))


# -- what to ask ------------------------------------------------------------------------------------------------------


def test_asking_settles_as_the_whole_record_does_and_asks_nothing_twice(book: Rulebook) -> None:
    rng = random.Random(9)
    names = [name for name, p in book.programmes.items() if any(DAY in o.period for o in p.periods)]
    for _ in range(12):
        whole = {name: random_value(rng, book, fact) for name, fact in book.facts.items()}
        programmes = rng.sample(names, rng.choice([1, 1, 3]))
        given: dict[str, Any] = {}
        for _ in range(len(whole)):
            decisions = ancu.decide_all(book, Record(given), programmes, DAY, "direct")
            asked = ancu.next_questions(decisions)
            if not asked:
                break
            first = asked[0]
            assert first.fact not in given
            assert set(first.programmes) <= {d.programme for d in decisions if d.status == "undetermined"}
            given[first.fact] = whole[first.fact]
        wanted = ancu.decide_all(book, Record(whole), programmes, DAY, "direct")
        assert [d.status for d in decisions] == [d.status for d in wanted]
