"""The register as it stands now: read once, and then only what was added since."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ancu.chain import BEGINNING
from ancu.register.entries import RegisterEntry
from ancu.register.standing import ApplicationStanding, RegisterStanding, standing_of
from ancu.register.store import Register, RegisterReader


@dataclass(frozen=True)
class WaitingEntry:
    """An entry that waits for a second person, and the application that it is on."""

    entry: RegisterEntry
    one: ApplicationStanding


@dataclass(frozen=True)
class RegisterNow:
    """One state of the register. ``cases`` are what cases are called, by the keys of applications; erased are not here.

    ``link`` is the hash of the last entry: two states with the same are the same.
    """

    link: str
    entries: Mapping[int, RegisterEntry]
    standing: RegisterStanding
    cases: Mapping[str, str]

    def of(self, application: str) -> list[RegisterEntry]:
        """The entries on an application, in order."""
        return [entry for entry in self.entries.values() if entry.application == application]

    def waiting(self) -> Iterator[WaitingEntry]:
        """What waits for a second person, the oldest first."""
        found = [
            WaitingEntry(entry, one) for one in self.standing.applications.values() for entry in one.waiting.values()
        ]
        return iter(sorted(found, key=lambda each: each.entry.number))

    def case(self, one: ApplicationStanding) -> str:
        """What the case of an application is called; "" where that is erased."""
        return self.cases.get(one.application, "")


class LiveRegister:
    """A register that pages are shown of."""

    def __init__(self, address: str) -> None:
        """Raises :class:`InputError` for a register that is not there, or of another version."""
        self.register = Register.open(address)
        self._lock = threading.Lock()
        self._now: RegisterNow | None = None

    def now(self) -> RegisterNow:
        """Its state now."""
        with self._lock:
            with self.register.reading() as reader:
                last = reader.last()
                link = last.link if last is not None else BEGINNING
                if self._now is None or self._now.link != link:
                    self._now = self._read(reader, link)
            return self._now

    def _read(self, reader: RegisterReader, link: str) -> RegisterNow:
        known = dict(self._now.entries) if self._now is not None else {}
        # Where another register has been put in its place, nothing of the old one counts.
        number = max(known, default=0)
        rows = list(reader.stored(number - 1 if number else 0))
        if number and (not rows or self._now is None or rows.pop(0).link != self._now.link):
            known, rows = {}, list(reader.stored())
        known |= {row.number: row.read() for row in rows}
        return RegisterNow(link, known, standing_of(known.values()), reader.cases())
