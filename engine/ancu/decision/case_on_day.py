"""A case on a day: by which law each programme judges it, what two engines conclude, and the decisions issued."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from ancu.decision.contract import Receipt, Status, Why
from ancu.decision.fields import Context
from ancu.decision.law import leaves
from ancu.decision.model import Decision
from ancu.decision.two_key import Engine, conclude, conclude_jointly
from ancu.household.members import Household
from ancu.household.projecting import Projected, companions, project
from ancu.inference.joint import Joint, Shelf
from ancu.inference.judgment import Judgment
from ancu.inference.program import Program, program_on
from ancu.inference.schedule import has_own_date, law_date_of, possible_law_dates, verdict_by_day
from ancu.inference.verdicts import VERDICTS
from ancu.kept import kept
from ancu.rulebook.model import Programme
from ancu.rulebook.rulebook import Rulebook
from ancu.version import __version__

#: From how many programmes on they are judged as one.
JOIN_FROM = 4
_STATUSES: Mapping[bool | None, Status] = {True: "eligible", False: "ineligible", None: "undetermined"}
#: What a decision states of its judgment where the day alone says that a programme is not in force.
_NOT_JUDGED = Judgment(
    outcome=None,
    values={},
    grounds=(),
    missing=(),
    unset=(),
    options={},
    doubted=(),
    provisional=False,
    caveats=(),
    conflicts=(),
)


class Concluded(NamedTuple):
    """The judgment of a case by a programme's law of a date; ``confirmed``: two engines came to it."""

    program: Program
    judgment: Judgment
    confirmed: bool
    law_date: date


class CaseOnDay:
    """One case to be decided on one day, under one programme or several.

    ``like``: another household on the same day, many of whose members may be the same. ``people``: what follows from
    the household, where that is known already.
    """

    def __init__(
        self,
        book: Rulebook,
        facts: Mapping[str, Any],
        case: str | None,
        day: date,
        engine: Engine,
        household: Household | None = None,
        like: Projected | None = None,
        people: Projected | None = None,
    ) -> None:
        # A copy: the caller may change his record before he asks a decision for its reasons.
        self.book, self.case, self.facts = book, case, dict(facts)
        self.day, self.engine = day, engine
        self._receipts: dict[bool, Receipt] = {}
        if people is None and household is not None:
            people = project(book, household, day, like)
        self.people = people
        self.stated = self.facts if self.people is not None else {}
        if self.people is not None:
            self.facts = {**self.people.facts, **self.people.stated, **facts}
        self.judged = self.facts if self.people is None else {**self.facts, **companions(self.people, self.facts)}

    def decide_all(self, names: Collection[str]) -> list[Decision]:
        """A decision for each of the programmes ``names``, all of them covered on the day."""
        joined = self._conclude_jointly(names) if len(names) >= JOIN_FROM else {}
        return [self.decide(name, joined.get(name)) for name in names]

    def decide(self, name: str, concluded: Concluded | None = None) -> Decision:
        """The decision under the programme ``name``; ``concluded``: what was concluded together with others."""
        definition = self.book.programmes[name]
        if concluded is None:
            verdict = verdict_by_day(definition, self.day)
            if verdict is not None:
                return self._issue(name, "not_in_force", None, VERDICTS[verdict][1])
            law_date = law_date_of(self.book, name, self.facts, self.day)
            if law_date is None:
                return self._undated(definition)
            concluded = self._conclude(name, law_date)
        territory = definition.territory
        if territory is not None and concluded.judgment.values[territory] is False:
            return self._issue(name, "not_in_force", concluded, "other_region")
        return self._issue(name, _STATUSES[concluded.judgment.outcome], concluded)

    def _again(
        self,
        name: str,
        facts: Mapping[str, Any],
        members: Mapping[int, Mapping[str, Any]],
        day: date | None = None,
        engine: Engine = "direct",
    ) -> Decision:
        """The decision under ``name`` with facts otherwise, also those of members by their place, or on another day."""
        household = self.people.household if self.people is not None else None
        if household is not None:
            changed = (replace(m, facts={**m.facts, **members.get(m.place, {})}) for m in household.members)
            household = replace(household, members=tuple(changed))
        stated = self.stated if household is not None else self.facts
        like = self.people if day in (None, self.day) else None
        again = CaseOnDay(self.book, {**stated, **facts}, self.case, day or self.day, engine, household, like)
        return again.decide(name)

    def _conclude(self, name: str, law_date: date) -> Concluded:
        program = program_on(self.book, name, law_date, self.people is not None)
        judgment, confirmed = conclude(program, program.prepare(self.judged, self.day), self.engine)
        return Concluded(program, judgment, confirmed, law_date)

    def _conclude_jointly(self, names: Collection[str]) -> dict[str, Concluded]:
        """What is concluded of those of ``names`` that are better judged together."""
        together: dict[str, Concluded] = {}
        for joint in _joints_on(self.book, self.day, self.people is not None):
            programs = [program for program in joint.programs if program.programme in names]
            if len(programs) < JOIN_FROM:
                continue
            facts = joint.program.prepare(self.judged, self.day)
            judgments, confirmed = conclude_jointly(joint, programs, facts, self.engine)
            for program, judgment in zip(programs, judgments, strict=True):
                together[program.programme] = Concluded(program, judgment, confirmed, self.day)
        return together

    def _undated(self, definition: Programme) -> Decision:
        """The governing date is unknown: settled only if every version it could choose agrees."""
        name, governed_by = definition.programme, definition.governed_by
        assert governed_by is not None
        possible = [self._conclude(name, day) for day in possible_law_dates(self.book, name, self.day)]
        latest = possible[-1]
        outcome = latest.judgment.outcome
        if outcome is not None and all(other.judgment.outcome is outcome for other in possible):
            return self._issue(name, _STATUSES[outcome], latest)
        decision = self._issue(name, "undetermined", latest)
        dating = [fact for fact in leaves(decision.context, governed_by)[0] if self.facts.get(fact) is None]
        open_grounds = list(latest.judgment.grounds) if outcome is None else []
        update = {"missing": list(dict.fromkeys([*dating, *decision.missing])), "grounds": open_grounds}
        return decision.model_copy(update=update)

    def _issue(self, name: str, status: Status, concluded: Concluded | None, why: Why | None = None) -> Decision:
        judgment = concluded.judgment if concluded is not None else _NOT_JUDGED
        confirmed = concluded is not None and concluded.confirmed
        context = Context(
            book=self.book,
            programme=name,
            law_date=concluded.law_date if concluded is not None else self.day,
            record=self.facts,
            values=judgment.values,
            program=concluded.program if concluded is not None else None,
            judgment=concluded.judgment if concluded is not None else None,
            people=self.people,
            stated=self.stated,
            again=partial(self._again, name),
        )
        return Decision.issue(
            context,
            case=self.case,
            programme=name,
            as_of=self.day,
            status=status,
            why=why,
            grounds=list(judgment.grounds),
            missing=list(judgment.missing),
            unset=list(judgment.unset or judgment.benefit_unset),
            # Where the programme does not run, what the record contradicts itself on decides nothing.
            conflicts=list(judgment.conflicts) if why is None else [],
            provisional=judgment.provisional and why is None,
            caveats=list(judgment.caveats),
            open_options=list(judgment.open_options),
            missing_for_benefit=list(judgment.benefit_missing),
            open_ranks=list(judgment.open_ranks),
            missing_for_priority=list(judgment.rank_missing),
            in_principle=judgment.in_principle,
            receipt=self._receipt(confirmed),
        )

    def _receipt(self, confirmed: bool) -> Receipt:
        """One for all decisions on the case that are alike in this."""
        receipt = self._receipts.get(confirmed)
        if receipt is None:
            receipt = self._receipts[confirmed] = Receipt.made(
                rulebook=self.book.digest,
                as_of=self.day,
                engine=__version__,
                concluded_by="rete" if confirmed else "direct",
                confirmed_by="direct" if confirmed else None,
            )
        return receipt


def _joints_on(book: Rulebook, day: date, people: bool) -> list[Joint]:
    """All programmes in force on ``day`` that its law governs, joined; nothing where that is not worth it."""
    programs = tuple(
        program_on(book, name, day, people)
        for name, definition in book.programmes.items()
        if verdict_by_day(definition, day) is None and not has_own_date(book, name)
    )
    return _shelf_of(book).find(programs)


@kept
def _shelf_of(_book: Rulebook) -> Shelf:
    """The joints in use."""
    return Shelf()
