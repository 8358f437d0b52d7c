"""One of two runs that are compared: its cases as its result has them, in whatever form and layout that stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from ancu.batch.cells import Reasons, status_words
from ancu.decision.rendering import title_of
from ancu.errors import AncuError, InputError, Problem
from ancu.inference.verdicts import ELIGIBLE, VERDICTS
from ancu.messages import LANGUAGES, Language, message
from ancu.rulebook.naming import AS_OF, CASE
from ancu.rulebook.rulebook import Rulebook
from ancu.screening.cells.columns import Columns
from ancu.screening.cells.reader import CellReader
from ancu.screening.headers.map_file import read_map
from ancu.screening.headers.meanings import Meaning, Meanings
from ancu.screening.job import Form, Layout
from ancu.screening.jobs.receipt import SUFFIX, RunReceipt, read_receipt, standing_receipt
from ancu.screening.results.layout import ResultColumn, result_columns
from ancu.screening.results.read_back import Table, form_of, tables_of, text_of
from ancu.screening.run.plan import Plan


class State(NamedTuple):
    """What came out for a case under a programme: a place in :data:`VERDICTS`, and whether it hangs on a doubt."""

    verdict: int
    provisional: bool

    def text(self, lang: Language) -> str:
        """As a result says it."""
        return status_words(self.verdict, self.provisional, lang)


STATES = tuple(State(verdict, doubt) for verdict in range(len(VERDICTS)) for doubt in (False, True))


@dataclass(frozen=True)
class ResultCase:
    """A case as a result has it: states and reasons by programme, and its own cells by what they mean."""

    case: str
    line: int
    states: dict[str, State]
    reasons: dict[str, str]
    own: tuple[Any, ...]


class Side:
    """One of the two runs: its result, and its receipt where there is one."""

    def __init__(self, path: Path, book: Rulebook) -> None:
        self.book, self.given = book, path
        self.receipt: RunReceipt | None = None
        #: The receipt beside it is of another result.
        self.stray = False
        self.path = path
        if path.name.endswith(SUFFIX):
            self.receipt = read_receipt(path)
            written = self.receipt.output("result")
            if written is None:
                raise InputError(Problem("receipt_bad", {"detail": "outputs"}, str(path)))
            self.path = path.parent / written.name
        elif (beside := standing_receipt(path)) is not None:
            self.receipt = read_receipt(beside)
        if self.receipt is not None:
            written = self.receipt.output("result")
            if written is None or not written.stands_at(self.path):
                self.receipt, self.stray = None, True
        self.form: Form = self.receipt.job.form if self.receipt is not None else form_of(self.path)
        self._texts: dict[Any, Any] = {}
        with tables_of(self.path, self.form) as tables:
            self.shape = shape_of(next(tables), self)

    @property
    def day(self) -> date | None:
        """The as-of date of rows without one of their own, if it is known."""
        return self.receipt.as_of if self.receipt is not None else None

    @cached_property
    def cells(self) -> CellReader:
        """Reads the list's own cells."""
        return CellReader(self.book, {header: meaning for _, header, meaning in self.shape.own})

    def cases(self) -> Iterator[tuple[str, ResultCase]]:
        """The cases in order, each with a key of its own: its id, and how many with that id came before."""
        seen: dict[str, int] = {}
        with tables_of(self.path, self.form) as tables:
            for case in self.shape.read(next(tables), self._texts):
                before = seen.get(case.case, 0)
                seen[case.case] = before + 1
                yield (f"{case.case}\0{before}" if before else case.case), case

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
class ResultShape:
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

    def read(self, table: Table, texts: dict[Any, Any]) -> Iterator[ResultCase]:
        """The cases of the result; ``texts`` holds each cell once, since they recur."""
        if self.layout == "case":
            for line, cells in table.rows:
                states = {}
                reasons = {}
                for name, places in self.result.items():
                    if name is not None:
                        states[name] = self._state(cells, places, line)
                        reasons[name] = self._reasons(cells, places, texts)
                yield self._case(line, cells, states, reasons, texts)
            return
        now: ResultCase | None = None
        places = self.result[None]
        for line, cells in table.rows:
            name = self.titles.get(text_of(cells[places["programme"]]), "")
            if now is None or now.case != text_of(cells[self.at]).strip() or name in now.states:
                if now is not None:
                    yield now
                now = self._case(line, cells, {}, {}, texts)
            now.states[name] = self._state(cells, places, line)
            now.reasons[name] = self._reasons(cells, places, texts)
        if now is not None:
            yield now

    def _case(self, line: int, cells: list[Any], states: Any, reasons: Any, texts: dict[Any, Any]) -> ResultCase:
        own = tuple(_once(texts, cells[place]) for place, _, _ in self.own)
        return ResultCase(text_of(cells[self.at]).strip(), line, states, reasons, own)

    def _state(self, cells: list[Any], places: Mapping[str, int], line: int) -> State:
        status: Any = cells[places["status"]]
        if self.reasons != "text":
            doubt = text_of(cells[places["provisional"]]).casefold()
            status = (status, text_of(cells[places["why"]]), doubt in _YES)
        try:
            return self.words[status]
        except (KeyError, TypeError) as error:
            raise InputError(Problem("result_no_status", {"value": text_of(status)}, self.path, line)) from error

    @staticmethod
    def _reasons(cells: list[Any], places: Mapping[str, int], texts: dict[Any, Any]) -> str:
        reasons = cells[places["reasons"] if "reasons" in places else places["reason"]]
        return str(_once(texts, text_of(reasons)))


_YES = frozenset(("true", *(message("word_yes", lang) for lang in LANGUAGES)))


def _once(texts: dict[Any, Any], cell: Any) -> Any:
    return texts.setdefault(cell, cell) if isinstance(cell, str) else cell


def shape_of(table: Table, side: Side) -> ResultShape:
    """How the result with these headings stands; :class:`InputError` where it is no result, or has no case ids."""
    book, receipt = side.book, side.receipt
    columns: list[ResultColumn] = []
    for lang, layout, reasons in _manners(receipt):
        programmes = tuple(n for n in receipt.programmes if n in book.programmes) if receipt else tuple(book.programmes)
        nothing = Columns({}, {}, CellReader(book, {}))
        plan = Plan(book, nothing, programmes, date.today(), lang, layout=layout, reasons=reasons, what_if=True)
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
    words: dict[Any, State] = {state.text(lang): state for state in STATES}
    words[message("status_in_principle", lang)] = State(ELIGIBLE, True)
    if reasons != "text":
        words = {(VERDICTS[s.verdict][0], VERDICTS[s.verdict][1] or "", s.provisional): s for s in STATES}
    titles = {(name if reasons != "text" else title_of(book, name, lang)): name for name in programmes}
    facts = [column for column in own if column[2].name != CASE]
    return ResultShape(str(side.path), layout, reasons, case[1], case[0], facts, result, words, titles)


def _manners(receipt: RunReceipt | None) -> Iterator[tuple[Language, Layout, Reasons]]:
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
