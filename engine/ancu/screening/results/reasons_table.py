"""The table of reasons beside a result with codes: what each reason id of a programme says, in both languages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache, partial
from itertools import chain
from operator import itemgetter
from typing import Any

from ancu.batch.cells import carried_text, sentences, told_by_region
from ancu.batch.outcomes import CaseOutcome, context_of, program_of
from ancu.decision.law import cited
from ancu.inference.verdicts import OUTCOMES_OF, reason_number
from ancu.messages import LANGUAGES, Language
from ancu.rulebook import citations
from ancu.rulebook.rulebook import Rulebook
from ancu.screening.lists.chunks import Column
from ancu.screening.results.parquet_sink import Holds
from ancu.screening.run.plan import Plan
from ancu.screening.run.screen import Screening

#: What the columns hold that are not texts.
HOLDS: dict[str, Holds] = {"reason": "integer", "epoch": "day"}


def reasons_table(plan: Plan, run: Screening) -> tuple[list[str], list[Column]]:
    """Headings and columns of the table: a row for each reason, epoch and region that the run has met."""
    headings = ["programme", "reason", "epoch", "region", "status", "conditions", "basis"]
    headings += [f"{key}_{lang}" for key in ("basis", "text") for lang in LANGUAGES]
    place = {name: i for i, name in enumerate(plan.programmes)}
    rows: dict[tuple[Any, ...], list[Any]] = {}
    # Thousands of reasons are made of a few hundred conditions; most say the same in every region.
    laws: dict[tuple[Any, ...], _Law] = {}
    rendered = {
        lang: cache(partial(citations.render, instruments=plan.book.instruments, lang=lang)) for lang in LANGUAGES
    }
    for outcome in run.reasons:
        if outcome.verdict not in OUTCOMES_OF:
            continue
        region = outcome.region if told_by_region(plan.book, outcome) else None
        under = (outcome.programme, outcome.epoch, region, outcome.verdict)
        law = laws.get(under) or laws.setdefault(under, _Law(plan.book, replace(outcome, region=region), rendered))
        reason = reason_number(law.program, OUTCOMES_OF[outcome.verdict], outcome.carried)
        key = (place[outcome.programme], reason, outcome.epoch, outcome.region or "")
        # A provisional outcome has the reason of one that is settled.
        if key in rows:
            continue
        start = plan.book.epochs.starts[outcome.epoch]
        rows[key] = [outcome.programme, reason, start, outcome.region, outcome.status, *law.told(outcome.carried)]
    table = [row for _, row in sorted(rows.items(), key=itemgetter(0))]
    return headings, [list(column) for column in zip(*table, strict=True)] or [[] for _ in headings]


class _Law:
    """What the conditions say and cite that carry one verdict in one place and time."""

    def __init__(self, book: Rulebook, outcome: CaseOutcome, rendered: Mapping[Language, Callable[[str], str]]) -> None:
        self.program = program_of(book, outcome)
        self._rendered = rendered
        self._said = {lang: sentences(book, outcome, lang) for lang in LANGUAGES}
        self._cited = cache(partial(cited, context_of(book, outcome)))
        self.told = cache(self._told)

    def _told(self, carried: tuple[str, ...]) -> tuple[str, ...]:
        """The conditions that carry an outcome, what they cite, by id and in words, and what they say."""
        asked = filter(self._said["vi"].__getitem__, carried)
        basis = list(dict.fromkeys(chain.from_iterable(map(self._cited, asked))))
        return (
            ";".join(carried),
            ";".join(basis),
            *(citations.JOINT.join(map(self._rendered[lang], basis)) for lang in LANGUAGES),
            *(carried_text(carried, self._said[lang]) for lang in LANGUAGES),
        )
