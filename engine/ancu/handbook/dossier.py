"""The dossier of the law's defects as blocks of text, and those as Markdown; as DOCX see :mod:`.dossier_docx`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ancu.handbook.defects import ALWAYS, MOST, ORDER, DefectEntry
from ancu.handbook.wording import period_text
from ancu.messages import Language, message
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import day_text


@dataclass(frozen=True)
class CasesHanging:
    """How many cases of a list hang on a question: ``open`` ones are undetermined or provisional, of ``told`` ones the
    result only mentions it.
    """

    open: int
    told: int


@dataclass(frozen=True)
class ListCounted:
    """A list whose cases were counted: its name, how many there are, the day, and by question.

    ``rejected``: the rows that are no case before they are mended, and counted nowhere.
    """

    name: str
    cases: int
    day: date
    hanging: Mapping[str, CasesHanging]
    rejected: int = 0


@dataclass(frozen=True)
class Heading:
    """A heading; ``level`` 1 is the title."""

    level: int
    text: str


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; ``label`` stands in bold before it."""

    text: str
    label: str = ""


@dataclass(frozen=True)
class CountTable:
    """A table of words and numbers, its first row the headings."""

    rows: Sequence[Sequence[str]]


Block = Heading | Paragraph | CountTable


def dossier(
    book: Rulebook, entries: Sequence[DefectEntry], lang: Language, day: date, counted: ListCounted | None = None
) -> list[Block]:
    """The dossier of ``entries``, made on ``day``; with the cases of a list that hang on each, if they were counted."""
    return list(_Dossier(book, entries, lang, day, counted).blocks())


class _Dossier:
    def __init__(
        self, book: Rulebook, entries: Sequence[DefectEntry], lang: Language, day: date, counted: ListCounted | None
    ) -> None:
        self.book, self.entries, self.lang, self.day, self.counted = book, entries, lang, day, counted

    def _m(self, key: str, **values: object) -> str:
        return message(key, self.lang, **values)

    def blocks(self) -> Iterator[Block]:
        """The title, what it is, the numbers by kind, then each kind with its entries."""
        yield Heading(1, self._m("defects_title"))
        values = {"day": day_text(self.day, self.lang), "digest": self.book.digest[:12]}
        yield Paragraph(self._m("defects_made", **values))
        yield Paragraph(self._m("defects_about"))
        if self.counted is not None:
            said = {
                "name": self.counted.name,
                "cases": self.counted.cases,
                "day": day_text(self.counted.day, self.lang),
            }
            yield Paragraph(self._m("defects_counted", **said))
            if self.counted.rejected:
                yield Paragraph(self._m("defects_rejected", count=self.counted.rejected))
        by_kind = {kind: [entry for entry in self.entries if entry.kind == kind] for kind in ORDER}
        counts = Counter(entry.kind for entry in self.entries)
        rows = [(self._m(f"defect_kind_{kind}"), str(counts[kind])) for kind in ORDER if counts[kind]]
        yield CountTable([(self._m("defects_heading_kind"), self._m("defects_heading_count")), *rows])
        for number, kind in enumerate((kind for kind in ORDER if counts[kind]), 1):
            yield Heading(2, f"{number}. {self._m(f'defect_kind_{kind}')}")
            yield Paragraph(self._m(f"defect_about_{kind}"))
            for place, entry in enumerate(self._ordered(by_kind[kind]), 1):
                yield from self._entry(f"{number}.{place}", entry)

    def _ordered(self, entries: list[DefectEntry]) -> list[DefectEntry]:
        """Those on which most cases hang first, else in the order of the rulebook."""
        if self.counted is None:
            return entries
        hanging = self.counted.hanging
        nobody = CasesHanging(0, 0)
        return sorted(entries, key=lambda one: (-(h := hanging.get(one.question or "", nobody)).open, -h.told))

    def _entry(self, number: str, entry: DefectEntry) -> Iterator[Block]:
        named = [name for _, concerned in entry.effects for name in concerned]
        yield Heading(3, f"{number}. {named[0] if named else entry.question}")
        yield Paragraph(entry.text)
        if entry.period != ALWAYS:
            yield Paragraph(period_text(entry.period, self.lang), self._m("defects_label_period"))
        if entry.citations:
            yield Paragraph(self._some(entry.citations), self._m("defects_label_basis"))
        for effect, names in entry.effects:
            yield Paragraph(
                self._m(f"defects_effect_{effect}", names=self._some(names)), self._m("defects_label_effect")
            )
        if entry.programmes:
            yield Paragraph(self._some(entry.programmes), self._m("defects_label_programmes"))
        if self.counted is not None and entry.question is not None:
            found = self.counted.hanging.get(entry.question, CasesHanging(0, 0))
            key = "defects_cases" if found.open or found.told else "defects_no_cases"
            said = self._m(key, open=found.open, told=found.told)
            yield Paragraph(said, self._m("defects_label_cases"))
        if entry.repair is not None:
            yield Paragraph(entry.repair, self._m("defects_label_repair"))
        if entry.question is not None:
            yield Paragraph(entry.question, self._m("defects_label_id"))

    def _some(self, names: Sequence[str]) -> str:
        more = self._m("and_more", count=len(names) - MOST) if len(names) > MOST else ""
        return "; ".join(names[:MOST]) + more


def as_markdown(blocks: Iterable[Block]) -> str:
    """The dossier as Markdown."""
    lines: list[str] = []
    for block in blocks:
        match block:
            case Heading(level, text):
                lines.append(f"{'#' * level} {_plain(text)}")
            case Paragraph(text, ""):
                lines.append(_plain(text))
            case Paragraph(text, label):
                lines.append(f"**{_plain(label)}** {_plain(text)}")
            case CountTable(rows):
                head, *body = rows
                table = [_row(head), "|---|" + "---:|" * (len(head) - 1), *map(_row, body)]
                lines.append("\n".join(table))
    return "\n\n".join(lines) + "\n"


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(map(_plain, cells)) + " |"


def _plain(text: str) -> str:
    """Text that Markdown takes for nothing else."""
    return re.sub(r"([\\`*_|<>\[\]])", r"\\\1", text)
