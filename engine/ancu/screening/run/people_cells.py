"""What a row says of a household in words of its own: reasons that name people, and whose facts mattered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from ancu.batch.cells import CELLS, Telling
from ancu.batch.outcomes import CaseOutcome
from ancu.decision.fields import Context
from ancu.decision.law import leaves
from ancu.decision.model import Decision
from ancu.decision.persons import missing_texts, persons_text
from ancu.decision.rendering import caveat_text, conflict_text, sentence
from ancu.decision.told import settled_in
from ancu.household.program import gathered_in
from ancu.household.projecting import Projected
from ancu.inference.verdicts import OUTCOMES_OF
from ancu.messages import Language, message
from ancu.rulebook.expressions import Constant, Name
from ancu.rulebook.rulebook import People


class ToldOfPeople(NamedTuple):
    """What a row with people says: cells by programme in place of those of every like case, and whose facts matter."""

    cells: Sequence[Mapping[str, str]]
    whose: str


def told_of_people(
    reasons: Telling, outcomes: Sequence[CaseOutcome], decisions: Sequence[Decision | None], lang: Language
) -> ToldOfPeople:
    """What a row with people says of its ``decisions``."""
    if reasons != "text":
        return ToldOfPeople([{} for _ in decisions], _whose_codes(outcomes, decisions))
    cells = [_cells(outcome, decision, lang) for outcome, decision in zip(outcomes, decisions, strict=True)]
    return ToldOfPeople(cells, _whose_cell(outcomes, decisions, lang))


def _cells(outcome: CaseOutcome, decision: Decision | None, lang: Language) -> dict[str, str]:
    """The cells of a programme that tell of people, in place of those that say the same of every like case."""
    if decision is None or outcome.verdict not in OUTCOMES_OF:
        return {}
    context = decision.context
    program = context.program
    assert program is not None
    asked = [name for name in outcome.carried if not isinstance(program.nodes[name].expr, Constant)]
    lacking = (("open_benefit", outcome.missing_for_benefit), ("open_priority", outcome.missing_for_priority))
    caveats = (
        *(conflict_text(context, name, lang) for name in outcome.conflicts),
        *(caveat_text(context, name, lang) for name in outcome.caveats),
    )
    notes = CELLS["text"]["notes"](context.book, replace(outcome, conflicts=(), caveats=()), lang)
    return {
        "reasons": "\n".join(text for name in asked if (text := sentence(context, name, lang))),
        "missing": "; ".join(missing_texts(context, outcome.missing, lang)),
        "open": "\n".join(
            message(key, lang, facts="; ".join(missing_texts(context, facts, lang))) for key, facts in lacking if facts
        ),
        "notes": "\n".join(filter(None, (*dict.fromkeys(caveats), notes))),
    }


def _whose_cell(outcomes: Sequence[CaseOutcome], decisions: Sequence[Decision | None], lang: Language) -> str:
    """Whose facts carry the results of a row, where it is not the applicant's alone: "người có công: cha (dòng 3)"."""
    told: dict[str, None] = {}
    for context, people, fact, places in _mattering(outcomes, decisions):
        told[f"{_part(context, fact, lang)}: {persons_text(context, people, places, lang)}"] = None
    return "; ".join(told)


def _whose_codes(outcomes: Sequence[CaseOutcome], decisions: Sequence[Decision | None]) -> str:
    """The same in codes: facts, each with the places of people in their household, from 1."""
    found = {fact: places for _, _, fact, places in _mattering(outcomes, decisions)}
    return ";".join(f"{fact}:{','.join(map(str, places))}" for fact, places in found.items())


def nobody_cell(reasons: Telling, lang: Language) -> str:
    """What stands there of a row for which no people are listed."""
    return message("whose_nobody", lang) if reasons == "text" else ""


def _mattering(
    outcomes: Sequence[CaseOutcome], decisions: Sequence[Decision | None]
) -> Iterator[tuple[Context, Projected, str, tuple[int, ...]]]:
    """The facts that carry results and are those of others than the applicant, with the places of these."""
    seen: set[str] = set()
    for outcome, decision in zip(outcomes, decisions, strict=True):
        if decision is None or outcome.verdict not in OUTCOMES_OF or decision.context.people is None:
            continue
        context, people = decision.context, decision.context.people
        applicant = people.household.applicant.place
        everybody = tuple(member.place for member in people.household.members)
        # What is open hangs on what nobody knows yet; whose facts are known is told of what is settled.
        settled = settled_in(context, decision.as_of).conditions if decision.status == "undetermined" else ()
        carrying = dict.fromkeys((*settled, *decision.grounds, *decision.priority))
        single = (n for n in carrying if n in context.book.conditions and not context.book.compound[n])
        facts = dict.fromkeys(fact for name in single for fact in leaves(context, name)[0])
        for fact in facts:
            stated = context.record.get(fact)
            if fact in seen or fact not in people or stated is None or stated != people.facts.get(fact):
                continue
            places = people.source(fact).members
            if places and places not in ((applicant,), everybody):
                seen.add(fact)
                yield context, people, fact, places


def _part(context: Context, fact: str, lang: Language) -> str:
    """What the people are for whom a fact is told: the role they have, or else what the fact is called."""
    people = context.book.people
    role = _role(people, fact, context) if people is not None else None
    if people is not None and role is not None:
        return people.titles[role][lang]
    return context.book.facts[fact].label[lang]


def _role(people: People, fact: str, context: Context) -> str | None:
    """The one role by which a fact is somebody's."""
    version = next((one for one in people.projections[fact] if context.law_date in one.period), None)
    if version is None:
        return None
    roles = {part.who.id if isinstance(part.who, Name) else None for part in gathered_in(version.expr)}
    only = roles.pop() if len(roles) == 1 else None
    return only if only in people.titles else None
