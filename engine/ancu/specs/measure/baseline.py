"""The reviewed list of changes that scenarios need not notice, each with why: ``changes.yaml`` beside the features.

.. code-block:: yaml

    reviewed: "8b8791a658fe"
    justified:
      - reason: The highest of the levels is granted, and this one is never the highest.
        changes:
          - "programme.options.repair: requirement_dropped: house_badly_damaged"

An entry that no longer survives is an error: what is listed is what is open, no more. ``reviewed`` begins the digest
of the rulebook that the scenarios were last held against as a whole: under any other, new law waits for its scenarios.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ancu.errors import InputError, Problem, suggestion
from ancu.rulebook import yaml_document, yaml_reader
from ancu.rulebook.rulebook import Rulebook
from ancu.specs.measure.mutation import Mutation
from ancu.text_files import content_of

FILE = "changes.yaml"


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class _Justification(_Strict):
    reason: str = Field(min_length=10)
    changes: list[str] = Field(min_length=1)


class _File(_Strict):
    reviewed: str | None = None
    justified: list[_Justification]


def find_lists(paths: Iterable[str | Path]) -> list[Path]:
    """The lists that stand at the top of the folders ``paths``."""
    return [file for path in paths if (file := Path(path) / FILE).is_file()]


def was_reviewed(file: Path, book: Rulebook) -> bool:
    """Whether the scenarios beside ``file`` were held against this very rulebook."""
    reviewed = _read(file)[1].reviewed
    return reviewed is not None and book.digest.startswith(reviewed)


def read_justified(file: Path) -> Mapping[str, str]:
    """Why each listed change need not be noticed; :class:`InputError` where the file cannot be used."""
    document, listed = _read(file)
    reasons: dict[str, str] = {}
    for i, entry in enumerate(listed.justified):
        for k, change in enumerate(entry.changes):
            if change in reasons:
                place = ("justified", i, "changes", k)
                raise InputError(document.problem("justified_twice", place, change, change=change))
            reasons[change] = entry.reason
    return reasons


def _read(file: Path) -> tuple[yaml_document.YamlDocument, _File]:
    document, problems = yaml_reader.read(str(file), content_of(file))
    if problems:
        raise InputError(problems)
    try:
        return document, _File.model_validate(document.data)
    except ValidationError as error:
        problems = [document.problem("justified_unfit", _place(document, detail["loc"])) for detail in error.errors()]
        raise InputError(problems) from error


def _place(document: yaml_document.YamlDocument, loc: tuple[int | str, ...]) -> yaml_document.Path:
    while loc and loc not in document.places:
        loc = loc[:-1]
    return loc


def check_justified(justified: Mapping[str, str], mutation: Mutation, file: Path) -> None:
    """:class:`InputError` with every listed change that does not survive, or does not exist."""
    surviving = {survivor.mutant.id for survivor in mutation.survivors}
    noticed = {killed.mutant.id: killed.by for killed in mutation.killed}
    aside = {mutant.id for mutant in mutation.idle}
    problems = []
    for change in justified:
        if change in noticed:
            problems.append(Problem("justified_noticed", {"change": change, "place": noticed[change]}, str(file)))
        elif change in aside:
            problems.append(Problem("justified_proven", {"change": change}, str(file)))
        elif change not in surviving:
            hint = suggestion(change, surviving)
            problems.append(Problem("justified_unknown", {"change": change, "hint": hint}, str(file)))
    if problems:
        raise InputError(problems)
