"""Concluding: the judgment of a record under one programme or several, by one engine or by two that must agree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from operator import is_not
from typing import Any, Literal

from ancu.errors import IntegrityError, Problem
from ancu.inference import direct, rete
from ancu.inference.joint import Joint, root_of
from ancu.inference.judgment import Judgment, doubted_in, judge
from ancu.inference.program import Program
from ancu.kept import kept

Engine = Literal["two_key", "direct"]
Facts = Mapping[str, Any]
Values = Mapping[str, Any]


def conclude(program: Program, facts: Facts, engine: Engine) -> tuple[Judgment, bool]:
    """The judgment of prepared ``facts`` and whether two engines agreed on it.

    Raises :class:`IntegrityError` if they differ.
    """
    confirming = engine == "two_key" and rete.AVAILABLE
    network = rete.engine_of(program) if confirming else None

    def run(overrides: Values) -> Values:
        confirmed = direct.run(program, facts, overrides)
        if network is not None:
            _agree(program, "", facts, confirmed, network.run(facts, confirmed, overrides))
        return confirmed

    return judge(program, facts, run), confirming


def conclude_jointly(
    joint: Joint, programs: Sequence[Program], facts: Facts, engine: Engine
) -> tuple[list[Judgment], bool]:
    """As :func:`conclude`, of each of ``programs``; what they share is evaluated once.

    ``programs`` are among those of ``joint``, and ``facts`` are prepared for it.
    """
    confirming = engine == "two_key" and rete.AVAILABLE
    network = rete.engine_of_joint(joint) if confirming else None

    def run(overrides: Values) -> Values:
        confirmed = direct.run(joint.program, facts, overrides)
        if network is not None:
            concluded = network.run(facts, confirmed, overrides)
            agree = _agree if _differ(joint.program, confirmed, concluded) else _agree_on_root
            for program in programs:
                agree(program, root_of(program), facts, confirmed, concluded)
        return confirmed

    first = run({})
    second: list[Values] = []

    def run_again() -> Values:
        # A programme reads none of another's conditions but those that are its own too, with the same readings: to
        # hold the doubted conditions of all unknown at once changes nothing in any one of them.
        if not second:
            second.append(run(dict.fromkeys(_doubted_in_any(programs, facts, first))))
        return second[0]

    def judged(program: Program) -> Judgment:
        def own(overrides: Values) -> Values:
            values = run_again() if overrides else first
            names = program.nodes
            return dict(zip(names, map(values.__getitem__, names), strict=True))

        return judge(program, facts, own)

    return [judged(program) for program in programs], confirming


def _doubted_in_any(programs: Iterable[Program], facts: Facts, values: Values) -> Iterable[str]:
    for program in programs:
        if direct.closure_of(program, program.root)(facts, values) is not None:
            yield from doubted_in(program, facts, values)


def _agree(program: Program, root: str, facts: Facts, confirmed: Values, concluded: Values) -> None:
    """:class:`IntegrityError` unless both engines came to the same for every condition and for the root."""
    if _differ(program, confirmed, concluded):
        name = next(name for name in _conditions_of(program) if concluded[name] is not confirmed[name])
        raise _disagreement(program, name, concluded[name], confirmed[name])
    _agree_on_root(program, root, facts, confirmed, concluded)


def _differ(program: Program, confirmed: Values, concluded: Values) -> bool:
    """Whether the engines came to something else for some condition."""
    names = _conditions_of(program)
    return any(map(is_not, map(concluded.__getitem__, names), map(confirmed.__getitem__, names)))


def _agree_on_root(program: Program, root: str, facts: Facts, confirmed: Values, concluded: Values) -> None:
    value = direct.closure_of(program, program.root)(facts, confirmed)
    if concluded.get(root, "none") is not value:
        raise _disagreement(program, program.programme, concluded.get(root, "none"), value)


def _disagreement(program: Program, condition: str, concluded: object, confirmed: object) -> IntegrityError:
    values = {"condition": condition, "programme": program.programme, "rete": concluded, "direct": confirmed}
    return IntegrityError(Problem("engines_disagree", values))


@kept
def _conditions_of(program: Program) -> tuple[str, ...]:
    return tuple(node.name for node in program.conditions())
