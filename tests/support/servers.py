"""The real service on loopback for the length of some tests: ``ancu serve`` in a process of its own."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

#: Seconds after which a server is taken to hang; it measures no speed, so it is far beyond what a busy machine needs.
PATIENCE = 300


class Running:
    """A running service: its address, what it wrote to standard error, and its process."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.lines: list[str] = []
        self._begun = threading.Event()
        threading.Thread(target=self._listen, daemon=True).start()
        self._begun.wait(PATIENCE)
        found = re.search(r"http://\S+:(\d+)", self.log)
        assert found is not None, self.log
        self.address, self.port = found[0], int(found[1])
        for _ in range(20 * PATIENCE):
            try:
                httpx.get(f"http://127.0.0.1:{self.port}/readyz").raise_for_status()
            except httpx.TransportError:
                assert process.poll() is None, self.log
                time.sleep(0.05)
            else:
                return
        raise AssertionError(self.log)

    def _listen(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self.lines.append(line)
            self._begun.set()
        self._begun.set()

    @property
    def log(self) -> str:
        return "".join(self.lines)

    def stop(self) -> bool:
        """Ask it to stop, as a system does; whether it did in good order."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(PATIENCE) in (0, -signal.SIGTERM)


@contextmanager
def serving(home: Path, *options: str, **env: str) -> Iterator[Running]:
    """Run ``ancu serve`` with ``options`` in the folder ``home``, on a free port, in no hurry."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("ANCU_")}
    process = subprocess.Popen(
        [sys.executable, "-m", "ancu_cli.main", "serve", "--port", "0", "--time-limit", "120", *options],
        cwd=home, env={**kept, **env}, stderr=subprocess.PIPE, encoding="utf-8",
    )  # fmt: skip
    try:
        yield Running(process)
    finally:
        if process.poll() is None:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        assert process.stderr is not None
        process.stderr.close()
