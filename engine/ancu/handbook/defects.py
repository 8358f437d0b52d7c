"""The open questions of a rulebook as defects of the law: what each is, where it stands, what comes of it, the repair.

Beside them stand the levels that a province was to set and, as far as somebody has looked, has not; and what proofs
over all records have shown (``ancu rules prove``) and whoever keeps the rules has found right as it is, and why.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from ancu.handbook.wording import Wording
from ancu.messages import Language, message
from ancu.rulebook.calendar import Period
from ancu.rulebook.citations import render_all
from ancu.rulebook.model import DefectKind, Doubt, Text
from ancu.rulebook.references import use_of
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import day_text

#: The kinds in the order in which a dossier has them; last those that nobody has sorted, then what is ours to read.
Kind = Literal[DefectKind, "proven", "unsorted"]
_OURS: DefectKind = "unread"
ORDER: tuple[Kind, ...] = (*(kind for kind in get_args(DefectKind) if kind != _OURS), "proven", "unsorted", _OURS)
#: What comes of a defect: a level or text is unknown, a result stands provisionally, or it is only told; of a proof: a
#: property does not hold of every record, or something can never decide.
Effect = Literal["unset", "doubt", "note", "broken", "idle"]
EFFECTS: tuple[Effect, ...] = get_args(Effect)
#: How many citations, names and programmes an entry tells.
MOST = 6


ALWAYS = Period()


@dataclass(frozen=True)
class DefectEntry:
    """A defect: the ``question`` that is open (None: a level that a province has not set, or a proof), in words.

    ``effects`` are what comes of it, each with what it concerns; ``period`` is when it is a question.
    """

    question: str | None
    kind: Kind
    text: str
    citations: tuple[str, ...]
    effects: tuple[tuple[Effect, tuple[str, ...]], ...]
    programmes: tuple[str, ...]
    repair: str | None
    period: Period = ALWAYS


def defects_of(book: Rulebook, lang: Language, day: date | None = None) -> list[DefectEntry]:
    """The defects of the law, by kind, in the order of the rulebook; with a ``day`` those that are open on it."""
    found = [*_Questions(book, lang).entries(), *_unset_by_provinces(book, lang), *_Proven(book, lang).entries()]
    found = [entry for entry in found if day is None or day in entry.period]
    return sorted(found, key=lambda entry: ORDER.index(entry.kind))


@dataclass(frozen=True)
class _Raised:
    """A place that raises a question: the name, what comes of it there, its citations."""

    name: str
    effect: Effect
    basis: tuple[str, ...]


class _Questions:
    def __init__(self, book: Rulebook, lang: Language) -> None:
        self.book, self.lang = book, lang
        self.wording = Wording(book, lang)
        self._uses = {name: frozenset(use_of(book, name)) | {name} for name in book.programmes}

    def entries(self) -> Iterator[DefectEntry]:
        for name, question in self.book.questions.items():
            defect = self.book.defects.get(name)
            places = [place for raiser in self.book.raised[name] for place in self._places(raiser, question.text)]
            cited = dict.fromkeys(citation for place in places for citation in place.basis)
            yield DefectEntry(
                question=name,
                kind=defect.kind if defect is not None else "unsorted",
                text=question.text[self.lang],
                citations=tuple(render_all([one], self.book.instruments, self.lang) for one in cited),
                effects=tuple(self._effects(places)),
                programmes=tuple(self._programmes(self.book.raised[name])),
                repair=defect.repair[self.lang] if defect is not None and defect.repair is not None else None,
                period=question.period,
            )

    def _effects(self, places: Iterable[_Raised]) -> Iterator[tuple[Effect, tuple[str, ...]]]:
        by_effect: dict[Effect, dict[str, None]] = {effect: {} for effect in EFFECTS}
        for place in places:
            by_effect[place.effect].setdefault(self._title(place.name))
        for effect, names in by_effect.items():
            if names:
                yield effect, tuple(names)

    def _title(self, name: str) -> str:
        if name in self.book.instruments:
            return render_all([name], self.book.instruments, self.lang)
        try:
            return self.wording.text(self.book.title(name))
        except KeyError:  # a file that raises it
            return name

    def _programmes(self, raisers: Iterable[str]) -> Iterator[str]:
        names = set(raisers)
        for programme, used in self._uses.items():
            if names & used:
                yield self.book.programmes[programme].title[self.lang]

    def _places(self, name: str, text: Text) -> Iterator[_Raised]:
        """The versions under ``name`` that raise the question of this text; all, where it stands above them."""
        book = self.book
        if name in book.conditions or name in book.quantities:
            rules = book.rule(name).dated
            versions = [(one, one.when is None, one.doubt, one.note, tuple(one.basis)) for one in rules]
        elif name in book.parameters:
            fills = (figure.version for (slot, _), own in book.fills.items() if slot == name for figure in own)
            figures = (*book.parameters[name].values, *fills)
            versions = [(one, one.value is None, one.doubt, one.note, tuple(one.basis)) for one in figures]  # type: ignore[misc]
        elif name in book.documents:
            papers = book.documents[name].versions
            versions = [(one, False, None, one.note, tuple(one.basis)) for one in papers]  # type: ignore[misc]
        elif name in book.instruments:
            yield _Raised(name, "note", (name,))
            return
        elif name in book.programmes:
            definition = book.programmes[name]
            openings = [one for one in definition.periods if _tells(one.note, None, text)]
            told = [citation for one in openings for citation in one.basis] or definition.basis
            yield _Raised(name, "note", tuple(told))
            return
        else:
            return
        here = [one for one in versions if _tells(one[3], one[2], text)] or versions
        for _, unset, doubt, _, basis in here:
            effect: Effect = "unset" if unset else "doubt" if _is(doubt, text) else "note"
            yield _Raised(name, effect, basis)


def _is(doubt: Doubt | None, text: Text) -> bool:
    return doubt is not None and doubt.text.vi == text.vi


def _tells(notes: Iterable[Text], doubt: Doubt | None, text: Text) -> bool:
    return _is(doubt, text) or any(note.vi == text.vi for note in notes)


def _unset_by_provinces(book: Rulebook, lang: Language) -> Iterator[DefectEntry]:
    """The levels that each province was to set, and for which somebody has looked and found nothing."""
    for region in book.regions.values():
        for looked in region.looked_up:
            slots = [slot for slot in looked.slots if (slot, region.region) not in book.fills]
            if not slots:
                continue
            labels = tuple(book.parameters[slot].label[lang] for slot in slots)
            said = "; ".join(labels)
            values = {"region": region.title[lang], "day": day_text(looked.on, lang), "where": looked.where[lang]}
            basis = dict.fromkeys(c for slot in slots for one in book.parameters[slot].values for c in one.basis)
            users = [
                programme.title[lang] for name, programme in book.programmes.items() if {*slots} & {*use_of(book, name)}
            ]
            yield DefectEntry(
                question=None,
                kind="empty_delegation",
                text=message("defects_unset_slots", lang, slots=said, **values),
                citations=tuple(render_all([one], book.instruments, lang) for one in basis),
                effects=(("note", labels),),
                programmes=tuple(users),
                repair=message("defects_slots_repair", lang, region=region.title[lang], slots=said),
            )


class _Proven:
    """What is known from proofs: properties that do not hold, and what can never decide, each with its reason."""

    def __init__(self, book: Rulebook, lang: Language) -> None:
        self.book, self.lang = book, lang

    def entries(self) -> Iterator[DefectEntry]:
        for one in self.book.properties.values():
            if one.accepted is not None:
                names = [name for text in one.texts.values() for name in re.findall(r"\w+", text)]
                broken: tuple[Effect, tuple[str, ...]] = ("broken", (one.title[self.lang],))
                yield self._entry(
                    one.accepted, broken, names, [n for n in names if n in self.book.programmes], one.period
                )
        for known in self.book.accepted:
            titles = dict.fromkeys(self._title(name, known.programmes) for name in known.names)
            yield self._entry(known.reason, ("idle", tuple(titles)), known.names, known.programmes, ALWAYS)

    def _entry(
        self,
        reason: Text,
        effect: tuple[Effect, tuple[str, ...]],
        names: Iterable[str],
        programmes: Iterable[str],
        period: Period,
    ) -> DefectEntry:
        rules = (self.book.rule(name) for name in names if name in self.book.conditions or name in self.book.quantities)
        cited = dict.fromkeys(citation for rule in rules for version in rule.dated for citation in version.basis)
        return DefectEntry(
            question=None,
            kind="proven",
            text=reason[self.lang],
            citations=tuple(render_all([one], self.book.instruments, self.lang) for one in cited),
            effects=(effect,),
            programmes=tuple(dict.fromkeys(self.book.programmes[name].title[self.lang] for name in programmes)),
            repair=None,
            period=period,
        )

    def _title(self, name: str, programmes: Iterable[str]) -> str:
        """What a condition, rank, option or programme is called."""
        for programme in programmes:
            option = self.book.programmes[programme].benefit.options.get(name)
            if option is not None:
                return option.title[self.lang]
        return Wording(self.book, self.lang).text(self.book.title(name))
