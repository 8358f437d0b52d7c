"""What ``ancu explain`` tells of a household: each adult as the applicant, several moments, personal numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from ancu.decision.moments import read_moments
from ancu.decision.persons import member_text
from ancu.errors import Problem, RecordError
from ancu.household.members import Household
from ancu.messages import Language, message
from ancu.rulebook.rulebook import Rulebook
from ancu_cli.common import UsageProblem
from ancu_cli.decisions import as_json

if TYPE_CHECKING:  # commands that need them import them
    from ancu.decision.each import EachDecisions
    from ancu.decision.over_time import MomentsDecision

Form = Literal["text", "markdown", "json"]


def given_moments(written: str | None) -> dict[str, object]:
    """The moments of ``--moments``; :class:`UsageProblem` for what is no pair of a moment and a day."""
    days: dict[str, object] = {}
    for pair in (written or "").split(","):
        name, equals, day = (part.strip() for part in pair.partition("="))
        if not equals and written is not None:
            raise UsageProblem(Problem("usage_bad_moments", {"value": pair.strip()}))
        if equals:
            days[name] = day
    try:
        read_moments(days)
    except RecordError as error:
        raise UsageProblem(error.problems) from error
    return days


def each_as_json(found: EachDecisions, numbers: Mapping[int, str], lang: Language) -> dict[str, Any]:
    """What ``--each --format json`` writes."""
    written = found.model_dump(mode="json", exclude={"persons": {"__all__": {"decisions"}}})
    for person, part in zip(found.persons, written["persons"], strict=True):
        part["decisions"] = [as_json(decision, lang) for decision in person.decisions]
    told: dict[str, Any] = numbered({**written, "texts": {"choices": found.choice_texts(lang)}}, numbers)
    return told


def moments_as_json(found: MomentsDecision, lang: Language) -> dict[str, Any]:
    """What ``--moments --format json`` writes beside a decision: status and reasons at each moment, and changes."""
    written = found.model_dump(mode="json", include={"changes"})
    moments = [
        {
            "moment": one.moment,
            "on": one.on.isoformat(),
            "status": one.decision.status,
            "why": one.decision.why,
            "told": one.decision.told,
            "provisional": one.decision.provisional,
        }
        for one in found.moments
    ]
    return {"moments": moments, **written, "texts": found.texts(lang)}


def numbers_of(household: Household | None, whole: bool) -> dict[int, str]:
    """The personal numbers of the members who have one, by their places: hidden or hashed, or ``whole``."""
    members = household.members if household is not None else ()
    return {
        member.place: member.number.kept if whole else str(member.number)
        for member in members
        if member.number is not None
    }


def numbered(written: Any, numbers: Mapping[int, str]) -> Any:
    """What was written, with ``numbers`` beside the members whose they are."""
    if isinstance(written, list):
        return [numbered(value, numbers) for value in written]
    if not isinstance(written, dict):
        return written
    told = {key: numbered(value, numbers) for key, value in written.items()}
    is_member = {"place", "relation", "label"} == told.keys()
    return {**told, "number": numbers[told["place"]]} if is_member and told["place"] in numbers else told


def number_lines(book: Rulebook, household: Household | None, numbers: Mapping[int, str], lang: Language) -> list[str]:
    """The members who have a personal number, each with his of ``numbers``."""
    return [
        message("explain_number", lang, person=member_text(book, household, member, lang), number=numbers[member.place])
        for member in (household.members if household is not None else ())
        if member.place in numbers
    ]


def section(heading: str, lines: Sequence[str], form: Form) -> Iterator[str]:
    """Lines under a heading, at the end of what is explained."""
    if lines:
        yield f"\n## {heading}\n" if form == "markdown" else f"\n{heading}:"
        yield from (f"- {line}" for line in lines)
