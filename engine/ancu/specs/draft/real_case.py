"""The scenarios of a real case: what each programme decides on it today.

What is drafted passes by construction; the officer compares it with the law.
"""

from __future__ import annotations

from ancu.decision.deciding import Record
from ancu.decision.model import Decision
from ancu.decision.rendering import status_text
from ancu.messages import Language, message
from ancu.rulebook.rulebook import Rulebook
from ancu.specs.draft.writer import ScenarioDraft, ScenarioWriter


def draft_case(book: Rulebook, record: Record, decisions: list[Decision], lang: Language) -> str:
    """A feature file with a scenario for each decision on ``record``."""
    writer = ScenarioWriter(book, lang)
    drafts = [
        ScenarioDraft(
            name=f"{book.programmes[d.programme].title[lang]}: {status_text(d, lang)}",
            record=record.facts,
            programme=d.programme,
            day=d.as_of,
            household=record.household,
            then=writer.results(d),
        )
        for d in decisions
    ]
    return writer.feature(message("draft_case", lang), drafts, message("draft_case_about", lang))
