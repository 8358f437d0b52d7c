"""What an officer still owes a rulebook that serves as it is, and what looks like a slip in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from itertools import pairwise

from pydantic import BaseModel

from ancu.errors import Problem
from ancu.messages import Language
from ancu.rulebook import language
from ancu.rulebook.calendar import Period
from ancu.rulebook.expressions import AddMonths, Arithmetic, Compare, Constant, Expr, Within
from ancu.rulebook.folder import VOCABULARY
from ancu.rulebook.model import Programme, Text, Translated
from ancu.rulebook.references import cited
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.types import Type

#: How many times a figure may be its neighbour in time or place before somebody is asked to look again: a sum, or
#: another number.
MOST_TIMES = 5
MOST_TIMES_OTHERS = 10
#: Numbers that stand in rules for themselves: none, one and the like.
_PLAIN = frozenset({0, 1})


def owed(book: Rulebook) -> Iterator[Problem]:
    """All that is owed, and all slips, in the order of the files that hold them."""
    yield from papers_owed(book)
    yield from ranges_owed(book)
    yield from sentences_owed(book)
    yield from states_owed(book)
    yield from idle(book)
    yield from figure_slips(book)
    yield from figures_hidden(book)
    yield from notes_out_of_time(book)
    yield from english_owed(book)
    yield from defects_owed(book)


def defects_owed(book: Rulebook) -> Iterator[Problem]:
    """The open questions of which nobody has said what kind of defect of the law they are, where others are sorted."""
    for name, question in book.questions.items():
        if book.defects and name not in book.defects:
            yield _problem("owed_defect", "defects.yaml", name, question.text)


def papers_owed(book: Rulebook) -> Iterator[Problem]:
    """The facts that no paper proves: their holder cannot be told what to bring."""
    for name, fact in book.facts.items():
        if not fact.evidence:
            yield _problem("owed_paper", VOCABULARY, name, fact.label)


def ranges_owed(book: Rulebook) -> Iterator[Problem]:
    """The numbers and days of which nothing says what is plausible: whatever is keyed in is believed."""
    for name, fact in book.facts.items():
        if fact.value_type.kind in ("number", "date") and fact.plausible is None:
            yield _problem("owed_range", VOCABULARY, name, fact.label)


def sentences_owed(book: Rulebook) -> Iterator[Problem]:
    """The conditions that a refusal would tell by denying their title."""
    ranks = {name for programme in book.programmes.values() for name in programme.priority}
    for name, condition in book.conditions.items():
        told = name not in ranks and (not book.compound[name] or condition.explain == "whole")
        never_fails = all(tree.expr == Constant(True) for tree in book.trees[name])
        if told and condition.not_met is None and not condition.gate and not never_fails:
            yield _problem("owed_sentence", "rules", name, condition.title)


def states_owed(book: Rulebook) -> Iterator[Problem]:
    """The slots of a province that it has neither filled nor somebody looked up: whatever hangs on them stays open."""
    slots = [name for name, parameter in book.parameters.items() if parameter.set_by == "province"]
    for region, definition in book.regions.items():
        for slot in slots:
            if (slot, region) not in book.fills and (slot, region) not in book.searched:
                yield _problem(
                    "owed_state", f"regions/{region}.yaml", slot, book.parameters[slot].label, definition.title
                )


def idle(book: Rulebook) -> Iterator[Problem]:
    """The papers that nobody is asked for, and the instruments on which nothing rests."""
    asked = {paper for fact in book.facts.values() for paper in fact.evidence}
    asked |= {paper for programme in book.programmes.values() for paper in programme.papers}
    for name, document in book.documents.items():
        if name not in asked:
            yield _problem("idle_paper", "evidence.yaml", name, document.title)
    used = {citation.partition(":")[0] for *_, basis in cited(book) for citation in basis}
    for name, instrument in book.instruments.items():
        if name not in used:
            yield _problem("idle_instrument", "instruments.yaml", name, instrument.title)


def figure_slips(book: Rulebook) -> Iterator[Problem]:
    """The figures that are many times their neighbour: mostly a zero too many or too few."""
    for name, figures in book.figures.items():
        steps = list(pairwise(figures))
        for filled in (own for (slot, _), own in book.fills.items() if slot == name):
            national = ((book.figure_on(name, figure.period.start), figure) for figure in filled)
            steps += [(general, figure) for general, figure in national if general is not None]
            steps += pairwise(filled)
        for a, b in steps:
            if far_apart(a.value, b.value, book.types[name]):
                yield slip(book, name, a.version.value, b.version.value)


def slip(book: Rulebook, name: str, before: object, after: object) -> Problem:
    """The question whether a figure that goes from ``before`` to ``after`` has a zero too many or too few."""
    values = {"before": _grouped(before), "after": _grouped(after)}
    return _problem("figure_slip", "parameters.yaml", name, book.parameters[name].label, None, **values)


def _grouped(value: object) -> str:
    return f"{value:,}".replace(",", "\0").replace(".", ",").replace("\0", ".")


def far_apart(a: object, b: object, of: Type) -> bool:
    """Whether two values of a figure, scaled, are so many times each other that one of them may be a slip."""
    if not (isinstance(a, int) and isinstance(b, int)) or isinstance(a, bool) or of.kind != "number" or min(a, b) <= 0:
        return False
    return max(a, b) >= (MOST_TIMES if of.dimension == "money" else MOST_TIMES_OTHERS) * min(a, b)


def figures_hidden(book: Rulebook) -> Iterator[Problem]:
    """The rules that compare or reckon with a number of their own, beside which no citation and no date can stand."""
    for name in book.trees:
        texts = (version.when for version in book.rule(name).dated if version.when is not None)
        numbers = {number for text in texts for number in _numbers_in(language.parse(text))}
        if numbers - _PLAIN:
            shown = ", ".join(map(str, sorted(numbers - _PLAIN)))
            yield _problem("figure_hidden", "rules", name, book.rule(name).title, numbers=shown)


def _numbers_in(expr: Expr) -> Iterator[int | Decimal]:
    for node in expr.walk():
        if isinstance(node, (Compare, Arithmetic, AddMonths, Within)):
            values = (child.value for child in node.children() if isinstance(child, Constant))
            yield from (value for value in values if isinstance(value, (int, Decimal)) and not isinstance(value, bool))


def notes_out_of_time(book: Rulebook) -> Iterator[Problem]:
    """The notes that quote an instrument which is younger than the period they are told in."""
    for name, period, note in _notes(book):
        for instrument in book.instruments.values():
            if instrument.number in note.vi and instrument.issued > period.end:
                yield _problem("note_out_of_time", "rules", name, note, number=instrument.number)


def english_owed(book: Rulebook) -> Iterator[Problem]:
    """The texts that nobody has put into English: Vietnamese stands in for it."""
    people = book.people
    tables: tuple[tuple[str, Mapping[str, BaseModel], Callable[[str], Text]], ...] = (
        ("vocabulary.yaml", book.facts, book.title),
        ("parameters.yaml", book.parameters, book.title),
        ("rules", {**book.conditions, **book.quantities}, book.title),
        ("programmes", book.programmes, book.title),
        ("evidence.yaml", book.documents, book.title),
        ("regions", book.regions, lambda name: book.regions[name].title),
        ("instruments.yaml", book.instruments, lambda name: book.instruments[name].title),
        ("preferences.yaml", book.preferences, lambda name: book.preferences[name].title),
        ("questions.yaml", book.questions, lambda name: book.questions[name].text),
        ("household.yaml", people.given if people is not None else {}, lambda name: _personal(book, name)),
    )
    for file, table, label in tables:
        for name, definition in table.items():
            keys = dict.fromkeys(_in_vietnamese_only(definition))
            if keys:
                yield _problem("owed_english", file, name, label(name), keys=", ".join(keys))


def _personal(book: Rulebook, name: str) -> Text:
    assert book.people is not None
    return book.people.person.facts[name].label


def _in_vietnamese_only(value: object, path: tuple[str, ...] = ()) -> Iterator[str]:
    """The keys below which a text stands in Vietnamese only; conditions within a programme are told by themselves."""
    if isinstance(value, Translated) and not value.in_english:
        yield ".".join(path)
    if isinstance(value, BaseModel):
        for key in type(value).model_fields:
            if not (isinstance(value, Programme) and key in ("conditions", "quantities")):
                yield from _in_vietnamese_only(getattr(value, key), (*path, key))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _in_vietnamese_only(item, (*path, str(key)))
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from _in_vietnamese_only(item, path)


def _notes(book: Rulebook) -> Iterator[tuple[str, Period, Text]]:
    for name, trees in book.trees.items():
        for tree in trees:
            if tree.version is not None:
                yield from ((name, tree.period, note) for note in tree.version.note)
    for name, figures in book.figures.items():
        for figure in figures:
            yield from ((name, figure.period, note) for note in figure.version.note)


def _problem(kind: str, file: str, name: str, label: Text, place: Text | None = None, **values: object) -> Problem:
    def in_lang(text: Text) -> Callable[[Language | None], str]:
        return lambda lang: text[lang or "vi"]

    placed = {"place": in_lang(place)} if place is not None else {}
    return Problem(kind, {"name": name, "label": in_lang(label), **placed, **values}, file)
