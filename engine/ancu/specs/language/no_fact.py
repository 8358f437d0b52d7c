"""Numbers that officers tell and about which there is no fact, such as what a couple earns together.

They are not understood, and the officer is told what is asked instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ancu.messages import LANGUAGES, message
from ancu.rulebook.phrases import sentence_text
from ancu.specs.language.chosen import language
from ancu.specs.language.words import words_in


def why_no_fact(part: str) -> str | None:
    """What is told of a part of a line that tells such a number; None of any other."""
    for lang in LANGUAGES:
        tokens = words_in(lang).tokens(part)
        kinds = {token.kind for token in tokens}
        for key, one in words_in(lang).no_fact.items():
            if kinds.isdisjoint(one["of"]) or not _holds(part, one["said"]) or _holds(part, one.get("besides", ())):
                continue
            day = next((token.written for token in tokens if token.kind == "date"), "")
            asked = sentence_text("step_as_of", language()).replace("{day}", day)
            return message(f"spec_no_fact_{key}", language(), step=part, day=asked)
    return None


def _holds(text: str, said: Iterable[str]) -> bool:
    """Whether ``text`` has one of the words ``said`` in it."""
    folded = " ".join(text.casefold().split())
    return any(re.search(rf"(?<!\w){re.escape(one)}(?!\w)", folded) for one in said)
