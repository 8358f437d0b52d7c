"""What an officer says of the columns of a list, in a form; and the mapping file that holds it."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ancu.errors import InputError, Problem, suggestion
from ancu.household.members import people_of
from ancu.messages import Language, message
from ancu.rulebook.model import FactDef
from ancu.rulebook.naming import AS_OF, CASE, Naming, naming_of
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.types import UNIT_SIGNS
from ancu.rulebook.values import ValueProblem, parse_date
from ancu.screening.cells.map_draft import column_lines, constant_lines, ignored_lines
from ancu.screening.headers.map_file import read_map
from ancu.screening.headers.meanings import Meanings
from ancu.screening.headers.people import PeopleMeanings
from ancu.screening.lists.workbooks import ALL_SHEETS
from ancu.service.desk.store import MAPPING, KeptList

#: How many facts may be said of all rows in the form.
CONSTANTS = 3
#: Units in which amounts stand in lists, besides the one that a fact has by itself.
_MONEY = ("đồng", "nghìn đồng", "triệu đồng")
Fields = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class FactChoices:
    """The facts that a column may hold, under the titles of their sections, by name."""

    groups: list[tuple[str, list[tuple[str, str]]]]
    facts: Mapping[str, FactDef]
    namings: Sequence[Naming]

    def label(self, name: str | None) -> str:
        """What a fact is called; empty for none of them."""
        return next((label for _, group in self.groups for known, label in group if known == name), "")

    def options(self) -> list[tuple[str, str]]:
        """What may be written in a field: each fact's label, with its section."""
        return [(label, title) for title, group in self.groups for _, label in group]

    def find(self, written: str) -> str | None:
        """The fact that is called so, by its label or any other name of it."""
        found = (naming.find(written) for naming in self.namings)
        return next((name for name in found if name is not None), None)

    def unknown(self, header: str, written: str, lang: Language) -> str:
        """What is said of a name that no fact has."""
        near = next(filter(None, (naming.near(written) for naming in self.namings)), None)
        hint = suggestion(near, [near]) if near else ""
        values = {"header": header, "value": written, "hint": hint}
        return Problem("desk_no_fact", values).text(lang)


def choices_of(book: Rulebook, lang: Language, *, people: bool) -> FactChoices:
    """The facts of the vocabulary; those of ``people`` too, where a list has them."""
    of_list = [(name, message(f"heading_{name}", lang)) for name in (CASE, AS_OF)]
    groups = [(message("desk_of_list", lang), of_list), *_sections(book, lang)]
    facts, namings = dict(book.facts), [naming_of(book)]
    if people and book.people is not None:
        person = people_of(book).person
        own = [(title, [pair for pair in group if pair[0] not in facts]) for title, group in _sections(person, lang)]
        title = message("whose_member", lang)
        groups += [(f"{title}: {section}", group) for section, group in own if group]
        facts, namings = {**person.facts, **facts}, [*namings, naming_of(person)]
    return FactChoices(groups, facts, namings)


def _sections(book: Rulebook, lang: Language) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    for section, title in book.sections.items():
        group = [(name, fact.label[lang]) for name, fact in book.facts.items() if fact.section == section]
        if group:
            yield title[lang], group


def units_of(fact: FactDef | None, lang: Language) -> list[str]:
    """The units in which a column of a fact may be counted; none where it holds no numbers."""
    if fact is None or fact.value_type.kind != "number":
        return []
    if fact.type == "money":
        return list(_MONEY)
    return [fact.unit[lang]] if fact.unit is not None else [unit for unit in [UNIT_SIGNS.get(fact.type)] if unit]


def words_of(fact: FactDef, lang: Language) -> list[tuple[str, str]]:
    """What a word of a column may mean."""
    if fact.value_type.kind == "yes_no":
        known = [message("word_yes", lang), message("word_no", lang)]
    else:
        known = [value[lang] for value in fact.values.values()]
    return [(text, text) for text in (*known, message("desk_word_unknown", lang))]


@dataclass(frozen=True)
class Confirmed:
    """What the form says: a mapping file's text, how the list is to be judged, and what of it is wrong."""

    mapping: str
    programmes: list[str]
    as_of: str
    sheets: list[str]
    constants: dict[str, str]
    problems: list[str]


def confirmed(book: Rulebook, kept: KeptList, understood: Mapping[str, Any], fields: Fields, place: Path) -> Confirmed:
    """What was said of a list in the form; the mapping is checked as any is, by a file in the folder ``place``."""
    lang, problems = kept.lang, []
    choices = choices_of(book, lang, people=bool(understood["people"]))
    as_of = _said(fields, "as_of")
    if as_of:
        try:
            parse_date(as_of)
        except ValueProblem as problem:
            problems.append(f"{message('heading_as_of', lang)}: {problem.text(lang)}")
    constants = {}
    for number in range(CONSTANTS):
        written, value = _said(fields, f"const.{number}.fact"), _said(fields, f"const.{number}.value")
        name = choices.find(written) if written else None
        if written and name not in book.facts:
            problems.append(choices.unknown(message("desk_constants", lang), written, lang))
        elif name is not None and value:
            constants[name] = value
    text, unknown = _mapping(book, understood, fields, choices, constants, lang)
    problems += unknown
    problems += _problems(book, text, place, lang)
    sheets = fields.get("sheet", ())
    known = {*understood["sheets"], *understood["other_sheets"], ALL_SHEETS}
    return Confirmed(
        mapping=text,
        programmes=[name for name in book.programmes if name in fields.get("scope", ())],
        as_of=as_of,
        sheets=[name for name in sheets if name in known],
        constants=constants,
        problems=problems,
    )


def _said(fields: Fields, name: str) -> str:
    return fields.get(name, [""])[0].strip()[:2_000]


def _mapping(
    book: Rulebook,
    understood: Mapping[str, Any],
    fields: Fields,
    choices: FactChoices,
    constants: Mapping[str, str],
    lang: Language,
) -> tuple[str, list[str]]:
    """The text of the mapping file, and what is wrong; what headers say by themselves it leaves to them."""
    problems: list[str] = []
    meanings = PeopleMeanings(book) if understood["people"] else Meanings(book)
    lines: list[str] = []
    ignored: list[str] = []
    for number, column in enumerate(understood["columns"]):
        header, natural = column["header"], meanings.find(column["header"])
        written = _said(fields, f"fact.{number}")
        name = choices.find(written) if written else None
        if written and name is None:
            problems.append(choices.unknown(header, written, lang))
        if not written and column["guess"] and _said(fields, f"ok.{number}"):
            name = column["name"]
        if name is None or not choices.label(name):
            if natural is not None:
                ignored.append(header)
            continue
        shown = understood["units"].get(header) or column["unit"] or ""
        # Only a unit that was changed is said: one that stands above the table is not to be said of a column too.
        unit = None if (said := _said(fields, f"unit.{number}")) == shown else said or None
        values = dict(column["values"]) if column["name"] == name else {}
        for place, word in enumerate(column["unread"]):
            if column["name"] == name and (meant := _said(fields, f"value.{number}.{place}")):
                values[word] = meant
        if natural is not None and natural.name == name and not values and unit in (None, natural.unit):
            continue
        if unit is None and column["name"] == name:
            unit = column["unit"]
        lines += column_lines(header, choices.label(name), unit, values, lang)
    labels = {book.facts[name].label[lang]: value for name, value in constants.items()}
    head = [f"{message('map_columns', lang)}:"] if lines else []
    return "\n".join((*head, *lines, *ignored_lines(ignored, lang), *constant_lines(labels, lang), "")), problems


def _problems(book: Rulebook, text: str, place: Path, lang: Language) -> list[str]:
    """What is wrong with a mapping, told without the places in a file that nobody has seen."""
    path = place / f".{MAPPING}.{secrets.token_hex(4)}"
    try:
        path.write_text(text, encoding="utf-8")
        if text.strip():
            read_map(str(path), book)
    except InputError as error:
        return [replace(problem, file=None, line=None, column=None).text(lang) for problem in error.problems][:20]
    finally:
        path.unlink(missing_ok=True)
    return []
