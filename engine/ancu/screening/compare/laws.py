"""One list judged under two rulebooks on one day: whose status is another, and how many they are.

Nothing is written. Days of the list's own are left aside: two rulebooks that differ from some day on can only be
compared on a day on which they do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from ancu.batch.cells import status_words
from ancu.messages import Language, message
from ancu.rulebook.naming import AS_OF, CASE
from ancu.rulebook.rulebook import Rulebook
from ancu.screening.cells.columns import match_columns
from ancu.screening.headers.map_file import read_map
from ancu.screening.headers.meanings import ColumnMap, Meanings, ignoring
from ancu.screening.jobs.run_job import cores
from ancu.screening.lists.chunks import Chunk, NotPlainError, cell_at, cells_of
from ancu.screening.lists.opening import open_lists
from ancu.screening.run.judged_chunk import JudgedChunk
from ancu.screening.run.plan import Plan
from ancu.screening.run.screen import screen

#: Stands for a row that was not judged.
_REJECTED = 255


@dataclass
class Moved:
    """The cases of a list that go from one status to another under a programme; the first of them by id or line."""

    programme: str
    before: str
    after: str
    count: int = 0
    cases: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class TwoLaws:
    """What became of a list under two rulebooks on ``day``.

    ``changed`` counts the cases with another status under any programme; ``rejected`` those that each could not read.
    ``own_days``: the list has days of its own, which were left aside.
    """

    lists: tuple[str, ...]
    day: date
    cases: int
    changed: int
    rejected: tuple[int, int]
    own_days: bool
    moved: tuple[Moved, ...]


@dataclass
class _Judged:
    """What one rulebook says of every row: a verdict's place by programme; what the rows are called."""

    states: dict[str, bytearray]
    names: list[str] = field(default_factory=list)
    rejected: int = 0
    own_days: bool = False


def judge_by_both(
    old: Rulebook,
    new: Rulebook,
    lists: Sequence[str],
    programmes: Sequence[str],
    day: date,
    lang: Language,
    *,
    mapping: str | None = None,
    most: int = 20,
) -> TwoLaws:
    """Judge ``lists`` under ``programmes`` by both rulebooks, naming at most ``most`` cases of each kind.

    A programme that one of them lacks has no status there. Raises :class:`~ancu.errors.InputError` for a list that
    cannot be read.
    """
    before, after = (_judge(book, lists, programmes, day, lang, mapping) for book in (old, new))
    moved: dict[tuple[str, str, str], Moved] = {}
    changed: set[int] = set()
    for name in programmes:
        was, now = before.states.get(name), after.states.get(name)
        if was == now:
            continue
        for at, case in enumerate(after.names):
            a, b = _word(was, at, lang), _word(now, at, lang)
            if a == b:
                continue
            changed.add(at)
            one = moved.setdefault((name, a, b), Moved(name, a, b))
            one.count += 1
            if len(one.cases) < most:
                one.cases.append(case)
    order = {name: i for i, name in enumerate(programmes)}
    return TwoLaws(
        tuple(lists),
        day,
        len(after.names),
        len(changed),
        (before.rejected, after.rejected),
        before.own_days or after.own_days,
        tuple(sorted(moved.values(), key=lambda one: (order[one.programme], -one.count, one.before, one.after))),
    )


def _word(states: bytearray | None, at: int, lang: Language) -> str:
    if states is None:
        return message("review_no_programme", lang)
    return message("review_rejected", lang) if states[at] == _REJECTED else status_words(states[at], False, lang)


def _judge(
    book: Rulebook, lists: Sequence[str], programmes: Sequence[str], day: date, lang: Language, mapping: str | None
) -> _Judged:
    column_map = read_map(mapping, book) if mapping is not None else None
    try:
        return _judge_read(book, lists, programmes, day, lang, column_map, plainly=True)
    except NotPlainError:
        return _judge_read(book, lists, programmes, day, lang, column_map, plainly=False)


def _judge_read(
    book: Rulebook,
    lists: Sequence[str],
    programmes: Sequence[str],
    day: date,
    lang: Language,
    mapping: ColumnMap | None,
    *,
    plainly: bool,
) -> _Judged:
    meanings = Meanings(book, mapping)
    here = tuple(name for name in programmes if name in book.programmes)
    judged = _Judged({name: bytearray() for name in here})
    with open_lists(lists, meanings, None, lang, plainly=plainly) as opened:
        headers = [header for header in opened.source.headers if header != opened.source.file_column]
        if mapping is not None:
            mapping.check_used(headers)
        days = {h for h in headers if (meaning := meanings.find(h)) is not None and meaning.name == AS_OF}
        judged.own_days = bool(days)
        columns = match_columns(book, headers, opened.source.path, ignoring(mapping, days), opened.source.distinct)
        given = dict(mapping.constants) if mapping is not None else {}
        case = columns.header(CASE)

        def put(chunk: Chunk, found: JudgedChunk) -> None:
            judged.names += [_name(chunk, at, case, lang) for at in range(len(chunk))]
            for name in here:
                column = bytearray([_REJECTED]) * len(chunk)
                verdicts = cells_of(found.verdicts[name]) if found.kept else []
                for at, verdict in zip(found.kept, verdicts, strict=True):
                    column[at] = verdict
                judged.states[name] += column

        plan = Plan(book, columns, here, day, lang, given, reasons="brief")
        judged.rejected = screen(plan, opened.source, put=put, threads=cores()).rejected
    return judged


def _name(chunk: Chunk, at: int, header: str | None, lang: Language) -> str:
    cell = cell_at(chunk.columns[header], at) if header is not None else None
    return str(cell).strip() if cell is not None else message("line", lang, line=chunk.place(at))
