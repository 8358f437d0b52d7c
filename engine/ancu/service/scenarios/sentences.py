"""The sentences of the phrase book as an editor completes them, and as a search lists them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from ancu.decision.contract import STATUSES
from ancu.kept import kept
from ancu.messages import Language, message
from ancu.rulebook.phrases import sentence_text
from ancu.rulebook.rulebook import Rulebook
from ancu.specs.language.phrase_list import ListedSentence, entries

#: How many sentences a search shows.
FOUND = 25


@dataclass(frozen=True)
class OfferedSentence:
    """A sentence that may be written, what it means, and what it stands under: given, when or then."""

    text: str
    meaning: str
    under: str


@kept
def offered(book: Rulebook, lang: Language) -> list[OfferedSentence]:
    """Every sentence that is offered: those that judge and expect first, filled in, then the whole phrase book."""
    today = date.today()
    judge = sentence_text("step_judge", lang)
    meaning = message("meaning_judge", lang)
    programmes = sorted(book.programmes.values(), key=lambda one: not one.in_force_on(today))
    found = [OfferedSentence(judge.replace("{programme}", one.title[lang]), meaning, "when") for one in programmes]
    result, told = sentence_text("step_result", lang), message("meaning_result", lang)
    found += [
        OfferedSentence(result.replace("{status}", message(f"status_{status}", lang)), told, "then")
        for status in (*STATUSES, "not_covered")
    ]
    found += _offered(entries(book, lang, every_name=True), lang)
    return list({one.text: one for one in found}.values())


def _offered(listed: Iterable[ListedSentence], lang: Language) -> Iterator[OfferedSentence]:
    """Sentences of the phrase book, each with what its heading says that it is for."""
    headings = {"judge": "when", "expect": "then", "conditions": "then"}
    under = {message(f"spec_steps_{part}", lang): keyword for part, keyword in headings.items()}
    for entry in listed:
        yield OfferedSentence(entry.text, entry.meaning, under.get(entry.heading, "given"))


@kept
def as_json(book: Rulebook, lang: Language) -> bytes:
    """The same for the script of the editor: sentence, meaning, and what it stands under."""
    return json.dumps([[one.text, one.meaning, one.under] for one in offered(book, lang)], ensure_ascii=False).encode()


def found_by(book: Rulebook, lang: Language, words: str) -> list[OfferedSentence]:
    """The sentences that a search of the phrase book finds."""
    return list(_offered(islice(entries(book, lang, words), FOUND), lang))
