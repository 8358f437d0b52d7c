"""Scenarios wherever they stand: in a feature file, or in a workbook, read as what it says."""

from __future__ import annotations

from pathlib import Path

from ancu.screening.lists.workbooks import BOOK_SUFFIXES
from ancu.specs.language.feature_file import SpecFile, read_spec, read_text
from ancu.specs.language.mistakes import SpecFlaw
from ancu.specs.sheets.read_book import ReadBook, read_scenario_book
from ancu.specs.sheets.to_feature import feature_text
from ancu.text_files import content_of


def is_scenario_book(path: Path) -> bool:
    """Whether a file is given as a workbook, by its name."""
    return path.suffix.lower() in BOOK_SUFFIXES


def read_book(path: Path) -> ReadBook:
    """The workbook of scenarios at ``path``; :class:`InputError` if it cannot be opened or is none."""
    return read_scenario_book(str(path), content_of(path))


def read_scenarios(path: Path) -> SpecFile:
    """The scenarios of a feature file or workbook; :class:`InputError` if it cannot be opened."""
    if not is_scenario_book(path):
        return read_spec(path)
    read = read_book(path)
    flaws = [SpecFlaw(0, flaw.text) for flaw in read.flaws]
    if not read.file.sheets:
        return SpecFile(path, "", read.file.title, flaws=flaws)
    text, origins = feature_text(read.file)
    spec = read_text(path, text)
    spec.flaws += flaws
    spec.places = {line: read.place(*origin).text() for line, origin in origins.items()}
    return spec
