"""What a scenario tells of a household: statements one after another, and the record and members that they come to.

A scenario that names no member, and of a spouse only what a record has a fact for, comes to a flat record. In any
other, what is said of one person is gathered in one member; what may be of several is a mistake that says how to mend
it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ancu.household.members import LABEL, is_year_of_birth
from ancu.messages import LANGUAGES, lower_first, message
from ancu.rulebook.expressions import Gathered, Name
from ancu.rulebook.model import FactPhrase, PersonPhrase
from ancu.rulebook.people import APPLICANT, RELATION
from ancu.rulebook.person_phrases import MemberName, OfMember, counterparts
from ancu.rulebook.rulebook import People, Rulebook
from ancu.rulebook.values import normalise, parse
from ancu.specs.language.chosen import book, language
from ancu.specs.language.grammar import Saying, grammar_of, states
from ancu.specs.language.mistakes import Mistake
from ancu.specs.language.whom import Whom

GENDER = "gender"


@dataclass(frozen=True)
class Statement:
    """Something that a scenario states: facts of the record, or of a person where ``whom`` or ``person`` says so.

    ``main``: the fact that a phrase speaks of, None where a label names it; ``text``: the words. A value of None takes
    the fact away. ``rows`` are members that a table lists.
    """

    facts: Mapping[str, object]
    text: str = ""
    main: str | None = None
    person: bool = False
    whom: Whom | None = None
    subject: str | None = None
    phrase: FactPhrase | None = None
    rows: tuple[Mapping[str, object], ...] = ()
    complete: bool = False

    @property
    def whose(self) -> str | None:
        """The relation of whom a phrase speaks that names nobody."""
        return self.phrase.whose if isinstance(self.phrase, PersonPhrase) else None

    @classmethod
    def of(cls, saying: Saying) -> Statement:
        """What a phrase states."""
        assert saying.sentence.phrase is not None
        spoken = saying.sentence.phrase
        phrase = spoken.phrase
        assert isinstance(phrase, FactPhrase)
        person, whom = saying.sentence.person, saying.whom
        return cls(states(saying), saying.text, spoken.name, person, whom, saying.subject, phrase)


@dataclass
class MemberDraft:
    """A member as a scenario has told of him so far; ``said``: how he was first called."""

    relation: str | None
    said: str
    gender: str | None = None
    label: str | None = None
    listed: bool = False
    facts: dict[str, object] = field(default_factory=dict)

    def row(self) -> dict[str, object]:
        """The member as a record states him."""
        own: dict[str, object] = {LABEL: self.label, RELATION: self.relation}
        if self.gender is not None and GENDER in _people().person.facts:
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


def opens_household(statement: Statement) -> bool:
    """Whether a record without members cannot hold what is stated."""
    if statement.rows or statement.complete:
        return True
    return (statement.person or statement.whom is not None) and flat_facts(statement) is None


def flat_facts(statement: Statement) -> dict[str, object] | None:
    """What is stated as facts of a record without members; None where a record has none for it."""
    if not statement.person and statement.whom is None:
        return dict(statement.facts)
    people, whom = _people(), statement.whom
    if whom is None:
        if statement.whose is not None:
            return None
        return dict(statement.facts) if all(_own_name(people, name) for name in statement.facts) else None
    if whom.name is None or whom.ordinal is not None:
        return None
    relation = whom.name.relation
    if relation == APPLICANT:
        return dict(statement.facts) if all(_is_applicants(people, name) for name in statement.facts) else None
    told = {of: fact for fact, of in _counterparts().items()}
    flat = {told.get(OfMember(relation, name)): value for name, value in statement.facts.items()}
    if None in flat:
        return None
    phrases = (p for fact, of in _counterparts().items() if of.relation == relation for p in book().facts[fact].phrases)
    also = {name: value for phrase in phrases for name, value in phrase.also.items() if name not in _counterparts()}
    return {**also, **{str(fact): value for fact, value in flat.items()}}


def flat_fact_of(whom: Whom, fact: str) -> str | None:
    """The fact of a record without members that says a fact of a member; None where there is none."""
    flat = flat_facts(Statement({fact: True}, person=True, whom=whom))
    return next((name for name in flat or () if name in _counterparts() or name == fact), None)


def check_whom(statement: Statement) -> None:
    """A mistake where a phrase about a person names nobody, and no record has a fact for what it says."""
    names_nobody = statement.person and statement.whom is None and statement.whose is None
    if names_nobody and flat_facts(statement) is None:
        own = message("spec_of_applicant", language(), step=_without_subject(statement))
        raise Mistake(message("spec_member_needed", language(), step=statement.text, near=_quoted([own])))


def check_next(sayings: Sequence[Saying], household: bool) -> None:
    """A mistake where, after a sentence on a member, one follows on the same line that may be of him or not."""
    if book().people is None:
        return
    last: str | None = None
    for saying in sayings:
        spoken = saying.sentence.phrase
        if spoken is None:
            continue
        if saying.whom is not None:
            applicant = saying.whom.name is not None and saying.whom.name.relation == APPLICANT
            last = None if applicant else saying.whom.said
        elif household and (of := _counterparts().get(spoken.name)) is not None:
            last = _relation_text(of.relation)
        elif saying.subject is not None:
            last = None
        elif last is not None and (saying.sentence.person or _own_name(_people(), spoken.name)):
            own = message("spec_of_applicant", language(), step=saying.text)
            near = _quoted([f"{last} {saying.text}", own])
            raise Mistake(message("spec_whose_next", language(), step=saying.text, member=last, near=near))


def gather(statements: Iterable[Statement]) -> Told:
    """What ``statements``, of which some need a household, come to; a mistake where it is not clear whose a fact is."""
    gathering = _Gathering()
    for statement in statements:
        gathering.take(statement)
    gathering.check_shared()
    return gathering.told


class _Gathering:
    def __init__(self) -> None:
        self.people = _people()
        self.told = Told()
        #: Facts of the record that a phrase states which names nobody: of the applicant or of the household.
        self.shared: dict[str, str] = {}

    def take(self, statement: Statement) -> None:
        if statement.complete:
            self.told.complete = True
        for row in statement.rows:
            self._take_row(row)
        if statement.whom is not None:
            self._put(self._member(statement.whom), statement)
        elif statement.person:
            if statement.whose is not None:
                self._put(self._member(_by_relation(statement.whose)), statement)
            else:
                self._take_unnamed(statement)
        elif statement.main is None:
            for fact, value in statement.facts.items():
                if _is_applicants(self.people, fact):
                    self._set(self._applicant().facts, fact, value)
                else:
                    self._set(self.told.record, fact, value)
        else:
            self._take_unnamed(statement)

    def _take_unnamed(self, statement: Statement) -> None:
        """A phrase that names no member: of one by what it says, of the applicant, or of the household."""
        main = str(statement.main)
        of = _counterparts().get(main) if not statement.person else None
        if of is not None:
            self._take_of_member(statement, of)
        elif _is_household(statement.subject) or not _own_name(self.people, main):
            for fact, value in statement.facts.items():
                self._set(self.told.record, fact, value)
        elif _is_applicant(statement.subject) or not _is_shared(self.people, main):
            self._put_own(statement)
        else:
            for fact, value in statement.facts.items():
                self._set(self.told.record, fact, value)
                if _own_name(self.people, fact):
                    self.shared[fact] = statement.text

    def _take_of_member(self, statement: Statement, of: OfMember) -> None:
        """A phrase about a fact of the record that is one member's: what it says besides follows from his being."""
        member = self._member(_by_relation(of.relation))
        for fact, value in statement.facts.items():
            also = _counterparts().get(fact)
            if also is not None and also.relation == of.relation:
                self._set(member.facts, also.fact, value)
            elif fact not in self.people.projections:
                self._set(self.told.record, fact, value)

    def _put_own(self, statement: Statement) -> None:
        applicant = self._applicant()
        for fact, value in statement.facts.items():
            mine = _own_name(self.people, fact)
            self._set(applicant.facts if mine else self.told.record, fact, value)

    def _put(self, member: MemberDraft, statement: Statement) -> None:
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
            member = MemberDraft(relation, lower_first(written) or "…", gender, label, listed=True)
            self.told.members.append(member)
        member.facts.update(facts)

    def _alike(self, relation: str | None) -> list[MemberDraft]:
        return [member for member in self.told.members if relation is not None and member.relation == relation]

    def _applicant(self) -> MemberDraft:
        return self._member(_by_relation(APPLICANT))

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
        if not alike:
            return self._new(whom, whom.name)
        if len(alike) > 1:
            alike = [m for m in alike if normalise(m.said) == normalise(whom.said)] or alike
        if len(alike) > 1:
            near = _quoted(_ordinals(whom.name.text, len(alike)))
            values = {"count": len(alike), "name": whom.name.text, "near": near}
            raise Mistake(message("spec_member_several", language(), **values))
        member = alike[0]
        if whom.name.relation in self.people.only_one:
            if member.gender and whom.name.gender and member.gender != whom.name.gender:
                values = {"known": member.said, "said": whom.said}
                raise Mistake(message("spec_member_gender", language(), **values))
            member.gender = member.gender or whom.name.gender
        elif not self._same_word(member, whom):
            raise self._other_word(member, whom.said)
        return member

    def _new(self, whom: Whom, name: MemberName) -> MemberDraft:
        member = MemberDraft(name.relation, whom.said, name.gender)
        if name.relation == APPLICANT:
            self.told.members.insert(0, member)
        else:
            self.told.members.append(member)
        return member

    def _same_word(self, member: MemberDraft, whom: Whom) -> bool:
        """Whether two words surely name one person: "con" and "con gái" may, "con trai" and "con gái" do not."""
        assert whom.name is not None
        label = self.people.person.facts[RELATION].values[whom.name.relation]
        a, b = normalise(member.said), normalise(whom.name.text)
        return a.startswith(b) or b.startswith(a) or not {a, b}.isdisjoint(map(normalise, (label.vi, label.en)))

    def _other_word(self, member: MemberDraft, said: str) -> Mistake:
        values = {"known": member.said, "said": said, "near": self._another(member)}
        return Mistake(message("spec_member_other_word", language(), **values))

    def _another(self, member: MemberDraft) -> str:
        """How to name somebody else of the same relation."""
        assert member.relation is not None
        names = grammar_of(book()).members.names
        name = next((name.text for name in names if normalise(name.text) == normalise(member.said)), member.said)
        return _quoted(_ordinals(name, len(self._alike(member.relation)) + 1)[-1:])

    # -- whose a fact is ----------------------------------------------------------------------------------------------

    def check_shared(self) -> None:
        """A mistake where a phrase that names nobody stands beside the same fact of another member."""
        for fact, text in self.shared.items():
            for member in self.told.members:
                if member.relation != APPLICANT and fact in member.facts:
                    own = message("spec_of_applicant", language(), step=text)
                    household = message("spec_of_household", language(), step=text)
                    label = self.people.person.facts[fact].label[language()]
                    values = {"step": text, "member": member.said, "label": label, "near": _quoted([own, household])}
                    raise Mistake(message("spec_whose", language(), **values))


def unknown_member(said: str) -> Mistake:
    """Nobody is called ``said``."""
    relations = _people().person.facts[RELATION].values
    known = ", ".join(lower_first(value[language()]) for value in list(relations.values())[:7])
    return Mistake(message("spec_member_unknown", language(), name=said, known=known))


def _quoted(texts: Iterable[str]) -> str:
    return message("spec_near_join", language()).join(f"“{text}”" for text in texts)


def _ordinals(name: str, count: int) -> list[str]:
    words = message("member_ordinals", language()).split("; ")[:count]
    return [message("member_ordinal", language(), member=lower_first(name), ordinal=word) for word in words]


def _people() -> People:
    people = book().people
    if people is None:
        raise Mistake(message("members_unknown_to_rulebook", language()))
    return people


def _counterparts() -> Mapping[str, OfMember]:
    rulebook: Rulebook = book()
    known: Mapping[str, OfMember] | None = rulebook.__dict__.get("_counterparts")
    if known is None:
        known = rulebook.__dict__["_counterparts"] = counterparts(rulebook)
    return known


def _own_name(people: People, fact: str) -> bool:
    """Whether a person and a record have the same fact under one name."""
    return fact in people.given and people.given[fact].like == fact


def _is_applicants(people: People, fact: str) -> bool:
    """Whether a fact of the record is the applicant's own."""
    if not _own_name(people, fact):
        return False
    versions = people.projections.get(fact, ())
    own = Gathered("of", Name(APPLICANT), Name(fact))
    return people.given[fact].of_record or (bool(versions) and all(version.expr == own for version in versions))


def _is_shared(people: People, fact: str) -> bool:
    """Whether a fact of the record follows from several members together, and not as the value of one."""
    versions = people.projections.get(fact, ())
    one = any(isinstance(version.expr, Gathered) and version.expr.function == "of" for version in versions)
    return not (one or _is_applicants(people, fact))


def _is_household(subject: str | None) -> bool:
    return subject is not None and normalise(subject) in _list("household_subjects")


def _is_applicant(subject: str | None) -> bool:
    return subject is not None and normalise(subject) in _list("applicant_subjects")


def _list(key: str) -> set[str]:
    return {normalise(text) for lang in LANGUAGES for text in message(key, lang).split("; ")}


def _by_relation(relation: str) -> Whom:
    return Whom(_relation_text(relation), MemberName(_relation_text(relation), relation))


def _relation_text(relation: str) -> str:
    return lower_first(_people().person.facts[RELATION].values[relation][language()])


def _without_subject(statement: Statement) -> str:
    return statement.text[len(statement.subject) + 1 :] if statement.subject else statement.text
