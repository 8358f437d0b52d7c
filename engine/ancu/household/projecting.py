"""From members to the facts of a record: strong Kleene over people, whose list is complete or not.

*any* is met as soon as it is for one, and not met only of a complete list. *count*, *sum* and *highest* are known of a
complete list; of another they are at least what the members listed give, kept as a *floor*. *of* is the value of the
person in the role, or what all who may be that person have in common. The order of members changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from datetime import date
from typing import Any, NamedTuple, Protocol

from ancu.frozen import frozen
from ancu.household.members import BORN_ON, Household, people_of
from ancu.household.program import Gathering, HouseholdProgram, household_program
from ancu.inference import direct
from ancu.inference.causes import causes_of
from ancu.inference.direct import closure_of
from ancu.inference.least import disputed, least_of
from ancu.inference.program import Program
from ancu.rulebook.calendar import BEGINNING, FOREVER
from ancu.rulebook.expressions import Arithmetic, Constant, Expr, Fact
from ancu.rulebook.member_names import RELATION
from ancu.rulebook.rulebook import Rulebook


@frozen
class Provenance:
    """Where a fact of the record comes from: ``members`` are those whose it is, by their place in the household.

    What nobody has is nobody's. What is not known: ``missing`` are facts of a person, each with the place of whose it
    is; ``unlisted``: somebody whom the list leaves out may change it; ``closing``: it would help to know that nobody is
    left out.
    """

    members: tuple[int, ...]
    missing: tuple[tuple[int, str], ...] = ()
    unlisted: bool = False
    closing: bool = False


@frozen
class Projected:
    """What a household's members give on a day: facts of the record, and the least that numbers are.

    ``stated``: what the applicant's own row states of the record. ``said`` keeps what was said of it under one
    programme for others.
    """

    household: Household
    facts: Mapping[str, Any]
    floors: Mapping[str, int]
    stated: Mapping[str, Any]
    _program: HouseholdProgram = field(repr=False)
    _seen: Sequence[SeenMember] = field(repr=False)
    _sources: dict[str, Provenance] = field(default_factory=dict, compare=False, repr=False)
    said: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict, compare=False, repr=False)

    def __contains__(self, fact: str) -> bool:
        """Whether ``fact`` follows from members."""
        return fact in self._program.projections

    def source(self, fact: str) -> Provenance:
        """Where ``fact`` comes from, or what would settle it."""
        if fact not in self._sources:
            self._sources[fact] = self._find_source(fact)
        return self._sources[fact]

    def _find_source(self, fact: str) -> Provenance:
        projection = self._program.projections[fact]
        gatherings = [self._program.gatherings[i] for i in projection.gathered]
        parts = [_gather(one, self._seen, self.household.complete, causes=True) for one in gatherings]
        members = tuple(sorted({place for part in parts for place in part.members}))
        if fact in self.facts:
            return Provenance(members)
        missing = dict.fromkeys(one for part in parts for one in part.missing)
        unlisted = [gathering for gathering, part in zip(gatherings, parts, strict=True) if part.unlisted]
        closing = any(not gathering.open for gathering in unlisted)
        return Provenance(members, tuple(missing), bool(unlisted), closing)


class SeenMember(Protocol):
    """A member as a program sees him; ``place`` in the household."""

    @property
    def place(self) -> int: ...

    @property
    def key(self) -> tuple[Any, ...]:
        """What orders members who are equal for a role (:func:`content_key`)."""
        ...

    def value(self, expr: Expr) -> Any:
        """The value of ``expr`` for the member; unknown where it hangs on which day of birth is the right one."""
        ...

    def causes(self, expr: Expr) -> tuple[str, ...]:
        """The facts of the member that ``expr``, which is unknown of him, still reads."""
        ...


@frozen
class WholeMember:
    """A member seen by himself: prepared facts and the values of all nodes, for each day of birth he may have.

    ``told``: the facts before they were prepared; ``_causes`` keeps what was found missing of texts.
    """

    place: int
    program: Program
    variants: tuple[tuple[Mapping[str, Any], Mapping[str, Any]], ...]
    key: tuple[Any, ...]
    told: Sequence[Mapping[str, Any]]
    _causes: dict[int, tuple[str, ...]] = field(default_factory=dict)

    def value(self, expr: Expr) -> Any:
        closure = closure_of(self.program, expr)
        if len(self.variants) == 1:
            return closure(*self.variants[0])
        first, *rest = (closure(facts, values) for facts, values in self.variants)
        return first if all(other == first for other in rest) else None

    def causes(self, expr: Expr) -> tuple[str, ...]:
        if id(expr) not in self._causes:
            missing: dict[str, None] = {}
            for facts, values in self.variants:
                missing.update(dict.fromkeys(causes_of(self.program, (), facts, values, (expr,))[0]))
            if not missing and len(self.variants) > 1:
                missing[BORN_ON] = None
            self._causes[id(expr)] = tuple(missing)
        return self._causes[id(expr)]


#: Texts that are unknown, each with the members of whom.
_Unknown = tuple[tuple[Expr, list[SeenMember]], ...]


class _Found(NamedTuple):
    """What was gathered: a value, the least it is, whose it is, and what would settle it."""

    value: Any
    floor: int | None = None
    members: tuple[int, ...] = ()
    missing: tuple[tuple[int, str], ...] = ()
    unlisted: bool = False
    unknown: _Unknown = ()


def project(book: Rulebook, household: Household, day: date, like: Projected | None = None) -> Projected:
    """The facts that follow from the members of ``household`` on ``day``.

    Before the day on which the record was made, what began on a day that is not known may not have begun, and what the
    applicant's row states of that day gives way to what follows from the dates of others. Members who are as in
    ``like``, a household on the same day, are not looked at again.
    """
    program = household_program(book, day)
    current = household.recorded_on is None or day >= household.recorded_on
    before = like._seen if like is not None and like._program is program else ()
    known = {one.place: one for one in before if isinstance(one, WholeMember)}
    seen = [
        known[place] if place in known and known[place].told == told else see(book, program.person, place, told, day)
        for place, told in _completed(book, household, current)
    ]
    found = [_gather(gathering, seen, household.complete) for gathering in program.gatherings]
    above = {f"#{i}": part.value for i, part in enumerate(found)} | {"as_of": day.toordinal()}
    least = {f"#{i}": part.floor for i, part in enumerate(found)}
    facts: dict[str, Any] = {}
    floors: dict[str, int] = {}
    for fact, projection in program.projections.items():
        value = closure_of(program.above, projection.expr)(above, {})
        if value is not None:
            facts[fact] = value
        elif floor := _floor(projection.expr, least):
            floors[fact] = floor
    stated = {
        name: value
        for name, given in people_of(book).given.items()
        if given.of_record and (value := household.applicant.facts.get(name)) is not None
        if current or name not in facts
        if not _has_changed(book, household, day, name, value, facts)
    }
    return Projected(household, facts, floors, stated, program, seen)


def _has_changed(
    book: Rulebook, household: Household, day: date, name: str, value: Any, facts: Mapping[str, Any]
) -> bool:
    """Whether what the applicant states held till something began, on a day that the record states of a member."""
    if name not in facts or facts[name] == value:
        return False
    begin = [other for other, given in people_of(book).given.items() if given.begins]
    stated = {member.facts.get(other) for member in household.members for other in begin}
    days = (ordinal for ordinal in stated if ordinal is not None)
    before = [date.fromordinal(ordinal - 1) for ordinal in days if BEGINNING.toordinal() < ordinal <= day.toordinal()]
    return any(_fact_on(book, household, earlier, name) in (None, value) for earlier in before)


def _fact_on(book: Rulebook, household: Household, day: date, name: str) -> Any:
    """What the members gave of one fact on another day; None where nothing follows."""
    program = household_program(book, day)
    projection = program.projections.get(name)
    if projection is None:
        return None
    current = household.recorded_on is None or day >= household.recorded_on
    seen = [see(book, program.person, place, told, day) for place, told in _completed(book, household, current)]
    gathered = {i: _gather(program.gatherings[i], seen, household.complete) for i in projection.gathered}
    above = {f"#{i}": part.value for i, part in gathered.items()} | {"as_of": day.toordinal()}
    return closure_of(program.above, projection.expr)(above, {})


def companions(people: Projected, facts: Mapping[str, Any]) -> dict[str, Any]:
    """What a record of ``people`` holds beside its ``facts``: the least of numbers, and what it disputes of members."""
    least = {least_of(name): value for name, value in people.floors.items() if name not in facts}
    return least | {disputed(name): True for name, value in people.facts.items() if facts[name] != value}


def _completed(book: Rulebook, household: Household, current: bool) -> Iterator[tuple[int, list[dict[str, Any]]]]:
    """Each member's facts, for each day of birth, with what is known of those left out.

    A fact that a member has as None is not left out: nobody knows it.
    """
    given = people_of(book).given
    stated = {name for member in household.members for name, value in member.facts.items() if value is not None}
    closed = {
        name: fact.closed
        for name, fact in given.items()
        if fact.closed is not None and not stated.isdisjoint(fact.closed_by or (name,))
    }
    for member in household.members:
        variants = []
        for facts in member.variants():
            whole = {**closed, **facts}
            for name, fact in given.items():
                if name in whole:
                    continue
                if fact.ends:
                    whole[name] = FOREVER.toordinal()
                elif isinstance(fact.begins, str) and fact.begins in whole:
                    whole[name] = whole[fact.begins]
                elif fact.begins and current:
                    whole[name] = BEGINNING.toordinal()
            variants.append(whole)
        yield member.place, variants


def see(book: Rulebook, person: Program, place: int, variants: Sequence[Mapping[str, Any]], day: date) -> WholeMember:
    """The member at ``place``, whose facts are one of ``variants``, what is known of those left out among them.

    ``person`` is the program over the facts of a person.
    """
    prepared = [person.prepare(facts, day) for facts in variants]
    values = [direct.run(person, facts) for facts in prepared]
    key = content_key(book, variants[0], variants[-1])
    return WholeMember(place, person, tuple(zip(prepared, values, strict=True)), key, variants)


def content_key(book: Rulebook, facts: Mapping[str, Any], late: Mapping[str, Any]) -> tuple[int, str]:
    """What orders members who are equal for a role, so that their places do not: relation, then all that is known.

    ``late``: the facts on the last day of birth that is possible.
    """
    person = people_of(book).person
    relations = list(person.facts[RELATION].values)
    relation = relations.index(facts[RELATION]) if facts.get(RELATION) in relations else len(relations)
    told = (_text(facts.get(name)) for name in person.facts if name != BORN_ON)
    return relation, "|".join((_text(facts.get(BORN_ON)), *told, _text(late.get(BORN_ON))))


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, frozenset):
        return ";".join(sorted(value))
    return str(value).lower() if isinstance(value, bool) else str(value)


def _gather(gathering: Gathering, seen: Sequence[SeenMember], complete: bool, causes: bool = False) -> _Found:
    """What ``gathering`` gives; with ``causes``, also what would settle it."""
    complete = complete and not gathering.open
    found = (_of if gathering.function == "of" else _all)(gathering, seen, complete)
    if not causes:
        return found
    missing = dict.fromkeys(
        (member.place, name) for expr, members in found.unknown for member in members for name in member.causes(expr)
    )
    return found._replace(missing=tuple(missing))


def _all(gathering: Gathering, seen: Sequence[SeenMember], complete: bool) -> _Found:
    """Whether there is somebody, how many there are, or what all have together."""
    (who,) = gathering.steps
    verdicts = [(member, member.value(who)) for member in seen]
    sure = [member for member, verdict in verdicts if verdict is True]
    maybe = [member for member, verdict in verdicts if verdict is None]
    places = _places(sure)
    unknown: _Unknown = ((who, maybe),)
    if gathering.function == "any":
        if sure:
            return _Found(True, members=places)
        if complete and not maybe:
            return _Found(False)
        return _Found(None, unlisted=not complete, unknown=unknown)
    if gathering.function == "count":
        exact = len(sure) if complete and not maybe else None
        return _Found(exact, len(sure), places, unlisted=not complete, unknown=unknown)
    assert gathering.item is not None
    items = [(member, member.value(gathering.item)) for member in sure]
    known = [item for _, item in items if item is not None]
    unknown = (*unknown, (gathering.item, [member for member, item in items if item is None]))
    together = sum(known) if gathering.function == "sum" else max(known, default=None)
    exact = together if complete and not maybe and len(known) == len(items) else None
    return _Found(exact, together, places, unlisted=not complete, unknown=unknown)


def _of(gathering: Gathering, seen: Sequence[SeenMember], complete: bool) -> _Found:
    """The value of the person in a role: the earliest step that somebody surely meets, unless somebody may meet one."""
    assert gathering.item is not None
    chosen_one = len(gathering.steps) > 1
    candidates: dict[int, SeenMember] = {}
    unknown: list[tuple[Expr, list[SeenMember]]] = []
    settled = False
    for step in gathering.steps:
        verdicts = [(member, member.value(step)) for member in seen]
        sure = [member for member, verdict in verdicts if verdict is True]
        if sure:
            # Of several steps the role is one person's; of one, everybody's who has it.
            having = [min(sure, key=lambda member: member.key)] if chosen_one and len(sure) > 1 else sure
            candidates.update((member.place, member) for member in having)
            settled = True
            break
        maybe = [member for member, verdict in verdicts if verdict is None]
        candidates.update((member.place, member) for member in maybe)
        unknown.append((step, maybe))
    values = [(member, member.value(gathering.item)) for member in candidates.values()]
    unknown.append((gathering.item, [member for member, value in values if value is None]))
    common = values[0][1] if values and all(value == values[0][1] for _, value in values) else None
    # Who only may have the role may also not: then it is nobody's, and nothing is known.
    value = common if settled or chosen_one else None
    return _Found(
        value,
        members=tuple(candidates),
        unlisted=not settled and not complete,
        unknown=tuple(unknown) if value is None else (),
    )


def _places(members: Iterable[SeenMember]) -> tuple[int, ...]:
    return tuple(member.place for member in members)


def _floor(expr: Expr, least: Mapping[str, int | None]) -> int | None:
    """The least that a number which is not known can be, where that can be told from its parts."""
    match expr:
        case Fact(name):
            return least.get(name)
        case Constant(int(value)):
            return value
        case Arithmetic("+", left, right):
            a, b = _floor(left, least), _floor(right, least)
            return None if a is None or b is None else a + b
    return None
