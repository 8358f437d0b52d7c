"""Winners who withdraw after the draw, and who has their flat then, as the plan chose before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ancu.draw.canonical import NOTHING, rows_of, text_of
from ancu.draw.drawing import DrawResult
from ancu.draw.plan import ALL, DrawPlan, Flat
from ancu.errors import InputError, Problem

KIND = "ancu-draw-withdrawals"


@dataclass(frozen=True)
class Withdrawal:
    """That a dossier withdrew, when and why, as somebody entered it."""

    at: str
    case: str
    why: str


@dataclass(frozen=True)
class Succession:
    """What came of a withdrawal: the flat that is free, and who has it now; None: nobody."""

    withdrawal: Withdrawal
    flat: Flat | None
    successor: str | None


def follow(plan: DrawPlan, result: DrawResult, withdrawals: Iterable[Withdrawal]) -> list[Succession]:
    """Who follows whom, in the order of the withdrawals; :class:`InputError` for one that has nothing to give up.

    Who is on a reserve list and withdraws is passed over from then on.
    """
    holders = {win.case: win.flat for win in result.wins}
    waiting = list(result.others)
    found: list[Succession] = []
    for one in withdrawals:
        flat = holders.pop(one.case, None)
        standing = [(stock, case) for stock, case in waiting if case != one.case]
        if flat is None and len(standing) == len(waiting):
            raise InputError(Problem("draw_withdraws_nothing", {"case": one.case}))
        waiting, successor = standing, None
        if flat is not None and plan.chosen("withdrawal") == "reserve" and result.numbered:
            stock = flat.type if plan.separate else ALL
            successor = next((case for of, case in waiting if of == stock), None)
        if flat is not None and successor is not None:
            holders[successor] = flat
            waiting = [(stock, case) for stock, case in waiting if case != successor]
        found.append(Succession(one, flat, successor))
    return found


def withdrawals_text(result_sha256: str, followed: Iterable[Succession]) -> str:
    """The withdrawals as they are hashed."""
    rows: list[tuple[object, ...]] = [("result_sha256", result_sha256)]
    for number, one in enumerate(followed, 1):
        flat = one.flat or Flat(NOTHING)
        said = one.withdrawal
        rows.append(("withdrawn", number, said.at, said.case, flat.type, flat.code, one.successor, said.why))
    return text_of(KIND, rows)


def withdrawals_of(text: str) -> list[Withdrawal]:
    """The withdrawals that a text tells; :class:`InputError` where it tells none."""
    found = []
    for number, row in enumerate(rows_of(KIND, text)[1:], 1):
        if len(row) != 8 or row[:2] != ["withdrawn", str(number)]:
            raise InputError(Problem("draw_text_bad", {"kind": KIND, "line": number + 2}))
        found.append(Withdrawal(row[2], row[3], row[7]))
    return found
