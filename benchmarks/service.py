"""How much the service answers on this machine: ``python benchmarks/service.py [--workers 2] [--seconds 8]``.

Starts ``ancu serve``, loads it from processes of its own on the same machine (which take a share of its cores), and
prints decisions a second, p50 and p99 of the single endpoint, and decisions a second of bulk. Records are made up.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import multiprocessing
import random
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

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


@contextmanager
def serving(workers: int) -> Iterator[int]:
    """The service on a free port of this machine."""
    command = [sys.executable, "-m", "ancu_cli.main", "serve", "--port", "0", "--workers", str(workers)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8")
    assert process.stderr is not None
    try:
        port = 0
        ready = 0
        for line in process.stderr:
            found = re.search(r"http://[\d.]+:(\d+)", line)
            port = int(found[1]) if found and not port else port
            ready += "startup complete" in line
            if ready == workers:
                break
        # Nobody reads its log any more; it must not wait for a reader.
        multiprocessing.get_context()
        import threading

        threading.Thread(target=lambda: [None for _ in process.stderr or ()], daemon=True).start()
        yield port
    finally:
        process.terminate()
        process.wait(30)


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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--workers", type=int, default=2, help="processes of the service")
    parser.add_argument("--seconds", type=float, default=8, help="how long to load the single endpoint")
    parser.add_argument("--lines", type=int, default=100_000, help="records of each list sent to bulk")
    asked = parser.parse_args()
    cores = multiprocessing.cpu_count()
    spawn = multiprocessing.get_context("spawn")
    with serving(asked.workers) as port, spawn.Pool(asked.workers) as pool:
        print(f"{asked.workers} workers, {cores} cores shared with the callers, one programme, two-key")
        single(port, 1, 4)
        for connections in (1, 16):
            times = sorted(single(port, asked.seconds, connections))
            p50, p99 = (1e3 * times[int(len(times) * part)] for part in (0.5, 0.99))
            rate = len(times) / asked.seconds
            print(f"single, {connections:2} callers: {rate:7,.0f} decisions/s, p50 {p50:.1f} ms, p99 {p99:.1f} ms")
        lines = "\n".join(json.dumps(record, ensure_ascii=False) for record in records(asked.lines)).encode()
        bulk(port, lines, asked.lines)  # compiles the statement
        for lists in (1, asked.workers):
            started = time.perf_counter()
            pool.starmap(bulk, [(port, lines, asked.lines)] * lists)
            took = time.perf_counter() - started
            print(f"bulk, {lists} lists of {asked.lines:,} lines: {lists * asked.lines / took:9,.0f} decisions/s")


if __name__ == "__main__":
    main()
