"""What is understood of a list before it is judged: its sheet, unit and day, and of each column which fact it holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from ancu.errors import AncuError, Problem
from ancu.messages import Language, message
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import ValueProblem, is_blank, parse_date
from ancu.screening.cells.map_draft import DraftedColumn, drafted_columns
from ancu.screening.cells.notices import cell_notices, file_notices
from ancu.screening.headers.map_file import read_map
from ancu.screening.headers.meanings import ColumnMap, Meanings
from ancu.screening.job import Job
from ancu.screening.jobs.run_job import people_of_job, plan_of
from ancu.screening.lists.chunks import plain
from ancu.screening.lists.listing import Listing, Row
from ancu.screening.lists.lists_to_map import lists_to_map
from ancu.screening.lists.opening import open_lists
from ancu.screening.results.understood import column_notices, day_text, told_file, understood_columns
from ancu.screening.run.concerning import lacking_text
from ancu.screening.run.plan import Plan
from ancu.service.desk.store import CORRECTIONS, MAPPING, KeptList, ListStore

#: Problems that the command line puts in its own words.
_OWN_WORDS = {"list_concerns_none": "desk_concerns_none", "list_no_known_column": "desk_no_known_column"}
#: How many different cells of a column are shown, and how much of each.
_SAMPLES, _LETTERS = 3, 40
#: Rows in which they are looked for.
_LOOKED = 200


def said_here(problem: Problem, lang: Language) -> str:
    """A problem as a page tells it: what the command line would have one type is done in the page here."""
    kind = _OWN_WORDS.get(problem.kind, problem.kind)
    return replace(problem, kind=kind).text(lang)


def lacks_here(plan: Plan, lang: Language) -> list[str]:
    """The programmes that the list nearly suits, with what it lacks; nothing where somebody chose."""
    return [message("desk_left_out", lang, nearest=lacking_text(plan.book, plan.lacks, lang))] if plan.lacks else []


def job_of(kept: KeptList) -> Job:
    """What is asked of a list, in its folder of files."""
    day = None
    if kept.as_of:
        try:
            day = parse_date(kept.as_of)
        except ValueProblem:  # which the page has told
            day = None
    return Job(
        lists=(kept.file,),
        mapping=MAPPING if Path(MAPPING).exists() else None,
        programmes=tuple(kept.programmes),
        as_of=day,
        sheet=tuple(kept.sheets) or None,
        form="xlsx",
        lang=kept.lang,
        corrections=CORRECTIONS if Path(CORRECTIONS).exists() else None,
    )


def read_columns(book: Rulebook, store: ListStore, home: Path, kept: KeptList) -> None:
    """Write down what is understood of a list. Raises :class:`AncuError` where it cannot be read."""
    job, lang = job_of(kept), kept.lang
    mapping = read_map(job.mapping, book) if job.mapping is not None else None
    listing, people = lists_to_map(book, kept.file, job.sheet, mapping=mapping)
    columns = drafted_columns(book, listing, lang, people, mapping)
    own = set(listing.headers)
    found: dict[str, Any] = {
        "rows": len(listing.rows),
        "sheets": [file.sheet for file in listing.files if file.sheet is not None],
        "other_sheets": list(dict.fromkeys(name for file in listing.files for name in file.unread)),
        "notices": list(_notices(listing, lang)),
        "columns": [_told(column, listing if column.header in own else people or listing) for column in columns],
        "people": people is not None or any(map(Meanings(book, mapping).is_relation, listing.headers)),
        "programmes": [], "lacks": [], "day": "", "problems": [], "facts": {}, "units": {}, "whose": {},
        "column_notices": [], "people_notices": [],
    }  # fmt: skip
    try:
        found |= _planned(book, job, mapping)
    except AncuError as error:
        # What stands in the way of judging is told beside the columns, where it can be mended.
        found["problems"] = [said_here(problem, lang) for problem in error.problems][:20]
    store.write(home, "understood", found)


def _planned(book: Rulebook, job: Job, mapping: ColumnMap | None) -> dict[str, Any]:
    meanings = Meanings(book, mapping)
    with open_lists(job.lists, meanings, job.sheet, job.lang) as opened:
        households = people_of_job(book, job, opened, meanings)
        source = households.source if households is not None else opened.source
        plan = plan_of(book, job, source, mapping, households)
        files = opened.listing.files if opened.listing is not None else ()
        notices = [*column_notices(plan, files, job.lang)]
        if opened.listing is not None:
            notices += cell_notices(plan.columns.cells, opened.listing, job.lang)
        understood = understood_columns(plan)
        return {
            "programmes": list(plan.programmes),
            "lacks": lacks_here(plan, job.lang),
            "day": day_text(plan),
            "column_notices": notices,
            "facts": {column.header: column.fact for column in understood},
            "units": {column.header: column.unit for column in understood if column.unit},
            "whose": {column.header: column.whose for column in understood},
            "people_notices": list(households.notices(job.lang)) if households is not None else [],
        }


def _notices(listing: Listing, lang: Language) -> Iterable[str]:
    for file in listing.files:
        name = f"{told_file(file, listing.files)}: " if len(listing.files) > 1 else ""
        yield from (name + text for text in file_notices(file, lang))


def _told(column: DraftedColumn, listing: Listing) -> dict[str, Any]:
    meaning = column.meaning
    return {
        "header": column.header,
        "name": meaning.name if meaning is not None else None,
        "label": column.label,
        "unit": meaning.unit if meaning is not None else None,
        "values": _words(meaning.values) if meaning is not None else {},
        "guess": column.guess,
        "known": column.known,
        "unread": dict(column.unread),
        "samples": list(_samples(listing.rows[:_LOOKED], column.header)),
    }


def _words(values: Mapping[str, Any]) -> dict[str, str]:
    """What a mapping file said of words, which is kept when it is written again."""
    return {word: str(meant) for word, meant in values.items() if isinstance(meant, str)}


def _samples(rows: Sequence[Row], header: str) -> Iterable[str]:
    seen: dict[str, None] = {}
    for row in rows:
        cell = row.cells.get(header)
        if not is_blank(cell):
            text = cell if isinstance(cell, str) else plain(cell)
            seen.setdefault(text if len(text) <= _LETTERS else f"{text[:_LETTERS]}…")
            if len(seen) == _SAMPLES:
                break
    return seen
