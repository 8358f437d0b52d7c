"""A process apart that does one thing at a time: asked by a line of JSON, it answers by one.

What makes a reader abort, or hang, ends that process and nothing else. The half that asks is :class:`ApartProcess`; the
half that answers calls :func:`answer_lines`.
"""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any

from ancu.service.settings import KEYS_VARIABLE


class ApartSlow(Exception):
    """The work took longer than it may; the process was ended."""


class ApartDied(Exception):
    """The process ended without an answer."""


class ApartProcess:
    """A Python process that runs ``module`` with ``arguments``; one caller at a time may ask it.

    ``temporary``: the folder for its temporary files, which are whoever's that made it; None: the system's.
    """

    def __init__(self, module: str, arguments: list[str], temporary: str | None = None) -> None:
        # Keys are none of its business.
        env = {name: value for name, value in os.environ.items() if name != KEYS_VARIABLE}
        if temporary is not None:
            env |= dict.fromkeys(("TMPDIR", "TEMP", "TMP"), temporary)
        self._process = subprocess.Popen(  # noqa: S603 - this interpreter, and a folder that its owner named
            [sys.executable, "-P", "-m", module, *arguments],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=env, encoding="utf-8", bufsize=1,
            start_new_session=True,  # what stops the service from a terminal is for the service to pass on
        )  # fmt: skip
        self._lines: queue.Queue[str] = queue.Queue()
        self._reader = threading.Thread(target=self._listen, daemon=True)
        self._reader.start()

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    def _listen(self) -> None:
        assert self._process.stdout is not None
        with suppress(OSError, ValueError):
            for line in self._process.stdout:
                self._lines.put(line)
        self._lines.put("")

    def ask(self, work: Mapping[str, Any], longest: float, alive: Callable[[], None], often: float) -> Any:
        """The answer to ``work``, within ``longest`` seconds; ``alive`` is called every ``often`` while it is awaited.

        Raises :class:`ApartSlow` or :class:`ApartDied`; the process is no more then.
        """
        assert self._process.stdin is not None
        began = time.monotonic()
        with suppress(OSError):
            self._process.stdin.write(json.dumps(work) + "\n")
            self._process.stdin.flush()
        while True:
            try:
                line = self._lines.get(timeout=often)
            except queue.Empty:
                alive()
                if time.monotonic() > began + longest:
                    self.stop()
                    raise ApartSlow from None
                continue
            if not line:
                self.stop()
                raise ApartDied
            return json.loads(line)

    def stop(self) -> None:
        with suppress(OSError):
            self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None and threading.current_thread() is not self._reader:
                with suppress(OSError, ValueError):
                    stream.close()


def answer_lines(prepare: Callable[[], Callable[[Any], Any]]) -> None:
    """Answer each line of standard input, by what ``prepare`` makes, until it ends; prints go to standard error."""
    os.umask(0o077)
    with suppress(AttributeError, OSError):
        os.nice(5)  # pages come before lists
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    answer = prepare()
    for line in sys.stdin:
        answers.write(json.dumps(answer(json.loads(line))) + "\n")
        answers.flush()
