"""Coverage and mutation as self-contained pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ancu.messages import Language, message
from ancu.rulebook import citations
from ancu.specs.measure.coverage import GOALS, Coverage, CoveredVersion, Goal
from ancu.specs.measure.mutation import Mutation, Survivor
from ancu.specs.measure.report import LawReport, count_text, goal_text, percent_text
from ancu.specs.measure.witness import Witness
from ancu.specs.page import Tile, render


class _Mark(NamedTuple):
    sign: str
    kind: str
    meaning: str


class _Row(NamedTuple):
    """A version of a condition: its title, whether any goal is unseen, a mark a goal."""

    title: str
    open: bool
    marks: list[_Mark]


def coverage_page(coverage: Coverage, lang: Language) -> str:
    """Every place of law with the conditions that rest on it, and which of their outcomes scenarios show."""
    report = LawReport(coverage.book, lang)
    seen, wanted = coverage.reached()
    share = f"{count_text(seen, lang)}/{count_text(wanted, lang)}"
    tiles = [_tile(f"{percent_text(coverage.percent, lang)} %", share, seen == wanted)]
    for goal in GOALS:
        got, of = coverage.reached(goal)
        tiles.append(_tile(f"{got}/{of}", goal_text(goal, lang), got == of))
    unseen = [tuple(report.unseen(version)) for version in coverage.entries if version.unseen]
    return render(
        "measure/coverage.html",
        lang,
        title=message("cover_page", lang),
        made_of=message("cover_made_of", lang, rulebook=coverage.book.digest[:12]),
        tiles=tiles,
        unseen=[(place.replace("*", ""), version.strip()) for place, version in unseen],
        goals=[goal_text(goal, lang) for goal in GOALS],
        citations=[
            (
                citations.render(citation, coverage.book.instruments, lang),
                [_Row(report.entry(v), bool(v.unseen), [_mark(v, goal, lang) for goal in GOALS]) for v in versions],
            )
            for citation, versions in coverage.citations()
        ],
    )


def _tile(figure: str, name: str, good: bool) -> Tile:
    return Tile(figure, name, "ok" if good else "no")


def _mark(version: CoveredVersion, goal: Goal, lang: Language) -> _Mark:
    if goal in version.seen:
        return _Mark("✓", "ok", message("cover_shown", lang, place=version.seen[goal]))
    if goal in version.impossible:
        return _Mark("–", "dim", message("cover_impossible", lang))
    return _Mark("✗", "no", message("cover_not_shown", lang))


class _Box(NamedTuple):
    """A change that no scenario notices: in words, by its id, why it need not be noticed, what would notice it."""

    sentence: str
    id: str
    reason: str | None
    scenario: str | None
    near: str | None


class _Rule(NamedTuple):
    """How many changes of a rule were judged, and how many of a hundred were noticed."""

    title: str
    name: str
    changes: int
    share: int


def mutation_page(
    mutation: Mutation, justified: Mapping[str, str], witnesses: Mapping[str, Witness], lang: Language
) -> str:
    """The changes that no scenario notices, what would notice them, and how each rule stands."""
    book = mutation.collection.book
    report = LawReport(book, lang)

    def box(survivor: Survivor) -> _Box:
        mutant, witness = survivor.mutant, witnesses.get(survivor.mutant.id)
        scenario = witness.scenario(lang, report.named(mutant)) if witness is not None else None
        near = witness.near if witness is not None else None
        return _Box(report.survivor(survivor), mutant.id, justified.get(mutant.id), scenario, near)

    boxes = [box(survivor) for survivor in mutation.survivors]
    unnoticed = [one for one in boxes if one.reason is None]
    listed = [one for one in boxes if one.reason is not None]
    share = f"{count_text(len(mutation.killed), lang)}/{count_text(mutation.judged, lang)}"
    return render(
        "measure/mutation.html",
        lang,
        title=message("mutate_page", lang),
        made_of=message("cover_made_of", lang, rulebook=book.digest[:12]),
        tiles=[
            _tile(f"{percent_text(mutation.score, lang)} %", share, not unnoticed),
            _tile(str(len(unnoticed)), message("mutate_unnoticed", lang), not unnoticed),
            _tile(str(len(listed)), message("mutate_justified", lang), True),
            _tile(str(mutation.equal), message("mutate_same", lang), True),
            _tile(str(len(mutation.idle)), message("mutate_alike", lang), True),
        ],
        unnoticed=unnoticed,
        listed=listed,
        rules=list(_rules(report, mutation)),
    )


def _rules(report: LawReport, mutation: Mutation) -> Iterator[_Rule]:
    """The rules, those first of which a change goes unnoticed."""
    noticed = Counter(killed.mutant.name for killed in mutation.killed)
    judged = noticed + Counter(survivor.mutant.name for survivor in mutation.survivors)
    for name in sorted(judged, key=lambda name: (noticed[name] == judged[name], name)):
        title = report.book.title(name)[report.lang]
        yield _Rule(title, name, judged[name], 100 * noticed[name] // judged[name])
