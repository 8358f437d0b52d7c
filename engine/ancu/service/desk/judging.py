"""Judging a list that is held: the result as the command line writes it, and what the pages show of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ancu.messages import message
from ancu.rulebook.rulebook import Rulebook
from ancu.screening.cells.notices import MOST, cell_notices, file_notices
from ancu.screening.jobs.run_job import Done, run_job
from ancu.screening.results.arrangement import people_places
from ancu.screening.results.layout import own_headers
from ancu.screening.results.summary import MOST_FACTS, OPENED
from ancu.screening.results.understood import (
    column_notices,
    day_text,
    sheets_text,
    told_file,
    understood_columns,
)
from ancu.service.desk.reading import job_of, lacks_here
from ancu.service.desk.rows import RowsWriter
from ancu.service.desk.store import RESULT, KeptList, ListStore


def judge_list(book: Rulebook, store: ListStore, home: Path, kept: KeptList) -> None:
    """Judge the rows of a list. Raises :class:`~ancu.errors.AncuError`; what was there before then stands on."""
    with RowsWriter(home, kept.lang) as rows:
        done = run_job(
            book,
            job_of(kept),
            Path(RESULT),
            threads=1,
            progress=lambda count, total: store.tell(home, count, total),
            watch=rows.add,
        )
        rows.keep()
        store.write(home, "summary", _summary(book, done, kept))


def _summary(book: Rulebook, done: Done, kept: KeptList) -> dict[str, Any]:
    """What the run came to, as the page of the list tells it."""
    run, lang = done.run, kept.lang
    plan = run.plan
    files = done.opened.listing.files if done.opened.listing is not None else ()
    notices = [
        f"{told_file(file, files)}: {text}" if len(files) > 1 else text
        for file in files
        for text in file_notices(file, lang)
    ]
    notices += plan.households.notices(lang) if plan.households is not None else []
    if done.opened.listing is not None:
        notices += cell_notices(plan.columns.cells, done.opened.listing, lang)
    notices += [*column_notices(plan, files, lang), *lacks_here(plan, lang)]
    if run.repeated:
        told = [
            message("repeated_case", lang, case=case, lines=", ".join(map(str, lines)))
            for case, lines in list(run.repeated.items())[:MOST]
        ]
        notices.append(message("warn_repeated", lang, cases="; ".join(told)))
    own = own_headers(plan, done.source.headers)
    return {
        "read": run.read, "judged": run.judged, "rejected": run.rejected,
        "programmes": list(plan.programmes),
        "counts": {name: dict(counts) for name, counts in run.counts.items()},
        "opened": {
            name: {what: counts[what] for what in OPENED if counts[what]} for name, counts in run.opened.items()
        },
        "alone": {
            name: [[book.facts[fact].label[lang], count] for fact, count in facts.most_common(MOST_FACTS)]
            for name, facts in run.alone.items()
        },
        "who": [own[place] for place in people_places(plan, own)],
        "day": day_text(plan), "sheets": sheets_text(files),
        "columns": [[column.header, column.fact, column.unit, column.whose] for column in understood_columns(plan)],
        "notices": notices, "cut": list(done.cut), "mended": done.opened.listing is not None,
    }  # fmt: skip
