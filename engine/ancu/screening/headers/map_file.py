"""A mapping file: what an officer says of the headers of a list, and of the words in its columns.

A mapping file is written for lists that already exist. Its keys may be Vietnamese or English::

    cột:
      "Thu nhập BQ": {là: Thu nhập bình quân hàng tháng thực nhận, đơn vị: triệu đồng}
      "Đối tượng ƯT": {là: Nhóm đối tượng, giá trị: {"CN": Công nhân, "9": không rõ}}
      "Số HS": Mã hồ sơ
    bỏ qua: [TT, Ghi chú]
    hằng số: {Tỉnh: Bắc Ninh}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any

from ancu.errors import InputError, Problem, suggestion
from ancu.messages import LANGUAGES, message
from ancu.rulebook.model import FactDef
from ancu.rulebook.naming import AS_OF, CASE, naming_of
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import ValueProblem, fits_unit, is_blank, normalise, parse, parse_date
from ancu.rulebook.yaml_document import YamlDocument
from ancu.rulebook.yaml_reader import read
from ancu.screening.headers.meanings import ColumnMap, Meaning, Meanings, value_key
from ancu.screening.headers.units import long_unit
from ancu.text_files import content_of

#: At the end of a line of a drafted mapping: nobody has confirmed it yet.
UNCONFIRMED = "?"


def read_map(path: str, book: Rulebook, texts: Mapping[str, str] = MappingProxyType({})) -> ColumnMap:
    """The mapping file at ``path``; :class:`InputError` with every problem, by line, key and nearest known word.

    ``texts`` are columns besides facts, whose cells are kept as they are written: names by what they are called.
    """
    document, problems = read(path, content_of(path))
    if (other := next((one for one in problems if one.kind == "yaml_not_a_mapping"), None)) is not None:
        raise InputError(replace(other, kind="map_not_one"))
    if problems:
        raise InputError(problems)
    reader = _MapReader(document, book, texts)
    made = reader.run()
    if reader.problems:
        raise InputError(reader.problems)
    return made


def words(key: str) -> tuple[str, ...]:
    """What a key of the mapping file is called, in each language."""
    return tuple(message(key, lang) for lang in LANGUAGES)


class _MapReader:
    def __init__(self, document: YamlDocument, book: Rulebook, texts: Mapping[str, str]) -> None:
        self.document, self.book, self.naming, self.texts = document, book, naming_of(book), texts
        self.person = book.people.person if book.people is not None else None
        self.problems: list[Problem] = []
        self.columns: dict[str, Meaning] = {}
        self.ignored: set[str] = set()
        self.constants: dict[str, Any] = {}
        self.as_of: date | None = None
        self.written: dict[str, tuple[str, int, int]] = {}

    def run(self) -> ColumnMap:
        for part, path, value in self._keys(self.document.data, (), ("map_columns", "map_ignore", "map_constants")):
            if part == "map_ignore":
                for i, header in enumerate(value if isinstance(value, list) else [value]):
                    self._place(str(header), (*path, i) if isinstance(value, list) else path)
                    self.ignored.add(normalise(str(header)))
            elif not isinstance(value, dict):
                self._problem("map_not_a_mapping", path, key=path[-1])
            elif part == "map_columns":
                for header, entry in value.items():
                    self._column(header, (*path, header), entry)
            else:
                for label, written in value.items():
                    self._constant((*path, label), label, written)
        return ColumnMap(
            self.document.file, self.columns, frozenset(self.ignored), self.constants, self.as_of, self.written
        )

    def _problem(self, kind: str, path: tuple[str | int, ...], **values: object) -> None:
        self.problems.append(self.document.problem(kind, path, **values))

    def _keys(
        self, data: Mapping[str, Any], path: tuple[str | int, ...], allowed: tuple[str, ...]
    ) -> Iterator[tuple[str, tuple[str | int, ...], Any]]:
        spoken = {normalise(word): key for key in allowed for word in words(key)}
        for written, value in data.items():
            key = spoken.get(normalise(written))
            if key is None:
                known = ", ".join(message(key) for key in allowed)
                values = {"key": written, "known": known, "hint": suggestion(normalise(written), spoken)}
                self._problem("map_unknown_key", (*path, written), **values)
            else:
                yield key, (*path, written), value

    def _place(self, header: str, path: tuple[str | int, ...]) -> bool:
        """Remember where a header stands; a problem if it stands twice."""
        key = normalise(header)
        if key in self.written:
            self._problem("map_header_twice", path, header=header, line=self.written[key][1])
            return False
        self.written[key] = (header, *self.document.places.get(path, (1, 1)))
        return True

    def _column(self, header: str, path: tuple[str | int, ...], entry: Any) -> None:
        if not self._place(header, path):
            return
        if isinstance(entry, str):
            if normalise(entry) in words("map_ignore"):
                self.ignored.add(normalise(header))
                return
            name = self._name(path, entry)
            if name is not None:
                self.columns[normalise(header)] = Meaning(name)
            return
        if not isinstance(entry, dict):
            self._problem("map_not_a_column", path, header=header)
            return
        parts = {key: (at, value) for key, at, value in self._keys(entry, path, ("map_is", "map_unit", "map_values"))}
        if "map_is" in parts:
            name = self._name(*parts["map_is"])
        else:
            # Without "là" the header itself names the fact.
            meaning = Meanings(self.book).find(header)
            name = meaning.name if meaning is not None else None
            if name is None:
                self._problem("map_says_nothing", path, header=header, key=message("map_is"))
        if name is None:
            return
        unit = self._unit(name, *parts["map_unit"]) if "map_unit" in parts else None
        values = self._values(name, *parts["map_values"]) if "map_values" in parts else {}
        self.columns[normalise(header)] = Meaning(name, unit, values)

    def _name(self, path: tuple[str | int, ...], written: Any, *, people: bool = True) -> str | None:
        text = str(written).strip() if written is not None else ""
        if self._unconfirmed(path, text):
            # Told already; the rest of the column is checked all the same.
            return self.naming.find(text.removesuffix(UNCONFIRMED))
        name = self.naming.find(text)
        if name is None:
            name = self.texts.get(normalise(text))
        if name is None and people and self.person is not None:
            # Said of the people in a list of households.
            name = naming_of(self.person).find(text)
        if name is None:
            near = self.naming.near(text)
            self._problem("map_unknown_fact", path, value=text, hint=suggestion(near, [near]) if near else "")
        return name

    def _fact(self, name: str) -> FactDef | None:
        """A fact of the record, or of a person; None for what is none."""
        return self.book.facts.get(name) or (self.person.facts.get(name) if self.person is not None else None)

    def _unconfirmed(self, path: tuple[str | int, ...], text: str) -> bool:
        if text.endswith(UNCONFIRMED):
            guess = text.removesuffix(UNCONFIRMED).strip()
            kind = "map_unconfirmed" if guess else "map_left_open"
            self._problem(kind, path, value=guess, ignore=lambda lang: message("map_ignore", lang))
            return True
        return False

    def _unit(self, name: str, path: tuple[str | int, ...], written: Any) -> str | None:
        fact = self._fact(name)
        unit = long_unit(str(written))
        if fact is None or not fits_unit(fact, unit):
            label = fact.label[LANGUAGES[0]] if fact is not None else name
            self._problem("map_unit_unfit", path, unit=written, fact=label)
            return None
        return unit

    def _values(self, name: str, path: tuple[str | int, ...], entry: Any) -> dict[str, Any]:
        values: dict[str, Any] = {}
        fact = self._fact(name)
        if not isinstance(entry, dict) or fact is None:
            self._problem("map_not_a_mapping", path, key=path[-1])
            return values
        for written, meant in entry.items():
            at = (*path, written)
            if isinstance(meant, str) and self._unconfirmed(at, meant.strip()):
                continue
            if self._fits(fact, at, meant):
                values[value_key(written)] = meant
        return values

    def _fits(self, fact: FactDef, path: tuple[str | int, ...], meant: Any) -> bool:
        try:
            parse(fact, meant)
        except ValueProblem as problem:
            self._problem("map_value_unfit", path, value=meant, problem=problem.text)
            return False
        return True

    def _constant(self, path: tuple[str | int, ...], label: str, written: Any) -> None:
        name = self._name(path, label, people=False)
        if name is None or is_blank(written):
            return
        try:
            if name == AS_OF:
                self.as_of = parse_date(written)
            elif name == CASE:
                self._problem("map_constant_case", path)
            elif name not in self.book.facts:
                self.constants[name] = str(written)
            else:
                self.constants[name] = parse(self.book.facts[name], written)
        except ValueProblem as problem:
            self._problem("map_value_unfit", path, value=written, problem=problem.text)
