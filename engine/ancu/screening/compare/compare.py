"""Two runs of a list compared: which cases came to another status, and because of what.

Cases are matched by their ids. A status changes because own cells of the case changed, or, where none did that the
programme reads, because the law did: another day, or another rulebook.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, Literal, NamedTuple

from ancu.batch.cells import CELLS, Reasons
from ancu.batch.outcomes import Kind
from ancu.decision.rendering import title_of
from ancu.errors import AncuError, InputError, Problem
from ancu.inference.verdicts import VERDICTS
from ancu.messages import LANGUAGES, Language, message
from ancu.rulebook.naming import AS_OF, CASE
from ancu.rulebook.references import use_of
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import ValueProblem
from ancu.screening.cells.columns import Columns
from ancu.screening.cells.reader import CellReader
from ancu.screening.headers.map_file import read_map
from ancu.screening.headers.meanings import Meaning, Meanings
from ancu.screening.job import Form, Layout
from ancu.screening.jobs.receipt import SUFFIX, Receipt, read_receipt, receipt_path
from ancu.screening.results.layout import ResultColumn, result_columns
from ancu.screening.results.read_back import Table, form_of, tables_of, text_of
from ancu.screening.run.plan import Plan


class State(NamedTuple):
    """What came out for a case under a programme: a place in :data:`VERDICTS`, and whether it hangs on a doubt."""

    verdict: int
    provisional: bool

    def text(self, book: Rulebook, lang: Language) -> str:
        """As a result says it."""
        return str(CELLS["text"]["status"](book, Kind("", 0, None, self.verdict, self.provisional), lang))


STATES = tuple(State(verdict, doubt) for verdict in range(len(VERDICTS)) for doubt in (False, True))


@dataclass(frozen=True)
class Found:
    """A case as a result has it: states and reasons by programme, and its own cells by what they mean."""

    case: str
    line: int
    states: dict[str, State]
    reasons: dict[str, str]
    own: tuple[Any, ...]


Cause = Literal["cells", "law", "added", "removed", "rejected", "mended"]


@dataclass(frozen=True)
class Change:
    """What changed for a case under a programme (None: it is in one of the runs only), and because of what."""

    case: str
    programme: str | None
    before: State | None
    after: State | None
    cause: Cause
    detail: str = ""


@dataclass
class Comparison:
    """What comparing two runs came to. ``both`` counts the cases that are in both, ``changed`` those that changed."""

    changes: list[Change]
    both: int = 0
    changed: int = 0
    notices: list[str] = field(default_factory=list)

    def table(self) -> Counter[tuple[str, State, State, Cause]]:
        """Changes by programme, before, after and cause."""
        return Counter(
            (change.programme, change.before, change.after, change.cause)
            for change in self.changes
            if change.programme is not None and change.before is not None and change.after is not None
        )


class Side:
    """One of the two runs: its result, and its receipt where there is one."""

    def __init__(self, path: Path, book: Rulebook) -> None:
        self.book, self.given = book, path
        self.receipt: Receipt | None = None
        #: The receipt beside it is of another result.
        self.stray = False
        self.path = path
        if path.name.endswith(SUFFIX):
            self.receipt = read_receipt(path)
            written = self.receipt.output("result")
            if written is None:
                raise InputError(Problem("receipt_bad", {"detail": "outputs"}, str(path)))
            self.path = path.parent / written.name
        elif receipt_path(path).is_file():
            self.receipt = read_receipt(receipt_path(path))
        if self.receipt is not None:
            written = self.receipt.output("result")
            if written is None or not written.stands_at(self.path):
                self.receipt, self.stray = None, True
        self.form: Form = self.receipt.job.form if self.receipt is not None else form_of(self.path)
        self._texts: dict[Any, Any] = {}
        with tables_of(self.path, self.form) as tables:
            self.shape = _shape(next(tables), self)

    @property
    def day(self) -> date | None:
        """The as-of date of rows without one of their own, if it is known."""
        return self.receipt.as_of if self.receipt is not None else None

    @cached_property
    def cells(self) -> CellReader:
        """Reads the list's own cells."""
        return CellReader(self.book, {header: meaning for _, header, meaning in self.shape.own})

    def cases(self) -> Iterator[tuple[str, Found]]:
        """The cases in order, each with a key of its own: its id, and how many with that id came before."""
        seen: dict[str, int] = {}
        with tables_of(self.path, self.form) as tables:
            for found in self.shape.read(next(tables), self._texts):
                before = seen.get(found.case, 0)
                seen[found.case] = before + 1
                yield (f"{found.case}\0{before}" if before else found.case), found

    def rejected(self) -> frozenset[str]:
        """The ids of the cases that were rejected, as far as the receipt tells."""
        if self.receipt is None or not self.receipt.counts.rejected:
            return frozenset()
        written = self.receipt.output("rejects")
        path, form = (self.path.parent / written.name, "csv") if written is not None else (self.path, self.form)
        if path.is_dir():
            form = "parquet"
        sheet = message("sheet_rejects", self.receipt.job.lang)
        try:
            with tables_of(path, form) as tables:  # type: ignore[arg-type]
                for table in tables:
                    if (written is not None or table.sheet == sheet) and self.shape.case in table.headings:
                        place = table.headings.index(self.shape.case)
                        return frozenset(text_of(cells[place]).strip() for _, cells in table.rows)
        except InputError:
            pass
        return frozenset()


@dataclass(frozen=True)
class _Shape:
    """How a result stands: its language, layout and columns.

    ``case`` is the header of the case ids; ``own`` are place, header and meaning of the list's own columns; ``result``
    the places of the columns that the run added, by programme and key.
    """

    path: str
    layout: Layout
    reasons: Reasons
    case: str
    at: int
    own: Sequence[tuple[int, str, Meaning]]
    result: Mapping[str | None, Mapping[str, int]]
    words: Mapping[Any, State]
    titles: Mapping[str, str]

    def programmes(self) -> list[str]:
        """The programmes that the result can tell of."""
        return [name for name in self.result if name is not None] or list(dict.fromkeys(self.titles.values()))

    def read(self, table: Table, texts: dict[Any, Any]) -> Iterator[Found]:
        """The cases of the result; ``texts`` holds each cell once, since they recur."""
        if self.layout == "case":
            for line, cells in table.rows:
                states = {}
                reasons = {}
                for name, places in self.result.items():
                    if name is not None:
                        states[name] = self._state(cells, places, line)
                        reasons[name] = self._reasons(cells, places, texts)
                yield self._found(line, cells, states, reasons, texts)
            return
        now: Found | None = None
        places = self.result[None]
        for line, cells in table.rows:
            name = self.titles.get(text_of(cells[places["programme"]]), "")
            if now is None or now.case != text_of(cells[self.at]).strip() or name in now.states:
                if now is not None:
                    yield now
                now = self._found(line, cells, {}, {}, texts)
            now.states[name] = self._state(cells, places, line)
            now.reasons[name] = self._reasons(cells, places, texts)
        if now is not None:
            yield now

    def _found(self, line: int, cells: list[Any], states: Any, reasons: Any, texts: dict[Any, Any]) -> Found:
        own = tuple(_once(texts, cells[place]) for place, _, _ in self.own)
        return Found(text_of(cells[self.at]).strip(), line, states, reasons, own)

    def _state(self, cells: list[Any], places: Mapping[str, int], line: int) -> State:
        said: Any = cells[places["status"]]
        if self.reasons != "text":
            doubt = text_of(cells[places["provisional"]]).casefold()
            said = (said, text_of(cells[places["why"]]), doubt in _YES)
        try:
            return self.words[said]
        except (KeyError, TypeError) as error:
            raise InputError(Problem("result_no_status", {"value": text_of(said)}, self.path, line)) from error

    @staticmethod
    def _reasons(cells: list[Any], places: Mapping[str, int], texts: dict[Any, Any]) -> str:
        found = cells[places["reasons"] if "reasons" in places else places["reason"]]
        return str(_once(texts, text_of(found)))


_YES = frozenset(("true", *(message("word_yes", lang) for lang in LANGUAGES)))


def _once(texts: dict[Any, Any], cell: Any) -> Any:
    return texts.setdefault(cell, cell) if isinstance(cell, str) else cell


def _shape(table: Table, side: Side) -> _Shape:
    """How the result with these headings stands; :class:`InputError` where it is no result, or has no case ids."""
    book, receipt = side.book, side.receipt
    columns: list[ResultColumn] = []
    for lang, layout, reasons in _manners(receipt):
        programmes = tuple(n for n in receipt.programmes if n in book.programmes) if receipt else tuple(book.programmes)
        nothing = Columns({}, {}, CellReader(book, {}))
        plan = Plan(book, nothing, programmes, date.today(), lang, layout=layout, reasons=reasons)
        columns = result_columns(plan)
        here = [column for column in columns if column.heading in table.headings]
        if {"status"} | ({"programme"} if layout == "long" else set()) <= {column.key for column in here}:
            break
    else:
        raise InputError(Problem("result_no_result", {}, str(side.path)))
    places = {heading: place for place, heading in enumerate(table.headings)}
    result: dict[str | None, dict[str, int]] = {}
    for column in here:
        result.setdefault(column.programme, {})[column.key] = places[column.heading]
    if layout == "case":
        result = {name: keys for name, keys in result.items() if name is not None and "status" in keys}
    added = {column.heading for column in columns}
    own = list(_own_columns(table.headings, added, side))
    case = next(((place, header) for place, header, meaning in own if meaning.name == CASE), None)
    if case is None:
        raise InputError(Problem("result_no_case", {}, str(side.path)))
    words: dict[Any, State] = {state.text(book, lang): state for state in STATES}
    if reasons != "text":
        words = {(VERDICTS[s.verdict][0], VERDICTS[s.verdict][1] or "", s.provisional): s for s in STATES}
    titles = {(name if reasons != "text" else title_of(book, name, lang)): name for name in programmes}
    facts = [column for column in own if column[2].name != CASE]
    return _Shape(str(side.path), layout, reasons, case[1], case[0], facts, result, words, titles)


def _manners(receipt: Receipt | None) -> Iterator[tuple[Language, Layout, Reasons]]:
    """How a result may stand: as its receipt tells, else in any way."""
    if receipt is not None:
        yield receipt.job.lang, receipt.job.layout, receipt.job.reasons
        return
    for lang in LANGUAGES:
        for layout in ("case", "long"):
            yield lang, layout, "text"
    for layout in ("case", "long"):
        yield "vi", layout, "ids"  # type: ignore[misc]


def _own_columns(headings: Sequence[str], added: set[str], side: Side) -> Iterator[tuple[int, str, Meaning]]:
    """The list's own columns that mean something, by the receipt or the vocabulary."""
    receipt, mapping = side.receipt, None
    if receipt is not None and receipt.job.mapping is not None:
        try:
            mapping = read_map(receipt.job.mapping, side.book)
        except AncuError:
            mapping = None  # what its words mean is not known then; that they changed, is
    meanings, taken = Meanings(side.book, mapping), set()
    for place, header in enumerate(headings):
        if header in added:
            continue
        meaning = meanings.find(header)
        if receipt is not None:
            name = receipt.columns.get(header)
            if name is None or (name not in side.book.facts and name not in (CASE, AS_OF)):
                continue
            if meaning is None or meaning.name != name:
                meaning = Meaning(name)
        if meaning is not None and meaning.name not in taken:
            taken.add(meaning.name)
            yield place, header, meaning


Explain = Callable[[str, Found, Found], str]


def compare(old: Side, new: Side, explain_law: Explain, lang: Language) -> Comparison:
    """Every change from ``old`` to ``new``; ``explain_law`` says what of the law changed for a case.

    The statuses of ``old`` are held in memory, and the cells of the cases that changed; all else is read as it stands.
    """
    both = [name for name in new.shape.programmes() if name in set(old.shape.programmes())]
    comparison = Comparison([])
    states: dict[str, tuple[State | None, ...]] = {}
    known: dict[tuple[State | None, ...], tuple[State | None, ...]] = {}
    for key, found in old.cases():
        row = tuple(found.states.get(name) for name in both)
        states[key] = known.setdefault(row, row)
    changed: dict[str, Found] = {}
    added: list[Found] = []
    for key, found in new.cases():
        before = states.pop(key, None)
        if before is None:
            added.append(found)
            continue
        comparison.both += 1
        if any(a is not None and b is not None and a != b for a, b in _pairs(before, found, both)):
            changed[key] = found
    comparison.changed = len(changed)
    old_cells = {key: found for key, found in old.cases() if key in changed} if changed else {}
    cells = _Cells(old, new)
    for key, after in changed.items():
        was = old_cells[key]
        for name in both:
            a, b = was.states.get(name), after.states.get(name)
            if a is None or b is None or a == b:
                continue
            differing = cells.differing(name, was, after)
            detail = "; ".join(differing) if differing else explain_law(name, was, after)
            comparison.changes.append(Change(after.case, name, a, b, "cells" if differing else "law", detail))
    then, now = old.rejected(), new.rejected()
    for found in added:
        comparison.changes.append(Change(found.case, None, None, None, "mended" if found.case in then else "added"))
    for key in states:
        case = key.partition("\0")[0]
        comparison.changes.append(Change(case, None, None, None, "rejected" if case in now else "removed"))
    comparison.notices = list(_notices(old, new, both, lang))
    return comparison


def _pairs(
    before: Iterable[State | None], found: Found, names: Iterable[str]
) -> Iterator[tuple[State | None, State | None]]:
    return ((a, found.states.get(name)) for a, name in zip(before, names, strict=True))


def _notices(old: Side, new: Side, both: Sequence[str], lang: Language) -> Iterator[str]:
    """What one should know before one trusts the comparison."""
    for side in (old, new):
        if side.receipt is None:
            key = "diff_stray_receipt" if side.stray else "diff_no_receipt"
            yield message(key, lang, path=side.path)
        elif side.receipt.job.only:
            yield message("diff_only", lang, path=side.path, only=", ".join(side.receipt.job.only))
    if old.receipt is not None and new.receipt is not None:
        for side in (old, new):
            apart = [name for name in side.shape.programmes() if name not in both]
            if apart:
                titles = "; ".join(title_of(side.book, name, lang) for name in apart)
                yield message("diff_programmes", lang, path=side.path, programmes=titles)


class _Cells:
    """The own cells that a programme reads and that differ, said as old → new."""

    def __init__(self, old: Side, new: Side) -> None:
        self.old, self.new = old, new
        before = {meaning.name: (i, header) for i, (_, header, meaning) in enumerate(old.shape.own)}
        self.columns = {
            meaning.name: (*before[meaning.name], i, header)
            for i, (_, header, meaning) in enumerate(new.shape.own)
            if meaning.name in before
        }
        self._read: dict[str, list[str]] = {}

    def differing(self, programme: str, was: Found, now: Found) -> list[str]:
        """Of the facts that ``programme`` depends on, and of the as-of date."""
        if programme not in self._read:
            use = use_of(self.new.book, programme).keys()
            self._read[programme] = [name for name in self.columns if name == AS_OF or name in use]
        said = []
        for name in self._read[programme]:
            i, header, j, heading = self.columns[name]
            before, after = was.own[i], now.own[j]
            if before == after or text_of(before).strip() == text_of(after).strip():
                continue
            if self._value(self.old, header, before) != self._value(self.new, heading, after):
                said.append(f"{heading}: {text_of(before).strip() or '–'} → {text_of(after).strip() or '–'}")
        return said

    @staticmethod
    def _value(side: Side, header: str, cell: Any) -> Any:
        try:
            return side.cells.read(header, cell)
        except ValueProblem:
            return text_of(cell).strip()
