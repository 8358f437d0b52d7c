"""Which names belong to a verdict — missing facts, unset figures, caveats, open options — as sets of bits over a table.

The other engines walk the tree of one record (:func:`~ancu.inference.judgment.causes_of`). A table has no walk: here
the same walk is one nested expression a set, in which each part is looked at only where what holds it is unknown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ancu.inference.doubts import doubtful_in, touched_in
from ancu.inference.program import Node, Program, is_composition, map_tree
from ancu.rulebook.expressions import And, AtLeast, Case, Constant, Expr, Fact, Name, Not, Or, Stated, Unset

#: How many names one number can hold.
MOST = 62


@dataclass(frozen=True, slots=True)
class Same(Expr):
    """Whether both have one value, or are both unknown; never unknown itself."""

    left: Expr
    right: Expr


@dataclass(frozen=True, slots=True)
class Unknown(Expr):
    """Whether the item is unknown."""

    item: Expr


@dataclass(frozen=True, slots=True)
class Doubted(Expr):
    """Whether another reading of a settled condition has another value."""

    id: str


@dataclass(frozen=True, slots=True)
class Mark(Expr):
    """The set that holds one name."""

    name: str


@dataclass(frozen=True, slots=True)
class Gather(Expr):
    """The union of ``sets`` where ``when`` holds, which is never unknown; else the empty set."""

    when: Expr
    sets: tuple[Expr, ...]


EMPTY = Gather(Constant(False), ())


@dataclass(frozen=True)
class Marks:
    """The sets of a program. ``causes``: the facts that its unknown grounds still read, and what the law has not set
    there. ``caveats``: the doubts that a provisional verdict hangs on. ``options``: the forms of the benefit open.
    """

    causes: Expr
    caveats: Expr
    options: Expr


def second(name: str) -> str:
    """``name`` in the second evaluation, where doubted conditions are unknown."""
    return f"\0{name}"


def marks_of(program: Program, root: str) -> Marks:
    """The sets of ``program``, whose root stands under the name ``root``."""
    doubtful = doubtful_in(program)
    options = [
        Gather(Same(when, Constant(True)), (Mark(option_mark(key)),)) for key, when in program.options.items() if when
    ]
    return Marks(
        causes=_carry(program, program.root, Unknown(Name(root))),
        caveats=_caveats(program, root, doubtful) if doubtful else EMPTY,
        options=Gather(Same(Name(root), Constant(True)), tuple(options)),
    )


def option_mark(key: str) -> str:
    """What an option goes by in a set; no condition is called so."""
    return f"option {key}"


def marked_in(marks: Iterable[Expr]) -> list[str]:
    """The names that can be in a set, each once, in the order in which they stand."""
    found = dict.fromkeys(part.name for set_ in marks for part in set_.walk() if isinstance(part, Mark))
    return list(found)


def in_mask(names: Mapping[str, int], mask: int) -> frozenset[str]:
    """The names whose bit is set in ``mask``."""
    return frozenset(name for name, bit in names.items() if mask >> bit & 1)


# -- why something is unknown -----------------------------------------------------------------------------------------


def _gather(when: Expr, sets: Iterable[Expr]) -> Expr:
    """The union of ``sets`` where ``when`` holds. What is unknown has a cause: if there can be but one, it is that."""
    held = tuple(set_ for set_ in sets if set_ != EMPTY)
    if not held:
        return EMPTY
    if isinstance(when, Unknown) and len(names := marked_in(held)) == 1:
        held = (Mark(names[0]),)
    return Gather(when, held)


def _carry(program: Program, expr: Expr, when: Expr | None = None) -> Expr:
    """The causes under a composition: only through parts that are unknown themselves."""
    when = when or Unknown(expr)
    if not isinstance(expr, Name):
        return _gather(when, (_carry(program, child) for child in expr.children()))
    node = program.nodes[expr.id]
    below = _carry if is_composition(node.expr, program.nodes) else _read
    return _under(when, below(program, node.expr))


def _under(when: Expr, below: Expr) -> Expr:
    """``below`` where ``when`` holds; a guard that says the same of the whole tree is not said twice."""
    return _gather(when, below.sets if isinstance(below, Gather) and isinstance(below.when, Unknown) else (below,))


def _read(program: Program, expr: Expr) -> Expr:
    """The causes for which ``expr``, a rule over facts and quantities, is unknown."""
    match expr:
        case Fact(name):
            return Gather(Unknown(expr), (Mark(name),))
        case Unset(name):
            return Mark(name)
        case Name(name):
            return _under(Unknown(expr), _read(program, program.nodes[name].expr))
        case Stated(fact, derived):
            mark = Mark(program.statements.get(fact, (fact, None))[0])
            return _gather(Unknown(expr), (mark, *([_read(program, derived)] if derived is not None else [])))
        case Case(condition, then, otherwise):
            branches = (
                _read(program, condition),
                _gather(Not(Same(condition, Constant(False))), (_read(program, then),)),
                _gather(Not(Same(condition, Constant(True))), (_read(program, otherwise),)),
            )
            return _gather(Unknown(expr), branches)
    # A strict operator is unknown wherever a part of it is: nothing to ask.
    when = Unknown(expr) if isinstance(expr, (And, Or, AtLeast)) else Constant(True)
    return _gather(when, (_read(program, child) for child in expr.children()))


# -- what a provisional verdict hangs on ------------------------------------------------------------------------------


def _caveats(program: Program, root: str, doubtful: frozenset[str]) -> Expr:
    touched = touched_in(program)

    def lose(expr: Expr) -> tuple[Expr, ...]:
        if not isinstance(expr, Name):
            below = tuple(part for child in expr.children() for part in lose(child))
            return (Gather(Unknown(_in_second(expr)), below),) if below else ()
        if expr.id not in touched:
            return ()
        node: Node = program.nodes[expr.id]
        own = (Gather(Doubted(expr.id), (Mark(expr.id),)),) if expr.id in doubtful else ()
        below = lose(node.expr) if is_composition(node.expr, program.nodes) else ()
        return (Gather(Unknown(Name(second(expr.id))), (*own, *below)),) if own or below else ()

    lost = And((Not(Unknown(Name(root))), Unknown(Name(second(root)))))
    parts = (program.root,) if isinstance(program.root, Name) else tuple(program.root.children())
    return Gather(lost, tuple(part for child in parts for part in lose(child)))


def _in_second(expr: Expr) -> Expr:
    return map_tree(expr, lambda node: Name(second(node.id)) if isinstance(node, Name) else None)
