"""What the texts of a decision depend on, as yes/no expressions over a program's values, for engines that judge tables.

The other engines walk the tree of one record (:func:`~ancu.inference.judgment.grounds_of`,
:func:`~ancu.inference.judgment.causes_of`, :func:`~ancu.decision.reasons.told`). A table has no walk: here each step
of those walks is an expression. A condition is *carried* when, from it up to the root, everything has the root's value.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from ancu.inference.program import Program, is_composition, map_tree
from ancu.rulebook.checks import PLACEHOLDER, quoted
from ancu.rulebook.expressions import And, AtLeast, Case, Constant, Expr, Fact, Name, Not, Or, Stated, Unset
from ancu.rulebook.rulebook import Rulebook


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


Kind = Literal["told", "special", "missing", "unset", "caveat", "option"]
#: The name of a programme's root.
ROOT = "="
_ROOT = Name(ROOT)
#: What the names of helpers begin with.
HELPER = "|"
NO, YES = Constant(False), Constant(True)


def second(name: str) -> str:
    """``name`` in the second evaluation, where doubted conditions are unknown."""
    return f"\0{name}"


@dataclass(frozen=True)
class Feature:
    """Something that a text depends on.

    ``told``: a condition is told. ``special``: all that its own sentence quotes is known. ``missing``: a fact that an
    unknown ground reads. ``unset``: what the law has not set there. ``caveat``: a doubt that a provisional decision
    hangs on. ``option``: a form of the benefit is open.
    """

    kind: Kind
    name: str


@dataclass
class Features:
    """The features of a program; ``helpers`` are expressions that they share, by name."""

    found: dict[Feature, Expr] = field(default_factory=dict)
    helpers: dict[str, Expr] = field(default_factory=dict)


def features_of(book: Rulebook, program: Program) -> Features:
    """The features of ``program``, each a yes/no that is never unknown."""
    builder = _Builder(book, program)
    builder.tell()
    builder.causes()
    builder.caveats()
    for key, when in program.options.items():
        if when is not None:
            builder.add("option", key, Same(when, YES))
    return builder.features


def value_of(program: Program, name: str) -> Expr:
    """What a text quotes as ``name``: a node, else a fact as the record states it."""
    return Name(name) if name in program.nodes else Fact(name)


class _Builder:
    def __init__(self, book: Rulebook, program: Program) -> None:
        self.book, self.program = book, program
        self.features = Features()
        self.helped: dict[Expr, str] = {}

    def add(
        self, kind: Literal["told", "special", "missing", "unset", "caveat", "option"], name: str, expr: Expr
    ) -> None:
        self.features.found[Feature(kind, name)] = expr

    def help(self, expr: Expr) -> Expr:
        """``expr`` under a name of its own, since several others read it."""
        if isinstance(expr, (Name, Constant)):
            return expr
        if expr not in self.helped:
            self.helped[expr] = f"{HELPER}{len(self.helped)}"
            self.features.helpers[self.helped[expr]] = expr
        return Name(self.helped[expr])

    def same(self, expr: Expr) -> Expr:
        """Whether ``expr`` has the root's value."""
        if expr is self.program.root:
            return YES
        return self.help(Same(expr, _ROOT)) if isinstance(expr, Name) else Same(expr, _ROOT)

    # -- what is told -----------------------------------------------------------------------------------------------

    def tell(self) -> None:
        """As :func:`ancu.decision.reasons.told`: from the root down, alternatives made for somebody else left out."""
        self.filled: dict[str, tuple[Expr, Expr]] = {}
        self.active: dict[str, list[Expr]] = defaultdict(list)
        self.held: dict[str, list[Expr]] = defaultdict(list)
        self._activate(self.program.root, YES, None)
        for name in reversed(list(self.program.nodes)):
            if name not in self.active:
                continue
            reached = self.help(all_of([self.same(Name(name)), any_of(self.active[name])]))
            parts = self.program.nodes[name].expr
            if isinstance(parts, Constant):
                continue
            if self._is_told_whole(name):
                self.held[name].append(reached)
            else:
                self._activate(parts, reached, name)
        for name, when in self.held.items():
            self.add("told", name, any_of(when))
            self._add_special(name)

    def _add_special(self, name: str) -> None:
        """Whether the sentence for a condition that is not met can be said: all it quotes is known."""
        condition = self.book.conditions.get(name)
        if condition is not None and condition.not_met is not None:
            names = [n for n in PLACEHOLDER.findall(condition.not_met.vi) if n not in self.book.parameters]
            if names:
                known = [Not(Unknown(value_of(self.program, n))) for n in dict.fromkeys(names)]
                self.add("special", name, all_of(known))

    def _is_told_whole(self, name: str) -> bool:
        condition = self.book.conditions.get(name)
        parts = self.program.nodes[name].expr
        return condition is None or condition.explain == "whole" or not is_composition(parts, self.program.nodes)

    def _is_gate(self, name: str | None) -> bool:
        return name is not None and name in self.book.conditions and self.book.conditions[name].gate

    def _filled(self, expr: Expr, holder: str | None) -> tuple[Expr, Expr]:
        """Whether anything, and whether a gate, is told of ``expr``."""
        if isinstance(expr, Name):
            if expr.id not in self.filled:
                parts = self.program.nodes[expr.id].expr
                here = self.same(expr)
                if isinstance(parts, Constant):
                    self.filled[expr.id] = (NO, NO)
                elif self._is_told_whole(expr.id):
                    self.filled[expr.id] = (here, here if self._is_gate(expr.id) else NO)
                else:
                    some, gated = self._filled(parts, expr.id)
                    self.filled[expr.id] = (self.help(all_of([here, some])), self.help(all_of([here, gated])))
            return self.filled[expr.id]
        alternatives = [self._filled(part, holder) for part in expr.children()]
        some = all_of([self.same(expr), any_of(some for some, _ in alternatives)])
        gated = any_of(gated for _, gated in alternatives)
        if not isinstance(expr, And) and gated != NO:
            closed, dropped, _ = self._alternatives(expr, holder)
            gated = all_of([none_of(closed), none_of(dropped), gated])
            if self._is_gate(holder):
                gated = any_of([closed, gated])
        return some, all_of([self.same(expr), gated])

    def _alternatives(self, expr: Expr, holder: str | None) -> tuple[Expr, Expr, list[Expr]]:
        """Of an *or*: whether all of several alternatives are closed by a gate, so that their holder is told; whether
        those closed are dropped; and which are open."""
        alternatives = [self._filled(part, holder) for part in expr.children()]
        opened = [self.help(all_of([some, none_of(gated)])) for some, gated in alternatives]
        several = all_of([Not(Same(_ROOT, YES)), AtLeast(2, tuple(some for some, _ in alternatives))])
        several = self.help(several) if len(alternatives) > 1 else NO
        anything = self.help(any_of(opened))
        closed = self.help(all_of([several, none_of(anything)])) if holder is not None else NO
        return closed, self.help(all_of([several, anything])), opened

    def _activate(self, expr: Expr, active: Expr, holder: str | None) -> None:
        if isinstance(expr, Name):
            self.active[expr.id].append(active)
            return
        parts = list(expr.children())
        if isinstance(expr, And) or all(self._filled(part, holder)[1] == NO for part in parts):
            for part in parts:
                inner = active if isinstance(part, Name) else all_of([active, self.same(part)])
                self._activate(part, inner, holder)
            return
        closed, dropped, opened = self._alternatives(expr, holder)
        if holder is not None:
            self.held[holder].append(all_of([active, closed]))
        for part, is_open in zip(parts, opened, strict=True):
            told = all_of([active, none_of(closed), any_of([none_of(dropped), is_open])])
            inner = told if isinstance(part, Name) else all_of([told, self.same(part)])
            self._activate(part, self.help(inner), holder)

    # -- what is missing ----------------------------------------------------------------------------------------------

    def causes(self) -> None:
        """As :func:`ancu.inference.judgment.causes_of`, of an unknown root."""
        self.carried: dict[str, list[Expr]] = defaultdict(list)
        self.read: dict[str, list[Expr]] = defaultdict(list)
        self.missing: dict[str, list[Expr]] = defaultdict(list)
        self.unset: dict[str, list[Expr]] = defaultdict(list)
        self._carry(self.program.root, Unknown(_ROOT))
        for name in reversed(list(self.program.nodes)):
            expr = self.program.nodes[name].expr
            if name in self.carried:
                here = self.help(all_of([Unknown(Name(name)), any_of(self.carried[name])]))
                if is_composition(expr, self.program.nodes):
                    self._carry(expr, here)
                else:
                    self.read[name].append(here)
            if name in self.read:
                self._read(expr, self.help(all_of([Unknown(Name(name)), any_of(self.read[name])])), checked=True)
        for fact, when in self.missing.items():
            self.add("missing", fact, any_of(when))
        for name, when in self.unset.items():
            self.add("unset", name, any_of(when))

    def _carry(self, expr: Expr, active: Expr) -> None:
        for part in [expr] if isinstance(expr, Name) else expr.children():
            if isinstance(part, Name):
                self.carried[part.id].append(active)
            else:
                self._carry(part, self.help(all_of([active, Unknown(part)])))

    def _read(self, expr: Expr, active: Expr, checked: bool = False) -> None:
        """``active``: everything down to here is unknown. A strict operator is unknown wherever a part of it is."""
        match expr:
            case Fact(name):
                self.missing[name].append(all_of([active, Unknown(expr)]))
            case Unset(name):
                self.unset[name].append(active)
            case Name(name):
                self.read[name].append(active)
            case Stated(fact, derived):
                here = active if checked else self.help(all_of([active, Unknown(expr)]))
                self.missing[self.program.statements.get(fact, (fact, frozenset()))[0]].append(here)
                if derived is not None:
                    self._read(derived, self.help(all_of([here, Unknown(derived)])), checked=True)
            case Case(condition, then, otherwise):
                here = active if checked else self.help(all_of([active, Unknown(expr)]))
                self._read(condition, here)
                self._read(then, self.help(all_of([here, Not(Same(condition, NO))])))
                self._read(otherwise, self.help(all_of([here, Not(Same(condition, YES))])))
            case And() | Or() | AtLeast():
                here = active if checked else self.help(all_of([active, Unknown(expr)]))
                for part in expr.children():
                    self._read(part, here)
            case _:
                for part in expr.children():
                    self._read(part, active)

    # -- what a provisional decision hangs on -------------------------------------------------------------------------

    def caveats(self) -> None:
        """The doubted conditions among the unknown grounds of the second evaluation."""
        doubtful = {name for name, node in self.program.nodes.items() if node.readings}
        if not doubtful:
            return
        touched = set(doubtful)
        for name, node in self.program.nodes.items():
            if any(isinstance(part, Name) and part.id in touched for part in node.expr.walk()):
                touched.add(name)
        self.touched = touched
        self.lost: dict[str, list[Expr]] = defaultdict(list)
        start = self.help(all_of([Not(Unknown(_ROOT)), Unknown(Name(second(ROOT)))]))
        self._lose(self.program.root, start)
        for name in reversed(list(self.program.nodes)):
            if name not in self.lost:
                continue
            here = self.help(all_of([Unknown(Name(second(name))), any_of(self.lost[name])]))
            if name in doubtful:
                self.add("caveat", name, all_of([here, Doubted(name)]))
            expr = self.program.nodes[name].expr
            if is_composition(expr, self.program.nodes):
                self._lose(expr, here)

    def _lose(self, expr: Expr, active: Expr) -> None:
        for part in [expr] if isinstance(expr, Name) else expr.children():
            if isinstance(part, Name):
                if part.id in self.touched:
                    self.lost[part.id].append(active)
            else:
                self._lose(part, self.help(all_of([active, Unknown(_in_second(part))])))


def quoted_values(book: Rulebook, features: Iterable[Feature]) -> list[str]:
    """What the texts of ``features`` quote that differs from record to record."""
    names = dict.fromkeys(f.name for f in features if f.kind in ("told", "caveat") and f.name in book.conditions)
    return sorted({q for name in names for q in quoted(book, name) if q not in book.parameters})


def _in_second(expr: Expr) -> Expr:
    return map_tree(expr, lambda node: Name(second(node.id)) if isinstance(node, Name) else None)


def all_of(items: Iterable[Expr]) -> Expr:
    """The conjunction of settled ``items``, constants left out."""
    kept = tuple(dict.fromkeys(item for item in items if item != YES))
    if NO in kept:
        return NO
    return And(kept) if len(kept) > 1 else kept[0] if kept else YES


def any_of(items: Iterable[Expr]) -> Expr:
    """The disjunction of settled ``items``, constants left out."""
    kept = tuple(dict.fromkeys(item for item in items if item != NO))
    if YES in kept:
        return YES
    return Or(kept) if len(kept) > 1 else kept[0] if kept else NO


def none_of(item: Expr) -> Expr:
    """The negation of a settled ``item``."""
    return YES if item == NO else NO if item == YES else Not(item)
