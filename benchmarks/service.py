"""How much the service answers on this machine: ``python benchmarks/service.py [--workers 2] [--seconds 8]``.

Starts ``ancu serve``, loads it from processes of its own on the same machine (which take a share of its cores), and
prints decisions a second, p50 and p99 of the single endpoint (two engines), decisions a second of bulk, and what a
decision costs in processor time, which other load on the machine changes least. Beside it stands an app of the same
libraries that reads the same bodies and answers at once (``others/bare_service.py``): what is left to decide in is the
difference. Records are made up.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import multiprocessing
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

PROGRAMME = "social_housing_purchase"
Times = list[float]


def records(count: int, seed: int = 1) -> Iterator[dict[str, Any]]:
    """Made-up applications to buy a social-housing home, as a portal would send them."""
    rng = random.Random(seed)

    def yes(chance: float) -> str:
        return "có" if rng.random() < chance else "không"

    for i in range(count):
        married = rng.random() < 0.6
        record = {
            "Mã hồ sơ": f"HS-{i:06}",
            "Tỉnh": "Bắc Ninh",
            "Nhóm đối tượng": rng.choice(["công nhân", "viên chức", "người thu nhập thấp", "hộ nghèo đô thị"]),
            "Hôn nhân": "đã kết hôn" if married else "độc thân",
            "Nuôi con nhỏ": yes(0.4),
            "Thu nhập": f"{rng.randrange(60, 400) / 10:.1f} triệu".replace(".", ","),
            "Có tên trong Giấy chứng nhận": yes(0.1),
            "Có nhà ở": yes(0.15),
            "Đã mua nhà ở xã hội": yes(0.05),
            "Đã được hỗ trợ nhà ở": yes(0.05),
            "Đang ở nhà ở công vụ": yes(0.02),
            "Đăng ký tại dự án khác": yes(0.05),
            "Đang thuê nhà ở xã hội": yes(0.05),
            "Nguồn vốn dự án": "Chủ đầu tư",
        }
        if married:
            record["spouse_net_income"] = f"{rng.randrange(50, 300) / 10:.1f} triệu".replace(".", ",")
            record["spouse_named_on_certificate"] = yes(0.1)
        for name in rng.sample(list(record), rng.choice([0, 0, 1])):
            del record[name]  # some papers are always missing
        yield record


class Service:
    """The running service: its port, and how much of a core's time it has used."""

    def __init__(self, process: subprocess.Popen[str], port: int) -> None:
        self.process, self.port = process, port

    def cpu(self) -> float:
        """Seconds of processor time of all its processes so far (Linux)."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        stats = [
            Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split() for pid in (self.process.pid, *children)
        ]
        return sum(int(stat[11]) + int(stat[12]) for stat in stats) / os.sysconf("SC_CLK_TCK")


#: Commands that serve on a free port of this machine, given how many workers.
OURS = (sys.executable, "-m", "ancu_cli.main", "serve", "--port", "0", "--workers")
BARE = (sys.executable, str(Path(__file__).with_name("others") / "bare_service.py"))


@contextmanager
def serving(command: Sequence[str], workers: int) -> Iterator[Service]:
    """A service that runs until it is no longer needed."""
    command = [*command, str(workers)]
    with tempfile.TemporaryFile("w+", encoding="utf-8") as log:
        process = subprocess.Popen(command, stderr=log)
        try:
            while (said := _log(log)).count("startup complete") < workers:
                assert process.poll() is None, said
                time.sleep(0.1)
            found = re.search(r"http://[\d.]+:(\d+)", said)
            assert found is not None
            time.sleep(0.5)
            yield Service(process, int(found[1]))
        finally:
            process.terminate()
            process.wait(30)


def _log(log: IO[str]) -> str:
    return os.pread(log.fileno(), 1 << 16, 0).decode()


def _request(path: str, content: bytes, kind: str) -> bytes:
    head = f"POST {path} HTTP/1.1\r\nhost: x\r\ncontent-type: {kind}\r\ncontent-length: {len(content)}\r\n\r\n"
    return head.encode() + content


async def _answer(reader: asyncio.StreamReader) -> bytes:
    """The body of the next answer; the service states its length."""
    head = await reader.readuntil(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200"), head
    found = re.search(rb"content-length: (\d+)", head)
    assert found is not None
    return await reader.readexactly(int(found[1]))


async def _ask(port: int, requests: list[bytes], until: float, times: Times) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    rng = random.Random(len(times))
    while time.time() < until:
        started = time.perf_counter()
        writer.write(rng.choice(requests))
        await _answer(reader)
        times.append(time.perf_counter() - started)
    writer.close()


def single(port: int, seconds: float, connections: int) -> Times:
    """The time that each request of ``connections`` took, asked one after another on each."""
    bodies = [{"record": record, "programmes": [PROGRAMME], "as_of": "2026-05-01"} for record in records(500)]
    requests = [_request("/v1/decide", json.dumps(body).encode(), "application/json") for body in bodies]
    times: Times = []

    async def run() -> None:
        until = time.time() + seconds
        await asyncio.gather(*(_ask(port, requests, until, times) for _ in range(connections)))

    asyncio.run(run())
    return times


def bulk(port: int, content: bytes, count: int) -> float:
    """The seconds that one list took, from its first byte sent to the last of the answer."""

    async def run() -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        path = f"/v1/bulk?programme={PROGRAMME}&as_of=2026-05-01"
        request = _request(path, content, "application/x-ndjson").replace(b"host: x", b"host: x\r\nconnection: close")
        last = b""

        async def read() -> None:
            nonlocal last
            while part := await reader.read(1 << 20):
                last = (last + part)[-4096:]

        reading = asyncio.create_task(read())
        writer.write(request)
        await writer.drain()
        await reading
        assert f'"judged": {count}'.encode() in last, last

    started = time.perf_counter()
    asyncio.run(run())
    return time.perf_counter() - started


def ask(service: Service, what: str, seconds: float) -> None:
    """Load the single endpoint with one caller and with many, and print what came of it."""
    single(service.port, 1, 4)
    for connections in (1, 16):
        before = service.cpu()
        times = sorted(single(service.port, seconds, connections))
        cost = 1e3 * (service.cpu() - before) / len(times)
        p50, p99 = (1e3 * times[int(len(times) * part)] for part in (0.5, 0.99))
        rate = f"{len(times) / seconds:9,.0f} decisions/s"
        head = f"{what}, {connections} caller{'s' if connections > 1 else ''}:"
        print(f"{head:<31}{rate}, p50 {p50:.1f} ms, p99 {p99:.1f} ms, {cost:.2f} ms of a core")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--workers", type=int, default=2, help="processes of the service")
    parser.add_argument("--seconds", type=float, default=8, help="how long to load the single endpoint")
    parser.add_argument("--lines", type=int, default=100_000, help="records of each list sent to bulk")
    asked = parser.parse_args()
    cores = multiprocessing.cpu_count()
    spawn = multiprocessing.get_context("spawn")
    load = os.getloadavg()[0]
    print(f"{asked.workers} workers, {cores} cores shared with the callers and a load of {load:.1f}; one programme")
    with serving(BARE, asked.workers) as service:
        ask(service, "answered at once", asked.seconds)
    with serving(OURS, asked.workers) as service, spawn.Pool(asked.workers) as pool:
        ask(service, "single", asked.seconds)
        lines = "\n".join(json.dumps(record, ensure_ascii=False) for record in records(asked.lines)).encode()
        pool.starmap(bulk, [(service.port, lines, asked.lines)] * asked.workers)  # compiles the statements
        for lists in (1, asked.workers):
            before, started = service.cpu(), time.perf_counter()
            pool.starmap(bulk, [(service.port, lines, asked.lines)] * lists)
            count, took = lists * asked.lines, time.perf_counter() - started
            cost = 1e6 * (service.cpu() - before) / count
            rate = f"{count / took:9,.0f} decisions/s"
            head = f"bulk, {lists} list{'s' if lists > 1 else ''}:"
            print(f"{head:<31}{rate}, of {asked.lines:,} lines each, {cost:.1f} µs of a core")


if __name__ == "__main__":
    main()
