"""What a sheet of scenarios holds, and the words at the head of its rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from ancu.messages import LANGUAGES, Language, message
from ancu.rulebook.naming import naming_of
from ancu.rulebook.phrases import sentence_text
from ancu.rulebook.values import normalise
from ancu.specs.language.chosen import book, language
from ancu.specs.language.expectations import CELLS
from ancu.specs.language.names import means_yes

#: The sentences of one quoted blank that have a row of their own though no table of results has a column for them.
ROW_STEPS = ("step_priority", "step_no_priority", "step_paper", "step_no_paper", "step_note", "step_not_asked")
#: The kinds of expectation that name a condition of the programme.
CONDITION_KINDS = ("met", "not_met", "unknown", "open_rank", "step_priority", "step_no_priority")
#: Any other sentence, as it is written.
SENTENCE = "sentence"
EXPECTED_KINDS = (*CELLS, *ROW_STEPS, SENTENCE)
_QUOTED = re.compile(r'"?\{\w+\}"?')


@dataclass
class SheetCase:
    """A column: the record (values of the engine), the day, the programme, and what is expected, kind and words.

    ``confirmed`` are the facts whose unusual value is said to be right.
    """

    programme: str
    day: date | None
    facts: dict[str, object]
    confirmed: frozenset[str] = frozenset()
    expected: list[tuple[str, str]] = field(default_factory=list)


@dataclass
class ScenarioSheet:
    """A scenario or outline: its name, tags, notes, and cases."""

    name: str
    tags: list[str]
    notes: list[str]
    cases: list[SheetCase]


@dataclass(frozen=True)
class NotHeld:
    """A scenario that no sheet can hold: where it stands, its name, and why."""

    place: str
    name: str
    why: str


@dataclass
class SheetFile:
    """A feature file as sheets, and what of it they do not hold."""

    title: str
    lang: Language
    tags: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    sheets: list[ScenarioSheet] = field(default_factory=list)
    left_out: list[NotHeld] = field(default_factory=list)


@dataclass(frozen=True)
class SheetPlace:
    """Where something stands in a workbook: the sheet, and the cell as "C7" where one is meant."""

    sheet: str
    cell: str = ""

    def text(self) -> str:
        """The place as messages tell it, in the language of reports."""
        key = "sheet_place_cell" if self.cell else "sheet_place"
        return message(key, language(), sheet=self.sheet, cell=self.cell)


def kind_label(kind: str, lang: Language) -> str:
    """What the row of a kind of expectation is called."""
    if kind in CELLS:
        return message(f"table_{kind}", lang)
    return message("sheet_sentence", lang) if kind == SENTENCE else _QUOTED.sub("…", sentence_text(kind, lang))


def kind_labelled(label: str) -> str | None:
    """The kind of expectation of the row called ``label``, in any language."""
    return _kinds().get(normalise(label))


def _kinds() -> Mapping[str, str]:
    return {normalise(kind_label(kind, lang)): kind for kind in EXPECTED_KINDS for lang in LANGUAGES}


def step_of(kind: str, written: str, lang: Language) -> str:
    """The sentence that expects ``written`` of a kind."""
    if kind == SENTENCE:
        return written
    if kind == "provisional":
        return sentence_text("step_provisional" if means_yes(written) else "step_not_provisional", lang)
    key = kind if kind in ROW_STEPS else "step_result" if kind == "status" else f"step_{kind}"
    return re.sub(r"\{\w+\}", lambda _: written, sentence_text(key, lang))


def fact_label(name: str, lang: Language) -> str:
    """What the row of a fact is called: its label, or its id where a label is that of another."""
    label = book().facts[name].label[lang]
    return label if naming_of(book()).find(label) == name else name


def in_order(names: set[str]) -> Iterator[str]:
    """Facts in the order of the vocabulary."""
    return (name for name in book().facts if name in names)
