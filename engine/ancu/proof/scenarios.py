"""A counterexample as scenarios: the record, and what the rulebook decides on it, ready for a feature file."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ancu.decision.deciding import Record, decide
from ancu.inference.program import program_on
from ancu.messages import Language, message
from ancu.proof.proving import RulebookProof
from ancu.proof.refuting import Counterexample
from ancu.rulebook.expressions import Name
from ancu.rulebook.property_texts import named_in, read_texts
from ancu.rulebook.rulebook import Rulebook
from ancu.specs.draft.writer import ScenarioDraft, ScenarioWriter


def feature_of(proof: RulebookProof, lang: Language) -> str | None:
    """A feature file with the counterexamples of every property that does not hold; None where all do."""
    writer = ScenarioWriter(proof.book, lang)
    drafts = [
        draft
        for one in proof.properties
        for example in one.counterexamples
        for draft in drafts_of(proof.book, example, writer)
    ]
    if not drafts:
        return None
    return writer.feature(message("proof_feature", lang), drafts, message("proof_feature_about", lang))


def drafts_of(book: Rulebook, example: Counterexample, writer: ScenarioWriter) -> list[ScenarioDraft]:
    """A scenario for each programme that the property is of; where two records or two days differ, a table of both."""
    lang, stated = writer.lang, example.claim.stated
    drafts = []
    for programme in programmes_of(book, example):
        titles = {"title": stated.title[lang], "programme": book.programmes[programme].title[lang]}
        draft = ScenarioDraft(message("proof_scenario", lang, **titles), example.record, programme, example.day)
        if example.second is not None and example.claim.change is not None:
            changed = {fact: example.second.get(fact) for fact in example.claim.change.facts}
            draft.changes = [{fact: example.record.get(fact) for fact in changed}, changed]
        elif example.later is not None:
            draft.changes = [{"as_of": example.day}, {"as_of": example.later}]
        else:
            decision = decide(book, Record(example.record), programme, example.day, "direct")
            draft.then = writer.results(decision)
        kept = read_texts(book, stated).get(("keeps",))
        if draft.changes and isinstance(kept, Name) and kept.id in book.conditions:
            draft.condition = kept.id
        drafts.append(draft)
    return drafts


def programmes_of(book: Rulebook, example: Counterexample) -> list[str]:
    """The programmes that a counterexample is of: those that the property names, else the first that reads it."""
    stated = example.claim.stated
    if stated.bands is not None:
        return [stated.bands.programme]
    exprs = read_texts(book, stated)
    words = (word for text in example.refutation.about for word in re.findall(r"\w+", text))
    about = [name for name in dict.fromkeys(words) if name in book.programmes]
    named = about or list(named_in(book, exprs))
    if named:
        return [name for name in named if book.programmes[name].in_force_on(example.day)]
    read = {part.id for expr in exprs.values() for part in expr.walk() if isinstance(part, Name)}
    return list(_readers(book, example, read))[:1]


def _readers(book: Rulebook, example: Counterexample, names: set[str]) -> Iterable[str]:
    for programme, definition in book.programmes.items():
        if example.day >= definition.covered_from and definition.in_force_on(example.day):
            program = program_on(book, programme, example.day)
            if names & {*program.nodes, *program.facts}:
                yield programme
