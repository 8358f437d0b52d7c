"""The scenarios at the edges of a programme: figures −1/0/+1, days of change, first and last days.

What is drafted is what the rulebook decides today; the officer compares it with the law.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from ancu.decision.deciding import Record, decide
from ancu.decision.rendering import fill
from ancu.messages import Language, message
from ancu.rulebook.calendar import FOREVER, Period
from ancu.rulebook.references import PLACEHOLDER
from ancu.rulebook.rulebook import Rulebook
from ancu.specs.draft.domains import facts_of
from ancu.specs.draft.search import Edge, Searcher
from ancu.specs.draft.writer import ScenarioDraft, ScenarioWriter

#: How many values a fact may have for each of them to be drafted.
_FEW_VALUES = 12


def draft_boundaries(book: Rulebook, programme: str, condition: str | None, day: date, lang: Language) -> str | None:
    """A feature file at the edges of a programme, or of one of its conditions: figures −1/0/+1, and days of change.

    None for a condition without an edge: it reads no number or date, and never changed.
    """
    programme = book.programme(programme).programme
    writer = ScenarioWriter(book, lang)
    drafts = list(edge_drafts(book, writer, programme, condition, law_day(book, programme, day), lang))
    if not drafts:
        return None
    title = book.programmes[programme].title[lang]
    return writer.feature(message("draft_edges", lang, title=title), drafts, message("draft_edges_about", lang))


def law_day(book: Rulebook, programme: str, day: date) -> date:
    """``day``, or the nearest on which the programme can be granted."""
    periods = [opening.period for opening in book.programmes[programme].periods]
    if any(day in period for period in periods):
        return day
    past = [period.end for period in periods if period.end < day]
    return max(past) if past else min(period.start for period in periods)


def edge_drafts(
    book: Rulebook, writer: ScenarioWriter, programme: str, condition: str | None, day: date, lang: Language
) -> Iterator[ScenarioDraft]:
    """The scenarios at the edges of a programme or condition by the law of ``day``, on which it must be open."""
    # One condition is searched more thoroughly than all of a programme.
    searcher = Searcher(book, programme, day, 8000 if condition is None else 16000)
    names = [condition] if condition is not None else searcher.leaves()
    if condition is None:
        yield from _openings(book, programme, searcher, lang)
    for name in names:
        context = decide(book, Record({}), programme, day).context
        shown = (
            fill(context, book.title(name), lang) if context.program else PLACEHOLDER.sub("…", book.title(name)[lang])
        )
        for fact, edge, record in searcher.edges(name):
            rows = [{fact: value} for value in _around(book, fact, edge)]
            middle = writer.value(fact, rows[len(rows) // 2][fact])
            about = message("draft_edge_of", lang, title=shown, fact=book.facts[fact].label[lang], value=middle)
            yield ScenarioDraft(about, record, programme, day, changes=rows, condition=name)
        for change in searcher.changes(name):
            divided = searcher.across(name, change)
            if divided is None:
                continue
            rows = [{"as_of": change - timedelta(days=1)}, {"as_of": change}]
            about = message("draft_change_of", lang, title=shown, day=writer.day(change))
            yield ScenarioDraft(about, divided, programme, change, changes=rows, condition=name)


def value_drafts(book: Rulebook, programme: str, condition: str, day: date, lang: Language) -> Iterator[ScenarioDraft]:
    """For each fact of few values that a condition reads: every value, and none, over a record on which it decides."""
    searcher = Searcher(book, programme, day)
    node = searcher.program.nodes.get(condition)
    if node is None:
        return
    read = [name for name in facts_of(searcher.program, node.expr) if 0 < len(_values(book, name)) <= _FEW_VALUES]
    record = searcher.decisive(condition) if read else None
    for name in read if record is not None else ():
        title = PLACEHOLDER.sub("…", book.title(condition)[lang])
        about = message("draft_values_of", lang, title=title, fact=book.facts[name].label[lang])
        rows = [{name: value} for value in (*_values(book, name), None)]
        rest = {fact: value for fact, value in (record or {}).items() if fact != name}
        yield ScenarioDraft(about, rest, programme, day, changes=rows, condition=condition)


def _values(book: Rulebook, fact: str) -> list[Any]:
    """The values of a fact that has few."""
    definition = book.facts[fact]
    if definition.type == "yes_no":
        return [True, False]
    return list(definition.values) if definition.type == "choice" else []


def _around(book: Rulebook, fact: str, edge: Edge) -> list[Any]:
    """The values below, at and above an edge; for a date, the day before and the day of."""
    if book.facts[fact].value_type.kind == "date":
        return [edge.below, edge.below + 1]
    at = max((edge.below, edge.below + 1), key=_roundness)
    low, high = edge.span
    return [value for value in (at - 1, at, at + 1) if low <= value <= high]


def _roundness(value: int) -> int:
    """How many zeros a figure ends in: the law names round ones."""
    text = str(abs(value))
    return len(text) - len(text.rstrip("0")) if value else len(text)


def _openings(book: Rulebook, programme: str, searcher: Searcher, lang: Language) -> Iterator[ScenarioDraft]:
    """The days on which a programme opens and closes."""
    record = searcher.eligible()
    days: set[date] = set()
    for opening in book.programmes[programme].periods:
        period: Period = opening.period
        days |= {period.start - timedelta(days=1), period.start}
        if period.end != FOREVER:
            days |= {period.end, period.end + timedelta(days=1)}
    rows = [{"as_of": day} for day in sorted(days)]
    yield ScenarioDraft(message("draft_openings", lang), record or {}, programme, searcher.day, changes=rows)
