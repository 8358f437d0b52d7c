"""Slowing down whoever tries keys."""

from __future__ import annotations

import time
from collections import OrderedDict

#: How many wrong keys one address may send within how many seconds.
WRONG, SECONDS = 20, 60.0
#: How many addresses are remembered.
MOST = 10_000


class Throttle:
    """Counts wrong keys by the address they come from.

    An address that has sent too many is refused whatever it sends, but for keys that it was admitted with before: a
    caller behind the same proxy goes on, and whoever tries keys does not learn which one is right.
    """

    def __init__(self) -> None:
        self._wrong: OrderedDict[str, tuple[float, int]] = OrderedDict()
        self._known: OrderedDict[tuple[str, str], None] = OrderedDict()

    def refused(self, address: str, key: str | None) -> int:
        """For how many seconds yet ``address`` is refused; 0: it is not. ``key``: the name of the key it sent."""
        began, wrong = self._wrong.get(address, (0.0, 0))
        left = began + SECONDS - time.monotonic()
        if key is not None and (address, key) in self._known:
            return 0
        return int(left) + 1 if wrong >= WRONG and left > 0 else 0

    def admitted(self, address: str, key: str) -> None:
        self._known[address, key] = None
        if len(self._known) > MOST:
            self._known.popitem(last=False)

    def failed(self, address: str) -> None:
        """A wrong key came from ``address``."""
        now = time.monotonic()
        began, wrong = self._wrong.pop(address, (now, 0))
        self._wrong[address] = (began, wrong + 1) if now < began + SECONDS else (now, 1)
        if len(self._wrong) > MOST:
            self._wrong.popitem(last=False)
