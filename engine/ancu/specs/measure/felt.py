"""Whether a mutant changes anything that a programme can ever conclude on; where it does not, that is a proof."""

from __future__ import annotations

from ancu.inference.program import Program, program_on
from ancu.kept import kept
from ancu.rulebook.expressions import Expr, Name
from ancu.rulebook.references import names_in
from ancu.specs.measure.altered_law import AlteredLaw
from ancu.specs.measure.equivalence import decides_alike
from ancu.specs.measure.in_force import programs_in_force
from ancu.specs.measure.mutant import Mutant
from ancu.specs.measure.program_change import ProgramChange
from ancu.specs.measure.ranges import range_of, ranges


def can_be_felt(law: AlteredLaw, mutant: Mutant) -> bool:
    """Whether ``mutant`` changes anything by which a programme can ever judge."""
    if mutant.part == "opening":
        return mutant.name in law.programmes
    book = law.changed(mutant)
    for programme in law.programmes:
        for day, program in programs_in_force(law.book, programme):
            if mutant.day is None and not (day in mutant.period or mutant.name == programme):
                continue
            shows = mutant.day or day
            if not law.book.programmes[programme].in_force_on(shows):
                continue
            if mutant.day is not None and program_on(law.book, programme, shows) is not program:
                continue
            if mutant.name != programme and mutant.name not in law.reads(program, day):
                continue
            if law.pays(mutant, programme) and _can_be_met(program):
                return True
            changed = law.under(mutant, book, program, shows)
            change = ProgramChange(program, changed)
            if not change.roots and change.names.isdisjoint(_telling(program, _worth(law, program))):
                continue  # read by texts and papers only
            if not decides_alike(law.book, program, changed, change.names, law.territory(programme)):
                return True
    return False


def _can_be_met(program: Program) -> bool:
    """Whether any record can be eligible under ``program``."""
    return True in range_of(program.root, ranges(program)).truth


def _worth(law: AlteredLaw, program: Program) -> tuple[str, ...]:
    """What an eligible case is told besides its status: its grounds of priority, and what its options grant."""
    definition = law.book.programmes[program.programme]
    granted = (name for option in definition.benefit.options.values() for name in (option.amount, option.months))
    return (*definition.priority, *(name for name in granted if name))


@kept
def _telling(program: Program, worth: tuple[str, ...]) -> frozenset[str]:
    """The nodes of ``program`` that a status, or ``worth`` where a case can be eligible, can rest on."""
    roots: list[Expr] = [program.root, *(when for when in program.options.values() if when is not None)]
    queue = [name for root in roots for name in names_in(root)]
    if _can_be_met(program):
        queue.extend(worth)
    telling: set[str] = set()
    while queue:
        name = queue.pop()
        if name not in telling and name in program.nodes:
            telling.add(name)
            node = program.nodes[name]
            for expr in (node.expr, *node.readings):
                queue.extend(part.id for part in expr.walk() if isinstance(part, Name))
    return frozenset(telling)
