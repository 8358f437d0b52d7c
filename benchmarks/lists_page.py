"""Clerks who send lists at once: ``python benchmarks/lists_page.py [--clerks 5] [--rows 500] [--workers 2]``.

Starts ``ancu serve`` with a key for each clerk. All send their lists together, confirm the columns, look again each
second until the result is there, and then look through it. Prints how long it took, p50 and p95 of all pages meanwhile,
and the memory of all processes; fails if a row of anybody's list is not in its result, or after ``--most`` minutes. All
of it stays on loopback; there are at most 200 clerks with 20,000 rows each. Records are made up.
"""

from __future__ import annotations

import argparse
import asyncio
import csv
import io
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import httpx

from service import PROGRAMME, records


def sent_list(rows: int, seed: int) -> bytes:
    """A made-up list as CSV."""
    found = list(records(rows, seed))
    headers = list(dict.fromkeys(name for record in found for name in record))
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, headers)
    writer.writeheader()
    writer.writerows(found)
    return out.getvalue().encode("utf-8-sig")


class Clerk:
    """Somebody with a list, and how long each page took."""

    def __init__(self, address: str, number: int, rows: int, times: list[float]) -> None:
        headers = {"authorization": f"Bearer clerk-{number:04}-with-a-key"}
        self.client = httpx.AsyncClient(base_url=address, headers=headers, timeout=120, follow_redirects=True)
        self.number, self.rows, self.times = number, rows, times
        self.content = sent_list(rows, number)

    async def ask(self, method: str, path: str, **how: object) -> httpx.Response:
        began = time.perf_counter()
        answer = await self.client.request(method, path, **how)  # type: ignore[arg-type]
        self.times.append(time.perf_counter() - began)
        assert answer.status_code == 200, (answer.status_code, answer.text[-400:])
        return answer

    async def wait(self, page: httpx.Response) -> httpx.Response:
        while '<section class="card" data-progress' in page.text:
            await asyncio.sleep(1)
            page = await self.ask("GET", page.url.path)
        return page

    async def work(self) -> float:
        """The whole way; when the result was there, in seconds from the start."""
        began = time.perf_counter()
        page = await self.wait(await self.ask("POST", "/danh-sach", files={"file": ("ds.csv", self.content)}))
        home = page.url.path
        form = [(name, value) for name, value in re.findall(r'name="(fact\.\d+)" value="([^"]*)"', page.text)]
        said = dict(form) | {"scope": PROGRAMME, "as_of": "01/05/2026", "do": "judge"}
        page = await self.wait(await self.ask("POST", f"{home}/hieu", data=said))
        took = time.perf_counter() - began
        tiles = [int(text.replace(".", "")) for text in re.findall(r"<strong>([\d.]+)</strong>", page.text)[:3]]
        assert tiles[0] == self.rows == tiles[1] + tiles[2], (tiles, self.rows)
        for path in ("ket-qua", "ket-qua?trang-thai=eligible&trang=2", "dong/1", "tai/ket-qua.xlsx"):
            await self.ask("GET", f"{home}/{path}")
        await self.client.aclose()
        return took


def memory(process: int) -> float:
    """MiB of a process and those it started (Linux)."""
    listed = subprocess.run(["ps", "-eo", "pid,ppid,rss"], capture_output=True, text=True, check=True).stdout
    rows = [tuple(map(int, line.split())) for line in listed.splitlines()[1:]]
    family = {process}
    for _ in range(4):
        family |= {pid for pid, parent, _ in rows if parent in family}
    return sum(rss for pid, _, rss in rows if pid in family) / 1024


async def ready(address: str) -> None:
    """Wait until the service answers."""
    async with httpx.AsyncClient(base_url=address) as client:
        while True:
            try:
                (await client.get("/readyz")).raise_for_status()
            except httpx.TransportError:
                await asyncio.sleep(0.2)
            else:
                return


async def measure(clerks: int, rows: int, workers: int) -> None:
    with tempfile.TemporaryDirectory() as home:
        keys = Path(home, "keys.txt")
        keys.write_text("\n".join(f"clerk-{n}: clerk-{n:04}-with-a-key" for n in range(clerks)), encoding="utf-8")
        command = [sys.executable, "-m", "ancu_cli.main", "serve", "--port", "0", "--workers", str(workers)]
        command += ["--keys", str(keys), "--time-limit", "120"]
        env = {name: value for name, value in os.environ.items() if name != "ANCU_API_KEYS"}
        process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=env)
        assert process.stderr is not None
        line = process.stderr.readline()
        found = re.search(r"http://\S+:\d+", line)
        assert found is not None, line
        drain = asyncio.get_running_loop().run_in_executor(None, process.stderr.read)
        try:
            await ready(found[0])
            times: list[float] = []
            began = time.perf_counter()
            everybody = [Clerk(found[0], n, rows, times) for n in range(clerks)]
            most = 0.0

            async def watch() -> None:
                nonlocal most
                while True:
                    most = max(most, memory(process.pid))
                    await asyncio.sleep(2)

            watching = asyncio.create_task(watch())
            took = await asyncio.gather(*(clerk.work() for clerk in everybody))
            watching.cancel()
            cuts = statistics.quantiles(times, n=100)
            print(f"{clerks} clerks, lists of {rows} rows, {workers} workers: nothing lost")
            whole = time.perf_counter() - began
            print(f"first result after {min(took):.1f} s, last after {max(took):.1f} s; whole {whole:.1f} s")
            p50, p95, longest = (1e3 * seconds for seconds in (cuts[49], cuts[94], max(times)))
            print(f"{len(times)} pages: p50 {p50:.0f} ms, p95 {p95:.0f} ms, longest {longest:.0f} ms")
            print(f"memory of all processes at most {most:.0f} MiB")
        finally:
            process.terminate()
            process.wait()
            await drain


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clerks", type=int, default=5)
    parser.add_argument("--rows", type=int, default=500)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--most", type=float, default=20, help="minutes after which it gives up")
    asked = parser.parse_args()
    work = measure(min(asked.clerks, 200), min(asked.rows, 20_000), asked.workers)
    asyncio.run(asyncio.wait_for(work, 60 * asked.most))


if __name__ == "__main__":
    main()
