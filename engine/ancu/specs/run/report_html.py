"""The report of a run as one self-contained page, to be read, printed and signed.

What was run, when and by whom; totals; what does not pass; each scenario with the facts given, what was expected, and
what was decided for which reasons; room to sign; articles by scenarios.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from ancu.decision.model import Decision
from ancu.decision.rendering import texts_of
from ancu.messages import Language, message
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.types import DATE
from ancu.rulebook.values import format_value
from ancu.specs.page import Tile, render
from ancu.specs.run.matrix import Matrix, matrices
from ancu.specs.run.report import MARKS, reasoning, remark_text, verdict
from ancu.specs.run.results import Result, SpecRun, ToldStep
from ancu.version import __version__

#: How the outcome of a condition looks, and that of a scenario with its sign.
_KINDS = {"met": "ok", "not_met": "no", "unknown": "q"}
_LOOKS = {
    "passed": ("ok", "✓", "spec_is_passed"),
    "failed": ("no", "✗", "spec_is_failed"),
    "flawed": ("q", "!", "spec_is_flawed"),
}
_STATUSES = {"eligible": "ok", "ineligible": "no", "undetermined": "q"}
#: How many scenarios stand beside each other on a page of paper.
_ACROSS = 24


@dataclass(frozen=True)
class ToldDecision:
    """A decision in words: the line that sums it up, how that looks, what is granted, and the reasons, cited."""

    verdict: str
    status: str
    kind: str
    benefit: str
    reasons: list[str]
    missing: list[str]

    @classmethod
    def of(cls, decision: Decision, lang: Language) -> ToldDecision:
        texts = texts_of(decision, lang)
        kind = _STATUSES.get(decision.status, "")
        reasons = [*texts.settled, *texts.reasons]
        return cls(verdict(decision, lang), texts.status, kind, texts.benefit, reasons, texts.missing)


@dataclass(frozen=True)
class ToldRow:
    """A row of a table of results: whether it holds, what was decided; ``same``: the row before with those reasons."""

    number: int
    cells: list[str]
    holds: bool
    decision: ToldDecision | None
    same: int | None


@dataclass
class ToldTable:
    """A table of results."""

    text: str
    heads: list[str]
    rows: list[ToldRow]


@dataclass
class ToldScenario:
    """A scenario as the report shows it."""

    number: int
    result: Result
    background: list[ToldStep] = field(default_factory=list)
    given: list[ToldStep] = field(default_factory=list)
    expected: list[ToldStep] = field(default_factory=list)
    decisions: list[ToldDecision] = field(default_factory=list)
    tables: list[ToldTable] = field(default_factory=list)


def page(book: Rulebook, run: SpecRun, lang: Language, author: str | None = None) -> str:
    """The whole page; ``author`` is who says to have made the run, and nobody is named where none is."""
    number = {id(result): i for i, result in enumerate(run.results, 1)}
    seconds = f"{run.seconds:.1f}".replace(".", "," if lang == "vi" else ".")
    files = [
        (path, feature, [told_scenario(number[id(result)], result, lang) for result in results])
        for (path, feature), results in groupby(run.results, key=lambda result: (result.path, result.feature))
    ]
    day = format_value(run.started.toordinal(), DATE, None, lang)
    facts = [("spec_report_day", message("spec_report_at", lang, day=day, time=f"{run.started:%H:%M}"))]
    facts += [("spec_report_author", author)] if author else []
    facts += [
        ("spec_report_rulebook", book.digest),
        ("spec_report_software", message("spec_report_version", lang, version=__version__, seconds=seconds)),
    ]
    return render(
        "run/report.html",
        lang,
        title=message("spec_report", lang),
        facts=facts,
        author=author,
        tiles=[
            Tile(str(len(run.results)), message("spec_total", lang)),
            Tile(str(run.count("passed")), message("spec_passed", lang), "ok"),
            Tile(str(run.count("failed")), message("spec_failed", lang), "no"),
            Tile(str(run.count("flawed")), message("spec_flawed", lang), "q"),
        ],
        counts=[(path, feature, *_counts(told)) for path, feature, told in files],
        troubled=[result for result in run.results if result.troubles],
        matrices=[(book.programmes[name].title[lang], _pieces(one)) for name, one in matrices(book, run, lang).items()],
        files=files,
        numbers=lambda result: number[id(result)],
        verdict=verdict,
        reasoning=reasoning,
        remark_text=remark_text,
        kinds=_KINDS,
        marks=MARKS,
        looks=_LOOKS,
    )


def _counts(told: Sequence[ToldScenario]) -> tuple[int, int, int, int]:
    """How many scenarios there are, and how many of them passed, failed and are flawed."""
    outcomes = [one.result.outcome for one in told]
    return len(told), *(outcomes.count(kind) for kind in ("passed", "failed", "flawed"))  # type: ignore[return-value]


def _pieces(matrix: Matrix) -> Iterator[tuple[Matrix, Sequence[Result]]]:
    """The scenarios of a matrix, as many at a time as fit on paper."""
    for first in range(0, len(matrix.results), _ACROSS):
        yield matrix, matrix.results[first : first + _ACROSS]


def told_scenario(number: int, result: Result, lang: Language) -> ToldScenario:
    """A scenario with what was given, expected and decided, each table of results with the decision of its rows."""
    told = ToldScenario(number, result)
    for step in result.steps:
        if step.under != "then":
            (told.background if step.line < result.line else told.given).append(step)
    failed = {trouble.line for trouble in result.troubles}
    in_rows: set[int] = set()
    judged = dict(result.judged_at)
    for step in result.steps:
        if step.under != "then":
            continue
        rows = list(_rows(step, judged, failed, lang))
        if any(row.decision is not None for row in rows):
            in_rows |= set(step.lines)
            told.tables.append(ToldTable(step.text, step.rows[0], rows))
        else:
            told.expected.append(step)
    whole = (decision for line, decision in result.judged_at if line not in in_rows)
    # What is judged once more for a table of its own rows is told by these.
    shown = whole if told.expected or not told.tables else ()
    told.decisions = [ToldDecision.of(decision, lang) for decision in shown]
    return told


def _rows(step: ToldStep, judged: dict[int, Decision], failed: Collection[int], lang: Language) -> Iterator[ToldRow]:
    first: dict[tuple[str, ...], int] = {}
    for number, (cells, line) in enumerate(zip(step.rows[1:], step.lines[1:], strict=True), 1):
        decision = ToldDecision.of(judged[line], lang) if line in judged else None
        same = None
        if decision is not None:
            # What is said once need not be read again for every row.
            before = first.setdefault((decision.benefit, *decision.reasons), number)
            same = before if before != number else None
        yield ToldRow(number, cells, line not in failed, decision, same)
