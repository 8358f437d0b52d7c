"""What cannot decide, over all the times in which it cannot; told where it begins, and not by all that it leads to."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from ancu.inference.doubts import reads_of
from ancu.inference.program import Program, nodes_in
from ancu.proof.claims import epochs_within
from ancu.proof.days import reads_day
from ancu.proof.deciding_power import DecidingPower, Examples, Idle, read_in
from ancu.proof.solving import AskedOfSolver
from ancu.rulebook.calendar import Period
from ancu.rulebook.expressions import And, Constant, Expr, Name, Or
from ancu.rulebook.properties import AcceptedFinding
from ancu.rulebook.rulebook import Rulebook
from ancu.specs.measure.in_force import programs_in_force


@dataclass(frozen=True)
class Finding:
    """Something of a programme that cannot decide in ``periods``; ``accepted`` where that is known to be right."""

    idle: Idle
    periods: tuple[Period, ...]
    accepted: AcceptedFinding | None = None


@dataclass
class Looked:
    """How much of a programme was looked at, in all its versions: conditions, options, ranks."""

    versions: int = 0
    conditions: int = 0
    options: int = 0
    ranks: int = 0


def findings_of(book: Rulebook, programme: str, asked: AskedOfSolver, looked: Looked) -> list[Finding]:
    """Everything of ``programme`` that cannot decide, in any of its versions."""
    examples = Examples()
    found: dict[Idle, tuple[list[Period], list[str]]] = {}
    for program, periods in versions_of(book, programme):
        looked.versions += 1
        read = read_in(program)
        settled = (isinstance(node.expr, Constant) for node in program.conditions() if node.name in read)
        looked.conditions += sum(not one for one in settled)
        looked.options += len(program.options)
        looked.ranks += len(program.ranks)
        power = DecidingPower(book, program, periods[0], asked, examples)
        for one in _first_causes(power, list(power.idle())):
            times, because = found.setdefault(replace(one, because=()), ([], []))
            times.extend(periods)
            because.extend(one.because)
    accepted = {name: known for known in book.accepted if programme in known.programmes for name in known.names}
    return [
        Finding(replace(one, because=tuple(dict.fromkeys(because))), joined(times), accepted.get(one.name))
        for one, (times, because) in found.items()
    ]


def versions_of(book: Rulebook, programme: str) -> list[tuple[Program, list[Period]]]:
    """Each program by which ``programme`` is judged, with the times in which it is."""
    ends = {period.start: period for period in epochs_within(book, Period())}
    versions: list[tuple[Program, list[Period]]] = []
    for day, program in programs_in_force(book, programme):
        period = next(epoch for epoch in ends.values() if day in epoch)
        own = Period(day, period.end)
        same = next((times for one, times in versions if one is program and not reads_day(program)), None)
        if same is None:
            versions.append((program, [own]))
        else:
            same.append(own)
    return versions


def joined(periods: Iterable[Period]) -> tuple[Period, ...]:
    """``periods`` in order, those that meet made one."""
    whole: list[Period] = []
    for period in sorted(periods):
        if whole and whole[-1].end >= period.start - timedelta(days=1):
            whole[-1] = Period(whole[-1].start, max(whole[-1].end, period.end))
        else:
            whole.append(period)
    return tuple(whole)


def _first_causes(power: DecidingPower, idle: list[Idle]) -> Iterator[Idle]:
    """Of what cannot decide, what does not follow from something else that cannot, or that is settled by its text."""
    program = power.program
    dead = {one.name for one in idle if one.kind == "condition"}
    for one in idle:
        if one.kind == "nobody":
            yield replace(one, because=tuple(dict.fromkeys((*_never_met(power, program.root), *one.because))))
        elif one.kind == "option":
            when = program.options[one.name]
            if when is None or one.reason == "never_counts" or not _is_settled(power, when, True):
                yield one
        elif one.kind == "rank":
            if one.reason == "never_counts" or not _is_settled(power, Name(one.name), True):
                yield one
        elif not _follows(power, one, dead):
            yield one


def _follows(power: DecidingPower, one: Idle, dead: Collection[str]) -> bool:
    """Whether a condition cannot decide for the sake of those that it is made of, or of those that read it."""
    expr = power.program.nodes[one.name].expr
    if one.reason in ("never_met", "never_fails"):
        return not isinstance(expr, Name) and _is_settled(power, expr, one.reason == "never_met")
    if one.reason == "never_known":
        return any(name in dead and not power.possible(name, True) for name in nodes_in(expr))
    readers = [name for name, read in reads_of(power.program).items() if one.name in read]
    return bool(readers) and one.reason == "never_counts" and all(_is_shut(power, name) for name in readers)


def _is_shut(power: DecidingPower, name: str) -> bool:
    """Whether a condition comes out one way only."""
    kind = power.program.nodes[name].kind
    return kind in ("condition", "programme") and not (power.possible(name, True) and power.possible(name, False))


def _is_settled(power: DecidingPower, expr: Expr, against: bool) -> bool:
    """Whether ``expr`` can never be met (``against``), or never fail, for the sake of its parts."""
    if isinstance(expr, Constant):
        return expr.value is not against
    if isinstance(expr, Name):
        kind = power.program.nodes[expr.id].kind
        return kind in ("condition", "programme") and not power.possible(expr.id, against)
    if isinstance(expr, (And, Or)):
        every = isinstance(expr, Or) is against
        outcomes = (_is_settled(power, item, against) for item in expr.items)
        return all(outcomes) if every else any(outcomes)
    return False


def _never_met(power: DecidingPower, expr: Expr) -> Iterator[str]:
    """The requirements named in ``expr`` that can never be met."""
    for item in expr.items if isinstance(expr, And) else (expr,):
        if isinstance(item, And):
            yield from _never_met(power, item)
        elif isinstance(item, Name) and not power.possible(item.id, True):
            yield item.id
