"""What a scenario tells of a household: statements, whether they need members, and what is open in them.

A scenario that names no member, and of a spouse only what a record has a fact for, comes to a flat record. In any
other, what is said of one person is gathered in one member; what may be of several is a mistake that says how to mend
it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ancu.kept import kept
from ancu.messages import LANGUAGES, lower_first, message
from ancu.rulebook.expressions import Gathered, Name
from ancu.rulebook.member_names import APPLICANT, RELATION
from ancu.rulebook.model import FactPhrase, PersonPhrase
from ancu.rulebook.person_phrases import MemberName, OfMember, counterparts, member_names
from ancu.rulebook.rulebook import People
from ancu.rulebook.values import normalise
from ancu.specs.language.chosen import book, language
from ancu.specs.language.grammar import Saying, states
from ancu.specs.language.mistakes import Mistake
from ancu.specs.language.whom import Whom
from ancu.specs.language.words import words_in


@dataclass(frozen=True)
class MemberStatement:
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
    def of(cls, saying: Saying) -> MemberStatement:
        """What a phrase states."""
        assert saying.sentence.phrase is not None
        spoken = saying.sentence.phrase
        phrase = spoken.phrase
        assert isinstance(phrase, FactPhrase)
        person, whom = saying.sentence.person, saying.whom
        return cls(states(saying), saying.text, spoken.name, person, whom, saying.subject, phrase)


def opens_household(statement: MemberStatement) -> bool:
    """Whether a record without members cannot hold what is stated."""
    if statement.rows or statement.complete:
        return True
    return (statement.person or statement.whom is not None) and flat_facts(statement) is None


def flat_facts(statement: MemberStatement) -> dict[str, object] | None:
    """What is stated as facts of a record without members; None where a record has none for it."""
    if not statement.person and statement.whom is None:
        return dict(statement.facts)
    people, whom = people_known(), statement.whom
    if whom is None:
        if statement.whose is not None:
            return None
        return dict(statement.facts) if all(is_own_name(people, name) for name in statement.facts) else None
    if whom.name is None or whom.ordinal is not None:
        return None
    relation = whom.name.relation
    if relation == APPLICANT:
        return dict(statement.facts) if all(is_applicants(people, name) for name in statement.facts) else None
    known = counterparts_known()
    told = {of: fact for fact, of in known.items()}
    flat = {told.get(OfMember(relation, name)): value for name, value in statement.facts.items()}
    if None in flat:
        return None
    phrases = (
        p for fact, of in counterparts_known().items() if of.relation == relation for p in book().facts[fact].phrases
    )
    also = {
        name: value for phrase in phrases for name, value in phrase.also.items() if name not in counterparts_known()
    }
    return {**also, **{str(fact): value for fact, value in flat.items()}}


def flat_fact_of(whom: Whom, fact: str) -> str | None:
    """The fact of a record without members that says a fact of a member; None where there is none."""
    flat = flat_facts(MemberStatement({fact: True}, person=True, whom=whom))
    return next((name for name in flat or () if name in counterparts_known() or name == fact), None)


def check_whom(statement: MemberStatement) -> None:
    """A mistake where a phrase about a person names nobody, and no record has a fact for what it says."""
    names_nobody = statement.person and statement.whom is None and statement.whose is None
    if names_nobody and flat_facts(statement) is None:
        own = message("spec_of_applicant", language(), step=_without_subject(statement))
        raise Mistake(message("spec_member_needed", language(), step=statement.text, near=quoted([own])))


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
        elif household and (of := counterparts_known().get(spoken.name)) is not None:
            last = relation_text(of.relation)
        elif saying.subject is not None:
            last = None
        elif last is not None and (saying.sentence.person or is_own_name(people_known(), spoken.name)):
            own = message("spec_of_applicant", language(), step=saying.text)
            near = quoted([f"{last} {saying.text}", own])
            raise Mistake(message("spec_whose_next", language(), step=saying.text, member=last, near=near))


def unknown_member(said: str) -> Mistake:
    """Nobody is called ``said``."""
    relations = people_known().person.facts[RELATION].values
    known = ", ".join(lower_first(value[language()]) for value in list(relations.values())[:7])
    return Mistake(message("spec_member_unknown", language(), name=said, known=known))


def quoted(texts: Iterable[str]) -> str:
    """Texts as alternatives."""
    return message("spec_near_join", language()).join(f"“{text}”" for text in texts)


def people_known() -> People:
    """The people of the rulebook; a mistake where it knows none."""
    people = book().people
    if people is None:
        raise Mistake(message("members_unknown_to_rulebook", language()))
    return people


def counterparts_known() -> Mapping[str, OfMember]:
    """The facts of a record that are one member's."""
    return _counterparts(book())


_counterparts = kept(counterparts)


def is_own_name(people: People, fact: str) -> bool:
    """Whether a person and a record have the same fact under one name."""
    return fact in people.given and people.given[fact].like == fact


def is_applicants(people: People, fact: str) -> bool:
    """Whether a fact of the record is the applicant's own."""
    if not is_own_name(people, fact):
        return False
    versions = people.projections.get(fact, ())
    own = Gathered("of", Name(APPLICANT), Name(fact))
    return people.given[fact].of_record or (bool(versions) and all(version.expr == own for version in versions))


def is_shared(people: People, fact: str) -> bool:
    """Whether a fact of the record follows from several members together, and not as the value of one."""
    versions = people.projections.get(fact, ())
    one = any(isinstance(version.expr, Gathered) and version.expr.function == "of" for version in versions)
    return not (one or is_applicants(people, fact))


def is_household(subject: str | None) -> bool:
    """Whether the words before a phrase mean the household."""
    return (subject is not None and normalise(subject) in _list("household_subjects")) or _is_subject(
        "household", subject
    )


def subject_is_household(subject: str) -> bool:
    """Whether a subject means a household, by whatever name: "hộ", "hộ ông Hùng"."""
    said = f"{normalise(subject)} "
    return is_household(subject) or any(
        said.startswith(f"{one} ") for lang in LANGUAGES for one in words_in(lang).subjects["household"]
    )


def is_applicant(subject: str | None) -> bool:
    """Whether the words before a phrase mean the applicant by himself."""
    return (subject is not None and normalise(subject) in _list("applicant_subjects")) or _is_subject(
        "applicant", subject
    )


def _is_subject(kind: str, subject: str | None) -> bool:
    if subject is None:
        return False
    said = normalise(subject)
    return said in _list(f"{kind}_subjects") or any(said in words_in(lang).subjects[kind] for lang in LANGUAGES)


def _list(key: str) -> set[str]:
    return {normalise(text) for lang in LANGUAGES for text in message(key, lang).split("; ")}


def by_relation(relation: str) -> Whom:
    """Whoever has a relation to the applicant."""
    return Whom(relation_text(relation), MemberName(relation_text(relation), relation))


def relation_text(relation: str) -> str:
    """A relation in the reader's language."""
    return lower_first(people_known().person.facts[RELATION].values[relation][language()])


def relation_addressed(people: People, subject: str | None) -> MemberName | None:
    """The relation that a subject such as "ông" is the name of, which it does not mean where it addresses somebody."""
    if subject is None or not words_in("vi").addresses(subject):
        return None
    return next((name for name in member_names(people) if normalise(name.text) == normalise(subject)), None)


def _without_subject(statement: MemberStatement) -> str:
    return statement.text[len(statement.subject) + 1 :] if statement.subject else statement.text
