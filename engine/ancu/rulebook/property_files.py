"""Properties that stand beside the scenarios, in the form of those beside the rules.

Who writes scenarios says there too what must hold of every record. Such files are read when something is to be proven;
the rulebook is the same without them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from pydantic import ValidationError

from ancu.errors import Problem, RulebookError
from ancu.rulebook import yaml_reader
from ancu.rulebook.properties import PropertiesFile
from ancu.rulebook.property_texts import check_properties
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.shape_problems import shape_problem
from ancu.rulebook.yaml_document import YamlDocument
from ancu.text_files import content_of

#: What files of properties are called in a folder of scenarios.
NAMES = ("tinh_chat*.yaml", "properties*.yaml")


def property_files(folder: Path) -> list[Path]:
    """The files of properties anywhere in a folder of scenarios, in their order."""
    return sorted({found for name in NAMES for found in folder.rglob(name)})


def with_properties(book: Rulebook, paths: Iterable[Path]) -> Rulebook:
    """``book`` with the properties, and the findings that are known, of the files at ``paths`` too.

    Raises :class:`InputError` for a file that cannot be read, :class:`RulebookError` with every problem in them.
    """
    problems: list[Problem] = []
    files = list(_read(paths, problems))
    stated = dict(book.properties)
    for document, file in files:
        for name, one in file.properties.items():
            if name in stated:
                problems.append(document.problem("property_twice", ("properties", name), name=name))
            stated[name] = one
    problems += check_properties(book, files)
    if problems:
        raise RulebookError(problems)
    known = (one for _, file in files for one in file.accepted)
    return replace(book, properties=stated, accepted=(*book.accepted, *known))


def _read(paths: Iterable[Path], problems: list[Problem]) -> Iterator[tuple[YamlDocument, PropertiesFile]]:
    for path in paths:
        document, flaws = yaml_reader.read(str(path), content_of(str(path)))
        problems += flaws
        if flaws:
            continue
        try:
            yield document, PropertiesFile.model_validate(document.data)
        except ValidationError as error:
            problems += (shape_problem(document, detail, PropertiesFile) for detail in error.errors())
