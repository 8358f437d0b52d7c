"""What the rulebook says as pages have it: every name has an address of its own, its versions, and what it hangs on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, lru_cache

from ancu.handbook.statements import Change, Kind, RulebookEntry, changes, statements
from ancu.messages import Language
from ancu.rulebook.calendar import BEGINNING, FOREVER, Period
from ancu.rulebook.references import cited, reads, use_of
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.spelling import bare
from ancu.rulebook.values import normalise

#: The kinds that have pages, by what stands for them in an address. Addresses stay: decisions lead to them.
SLUGS: dict[Kind, str] = {
    "programme": "chuong-trinh", "condition": "dieu-kien", "figure": "con-so", "quantity": "dai-luong",
    "fact": "thong-tin", "document": "giay-to", "instrument": "van-ban", "question": "cau-hoi",
}  # fmt: skip
KINDS: dict[str, Kind] = {slug: kind for kind, slug in SLUGS.items()}
#: How many days' accounts of the whole law are remembered.
_DAYS = 24
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class LawVersion:
    """What is said of a name from ``start`` on (None: from the beginning), until the next; nothing where it ends."""

    start: date | None
    lines: tuple[str, ...]
    #: Whether it holds on the day that is asked for.
    now: bool = False


@dataclass(frozen=True)
class LawLink:
    """A name to go on to: the address of its page, and its title."""

    kind: Kind
    name: str
    title: str

    @property
    def address(self) -> str:
        return address_of(self.kind, self.name)


def address_of(kind: Kind, name: str) -> str:
    """Where the page of a name stands, below the root of the service."""
    return f"/luat/{SLUGS[kind]}/{name}"


class Catalogue:
    """The pages' account of a rulebook."""

    def __init__(self, book: Rulebook) -> None:
        self.book = book
        self.entries = lru_cache(maxsize=4)(self._entries)
        self.on = lru_cache(maxsize=_DAYS)(self._on)
        self._searched = lru_cache(maxsize=4)(self._texts)

    def _entries(self, lang: Language) -> dict[tuple[Kind, str], RulebookEntry]:
        """What is said of every name over all time."""
        return statements(self.book, lang)

    def _on(self, lang: Language, day: date) -> dict[tuple[Kind, str], RulebookEntry]:
        return statements(self.book, lang, day)

    def of_kind(self, kind: Kind, lang: Language) -> list[RulebookEntry]:
        """All names of a kind."""
        return [entry for (of, _), entry in self.entries(lang).items() if of == kind]

    # -- over time ---------------------------------------------------------------------------------------------------

    def periods_of(self, kind: Kind, name: str) -> list[Period]:
        """The periods of all that is said of a name."""
        book = self.book
        if kind == "programme":
            programme = book.programmes[name]
            return [opening.period for opening in programme.periods] + [p for p, _ in programme.eligible_versions]
        if kind in ("condition", "quantity"):
            return [tree.period for tree in book.trees[name]]
        if kind == "figure":
            fills = [figure.period for (slot, _), own in book.fills.items() if slot == name for figure in own]
            return [figure.period for figure in book.figures[name]] + fills
        if kind == "document":
            return [version.period for version in book.documents[name].versions]
        return [book.instruments[name].in_force.period] if kind == "instrument" else []

    def timeline(self, kind: Kind, name: str, lang: Language, today: date) -> list[LawVersion]:
        """What is said of a name, version after version."""
        starts = sorted({p.start for p in self.periods_of(kind, name)} | set(_ends(self.periods_of(kind, name))))
        if kind == "programme":
            # Nothing is said of the days before the rulebook covers it.
            starts = [start for start in starts if start >= self.book.programmes[name].covered_from]
        found: list[LawVersion] = []
        for start in starts:
            entry = self.on(lang, start).get((kind, name))
            lines = entry.lines if entry is not None else ()
            if not found or found[-1].lines != lines:
                found.append(LawVersion(None if start == BEGINNING else start, lines))
        until = [*(one.start or BEGINNING for one in found[1:]), FOREVER][: len(found)]
        return [
            LawVersion(one.start, one.lines, (one.start or BEGINNING) <= today < end)
            for one, end in zip(found, until, strict=True)
        ]

    @cached_property
    def days(self) -> list[date]:
        """The days on which anything of the law begins or ends, the latest first."""
        found: set[date] = set()
        for kind, names in self._names().items():
            for name in names:
                periods = self.periods_of(kind, name)
                found |= {period.start for period in periods} | set(_ends(periods))
        return sorted(found - {BEGINNING}, reverse=True)

    def changed(self, before: date, after: date, lang: Language) -> list[Change]:
        """What differs between the law of two days."""
        return list(changes(self.on(lang, before), self.on(lang, after)))

    def _names(self) -> dict[Kind, Sequence[str]]:
        book = self.book
        return {
            "programme": list(book.programmes), "condition": list(book.conditions), "quantity": list(book.quantities),
            "figure": list(book.parameters), "document": list(book.documents), "instrument": list(book.instruments),
        }  # fmt: skip

    # -- what hangs on what -------------------------------------------------------------------------------------------

    def kind_of(self, name: str) -> Kind | None:
        """Of which kind a name is that rules read."""
        book = self.book
        every: dict[Kind, object] = {
            "programme": book.programmes, "condition": book.conditions, "quantity": book.quantities,
            "figure": book.parameters, "fact": book.facts, "document": book.documents,
        }  # fmt: skip
        return next((kind for kind, names in every.items() if name in names), None)  # type: ignore[operator]

    def links(self, names: Sequence[str], lang: Language) -> list[LawLink]:
        """The pages of ``names``, by kind and title."""
        known = self.entries(lang)
        found = []
        for name in names:
            kind = self.kind_of(name)
            if kind is not None and (kind, name) in known:
                found.append(LawLink(kind, name, known[kind, name].title))
        order = list(SLUGS)
        return sorted(found, key=lambda link: (order.index(link.kind), link.title))

    def read_by(self, name: str) -> list[str]:
        """What reads a name directly."""
        return self._readers.get(name, [])

    def reads(self, name: str) -> list[str]:
        """What a name reads directly."""
        return sorted(reads(self.book, name))

    def programmes_of(self, name: str) -> list[str]:
        """The programmes that depend on a name."""
        return [programme for programme, use in self._use.items() if name in use and programme != name]

    def cites(self, name: str) -> list[str]:
        """The instruments that a name cites."""
        return [instrument for instrument, names in self._citing.items() if name in names]

    def cited_by(self, instrument: str) -> list[str]:
        """The names that cite an instrument."""
        return self._citing.get(instrument, [])

    @cached_property
    def _readers(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name in (*self.book.programmes, *self.book.conditions, *self.book.quantities):
            for read in reads(self.book, name):
                found.setdefault(read, []).append(name)
        return found

    @cached_property
    def _use(self) -> dict[str, frozenset[str]]:
        return {name: frozenset(use_of(self.book, name)) for name in self.book.programmes}

    @cached_property
    def _citing(self) -> dict[str, list[str]]:
        found: dict[str, dict[str, None]] = {}
        for name, _, _, basis in cited(self.book):
            for citation in basis:
                found.setdefault(citation.partition(":")[0], {})[name] = None
        return {instrument: list(names) for instrument, names in found.items()}

    # -- searching ---------------------------------------------------------------------------------------------------

    def _texts(self, lang: Language) -> list[tuple[str, str, RulebookEntry]]:
        """The title and all words of each entry that has a page, as they are searched."""
        return [
            (_plain(f"{entry.title} {entry.name}"), _plain(" ".join(entry.lines)), entry)
            for entry in self.entries(lang).values()
            if entry.kind in SLUGS
        ]

    def search(self, written: str, lang: Language) -> list[RulebookEntry]:
        """The entries that hold every word of what was written, diacritics left out; those with it in the title first.

        A word counts from its beginning.
        """
        words = [f" {word}" for word in _plain(written).split()]
        if not words:
            return []
        order = list(SLUGS)
        found = [
            ((sum(word not in f" {title}" for word in words), order.index(entry.kind)), entry)
            for title, text, entry in self._searched(lang)
            if all(word in f" {title} {text}" for word in words)
        ]
        return [entry for _, entry in sorted(found, key=lambda pair: pair[0])]


def _plain(text: str) -> str:
    letters = "".join(letter if letter.isalnum() else " " for letter in bare(normalise(text)))
    return " ".join(letters.split())


def _ends(periods: Sequence[Period]) -> Iterator[date]:
    """The days after periods that end."""
    for period in periods:
        if (after := period.day_after()) is not None:
            yield after
