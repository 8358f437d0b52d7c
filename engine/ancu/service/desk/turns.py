"""Whose turn it is: lists that wait, so that who has sent many does not keep the others waiting."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ancu.service.desk.store import KeptList


def in_turn(held: Iterable[KeptList]) -> list[KeptList]:
    """The lists that wait, the next first: of whoever has fewest in hand, then has waited longest since his last."""
    every = list(held)
    running = Counter(kept.owner for kept in every if kept.stage == "running")
    last: dict[str, float] = {}
    for kept in every:
        if kept.stage != "queued":
            last[kept.owner] = max(last.get(kept.owner, 0.0), kept.began)
    waiting = sorted((kept for kept in every if kept.stage == "queued"), key=lambda kept: kept.queued)
    before: Counter[str] = Counter()
    ranked = []
    for kept in waiting:
        turn = running[kept.owner] + before[kept.owner]
        ranked.append(((turn, last.get(kept.owner, 0.0) if not turn else 0.0, kept.queued), kept))
        before[kept.owner] += 1
    return [kept for _, kept in sorted(ranked, key=lambda pair: pair[0])]
