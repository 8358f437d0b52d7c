"""Which names belong to a verdict — missing facts, unset figures, caveats, open options — as sets of bits over a table.

The other engines walk the tree of one record (:func:`~ancu.inference.causes.causes_of`). A table has no walk: here
the same walk is one nested expression a set, in which each part is looked at only where what holds it is unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from ancu.frozen import frozen
from ancu.inference.doubts import doubtful_in, touched_in
from ancu.inference.least import disputed, is_companion
from ancu.inference.program import Node, Program, cannot_be_set, is_composition
from ancu.inference.tree_edits import map_tree
from ancu.rulebook.expressions import And, AtLeast, Case, Constant, Expr, Fact, Implied, Name, Not, Or, Stated, Unset

#: How many names one number can hold.
MOST = 62


@frozen(slots=True)
class Same(Expr):
    """Whether both have one value, or are both unknown; never unknown itself."""

    left: Expr
    right: Expr


@frozen(slots=True)
class Unknown(Expr):
    """Whether the item is unknown."""

    item: Expr


@frozen(slots=True)
class Doubted(Expr):
    """Whether another reading of a settled condition has another value."""

    id: str


@frozen(slots=True)
class Mark(Expr):
    """The set that holds one name."""

    name: str


@frozen(slots=True)
class Gather(Expr):
    """The union of ``sets`` where ``when`` holds, which is never unknown; else the empty set."""

    when: Expr
    sets: tuple[Expr, ...]


EMPTY = Gather(Constant(False), ())


@frozen
class Marks:
    """The sets of a program.

    ``causes``: the facts that its unknown grounds still read, and what the law has not set there. ``law``: the doubts
    that a provisional verdict hangs on, the implications that the record breaks, and of an eligible case its options
    and ranks, met or open. ``open``: the facts that the open ones still read, and what the law has not set there.
    ``household``: the facts that the record states otherwise than its members give them.
    """

    causes: Expr
    law: Expr
    open: Expr
    household: Expr


def second(name: str) -> str:
    """``name`` in the second evaluation, where doubted conditions are unknown."""
    return f"\0{name}"


def in_second(expr: Expr) -> Expr:
    """``expr`` in the second evaluation."""
    return map_tree(expr, lambda node: Name(second(node.id)) if isinstance(node, Name) else None)


def marks_of(program: Program, root: str) -> Marks:
    """The sets of ``program``, whose root stands under the name ``root``."""
    doubtful = doubtful_in(program)
    eligible = Same(Name(root), Constant(True))
    granted = (*_options(program), *_ranks(program))
    broken = {name: Gather(Same(expr, Constant(True)), (Mark(name),)) for name, expr in program.conflicts.items()}
    of_household = {name for name, expr in program.conflicts.items() if expr == Fact(disputed(name))}
    return Marks(
        causes=_carry(program, program.root, Unknown(Name(root))),
        law=Gather(
            Constant(True),
            (
                *([_caveats(program, root, doubtful)] if doubtful else []),
                *(set_ for name, set_ in broken.items() if name not in of_household),
                *([Gather(eligible, granted)] if granted else []),
            ),
        ),
        open=_gather(eligible, (*_open_benefit(program), *_open_ranks(program))),
        household=Gather(Constant(True), tuple(set_ for name, set_ in broken.items() if name in of_household)),
    )


def unsure_of(program: Program, root: str, territory: str | None) -> Expr | None:
    """Where a settled verdict is provisional though no doubt touches it: on facts in conflict, or in principle only.

    Outside its ``territory`` the programme has no verdict to be unsure of.
    """
    here = () if territory is None else (Not(Same(Name(territory), Constant(False))),)
    settled = (Not(Unknown(Name(root))), *here)
    unsure: list[Expr] = [And((*settled, Same(broken, Constant(True)))) for broken in program.conflicts.values()]
    known = [And((_is(program.options[key], True), Not(Unknown(amount)))) for key, amount in program.amounts.items()]
    never = [
        And((Not(_is(program.options[key], False)), Unknown(amount)))
        for key, amount in program.amounts.items()
        if cannot_be_set(program, amount)
    ]
    if never:
        unsure.append(And((Same(Name(root), Constant(True)), Or(tuple(never)), Not(Or(tuple(known))))))
    return Or(tuple(unsure)) if unsure else None


def option_mark(key: str) -> str:
    """What an option that is met goes by in a set; no condition is called so."""
    return f"option {key}"


def open_option_mark(key: str) -> str:
    """What an option that may be open goes by in a set."""
    return f"option? {key}"


def rank_mark(name: str) -> str:
    """What a ground of priority that is met goes by in a set."""
    return f"rank {name}"


def open_rank_mark(name: str) -> str:
    """What a ground of priority that may rank above those met goes by in a set."""
    return f"rank? {name}"


def benefit_mark(name: str) -> str:
    """What a name that the benefit hangs on goes by in the set of what is open."""
    return f"benefit {name}"


def is_option_mark(name: str) -> bool:
    """Whether a mark says of an option that it is met, or may be open."""
    return name.startswith(("option ", "option? "))


def is_rank_mark(name: str) -> bool:
    """Whether a mark says of a ground of priority that it is met, or may be."""
    return name.startswith(("rank ", "rank? "))


def is_benefit_mark(name: str) -> bool:
    """Whether a mark says what the benefit still hangs on."""
    return name.startswith("benefit ")


def priority_mark(fact: str) -> str:
    """What a fact that the priority hangs on goes by in the set of what is open."""
    return f"priority {fact}"


def marked_in(marks: Iterable[Expr]) -> list[str]:
    """The names that can be in a set, each once, in the order in which they stand."""
    return list(dict.fromkeys(_names(marks)))


def _names(sets: Iterable[Expr]) -> Iterator[str]:
    """The names in ``sets``; no guard holds any."""
    for set_ in sets:
        if isinstance(set_, Mark):
            yield set_.name
        elif isinstance(set_, Gather):
            yield from _names(set_.sets)


# -- what is open of an eligible case ---------------------------------------------------------------------------------


def _is(when: Expr | None, value: bool) -> Expr:
    """Whether the condition of an option, met where it has none, has ``value``; never unknown."""
    return Constant(value) if when is None else Same(when, Constant(value))


def _may_be_open(program: Program, key: str) -> Expr:
    """Whether an option is unknown and none is met beside which it would change nothing."""
    when = program.options[key]
    assert when is not None
    higher = [_is(program.options[other], True) for other in program.outranked.get(key, ())]
    return And((Unknown(when), Not(Or(tuple(higher))))) if higher else Unknown(when)


def _options(program: Program) -> Iterator[Expr]:
    for key, when in program.options.items():
        if when is not None:
            yield Gather(Same(when, Constant(True)), (Mark(option_mark(key)),))
            yield Gather(_may_be_open(program, key), (Mark(open_option_mark(key)),))


def _ranks(program: Program) -> Iterator[Expr]:
    for name, unknown in _unknown_ranks(program):
        yield Gather(Same(Name(name), Constant(True)), (Mark(rank_mark(name)),))
        yield Gather(unknown, (Mark(open_rank_mark(name)),))


def _unknown_ranks(program: Program) -> Iterator[tuple[str, Expr]]:
    """Each ground of priority, and whether it is unknown with none above it met."""
    above: list[Expr] = []
    for name in program.ranks:
        yield name, And((Unknown(Name(name)), Not(Or(tuple(above))))) if above else Unknown(Name(name))
        above.append(Same(Name(name), Constant(True)))


def _open_benefit(program: Program) -> Iterator[Expr]:
    """What the open options and the unknown amounts still read."""
    for key, when in program.options.items():
        if when is not None:
            yield _gather(_may_be_open(program, key), (_marked(_carry(program, when), benefit_mark),))
    for key, amount in program.amounts.items():
        granted = _is(program.options[key], True)
        if program.options[key] is not None:
            granted = Or((granted, _may_be_open(program, key)))
        yield _gather(And((granted, Unknown(amount))), (_marked(_read(program, amount), benefit_mark),))


def _open_ranks(program: Program) -> Iterator[Expr]:
    """What the grounds of priority that may rank above those met still read."""
    facts = frozenset(program.facts)
    for name, unknown in _unknown_ranks(program):
        yield _gather(unknown, (_marked(_carry(program, Name(name)), priority_mark, facts),))


def _marked(set_: Expr, mark: Callable[[str], str], only: Collection[str] | None = None) -> Expr:
    """``set_`` with its names under ``mark``; those that are not in ``only`` left out."""

    def renamed(expr: Expr) -> Expr | None:
        if not isinstance(expr, Mark):
            return None
        return Mark(mark(expr.name)) if only is None or expr.name in only else EMPTY

    return map_tree(set_, renamed)


# -- why something is unknown -----------------------------------------------------------------------------------------


def _gather(when: Expr, sets: Iterable[Expr]) -> Expr:
    """The union of ``sets`` where ``when`` holds. What is unknown has a cause: if there can be but one, it is that."""
    held = tuple(set_ for set_ in sets if set_ != EMPTY)
    if not held:
        return EMPTY
    if isinstance(when, Unknown):
        names = _names(held)
        first = next(names, None)
        if first is not None and all(name == first for name in names):
            held = (Mark(first),)
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
            # What a number is at least is no fact that somebody brings.
            return EMPTY if is_companion(name) else Gather(Unknown(expr), (Mark(name),))
        case Unset(name):
            return Mark(name)
        case Name(name):
            return _under(Unknown(expr), _read(program, program.nodes[name].expr))
        case Implied(fact):
            return Gather(Unknown(expr), (Mark(fact),))
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
            return (Gather(Unknown(in_second(expr)), below),) if below else ()
        if expr.id not in touched:
            return ()
        node: Node = program.nodes[expr.id]
        own = (Gather(Doubted(expr.id), (Mark(expr.id),)),) if expr.id in doubtful else ()
        below = lose(node.expr) if is_composition(node.expr, program.nodes) else ()
        return (Gather(Unknown(Name(second(expr.id))), (*own, *below)),) if own or below else ()

    lost = And((Not(Unknown(Name(root))), Unknown(Name(second(root)))))
    parts = (program.root,) if isinstance(program.root, Name) else tuple(program.root.children())
    return Gather(lost, tuple(part for child in parts for part in lose(child)))
