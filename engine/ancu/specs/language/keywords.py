"""Gherkin's keywords, and what a line that begins with none of them was meant to begin with."""

from __future__ import annotations

from typing import Any

from ancu.errors import nearest
from ancu.messages import message
from ancu.specs.language.chosen import book, language
from ancu.specs.language.grammar import grammar_of
from ancu.specs.language.likeness import bare

#: The kinds of keyword that begin a line, with whether a colon follows.
KINDS = {
    "feature": True, "background": True, "rule": True, "scenarioOutline": True, "scenario": True, "examples": True,
    "given": False, "when": False, "then": False, "and": False, "but": False,
}  # fmt: skip


def keywords(lang: str) -> dict[str, list[str]]:
    """The words for each kind of keyword in ``lang``."""
    from gherkin.dialect import DIALECTS

    words: Any = DIALECTS[lang]
    return {kind: [word.strip() for word in words[kind] if word.strip() != "*"] for kind in KINDS}


def keyword_hint(line: str, lang: str) -> str | None:
    """What keyword a line should begin with, where it begins with one of the other language or a misspelt one."""
    right = keywords("en" if lang == "en" else "vi")
    other = keywords("vi" if lang == "en" else "en")
    for kind, titled in KINDS.items():
        end = ":" if titled else " "
        for wrong in other[kind]:
            if line.startswith(wrong + end):
                known = message("spec_near_join", language()).join(f"“{word}”" for word in right[kind])
                return message("spec_keyword_foreign", language(), word=wrong, right=known)
    for kind, titled in KINDS.items():
        end = ":" if titled else " "
        for word in right[kind]:
            if bare(line).startswith(bare(word) + end) and not line.startswith(word):
                written = line[: len(word)]
                return message("spec_keyword_misspelt", language(), word=written, right=word)
    head = line.split(":")[0] if ":" in line else ""
    titles = [word for kind, titled in KINDS.items() if titled for word in right[kind]]
    near = nearest(head, titles) if head and head not in titles else None
    return message("spec_keyword_misspelt", language(), word=head, right=near) if near else None


def meant_as_step(line: str, lang: str) -> str | None:
    """What keyword a line of description should begin with, where it was meant as a step."""
    hint = keyword_hint(line, lang)
    if hint is None:
        return None
    other = keywords("vi" if lang == "en" else "en")
    if any(line.startswith(word + (":" if titled else " ")) for kind, titled in KINDS.items() for word in other[kind]):
        return hint
    # A description may well begin with "Thi hành …": only what reads as a step is taken for one.
    rest = line.partition(" ")[2]
    return hint if grammar_of(book()).read(rest) is not None else None
