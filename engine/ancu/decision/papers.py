"""Which papers a case brings: those that prove what its decision rests on, and those that it may come to need."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ancu.decision.fields import DecisionFields
from ancu.frozen import frozen
from ancu.inference import direct
from ancu.inference.program import Program, is_composition
from ancu.rulebook.expressions import CONNECTIVES, And, AtLeast, Case, Constant, Expr, Fact, Name, Not, Stated
from ancu.rulebook.references import names_in

#: A fact to be proven, and the condition that it states where its papers prove that as a whole.
Proof = tuple[str, str | None]


@frozen
class Brought:
    """The facts to be proven, the documents of the day that prove them, and those that may be needed besides."""

    facts: list[str]
    papers: list[str]
    possible: list[str]


class Proofs:
    """The facts that a decision rests on: those ``needed``, and those that are ``possible`` instead or besides.

    Of alternatives that are met the one is in use that asks for nothing more than is needed anyway, or else the first
    by the law's order; of those still open the one that is partly met already. What fails is nobody's to prove.
    """

    def __init__(self, program: Program, facts: Mapping[str, Any], values: Mapping[str, Any]) -> None:
        self.program, self.facts, self.values = program, facts, values
        self.needed: dict[Proof, None] = {}
        self.possible: dict[Proof, None] = {}
        self._to_choose: list[tuple[Sequence[Expr], int]] = []
        #: The nodes whose proofs are entered already, by whether among those needed: again they would add nothing.
        self._entered: set[tuple[str, bool]] = set()

    def require(self, expr: Expr) -> None:
        """Add what proves ``expr``, which the decision rests on."""
        self._visit(expr, self.needed)

    def allow(self, expr: Expr) -> None:
        """Add what would prove ``expr``, on which the decision may come to rest."""
        self._visit(expr, self.possible)

    def settle(self) -> None:
        """Choose among the alternatives that are met, once all that is needed anyway is known."""
        while self._to_choose:
            parts, count = self._to_choose.pop(0)
            chosen = sorted(parts, key=lambda part: not self._of(part).needed.keys() <= self.needed.keys())[:count]
            for part in parts:
                (self.require if part in chosen else self.allow)(part)
        self.possible = {proof: None for proof in self.possible if proof not in self.needed}

    def _of(self, expr: Expr) -> Proofs:
        alone = Proofs(self.program, self.facts, self.values)
        alone.require(expr)
        alone.settle()
        return alone

    def _value(self, expr: Expr) -> Any:
        return direct.closure_of(self.program, expr)(self.facts, self.values)

    def _visit(self, expr: Expr, proofs: dict[Proof, None]) -> None:
        match expr:
            case Fact(name):
                proofs.setdefault((name, None))
            case Name(name):
                self._visit_node(name, proofs)
            case Stated(name, derived):
                if self.facts.get(name) is not None or self._value(expr) is None:
                    proofs.setdefault((self.program.statements.get(name, (name, None))[0], None))
                elif derived is not None:
                    self._visit(derived, proofs)
            case Not(item):
                self._visit(item, proofs)
            case Case(condition, then, otherwise):
                self._visit(condition, proofs)
                decided = self._value(condition)
                if decided is None:
                    self._visit_either((then, otherwise), proofs)
                else:
                    self._visit(then if decided else otherwise, proofs)
            case _ if isinstance(expr, CONNECTIVES):
                self._visit_parts(expr, proofs)
            case _:
                for child in expr.children():
                    self._visit(child, proofs)

    def _visit_node(self, name: str, proofs: dict[Proof, None]) -> None:
        """A condition that a fact may state is proven by the papers of that fact, whether stated or not."""
        here = (name, proofs is self.needed)
        if here in self._entered:
            return
        self._entered.add(here)
        node = self.program.nodes[name]
        if node.kind == "condition" and isinstance(node.expr, Stated):
            stated = self.program.statements.get(node.expr.fact, (node.expr.fact, None))[0]
            proofs.setdefault((stated, name))
        else:
            self._visit(node.expr, proofs)

    def _visit_parts(self, expr: Expr, proofs: dict[Proof, None]) -> None:
        parts = [part for part in expr.children() if not isinstance(part, Constant)]
        outcome = self._value(expr)
        if outcome is False:
            met, open_ = [part for part in parts if self._value(part) is False], []
            count = len(met)
        else:
            met = [part for part in parts if self._value(part) is True]
            open_ = [part for part in parts if self._value(part) is None] if outcome is None else []
            count = _count(expr)
        if len(met) > count and proofs is self.needed:
            self._to_choose.append((met, count))
            return
        for part in met:
            self._visit(part, proofs)
        if len(met) + len(open_) > count:
            open_ = [part for part in open_ if self._begun(part)] or open_
        if len(met) + len(open_) > count:
            self._visit_either(open_, proofs)
            return
        for part in open_:
            self._visit(part, proofs)

    def _visit_either(self, parts: Sequence[Expr], proofs: dict[Proof, None]) -> None:
        """One of ``parts``, nobody knows yet which: what each asks for is to be proven whichever it is."""
        each = [self._of(part) for part in parts]
        for one in each:
            for proof in (*one.needed, *one.possible):
                shared = all(proof in other.needed for other in each)
                (proofs if shared else self.possible).setdefault(proof)

    def _begun(self, expr: Expr) -> bool:
        """Whether some condition that ``expr`` combines with others is met."""
        if isinstance(expr, Name):
            expr = self.program.nodes[expr.id].expr
        if isinstance(expr, Stated):
            return expr.derived is not None and self._begun(expr.derived)
        parts = expr.children() if isinstance(expr, CONNECTIVES) else ()
        return any((isinstance(expr, And) and self._is_met(part)) or self._begun(part) for part in parts)

    def _is_met(self, expr: Expr) -> bool:
        return is_composition(expr, self.program.nodes) and self._value(expr) is True


def _count(expr: Expr) -> int:
    """How many parts of a connective must be met."""
    if isinstance(expr, AtLeast):
        return expr.count
    return len(list(expr.children())) if isinstance(expr, And) else 1


def proofs_of(decision: DecisionFields) -> Proofs:
    """The facts that prove a decision: its conditions, the benefit granted, the priority met."""
    context = decision.context
    program, judgment = context.program, context.judgment
    assert program is not None
    assert judgment is not None
    proofs = Proofs(program, program.prepare(context.record, decision.as_of), judgment.values)
    if decision.status == "undetermined":
        proofs.require(program.root)
    else:
        proofs.require(program.eligible)
        for keys, add in ((decision.chosen, proofs.require), (decision.open_options, proofs.allow)):
            for key in keys:
                for expr in (program.options[key], program.amounts.get(key)):
                    if expr is not None:
                        add(expr)
        for rank in decision.priority:
            proofs.require(Name(rank))
    proofs.settle()
    return proofs


def brought_by(decision: DecisionFields) -> Brought:
    """What a case brings for its decision, and what it may come to bring instead or besides."""
    context, book = decision.context, decision.context.book
    assert context.program is not None
    evidence = context.program.evidence
    assert evidence is not None
    stated = evidence.prepare(context.record, decision.as_of)
    values = direct.run(evidence, stated, context.values)

    def asked(papers: Sequence[str], states: str | None = None) -> Iterator[tuple[str, bool | None]]:
        """Which papers are asked for on the day, and of whom it is not known (None)."""
        for paper in papers:
            document, when = book.documents[paper], evidence.papers[paper]
            if document.on(decision.as_of) is None:
                continue
            if document.programmes and decision.programme not in document.programmes:
                continue
            if states is not None and paper in book.wanted and states not in names_in(book.wanted[paper]):
                continue
            bring = None if when is None else direct.closure_of(evidence, when)(stated, values)
            if when is None or bring is not False:
                yield paper, when is None or bring

    needed: dict[str, None] = {}
    possible: dict[str, None] = {}
    proofs = proofs_of(decision)
    for paper, bring in asked(book.programmes[decision.programme].papers):
        (needed if bring else possible).setdefault(paper)
    for fact, states in proofs.needed:
        papers = list(asked(book.facts[fact].evidence, states))
        proven = [paper for paper, bring in papers if bring]
        needed.update(dict.fromkeys(proven))
        if not proven:
            possible.update((paper, None) for paper, _ in papers)
    for fact, states in proofs.possible:
        possible.update((paper, None) for paper, _ in asked(book.facts[fact].evidence, states))
    facts = dict.fromkeys(fact for fact, _ in proofs.needed if book.facts[fact].evidence)
    return Brought(list(facts), list(needed), [paper for paper in possible if paper not in needed])
