"""Drafts of new law: the YAML that the checks ask for, with what only an officer knows marked to be filled in.

Nothing that stands is lost: new files are made, entries are put at the end of the lists they belong to, and the
``eligible_when`` of a programme keeps its text up to the day before a new condition.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from ancu.errors import DraftError, OutputError, Problem, os_reason, suggestion
from ancu.messages import LANGUAGES, Language, message
from ancu.rulebook import citations, language, yaml_edits
from ancu.rulebook.calendar import Period
from ancu.rulebook.folder import VOCABULARY, built_in, folder_of
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.yaml_document import TO_FILL
from ancu.rulebook.yaml_writing import OnOneLine, Quoted, as_yaml


@dataclass(frozen=True)
class Drafted:
    """What is drafted: its name, the first day it is law, and what the officer knows of it already."""

    name: str
    day: date
    vi: str | None = None
    en: str | None = None
    basis: str | None = None


class Draft:
    """The files of one rulebook folder as they will be.

    ``made`` holds the new files, ``changed`` those that stand and get an entry; ``entries`` names what comes into each.
    """

    def __init__(self, folder: Path, book: Rulebook, wanted: Drafted, lang: Language) -> None:
        self.folder, self.book, self.wanted, self.lang = folder, book, wanted, lang
        self.made: dict[str, str] = {}
        self.changed: dict[str, str] = {}
        self.entries: dict[str, list[str]] = {}

    def write(self) -> None:
        """Put the files in their places: the new ones only where nothing stands.

        Raises :class:`OutputError` where the folder cannot be written.
        """
        path = self.folder
        try:
            for file, text in self.made.items():
                path = self.folder / file
                path.parent.mkdir(exist_ok=True)
                with path.open("x", encoding="utf-8", newline="") as new:
                    new.write(text)
            for file, text in self.changed.items():
                path = self.folder / file
                beside = path.with_name(f"{path.name}.draft")
                beside.write_text(text, encoding="utf-8", newline="")
                os.replace(beside, path)
        except OSError as error:
            raise OutputError(Problem("file_unwritable", {"path": str(path), "reason": os_reason(error)})) from error

    # -- how drafting functions fill it ------------------------------------------------------------------------------

    def claim(self, *names: str) -> None:
        """Demand that names are well formed and free."""
        for name in names:
            if not language.NAME.fullmatch(name):
                raise DraftError(Problem("name_malformed", {"name": name}))
            if language.is_keyword(name):
                raise DraftError(Problem("name_is_keyword", {"name": name}))
            if name in self.book.types or name in self.book.documents or name in self.book.regions:
                raise DraftError(Problem("draft_name_taken", {"name": name}))

    def make(self, file: str, data: dict[str, Any]) -> None:
        """Add a new file."""
        if (self.folder / file).exists():
            raise DraftError(Problem("draft_exists", {"path": str(self.folder / file)}))
        self.made[file] = as_yaml(data)

    def add(self, file: str, key: str, name: str, entry: dict[str, Any]) -> None:
        """Put an entry at the end of the mapping ``key`` of a file that stands."""
        self.entries.setdefault(file, []).append(name)
        self.edit(file, key, lambda text: yaml_edits.add(text, key, as_yaml({name: entry})))

    def edit(self, file: str, key: str, change: Callable[[str], str]) -> None:
        """Change the text of a file that stands, keeping its line ends."""
        path = self.folder / file
        try:
            standing = self.changed.get(file) or (path.read_bytes().decode("utf-8") if path.exists() else "")
            changed = change(standing.replace("\r\n", "\n"))
        except OSError as error:
            raise OutputError(Problem("file_unreadable", {"path": str(path), "reason": os_reason(error)})) from error
        except yaml_edits.NotABlockError as error:
            raise DraftError(Problem("draft_not_a_block", {"file": file, "key": key})) from error
        self.changed[file] = changed.replace("\n", "\r\n") if "\r\n" in standing else changed

    def blank(self, key: str, **values: object) -> Quoted:
        """A value that is still to be filled in: what belongs there, in the drafter's language."""
        return Quoted(f"{TO_FILL}{message(key, self.lang, **values)}")

    def texts(self, key: str) -> dict[str, str]:
        """A text to be filled in: in Vietnamese, and for a drafter who speaks it in English; else that is owed."""
        return {lang: self.blank(key) for lang in LANGUAGES if lang in ("vi", self.lang)}

    def title(self) -> dict[str, str]:
        """What the thing drafted is called, as far as that was given."""
        given = {"vi": self.wanted.vi, "en": self.wanted.en}
        return {**self.texts("draft_fill_title"), **{lang: text for lang, text in given.items() if text}}

    def basis(self) -> OnOneLine:
        """The citation given, or one to be filled in."""
        return OnOneLine([Quoted(self.wanted.basis) if self.wanted.basis else self.blank("draft_fill_basis")])


def folder_to_edit(path: str | os.PathLike[str] | None = None) -> Path:
    """The rulebook folder at ``path``, else at ``ANCU_RULES``, else that of the checkout.

    Raises :class:`DraftError` for the copy inside an installed package, which the next installation would overwrite.
    """
    folder = folder_of(path)
    if folder == built_in() and folder.name != "rules":
        raise DraftError(Problem("draft_installed", {"path": str(folder)}))
    return folder


# -- what can be drafted ---------------------------------------------------------------------------------------------


def slots_of(book: Rulebook) -> list[str]:
    """The figures that the law leaves to provinces."""
    return [name for name, parameter in book.parameters.items() if parameter.set_by == "province"]


def draft_province(draft: Draft, slots: Sequence[str]) -> None:
    """A region: its names, and the figures among those left to provinces that its decision sets."""
    book, wanted = draft.book, draft.wanted
    draft.claim(wanted.name)
    known = slots_of(book)
    fills: dict[str, Any] = {}
    for slot in slots:
        if slot not in known:
            kind = "not_a_slot" if slot in book.parameters else "slot_unknown"
            raise DraftError(Problem(kind, {"name": slot, "hint": suggestion(slot, known)}))
        value = draft.blank("draft_fill_value", what=book.parameters[slot].label[draft.lang])
        fills[slot] = [{"from": wanted.day, "value": value, "basis": draft.basis()}]
    draft.make(
        f"regions/{wanted.name}.yaml",
        {"region": wanted.name, "title": draft.title(), "synonyms": [], "fills": fills},
    )
    if fills:
        _draft_instrument(draft)


def draft_programme(draft: Draft) -> None:
    """A programme with one condition, the fact it reads, the paper that proves it, and one amount."""
    name, day = draft.wanted.name, draft.wanted.day
    condition, amount = f"{name}_case", f"{name}_amount"
    draft.claim(name, condition, amount)
    option = {"title": draft.texts("draft_fill_option"), "kind": "once", "amount": amount, "basis": draft.basis()}
    draft.make(
        f"programmes/{name}.yaml",
        {
            "programme": name,
            "title": draft.title(),
            "audience": OnOneLine([draft.blank("draft_fill_audience")]),
            "basis": draft.basis(),
            "covered_from": day,
            "periods": [{"from": day, "basis": draft.basis()}],
            "eligible_when": condition,
            "benefit": {"options": {"grant": option}},
            "conditions": {condition: _condition(draft, draft.texts("draft_fill_condition"))},
        },
    )
    value = {"from": day, "value": draft.blank("draft_fill_amount"), "basis": draft.basis()}
    figure = {"type": "money", "label": draft.texts("draft_fill_label"), "values": [value]}
    draft.add("parameters.yaml", "parameters", amount, figure)
    _draft_fact(draft)
    _draft_instrument(draft)


def draft_condition(draft: Draft, programme: str) -> None:
    """A condition of a programme from a day on, the fact it reads, and the paper that proves that."""
    book, wanted = draft.book, draft.wanted
    draft.claim(wanted.name)
    definition = book.programme(programme)
    if wanted.day <= definition.covered_from:
        values = {"day": wanted.day, "first": definition.covered_from, "programme": definition.programme}
        raise DraftError(Problem("draft_too_early", values))
    file = _file_of(draft, definition.programme)
    draft.add(file, "conditions", wanted.name, _condition(draft, draft.title()))
    versions = as_yaml({"eligible_when": _with_condition(definition.eligible_versions, wanted)})
    draft.edit(file, "eligible_when", lambda text: yaml_edits.replace(text, "eligible_when", versions))
    _draft_fact(draft)
    _draft_instrument(draft)


def _condition(draft: Draft, title: dict[str, str]) -> dict[str, Any]:
    return {
        "title": title,
        "not_met": draft.texts("draft_fill_not_met"),
        "when": f"{draft.wanted.name}_fact",
        "basis": draft.basis(),
    }


def _draft_fact(draft: Draft) -> None:
    """The yes/no fact that a new condition reads, and the paper that proves it."""
    fact, paper = f"{draft.wanted.name}_fact", f"{draft.wanted.name}_paper"
    draft.claim(fact, paper)
    if not (draft.folder / VOCABULARY).is_file():
        raise DraftError(Problem("draft_needs_a_whole_rulebook", {"path": str(draft.folder)}))
    section = draft.blank("draft_fill_section", known=", ".join(draft.book.sections))
    entry = {"type": "yes_no", "label": draft.texts("draft_fill_fact"), "section": section, "evidence": [paper]}
    draft.add(VOCABULARY, "facts", fact, entry)
    version = {"from": draft.wanted.day, "basis": draft.basis()}
    draft.add("evidence.yaml", "documents", paper, {"title": draft.texts("draft_fill_paper"), "versions": [version]})


def _draft_instrument(draft: Draft) -> None:
    """The text of law that is cited, where the rulebook does not have it yet."""
    if draft.wanted.basis is not None:
        draft_instrument(draft, draft.wanted.basis)


def draft_instrument(draft: Draft, citation: str) -> None:
    """The text of law that ``citation`` names, where neither the rulebook nor the draft has it yet."""
    parts = citations.split(citation)
    if parts is None:
        raise DraftError(Problem("citation_malformed", {"citation": citation}))
    if parts[0] in draft.book.instruments or parts[0] in draft.entries.get("instruments.yaml", ()):
        return
    if not (draft.folder / VOCABULARY).is_file():
        raise DraftError(Problem("draft_needs_a_whole_rulebook", {"path": str(draft.folder)}))
    entry = {
        "number": draft.blank("draft_fill_number"),
        "kind": draft.texts("draft_fill_kind"),
        "issuer": draft.texts("draft_fill_issuer"),
        "title": draft.texts("draft_fill_instrument"),
        "issued": draft.blank("draft_fill_issued"),
        "in_force": {"from": draft.wanted.day},
    }
    draft.add("instruments.yaml", "instruments", parts[0], entry)


def _file_of(draft: Draft, programme: str) -> str:
    """The file of the folder that holds a programme."""
    for path in sorted((draft.folder / "programmes").glob("*.yaml")):
        if f"\nprogramme: {programme}\n" in "\n" + path.read_text(encoding="utf-8"):
            return f"programmes/{path.name}"
    raise DraftError(Problem("draft_needs_a_whole_rulebook", {"path": str(draft.folder)}))


def _with_condition(versions: Sequence[tuple[Period, str]], wanted: Drafted) -> list[dict[str, Any]]:
    """The versions of ``eligible_when``, those from the day on with the new condition too."""
    dated: list[dict[str, Any]] = []
    for period, text in versions:
        plain = " ".join(text.split())
        more = f"({plain}) and {wanted.name}" if " or " in plain else f"{plain} and {wanted.name}"
        before = replace(period, end=min(period.end, wanted.day - timedelta(days=1)))
        after = replace(period, start=max(period.start, wanted.day))
        dated += [_version(part, when) for part, when in ((before, plain), (after, more)) if part.start <= part.end]
    return dated


def _version(period: Period, when: str) -> dict[str, Any]:
    ends = Period()
    return {
        **({"from": period.start} if period.start != ends.start else {}),
        **({"to": period.end} if period.end != ends.end else {}),
        "when": when,
    }
