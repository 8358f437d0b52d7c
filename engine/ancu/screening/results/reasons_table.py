"""The table of reasons beside a result with codes: what each reason id of a programme says, in both languages."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from itertools import chain
from typing import Any

from ancu.batch.cells import CELLS, reason_id, sentences
from ancu.batch.outcomes import context_of
from ancu.decision.law import cited
from ancu.messages import LANGUAGES
from ancu.rulebook import citations
from ancu.screening.lists.chunks import Column
from ancu.screening.results.parquet_sink import Holds
from ancu.screening.run.plan import Plan
from ancu.screening.run.screen import Screening

#: What the columns hold that are not texts.
HOLDS: dict[str, Holds] = {"reason": "integer", "epoch": "day"}


def reasons_table(plan: Plan, run: Screening) -> tuple[list[str], list[Column]]:
    """Headings and columns of the table: a row for each reason, epoch and region that the run has met."""
    book = plan.book
    headings = ["programme", "reason", "epoch", "region", "status", "conditions", "basis"]
    headings += [f"{key}_{lang}" for key in ("basis", "text") for lang in LANGUAGES]
    rows: dict[tuple[Any, ...], list[Any]] = {}
    # Thousands of reasons cite a few hundred places.
    citing: dict[tuple[Any, ...], Callable[[str], list[str]]] = {}
    cite = {lang: cache(partial(citations.render, instruments=book.instruments, lang=lang)) for lang in LANGUAGES}
    for outcome in run.reasons:
        reason = reason_id(book, outcome)
        if reason is None:
            continue
        sentence_of = sentences(book, outcome, "vi")
        reported = [name for name in outcome.carried if sentence_of[name]]
        law = (outcome.programme, outcome.epoch, outcome.region)
        if law not in citing:
            citing[law] = cache(partial(cited, context_of(book, outcome)))
        basis = list(dict.fromkeys(chain.from_iterable(map(citing[law], reported))))
        key = (plan.programmes.index(outcome.programme), reason, outcome.epoch, outcome.region or "")
        rows[key] = [
            outcome.programme,
            reason,
            book.epochs.starts[outcome.epoch],
            outcome.region,
            outcome.status,
            ";".join(outcome.carried),
            ";".join(basis),
            *(citations.JOINT.join(map(cite[lang], basis)) for lang in LANGUAGES),
            *(CELLS["text"]["reasons"](book, outcome, lang) for lang in LANGUAGES),
        ]
    table = [rows[key] for key in sorted(rows)]
    return headings, [list(column) for column in zip(*table, strict=True)] or [[] for _ in headings]
