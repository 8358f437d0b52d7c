"""Phrases: how people say a fact or an outcome in a sentence of their own, and whether two of them can be confused.

A phrase is words, among which blanks ``{…}`` stand for one or more words to be filled in. Specs read them, the phrase
book lists them; loading refuses two that one line could mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from ancu.messages import LANGUAGES, Language, keys, message
from ancu.rulebook.model import ConditionPhrase, FactPhrase
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import normalise

BLANK = re.compile(r"\{([^{}]*)\}")
#: What stands between two phrases on one line; no blank reaches across it.
JOINTS = (", ", " và ", " and ")
_JOINING = {joint.strip() for joint in JOINTS}
#: The joints as a pattern.
STOP = "|".join(re.escape(joint) for joint in JOINTS)


@dataclass(frozen=True)
class Blank:
    """A gap in a phrase; ``numeric`` ones begin with a digit, as numbers and dates do."""

    name: str
    numeric: bool


Words = tuple[str | Blank, ...]


@dataclass(frozen=True)
class Spoken:
    """A phrase in one language: the fact or condition ``name`` it speaks of, and what it says of it."""

    name: str
    lang: Language
    text: str
    phrase: FactPhrase | ConditionPhrase
    numeric: bool

    @cached_property
    def words(self) -> Words:
        return words_of(self.text, self.numeric)

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """What a line says it by."""
        return self._compile(self.numeric)

    @cached_property
    def loose(self) -> re.Pattern[str]:
        """The same with anything in the blank: finds the phrase whose value was written wrongly."""
        return self._compile(False)

    def _compile(self, numeric: bool) -> re.Pattern[str]:
        kind = rf'(?P<value>[+-]?\d(?:(?!{STOP})[^"])*?)' if numeric else rf'(?P<value>"[^"]+"|(?:(?!{STOP})[^"])+?)'
        return re.compile(kind.join(re.escape(part) for part in BLANK.split(self.text)[::2]), re.IGNORECASE)


def spoken(book: Rulebook) -> Iterator[Spoken]:
    """Every phrase of the rulebook in every language it has."""
    for name, fact in book.facts.items():
        numeric = fact.value_type.kind in ("number", "date")
        for phrase in fact.phrases:
            yield from in_languages(name, phrase, numeric)
    for name, condition in book.conditions.items():
        for outcome in condition.phrases:
            yield from in_languages(name, outcome, False)


def homonyms(book: Rulebook) -> Iterator[Spoken]:
    """Every phrase of another fact that may state a fact, in every language it has."""
    for name, fact in book.facts.items():
        for phrase in fact.homonyms:
            yield from in_languages(name, phrase, False)


def in_languages(name: str, phrase: FactPhrase | ConditionPhrase, numeric: bool) -> Iterator[Spoken]:
    """``phrase``, which speaks of ``name``, in each language that it has."""
    for lang in LANGUAGES:
        text = phrase.vi if lang == "vi" else phrase.en
        if text is not None:
            yield Spoken(name, lang, text, phrase, numeric)


def words_of(text: str, numeric: bool = False) -> Words:
    """``text`` as words to compare, blanks marked."""
    parts = (BLANK.fullmatch(word) or word for word in BLANK.sub(_joined, text).split())
    return tuple(Blank(p[1], numeric) if isinstance(p, re.Match) else normalise(p) for p in parts)


def _joined(blank: re.Match[str]) -> str:
    return blank[0].replace(" ", "_")


def plain_sentences() -> Iterator[tuple[str, Words]]:
    """The sentences of the step grammar that a phrase could be mistaken for: those without quotes."""
    for key in sorted(keys()):
        if key.startswith("step_"):
            for lang in LANGUAGES:
                text = sentence_text(key, lang)
                if '"' not in text:
                    yield text, words_of(text)


def sentence_text(key: str, lang: Language) -> str:
    """A sentence of the step grammar with its placeholders standing for themselves."""
    names = ("label", "value", "day", "programme", "status", "condition", "citation", "amount", "name", "member")
    return message(key, lang, **{name: "{" + name + "}" for name in names})


@lru_cache(maxsize=1)
def subjects() -> tuple[str, ...]:
    """The words that may stand before a phrase, such as "người đứng đơn"; longest first."""
    found = [text for lang in LANGUAGES for text in message("phrase_subjects", lang).split("; ")]
    return tuple(sorted(found, key=len, reverse=True))


def without_subject(text: str) -> str | None:
    """``text`` after the subject it begins with; None if it begins with none."""
    folded = text.casefold()
    return next((text[len(s) + 1 :] for s in subjects() if folded.startswith(s.casefold() + " ")), None)


def collide(a: Words, b: Words) -> bool:
    """Whether some line can be read as either."""
    known: dict[tuple[int, int, bool, bool], bool] = {}

    def options(words: Words, at: int, inside: bool) -> Iterator[tuple[str | bool, int, bool]]:
        """What the next word may be (a word, or whether it must begin with a digit), and where that leads."""
        if at < len(words):
            word = words[at]
            yield (word.numeric, at + 1, True) if isinstance(word, Blank) else (word, at + 1, False)
        if inside:
            yield False, at, True

    def go(i: int, j: int, in_a: bool, in_b: bool) -> bool:
        if i == len(a) and j == len(b):
            return True
        state = (i, j, in_a, in_b)
        if state not in known:
            known[state] = False
            known[state] = any(
                go(*following)
                for x, i2, a2 in options(a, i, in_a)
                for y, j2, b2 in options(b, j, in_b)
                if (following := (i2, j2, a2, b2)) != state and _fit(x, y)
            )
        return known[state]

    return go(0, 0, False, False)


def _fit(x: str | bool, y: str | bool) -> bool:
    if isinstance(x, bool):
        x, y = y, x
    if isinstance(x, bool):
        return True
    if isinstance(y, bool):
        return x not in _JOINING and (not y or x[:1].isdigit())
    return x == y
