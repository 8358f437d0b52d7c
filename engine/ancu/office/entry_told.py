"""What an approver has to see of an entry: the decision, the record it rests on, and what is otherwise by now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from ancu.decision.deciding import Record, decide
from ancu.decision.persons import member_text
from ancu.errors import AncuError
from ancu.messages import Language, message
from ancu.office.live import RegisterNow
from ancu.register.acts import same_person
from ancu.register.entries import Corrected, Decided, RegisterEntry
from ancu.register.people import PersonalData
from ancu.register.standing import ApplicationStanding
from ancu.register.store import RegisterReader
from ancu.register.wording import reason_text
from ancu.rulebook.rulebook import Rulebook
from ancu.service.page_members import shown

Facts = list[tuple[str, str]]


class EntryTold:
    """Tells of the decision that an entry holds, or is about; personal data as far as they are kept."""

    def __init__(
        self,
        book: Rulebook,
        now: RegisterNow,
        reader: RegisterReader,
        one: ApplicationStanding,
        entry: RegisterEntry,
        lang: Language,
    ) -> None:
        self.book, self.now, self.reader, self.one, self.entry, self.lang = book, now, reader, one, entry, lang
        self.decided = self._decided()
        assert isinstance(self.decided.act, Decided)
        self.act: Decided = self.decided.act
        self.data = reader.personal(self.act.person.ref)

    def _decided(self) -> RegisterEntry:
        """The entry with the decision: this one, the one that it is about, or the one that holds."""
        about = self.now.entries.get(self.entry.concerns) if self.entry.concerns is not None else None
        for entry in (self.entry, about, self.one.decided):
            if entry is not None and isinstance(entry.act, Decided):
                return entry
        return self.one.entered

    def told(self) -> dict[str, Any]:
        """What the page shows."""
        record = self.data.record() if self.data is not None else None
        receipt = self.act.decision["receipt"]
        return {
            "decided": self.decided,
            "verdict": str(self.act.decision["status"]),
            "as_of": date.fromisoformat(self.act.decision["as_of"]),
            "reasons": self._reasons(),
            "facts": facts_told(self.book, record, self.lang) if record is not None else [],
            "members": members_told(self.book, record, self.lang) if record is not None else [],
            "kept": list(self.data.read()["kept"].items()) if self.data is not None else [],
            "erased": self.data is None,
            "receipt": receipt,
            "since": list(self._since(record)),
            "changed": list(self._corrected(record)),
            "own": lambda name: same_person(self.entry.by, name),
        }

    def _reasons(self) -> list[str]:
        if self.data is not None:
            texts: Mapping[str, list[str]] = self.data.read()["texts"]
            return texts.get(self.lang, [])
        return [reason_text(self.book, reason, self.lang) for reason in self.act.reasons]

    def _since(self, record: Record | None) -> Iterator[tuple[bool, str]]:
        """What is otherwise since the decision was entered, each with whether it asks for a second look."""
        if record is not None:
            yield self._again(record)
        for entry in self.now.of(self.one.application):
            if entry.number > self.decided.number and entry.act.kind in ("appealed", "corrected", "revoked"):
                kind = message(f"register_kind_{entry.act.kind}", self.lang)
                yield True, message("entry_since_act", self.lang, number=entry.number, kind=kind)
        for other in self._others(self.data):
            values = {"number": other.entered.number, "programme": other.programme}
            if other.programme in self.book.programmes:
                values["programme"] = self.book.programmes[other.programme].title[self.lang]
            yield True, message("entry_since_other", self.lang, project=other.project or "–", **values)

    def _again(self, record: Record) -> tuple[bool, str]:
        """Whether the rulebook in use decides as it was entered."""
        then, day = self.act.decision, date.fromisoformat(self.act.decision["as_of"])
        values = {"then": str(then["receipt"]["rulebook"])[:12], "now": self.book.digest[:12]}
        try:
            decision = decide(self.book, replace(record, as_of=day), self.one.programme)
        except AncuError as error:
            return True, message("entry_again_not", self.lang, reason=error.text(self.lang), **values)
        written = decision.model_dump(mode="json", exclude={"case", "household"})
        if {**written, "receipt": None} == {**then, "receipt": None}:
            key = "entry_again_same" if values["then"] == values["now"] else "entry_again_same_law"
            return False, message(key, self.lang, **values)
        status = message(f"status_{decision.status}", self.lang)
        return True, message("entry_again_otherwise", self.lang, status=status, **values)

    def _others(self, data: PersonalData | None) -> Iterator[ApplicationStanding]:
        """The other applications of the same case that wait or hold."""
        for key in self.reader.applications(data.case) if data is not None else ():
            other = self.now.standing.applications.get(key)
            if other is not None and key != self.one.application and other.state in ("pending", "standing"):
                yield other

    def _corrected(self, record: Record | None) -> Iterator[tuple[str, str, str]]:
        """Of a correction, each fact that is otherwise than before: its label, what it was, what it is."""
        if not isinstance(self.act, Corrected) or self.decided.concerns is None or record is None:
            return
        before = self.now.entries[self.decided.concerns].act
        data = self.reader.personal(before.person.ref) if isinstance(before, Decided) else None
        if data is None:
            return
        was, now = (dict(facts_told(self.book, each, self.lang)) for each in (data.record(), record))
        for label in [*now, *(label for label in was if label not in now)]:
            if was.get(label) != now.get(label):
                yield label, was.get(label, "–"), now.get(label, "–")


def facts_told(book: Rulebook, record: Record, lang: Language) -> Facts:
    """The facts of a record as they are read, in the order of the vocabulary."""
    return [
        (book.facts[name].label[lang], shown(book, name, record.facts[name], lang))
        for name in book.facts
        if name in record.facts
    ]


def members_told(book: Rulebook, record: Record, lang: Language) -> list[tuple[str, Facts]]:
    """Who belongs to the household, each with the facts of his own."""
    household = record.household
    if household is None or book.people is None:
        return []
    own = book.people.person.facts
    return [
        (
            member_text(book, household, member, lang),
            [
                (own[name].label[lang], shown(book, f"x.{name}", value, lang))
                for name, value in member.facts.items()
                if name in own
            ],
        )
        for member in household.members
    ]
