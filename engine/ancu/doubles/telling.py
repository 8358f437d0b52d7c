"""Findings in words: where a row stands, what agrees, what support it was, and which clause it touches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from ancu.doubles.bars import SupportClause, SupportEffect
from ancu.doubles.columns import PROVINCE, label_of, support_of
from ancu.doubles.results import Agreement, DoubleFound, DoublesReport, ListedPerson, SupportEntry
from ancu.messages import Language, message
from ancu.rulebook.citations import render_all
from ancu.rulebook.member_names import RELATION
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.types import MEASURES
from ancu.rulebook.values import format_value

#: How many cells that could not be read a summary names.
_NAMED = 10


class DoublesTelling:
    """Tells a report in one language."""

    def __init__(self, book: Rulebook, report: DoublesReport, lang: Language) -> None:
        self.book, self.report, self.lang = book, report, lang
        self.support = support_of(book)
        files = [*report.lists, *report.registers]
        names = Counter(Path(file).name for file in files)
        #: The files by name alone, where no other is called the same.
        self._files = {file: name if names[name := Path(file).name] == 1 else file for file in files}

    def say(self, key: str, **values: object) -> str:
        return message(key, self.lang, **values)

    def label(self, column: str) -> str:
        """What a column of lists is called."""
        return label_of(self.book, column, self.lang)

    def day(self, day: date) -> str:
        return format_value(day.toordinal(), MEASURES["date"], None, self.lang)

    def weekday(self, day: date) -> str:
        """A day with its day of the week: where a time ends on one of rest, whoever reads it sees so."""
        return self.say("doubles_day", weekday=self.say(f"weekday_{day.weekday()}"), day=self.day(day))

    def where(self, person: ListedPerson) -> str:
        return self.say("doubles_where", file=self.file(person.file), line=person.line)

    def file(self, path: str) -> str:
        return self._files.get(path, path)

    def relation(self, person: ListedPerson) -> str:
        people = self.book.people
        if person.relation is None or people is None:
            return ""
        return people.person.facts[RELATION].values[person.relation][self.lang]

    def province(self, province: str | None) -> str:
        return self.book.facts[PROVINCE].values[province][self.lang] if province is not None else ""

    def entry(self, entry: SupportEntry) -> str:
        """The support of an entry: kind, day, amount, province, as far as it tells."""
        kind = self.support.kinds[entry.kind].title[self.lang] if entry.kind is not None else None
        amount = None
        if entry.amount is not None:
            amount = format_value(entry.amount, MEASURES["money"], None, self.lang)
        return self.say(
            "doubles_support",
            kind=kind if kind is not None else self.say("doubles_support_unknown"),
            on=self.say("doubles_support_on", day=self.day(entry.on)) if entry.on is not None else "",
            amount=self.say("doubles_support_amount", amount=amount) if amount is not None else "",
            province=self.say("doubles_support_province", province=self.province(entry.province))
            if entry.province is not None
            else "",
        )

    def supports(self, found: DoubleFound) -> str:
        """What was had; of two grants both. Of a case listed twice, where the other stands."""
        if not found.supports:
            project = f", {found.other.project}" if found.other.project else ""
            return f"{self.say('heading_case')} {found.other.case or '–'}{project}"
        return "; ".join(map(self.entry, found.supports))

    def agreement(self, agreement: Agreement | None) -> str:
        """What agrees, the surest first."""
        if agreement is None:
            return ""
        parts = [
            self.say("doubles_key") if agreement.key else "",
            self.say(f"doubles_number_{agreement.number}"),
            self.say(f"doubles_name_{agreement.name}"),
            self.say(f"doubles_birth_{agreement.birth}"),
            self.say(f"doubles_commune_{agreement.commune}"),
        ]
        return "; ".join(filter(None, parts))

    def effect(self, effect: SupportEffect) -> str:
        """What follows, and what must be found out first."""
        said = self.say(f"doubles_effect_{effect.effect}")
        if not effect.asked:
            return said
        asked = "; ".join(self.say(f"doubles_asked_{what}") for what in effect.asked)
        return self.say("doubles_effect_asked", effect=said, asked=asked)

    def clauses(self, effect: SupportEffect) -> str:
        """The clauses; of what is still asked, those that it would touch."""
        told = "; ".join(self.clause(clause) for clause in effect.clauses)
        if told and effect.effect in ("asks", "no_bar"):
            return self.say("doubles_if_so" if effect.effect == "asks" else "doubles_considered", clauses=told)
        return told

    def clause(self, clause: SupportClause) -> str:
        """A condition by its title, with where it stands in law."""
        book = self.book
        basis = render_all(clause.basis, book.instruments, self.lang)
        known = book.conditions.get(clause.condition) or book.preferences.get(clause.condition)
        if known is None:
            return basis
        title = getattr(known, "not_met", None) if clause.outcome == "not_met" else None
        # What quotes figures would need the case itself.
        title = known.title if title is None or "{" in title.vi else title
        return self.say("doubles_clause", title=title[self.lang], basis=basis)

    def reply_basis(self) -> str:
        return render_all(self.report.reply_basis, self.book.instruments, self.lang)

    def notices(self) -> Iterator[str]:
        """The columns of each file that were not read."""
        for file, headers in self.report.unread_columns.items():
            yield self.say("doubles_unread_columns", path=self.file(file), headers=", ".join(headers))

    def summary(self) -> Iterator[str]:
        """What a terminal says: counts, the time to answer, and the cells to be mended."""
        report = self.report
        counts = {name: report.count(name) for name in ("likely", "clear")}
        yield self.say(
            "doubles_summary",
            people=len(report.people),
            households=len(report.households),
            entries=report.entries,
            hit=report.count("hit") + report.count("confirmed"),
            barred=report.barred,
            **counts,
        )
        listed = sum(one.sort == "listed_twice" and one.level != "dismissed" for one in report.findings)
        supported = sum(one.sort == "supported_twice" or (one.sort == "same_house" and len(one.supports) > 1)
                        for one in report.findings)  # fmt: skip
        if listed or supported:
            yield self.say("doubles_summary_twice", listed=listed, supported=supported)
        if report.reply_by is not None:
            yield self.say("doubles_summary_due", day=self.weekday(report.reply_by), basis=self.reply_basis())
        if report.unread:
            yield self.say("doubles_summary_unread", count=len(report.unread))
            for cell in report.unread[:_NAMED]:
                told = {"file": self.file(cell.file), "line": cell.line, "column": cell.column, "problem": cell.problem}
                yield "  " + self.say("doubles_summary_cell", **told)
            if len(report.unread) > _NAMED:
                yield "  " + self.say("doubles_summary_more", count=len(report.unread) - _NAMED)
