"""What an officer still owes a rulebook that serves as it is."""

from __future__ import annotations

from collections.abc import Iterator

from ancu.errors import Problem
from ancu.rulebook.loading import VOCABULARY
from ancu.rulebook.rulebook import Rulebook


def papers_owed(book: Rulebook) -> Iterator[Problem]:
    """The facts that no paper proves: their holder cannot be told what to bring."""
    for name, fact in book.facts.items():
        if not fact.evidence:
            label = fact.label
            yield Problem("owed_paper", {"name": name, "label": lambda lang, label=label: label[lang]}, VOCABULARY)
