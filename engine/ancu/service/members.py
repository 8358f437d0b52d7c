"""The members of a household as callers send them: read strictly, within limits, each problem with its place."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress

from ancu.decision.deciding import confirmed_facts
from ancu.errors import Problem, RecordError
from ancu.household.members import (
    MEMBERS,
    Household,
    Member,
    besides_of,
    household_key,
    household_with,
    people_of,
    read_completeness,
    read_member,
)
from ancu.rulebook.member_names import NUMBER, RELATION
from ancu.rulebook.naming import naming_of
from ancu.rulebook.rulebook import Rulebook
from ancu.service.bounds import EXPLAINED, LONGEST_NAME, LONGEST_TEXT, MOST_MEMBERS, QUOTED, cut, shortened, size_of


def read_household(
    book: Rulebook, written: Mapping[str, object], confirmed: Sequence[str] = (), at: str = ""
) -> Household | None:
    """The household that a record states under its own keys; None where it names no members.

    ``at``: the JSON pointer of the record. Raises :class:`RecordError` with every problem, each with the pointer of
    what is at fault.
    """
    found, keys = _by_meaning(written, at)
    place = f"{at}/{_escaped(keys.get(MEMBERS, MEMBERS))}"
    rows = found.get(MEMBERS)
    try:
        complete, recorded_on = read_completeness(found)
    except RecordError as error:
        key = next(keys[name] for p in error.problems for name in (str(p.values["name"]),))
        raise RecordError(_placed(error.problems, f"{at}/{_escaped(key)}", name=key)) from error
    if rows is None:
        return None
    people_of(book)
    if not isinstance(rows, (list, tuple)):
        raise RecordError(Problem("members_not_a_list", {"value": cut(rows), "name": keys[MEMBERS], "pointer": place}))
    if len(rows) > MOST_MEMBERS:
        raise RecordError(Problem("members_too_many", {"count": len(rows), "most": MOST_MEMBERS, "pointer": place}))
    reader = _MemberReader(book, confirmed)
    members: list[Member] = []
    problems: list[Problem] = []
    for i, row in enumerate(rows):
        try:
            members.append(reader.read(row, i + 1, f"{place}/{i}"))
        except RecordError as error:
            problems += error.problems
    if problems:
        raise RecordError(problems)
    try:
        return household_with(members, complete, recorded_on)
    except RecordError as error:
        raise RecordError(_placed(error.problems, place)) from error


def _by_meaning(written: Mapping[str, object], at: str) -> tuple[dict[str, object], dict[str, str]]:
    """What is written of the household by what its keys mean, and those keys."""
    found: dict[str, object] = {}
    keys: dict[str, str] = {}
    for key, value in written.items():
        name = household_key(key)
        assert name is not None
        if name in found:
            values = {"name": key, "fact": name, "label": name, "pointer": f"{at}/{_escaped(key)}"}
            raise RecordError(Problem("fact_twice", values))
        if name != MEMBERS and size_of(value) > LONGEST_TEXT:
            pointer = f"{at}/{_escaped(key)}"
            raise RecordError(Problem("record_too_long", {"name": key, "most": LONGEST_TEXT, "pointer": pointer}))
        found[name], keys[name] = value, key
    return found, keys


class _MemberReader:
    """Reads one member after the other; names that nobody knows are explained a few times in all."""

    def __init__(self, book: Rulebook, confirmed: Sequence[str]) -> None:
        self.book, self.naming = book, naming_of(people_of(book).person)
        self.left = EXPLAINED
        self.confirmed: Collection[str] = ()
        with suppress(RecordError):  # which is told of the record
            self.confirmed = confirmed_facts(book, confirmed)

    def read(self, row: object, place: int, at: str) -> Member:
        """The member ``row``; :class:`RecordError` with every problem of it."""
        if not isinstance(row, Mapping):
            raise RecordError(Problem("members_not_a_list", {"value": cut(row), "pointer": at}))
        known: dict[str, object] = {}
        unknown = 0
        problems: list[Problem] = []
        for key, value in row.items():
            besides = besides_of(key) if len(key) <= LONGEST_NAME else None
            if besides is None and (len(key) > LONGEST_NAME or self.naming.find(key) is None):
                if self.left > 0:
                    self.left -= 1
                    known[key[:LONGEST_NAME]] = value
                else:
                    unknown += 1
            elif size_of(value) > LONGEST_TEXT:
                problems.append(Problem("record_too_long", {"name": key, "most": LONGEST_TEXT}))
            elif besides is not None and not _is_text(value):
                problems.append(Problem("request_wrong_type", {"name": key}))
            else:
                known[key] = value
        member = None
        try:
            member = read_member(self.book, known, place, self.confirmed)
        except RecordError as error:
            problems = [_own(problem, known) for problem in error.problems] + problems
        if unknown:
            problems.append(Problem("record_more_unknown", {"count": unknown}))
        if problems or member is None:
            raise RecordError(list(self._of_member(problems, row, place, at)))
        return member

    def _of_member(
        self, problems: Sequence[Problem], row: Mapping[str, object], place: int, at: str
    ) -> Iterator[Problem]:
        relation = next(
            (cut(value) for key, value in row.items() if self.naming.find(key[:LONGEST_NAME]) == RELATION), ""
        )
        said = f"{place} ({relation})" if isinstance(relation, str) and relation else str(place)
        for problem in problems:
            name = problem.values.get("name")
            pointer = f"{at}/{_escaped(name)}" if isinstance(name, str) and len(name) <= QUOTED else at
            inner = shortened(problem)
            values = {"member": said, "problem": inner.text, "of": inner, "pointer": pointer}
            yield Problem("in_member", values)


def _own(problem: Problem, row: Mapping[str, object]) -> Problem:
    """``problem`` of a member as the service tells it."""
    if problem.kind == "fact_unknown":
        return Problem("person_fact_unknown", problem.values)
    if problem.kind.startswith("number_"):
        name = next(key for key in row if besides_of(key) == NUMBER)
        return Problem(problem.kind, {**problem.values, "name": name})
    return problem


def _placed(problems: Sequence[Problem], pointer: str, **more: object) -> list[Problem]:
    return [Problem(p.kind, {**shortened(p).values, **more, "pointer": pointer}) for p in problems]


def _is_text(value: object) -> bool:
    return value is None or isinstance(value, str) or (isinstance(value, int) and not isinstance(value, bool))


def _escaped(key: str) -> str:
    """``key`` as a part of a JSON pointer (RFC 6901)."""
    return key.replace("~", "~0").replace("/", "~1")
