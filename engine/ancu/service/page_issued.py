"""Which results have been shown: one that is shown again, on a sheet or by going back, stands in the log once.

Only digests are remembered, by each process for itself: what another one has shown is logged again, and the line says
which it takes the place of.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict

from ancu.service.case import RequestedCase

_REMEMBERED = 20_000


class IssuedResults:
    """The results of cases that the page has shown last."""

    def __init__(self) -> None:
        self._known: OrderedDict[bytes, None] = OrderedDict()

    def add(self, request: str, case: RequestedCase) -> None:
        """Remember that the result of ``case`` was logged for ``request``."""
        self._known[_digest(request, case)] = None
        while len(self._known) > _REMEMBERED:
            self._known.popitem(last=False)

    def has(self, request: str, case: RequestedCase) -> bool:
        """Whether the result of just this ``case`` was logged for ``request``."""
        return _digest(request, case) in self._known


def _digest(request: str, case: RequestedCase) -> bytes:
    record = case.record
    stated = sorted((name, sorted(v) if isinstance(v, frozenset) else v) for name, v in record.facts.items())
    text = repr((request, stated, record.case, record.household, case.programmes, case.day))
    return hashlib.sha256(text.encode()).digest()
