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
        before = self._now
        if before is not None and before.entries:
            # Where another register has been put in its place, nothing of the old one counts.
            last = max(before.entries)
            rows = list(reader.stored(last - 1))
            if rows and rows[0].link == before.link:
                return _grown(reader, before, [row.read() for row in rows[1:]], link)
        known = {entry.number: entry for entry in reader.entries()}
        return RegisterNow(link, known, standing_of(known.values()), reader.cases())


def _grown(reader: RegisterReader, before: RegisterNow, added: list[RegisterEntry], link: str) -> RegisterNow:
    """The state before with what was ``added``: only the applications that it is on stand otherwise."""
    entries = {**before.entries, **{entry.number: entry for entry in added}}
    touched = {entry.application for entry in added}
    if None in touched:  # on a project, or on none
        return RegisterNow(link, entries, standing_of(entries.values()), reader.cases())
    found = standing_of(entry for entry in entries.values() if entry.application in touched)
    standing = RegisterStanding({**before.standing.applications, **found.applications}, before.standing.projects)
    cases = {key: case for key, case in before.cases.items() if key not in touched}
    for key, one in found.applications.items():
        data = reader.personal(one.latest.person.ref)
        if data is not None:
            cases[key] = data.case
    return RegisterNow(link, entries, standing, cases)
