"""The rulebook as the engines see it: definitions, typed trees, and the calendar."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, NoReturn, TypeVar

from ancu.errors import Problem, RulebookError, UnknownNameError, title_suggestion
from ancu.frozen import frozen
from ancu.rulebook.calendar import Epochs, Period
from ancu.rulebook.expressions import And, Constant, Expr, Name
from ancu.rulebook.model import (
    ChangeableFact,
    ConditionDef,
    Document,
    FactDef,
    FigureVersion,
    Implication,
    Instrument,
    LawDefect,
    Parameter,
    PersonFact,
    Preference,
    Programme,
    ProjectionVersion,
    QuantityDef,
    Question,
    Region,
    RegisterColumn,
    Text,
    Version,
)
from ancu.rulebook.types import Type

if TYPE_CHECKING:  # what no decision reads need not be imported for one
    from ancu.rulebook.draws import DrawsFile
    from ancu.rulebook.interviews import Shares
    from ancu.rulebook.notices import NoticeLaw
    from ancu.rulebook.plans import HousingPlan, UnitList
    from ancu.rulebook.procedures import Procedure
    from ancu.rulebook.properties import AcceptedFinding, Property

Key = TypeVar("Key")
Value = TypeVar("Value")


@frozen
class Tree:
    """One version of a rule, parsed and typed. ``expr`` is None where the law's text is not known or there is none."""

    period: Period
    expr: Expr | None
    other: Expr | None = None
    version: Version | None = None


@frozen
class Figure:
    """One version of a figure, scaled. ``value`` None: not known, or not set."""

    period: Period
    value: int | str | bool | None
    other: int | str | bool | None
    version: FigureVersion


@frozen
class Following:
    """An implication, parsed and typed: where ``when`` is met, each fact of ``then`` has its value."""

    id: str
    when: Expr
    then: Mapping[str, Constant]
    definition: Implication


@frozen
class People:
    """The people of a household: what is read of each, and what of the record follows from all."""

    #: The rulebook of one person: its facts are a person's, its conditions the roles and what the rules say of him.
    person: Rulebook
    #: Roles, each with the conditions of ``person`` that are tried in turn; most have one, of their own name.
    roles: Mapping[str, tuple[str, ...]]
    titles: Mapping[str, Text]
    #: Roles that a couple or the household share, whoever of them is the applicant.
    shared: Mapping[str, Literal["couple", "household"]]
    #: How each fact of the record follows, by version.
    projections: Mapping[str, tuple[DatedProjection, ...]]
    #: The facts of a person as written: what is known of those left out.
    given: Mapping[str, PersonFact]
    #: What another is to a member, by the member's relation to the applicant and the other's.
    seen_from: Mapping[str, Mapping[str, str]]
    #: What words for a relation tell of a person besides: facts, by the word as it is compared.
    told_by_relation: Mapping[str, Mapping[str, str]]
    #: The facts of the record that follow from no member and are its applicant's own.
    of_the_applicant: frozenset[str]
    #: The relations of which an applicant has one person at a time.
    only_one: frozenset[str] = frozenset()

    @cached_property
    def epochs(self) -> Epochs:
        """The times in which nothing changes in how the record follows."""
        trees = (tree.period for trees in self.person.trees.values() for tree in trees)
        figures = (figure.period for figures in self.person.figures.values() for figure in figures)
        own = (version.period for versions in self.projections.values() for version in versions)
        return Epochs((*trees, *figures, *own))


@frozen
class DatedProjection:
    """One version of how a fact of the record follows from the members, parsed and typed."""

    period: Period
    expr: Expr
    version: ProjectionVersion


@frozen
class SupportHad:
    """A kind of housing support that somebody has had: what it is called, and the facts of him that it states.

    ``on`` is the fact of a person that says since when; ``programmes`` grant this kind.
    """

    id: str
    title: Text
    synonyms: tuple[str, ...]
    facts: Mapping[str, Any]
    on: str | None
    programmes: tuple[str, ...]


@frozen
class EarlierSupport:
    """Housing support had before: its kinds by id, and what registers of it call their columns."""

    kinds: Mapping[str, SupportHad]
    #: The facts of the record that speak of support in the province of the project alone.
    within_province: frozenset[str]
    columns: Mapping[str, RegisterColumn]
    #: The kind that somebody counts as having who stands in the lists of two projects.
    in_two_projects: str | None = None
    #: The step of procedures by which it is answered who of a list has had support.
    reply_step: str | None = None


class Fixed(dict[Key, Value]):
    """A mapping that nobody changes; copied and pickled as one."""

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        raise RulebookError(Problem("rulebook_fixed"))

    __setitem__ = __delitem__ = __ior__ = clear = pop = popitem = setdefault = update = _refuse

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (dict(self),)


#: The fields of a rulebook that no decision reads: of one that is kept between processes they wait to be asked for.
BESIDE = ("procedures", "plans", "units", "notices", "defects", "properties", "accepted", "draws", "answer_shares")
#: Where such a rulebook has what gives them.
WAITING = "_waiting"


def _no_notices() -> NoticeLaw:
    from ancu.rulebook.notices import NoticeLaw

    return NoticeLaw()


@dataclass
class Rulebook:
    """Everything the law says, loaded and checked. Nobody changes it; load another to change anything.

    Its mappings and attributes refuse to be set with :class:`~ancu.errors.RulebookError`.
    """

    facts: Mapping[str, FactDef]
    sections: Mapping[str, Text]
    instruments: Mapping[str, Instrument]
    parameters: Mapping[str, Parameter]
    conditions: Mapping[str, ConditionDef]
    quantities: Mapping[str, QuantityDef]
    programmes: Mapping[str, Programme]
    regions: Mapping[str, Region]
    documents: Mapping[str, Document]
    preferences: Mapping[str, Preference]
    questions: Mapping[str, Question]
    #: The names whose notes and doubts raise each open question.
    raised: Mapping[str, tuple[str, ...]]
    digest: str
    #: Typed trees of conditions and quantities, by name and version.
    trees: Mapping[str, tuple[Tree, ...]] = field(repr=False)
    #: ``eligible_when`` of each programme, by version.
    roots: Mapping[str, tuple[Tree, ...]] = field(repr=False)
    #: ``when`` of each option, by (programme, option).
    options: Mapping[tuple[str, str], Expr | None] = field(repr=False)
    #: ``applies_when`` of the facts that have a default, with the typed default.
    defaults: Mapping[str, tuple[Expr, Constant]] = field(repr=False)
    #: What follows between facts, by id.
    implications: Mapping[str, Following]
    #: ``when`` of the documents that not everyone brings.
    wanted: Mapping[str, Expr] = field(repr=False)
    #: Scaled figures, by parameter; and what regions fill in, by (parameter, region).
    figures: Mapping[str, tuple[Figure, ...]] = field(repr=False)
    fills: Mapping[tuple[str, str], tuple[Figure, ...]] = field(repr=False)
    #: Of slots: the statutory figures where a region's rule was looked for and not found, by (parameter, region); and
    #: what holds where nobody looked, by parameter.
    searched: Mapping[tuple[str, str], tuple[Figure, ...]] = field(repr=False)
    unsearched: Mapping[str, tuple[Figure, ...]] = field(repr=False)
    #: Types of all names.
    types: Mapping[str, Type] = field(repr=False)
    #: Whether a condition is composed of other conditions.
    compound: Mapping[str, bool] = field(repr=False)
    #: The people of a household, where the rulebook knows them.
    people: People | None = field(default=None, repr=False)
    #: The steps of procedures and their clocks; no decision reads them.
    procedures: Mapping[str, Procedure] = field(default_factory=dict, repr=False)
    #: Housing support had before, where the rulebook knows its kinds.
    earlier_support: EarlierSupport | None = field(default=None, repr=False)
    #: The facts that somebody can still change, for what would make a decision another; no decision reads them.
    changeable: Mapping[str, ChangeableFact] = field(default_factory=dict, repr=False)
    #: What is to be reached, and the communes by which it is counted; no decision reads them either.
    plans: Mapping[str, HousingPlan] = field(default_factory=dict, repr=False)
    units: Mapping[str, UnitList] = field(default_factory=dict, repr=False)
    #: What offices send and publish; nor these.
    notices: NoticeLaw = field(default_factory=_no_notices, repr=False)
    #: What kind of defect of the law each open question is, as far as somebody has said.
    defects: Mapping[str, LawDefect] = field(default_factory=dict, repr=False)
    #: What must hold of all records, and what a proof is known to find; no decision reads them either.
    properties: Mapping[str, Property] = field(default_factory=dict, repr=False)
    accepted: tuple[AcceptedFinding, ...] = field(default_factory=tuple, repr=False)
    #: How lots are drawn where more qualify than there are flats; no decision reads it either.
    draws: DrawsFile | None = field(default_factory=lambda: None, repr=False)
    #: How often a question is answered in which way: a prior for the order of questions, never a ground of a decision.
    answer_shares: Mapping[str, Shares] = field(default_factory=dict, repr=False)
    #: Sections of the vocabulary whose questions stand together on a form; one that is in none is by itself.
    topics: tuple[tuple[str, ...], ...] = field(default=(), repr=False)

    def __post_init__(self) -> None:
        for name, value in vars(self).items():
            if isinstance(value, Mapping) and not isinstance(value, Fixed):
                vars(self)[name] = Fixed(value)

    if not TYPE_CHECKING:  # a type checker knows the fields, and should refuse any other name

        def __getattr__(self, name: str) -> Any:
            waiting = vars(self).get(WAITING) if name in BESIDE else None
            if waiting is None:
                raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
            for each, value in waiting().items():
                vars(self).setdefault(each, value)
            return vars(self)[name]

    def __setattr__(self, name: str, value: object) -> None:
        if name in vars(self) or (WAITING in vars(self) and name in BESIDE):
            raise RulebookError(Problem("rulebook_fixed"))
        super().__setattr__(name, value)

    def __delattr__(self, name: str) -> NoReturn:
        raise RulebookError(Problem("rulebook_fixed"))

    @cached_property
    def epochs(self) -> Epochs:
        return Epochs(self._periods())

    def _periods(self) -> Iterator[Period]:
        for trees in (*self.trees.values(), *self.roots.values()):
            yield from (tree.period for tree in trees)
        for figures in (*self.figures.values(), *self.fills.values()):
            yield from (figure.period for figure in figures)
        yield from (following.definition.period for following in self.implications.values())
        for document in self.documents.values():
            yield from (version.period for version in document.versions)
        for fact in self.facts.values():
            yield from (Period(end=value.until) for value in fact.values.values() if value.until is not None)
        for programme in self.programmes.values():
            yield Period(programme.covered_from)
            yield from (opening.period for opening in programme.periods)

    def programme(self, name: str) -> Programme:
        """The programme called ``name``, by its id or its title; :class:`UnknownNameError` with the nearest."""
        if not isinstance(name, str):  # as callers from outside may have it
            raise UnknownNameError(Problem("programme_unknown", {"name": name, "hint": ""}))
        if name in self.programmes:
            return self.programmes[name]
        for programme in self.programmes.values():
            if name.casefold() in (programme.title.vi.casefold(), programme.title.en.casefold()):
                return programme
        titles = [title for one in self.programmes.values() for title in (one.title.vi, one.title.en)]
        hint = title_suggestion(name, self.programmes, titles)
        raise UnknownNameError(Problem("programme_unknown", {"name": name, "hint": hint}))

    def rule(self, name: str) -> ConditionDef | QuantityDef:
        """The condition or quantity called ``name``."""
        return self.conditions[name] if name in self.conditions else self.quantities[name]

    def title(self, name: str) -> Text:
        """What any name of the rulebook is called."""
        if name in self.facts:
            return self.facts[name].label
        if name in self.parameters:
            return self.parameters[name].label
        if name in self.programmes:
            return self.programmes[name].title
        if name in self.documents:
            return self.documents[name].title
        if name in self.implications:
            return self.implications[name].definition.text
        return self.rule(name).title

    def tree_on(self, name: str, day: date) -> Tree | None:
        """The version of a rule in force on ``day``."""
        return next((tree for tree in self.trees[name] if day in tree.period), None)

    def figure_on(self, name: str, day: date, region: str | None = None) -> Figure | None:
        """The version of a figure in force on ``day``: what holds in the region, or the national one without one."""
        figures = self.figures[name]
        if region is not None and name in self.unsearched:
            own = (*self.fills.get((name, region), ()), *self.searched.get((name, region), ()))
            figures = (*own, *self.unsearched[name])
        return next((figure for figure in figures if day in figure.period), None)

    def implications_on(self, day: date) -> list[Following]:
        """What follows between facts on ``day``."""
        return [following for following in self.implications.values() if day in following.definition.period]

    def unsearched_on(self, name: str, day: date) -> Figure | None:
        """What holds of a slot on ``day`` where nobody has looked up the province's rule."""
        return next((figure for figure in self.unsearched[name] if day in figure.period), None)

    def root_on(self, programme: str, day: date) -> Expr:
        """``eligible_when`` and the territory condition on ``day``."""
        trees = self.roots[programme]
        # A sound rulebook has a version for each day of the programme; one opened a day earlier to try it has not.
        tree = next((tree for tree in trees if day in tree.period), trees[0 if day < trees[0].period.start else -1])
        assert tree.expr is not None
        territory = self.programmes[programme].territory
        return And((Name(territory), tree.expr)) if territory else tree.expr
