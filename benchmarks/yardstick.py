"""How slow this machine is beside the one that the goals in seconds were set on: ``python benchmarks/yardstick.py``.

Goals that are ratios need no such thing: both sides run here. For one that is a number of seconds, work in which An Cư
has no part is done on this machine, and what it took where the goals were set stands here: ZEN, with trace, on the four
cases of ``embedding.py``. A goal in seconds is met here if it is met times this.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable
from functools import cache

#: Milliseconds a case, median, on the machine of the goals; measured on 2026-11-25 at commit dde3538.
ZEN_THERE = 0.109


def slowness(zen: float | None) -> float | None:
    """How many times the machine of the goals, by what ZEN takes here for a case in milliseconds."""
    return None if zen is None else zen / ZEN_THERE


@cache
def zen_here() -> float | None:
    """Milliseconds that ZEN takes here for a case, the median of five medians; None where it is not installed."""
    import embedding

    measures: dict[str, Callable[[], tuple[float, float | None]]] = {one.name: one.take for one in embedding.others()}
    take = measures.get(embedding.ZEN)
    return None if take is None else statistics.median(take()[0] for _ in range(5))


def told(slower: float | None) -> str:
    """The yardstick in a sentence of the report."""
    if slower is None:
        return "ZEN is not installed, so goals in seconds stand as they were set on another machine."
    return (
        f"ZEN with trace takes {slower:.1f} × here what it took on the machine that goals in seconds were set on "
        f"({ZEN_THERE} ms a case, 2026-11-25); goals are given as set, and times that."
    )


def goal(value: float, slower: float | None, unit: str = "s") -> str:
    """A goal as set and, in brackets, as it is here."""
    return f"≤ {value:g} {unit}" + ("" if slower is None else f" (here {value * slower:.3g})")


if __name__ == "__main__":
    print(told(slowness(zen_here())))
