"""What a set of scenarios shows of one condition: which of them judge it, how it came out, and where that decided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from ancu.decision.contract import Outcome, outcome_of
from ancu.messages import Language
from ancu.rulebook.rulebook import Rulebook
from ancu.specs.draft.boundaries import edge_drafts, law_day, value_drafts
from ancu.specs.draft.writer import ScenarioDraft, ScenarioWriter
from ancu.specs.measure.collect import Collection, Example, ScenarioPlace
from ancu.specs.measure.influence import influence_of


@dataclass(frozen=True)
class ShownOutcome:
    """A scenario that judges a condition: how it came out, and whether the other outcome gives another status."""

    place: ScenarioPlace
    outcome: Outcome
    decisive: bool


def shown_of(book: Rulebook, collection: Collection, programme: str, condition: str) -> Iterator[ShownOutcome]:
    """Every example of ``programme`` that holds and judges ``condition``, in the order of the files."""
    for example in _judging(collection, programme, condition):
        context = example.decided.context
        assert context.program is not None
        assert context.judgment is not None
        values = context.judgment.values
        influence = influence_of(context.program, book.programmes[programme].territory)
        facts = context.program.prepare(example.judged, example.decided.as_of)
        decisive = influence.is_decisive(facts, values, condition)
        yield ShownOutcome(example.place, outcome_of(values[condition]), decisive)


def _judging(collection: Collection, programme: str, condition: str) -> Iterator[Example]:
    for example in collection.sound():
        if example.programme == programme and example.decision is not None:
            context = example.decision.context
            if context.program is not None and context.judgment is not None and condition in context.program.nodes:
                yield example


@dataclass(frozen=True)
class MissingCases:
    """A scenario to be written: the rows of its table that no scenario judges yet, of how many that it would have."""

    draft: ScenarioDraft
    of: int


def missing_of(
    book: Rulebook, collection: Collection, programme: str, condition: str, day: date, lang: Language
) -> list[MissingCases]:
    """The values at the edges of ``condition``, and of the facts of few values that it reads, that nothing judges.

    A value is judged where any scenario of ``programme`` that judges the condition states it, whatever else it states.
    """
    day = law_day(book, programme, day)
    judging = list(_judging(collection, programme, condition))
    writer = ScenarioWriter(book, lang)
    drafts = [
        *edge_drafts(book, writer, programme, condition, day, lang),
        *value_drafts(book, programme, condition, day, lang),
    ]
    found: list[MissingCases] = []
    for draft in drafts:
        unseen = [row for row in draft.changes if not _is_judged(judging, row)]
        if unseen:
            found.append(MissingCases(replace(draft, changes=unseen), len(draft.changes)))
    return found


def _is_judged(judging: Sequence[Example], row: dict[str, Any]) -> bool:
    return any(
        all(
            example.decided.as_of == value if name == "as_of" else example.judged.get(name) == value
            for name, value in row.items()
        )
        for example in judging
    )
