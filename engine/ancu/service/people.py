"""The people of a household as the service describes them, and asks of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ancu.decision.model import Decision
from ancu.decision.persons import fact_of_text
from ancu.decision.questions import NextQuestion
from ancu.handbook.wording import Wording
from ancu.household.members import COMPLETE, LABEL, MEMBERS, RECORDED_ON, people_of
from ancu.household.reading import person_facts_read
from ancu.messages import Language, message
from ancu.rulebook.member_names import FULL_NAME, NUMBER
from ancu.rulebook.references import facts_read
from ancu.rulebook.rulebook import Rulebook
from ancu.service.bounds import MOST_MEMBERS
from ancu.service.descriptions import cited, ends_of, fact_out, schema_of
from ancu.service.schemas import (
    FactOut,
    FollowingOut,
    FollowingVersion,
    NextQuestionOut,
    PeopleOut,
    PersonFactOut,
    RoleOut,
)

_DATE = {"type": ["string", "null"]}


def people_out(book: Rulebook, programmes: Sequence[str], lang: Language) -> PeopleOut:
    """The facts of a person that ``programmes`` read, and how the facts of the record follow from members."""
    if book.people is None:
        return PeopleOut(facts=[], person_schema={}, roles=[], follows=[])
    people = book.people
    wording, of_each = Wording(book, lang), Wording(people.person, lang)
    read = facts_read(book, programmes)
    facts = [person_fact_out(book, name, lang) for name in person_facts_read(book, read)]
    following = [
        FollowingOut(
            fact=name,
            label=book.facts[name].label[lang],
            versions=[
                FollowingVersion(
                    **ends_of(dated.period),
                    text=wording.rule(dated.version.when, name),
                    when=" ".join(dated.version.when.split()),
                    open=dated.version.open,
                    basis=cited(book, dated.version.basis, lang),
                    notes=[note[lang] for note in dated.version.note],
                )
                for dated in people.projections[name]
            ],
        )
        for name in read
        if name in people.projections
    ]
    roles = [
        RoleOut(
            role=name,
            title=people.titles[name][lang],
            when=[
                of_each.say(tree.expr) for step in steps for tree in people.person.trees[step] if tree.expr is not None
            ],
        )
        for name, steps in people.roles.items()
    ]
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "properties": {
            **{name: {"type": ["string", "null"]} for name in (LABEL, FULL_NAME, NUMBER)},
            **{fact.fact: {"title": fact.label, **fact.json_schema} for fact in facts},
        },
        "additionalProperties": False,
    }
    return PeopleOut(facts=facts, person_schema=schema, roles=roles, follows=following)


def person_fact_out(book: Rulebook, name: str, lang: Language) -> PersonFactOut:
    """A fact of a person as callers and forms need it."""
    people = people_of(book)
    given = people.given[name]
    return PersonFactOut(
        **dict(fact_out(people.person, name, lang)),
        left_out=given.closed,
        begins=bool(given.begins),
        ends=given.ends,
        of_record=given.of_record,
    )


def question_out(decision: Decision, question: NextQuestion, lang: Language) -> NextQuestionOut:
    """A question on the case of ``decision``, with what it asks and of whom."""
    context = decision.context
    book, people = context.book, context.people
    asks: FactOut | None = None
    text: str | None = None
    if people is not None and question.member is not None and question.asks is not None:
        asks = fact_out(people_of(book).person, question.asks, lang)
        text = fact_of_text(context, people, question.member, question.asks, lang)
    elif question.asks is not None:
        asks, text = completeness_out(book, lang), message("anybody_else", lang)
    return NextQuestionOut(
        fact=fact_out(book, question.fact, lang),
        programmes=question.programmes,
        settles=question.settles,
        after=question.after,
        member=question.member,
        asks=asks,
        text=text,
    )


def completeness_out(book: Rulebook, lang: Language) -> FactOut:
    """Whether nobody else belongs to the household, as a fact."""
    return FactOut(
        fact=COMPLETE,
        label=message("nobody_else", lang),
        type="yes_no",
        unit=None,
        section=people_of(book).person.sections["person"][lang],
        help=message("nobody_else_help", lang),
        expected=message("expected_yes_no", lang),
        values=[],
        json_schema={"type": "boolean"},
    )


# -- what a request may hold ------------------------------------------------------------------------------------------


def household_schema() -> dict[str, Any]:
    """What a record of a request may hold of the household."""
    return {
        MEMBERS: {
            "type": ["array", "null"],
            "items": {"$ref": "#/components/schemas/Person"},
            "maxItems": MOST_MEMBERS,
            "description": "The members of the household, one of them the applicant. Facts of the record follow from "
            "them (GET /v1/people); where the record states one too, that stands.",
        },
        COMPLETE: {
            "anyOf": [{"type": "boolean"}, {"type": "string"}, {"type": "null"}],
            "description": "Whether nobody else belongs to the household; unless it is said, somebody may.",
        },
        RECORDED_ON: {
            **_DATE,
            "description": "The day on which what is said of the members held; the day to judge on when left out.",
        },
    }


def written_person_schema(book: Rulebook) -> dict[str, Any]:
    """A member as a request may write it: facts of a person, by id, label or synonym, typed or in words."""
    person = people_of(book).person
    facts = {
        name: {
            "title": fact.label["en"],
            "anyOf": [schema_of(person, name), {"type": "string"}, {"type": "null"}],
        }
        for name, fact in person.facts.items()
    }
    other = {
        "anyOf": [{"type": ["string", "number", "boolean", "null"]}, {"type": "array", "items": {"type": "string"}}]
    }
    return {
        "title": "Person",
        "type": "object",
        "description": "A member of the household: facts by id, label or synonym (GET /v1/people), values as people "
        "write them. Exactly one member has the relation `applicant`. A fact left out is unknown, but for what "
        "`left_out` of /v1/people says.",
        "properties": {
            LABEL: {
                "type": ["string", "integer", "null"],
                "description": "What the row is called; answers repeat it, so let it be no name.",
            },
            FULL_NAME: {"type": ["string", "null"], "description": "Read by no rule, and neither told nor logged."},
            NUMBER: {
                "type": ["string", "integer", "null"],
                "description": "Of 12 or 9 digits. Read by no rule; logged with all but three digits hidden.",
            },
            **facts,
        },
        "additionalProperties": other,
    }
