"""Articles by scenarios: how the conditions that rest on each article of law came out in each scenario."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ancu.decision.contract import Outcome, outcome_of
from ancu.decision.law import basis_of
from ancu.decision.model import Decision
from ancu.inference.program import program_on
from ancu.messages import Language
from ancu.rulebook import citations
from ancu.rulebook.rulebook import Rulebook
from ancu.specs.run.report import MARKS
from ancu.specs.run.results import Result, SpecRun


@dataclass
class Matrix:
    """Of one programme: its articles in order, the scenarios that judged it, and how each came out in each."""

    articles: list[str] = field(default_factory=list)
    results: list[Result] = field(default_factory=list)
    #: By article and scenario: the outcomes of the conditions that rest on it, and whether the decision rests on them.
    cells: dict[tuple[str, int], dict[Outcome, bool]] = field(default_factory=dict)

    def cell(self, article: str, result: Result) -> list[tuple[Outcome, bool]]:
        """The outcomes of an article in a scenario, each with whether the decision rests on it."""
        outcomes = self.cells.get((article, id(result)), {})
        return [(outcome, outcomes[outcome]) for outcome in MARKS if outcome in outcomes]

    def seen(self, article: str) -> bool:
        """Whether any scenario judged by an article."""
        return any((article, id(result)) in self.cells for result in self.results)


def matrices(book: Rulebook, run: SpecRun, lang: Language) -> dict[str, Matrix]:
    """The matrix of each programme that was judged, in the order of the rulebook."""
    by_programme: dict[str, Matrix] = {}
    for result in run.results:
        for decision in result.decisions:
            matrix = by_programme.setdefault(decision.programme, Matrix())
            if not matrix.results or matrix.results[-1] is not result:
                matrix.results.append(result)
            _enter(book, matrix, result, decision, lang)
    for programme, matrix in by_programme.items():
        cited = sorted(set(_basis(book, programme)), key=lambda citation: _place(book, citation))
        matrix.articles = list(dict.fromkeys(_articles(book, cited, lang)))
    return {name: by_programme[name] for name in book.programmes if name in by_programme}


def _basis(book: Rulebook, programme: str) -> Iterator[str]:
    """Every citation of a condition that the programme asks for on some day."""
    first = book.programmes[programme].covered_from
    for day in dict.fromkeys(max(start, first) for start in book.epochs.starts):
        for node in program_on(book, programme, day).conditions():
            yield from basis_of(book, node.name, day, programme)


def _enter(book: Rulebook, matrix: Matrix, result: Result, decision: Decision, lang: Language) -> None:
    context = decision.context
    if context.judgment is None or context.program is None:
        return
    for node in context.program.conditions():
        outcome = outcome_of(context.judgment.values[node.name])
        ground = node.name in decision.grounds
        for article in _articles(book, basis_of(book, node.name, context.law_date, context.programme), lang):
            cell = matrix.cells.setdefault((article, id(result)), {})
            cell[outcome] = cell.get(outcome, False) or ground


def _articles(book: Rulebook, basis: Iterable[str], lang: Language) -> Iterator[str]:
    """Citations at the level of articles, in words."""
    for citation in basis:
        parts = citations.split(citation)
        assert parts
        instrument, article = parts[0], parts[1]
        yield citations.render(f"{instrument}:{article}" if article else instrument, book.instruments, lang)


def _place(book: Rulebook, citation: str) -> tuple[int, int, str]:
    """Where a citation stands among all: by instrument, then by article."""
    parts = citations.split(citation)
    assert parts
    number = re.match(r"\d+", parts[1] or "")
    return list(book.instruments).index(parts[0]), int(number[0]) if number else 0, citation
