"""What is best for a household whose members may apply for several things: by the preferences of the law.

Statuses stay as they are. An amount that is not known cannot be ranked: then the choice stays open, and is said to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from pydantic import Field

from ancu.decision.contract import Contract, MemberReference
from ancu.decision.law import ranks_on
from ancu.decision.model import Decision
from ancu.decision.preferences import highest_amount
from ancu.rulebook.model import Preference
from ancu.rulebook.rulebook import Rulebook


class PersonDecisions(Contract):
    """What is decided of a household where one of its members files the application."""

    member: MemberReference = Field(description="who applies, as the record states him")
    adult: bool | None = Field(description="whether he is 18 or older on the day; null: his age is not known")
    unrelated: list[int] = Field(description="the places of members of whom it cannot be told what they are to him")
    left_out: list[str] = Field(description="facts that the record states of its own applicant, and not of him")
    decisions: list[Decision]


class Application(Contract):
    """What one member may apply for, or may come to: a programme, and what it grants him."""

    member: int = Field(description="the place of the member who would apply")
    programme: str
    amount: int | None = Field(
        description="the highest amount granted, in the unit of its kind; null: none can be told"
    )
    at_most: int | None = Field(description="what it may come to once all is known; null: that cannot be told")
    rank: int | None = Field(description="the rank of priority where applications outnumber homes; null: none, or open")
    rank_open: bool = Field(description="whether a rank that is not known yet may come before it")


class HouseholdChoice(Contract):
    """One preference of the law, over all that the members of a household may apply for."""

    preference: str
    member: int | None = Field(description="whose choice it is where each person has one; null: the household's")
    applications: list[Application] = Field(description="those that are eligible")
    best: list[Application] = Field(description="the best of them; of several, the household chooses")
    settled: Literal["only", "best", "ranked", "tie", "open"] = Field(
        description="only: nothing else is eligible; best: the highest amount; ranked: the first in priority; tie: "
        "equal whoever applies; open: different things, or amounts that are not all known"
    )
    undetermined: list[Application] = Field(description="those that may become eligible once what is missing is known")


def choices_of(book: Rulebook, persons: Sequence[PersonDecisions]) -> Iterator[HouseholdChoice]:
    """The choices of a household of which each of ``persons`` may be the applicant."""
    for name, preference in book.preferences.items():
        groups: dict[int | None, list[tuple[int, Decision]]] = {}
        for person in persons:
            place = person.member.place
            whose = place if preference.per == "person" else None
            for decision in person.decisions:
                if decision.programme in preference.among and decision.as_of in preference.period:
                    groups.setdefault(whose, []).append((place, decision))
        for whose, among in groups.items():
            eligible = [_application(place, decision) for place, decision in among if decision.status == "eligible"]
            if not eligible or (whose is not None and len(eligible) < 2):
                continue
            best, settled = best_of(preference, eligible)
            yield HouseholdChoice(
                preference=name,
                member=whose,
                applications=eligible,
                best=best,
                settled=settled,
                undetermined=[_application(place, one) for place, one in among if one.status == "undetermined"],
            )


def _application(place: int, decision: Decision) -> Application:
    granted = [option for option in decision.options if option.option in decision.chosen]
    maybe = [option for option in decision.options if option.option in decision.open_options]
    amount = highest_amount(granted)
    known = all(option.amount is not None for option in (*granted, *maybe))
    closed = known and decision.status == "eligible"
    rank = None
    if decision.status == "eligible" and decision.priority and not decision.open_ranks:
        ranks = ranks_on(decision.context.book, decision.programme, decision.context.law_date)
        rank = ranks.index(decision.priority[0]) + 1
    return Application(
        member=place,
        programme=decision.programme,
        amount=amount,
        at_most=highest_amount([*granted, *maybe]) if closed else None,
        rank=rank,
        rank_open=bool(decision.open_ranks),
    )


def best_of(
    preference: Preference, eligible: list[Application]
) -> tuple[list[Application], Literal["only", "best", "ranked", "tie", "open"]]:
    """The best of what is ``eligible`` under ``preference``, and how that is settled."""
    if len(eligible) == 1:
        return eligible, "only"
    if preference.take == "highest":
        if any(one.amount is None for one in eligible):
            return eligible, "open"
        top = max(one.amount or 0 for one in eligible)
        best = [one for one in eligible if one.amount == top]
        rest = [one for one in eligible if one not in best]
        if any(one.at_most is None or one.at_most > top for one in rest):
            return eligible, "open"
        return best, "best" if len(best) == 1 else "tie"
    first = [one for one in eligible if not any(_before(other, one) for other in eligible)]
    if len({one.programme for one in first}) > 1:
        return first, "open"
    return first, "ranked" if len(first) == 1 else "tie"


def _before(one: Application, other: Application) -> bool:
    """Whether ``one`` comes before ``other`` in the order of priority of one programme, whatever is still open."""
    if one.programme != other.programme or one.rank is None or other.rank_open:
        return False
    return other.rank is None or one.rank < other.rank
