"""What headers mean where a list has people in its rows: a person's fact before one of the record."""

from __future__ import annotations

from ancu.household.members import besides_of, household_key, people_of
from ancu.rulebook.model import FactDef
from ancu.rulebook.naming import naming_of
from ancu.rulebook.rulebook import Rulebook
from ancu.screening.headers.meanings import ColumnMap, Meaning, Meanings


class PeopleMeanings(Meanings):
    """Finds what the headers of a list with people in its rows mean."""

    def __init__(self, book: Rulebook, mapping: ColumnMap | None = None) -> None:
        super().__init__(book, mapping)
        self.person = people_of(book).person
        self._of_person = Meanings(self.person)

    def is_of_person(self, header: str) -> bool:
        """Whether the cells under ``header`` tell something of the person of their row."""
        meaning = self.find(header)
        return besides_of(header) is not None or (meaning is not None and meaning.name in self.person.facts)

    def label(self, name: str) -> object:
        return naming_of(self.person if name in self.person.facts else self.book).label(name)

    def known(self, header: str) -> bool:
        return super().known(header) or besides_of(header) is not None or household_key(header) is not None

    def is_day(self, header: str) -> bool:
        meaning = self.find(header)
        if meaning is None or meaning.name not in self.person.facts:
            return super().is_day(header)
        return self.person.facts[meaning.name].type == "date"

    def _fact(self, name: str) -> FactDef | None:
        return self.person.facts.get(name) or super()._fact(name)

    def _find(self, key: str) -> Meaning | None:
        if self.mapping is not None and key in self.mapping.columns:
            return self.mapping.columns[key]
        of_record = super()._find(key)
        if self.mapping is not None and key in self.mapping.ignored:
            return of_record
        of_person = self._of_person.find(key)
        return of_person if of_person is not None and of_person.name in self.person.facts else of_record
