"""How often people answer a question in which way, and what is asked together: by these questions are put in order.

It is never a ground of a decision, and no decision reads it, so its file does not count for the rulebook's digest.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import Field, model_validator

from ancu.errors import Problem, suggestion
from ancu.rulebook.model import FactDef, Filled, Strict, Text
from ancu.rulebook.values import ValueProblem, parse
from ancu.rulebook.yaml_document import YamlDocument

#: The file of a rulebook that says so; a rulebook without it takes all answers to a question as alike.
INTERVIEW = "interview.yaml"
#: Answers to a question as engine values, each with its share of all.
Shares = tuple[tuple[Any, float], ...]


class AnswerShares(Strict):
    """Some ``answers`` to a question, as people write them, and the ``shares`` of each, in any unit."""

    answers: list[bool | int | Decimal | date | str] = Field(min_length=1)
    shares: list[Annotated[int, Field(ge=1)]]

    @model_validator(mode="after")
    def _paired(self) -> AnswerShares:
        if len(self.answers) != len(self.shares):
            raise ValueError("shares_unlike")
        return self


class InterviewFile(Strict):
    """``note`` says where the shares come from; ``topics`` are sections of the vocabulary that stand on one form."""

    note: Text
    topics: list[list[Filled]] = []
    facts: dict[Filled, AnswerShares]


def check_interview(
    document: YamlDocument, file: InterviewFile, facts: Mapping[str, FactDef], sections: Collection[str]
) -> Iterator[Problem]:
    """What is wrong with it: facts and sections that are none or stand twice, answers that are not the fact's."""
    seen: set[str] = set()
    for i, topic in enumerate(file.topics):
        for j, name in enumerate(topic):
            where: tuple[str | int, ...] = ("topics", i, j)
            if name not in sections:
                yield document.problem("name_unknown", where, None, name=name, hint=suggestion(name, sections))
            elif name in seen:
                yield document.problem("name_twice", where, None, name=name, other="topics")
            seen.add(name)
    for name, given in file.facts.items():
        where = ("facts", name)
        if name not in facts:
            yield document.problem("name_unknown", where, name, name=name, hint=suggestion(name, facts))
            continue
        for i, answer in enumerate(given.answers):
            try:
                parse(facts[name], answer, confirmed=True)
            except ValueProblem as problem:
                values = {"key": name, "value": answer, "detail": problem.text}
                yield document.problem("value_unfit", (*where, "answers", i), None, **values)


def shares_of(file: InterviewFile, facts: Mapping[str, FactDef]) -> dict[str, Shares]:
    """The answers that ``file`` has, by fact, and how likely each is."""
    found = {}
    for name, given in file.facts.items():
        total = sum(given.shares)
        values = [parse(facts[name], answer, confirmed=True) for answer in given.answers]
        found[name] = tuple((value, share / total) for value, share in zip(values, given.shares, strict=True))
    return found
