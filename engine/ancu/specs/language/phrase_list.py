"""Every sentence that a scenario may use, with what it means: for the terminal, the phrase book and editors."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from ancu.messages import Language, message
from ancu.rulebook.member_names import RELATION
from ancu.rulebook.model import ConditionPhrase, FactDef, FactPhrase, Homonym, PersonPhrase
from ancu.rulebook.person_phrases import spoken_of_members
from ancu.rulebook.phrases import BLANK, Spoken
from ancu.rulebook.references import PLACEHOLDER
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import format_value, parse
from ancu.specs.language.grammar import Sentence, grammar_of
from ancu.specs.language.likeness import bare
from ancu.specs.language.words import words_in


@dataclass(frozen=True)
class ListedSentence:
    """A sentence under its heading: how it is written, what it means."""

    heading: str
    text: str
    meaning: str
    #: What a search looks at besides the text: the meaning, or the values that may be filled in and their other names.
    known_by: str | None = None
    #: Whether the words mean something else first.
    homonym: bool = False

    @property
    def searched(self) -> str:
        """What a search looks at."""
        return f"{self.text} {self.meaning if self.known_by is None else self.known_by}"


def entries(
    book: Rulebook, lang: Language, word: str | None = None, every_name: bool = False
) -> Iterator[ListedSentence]:
    """The sentences in ``lang``, those that hold ``word`` or mean it, marks and case aside; else each word of it.

    With ``word`` or ``every_name``, the general steps also stand filled in for each fact and condition.
    """
    known = list(_all(book, lang, every_name or word is not None))
    if word is None:
        yield from known
        return
    together = re.compile(rf"\b{re.escape(bare(word))}\b")
    at_once = [entry for entry in known if together.search(bare(entry.searched))]
    parts = bare(word).split()
    wholes = [re.compile(rf"\b{re.escape(part)}\b") for part in parts]
    yield from at_once or (entry for entry in known if all(whole.search(bare(entry.searched)) for whole in wholes))


def _all(book: Rulebook, lang: Language, every_name: bool) -> Iterator[ListedSentence]:
    grammar = grammar_of(book)
    for sentence in grammar.steps:
        if sentence.lang == lang:
            heading = message(f"spec_steps_{sentence.purpose}", lang)
            yield ListedSentence(
                heading, _shown(sentence), message(f"meaning_{sentence.key.removeprefix('step_')}", lang)
            )
    phrases: dict[str, list[Spoken]] = {}
    for sentence in grammar.phrases:
        if sentence.phrase is not None and sentence.lang == lang:
            phrases.setdefault(sentence.phrase.name, []).append(sentence.phrase)
    others = [one for of in grammar.homonyms.values() for one in of if one.lang == lang]
    stating = next(s for s in grammar.steps if s.key == "step_fact" and s.lang == lang)
    for section, title in book.sections.items():
        heading = message("spec_steps_section", lang, section=title[lang])
        for name, fact in book.facts.items():
            if fact.section != section:
                continue
            for spoken in phrases.get(name, ()):
                yield ListedSentence(heading, spoken.text, _meaning(book, spoken, lang))
            for spoken in (one for one in others if one.name == name):
                yield ListedSentence(heading, spoken.text, _meaning(book, spoken, lang), homonym=True)
            if every_name:
                blank = "{" + message("spec_blank_value", lang) + "}"
                text = stating.text.replace("{label}", fact.label[lang]).replace("{value}", blank)
                yield ListedSentence(heading, text, _expected(fact, lang), _names(fact, lang))
    yield from _of_members(book, lang, every_name)
    heading = message("spec_steps_conditions", lang)
    outcome = next(s for s in grammar.steps if s.key == "step_met" and s.lang == lang)
    for name in book.conditions:
        for spoken in phrases.get(name, ()):
            yield ListedSentence(heading, spoken.text, _meaning(book, spoken, lang))
        if every_name:
            named = _title(book, name, lang)
            yield ListedSentence(heading, outcome.text.replace("{condition}", named), name)


def _of_members(book: Rulebook, lang: Language, every_name: bool) -> Iterator[ListedSentence]:
    """The sentences on the members of a household: that phrases of a record serve for them, and those of their own."""
    if book.people is None:
        return
    person, given = book.people.person, book.people.given
    heading = message("spec_steps_members", lang)
    member = "{" + message("blank_member", lang) + "}"
    phrase = "{" + message("blank_phrase", lang) + "}"
    yield ListedSentence(heading, f"{member} {phrase}", message("meaning_member_phrase", lang), "")
    stating = next(s for s in grammar_of(book).steps if s.key == "step_member_fact" and s.lang == lang)
    phrases: dict[str, list[Spoken]] = {}
    for spoken in spoken_of_members(book):
        if spoken.lang == lang and isinstance(spoken.phrase, PersonPhrase):
            phrases.setdefault(spoken.name, []).append(spoken)
    for name, fact in person.facts.items():
        for spoken in phrases.get(name, ()):
            yield ListedSentence(heading, f"{member} {spoken.text}", _meaning(person, spoken, lang))
        if every_name and name != RELATION and given[name].like != name:
            blank = "{" + message("spec_blank_value", lang) + "}"
            text = stating.text.replace("{label}", fact.label[lang]).replace("{member}", member)
            yield ListedSentence(heading, text.replace("{value}", blank), _expected(fact, lang), _names(fact, lang))


def _shown(sentence: Sentence) -> str:
    """A general step with blanks in the reader's words."""
    return BLANK.sub(lambda blank: "{" + message(f"blank_{blank[1]}", sentence.lang) + "}", sentence.text)


def _title(book: Rulebook, name: str, lang: Language) -> str:
    return PLACEHOLDER.sub("…", book.title(name)[lang])


def _expected(fact: FactDef, lang: Language) -> str:
    choices = "; ".join(value[lang] for value in fact.values.values())
    return message(f"expected_{fact.type}", lang, choices=choices)


def _names(fact: FactDef, lang: Language) -> str:
    """The other names of a fact, and of each value that it may have."""
    values = (name for value in fact.values.values() for name in (value[lang], *value.synonyms))
    return " ; ".join((*fact.synonyms, *values))


def _meaning(book: Rulebook, spoken: Spoken, lang: Language) -> str:
    phrase = spoken.phrase
    if isinstance(phrase, ConditionPhrase):
        return message(f"meaning_{phrase.outcome}_of", lang, title=_title(book, spoken.name, lang))
    assert isinstance(phrase, FactPhrase)
    stated = dict(phrase.also)
    texts = [_pair(book, name, value, lang) for name, value in stated.items()]
    if isinstance(phrase, Homonym):
        own = _pair(book, spoken.name, phrase.value, lang)
        return message("meaning_homonym", lang, own=own, other=book.facts[phrase.of].label[lang])
    if phrase.value is not None:
        return "; ".join([_pair(book, spoken.name, phrase.value, lang), *texts])
    fact = book.facts[spoken.name]
    own = message("meaning_stated", lang, label=fact.label[lang], value=_expected(fact, lang))
    return "; ".join([own, *texts])


def _pair(book: Rulebook, name: str, value: object, lang: Language) -> str:
    fact = book.facts[name]
    unit = fact.unit[lang] if fact.unit is not None else None
    text = format_value(parse(fact, value), fact.value_type, unit, lang, fact.values)
    return message("meaning_stated", lang, label=fact.label[lang], value=text)


def as_text(listed: list[ListedSentence]) -> str:
    """The sentences by heading, each over what it means."""
    lines: list[str] = []
    heading = None
    for entry in listed:
        if entry.heading != heading:
            heading = entry.heading
            lines += ["", heading] if lines else [heading]
        lines += [f"  {entry.text}", f"      {entry.meaning}"]
    return "\n".join(lines) + "\n"


def as_markdown(book: Rulebook, lang: Language) -> str:
    """The phrase book: every sentence in tables by heading."""
    lines = [f"# {message('spec_book', lang)}", "", message("spec_book_about", lang, digest=book.digest[:12])]
    heading = None
    for entry in entries(book, lang):
        if entry.heading != heading:
            heading = entry.heading
            columns = message("spec_book_columns", lang)
            lines += ["", f"## {heading}", "", f"| {columns} |", "|---|---|"]
        lines.append(f"| `{entry.text}` | {entry.meaning} |")
    lines += _varied(lang)
    return "\n".join(lines) + "\n"


def _varied(lang: Language) -> Iterator[str]:
    """What the words of a phrase may be put in place of, what may be left out, and what may stand before it."""
    words = words_in(lang)
    yield from ("", f"## {message('spec_words', lang)}", "", message("spec_words_about", lang), "")
    for key, listed in (("spec_words_left_out", words.left_out), ("spec_words_day", words.day)):
        yield f"- {message(key, lang, words='; '.join(listed))}"
    for kind, listed in words.subjects.items():
        if listed:
            yield f"- {message(f'spec_words_{kind}', lang, words='; '.join(listed))}"
    yield from ("", f"| {message('spec_words_columns', lang)} |", "|---|---|")
    yield from (f"| {common} | {'; '.join(map(str, others))} |" for common, others in words.same.items())
    if words.asides:
        yield from ("", f"## {message('spec_words_besides', lang)}", "", message("spec_words_besides_about", lang), "")
        kinds = dict.fromkeys((*words.asides, *words.details))
        yield from (f"- {message(f'spec_aside_{kind}', lang, said='…')}" for kind in kinds)


def as_snippets(book: Rulebook, lang: Language) -> str:
    """The sentences as snippets in the form that Visual Studio Code and its kin read: what an editor completes."""
    snippets: dict[str, dict[str, object]] = {}
    for entry in (one for one in entries(book, lang, every_name=True) if not one.homonym):
        number = iter(range(1, 100))
        body = BLANK.sub(lambda blank, n=number: f"${{{next(n)}:{blank[1]}}}", entry.text)  # type: ignore[misc]
        snippets[entry.text] = {
            "prefix": [entry.text, bare(entry.text)],
            "body": body,
            "description": entry.meaning,
            "scope": "feature,cucumber,gherkin",
        }
    return json.dumps(snippets, ensure_ascii=False, indent=1) + "\n"
