"""From the values of conditions to a judgment: status, grounds, what is missing, what hangs on a doubt.

Nothing here depends on which engine computed the values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import takewhile
from typing import Any, NamedTuple

from ancu.frozen import frozen
from ancu.inference.causes import causes_of
from ancu.inference.direct import Closure, Facts, Values, closure_of
from ancu.inference.grounds import grounds_of
from ancu.inference.program import Program, cannot_be_set, order_of
from ancu.kept import kept
from ancu.rulebook.expressions import Expr, Stated

#: Computes the values of all nodes, the named ones replaced.
Run = Callable[[Mapping[str, Any]], Mapping[str, Any]]


@frozen
class Judgment:
    """What a program concludes of a record.

    ``outcome``: met, not met or unknown (None). ``grounds``: the conditions that carry it, from the top down.
    What is listed stands in the program's own order, whatever the record.
    ``missing``: the facts that the unknown grounds still read. ``unset``: the figures and texts of law that are not
    known. ``doubted``: the conditions whose readings differ here. ``caveats``: the unknown grounds once those are set
    aside. ``conflicts``: the conditions and implications where what the record states contradicts itself.

    Of a case that is eligible also what is still open, which facts settle it, and what nobody has set: the options that
    may be open beside those met (``open_options``, ``benefit_missing``, ``benefit_unset``) and the grounds of priority
    that may rank above those met (``open_ranks``, ``rank_missing``). ``in_principle``: it is entitled to a sum, and of
    none of its options is one set.

    It is provisional where it hangs on a doubt or on facts in conflict, or stands in principle only.
    """

    outcome: bool | None
    values: Values
    grounds: tuple[str, ...]
    missing: tuple[str, ...]
    unset: tuple[str, ...]
    options: Mapping[str, bool | None]
    doubted: tuple[str, ...]
    provisional: bool
    caveats: tuple[str, ...]
    conflicts: tuple[str, ...]
    open_options: tuple[str, ...] = ()
    benefit_missing: tuple[str, ...] = ()
    benefit_unset: tuple[str, ...] = ()
    open_ranks: tuple[str, ...] = ()
    rank_missing: tuple[str, ...] = ()
    in_principle: bool = False


def judge(program: Program, facts: Facts, run: Run) -> Judgment:
    """Judge prepared ``facts``; ``run`` computes the values, given values to hold fixed."""
    values, laid = run({}), _laid_out(program)
    outcome = laid.root(facts, values)
    grounds = grounds_of(program, program.root, facts, values)
    missing: tuple[str, ...] = ()
    unset: tuple[str, ...] = ()
    if outcome is None:
        missing, unset = causes_of(program, grounds, facts, values)
    doubted = tuple(doubted_in(program, facts, values))
    provisional = False
    caveats: tuple[str, ...] = ()
    if outcome is not None and doubted:
        second = run(dict.fromkeys(doubted))
        if laid.root(facts, second) is None:
            provisional, order = True, order_of(program)
            caveats = tuple(sorted(grounds_of(program, program.root, facts, second), key=order.__getitem__))
    options = {key: True if when is None else when(facts, values) for key, when in laid.options}
    open_ = _open(program, laid, facts, values, options) if outcome else {}
    broken = tuple([name for name, contradiction in laid.contradictions if contradiction(facts, values)])
    return Judgment(
        outcome=outcome,
        values=values,
        grounds=grounds,
        missing=missing,
        unset=unset,
        options=options,
        doubted=doubted,
        provisional=provisional or (outcome is not None and bool(broken)) or bool(open_.get("in_principle")),
        caveats=caveats,
        conflicts=(*_conflicts(program, facts, values), *broken),
        **open_,
    )


class _LaidOut(NamedTuple):
    """The parts of a program that every judgment evaluates, compiled.

    ``amounts``: what each option grants, and whether that reads a figure that nobody has set.
    """

    root: Closure
    options: Sequence[tuple[str, Closure | None]]
    amounts: Mapping[str, tuple[Closure, bool]]
    contradictions: Sequence[tuple[str, Closure]]


@kept
def _laid_out(program: Program) -> _LaidOut:
    def of(expr: Expr) -> Closure:
        return closure_of(program, expr)

    return _LaidOut(
        root=of(program.root),
        options=[(key, None if when is None else of(when)) for key, when in program.options.items()],
        amounts={key: (of(amount), cannot_be_set(program, amount)) for key, amount in program.amounts.items()},
        contradictions=[(name, of(contradiction)) for name, contradiction in program.conflicts.items()],
    )


def _open(
    program: Program, laid: _LaidOut, facts: Facts, values: Values, options: Mapping[str, bool | None]
) -> dict[str, Any]:
    """The fields of a judgment that say what is open of an eligible case."""
    open_options = tuple(
        key
        for key, outcome in options.items()
        if outcome is None and not any(options[other] for other in program.outranked.get(key, ()))
    )
    amounts = {key: amount(facts, values) for key, (amount, _) in laid.amounts.items() if options[key] is not False}
    unknown = [program.amounts[k] for k, sum_ in amounts.items() if sum_ is None and (options[k] or k in open_options)]
    whens = (when for key in open_options if (when := program.options[key]) is not None)
    grounds = dict.fromkeys(name for when in whens for name in grounds_of(program, when, facts, values))
    benefit_missing, benefit_unset = causes_of(program, grounds, facts, values, unknown)
    above = takewhile(lambda name: not values[name], program.ranks)
    open_ranks = tuple(name for name in above if values[name] is None)
    ranks = (program.ranks[name] for name in open_ranks)
    grounds = dict.fromkeys(name for rank in ranks for name in grounds_of(program, rank, facts, values))
    return {
        "open_options": open_options,
        "benefit_missing": benefit_missing,
        "benefit_unset": benefit_unset,
        "open_ranks": open_ranks,
        "rank_missing": causes_of(program, grounds, facts, values)[0],
        "in_principle": not any(options[key] and sum_ is not None for key, sum_ in amounts.items())
        and any(sum_ is None and laid.amounts[key][1] for key, sum_ in amounts.items()),
    }


def doubted_in(program: Program, facts: Facts, values: Values) -> Iterator[str]:
    """The conditions whose value here is settled and would be another on some other reading."""
    for name, readings in _readings_of(program):
        value = values[name]
        if value is not None:
            for reading in readings:
                if reading(facts, values) is not value:
                    yield name
                    break


@kept
def _readings_of(program: Program) -> list[tuple[str, list[Closure]]]:
    """The conditions that have other readings, with those."""
    doubtful = (node for node in program.conditions() if node.readings)
    return [(node.name, [closure_of(program, reading) for reading in node.readings]) for node in doubtful]


def _conflicts(program: Program, facts: Facts, values: Values) -> Iterator[str]:
    """The conditions where what the record states and what its other facts give are opposed."""
    for name, fact, derived in _stand_ins_of(program):
        stated = facts.get(fact)
        if stated is not None and (value := derived(facts, values)) is not None and stated is not value:
            yield name


@kept
def _stand_ins_of(program: Program) -> list[tuple[str, str, Closure]]:
    """The conditions that a fact states and others stand in for, with both."""
    stated = ((node.name, node.expr) for node in program.conditions() if isinstance(node.expr, Stated))
    return [(name, expr.fact, closure_of(program, expr.derived)) for name, expr in stated if expr.derived is not None]
