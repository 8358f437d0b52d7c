"""Cases alike in all that a list says of them: what either engine's result of a row comes down to.

A list says less than :func:`ancu.explain` does, so that what it says can be looked up: the reported conditions that
carry a verdict, in words that hold for every such case, and beside them what the case lacks and the values computed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import date
from functools import cached_property
from operator import attrgetter
from typing import Any

from ancu.decision.benefits import chosen_of, options_of
from ancu.decision.contract import OptionOutcome
from ancu.decision.deciding import Record
from ancu.decision.fields import Context
from ancu.decision.model import Decision
from ancu.frozen import frozen
from ancu.household.projecting import companions
from ancu.inference.direct import closure_of
from ancu.inference.program import Program, order_of, program_on
from ancu.inference.schedule import BY_THE_DAY
from ancu.inference.verdicts import (
    ELIGIBLE,
    NOT_COVERED,
    OTHER_REGION,
    OUTCOMES_OF,
    UNDETERMINED,
    VERDICTS,
    amounts_of,
    carried_of,
    quantities_of,
)
from ancu.kept import kept
from ancu.rulebook.rulebook import Rulebook


@frozen
class CaseOutcome:
    """What a case has in common with others under a programme.

    ``verdict`` is a place in :data:`VERDICTS`; ``carried`` are the reported conditions that carry it, ``caveats`` the
    doubts that it hangs on, ``conflicts`` the implications that the record breaks, ``options`` and ``ranks`` the forms
    of the benefit and grounds of priority that are met, ``amounts`` the figures of the benefit that differ from record
    to record; the rest is what is still open of an eligible case, as in a decision.
    """

    programme: str
    epoch: int
    region: str | None
    verdict: int
    provisional: bool = False
    carried: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    unset: tuple[str, ...] = ()
    caveats: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    amounts: tuple[tuple[str, int | None], ...] = ()
    conflicts: tuple[str, ...] = ()
    ranks: tuple[str, ...] = ()
    open_options: tuple[str, ...] = ()
    missing_for_benefit: tuple[str, ...] = ()
    open_ranks: tuple[str, ...] = ()
    missing_for_priority: tuple[str, ...] = ()

    def __hash__(self) -> int:
        return self._hash

    @cached_property
    def _hash(self) -> int:
        # Outcomes are counted for every chunk of a list: the number is worked out once.
        return hash(_ALL_OF(self))

    def reduced(self) -> CaseOutcome:
        """The outcome reduced to its verdict and what carries it; one that is no more than that as it is."""
        if _BEYOND(self) == _NOTHING_BEYOND:
            return self
        return CaseOutcome(self.programme, self.epoch, self.region, self.verdict, self.provisional, self.carried)

    @property
    def status(self) -> str:
        """The status, or "not_covered"."""
        return VERDICTS[self.verdict][0]


#: All that outcomes are told apart by; and of it what a reduced one leaves out, with what then stands there.
_ALL_OF = attrgetter(*(one.name for one in fields(CaseOutcome)))
_LEFT_OUT = fields(CaseOutcome)[fields(CaseOutcome).index(CaseOutcome.__dataclass_fields__["carried"]) + 1 :]
_BEYOND = attrgetter(*(one.name for one in _LEFT_OUT))
_NOTHING_BEYOND = ((),) * len(_LEFT_OUT)


def case_outcome(book: Rulebook, record: Record, programme: str, day: date, decision: Decision | None) -> CaseOutcome:
    """The outcome of a decision on ``record``; None where the rulebook does not cover ``day``."""
    fact = book.programmes[programme].region
    region = record.facts.get(fact) if fact is not None else None
    verdict = VERDICTS.index((decision.status, decision.why)) if decision is not None else NOT_COVERED
    if decision is None:
        return CaseOutcome(programme, 0, None, verdict)
    if verdict in BY_THE_DAY:
        # What is said of it still hangs on the day: which opening is over, and which notes hold.
        return CaseOutcome(programme, book.epochs.index(day), None, verdict)
    context = decision.context
    epoch = book.epochs.index(context.law_date)
    program, judgment = context.program, context.judgment
    if program is None or judgment is None or verdict == OTHER_REGION:
        return CaseOutcome(programme, epoch, region, verdict)
    granted = verdict == ELIGIBLE
    open_ = verdict == UNDETERMINED
    people = context.people
    # What was judged of a household is what follows from its members too.
    facts = record.facts if people is None else {**context.record, **companions(people, context.record)}
    amounts = amounts_of(book, programme, [program]) if granted else []
    return CaseOutcome(
        programme=programme,
        epoch=epoch,
        region=region,
        verdict=verdict,
        provisional=decision.provisional,
        carried=carried_of(program, program.prepare(facts, day), judgment.values),
        missing=tuple(decision.missing) if open_ else (),
        unset=tuple(decision.unset) if open_ or granted else (),
        caveats=_in_order(program, set(judgment.doubted) & set(judgment.caveats)),
        conflicts=tuple(name for name in judgment.conflicts if name in program.conflicts),
        ranks=tuple(decision.priority) if granted else (),
        open_options=tuple(decision.open_options),
        missing_for_benefit=tuple(decision.missing_for_benefit),
        open_ranks=tuple(decision.open_ranks),
        missing_for_priority=tuple(decision.missing_for_priority),
        options=tuple(option.option for option in decision.options if option.outcome == "met") if granted else (),
        amounts=tuple((name, judgment.values[name]) for name in amounts),
    )


def values_of(book: Rulebook, decisions: Iterable[Decision | None]) -> dict[str, Any]:
    """The quantities that texts quote, as the first of ``decisions`` on one record that knows them has them."""
    found: dict[str, Any] = {}
    for decision in decisions:
        if decision is None or decision.context.program is None or decision.context.judgment is None:
            continue
        for name in quantities_of(book, [decision.context.program]):
            if found.get(name) is None:
                found[name] = decision.context.judgment.values[name]
    return found


def program_of(book: Rulebook, outcome: CaseOutcome) -> Program:
    """The program by which cases of an outcome were judged."""
    return program_on(book, outcome.programme, day_of(book, outcome))


def day_of(book: Rulebook, outcome: CaseOutcome) -> date:
    """The first day of the law by which cases of an outcome were judged."""
    return max(book.epochs.starts[outcome.epoch], book.programmes[outcome.programme].covered_from)


def context_of(book: Rulebook, outcome: CaseOutcome) -> Context:
    """What all cases of an outcome share: the law that was applied, its figures, and what carries the verdict."""
    definition = book.programmes[outcome.programme]
    record = {}
    if definition.region is not None and outcome.region is not None:
        record[definition.region] = outcome.region
    values: dict[str, Any] = {}
    program: Program | None = None
    if outcome.verdict not in BY_THE_DAY:
        program = program_of(book, outcome)
        values = dict(_figures_in(book, outcome.programme, outcome.epoch, record.get(definition.region or "")))
        values |= dict.fromkeys(outcome.carried, OUTCOMES_OF.get(outcome.verdict)) | dict(outcome.amounts)
        values |= dict.fromkeys(outcome.ranks, True)
        if outcome.verdict == OTHER_REGION and definition.territory is not None:
            values[definition.territory] = False
    return Context(book, outcome.programme, day_of(book, outcome), record, values, program, of_many=True)


@kept
def _figures_in(book: Rulebook, programme: str, epoch: int, region: str | None) -> Mapping[str, Any]:
    """The values of the figures that are nodes of a program: they differ by region alone."""
    program = program_of(book, CaseOutcome(programme, epoch, region, UNDETERMINED))
    fact = book.programmes[programme].region
    record = {fact: region} if fact is not None and region is not None else {}
    figures = [node for node in program.nodes.values() if node.kind == "figure"]
    return {node.name: closure_of(program, node.expr)(record, {}) for node in figures}


def benefit_in(context: Context, outcome: CaseOutcome) -> tuple[list[OptionOutcome], list[OptionOutcome]]:
    """The options of the benefit that cases of an outcome are granted, and those that are still open to them."""
    if outcome.verdict != ELIGIBLE:
        return [], []
    needs = program_of(context.book, outcome).options
    verdicts = {
        key: True if when is None or key in outcome.options else None if key in outcome.open_options else False
        for key, when in needs.items()
    }
    options = options_of(context, verdicts)
    chosen = chosen_of(context.book, outcome.programme, options)
    open_ = [option for option in options if option.option in outcome.open_options]
    return [option for option in options if option.option in chosen], open_


def stands_in_principle(book: Rulebook, outcome: CaseOutcome) -> bool:
    """Whether cases of an outcome are eligible, but nobody has set the level of what they are granted."""
    granted, open_ = benefit_in(context_of(book, outcome), outcome)
    return all(option.amount is None for option in granted) and any(option.unset for option in (*granted, *open_))


def what_is_open(book: Rulebook, outcome: CaseOutcome) -> tuple[str, ...]:
    """What a summary counts of an eligible outcome: ``open_benefit``, ``in_principle``."""
    if outcome.verdict != ELIGIBLE:
        return ()
    open_ = bool(outcome.missing_for_benefit or outcome.open_options)
    found = {"open_benefit": open_, "in_principle": stands_in_principle(book, outcome)}
    return tuple(name for name, holds in found.items() if holds)


def _in_order(program: Program, names: Iterable[str]) -> tuple[str, ...]:
    """Conditions in the order in which a reader meets them."""
    return tuple(sorted(names, key=order_of(program).__getitem__))
