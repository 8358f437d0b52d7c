"""Phrases as people vary them: fillers put in or left out, abbreviations, other words for the same; never a negation.

A line that fits two phrases of different meaning fits none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from ancu.messages import LANGUAGES, Language, message
from ancu.rulebook.model import ConditionPhrase, FactPhrase
from ancu.rulebook.phrases import BLANK, STOP, Spoken, without_subject
from ancu.rulebook.values import normalise

_HOLE = "\ue000"


@dataclass(frozen=True)
class _Shape:
    """A phrase in its common form."""

    phrase: Spoken
    regex: re.Pattern[str]
    #: How long its own words are.
    words: int


class LooseReader:
    """Finds the phrase that a line means though its words differ."""

    def __init__(self, phrases: Iterable[Spoken]) -> None:
        self.shapes = [_Shape(phrase, _regex(phrase), len(BLANK.sub("", phrase.text))) for phrase in phrases]

    def read(self, text: str) -> tuple[Spoken, dict[str, str]] | None:
        """The one phrase that ``text`` means, and what stands in its blank; None where there is none, or several."""
        for form in _forms(text):
            found: list[tuple[_Shape, dict[str, str]]] = []
            for lang in LANGUAGES:
                common = common_form(form, lang)
                for shape in self.shapes:
                    if shape.phrase.lang == lang and (match := shape.regex.fullmatch(common)):
                        values = {key: value.strip() for key, value in match.groupdict().items()}
                        found.append((shape, values))
            if found:
                if len({shape.phrase.name for shape, _ in found}) == 1:
                    most = max(shape.words for shape, _ in found)
                    found = [(shape, values) for shape, values in found if shape.words == most]
                meanings = {_meaning(shape.phrase, values) for shape, values in found}
                return (found[0][0].phrase, found[0][1]) if len(meanings) == 1 else None
        return None


def common_form(text: str, lang: Language) -> str:
    """``text`` with other words for the same made alike and fillers left out."""
    text = f" {' '.join(text.casefold().split())} "
    for pattern, replacement in _same(lang):
        text = pattern.sub(replacement, text)
    return " ".join(text.split())


def _regex(phrase: Spoken) -> re.Pattern[str]:
    common = common_form(BLANK.sub(f" {_HOLE} ", phrase.text), phrase.lang)
    blank = rf'(?P<value>[+-]?\d(?:(?!{STOP})[^"])*?)' if phrase.numeric else rf'(?P<value>(?:(?!{STOP})[^"])+?)'
    return re.compile(re.escape(common).replace(re.escape(_HOLE), blank))


def _meaning(phrase: Spoken, values: dict[str, str]) -> object:
    said = phrase.phrase
    if isinstance(said, ConditionPhrase):
        return phrase.name, said.outcome
    assert isinstance(said, FactPhrase)
    return phrase.name, str(said.value), str(sorted(said.also.items(), key=str)), *sorted(values.items())


def _forms(text: str) -> Iterator[str]:
    """``text``, and what follows the words in it that name nobody in particular."""
    yield text
    rest = without_subject(text)
    if rest is not None:
        yield rest
    for pattern in _subjects():
        if found := pattern.match(text):
            yield text[found.end() :]


@lru_cache(maxsize=4)
def _same(lang: Language) -> tuple[tuple[re.Pattern[str], str], ...]:
    """The words that are made alike, the longest first, then fillers."""
    given = (pair.split(" = ") for pair in message("phrase_same", lang).split("; "))
    pairs = [(other, word) for word, others in given for other in others.split(" | ")]
    pairs.sort(key=lambda pair: -len(pair[0]))
    fillers = [(word, "") for word in message("phrase_fillers", lang).split("; ")]
    return tuple((re.compile(rf"(?<=\s){re.escape(other)}(?=\s)"), word) for other, word in (*pairs, *fillers))


@lru_cache(maxsize=1)
def _subjects() -> tuple[re.Pattern[str], ...]:
    words = (normalise(word) for lang in LANGUAGES for word in message("phrase_subjects_loose", lang).split("; "))
    named = (re.escape(word).replace("…", r"(?:[A-ZĐ]\w*\.? ?)+") for word in words)
    return tuple(re.compile(rf"(?i:{word.split('(?:')[0]}){word[len(word.split('(?:')[0]) :]}\s+") for word in named)
