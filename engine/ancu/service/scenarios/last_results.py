"""How each text came out when it was last run, known by what was run: the text and the law it was judged by.

A result is of those alone, so none is ever out of date; a text that has changed since has none. They stand in the
cache folder of An Cư beside the rulebooks, or in memory where there is none.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import time
from contextlib import suppress
from pathlib import Path
from typing import TypedDict

from ancu.kept_files import folder

#: How many are kept; the oldest go first.
MOST = 3_000


class LastResult(TypedDict):
    """How many scenarios passed, failed and are flawed; when (seconds since 1970); the outcome of each by its line."""

    passed: int
    failed: int
    flawed: int
    at: float
    lines: dict[str, str]


class LastResults:
    """The results of texts judged by the rulebook of that digest."""

    def __init__(self, rulebook: str) -> None:
        self.rulebook = rulebook
        home = folder()
        self._home = home / "scenarios" if home is not None else None
        self._memory: dict[str, LastResult] = {}

    def get(self, digest: str) -> LastResult | None:
        """How the text of that digest came out; None where it was not run."""
        key = self._key(digest)
        if key in self._memory or self._home is None:
            return self._memory.get(key)
        try:
            found: LastResult = json.loads((self._home / key).read_bytes())
        except (OSError, ValueError):
            return None
        self._memory[key] = found
        return found

    def put(self, digest: str, counts: dict[str, int], lines: dict[str, str]) -> None:
        """The text of that digest was run just now."""
        result = LastResult(
            passed=counts["passed"], failed=counts["failed"], flawed=counts["flawed"], at=time.time(), lines=lines
        )
        key = self._key(digest)
        self._memory[key] = result
        if len(self._memory) > MOST:
            del self._memory[next(iter(self._memory))]
        if self._home is None:
            return
        made = self._home / f".{key}.{secrets.token_hex(4)}"
        with suppress(OSError):  # what cannot be kept is run again
            self._home.mkdir(mode=0o700, parents=True, exist_ok=True)
            made.write_text(json.dumps(result), encoding="utf-8")
            os.replace(made, self._home / key)
            self._drop_old(self._home)

    def _key(self, digest: str) -> str:
        return hashlib.sha256(f"{digest} {self.rulebook}".encode()).hexdigest()

    @staticmethod
    def _drop_old(home: Path) -> None:
        held = [path for path in home.iterdir() if not path.name.startswith(".")]
        if len(held) > MOST:
            for path in sorted(held, key=lambda one: one.stat().st_mtime)[: len(held) - MOST]:
                path.unlink(missing_ok=True)
