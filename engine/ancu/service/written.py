"""Facts and members as the decision log has them: enough to judge a case again, and no more of a person than that.

Names of people are left out, since no rule reads them; of personal numbers the last three digits are written.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from ancu.household.members import Household, Member


def written_facts(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Engine values as JSON has them."""
    return {name: sorted(value) if isinstance(value, frozenset) else value for name, value in facts.items()}


def facts_again(written: Mapping[str, Any]) -> dict[str, Any]:
    """The engine values that were written."""
    return {name: frozenset(value) if isinstance(value, list) else value for name, value in written.items()}


def written_household(household: Household) -> dict[str, Any]:
    """A household as JSON has it."""
    recorded_on = household.recorded_on
    return {
        "members": [_written_member(member) for member in household.members],
        "complete": household.complete,
        **({"recorded_on": recorded_on.isoformat()} if recorded_on is not None else {}),
    }


def _written_member(member: Member) -> dict[str, Any]:
    besides = {
        "label": member.label,
        "born": list(member.born) if member.born is not None else None,
        "personal_number": str(member.number) if member.number is not None else None,
    }
    return {"facts": written_facts(member.facts), **{k: v for k, v in besides.items() if v is not None}}


def read_again(written: Mapping[str, Any]) -> Household:
    """The household that was written."""
    members = [
        Member(
            facts_again(row["facts"]),
            place,
            row.get("label"),
            tuple(row["born"]) if "born" in row else None,
        )
        for place, row in enumerate(written["members"], 1)
    ]
    day = written.get("recorded_on")
    return Household(tuple(members), bool(written["complete"]), date.fromisoformat(day) if day is not None else None)
