"""Which papers a case brings: those that prove what its decision rests on, and those that it may come to need."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from ancu.decision.fields import DecisionFields
from ancu.frozen import frozen
from ancu.inference import direct
from ancu.inference.program import Program, is_composition
from ancu.kept import kept
from ancu.rulebook.expressions import CONNECTIVES, And, AtLeast, Case, Constant, Expr, Fact, Name, Not, Stated
from ancu.rulebook.references import names_in
from ancu.rulebook.rulebook import Rulebook

#: For how many programmes and days it is kept which documents are asked for.
MOST_DAYS = 256
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
        self._to_choose: list[tuple[Sequence[_ProvingPart], int]] = []
        #: The nodes whose proofs are entered already, among those needed or possible: again they would add nothing.
        self._among_needed: set[str] = set()
        self._among_possible: set[str] = set()

    def require(self, expr: Expr) -> None:
        """Add what proves ``expr``, which the decision rests on."""
        _part_of(self.program, expr).enter(self, self.needed)

    def allow(self, expr: Expr) -> None:
        """Add what would prove ``expr``, on which the decision may come to rest."""
        _part_of(self.program, expr).enter(self, self.possible)

    def settle(self) -> None:
        """Choose among the alternatives that are met, once all that is needed anyway is known."""
        while self._to_choose:
            parts, count = self._to_choose.pop(0)
            chosen = sorted(parts, key=lambda part: not self._of(part).needed.keys() <= self.needed.keys())[:count]
            exprs = [part.expr for part in chosen]
            for part in parts:
                part.enter(self, self.needed if part.expr in exprs else self.possible)
        self.possible = {proof: None for proof in self.possible if proof not in self.needed}

    def _of(self, part: _ProvingPart) -> Proofs:
        alone = Proofs(self.program, self.facts, self.values)
        part.enter(alone, alone.needed)
        alone.settle()
        return alone

    def begins(self, name: str, proofs: dict[Proof, None]) -> bool:
        """Whether this is the first time that a node is entered here."""
        entered = self._among_needed if proofs is self.needed else self._among_possible
        if name in entered:
            return False
        entered.add(name)
        return True

    def parts(
        self, parts: Sequence[_ProvingPart], outcome: bool | None, of_alternatives: int, proofs: dict[Proof, None]
    ) -> None:
        """Enter the proofs of ``parts``, of which ``of_alternatives`` are enough for their connective to be met."""
        known = [(part, part.value(self.facts, self.values)) for part in parts]
        if outcome is False:
            met, open_ = [part for part, value in known if value is False], []
            count = len(met)
        else:
            met = [part for part, value in known if value is True]
            open_ = [part for part, value in known if value is None] if outcome is None else []
            count = of_alternatives
        if len(met) > count and proofs is self.needed:
            self._to_choose.append((met, count))
            return
        for part in met:
            part.enter(self, proofs)
        if len(met) + len(open_) > count:
            open_ = [part for part in open_ if self._begun(part)] or open_
        if len(met) + len(open_) > count:
            self.either(open_, proofs)
            return
        for part in open_:
            part.enter(self, proofs)

    def either(self, parts: Sequence[_ProvingPart], proofs: dict[Proof, None]) -> None:
        """One of ``parts``, nobody knows yet which: what each asks for is to be proven whichever it is."""
        each = [self._of(part) for part in parts]
        for one in each:
            for proof in (*one.needed, *one.possible):
                shared = all(proof in other.needed for other in each)
                (proofs if shared else self.possible).setdefault(proof)

    def _begun(self, part: _ProvingPart) -> bool:
        """Whether some condition that the part combines with others is met."""
        return any(value(self.facts, self.values) is True for value in _begun_by(self.program, part.expr))


#: Enters what proves a part of a program among the proofs needed or possible.
_Enter = Callable[[Proofs, dict[Proof, None]], object]


class _ProvingPart(NamedTuple):
    """A part of a program, laid out: its value, and what enters what proves it."""

    expr: Expr
    value: direct.Closure
    enter: _Enter


def _part_of(program: Program, expr: Expr) -> _ProvingPart:
    known = _parts(program)
    part = known.get(id(expr))
    if part is None:
        part = known[id(expr)] = _ProvingPart(expr, direct.closure_of(program, expr), _laid_out(program, expr))
    return part


@kept
def _parts(_program: Program) -> dict[int, _ProvingPart]:
    """The parts of a program that were laid out so far; each holds its tree, whose identity stays its own."""
    return {}


def _laid_out(program: Program, expr: Expr) -> _Enter:
    match expr:
        case Fact(name):
            proof = (name, None)
            return lambda _, into: into.setdefault(proof)
        case Name(name):
            return _enter_node(program, name)
        case Stated():
            return _stated(program, expr)
        case Not(item):
            return _part_of(program, item).enter
        case Case():
            return _case(program, expr)
    parts = [_part_of(program, part) for part in expr.children() if not isinstance(part, Constant)]
    if isinstance(expr, CONNECTIVES):
        value, count = direct.closure_of(program, expr), _count(expr)
        return lambda proofs, into: proofs.parts(parts, value(proofs.facts, proofs.values), count, into)

    def each(proofs: Proofs, into: dict[Proof, None]) -> None:
        for part in parts:
            part.enter(proofs, into)

    return each


@kept
def _enter_node(program: Program, name: str) -> _Enter:
    """A condition that a fact may state is proven by the papers of that fact, whether stated or not."""
    node = program.nodes[name]
    if node.kind == "condition" and isinstance(node.expr, Stated):
        proof = (program.statements.get(node.expr.fact, (node.expr.fact, None))[0], name)
        return lambda _, into: into.setdefault(proof)
    laid_out: list[_Enter] = []  # when first needed: most programs have parts that no case leads to

    def enter(proofs: Proofs, into: dict[Proof, None]) -> None:
        if proofs.begins(name, into):
            if not laid_out:
                laid_out.append(_part_of(program, node.expr).enter)
            laid_out[0](proofs, into)

    return enter


def _stated(program: Program, expr: Stated) -> _Enter:
    value, fact = direct.closure_of(program, expr), expr.fact
    proof = (program.statements.get(fact, (fact, None))[0], None)
    derived = _part_of(program, expr.derived) if expr.derived is not None else None

    def enter(proofs: Proofs, into: dict[Proof, None]) -> None:
        if proofs.facts.get(fact) is not None or value(proofs.facts, proofs.values) is None:
            into.setdefault(proof)
        elif derived is not None:
            derived.enter(proofs, into)

    return enter


def _case(program: Program, expr: Case) -> _Enter:
    condition, then, otherwise = (_part_of(program, part) for part in (expr.condition, expr.then, expr.otherwise))

    def enter(proofs: Proofs, into: dict[Proof, None]) -> None:
        condition.enter(proofs, into)
        decided = condition.value(proofs.facts, proofs.values)
        if decided is None:
            proofs.either((then, otherwise), into)
        else:
            (then if decided else otherwise).enter(proofs, into)

    return enter


def _begun_by(program: Program, expr: Expr) -> Sequence[direct.Closure]:
    """The conditions that ``expr``, laid out before, combines with others: it is begun if any is met."""
    known = _beginnings(program)
    found = known.get(id(expr))
    if found is None:
        found = known[id(expr)] = list(_combined(program, expr))
    return found


@kept
def _beginnings(_program: Program) -> dict[int, Sequence[direct.Closure]]:
    """What was found so far of parts that were laid out, and are held there."""
    return {}


def _combined(program: Program, expr: Expr) -> Iterator[direct.Closure]:
    if isinstance(expr, Name):
        expr = program.nodes[expr.id].expr
    if isinstance(expr, Stated):
        if expr.derived is not None:
            yield from _combined(program, expr.derived)
        return
    for part in expr.children() if isinstance(expr, CONNECTIVES) else ():
        if isinstance(expr, And) and is_composition(part, program.nodes):
            yield direct.closure_of(program, part)
        yield from _combined(program, part)


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
            _enter_node(program, rank)(proofs, proofs.needed)
    proofs.settle()
    return proofs


def brought_by(decision: DecisionFields) -> Brought:
    """What a case brings for its decision, and what it may come to bring instead or besides."""
    context, book = decision.context, decision.context.book
    assert context.program is not None
    evidence = context.program.evidence
    assert evidence is not None
    stated = evidence.prepare(context.record, decision.as_of)
    values = direct.with_evidence(context.program, stated, context.values)
    in_use = _papers_in_use(book, decision.programme, decision.as_of)

    def asked(proof: Proof | None) -> Iterator[tuple[str, bool | None]]:
        """Which papers are asked for, and of whom it is not known (None)."""
        papers = in_use.get(proof)
        if papers is None:
            papers = in_use[proof] = list(_proving(book, decision.programme, decision.as_of, proof))
        for paper in papers:
            when = evidence.papers[paper]
            bring = None if when is None else direct.closure_of(evidence, when)(stated, values)
            if when is None or bring is not False:
                yield paper, when is None or bring

    needed: dict[str, None] = {}
    possible: dict[str, None] = {}
    proofs = proofs_of(decision)
    for paper, bring in asked(None):
        (needed if bring else possible).setdefault(paper)
    for proof in proofs.needed:
        papers = list(asked(proof))
        proven = [paper for paper, bring in papers if bring]
        needed.update(dict.fromkeys(proven))
        if not proven:
            possible.update((paper, None) for paper, _ in papers)
    for proof in proofs.possible:
        possible.update((paper, None) for paper, _ in asked(proof))
    facts = dict.fromkeys(fact for fact, _ in proofs.needed if book.facts[fact].evidence)
    return Brought(list(facts), list(needed), [paper for paper in possible if paper not in needed])


def _proving(book: Rulebook, programme: str, day: date, proof: Proof | None) -> Iterator[str]:
    """The documents that ``programme`` asks for on ``day`` to prove a fact; for None, those that everybody brings."""
    fact, states = proof or (None, None)
    papers = book.programmes[programme].papers if fact is None else book.facts[fact].evidence
    for paper in papers:
        document = book.documents[paper]
        elsewhere = document.programmes and programme not in document.programmes
        other = states is not None and paper in book.wanted and states not in names_in(book.wanted[paper])
        if document.on(day) is not None and not elsewhere and not other:
            yield paper


def _papers_in_use(book: Rulebook, programme: str, day: date) -> dict[Proof | None, list[str]]:
    """What was found so far of the documents that ``programme`` asks for on ``day``."""
    found = _found(book)
    while len(found) > MOST_DAYS:
        found.pop(next(iter(found)), None)
    return found.setdefault((programme, day), {})


@kept
def _found(_book: Rulebook) -> dict[tuple[str, date], dict[Proof | None, list[str]]]:
    """The documents asked for, by programme and day."""
    return {}
