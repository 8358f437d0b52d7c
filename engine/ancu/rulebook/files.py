"""What each file under ``rules/`` holds as a whole, and what is read of it into something else.

What a rulebook keeps of them stands in :mod:`.model`; a rulebook that is known needs none of these.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from ancu.rulebook.model import (
    ChangeableFact,
    ConditionDef,
    Document,
    FactDef,
    Filled,
    Implication,
    Instrument,
    LawDefect,
    Notes,
    Parameter,
    PersonFact,
    Plausible,
    Preference,
    ProjectionVersion,
    QuantityDef,
    Question,
    RegisterColumn,
    Strict,
    Text,
)


class Role(Strict):
    """Who in a household something is read of: those for whom ``when`` is met; or of several such lines ``first``, the
    earliest that is met for anybody.

    ``shared_by``: who has the role whoever of them is the applicant, so that what is told of it holds for all of them.
    """

    title: Text
    when: str | None = None
    first: list[str] = []
    shared_by: Literal["couple", "household"] | None = None

    @model_validator(mode="after")
    def _one(self) -> Role:
        if (self.when is None) != bool(self.first):
            raise ValueError("role_when")
        return self


class Projection(Strict):
    """How one fact of the record, or several alike, follow from the household's members.

    ``facts`` of the person in ``role`` become the facts of the record that they name; or ``when`` says how the fact
    that the projection is called follows, dated in ``versions`` where the law changed. ``open``: people outside the
    household count too, so that no list of its members is complete for it.
    """

    role: Filled | None = None
    facts: dict[str, str] | list[str] = []
    when: str | None = None
    basis: list[Filled] = []
    note: Notes = []
    open: bool = False
    versions: list[ProjectionVersion] = []

    @model_validator(mode="after")
    def _one_text(self) -> Projection:
        if [self.role is not None, self.when is not None, bool(self.versions)].count(True) != 1:
            raise ValueError("projection_text")
        if (self.role is not None) != bool(self.facts):
            raise ValueError("projection_facts")
        if not self.versions and not self.basis:
            raise ValueError("basis_missing")
        return self

    def projected(self, name: str) -> dict[str, tuple[ProjectionVersion, ...]]:
        """The facts of the record with the versions of how they follow; ``name``: what the projection is called."""
        if self.versions:
            return {name: tuple(self.versions)}
        texts = {name: self.when}
        if self.role is not None:
            own = self.facts if isinstance(self.facts, dict) else {fact: fact for fact in self.facts}
            texts = {fact: f"of({self.role}, {of_person})" for fact, of_person in own.items()}
        return {
            fact: (ProjectionVersion.model_construct(when=text, basis=self.basis, note=self.note, open=self.open),)
            for fact, text in texts.items()
        }


class HouseholdFile(Strict):
    """The people of a household: their facts, the roles that they have, and what of the record follows from them.

    ``only_one``: the relations of which an applicant has one person at a time.
    ``told_by_relation``: the words for a relation that tell a value of another fact, such as "vợ" the gender.
    ``of_the_applicant``: facts of the record that follow from no member, and that another applicant does not share.
    ``seen_from``: what the others are to a member, by his relation to the applicant and theirs; what is left out is
    not known.
    """

    sections: dict[str, Text] = {}
    person: dict[str, PersonFact]
    only_one: list[str] = []
    roles: dict[str, Role]
    projections: dict[str, Projection]
    told_by_relation: dict[str, dict[str, list[Filled]]] = {}
    of_the_applicant: list[Filled] = []
    seen_from: dict[str, dict[str, str]] = {}


class SupportKind(Strict):
    """A kind of housing support, as registers of the past record it.

    ``states`` are the facts of the person who had it, ``on`` the one that says since when; ``programmes`` grant it.
    Without a ``title`` it is called as the value of a list that it states.
    """

    title: Text | None = None
    synonyms: list[str] = []
    states: dict[str, bool | str | list[str]] = Field(min_length=1)
    on: Filled | None = None
    programmes: list[Filled] = []


class EarlierSupportFile(Strict):
    """Housing support had before: its kinds, and how registers of it are read.

    ``within_province``: facts of the record that speak of the province of the project alone. ``in_two_projects``: the
    kind of support that somebody counts as having who stands in the lists of two projects. ``reply_step``: the step of
    procedures by which it is answered who of a list has had support.
    """

    kinds: dict[str, SupportKind] = Field(min_length=1)
    in_two_projects: Filled | None = None
    within_province: list[Filled] = []
    reply_step: Filled | None = None
    columns: dict[str, RegisterColumn]


class ChangeableFile(Strict):
    """The facts that can still be changed, for what would make a decision another."""

    facts: dict[str, ChangeableFact]


class VocabularyFile(Strict):
    """``plausible`` are the ranges that facts name."""

    sections: dict[str, Text]
    plausible: dict[str, Plausible] = {}
    facts: dict[str, FactDef]


class InstrumentsFile(Strict):
    instruments: dict[str, Instrument]


class ParametersFile(Strict):
    parameters: dict[str, Parameter]


class EvidenceFile(Strict):
    documents: dict[str, Document]


class QuestionsFile(Strict):
    questions: dict[str, Question]


class DefectsFile(Strict):
    """The kind of each open question, by its id."""

    defects: dict[str, LawDefect]


class PreferencesFile(Strict):
    preferences: dict[str, Preference]


class ImplicationsFile(Strict):
    implications: dict[str, Implication]


class SharedFile(Strict):
    conditions: dict[str, ConditionDef] = {}
    quantities: dict[str, QuantityDef] = {}
