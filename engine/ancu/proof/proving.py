"""Proving a rulebook: everything in it can decide, and every property that stands beside it holds.

A proof speaks of all records that the vocabulary allows, with any facts left out, on all days. What is refuted is told
with a record that the direct engine decides so; what the solver gives up is told as such, and is not proven.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from ancu.proof.claims import Claim, claims_of
from ancu.proof.findings import Finding, Looked, findings_of, joined, versions_of
from ancu.proof.refuting import Counterexample, Refuter
from ancu.proof.solving import AskedOfSolver, GivenUp
from ancu.rulebook.calendar import Period
from ancu.rulebook.expressions import Name
from ancu.rulebook.properties import Property
from ancu.rulebook.property_texts import named_in, read_texts
from ancu.rulebook.rulebook import Rulebook

#: Hears what is proven, and how much is left of it: a number out of another.
Progress = Callable[[int, int], None]
Outcome = Literal["proven", "refuted", "given_up", "says_nothing"]


@dataclass(frozen=True)
class ProvenProperty:
    """What became of a property: refuted in ``periods`` by ``counterexamples``, one for each pair of names it is of."""

    name: str
    stated: Property
    outcome: Outcome
    periods: tuple[Period, ...]
    counterexamples: tuple[Counterexample, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether it is not proven, and nobody has accepted that."""
        return self.outcome != "proven" and self.stated.accepted is None

    @property
    def is_accepted_in_vain(self) -> bool:
        """Whether it is accepted not to hold, and holds."""
        return self.outcome == "proven" and self.stated.accepted is not None


@dataclass(frozen=True)
class RulebookProof:
    """What became of a rulebook's properties and programmes."""

    book: Rulebook
    programmes: tuple[str, ...]
    findings: tuple[Finding, ...]
    properties: tuple[ProvenProperty, ...]
    looked: Looked
    asked: AskedOfSolver
    #: Names accepted in the properties' files of which nothing was found.
    accepted_in_vain: tuple[str, ...] = ()

    @property
    def refuted(self) -> tuple[ProvenProperty, ...]:
        """The properties that do not hold, and that nobody has accepted."""
        return tuple(one for one in self.properties if one.is_open and one.outcome == "refuted")

    @property
    def has_more(self) -> bool:
        """Whether something was found that nobody has accepted, or is not settled."""
        return (
            any(finding.accepted is None for finding in self.findings)
            or any(one.is_open or one.is_accepted_in_vain for one in self.properties)
            or bool(self.accepted_in_vain)
        )


@dataclass
class _Progress:
    hears: Progress | None
    total: int
    done: int = field(default=0)

    def step(self) -> None:
        if self.hears is not None:
            self.hears(self.done, self.total)
        self.done += 1


def prove(
    book: Rulebook,
    programmes: Sequence[str] = (),
    properties: Sequence[str] | None = None,
    progress: Progress | None = None,
    asked: AskedOfSolver | None = None,
    findings: bool = True,
) -> RulebookProof:
    """Prove ``programmes`` (all by default) and ``properties``: all by default, with ``programmes`` those of them.

    Without ``findings`` only properties are proven.

    Raises :class:`~ancu.errors.IntegrityError` where the solver and the direct engine disagree.
    """
    chosen = tuple(book.programme(name).programme for name in programmes) or tuple(book.programmes)
    looked_at = chosen if findings else ()
    names = tuple(book.properties) if properties is None else tuple(properties)
    if programmes and properties is None:
        names = tuple(name for name in names if is_of(book, name, chosen))
    asked, looked = asked or AskedOfSolver(), Looked()
    steps = _Progress(progress, len(looked_at) + len(names))
    idle: list[Finding] = []
    for programme in looked_at:
        steps.step()
        idle += findings_of(book, programme, asked, looked)
    proven = []
    for name in names:
        steps.step()
        proven.append(prove_property(book, name, asked))
    steps.step()
    vain = tuple(_accepted_in_vain(book, looked_at, idle))
    return RulebookProof(book, looked_at, tuple(idle), tuple(proven), looked, asked, vain)


def _accepted_in_vain(book: Rulebook, programmes: Collection[str], findings: Sequence[Finding]) -> Iterator[str]:
    """The names accepted of which nothing was found in any of their programmes."""
    found = {(finding.idle.programme, finding.idle.name) for finding in findings}
    for known in book.accepted:
        if set(known.programmes) <= set(programmes):
            for name in known.names:
                if not any((programme, name) in found for programme in known.programmes):
                    yield name


def is_of(book: Rulebook, name: str, programmes: Collection[str]) -> bool:
    """Whether a property is of one of ``programmes``: it names one, or names none and what one of them reads."""
    stated = book.properties[name]
    exprs = read_texts(book, stated)
    named = {*named_in(book, exprs), *([stated.bands.programme] if stated.bands else ())}
    if named:
        return not named.isdisjoint(programmes)
    read = {part.id for expr in exprs.values() for part in expr.walk() if isinstance(part, Name)} - book.facts.keys()
    return any(
        not read.isdisjoint(program.nodes) for programme in programmes for program, _ in versions_of(book, programme)
    )


def prove_property(book: Rulebook, name: str, asked: AskedOfSolver) -> ProvenProperty:
    """Prove or refute one property, on all days for which it is said to hold."""
    stated = book.properties[name]
    refuted: list[Period] = []
    examples: dict[tuple[str, ...], Counterexample] = {}
    given_up: list[Period] = []
    meant = False
    for claim in claims_of(book, name):
        refuter = Refuter(book, claim, asked)
        try:
            meant = meant or refuter.means_something()
            found = _refuted(refuter, claim, examples)
        except GivenUp:
            given_up += claim.periods
            continue
        if found:
            refuted += claim.periods
    if refuted:
        return ProvenProperty(name, stated, "refuted", joined(refuted), tuple(examples.values()))
    if given_up:
        return ProvenProperty(name, stated, "given_up", joined(given_up))
    return ProvenProperty(name, stated, "proven" if meant else "says_nothing", ())


def _refuted(refuter: Refuter, claim: Claim, examples: dict[tuple[str, ...], Counterexample]) -> bool:
    """Whether ``claim`` is; the latest record for each pair of names is kept in ``examples``."""
    found = False
    for refutation in claim.refutations:
        example = refuter.counterexample(refutation)
        if example is not None:
            found = True
            examples[refutation.about] = example
    return found
