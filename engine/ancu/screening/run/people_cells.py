"""What a row says of a household in words of its own: reasons that name people, and whose facts mattered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
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
from ancu.screening.lists.chunks import cells_of, held_like
from ancu.screening.run.judged_chunk import JudgedChunk
from ancu.screening.run.plan import Plan


class CaseTold(NamedTuple):
    """What came of a row with people under a programme; ``context``: None where the rulebook does not cover the day.

    ``carrying`` are the facts that carry the result.
    """

    outcome: CaseOutcome
    context: Context | None
    carrying: Sequence[str]

    @property
    def judged(self) -> Context | None:
        """The context of a case that was judged; None of one that the day or the place leaves out."""
        return self.context if self.outcome.verdict in OUTCOMES_OF else None


class ToldOfPeople(NamedTuple):
    """What a row with people says: cells by programme in place of those of every like case, and whose facts matter."""

    cells: Sequence[Mapping[str, str]]
    whose: str


def told_of_people(reasons: Telling, cases: Sequence[CaseTold], lang: Language) -> ToldOfPeople:
    """What a row with people says of what came of it under each programme."""
    if reasons != "text":
        return ToldOfPeople([{} for _ in cases], _whose_codes(cases))
    return ToldOfPeople([_cells(case, lang) for case in cases], _whose_cell(cases, lang))


def carrying_facts(decision: Decision) -> tuple[str, ...]:
    """The facts of single conditions that carry a decision, in their order."""
    context = decision.context
    # What is open hangs on what nobody knows yet; whose facts are known is told of what is settled.
    settled = settled_in(context, decision.as_of).conditions if decision.status == "undetermined" else ()
    carrying = dict.fromkeys((*settled, *decision.grounds, *decision.priority))
    single = (n for n in carrying if n in context.book.conditions and not context.book.compound[n])
    return tuple(dict.fromkeys(fact for name in single for fact in leaves(context, name)[0]))


def put_told(plan: Plan, judged: JudgedChunk, told: Mapping[int, ToldOfPeople]) -> None:
    """Let the rows of a judged chunk say what is ``told`` of their people, by the row; of others, that nobody is."""
    rows, nobody = len(judged.kept), nobody_cell(plan.reasons, plan.lang)
    for i, name in enumerate(plan.programmes):
        keys = dict.fromkeys(key for said in told.values() for key in said.cells[i])
        for key in keys:
            like_cases = judged.cells[name][key]
            cells = list(cells_of(like_cases))
            for at, said in told.items():
                if key in said.cells[i]:
                    cells[at] = said.cells[i][key]
            judged.cells[name][key] = held_like(like_cases, cells)
    judged.shared["whose"] = [told[at].whose if at in told else nobody for at in range(rows)]


def _cells(case: CaseTold, lang: Language) -> dict[str, str]:
    """The cells of a programme that tell of people, in place of those that say the same of every like case."""
    outcome, context = case.outcome, case.judged
    if context is None:
        return {}
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


def _whose_cell(cases: Sequence[CaseTold], lang: Language) -> str:
    """Whose facts carry the results of a row, where it is not the applicant's alone: "người có công: cha (dòng 3)"."""
    told: dict[str, None] = {}
    for context, people, fact, places in _mattering(cases):
        told[f"{_part(context, fact, lang)}: {persons_text(context, people, places, lang)}"] = None
    return "; ".join(told)


def _whose_codes(cases: Sequence[CaseTold]) -> str:
    """The same in codes: facts, each with the places of people in their household, from 1."""
    found = {fact: places for _, _, fact, places in _mattering(cases)}
    return ";".join(whose_code(fact, places) for fact, places in found.items())


def whose_code(fact: str, places: Iterable[int]) -> str:
    """A fact with the places of those whose it is."""
    return f"{fact}:{','.join(map(str, places))}"


def nobody_cell(reasons: Telling, lang: Language) -> str:
    """What stands there of a row for which no people are listed."""
    return message("whose_nobody", lang) if reasons == "text" else ""


def _mattering(cases: Sequence[CaseTold]) -> Iterator[tuple[Context, Projected, str, tuple[int, ...]]]:
    """The facts that carry results and are those of others than the applicant, with the places of these."""
    seen: set[str] = set()
    for case in cases:
        context = case.judged
        if context is None or context.people is None:
            continue
        people = context.people
        applicant = people.household.applicant.place
        everybody = tuple(member.place for member in people.household.members)
        for fact in case.carrying:
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
