"""The sheet of a workbook that is printed and signed: a row a case and programme, narrow enough for one page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import Any

from ancu.decision.rendering import title_of
from ancu.inference.verdicts import VERDICTS
from ancu.messages import message
from ancu.rulebook.naming import AS_OF
from ancu.screening.results.arrangement import people_places
from ancu.screening.results.layout import own_headers, result_columns
from ancu.screening.run.plan import Plan

#: Rows that somebody may want on paper; a longer list is printed from its own sheet, or not at all.
MOST_PRINTED = 10_000
#: How many papers are named of those that can prove one thing.
_PAPERS = 3


class PrintedRows:
    """Makes the rows of the printed sheet from those of the result."""

    def __init__(self, plan: Plan, headers: Sequence[str]) -> None:
        self.plan = plan
        own = own_headers(plan, headers)
        self.who = people_places(plan, own)
        as_of = plan.columns.header(AS_OF)
        self.day = own.index(as_of) if as_of in own else None
        self.own = [own[place] for place in self.who]
        self.places: dict[str | None, dict[str, int]] = {}
        for i, column in enumerate(result_columns(plan), len(own)):
            self.places.setdefault(column.programme, {})[column.key] = i
        self.several = len(plan.programmes) > 1
        self._lacked, self._proven = cache(self._papers), cache(self._proof)
        labels = {fact.label[plan.lang]: name for name, fact in plan.book.facts.items()}
        self._facts = labels

    def headings(self) -> list[str]:
        """What stands above the columns."""
        keys = [*(["column_programme"] if self.several else []), "column_status", "column_reasons"]
        titles = [message(key, self.plan.lang) for key in (*keys, "print_missing", "print_day")]
        return [*self.own, *(title[:1].upper() + title[1:] for title in titles)]

    def status_place(self) -> int:
        """The column of the result, which is coloured."""
        return len(self.own) + self.several

    def rows(self, row: Sequence[Any], verdicts: dict[int, int]) -> Iterator[tuple[list[Any], str]]:
        """The printed rows of one row of the result, each with its status; ``verdicts`` are by place."""
        who = [row[place] for place in self.who]
        day = row[self.day] if self.day is not None and row[self.day] not in (None, "") else self.plan.day
        if self.plan.layout == "long":
            places = self.places[None]
            yield self._row(who, str(row[places["programme"]]), row, places, day, verdicts)
            return
        for name in self.plan.programmes:
            yield self._row(who, title_of(self.plan.book, name, self.plan.lang), row, self.places[name], day, verdicts)

    def _row(
        self,
        who: list[Any],
        title: str,
        row: Sequence[Any],
        places: dict[str, int],
        day: date | str,
        verdicts: dict[int, int],
    ) -> tuple[list[Any], str]:
        programme = [title] if self.several else []
        status = VERDICTS[verdicts[places["status"]]][0]
        # Who is eligible is told what for; that every condition is met is told on the sheet of results.
        reason = row[places["benefit"]] if status == "eligible" else None
        lacked = self._lacked(row[places["missing"]] or "") or row[places["open"]]
        return [*who, *programme, row[places["status"]], reason or row[places["reasons"]], lacked, day], status

    def _papers(self, missing: str) -> str:
        """What a case lacks, each with the papers of which one can prove it."""
        return "\n".join(self._proven(label) for label in missing.split("; ") if label)

    def _proof(self, label: str) -> str:
        """One thing that is lacked, with the papers of which one can prove it."""
        fact = self.plan.book.facts.get(self._facts.get(label, ""))
        titles = [self.plan.book.documents[paper].title[self.plan.lang] for paper in fact.evidence] if fact else []
        papers = f" {message('word_or', self.plan.lang)} ".join(titles[:_PAPERS])
        return message("print_proven", self.plan.lang, fact=label, papers=papers) if papers else label
