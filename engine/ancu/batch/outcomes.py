"""Cases alike in all that a list says of them: what either engine's result of a row comes down to.

A list says less than :func:`ancu.explain` does, so that what it says can be looked up: the reported conditions that
carry a verdict, in words that hold for every such case, and beside them what the case lacks and the values computed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import cached_property
from typing import Any

from ancu.decision.benefits import chosen_of, options_of
from ancu.decision.deciding import Record
from ancu.decision.fields import Context
from ancu.decision.model import Decision
from ancu.decision.notes import notes_of
from ancu.inference.direct import closure_of
from ancu.inference.judgment import Judgment
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
from ancu.rulebook.expressions import Constant
from ancu.rulebook.rulebook import Rulebook

#: Verdicts that follow from the day alone, whatever the law says on it.


@dataclass(frozen=True)
class Kind:
    """What a row has in common with others under a programme.

    ``verdict`` is a place in :data:`VERDICTS`; ``carried`` are the reported conditions that carry it, ``caveats`` the
    doubts that it hangs on, ``options`` the open forms of the benefit, ``amounts`` the figures of the benefit that
    differ from record to record.
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

    def __hash__(self) -> int:
        return self._hash

    @cached_property
    def _hash(self) -> int:
        # Kinds are counted for every chunk of a list: the number is worked out once.
        return hash(tuple(getattr(self, one.name) for one in fields(self)))

    def reduced(self) -> Kind:
        """The kind reduced to its verdict and what carries it."""
        if not (self.missing or self.unset or self.caveats or self.options or self.amounts):
            return self
        return Kind(self.programme, self.epoch, self.region, self.verdict, self.provisional, self.carried)

    @property
    def status(self) -> str:
        """The status, or "not_covered"."""
        return VERDICTS[self.verdict][0]


def kind_of(book: Rulebook, record: Record, programme: str, day: date, decision: Decision | None) -> Kind:
    """The kind of a decision on ``record``; None where the rulebook does not cover ``day``."""
    fact = book.programmes[programme].region
    region = record.facts.get(fact) if fact is not None else None
    verdict = VERDICTS.index((decision.status, decision.why)) if decision is not None else NOT_COVERED
    if decision is None or verdict in BY_THE_DAY:
        return Kind(programme, 0, None, verdict)
    context = decision.context
    epoch = book.epochs.index(context.law_date)
    program, judgment = context.program, context.judgment
    if program is None or judgment is None or verdict == OTHER_REGION:
        return Kind(programme, epoch, region, verdict)
    granted = verdict == ELIGIBLE
    open_ = verdict == UNDETERMINED
    amounts = amounts_of(book, programme, [program]) if granted else []
    return Kind(
        programme=programme,
        epoch=epoch,
        region=region,
        verdict=verdict,
        provisional=decision.provisional,
        carried=carried_of(program, program.prepare(record.facts, day), judgment.values),
        missing=tuple(decision.missing) if open_ else (),
        unset=tuple(decision.unset) if open_ else (),
        caveats=_in_order(program, set(judgment.doubted) & set(judgment.caveats)),
        options=tuple(option.option for option in decision.options if granted and option.outcome == "met"),
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


def decision_of(book: Rulebook, kind: Kind) -> Decision | None:
    """What cases of a kind have decided in common; None where the rulebook does not cover the day."""
    if kind.verdict == NOT_COVERED:
        return None
    status, why = VERDICTS[kind.verdict]
    definition = book.programmes[kind.programme]
    day = max(book.epochs.starts[kind.epoch], definition.covered_from)
    region = {definition.region: kind.region} if definition.region is not None and kind.region is not None else {}
    program: Program | None = None
    judgment: Judgment | None = None
    if kind.verdict not in BY_THE_DAY:
        program = program_on(book, kind.programme, day)
        judgment = _judgment(program, kind, region)
    if why == "other_region" and judgment is not None and definition.territory is not None:
        judgment = replace(judgment, values={**judgment.values, definition.territory: False})
    context = Context(
        book=book,
        programme=kind.programme,
        law_date=day,
        record=region,
        values=judgment.values if judgment is not None else {},
        program=program,
        judgment=judgment,
        of_many=True,
    )
    judged = judgment if kind.verdict in OUTCOMES_OF else None
    options = options_of(context, judged.options) if judged is not None else []
    decision = Decision.model_construct(
        case=None,
        programme=kind.programme,
        as_of=day,
        status=status,
        why=why,
        options=options,
        chosen=chosen_of(book, kind.programme, options) if kind.verdict == ELIGIBLE else [],
        told=[n for n in kind.carried if program is None or not isinstance(program.nodes[n].expr, Constant)],
        missing=list(kind.missing),
        unset=list(kind.unset),
        provisional=kind.provisional,
        caveats=list(kind.caveats),
    ).bind(context)
    if kind.verdict not in OUTCOMES_OF:
        return decision
    return decision.model_copy(update={"notes": notes_of(context, (*kind.carried, *kind.unset), decision.chosen)}).bind(
        context
    )


def _judgment(program: Program, kind: Kind, region: Mapping[str, Any]) -> Judgment:
    """What is known of all cases of a kind."""
    outcome = OUTCOMES_OF.get(kind.verdict)
    # Figures that are nodes differ by region alone.
    figures = [node for node in program.nodes.values() if node.kind == "figure"]
    values = {node.name: closure_of(program, node.expr)(region, {}) for node in figures}
    return Judgment(
        outcome=outcome,
        values={**values, **dict.fromkeys(kind.carried, outcome), **dict(kind.amounts)},
        grounds=kind.carried,
        missing=kind.missing,
        unset=kind.unset,
        options={key: True if when is None or key in kind.options else None for key, when in program.options.items()},
        doubted=kind.caveats,
        provisional=kind.provisional,
        caveats=kind.caveats,
        conflicts=(),
    )


def _in_order(program: Program, names: Iterable[str]) -> tuple[str, ...]:
    """Conditions in the order in which a reader meets them."""
    return tuple(sorted(names, key=order_of(program).__getitem__))
