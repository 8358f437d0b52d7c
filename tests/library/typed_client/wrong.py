"""Mistakes that a type checker must find: each line marked so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ancu

if TYPE_CHECKING:
    from facts import Facts

book = ancu.load_rulebook()
facts: Facts = {"net_income": "nine million"}  # wrong
other: Facts = {"net_incom": 9_000_000}  # wrong
third: Facts = {"marital_status": "perhaps"}  # wrong
decision = ancu.decide(book, {}, "self_build_loan", engine="fast")  # wrong
status: int = decision.status  # wrong
decision.explain("fr")  # wrong
print(decision.no_such_field)  # wrong
for found in ancu.decide_many(book, [{}]):
    found.text()  # wrong
