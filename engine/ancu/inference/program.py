"""A programme on a day: the rulebook's trees with versions chosen, figures put in, and defaults made explicit.

This is what every engine runs. Within an epoch it never changes, so programs are kept and shared.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import field, replace
from datetime import date
from functools import cached_property
from itertools import product
from typing import Any, Literal

from ancu.frozen import frozen
from ancu.inference.law_on import LawOn
from ancu.inference.least import Least, disputed, is_companion
from ancu.inference.tree_edits import map_children, map_tree
from ancu.kept import kept
from ancu.rulebook.expressions import (
    CONNECTIVES,
    And,
    Case,
    Compare,
    Constant,
    Expr,
    Fact,
    Implied,
    Includes,
    Name,
    Not,
    Or,
    Stated,
    Unset,
    Within,
)
from ancu.rulebook.references import names_in, quoted
from ancu.rulebook.rulebook import Figure, Following, Rulebook
from ancu.rulebook.types import YES_NO

Kind = Literal["condition", "quantity", "fact", "figure", "programme"]
#: Trees by their identity, each with what it gives of facts and of the values of nodes. To compare trees would be to
#: walk them; each stands here itself, so that no identity is used again.
Compiled = dict[int, tuple[Expr, Callable[[Mapping[str, Any], Mapping[str, Any]], Any]]]
MAX_READINGS = 64
_MET = Constant(True)


@frozen
class Node:
    """A named value of the program: its tree, and for a condition the other readings that the law allows."""

    name: str
    kind: Kind
    expr: Expr
    readings: tuple[Expr, ...] = ()


@frozen
class Program:
    """One programme in one epoch.

    ``nodes`` stand in an order in which each reads only earlier ones. ``root`` is met when the case is eligible;
    ``summary`` is the same with the conjunctions that it names written out: its names are what a list reports.
    ``statements`` are yes/no facts made of a list or choice: the fact and the values that count as "yes".
    ``amounts`` are what the options grant, and ``outranked`` names for each the options that, once met, leave it
    nothing to change. ``ranks`` are the grounds of priority on the day, the first ranking highest. ``conflicts`` tell,
    by implication, where the facts that the record states contradict each other.
    ``papers`` are the documents that prove its facts, each with the expression that says for whom; ``evidence`` is
    this program with the nodes that those read, which no verdict needs. ``people``: its records have members
    (:func:`program_on`).
    ``compiled`` are the parts of this program, and of those made of it, that the direct engine has compiled so far.
    """

    programme: str
    nodes: Mapping[str, Node]
    eligible: Expr
    options: Mapping[str, Expr | None]
    root: Expr
    top: tuple[str, ...]
    statements: Mapping[str, tuple[str, frozenset[str]]]
    facts: tuple[str, ...]
    summary: Expr = _MET
    amounts: Mapping[str, Expr] = field(default_factory=dict)
    outranked: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ranks: Mapping[str, Name] = field(default_factory=dict)
    conflicts: Mapping[str, Expr] = field(default_factory=dict)
    papers: Mapping[str, Expr | None] = field(default_factory=dict)
    evidence: Program | None = None
    people: bool = False
    compiled: Compiled = field(default_factory=dict, compare=False, repr=False)

    def prepare(self, record: Mapping[str, object], as_of: date) -> dict[str, object]:
        """The record as the engines read it: its facts, the as-of date, and what its lists state."""
        facts: dict[str, object] = dict(record)
        facts["as_of"] = as_of.toordinal()
        for name, (fact, accepted) in self.statements.items():
            stated = record.get(fact)
            if stated is not None:
                facts[name] = stated in accepted if isinstance(stated, str) else not accepted.isdisjoint(stated)  # type: ignore[arg-type]
        return facts

    @cached_property
    def reported(self) -> tuple[str, ...]:
        """The conditions that a list reports, in the order in which a reader meets them."""
        return nodes_in(self.summary)

    @cached_property
    def companions(self) -> tuple[str, ...]:
        """What it reads beside the facts of a record: the least of numbers, and whether facts are disputed."""
        trees = [tree for node in self.nodes.values() for tree in (node.expr, *node.readings)]
        parts = (part for tree in (*trees, *self.conflicts.values()) for part in tree.walk())
        read = dict.fromkeys(part.id for part in parts if isinstance(part, Fact) and is_companion(part.id))
        return tuple(read)

    def conditions(self) -> Iterator[Node]:
        """The nodes that are met, not met or unknown and can be told as reasons."""
        return (node for node in self.nodes.values() if node.kind in ("condition", "programme"))


@kept
def order_of(program: Program) -> Mapping[str, int]:
    """The place of each condition that can be told in the order in which a reader meets it, from the root down."""
    found: dict[str, int] = {}
    _number(program, program.root, found)
    return found


def _number(program: Program, expr: Expr, found: dict[str, int]) -> None:
    if not isinstance(expr, Name):
        for child in expr.children():
            _number(program, child, found)
    elif expr.id not in found:
        found[expr.id] = len(found)
        parts = program.nodes[expr.id].expr
        if is_composition(parts, program.nodes):
            _number(program, parts, found)


@kept
def compositions(program: Program) -> Mapping[str, Expr | None]:
    """Of each node, its tree where that is made of other conditions, else None."""
    return {n.name: n.expr if is_composition(n.expr, program.nodes) else None for n in program.nodes.values()}


def is_composition(expr: Expr, nodes: Mapping[str, Node]) -> bool:
    """Whether ``expr`` is made of connectives over conditions and nothing else."""
    if isinstance(expr, Name):
        return nodes[expr.id].kind in ("condition", "programme")
    return isinstance(expr, CONNECTIVES) and all(is_composition(child, nodes) for child in expr.children())


def kind_of(program: Program) -> list[Expr]:
    """What tells a kind of case: each condition, and whether each fact that applies to some only does so."""
    found: list[Expr] = []
    for node in program.nodes.values():
        if node.kind in ("condition", "programme"):
            found.append(Name(node.name))
        elif node.kind == "fact" and isinstance(node.expr, Case):
            found.append(node.expr.condition)
    return found


def nodes_in(expr: Expr) -> tuple[str, ...]:
    """The nodes that ``expr`` names, each once."""
    return tuple(dict.fromkeys(node.id for node in expr.walk() if isinstance(node, Name)))


def cannot_be_set(program: Program, amount: Expr) -> bool:
    """Whether an amount reads a figure that nobody has set."""
    return any(
        isinstance(part, Unset) or (isinstance(part, Name) and cannot_be_set(program, program.nodes[part.id].expr))
        for part in amount.walk()
    )


def program_on(book: Rulebook, programme: str, day: date, people: bool = False) -> Program:
    """The program of ``programme`` on ``day``; built once an epoch.

    ``people``: for records whose facts follow from the members of a household, with what is known only in part.
    """
    programs, key = programs_of(book), (programme, book.epochs.index(day), people)
    if key not in programs:
        known = _compiled(book, programme, people)
        on = max(day, book.programmes[programme].covered_from)
        # Most epochs change other programmes.
        program = next((one for law, one in reversed(known) if law.same_on(on)), None)
        if program is None:
            compiler = _ProgramCompiler(book, programme, on, people)
            made = compiler.compile()
            # What comes out the same is kept once, with its engines.
            program = next((one for _, one in known if one == made), made)
            known.append((compiler.law, program))
        programs[key] = program
    return programs[key]


@kept
def programs_of(_book: Rulebook) -> dict[tuple[str, int, bool], Program]:
    """The programs built so far, by programme, epoch, and whether they are for records with members."""
    return {}


@kept
def _compiled(_book: Rulebook, _programme: str, _people: bool) -> list[tuple[LawOn, Program]]:
    """The programs of a programme that were compiled, each with what it hangs on."""
    return []


def program_for(
    book: Rulebook, exprs: Iterable[Expr], day: date, region: str | None = None
) -> tuple[Program, list[Expr]]:
    """A program with all that ``exprs``, of no programme, read on ``day``; and ``exprs`` over its nodes.

    ``region`` is the fact that says whose figures hold where provinces set them; without one the national ones do.
    """
    compiler = _ProgramCompiler(book, "", day)
    compiler.region = region
    resolved = [compiler.resolve(expr) for expr in exprs]
    program = Program(
        programme="",
        nodes=compiler.nodes,
        eligible=_MET,
        options={},
        root=_MET,
        top=(),
        statements=compiler.statements,
        facts=tuple(compiler.facts),
    )
    return program, resolved


def reprogram(book: Rulebook, program: Program, day: date, stale: Collection[str]) -> Program:
    """``program`` as ``book`` has it on ``day``, where at most its roots and the nodes ``stale`` can differ."""
    whole = program.evidence or program
    compiler = _ProgramCompiler(book, program.programme, day, program.people)
    compiler.nodes = {name: node for name, node in whole.nodes.items() if name not in stale}
    compiler.statements, compiler.facts = dict(whole.statements), dict.fromkeys(program.facts)
    for name in whole.nodes:
        compiler.resolve(Name(name))
    found = compiler.compile()
    if not compiler.nodes.keys() <= whole.nodes.keys():  # what is read besides must come before what reads it
        return _ProgramCompiler(book, program.programme, day, program.people).compile()
    evidence = {name: compiler.nodes[name] for name in whole.nodes if name in compiler.nodes}
    nodes = {name: node for name, node in evidence.items() if name in program.nodes}
    # What a changed text reads may till now have stood after it, or been asked for by a paper only.
    if not (_in_order(nodes, found, stale) and _in_order(evidence, found, stale)):
        return _ProgramCompiler(book, program.programme, day, program.people).compile()
    assert found.evidence is not None
    return replace(found, nodes=nodes, evidence=replace(found.evidence, nodes=evidence))


def _in_order(nodes: Mapping[str, Node], program: Program, changed: Collection[str]) -> bool:
    """Whether ``nodes`` hold all that the roots of ``program`` read, and those ``changed`` read only earlier ones."""
    place = {name: i for i, name in enumerate(nodes)}
    roots = (program.root, *(when for when in program.options.values() if when is not None))
    texts = [(len(nodes), expr) for expr in roots]
    for name in changed:
        if name in nodes:
            texts += [(place[name], expr) for expr in (nodes[name].expr, *nodes[name].readings)]
    return all(place.get(read, len(nodes)) < here for here, expr in texts for read in nodes_in(expr))


def _outranked(worths: Mapping[str, int]) -> dict[str, tuple[str, ...]]:
    """For each option of known worth, those that are worth as much or more."""
    return {key: tuple(k for k, other in worths.items() if k != key and other >= worths[key]) for key in worths}


class _ProgramCompiler:
    def __init__(self, book: Rulebook, programme: str, day: date, people: bool = False) -> None:
        self.book, self.programme, self.people = book, programme, people
        self.law = LawOn(book, day)
        self.region = book.programmes[programme].region if programme else None
        self.nodes: dict[str, Node] = {}
        self.statements: dict[str, tuple[str, frozenset[str]]] = {}
        self.facts: dict[str, None] = {}
        projected = book.people.projections.keys() if people and book.people is not None else ()
        self.projected = frozenset(projected)
        self.least = Least(book, self.projected, self._computed)

    def compile(self) -> Program:
        eligible = self.resolve(self.law.root(self.programme))
        programme = self.book.programmes[self.programme]
        options: dict[str, Expr | None] = {}
        amounts: dict[str, Expr] = {}
        worths: dict[str, int] = {}
        for key, option in programme.benefit.options.items():
            when = self.book.options[self.programme, key]
            options[key] = self.resolve(when) if when is not None else None
            if option.amount is not None:
                amounts[key] = self.resolve(Name(option.amount))
                months = self.resolve(Name(option.months)) if option.months is not None else Constant(1)
                match amounts[key], months:
                    case Constant(int(amount)), Constant(int(times)):
                        worths[key] = amount * times
        if programme.governed_by:
            self.resolve(Name(programme.governed_by))
        whens = [when for when in options.values() if when is not None]
        root = eligible
        if len(whens) == len(options):
            root = And((eligible, Or(tuple(whens)) if len(whens) > 1 else whens[0]))
        for first in programme.priority:
            self.resolve(Name(first))
        for name in self._quoted():
            self.resolve(Name(name))
        conflicts = self._conflicts()
        program = Program(
            programme=self.programme,
            nodes=dict(self.nodes),
            eligible=eligible,
            options=options,
            root=root,
            summary=self._summary(root),
            top=nodes_in(root),
            statements=dict(self.statements),
            facts=tuple(self.facts),
            amounts=amounts,
            outranked=_outranked(worths) if programme.benefit.choose == "highest" else {},
            ranks={name: Name(name) for name in programme.priority if self.nodes[name].expr != Constant(False)},
            conflicts=conflicts,
            people=self.people,
        )
        proofs = (paper for fact in program.facts for paper in self.book.facts[fact].evidence)
        papers = {paper: self.book.wanted.get(paper) for paper in (*programme.papers, *proofs)}
        papers = {paper: self.resolve(when) if when is not None else None for paper, when in papers.items()}
        evidence = replace(program, nodes=self.nodes, statements=self.statements, papers=papers)
        return replace(program, evidence=evidence)

    def _quoted(self) -> list[str]:
        """What the texts of the conditions quote, so that a reason can be told with its values."""
        return sorted({name for node in self.nodes if node in self.book.conditions for name in quoted(self.book, node)})

    def _summary(self, expr: Expr) -> Expr:
        """``expr`` with each conjunction in its place, unless its condition is told whole."""
        if isinstance(expr, And):
            return map_children(expr, self._summary)
        if isinstance(expr, Name) and expr.id in self.book.conditions:
            parts = self.nodes[expr.id].expr
            whole = self.book.conditions[expr.id].explain == "whole"
            if isinstance(parts, And) and not whole and is_composition(parts, self.nodes):
                return self._summary(parts)
        return expr

    def resolve(self, expr: Expr) -> Expr:
        def change(node: Expr) -> Expr | None:
            if isinstance(node, (Name, Fact)):
                return self._name(node.id) if node.id in self.book.types else node
            if isinstance(node, Includes):
                self.facts.setdefault(node.fact)
                stated = f"{node.fact}={node.value}"
                self.statements[stated] = (node.fact, frozenset({node.value}))
                return Stated(stated, None)
            if isinstance(node, Stated):
                self.facts.setdefault(node.fact)
                return Stated(node.fact, self.resolve(node.derived) if node.derived else None)
            return None

        return map_tree(expr, change)

    def _name(self, name: str) -> Expr:
        book = self.book
        if name in book.facts:
            self.facts.setdefault(name)
            if name in self.nodes:
                return Name(name)
            fact = self._implied(name)
            if name in book.defaults:
                applies, otherwise = book.defaults[name]
                fact = Case(self.resolve(applies), fact, otherwise)
            if isinstance(fact, Fact):
                return fact
            self._add(name, "fact", fact)
            return Name(name)
        if name in book.parameters:
            return self._figure(name)
        if name not in self.nodes:
            if name in book.programmes:
                self._add(name, "programme", self._other_programme(name))
            elif name in book.conditions:
                self._condition(name)
            else:
                self._add(name, "quantity", self._text(name))
        return Name(name)

    def _implied(self, name: str) -> Expr:
        """A fact with what follows for it from the others that the record states, or what it is assumed to be.

        Only yes/no facts follow or are assumed.
        """
        fact: Expr = Fact(name)
        if self.book.types[name] != YES_NO:
            return fact
        assumed = self.book.facts[name].assumed
        derived = fact if assumed is None else Constant(assumed)
        for value in (False, True):
            whens = tuple(
                self._stated(following.when)
                for following, then in self._following_for.get(name, ())
                if then[name] == Constant(value)
            )
            if whens:
                derived = Case(Or(whens) if len(whens) > 1 else whens[0], Constant(value), derived)
        return fact if derived is fact else Implied(name, derived)

    def _conflicts(self) -> dict[str, Expr]:
        """Where each implication between facts that the programme reads is broken by what the record states."""
        read = set(self.facts)
        conflicts: dict[str, Expr] = {}
        for following, then in self._implications:
            if not then or (read.isdisjoint(then) and not read.issuperset(names_in(following.when))):
                continue
            when = self._stated(following.when)
            broken = tuple(part for fact, value in then.items() for part in self._contradicted(fact, value))
            conflicts[following.id] = And((when, Or(broken) if len(broken) > 1 else broken[0]))
        return conflicts | {fact: Fact(disputed(fact)) for fact in self.facts if fact in self.projected}

    def _stated(self, expr: Expr) -> Expr:
        """``expr`` over the facts as the record states them, without defaults and what follows."""

        def change(node: Expr) -> Expr | None:
            if not isinstance(node, Name):
                return None
            self.facts.setdefault(node.id)
            return Fact(node.id)

        return map_tree(expr, change)

    def _contradicted(self, fact: str, value: Constant) -> Iterator[Expr]:
        """Where ``fact`` cannot have ``value``: the record states another, or another follows as well."""
        self.facts.setdefault(fact)
        if value.value is True:
            yield Not(Fact(fact))
        else:
            yield Fact(fact) if value.value is False else Compare("<>", Fact(fact), value)
        for other, then in self._following_for.get(fact, ()):
            if then[fact] != value:
                yield self._stated(other.when)

    @cached_property
    def _implications(self) -> list[tuple[Following, Mapping[str, Constant]]]:
        """What follows between facts on the day, each with what it says of the facts of such records."""
        return [
            (following, {fact: value for fact, value in following.then.items() if fact not in self.projected})
            if following.definition.across_people
            else (following, following.then)
            for following in self.law.implications()
        ]

    @cached_property
    def _following_for(self) -> dict[str, list[tuple[Following, Mapping[str, Constant]]]]:
        """The implications by the facts of which they say something."""
        by_fact: dict[str, list[tuple[Following, Mapping[str, Constant]]]] = {}
        for following, then in self._implications:
            for fact in then:
                by_fact.setdefault(fact, []).append((following, then))
        return by_fact

    def _computed(self, name: str) -> Expr | None:
        """The text of a quantity or of a fact with a default; None for any other node."""
        node = self.nodes[name]
        return node.expr if node.kind in ("quantity", "fact") else None

    def _add(self, name: str, kind: Kind, expr: Expr, readings: tuple[Expr, ...] = ()) -> None:
        if self.people and kind == "condition":
            expr, readings = self.least.known(expr), tuple(map(self.least.known, readings))
        self.nodes[name] = Node(name, kind, expr, readings)

    def _other_programme(self, name: str) -> Expr:
        return self.resolve(self.law.root(name)) if self.law.is_in_force(name) else Constant(False)

    def _text(self, name: str) -> Expr:
        tree = self.law.tree(name)
        return self.resolve(tree.expr) if tree is not None and tree.expr is not None else Unset(name)

    # -- figures and slots ----------------------------------------------------------------------------------------

    def _figure(self, name: str) -> Expr:
        if self.region is None or name not in self.book.unsearched:
            return self._value(name, self.law.figure(name))
        if name not in self.nodes:
            self._add(name, "figure", self._slot(name, self._value(name, self.law.unsearched(name))))
        return Name(name)

    def _slot(self, name: str, not_looked_up: Expr) -> Expr:
        """What each province has set, or is known not to have; ``not_looked_up`` in all others."""
        assert self.region is not None
        expr = not_looked_up
        for named, figure in self.law.set_in(name, self.region):
            self.facts.setdefault(self.region)
            names = tuple(map(Constant, named))
            here = Compare("=", Fact(self.region), names[0]) if len(names) == 1 else Within(Fact(self.region), names)
            expr = Case(here, self._value(name, figure), expr)
        return expr

    @staticmethod
    def _value(name: str, figure: Figure | None) -> Expr:
        return Unset(name) if figure is None or figure.value is None else Constant(figure.value)

    # -- conditions and their readings ------------------------------------------------------------------------------

    def _condition(self, name: str) -> None:
        condition = self.book.conditions[name]
        derived: Expr | None = None if condition.silent else self._text(name)
        if condition.stated_by is None:
            assert derived is not None
            self._add(name, "condition", derived, tuple(self._readings(name, derived)))
            return
        stated = condition.stated_by
        fact = stated.fact
        self.facts.setdefault(fact)
        if stated.accepted:
            fact = f"{stated.fact}={'|'.join(stated.accepted)}"
            self.statements[fact] = (stated.fact, frozenset(stated.accepted))
        readings = [] if derived is None else [Stated(fact, other) for other in self._readings(name, derived)]
        if derived is not None and stated.derived == "doubt":
            readings.append(Stated(fact, None))
        self._add(name, "condition", Stated(fact, derived), tuple(readings))

    def _readings(self, name: str, expr: Expr) -> Iterator[Expr]:
        """The other readings of a condition: its own doubt, and each combination of its figures' doubts."""
        tree = self.law.tree(name)
        if tree is not None and tree.version is not None and tree.version.doubt is not None:
            yield self.resolve(tree.other) if tree.other is not None else Unset(name)
        if tree is None or tree.expr is None or is_composition(expr, self.nodes):
            return
        inlined = self._inline(tree.expr)
        doubtful = {
            node.id: options
            for node in inlined.walk()
            if isinstance(node, Name) and node.id in self.book.parameters and len(options := self._options(node.id)) > 1
        }
        combinations = product(*doubtful.values()) if doubtful else ()
        for i, chosen in enumerate(combinations):
            if i == 0:
                continue  # the first combination is the reading itself
            if i > MAX_READINGS:
                yield Unset(name)  # too many to tell apart: any of them may matter
                return
            figures = dict(zip(doubtful, chosen, strict=True))
            yield self.resolve(map_tree(inlined, lambda n, f=figures: f.get(n.id) if isinstance(n, Name) else None))  # type: ignore[misc]

    def _inline(self, expr: Expr) -> Expr:
        def change(node: Expr) -> Expr | None:
            if isinstance(node, Name) and node.id in self.book.quantities:
                tree = self.law.tree(node.id)
                return self._inline(tree.expr) if tree is not None and tree.expr is not None else Unset(node.id)
            return None

        return map_tree(expr, change)

    def _options(self, parameter: str) -> list[Expr]:
        """The readings of a figure, the first being the one we take."""
        options: list[Expr] = [Name(parameter)]
        if self.region is not None and parameter in self.book.unsearched:
            figure = self.law.unsearched(parameter)
            if figure is not None and figure.version.doubt is not None:
                options.append(self._slot(parameter, Unset(parameter)))
            return options
        figure = self.law.figure(parameter)
        if figure is not None and figure.version.doubt is not None:
            options.append(Constant(figure.other) if figure.other is not None else Unset(parameter))
        return options
