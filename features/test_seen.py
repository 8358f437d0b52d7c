"""Every condition of every programme is seen met, not met and unknown by the scenarios beside this file.

Runs after them, in the same process. The outcomes that the law as it stands cannot give are listed, each with why.
"""

import pytest

from ancu.inference.program import program_on
from ancu.rulebook.expressions import Constant
from ancu.specs.world import OBSERVED, book

CANNOT_BE = {
    # No province was found to have used its power; the slots hold the default "no".
    "province_lets_rural_poor_buy": {True, None},
    "province_lets_rural_poor_rent": {True, None},
    "rural_poor_buyer": {True, None},
    "rural_poor_tenant": {True, None},
    "rural_poor_income": {True, None},
    "provincial_criterion": {True, None},
}


def test_every_outcome_of_every_condition_is_seen() -> None:
    if len({programme for programme, _ in OBSERVED}) < len(book().programmes):
        pytest.skip("needs all the scenarios in the same run: pytest features")
    possible: dict[str, set[bool | None]] = {}
    for programme, definition in book().programmes.items():
        days = (max(start, definition.covered_from) for start in book().epochs.starts)
        for day in dict.fromkeys(days):
            for node in program_on(book(), programme, day).conditions():
                outcomes = {bool(node.expr.value)} if isinstance(node.expr, Constant) else {True, False, None}
                possible.setdefault(node.name, set()).update(outcomes)
    seen: dict[str, set[bool | None]] = {}
    for (_, name), outcomes in OBSERVED.items():
        seen.setdefault(name, set()).update(outcomes)
    unseen = {
        name: outcomes - CANNOT_BE.get(name, set()) - seen.get(name, set()) for name, outcomes in possible.items()
    }
    assert not any(unseen.values()), {name: outcomes for name, outcomes in unseen.items() if outcomes}
