"""A rulebook with places that are still to be filled in, read as if they were: to try what else is changed in it."""

from __future__ import annotations

from collections.abc import Mapping

from ancu.errors import RulebookError
from ancu.rulebook import yaml_document, yaml_reader
from ancu.rulebook.building import build
from ancu.rulebook.rulebook import Rulebook

#: The day of issue of an instrument of which it is not written yet.
_SOME_DAY = "1900-01-01"


def built(files: Mapping[str, bytes]) -> Rulebook:
    """The rulebook of ``files``, each text that is to be filled in standing for itself.

    Raises :class:`RulebookError` with every problem: also of a number, a citation or the like that is to be filled in.
    """
    book, problems = build({file: _stood_in(file, content) for file, content in files.items()})
    if book is None:
        _, written = build(files)
        raise RulebookError([*(p for p in written if p.kind == "draft_unfilled"), *problems])
    return book


def _stood_in(file: str, content: bytes) -> bytes:
    if yaml_document.TO_FILL.encode() not in content:
        return content
    document, problems = yaml_reader.read(file, content)
    if problems:
        return content
    text = document.text
    for path, (start, end) in sorted(document.spans.items(), key=lambda found: found[1], reverse=True):
        written = text[start:end].strip("\"'")
        if written.startswith(yaml_document.TO_FILL):
            text = f"{text[:start]}{_stand_in(path, written)}{text[end:]}"
    return text.encode()


def _stand_in(path: yaml_document.Path, written: str) -> str:
    """What stands for a value that is to be filled in: of an instrument its id, by which it is known so far."""
    if path[-1] == "issued":
        return _SOME_DAY
    if path[0] == "instruments" and path[-1] == "number":
        return f'"{path[1]}"'
    if path[0] == "instruments" and path[-2:-1] == ("kind",):
        return "văn bản" if path[-1] == "vi" else "instrument"
    return f'"{written.removeprefix(yaml_document.TO_FILL)}"'
