"""Phrases as people vary them: other words for the same, in another order, more or fewer that change nothing.

A phrase and a line are compared as tokens (:mod:`.words`). A line means a phrase if every token of either stands in the
other, in the same order but for one part that may stand before or after another: what a line says besides, denies
otherwise, counts otherwise or says of somebody else is never passed over. A line that fits two meanings fits none.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from ancu.messages import LANGUAGES
from ancu.rulebook.model import ConditionPhrase, FactDef, FactPhrase
from ancu.rulebook.phrases import BLANK, Spoken
from ancu.rulebook.values import ValueProblem, parse
from ancu.specs.language.own_words import Known, OwnWords, rows_of
from ancu.specs.language.words import BLANK_OF, Token, Words, words_in

#: What fills a blank, by the type of its fact.
_MEASURES = {
    "money": "money", "area": "area", "percent": "percent", "distance": "distance", "date": "date",
    "months": "span", "years": "span", "count": "number",
}  # fmt: skip
#: What a token is compared by: its words, or of a blank what fills it.
_Row = tuple[str, ...]


@dataclass(frozen=True)
class LooseReading:
    """A phrase that a line may mean, what stands in its blank, and the subject that was left out."""

    phrase: Spoken
    values: dict[str, str]
    subject: str | None = None


@dataclass(frozen=True)
class _Shape:
    phrase: Spoken
    row: _Row


class LooseReader:
    """Finds the phrases that a line may mean though its words differ."""

    def __init__(self, phrases: Iterable[Spoken], facts: Mapping[str, FactDef]) -> None:
        self.phrases, self.facts = tuple(phrases), facts

    @cached_property
    def _words(self) -> list[Words]:
        named: dict[str, str] = {}
        for name in {said.name for said in self.phrases if BLANK.search(said.text)} & self.facts.keys():
            named |= dict.fromkeys(_proper_names(self.facts[name]), f"choice:{name}")
        return [words_in(lang, named) for lang in LANGUAGES]

    @cached_property
    def _shapes(self) -> list[Mapping[_Row, list[_Shape]]]:
        """By language, the phrases by their tokens, whatever their order."""
        found: list[Mapping[_Row, list[_Shape]]] = []
        for lang, words in zip(LANGUAGES, self._words, strict=True):
            by_tokens: dict[_Row, list[_Shape]] = {}
            for said in self.phrases:
                if said.lang == lang:
                    row = tuple(f"<{one.kind}>" if one.text == "…" else one.text for one in self._tokens(words, said))
                    by_tokens.setdefault(tuple(sorted(row)), []).append(_Shape(said, row))
            found.append(by_tokens)
        return found

    def _tokens(self, words: Words, said: Spoken) -> list[Token]:
        fact = self.facts.get(said.name)
        kind = "words" if fact is None else _MEASURES.get(fact.type, f"choice:{said.name}")
        return words.tokens(BLANK.sub(f"{BLANK_OF}{kind}{BLANK_OF}", said.text))

    def alike(self, one: Spoken, other: Spoken) -> bool:
        """Whether two phrases of one language are said in the same words."""
        words = self._words[LANGUAGES.index(one.lang)]
        return words.tokens(one.text) == words.tokens(other.text)

    def readings(self, text: str) -> list[LooseReading]:
        """What ``text`` may mean, each meaning once: as it stands, else after a subject."""
        if '"' in text:
            return []
        for words, shapes in zip(self._words, self._shapes, strict=True):
            found = list(self._of(words, shapes, text, None))
            for subject, kind, rest in () if found else words.without_subjects(text):
                found = list(self._of(words, shapes, rest, subject))
                # "hộ ông Hùng" names one household; "anh em" is not two subjects.
                inner_ones = words.without_subjects(rest) if kind == "household" and not found else ()
                for inner, _, last in inner_ones:
                    found = list(self._of(words, shapes, last, f"{subject} {inner}"))
                if found:
                    break
            if found:
                return self._least(list({self._meaning(one): one for one in reversed(found)}.values()))
        return []

    def _least(self, readings: list[LooseReading]) -> list[LooseReading]:
        """``readings`` without those that say all that another says, and more that the words need not mean."""
        stated = [self._stated(one).items() for one in readings]
        return [
            one for one, own in zip(readings, stated, strict=True) if not any(other and other < own for other in stated)
        ]

    def in_turn(self, text: str) -> list[LooseReading]:
        """What ``text`` says where it first says what somebody is, and then one thing more of him; else nothing."""
        for words, shapes, is_a in zip(self._words, self._shapes, self._is_a, strict=True):
            for subject, form in _forms(words, text):
                tokens = words.tokens(form)
                if any(token.text in words.persons for token in tokens):
                    continue
                if found := self._in_turn(words, shapes, is_a, tokens, subject):
                    return found
        return []

    def in_own_words(self, text: str) -> LooseReading | None:
        """What ``text`` means where it says a phrase and, besides, only words of phrases that mean the same."""
        for words, own in zip(self._words, self.own_words, strict=True):
            for subject, form in _forms(words, text):
                for filled, row in rows_of(words.tokens(form)):
                    if (known := own.find(row)) is not None:
                        return LooseReading(known.phrase, {} if filled is None else {"value": filled.written}, subject)
        return None

    @cached_property
    def own_words(self) -> list[OwnWords]:
        """By language, what phrases of facts are read by beside words of their own."""
        return [
            OwnWords(
                words,
                [
                    Known(shape.phrase, shape.row, self._stated(LooseReading(shape.phrase, {"value": "…"})))
                    for shapes in by_tokens.values()
                    for shape in shapes
                    if isinstance(shape.phrase.phrase, FactPhrase) and shape.row
                ],
            )
            for words, by_tokens in zip(self._words, self._shapes, strict=True)
        ]

    def _in_turn(
        self,
        words: Words,
        shapes: Mapping[_Row, list[_Shape]],
        is_a: Mapping[_Row, list[_Shape]],
        tokens: list[Token],
        subject: str | None,
        more: int = 2,
    ) -> list[LooseReading]:
        """What somebody is, as often as ``more`` says, and one thing of him."""
        for count in range(len(tokens) - 1, 0, -1):
            firsts = list(self._among(is_a, tokens[:count], subject))
            if len({self._meaning(one) for one in firsts}) != 1 or any(t.text in words.ended for t in tokens[count:]):
                continue
            first = firsts[0]
            rests = self._of_that(words, shapes, first, tokens[count:])
            if len({self._meaning(one) for one in rests}) == 1:
                after = [rests[0]]
            else:
                after = self._in_turn(words, shapes, is_a, tokens[count:], subject, more - 1) if more > 1 else []
            if after and all(self._together(first, one) for one in after):
                return [first, *after]
        return []

    def _of_that(
        self, words: Words, shapes: Mapping[_Row, list[_Shape]], first: LooseReading, tokens: list[Token]
    ) -> list[LooseReading]:
        """What ``tokens`` say of whoever ``first`` speaks of: of a household what is said of households only, if so."""
        household = [one for one in first.phrase.text.split() if one in words.subjects["household"]]
        named = [Token(household[0]), *tokens] if household else []
        rests = list(self._among(shapes, named, first.subject)) or list(self._among(shapes, tokens, first.subject))
        if not self._is_organisation(words, first):
            return [one for one in rests if not self._is_organisation(words, one)]
        return [one for one in rests if self._section(one) == self._section(first)]

    def _is_organisation(self, words: Words, one: LooseReading) -> bool:
        return " ".join(token.text for token in words.tokens(one.phrase.text)) in words.organisations

    def _section(self, one: LooseReading) -> str | None:
        """The section of what ``one`` states: an organisation's own stand in one, a person's in others."""
        fact = self.facts.get(one.phrase.name)
        return None if fact is None else fact.section

    @cached_property
    def _is_a(self) -> list[Mapping[_Row, list[_Shape]]]:
        """By language, the phrases that say what somebody is."""
        return [
            {
                key: said
                for key, shapes in by_tokens.items()
                if (said := [one for one in shapes if one.phrase.text.startswith(words.is_a)])
            }
            for words, by_tokens in zip(self._words, self._shapes, strict=True)
        ]

    def _of(
        self, words: Words, shapes: Mapping[_Row, list[_Shape]], text: str, subject: str | None
    ) -> Iterator[LooseReading]:
        return self._among(shapes, words.tokens(text), subject)

    def _among(
        self, shapes: Mapping[_Row, list[_Shape]], tokens: list[Token], subject: str | None
    ) -> Iterator[LooseReading]:
        moved: list[LooseReading] = []
        straight = False
        for filled, row in rows_of(tokens):
            for shape in shapes.get(tuple(sorted(row)), ()):
                value = {} if filled is None else {"value": filled.written}
                if row == shape.row:
                    straight = True
                    yield LooseReading(shape.phrase, value, subject)
                elif _moved(row, shape.row):
                    moved.append(LooseReading(shape.phrase, value, subject))
        # "Nhà có diện tích" and "có nhà diện tích" are two phrases: words in their own order are meant as they stand.
        yield from () if straight else moved

    def _together(self, one: LooseReading, other: LooseReading) -> bool:
        """Whether two readings can both be so: "công nhân công an" is no worker who is a policeman besides."""
        stated = self._stated(one)
        return all(stated.get(name, value) == value for name, value in self._stated(other).items())

    def _meaning(self, one: LooseReading) -> Hashable:
        said = one.phrase.phrase
        if isinstance(said, ConditionPhrase):
            return one.phrase.name, said.outcome
        return frozenset(self._stated(one).items())

    def _stated(self, one: LooseReading) -> dict[str, Hashable]:
        said = one.phrase.phrase
        if not isinstance(said, FactPhrase):
            return {}
        own = said.value if said.value is not None else one.values.get("value")
        return {name: self._value(name, value) for name, value in {**said.also, one.phrase.name: own}.items()}

    def _value(self, name: str, value: object) -> Hashable:
        try:
            return parse(self.facts[name], value)
        except ValueProblem:
            return str(value)


def _forms(words: Words, text: str) -> Iterator[tuple[str | None, str]]:
    """``text`` as it stands, and what follows each subject that it may begin with."""
    yield None, text
    yield from ((subject, rest) for subject, _, rest in words.without_subjects(text))


def _proper_names(fact: FactDef) -> Iterator[str]:
    """What the values of ``fact`` are called by names of their own, such as those of provinces."""
    for value in fact.values.values():
        for name in (value.vi, *value.synonyms):
            if all(word[0].isupper() for word in name.split()) and (" " in name or name == value.vi):
                yield name


def _moved(row: _Row, other: _Row) -> bool:
    """Whether ``row`` is ``other`` but for one part that stands before the part that follows it there."""
    start = next((at for at, (a, b) in enumerate(zip(row, other, strict=True)) if a != b), len(row))
    rest, of_other = row[start:], other[start:]
    while rest and rest[-1] == of_other[-1]:
        rest, of_other = rest[:-1], of_other[:-1]
    return any(rest[at:] + rest[:at] == of_other for at in range(len(rest))) if rest else True
