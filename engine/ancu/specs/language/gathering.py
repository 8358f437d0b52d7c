"""The record and the members that statements come to: what is said of one person is gathered in one member.

Who is meant by "con" where there are several, and whose a fact is where nobody is named, may be open: then it is a
mistake that tells the alternatives.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ancu.household.members import GENDER, LABEL, is_year_of_birth
from ancu.messages import lower_first, message
from ancu.rulebook.member_names import APPLICANT, RELATION
from ancu.rulebook.person_phrases import MemberName, OfMember
from ancu.rulebook.values import normalise, parse
from ancu.specs.language.chosen import book, language
from ancu.specs.language.grammar import grammar_of
from ancu.specs.language.mistakes import Mistake
from ancu.specs.language.told import (
    MemberStatement,
    by_relation,
    counterparts_known,
    is_applicant,
    is_applicants,
    is_household,
    is_own_name,
    is_shared,
    people_known,
    quoted,
    relation_addressed,
    relation_text,
    unknown_member,
)
from ancu.specs.language.whom import Whom


@dataclass
class MemberDraft:
    """A member as a scenario has told of him so far; ``said``: how he was first called, ``word`` the relation in it."""

    relation: str | None
    said: str
    word: str
    gender: str | None = None
    label: str | None = None
    listed: bool = False
    facts: dict[str, object] = field(default_factory=dict)

    def row(self) -> dict[str, object]:
        """The member as a record states him."""
        own: dict[str, object] = {LABEL: self.label, RELATION: self.relation}
        if self.gender is not None and GENDER in people_known().person.facts:
            own[GENDER] = self.gender
        return {name: value for name, value in {**own, **self.facts}.items() if value is not None}


@dataclass
class Told:
    """A record and its members: ``members`` is empty where nothing is told of a household."""

    record: dict[str, object] = field(default_factory=dict)
    members: list[MemberDraft] = field(default_factory=list)
    complete: bool = False

    def rows(self) -> list[dict[str, object]]:
        """The members as a record states them, the applicant among them."""
        rows = [member.row() for member in self.members]
        if not any(member.relation == APPLICANT for member in self.members):
            rows.append({RELATION: APPLICANT})
        return rows


def gather(statements: Iterable[MemberStatement]) -> Told:
    """What ``statements``, of which some need a household, come to; a mistake where it is not clear whose a fact is."""
    gathering = _Gathering()
    for statement in statements:
        gathering.take(statement)
    gathering.check_shared()
    return gathering.told


class _Gathering:
    def __init__(self) -> None:
        self.people = people_known()
        self.told = Told()
        #: Facts of the record that a phrase states which names nobody: of the applicant or of the household.
        self.shared: dict[str, str] = {}

    def take(self, statement: MemberStatement) -> None:
        if statement.complete:
            self.told.complete = True
        for row in statement.rows:
            self._take_row(row)
        if statement.whom is not None:
            self._put(self._member(statement.whom), statement)
        elif statement.person:
            if statement.whose is not None:
                self._put(self._member(by_relation(statement.whose)), statement)
            else:
                self._take_unnamed(statement)
        elif statement.main is None:
            for fact, value in statement.facts.items():
                if is_applicants(self.people, fact):
                    self._set(self._applicant().facts, fact, value)
                else:
                    self._set(self.told.record, fact, value)
        else:
            self._take_unnamed(statement)

    def _take_unnamed(self, statement: MemberStatement) -> None:
        """A phrase that names no member: of one by what it says, of the applicant, or of the household."""
        self._check_addressed(statement)
        main = str(statement.main)
        of = counterparts_known().get(main) if not statement.person else None
        if of is not None:
            self._take_of_member(statement, of)
        elif is_household(statement.subject) or not is_own_name(self.people, main):
            for fact, value in statement.facts.items():
                self._set(self.told.record, fact, value)
        elif is_applicant(statement.subject) or not is_shared(self.people, main):
            self._put_own(statement)
        else:
            for fact, value in statement.facts.items():
                self._set(self.told.record, fact, value)
                if is_own_name(self.people, fact):
                    self.shared[fact] = statement.text

    def _check_addressed(self, statement: MemberStatement) -> None:
        """A mistake where a phrase begins with "ông" or the like, and the household has one who is called so."""
        name = relation_addressed(self.people, statement.subject)
        if name is not None and any(member.relation == name.relation for member in self.told.members):
            rest = statement.text[len(str(statement.subject)) + 1 :]
            own = message("spec_of_applicant", language(), step=rest)
            near = quoted([own, f"{relation_text(name.relation)} {rest}"])
            raise Mistake(message("spec_two_readings", language(), step=statement.text, near=near))

    def _take_of_member(self, statement: MemberStatement, of: OfMember) -> None:
        """A phrase about a fact of the record that is one member's: what it says besides follows from his being."""
        member = self._member(by_relation(of.relation))
        for fact, value in statement.facts.items():
            also = counterparts_known().get(fact)
            if also is not None and also.relation == of.relation:
                self._set(member.facts, also.fact, value)
            elif fact not in self.people.projections:
                self._set(self.told.record, fact, value)

    def _put_own(self, statement: MemberStatement) -> None:
        applicant = self._applicant()
        for fact, value in statement.facts.items():
            mine = is_own_name(self.people, fact)
            self._set(applicant.facts if mine else self.told.record, fact, value)

    def _put(self, member: MemberDraft, statement: MemberStatement) -> None:
        """The facts of a person; a phrase that differs from what was told of somebody may be of somebody else."""
        for fact, value in statement.facts.items():
            known = member.facts.get(fact)
            again = statement.main is not None and member.relation != APPLICANT and known is not None
            if again and not self._same(fact, known, value):
                raise self._restated(member, fact, known, value)
            self._set(member.facts, fact, value)

    def _same(self, fact: str, a: object, b: object) -> bool:
        definition = self.people.person.facts[fact]
        if is_year_of_birth(fact, a) or is_year_of_birth(fact, b):
            return str(a) == str(b)
        return bool(parse(definition, a, confirmed=True) == parse(definition, b, confirmed=True))

    def _restated(self, member: MemberDraft, fact: str, known: object, value: object) -> Mistake:
        label = self.people.person.facts[fact].label[language()]
        values = {"label": label, "said": member.said, "known": known, "value": value}
        return Mistake(message("spec_member_restated", language(), near=self._another(member), **values))

    @staticmethod
    def _set(facts: dict[str, object], fact: str, value: object) -> None:
        if value is None:
            facts.pop(fact, None)
        else:
            facts[fact] = value

    # -- who is meant -------------------------------------------------------------------------------------------------

    def _take_row(self, row: Mapping[str, object]) -> None:
        written = str(row.get(RELATION, ""))
        facts = {name: value for name, value in row.items() if name not in (RELATION, LABEL)}
        label = str(row[LABEL]) if row.get(LABEL) else None
        definition = self.people.person.facts[RELATION]
        relation = str(parse(definition, written)) if written else None
        names = (name for name in grammar_of(book()).members.names if normalise(name.text) == normalise(written))
        gender = next((name.gender for name in names), None)
        alike = self._alike(relation)
        if alike and relation in self.people.only_one and not alike[0].listed:
            member = alike[0]
            member.label, member.listed = label, True
            member.gender = member.gender or gender
        elif alike and not alike[0].listed:
            raise self._other_word(alike[0], written)
        else:
            member = MemberDraft(relation, lower_first(written) or "…", written, gender, label, listed=True)
            self.told.members.append(member)
        member.facts.update(facts)

    def _alike(self, relation: str | None) -> list[MemberDraft]:
        return [member for member in self.told.members if relation is not None and member.relation == relation]

    def _applicant(self) -> MemberDraft:
        return self._member(by_relation(APPLICANT))

    def _member(self, whom: Whom) -> MemberDraft:
        """The member whom a statement names, made where nobody is yet."""
        if whom.name is None:
            labelled = [m for m in self.told.members if normalise(m.label or "") == normalise(str(whom.label))]
            if len(labelled) == 1:
                return labelled[0]
            raise unknown_member(whom.said)
        alike = self._alike(whom.name.relation)
        if whom.ordinal is not None:
            if whom.ordinal > len(alike) + 1:
                values = {"count": len(alike), "name": whom.name.text, "said": whom.said}
                raise Mistake(message("spec_member_not_yet", language(), **values))
            return alike[whom.ordinal - 1] if whom.ordinal <= len(alike) else self._new(whom, whom.name)
        one = whom.name.relation in self.people.only_one
        if not one and whom.name.gender is not None and all(member.gender is not None for member in alike):
            alike = [member for member in alike if member.gender == whom.name.gender]
        if not alike:
            return self._new(whom, whom.name)
        if len(alike) > 1:
            alike = [m for m in alike if normalise(m.word) == normalise(whom.name.text)] or alike
        if len(alike) > 1:
            near = quoted(_ordinals(whom.name.text, len(alike)))
            values = {"count": len(alike), "name": whom.name.text, "near": near}
            raise Mistake(message("spec_member_several", language(), **values))
        member = alike[0]
        if one:
            if member.gender and whom.name.gender and member.gender != whom.name.gender:
                values = {"known": member.said, "said": whom.said}
                raise Mistake(message("spec_member_gender", language(), **values))
            member.gender = member.gender or whom.name.gender
        elif not self._same_word(member, whom):
            raise self._other_word(member, whom.said)
        return member

    def _new(self, whom: Whom, name: MemberName) -> MemberDraft:
        member = MemberDraft(name.relation, whom.said, name.text, name.gender)
        if name.relation == APPLICANT:
            self.told.members.insert(0, member)
        else:
            self.told.members.append(member)
        return member

    def _same_word(self, member: MemberDraft, whom: Whom) -> bool:
        """Whether two words surely name one person: "con" and "con đẻ" do, "con" and "con gái" may."""
        assert whom.name is not None
        label = self.people.person.facts[RELATION].values[whom.name.relation]
        a, b = normalise(member.word), normalise(whom.name.text)
        return a == b or (whom.name.gender is None and not {a, b}.isdisjoint(map(normalise, (label.vi, label.en))))

    def _other_word(self, member: MemberDraft, said: str) -> Mistake:
        values = {"known": member.said, "said": said, "near": self._another(member)}
        return Mistake(message("spec_member_other_word", language(), **values))

    def _another(self, member: MemberDraft) -> str:
        """How to name somebody else of the same relation."""
        assert member.relation is not None
        return quoted(_ordinals(member.word, len(self._alike(member.relation)) + 1)[-1:])

    # -- whose a fact is ----------------------------------------------------------------------------------------------

    def check_shared(self) -> None:
        """A mistake where a phrase that names nobody stands beside the same fact of another member."""
        for fact, text in self.shared.items():
            for member in self.told.members:
                if member.relation != APPLICANT and fact in member.facts:
                    own = message("spec_of_applicant", language(), step=text)
                    household = message("spec_of_household", language(), step=text)
                    label = self.people.person.facts[fact].label[language()]
                    values = {"step": text, "member": member.said, "label": label, "near": quoted([own, household])}
                    raise Mistake(message("spec_whose", language(), **values))


def _ordinals(name: str, count: int) -> list[str]:
    words = message("member_ordinals", language()).split("; ")[:count]
    return [message("member_ordinal", language(), member=lower_first(name), ordinal=word) for word in words]
