"""Sentences that state one fact or another, by the programmes that a scenario judges.

"Chưa có nhà ở" is said of what the applicant owns in a province, and of what a household has: programmes ask about one
or the other. The sentence states the fact that the programmes of its scenario use. Where they use both, it is refused.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ancu.errors import UnknownNameError
from ancu.kept import kept
from ancu.messages import message
from ancu.rulebook.model import FactPhrase
from ancu.rulebook.phrases import Spoken
from ancu.rulebook.references import facts_read, names_in
from ancu.rulebook.rulebook import Rulebook
from ancu.specs.language.asides import asked_instead
from ancu.specs.language.chosen import book, language
from ancu.specs.language.grammar import Saying, grammar_of
from ancu.specs.language.mistakes import Mistake
from ancu.specs.language.told import quoted, subject_is_household


def programmes_judged(lines: Iterable[str]) -> frozenset[str]:
    """The programmes, by id, that the ``lines`` of a scenario judge; what cannot be read judges none."""
    grammar = grammar_of(book())
    found: set[str] = set()
    for line in lines:
        for saying in grammar.read(line) or ():
            if saying.sentence.purpose == "judge":
                try:
                    found.add(book().programme(saying.values["programme"]).programme)
                except UnknownNameError:
                    continue
    return frozenset(found)


def meant(saying: Saying, programmes: frozenset[str]) -> Saying:
    """What ``saying`` states in a scenario that judges ``programmes``.

    Raises :class:`.Mistake` where they use both facts of which it may speak. Of a person, or where no programme is
    known or uses either, it states what the phrase book says first.
    """
    said = saying.sentence.phrase
    if said is None or said.name not in grammar_of(book()).homonyms or not programmes or not _of_all(saying):
        return saying
    others = list(_others(said))
    by_name = {said.name: said, **{other.name: other for other in others}}
    for of in (facts_used, facts_behind):
        used = frozenset[str]().union(*(of(book(), programme) for programme in programmes)) & by_name.keys()
        if len(used) > 1:
            near = quoted(_plainly(by_name[name]) for name in by_name if name in used)
            raise Mistake(message("spec_homonym", language(), step=saying.text, near=near))
        if used:
            one = by_name[next(iter(used))]
            return saying if one is said else replace(saying, sentence=replace(saying.sentence, phrase=one))
    return saying


def asked_by(saying: Saying, programmes: frozenset[str]) -> list[str]:
    """The facts that ``programmes`` ask for and that may be meant by what ``saying`` tells besides."""
    used = frozenset[str]().union(*(facts_used(book(), programme) for programme in programmes))
    return [fact for fact in asked_instead(saying.values) if fact in used]


def _of_all(saying: Saying) -> bool:
    """Whether a sentence names nobody, or the household: what a person has, the household need not have."""
    return saying.whom is None and (saying.subject is None or subject_is_household(saying.subject))


def _others(said: Spoken) -> Iterable[Spoken]:
    """The other things that the words of ``said`` may say: one for each fact."""
    grammar = grammar_of(book())
    for other in grammar.homonyms[said.name]:
        same = other.text.casefold() == said.text.casefold()
        if other.lang == said.lang and (same or grammar.loose.alike(other, said)):
            yield other


def _plainly(said: Spoken) -> str:
    """A phrase that says the same of the fact of ``said``, and nothing else."""
    grammar = grammar_of(book())
    assert isinstance(said.phrase, FactPhrase)
    for sentence in grammar.phrases:
        one = sentence.phrase
        if one is None or (one.name, one.lang) != (said.name, said.lang) or not isinstance(one.phrase, FactPhrase):
            continue
        plain = one.phrase.value == said.phrase.value and not one.phrase.also
        if plain and not (one.name in grammar.homonyms and list(_others(one))):
            return one.text
    return book().facts[said.name].label[said.lang]


@kept
def facts_used(rulebook: Rulebook, programme: str) -> frozenset[str]:
    """The facts that a programme reads, asks about or speaks of."""
    known = set(facts_read(rulebook, [programme]))
    return frozenset(known | {fact for part in rulebook.programmes[programme].no_condition for fact in part.facts})


@kept
def facts_behind(rulebook: Rulebook, programme: str) -> frozenset[str]:
    """The same, and the facts from which they follow."""
    facts = set(facts_used(rulebook, programme))
    before = -1
    while before != len(facts):
        before = len(facts)
        for following in rulebook.implications.values():
            if not facts.isdisjoint(following.then):
                facts.update(names_in(following.when))
    return frozenset(facts)
