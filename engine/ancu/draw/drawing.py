"""The draw itself: a plan, a frozen list and a seed make one result, and no other.

Flats are given in rounds, as the law has them: those set aside for priority without lots, by group in order or by time
of filing, with lots in the group that has more dossiers than flats are left; then the common draw among all others.
Every order drawn has a label of its own, so no round hangs on how many numbers another has used.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ancu.draw.canonical import NOTHING, text_of
from ancu.draw.chance import shuffled
from ancu.draw.dossiers import Dossier
from ancu.draw.plan import ALL, DrawPlan, Flat

KIND = "ancu-draw-result"
#: The rounds in which a flat is given.
NO_LOT, PRIORITY, PRIORITY_LOT, COMMON, LEFTOVER = "no_lot", "priority", "priority_lot", "common", "leftover"


@dataclass(frozen=True)
class SetAsideCount:
    """How the flats set aside were counted in a stock: ``priority`` of ``counted`` dossiers, times ``base`` flats."""

    stock: str
    eligible: int
    flats: int
    priority: int
    counted: int
    base: int
    set_aside: int


@dataclass(frozen=True)
class Win:
    """A dossier that has a flat: in which stock and round, as which of it, by which group."""

    stock: str
    round: str
    group: str
    place: int
    case: str
    flat: Flat


@dataclass(frozen=True)
class DrawResult:
    """What came of a draw; ``others`` are those without a flat, by stock, in the order of the reserve list if any."""

    counts: tuple[SetAsideCount, ...]
    wins: tuple[Win, ...]
    others: tuple[tuple[str, str], ...]
    numbered: bool

    def as_text(self, seed: str, drawn_at: str) -> str:
        """The result as it is hashed."""
        rows: list[tuple[object, ...]] = [("drawn_at", drawn_at), ("seed", seed)]
        for c in self.counts:
            rows.append(("counted", c.stock, c.eligible, c.flats, c.priority, c.counted, c.base, c.set_aside))
        for w in self.wins:
            rows.append(("won", w.stock, w.round, w.group, w.place, w.case, w.flat.type, w.flat.code))
        places: dict[str, int] = {}
        for stock, case in self.others:
            places[stock] = places.get(stock, 0) + 1
            rows.append(("reserve", stock, places[stock], case) if self.numbered else ("not_won", stock, case))
        return text_of(KIND, rows)


def draw(plan: DrawPlan, dossiers: Sequence[Dossier], seed: str) -> DrawResult:
    """Give the flats of ``plan`` to ``dossiers`` by ``seed``, which is 64 hexadecimal digits."""
    counts: list[SetAsideCount] = []
    wins: list[Win] = []
    losers: list[tuple[str, Dossier]] = []
    left: list[Flat] = []
    for stock, flats in plan.stocks().items():
        among = [one for one in dossiers if stock in (ALL, one.type)]
        count = count_set_aside(plan, stock, len(flats), among)
        winners = list(_winners(plan, stock, count, [one for one in among if one.eligible], seed))
        given = _in_order(plan, stock, flats, seed)
        won = {one.case for _, _, _, one in winners}
        counts.append(count)
        pairs = zip(winners, given, strict=False)
        wins += [Win(stock, how, group, place, one.case, flat) for (how, group, place, one), flat in pairs]
        losers += [(stock, one) for one in among if one.eligible and one.case not in won]
        left += given[len(winners) :]
    if plan.separate and plan.chosen("leftover") == "common":
        again = _leftover(losers, left, seed)
        wins += again
        losers = [(stock, one) for stock, one in losers if one.case not in {win.case for win in again}]
    others = _others(plan, losers, seed)
    return DrawResult(tuple(counts), tuple(wins), others, plan.chosen("reserve") == "numbered")


def count_set_aside(plan: DrawPlan, stock: str, flats: int, among: Sequence[Dossier]) -> SetAsideCount:
    """Count the flats that are given without lots; where there are enough for everybody, nothing is set aside."""
    eligible = sum(one.eligible for one in among)
    counted = [one for one in among if plan.counted == "registered" or one.eligible]
    priority = sum(bool(_groups(plan, one)) for one in counted)
    base = flats if plan.separate else plan.base
    takers = sum(bool(_groups(plan, one)) for one in among if one.eligible)
    if eligible <= flats:
        set_aside = 0
    elif plan.set_aside == "all":
        set_aside = min(takers, flats)
    else:
        whole, part = divmod(priority * base, len(counted))
        more = {"down": False, "nearest": 2 * part >= len(counted), "up": part > 0}[plan.chosen("rounding")]
        set_aside = min(whole + more, takers, flats)
    return SetAsideCount(stock, eligible, flats, priority, len(counted), base, set_aside)


def _groups(plan: DrawPlan, one: Dossier) -> list[str]:
    """The groups of priority that a dossier has in this draw."""
    return [group for group in plan.groups if group in one.groups]


def _winners(
    plan: DrawPlan, stock: str, count: SetAsideCount, eligible: Sequence[Dossier], seed: str
) -> Iterator[tuple[str, str, int, Dossier]]:
    """Who has a flat of a stock, with round, group and place in the round, in the order in which flats are given."""
    if count.eligible <= count.flats:
        for place, one in enumerate(eligible, 1):
            yield NO_LOT, NOTHING, place, one
        return
    first = list(_set_aside(plan, stock, count.set_aside, eligible, seed))
    yield from first
    have = {one.case for _, _, _, one in first}
    rest = shuffled([one for one in eligible if one.case not in have], seed, f"common|{stock}")
    for place, one in enumerate(rest[: count.flats - len(first)], 1):
        yield COMMON, NOTHING, place, one


def _set_aside(
    plan: DrawPlan, stock: str, set_aside: int, eligible: Sequence[Dossier], seed: str
) -> Iterator[tuple[str, str, int, Dossier]]:
    """Who has one of the flats set aside."""
    with_priority = [one for one in eligible if _groups(plan, one)]
    if plan.order == "filing":
        # Drawn first, so that those who filed at the same time stand in an order that nobody chose.
        by_time = sorted(shuffled(with_priority, seed, f"filing|{stock}"), key=lambda one: one.filed)
        for place, one in enumerate(by_time[:set_aside], 1):
            yield PRIORITY, _groups(plan, one)[0], place, one
        return
    members: dict[str, list[Dossier]] = {NOTHING: with_priority}
    if plan.order == "groups":
        # A dossier of several groups is counted in the first of them.
        members = {name: [one for one in with_priority if _groups(plan, one)[0] == name] for name in plan.groups}
    left = set_aside
    for group, dossiers in members.items():
        how, having = PRIORITY, dossiers
        if len(dossiers) > left:
            how, having = PRIORITY_LOT, shuffled(dossiers, seed, f"priority|{stock}|{group}")[:left]
        for place, one in enumerate(having, 1):
            yield how, group, place, one
        left -= len(having)


def _in_order(plan: DrawPlan, stock: str, flats: list[Flat], seed: str) -> list[Flat]:
    """The flats of a stock in the order in which winners have them; without codes where they are agreed on."""
    if plan.chosen("which_flat") == "lot":
        return shuffled(flats, seed, f"flats|{stock}")
    return [Flat(flat.type if plan.separate else NOTHING) for flat in flats]


def _leftover(losers: Sequence[tuple[str, Dossier]], left: Sequence[Flat], seed: str) -> list[Win]:
    """One more draw of the flats of which there were more than dossiers."""
    drawn = shuffled(losers, seed, "leftover")
    flats = shuffled(left, seed, "flats|leftover")
    pairs = zip(drawn, flats, strict=False)
    return [Win(stock, LEFTOVER, NOTHING, n, one.case, flat) for n, ((stock, one), flat) in enumerate(pairs, 1)]


def _others(plan: DrawPlan, losers: Sequence[tuple[str, Dossier]], seed: str) -> tuple[tuple[str, str], ...]:
    """Those without a flat: in an order of their own where there is a reserve list, else as they stand."""
    others: list[tuple[str, str]] = []
    for stock in plan.stocks():
        here = [one.case for of, one in losers if of == stock]
        if plan.chosen("reserve") == "numbered":
            here = shuffled(here, seed, f"reserve|{stock}")
        others += [(stock, case) for case in here]
    return tuple(others)
