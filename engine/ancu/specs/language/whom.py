"""Whom a sentence speaks of: "vợ", "con thứ hai", "the second child", "dòng 3"; and what it says of him."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from ancu.household.members import Household, Member, people_of
from ancu.kept import kept
from ancu.messages import LANGUAGES, Language, lower_first, message
from ancu.rulebook.member_names import APPLICANT, RELATION
from ancu.rulebook.naming import naming_of
from ancu.rulebook.person_phrases import MemberName, member_names, spoken_of_groups, spoken_of_members
from ancu.rulebook.phrases import BLANK, Spoken, without_subject
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import normalise
from ancu.specs.language.loose import LooseReader
from ancu.specs.language.words import words_in


@dataclass(frozen=True)
class Whom:
    """Somebody of a household: by what he is to the applicant and which of several, or by what his row is called.

    ``said``: the words that name him.
    """

    said: str
    name: MemberName | None = None
    ordinal: int | None = None
    #: What the row of the list is called.
    label: str | None = None


@dataclass(frozen=True)
class OfWhom:
    """A phrase about a person, what stands in its blank, and of whom it is said; None where it names nobody."""

    phrase: Spoken
    values: dict[str, str]
    whom: Whom | None
    subject: str | None = None


class MemberReader:
    """Reads names of members, and phrases about them, in both languages."""

    def __init__(self, book: Rulebook) -> None:
        self.book = book
        self.facts = book.people.person.facts if book.people is not None else {}
        self.names = member_names(book.people) if book.people is not None else ()
        phrases = list(spoken_of_members(book))
        #: Of two that a text can be read as, the one with the most words of its own is meant.
        self.phrases = sorted(phrases, key=lambda phrase: -len(re.sub(r"\{[^{}]*\}", "", phrase.text)))
        self._fixed = {one.text.casefold(): one for one in reversed(self.phrases) if not BLANK.search(one.text)}
        self._blank = [phrase for phrase in self.phrases if BLANK.search(phrase.text)]

    @cached_property
    def _by_first(self) -> Mapping[str, list[MemberName]]:
        """The names by their first word, in their order."""
        found: dict[str, list[MemberName]] = {}
        for name in self.names:
            found.setdefault(name.text.split(" ", 1)[0].casefold(), []).append(name)
        return found

    @cached_property
    def _before(self) -> list[str]:
        return _words("member_before")

    @cached_property
    def _after(self) -> list[str]:
        return _words("member_after")

    @cached_property
    def _ordinals(self) -> dict[str, int]:
        lists = (message("member_ordinals", lang).split("; ") for lang in LANGUAGES)
        return {normalise(word): place for words in lists for place, word in enumerate(words, 1)}

    # -- names --------------------------------------------------------------------------------------------------------

    def whom(self, text: str) -> Whom | None:
        """Whom ``text`` names and nothing besides; a row by its quoted label. None where it names nobody."""
        if label := re.fullmatch(r'"([^"]+)"', text.strip()):
            return Whom(text.strip(), label=label[1])
        subject = without_subject(f"{text.strip()} ·")
        if subject == "·":
            return self.applicant(text.strip())
        return next((whom for whom, rest in self._starts(f"{text.strip()} ·") if rest == "·"), None)

    def applicant(self, said: str) -> Whom | None:
        """The applicant, called ``said``."""
        name = next((name for name in self.names if name.relation == APPLICANT), None)
        return Whom(said, MemberName(said, name.relation)) if name is not None else None

    def _starts(self, text: str) -> Iterator[tuple[Whom, str]]:
        """Every name of a member that ``text`` may begin with, and what follows."""
        for rest in (text, *self._without(self._before, text)):
            ordinal, of_rest = self._ordinal(rest)
            for name in self._by_first.get(of_rest.split(" ", 1)[0].casefold(), ()):
                after = _after(of_rest, name.text)
                if after is None:
                    continue
                which, end = (ordinal, after) if ordinal is not None else self._ordinal(after)
                said = text[: len(text) - len(end)].strip()
                yield Whom(said, name, which), end

    def _named(self, text: str) -> Iterator[tuple[Whom, str]]:
        """The same, but for the words that address the one spoken of: "ông là thương binh" names nobody else."""
        return ((whom, rest) for whom, rest in self._starts(text) if not words_in("vi").addresses(whom.said))

    def _ordinal(self, text: str) -> tuple[int | None, str]:
        """Which of several ``text`` begins with, and the rest."""
        found = next(
            ((place, _after(text, word)) for word, place in self._ordinals.items() if _after(text, word)), None
        )
        return (found[0], str(found[1])) if found is not None else (None, text)

    def _without(self, words: list[str], text: str) -> Iterator[str]:
        yield from (rest for word in words if (rest := _after(text, word)) is not None)

    def start_of(self, text: str) -> str | None:
        """The words with which ``text`` names a member before it says something; None where it names none."""
        bare = without_subject(text) or text
        found = next((whom.said for whom, rest in self._starts(bare) if rest), None)
        return None if found is None else text[: len(text) - len(bare)] + found

    # -- sentences ----------------------------------------------------------------------------------------------------

    def readings(self, text: str) -> list[OfWhom]:
        """Everything that ``text`` may say of a member, or of nobody that it names; each meaning once."""
        found: dict[object, OfWhom] = {}
        bare = without_subject(text)
        subject = text[: -len(bare) - 1] if bare is not None else None
        for form in (text, bare) if bare is not None else (text,):
            for whom, rest in self._named(form):
                for said in self._said(rest):
                    name = whom.name
                    key = (
                        name.relation if name else None,
                        whom.ordinal,
                        said.phrase.name,
                        *sorted(said.values.items()),
                    )
                    found.setdefault(key, OfWhom(said.phrase, said.values, whom))
            alone = self._phrase(form) if not found else None
            if alone is not None:
                found.setdefault(None, replace(alone, subject=subject if form is bare else None))
        return list(found.values())

    def _said(self, rest: str) -> Iterator[OfWhom]:
        """What ``rest`` says, with or without words such as "có" or "của người này" before it."""
        forms = [rest]
        for form in (rest, *self._without(self._after, rest)):
            of_somebody = without_subject(form)
            forms += [form] if of_somebody is None else [form, of_somebody]
        found = next((said for form in dict.fromkeys(forms) if (said := self._phrase(form)) is not None), None)
        if found is not None:
            yield found

    @cached_property
    def _loose(self) -> LooseReader:
        return LooseReader((*self.phrases, *spoken_of_groups(self.book)), self.facts)

    def loose_readings(self, text: str) -> list[OfWhom]:
        """What ``text`` may say of a member, or of nobody that it names, though its words differ from the phrase."""
        named = [
            OfWhom(one.phrase, one.values, whom)
            for whom, rest in self._named(text)
            for form in (rest, *self._without(self._after, rest))[-1:]
            for one in self._loose.readings(form)
            if one.subject is None
        ]
        return named or [OfWhom(one.phrase, one.values, None, one.subject) for one in self._loose.readings(text)]

    def _phrase(self, text: str) -> OfWhom | None:
        if (fixed := self._fixed.get(text.casefold())) is not None:
            return OfWhom(fixed, {}, None)
        for phrase in self._blank:
            if match := phrase.regex.fullmatch(text):
                return OfWhom(phrase, {k: v.strip('"') for k, v in match.groupdict().items()}, None)
        return None

    def misfilled(self, text: str) -> OfWhom | None:
        """The phrase of a member that ``text`` would be, were its blank filled rightly."""
        bare = without_subject(text) or text
        for whom, rest in self._starts(bare):
            for form in (rest, *self._without(self._after, rest)):
                for phrase in self.phrases:
                    if phrase.numeric and (match := phrase.loose.fullmatch(form)):
                        return OfWhom(phrase, {k: v.strip('"') for k, v in match.groupdict().items()}, whom)
        return None

    def labelled(self, text: str) -> tuple[str, str, Whom] | None:
        """The label and the fact that "Thu nhập của vợ" names, and of whom; None where it names none of a member."""
        if self.book.people is None:
            return None
        person = self.book.people.person
        for joint in _words("member_of"):
            for at in reversed([match.start() for match in re.finditer(re.escape(f" {joint} "), text)]):
                label, named = text[:at].strip(), text[at + len(joint) + 2 :]
                fact, whom = naming_of(person).find(label), self.whom(named)
                if fact in person.facts and whom is not None:
                    return label, str(fact), whom
        return None


def member_text(book: Rulebook, household: Household, member: Member, lang: Language) -> str | None:
    """How a scenario names ``member``: by relation, which of several, or the label of his row; None for nobody."""
    relation = member.relation
    alike = [other.place for other in household.members if other.relation == relation]
    if relation is not None:
        value = people_of(book).person.facts[RELATION].values[relation]
        if len(alike) == 1:
            return message("member_named", lang, member=lower_first(value[lang]))
        words = message("member_ordinals", lang).split("; ")
        place = alike.index(member.place)
        if place < len(words):
            return message("member_ordinal", lang, member=lower_first(value[lang]), ordinal=words[place])
    return f'"{member.label}"' if member.label is not None else None


@kept
def reader_of(book: Rulebook) -> MemberReader:
    """The reader of members of ``book``, made once."""
    return MemberReader(book)


def _words(key: str) -> list[str]:
    """The words of a list in every language, the longest first."""
    return sorted((word for lang in LANGUAGES for word in message(key, lang).split("; ")), key=lambda word: -len(word))


def _after(text: str, start: str) -> str | None:
    return text[len(start) + 1 :] if text.casefold().startswith(f"{start.casefold()} ") else None
