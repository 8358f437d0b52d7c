"""A program that embeds An Cư, as somebody else would type it. Type-checked from outside by a test, and run."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

import ancu

if TYPE_CHECKING:
    from facts import Facts

DAY = date(2026, 5, 1)


def status(book: ancu.Rulebook, facts: Facts) -> ancu.Status:
    return ancu.decide(book, dict(facts), "social_housing_purchase", as_of=DAY).status


def explained(book: ancu.Rulebook, case: ancu.Case, lang: ancu.Language) -> Iterator[str]:
    for decision in ancu.decide_all(book, case, as_of=DAY, engine="direct"):
        yield decision.explain(lang, settled="code", unsettled="tree")
        yield from decision.texts(lang).missing


def codes(decision: ancu.Decision, depth: ancu.Depth = "code") -> dict[str, bool]:
    return {reason.condition: reason.ground for reason in decision.reasons_at(depth, depth)}


def to_ask(book: ancu.Rulebook, case: ancu.Case) -> str | None:
    questions: list[ancu.NextQuestion] = ancu.next_questions(ancu.decide_all(book, case, as_of=DAY))
    return ancu.question_text(book, questions[0].fact, "vi") if questions else None


def many(book: ancu.Rulebook, cases: list[Facts]) -> Iterator[str]:
    for found in ancu.decide_many(book, map(dict, cases), ["self_build_loan"], DAY, on_error="keep"):
        if isinstance(found, ancu.RecordError):
            yield found.text("en")
        else:
            yield from (decision.status for decision in found)


def main() -> None:
    book = ancu.load_rulebook()
    facts: Facts = {"net_income": 9_000_000, "owns_home": False, "housing_law_groups": ["worker"]}
    model = ancu.facts_model(book)(**facts)
    record: ancu.Record = ancu.read_record(book, model, marital_status="single")
    print(status(book, facts), to_ask(book, record))
    print(len(list(explained(book, record, "vi"))), list(many(book, [facts])))
    print(codes(ancu.decide(book, record, "self_build_loan", DAY)))
    try:
        ancu.decide(book, record, "no such programme")
    except ancu.UnknownNameError as error:
        print(error.text("en"), [problem.kind for problem in error.problems])


if __name__ == "__main__":
    main()
