"""The sentences of specs, read from the message catalogue: the patterns that steps match, and the nearest to a slip."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from ancu.errors import nearest
from ancu.messages import LANGUAGES, keys, message


def pattern(key: str, lang: str) -> str:
    """The regular expression of a sentence: quoted parts end at the quote, a bare part at the end of the line."""
    text = re.escape(_raw(key, lang))
    text = re.sub(r'"\\\{(\w+)\\\}"', r'"(?P<\1>[^"]+)"', text)
    return re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+)", text)


def _raw(key: str, lang: str) -> str:
    """The sentence with its placeholders standing for themselves."""
    names = ("label", "value", "day", "programme", "status", "condition", "citation", "amount", "name")
    return message(key, "vi" if lang == "vi" else "en", **{name: "{" + name + "}" for name in names})


def sentences() -> dict[str, str]:
    """Every sentence in both languages, with blanks for its parts, by key and language."""
    return {f"{key}/{lang}": _raw(key, lang) for key in sorted(keys()) if key.startswith("step_") for lang in LANGUAGES}


def nearest_sentence(written: str) -> str:
    """The sentence most like ``written``, whatever stands in its quotes."""
    blank = re.sub(r'"[^"]*"', '"…"', written)
    known = {re.sub(r"\{\w+\}", "…", text): text for text in sentences().values()}
    near = nearest(blank, known)
    if near is None:
        near = max(known, key=lambda text: len(set(text.split()) & set(blank.split())))
    return re.sub(r"\{\w+\}", "…", known[near])


def compose_letters() -> None:
    """Let pytest-bdd read files whose letters are decomposed (NFD), as some editors save them, like any other.

    pytest-bdd drops the encoding it is given on its way to the parser, so the parser itself is taught.
    """
    from pytest_bdd import gherkin_parser

    class Composing(gherkin_parser.Parser):  # type: ignore[misc,name-defined]
        def parse(self, text: str, *more: Any) -> Any:
            return super().parse(unicodedata.normalize("NFC", text).removeprefix("\ufeff"), *more)

    gherkin_parser.Parser = Composing  # type: ignore[attr-defined]
