"""What a scenario has said so far, line by line: two lines that say one thing differently are a mistake.

What a background says may be said anew in a scenario, and what was said before a programme is judged may change after.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field, replace

from ancu.household.members import is_year_of_birth
from ancu.messages import message
from ancu.rulebook.member_names import APPLICANT, RELATION
from ancu.rulebook.model import FactDef
from ancu.rulebook.values import format_value, parse
from ancu.specs.language.chosen import book, language
from ancu.specs.language.mistakes import Mistake
from ancu.specs.language.told import MemberStatement, counterparts_known, flat_facts


@dataclass(frozen=True)
class StatedAt:
    """A line of a feature file, and whether it stands in a background; what stands nowhere may be said anew too."""

    line: int = 0
    background: bool = True


NOWHERE = StatedAt()


@dataclass(frozen=True)
class Said:
    """Words of a scenario, where they stand, and the facts of the record that they state."""

    text: str
    place: StatedAt
    facts: frozenset[str] = frozenset()


@dataclass(frozen=True)
class _Entry:
    value: object
    shown: str
    said: Said
    #: Whether another line may say otherwise.
    open: bool


@dataclass
class Ledger:
    """The values said of facts, of the day and of the benefit, with the lines that say them."""

    entries: dict[Hashable, _Entry] = field(default_factory=dict)
    #: Everything that the scenario itself has stated of the record, rows of tables included.
    stated: list[Said] = field(default_factory=list)
    #: What the scenario tells besides, of which there is no fact, each with its kind.
    asides: list[tuple[str, Said]] = field(default_factory=list)
    #: What a wife or husband says of the record, which holds where no members are told of.
    _meanwhile: list[tuple[str, object, Said]] = field(default_factory=list)
    #: The programme that was judged last, where nothing of its decision has been expected yet.
    _unlooked: Said | None = None

    def copy(self) -> Ledger:
        """The same, to go on from: a row of a table may say anew whatever was said before it."""
        return Ledger({key: replace(one, open=True) for key, one in self.entries.items()}, self.stated, self.asides)

    def judge(self, household: bool, programme: Said) -> None:
        """A ``programme`` is judged, of a ``household`` with members or without: what was said may change from here on.

        Raises :class:`.Mistake` where one was judged before and nobody looked at its decision: it would be lost.
        """
        before, self._unlooked = self._unlooked, programme
        if before is not None and not before.place.background:
            values = {"line": before.place.line, "known": before.text, "said": programme.text}
            raise Mistake(message("spec_judged_unlooked", language(), **values))
        for name, value, said in () if household else self._meanwhile:
            self._state(("record", name), name, book().facts[name], value, said)
        self._meanwhile = []
        self.look_on()

    def looked(self) -> None:
        """Something of the decision is expected."""
        self._unlooked = None

    def look_on(self) -> None:
        """Another decision is looked at."""
        self.entries = self.copy().entries

    def state(self, statement: MemberStatement, text: str, place: StatedAt) -> None:
        """Enter what ``statement`` says; :class:`.Mistake` where a line before says otherwise."""
        flat = {} if statement.rows else flat_facts(statement)
        said = Said(text, place, frozenset(flat or ()))
        if flat is None:
            for key, name, fact, value in _of_member(statement):
                self._state(key, name, fact, value, said)
            return
        if not place.background and flat:
            self.stated.append(said)
        for name, value in flat.items():
            # That there is a wife says nothing of the day on which she was married.
            if statement.whom is None or name in counterparts_known() or name in statement.facts:
                self._state(("record", name), name, book().facts[name], value, said)
            else:
                self._meanwhile.append((name, value, said))
        for key, name, fact, value in _of_rows(statement):
            self._state(key, name, fact, value, said)

    def _state(self, key: Hashable, name: str, fact: FactDef, value: object, said: Said) -> None:
        if value is None:
            self.entries.pop(key, None)
        elif is_year_of_birth(name, value):
            self.enter(key, str(value), fact.label[language()], str(value), said)
        else:
            known = parse(fact, value, confirmed=True)
            unit = fact.unit[language()] if fact.unit is not None else None
            shown = "–" if known is None else format_value(known, fact.value_type, unit, language(), fact.values)
            self.enter(key, known, fact.label[language()], shown, said)

    def enter(self, key: Hashable, value: object, label: str, shown: str, said: Said) -> None:
        """Enter ``value`` for ``key``; :class:`.Mistake` where a line before says otherwise."""
        known = self.entries.get(key)
        if known is not None and known.value != value and not known.open:
            values = {"label": label, "line": known.said.place.line, "here": said.place.line}
            values |= {"known_said": known.said.text, "said": said.text, "known": known.shown, "value": shown}
            raise Mistake(message("spec_contradiction", language(), **values))
        self.entries[key] = _Entry(value, shown, said, said.place.background)


_Told = Iterator[tuple[Hashable, str, FactDef, object]]


def _of_member(statement: MemberStatement) -> _Told:
    """Each thing that is said of a member: whose fact it is, its name and definition, and its value."""
    of: Hashable = "nobody"
    if statement.whom is not None:
        whom = statement.whom
        of = (whom.name.relation if whom.name else whom.label, whom.ordinal)
    elif statement.whose is not None:
        of = (statement.whose, None)
    people = book().people
    facts = people.person.facts if people is not None and statement.person else book().facts
    for name, value in statement.facts.items():
        if name in facts:
            yield (of, name), name, facts[name], value


def _of_rows(statement: MemberStatement) -> _Told:
    """What the rows of a table of members say of those of whom there is one only, such as the spouse."""
    people = book().people
    if people is None:
        return
    facts = people.person.facts
    for row in statement.rows:
        relation = parse(facts[RELATION], row[RELATION]) if row.get(RELATION) else None
        if relation in people.only_one and relation != APPLICANT:
            for name, value in row.items():
                if name in facts and name != RELATION:
                    yield ((relation, None), name), name, facts[name], value
