"""The folder of a rulebook: which one is meant, and the contents of its files."""

from __future__ import annotations

import os
from pathlib import Path

from ancu.errors import Problem, os_reason
from ancu.rulebook.yaml_document import MAX_BYTES

VOCABULARY = "vocabulary.yaml"


def built_in() -> Path:
    """The rulebook that comes with An Cư: the checkout's ``rules/`` when run from one, else the packaged copy."""
    package = Path(__file__).resolve().parents[1]
    checkout = package.parents[1]
    if (checkout / "pyproject.toml").is_file() and (checkout / "rules" / VOCABULARY).is_file():
        return checkout / "rules"
    return package / "_rules"


def folder_of(path: str | os.PathLike[str] | None = None) -> Path:
    """The folder at ``path``, else at ``ANCU_RULES``, else of the rulebook that comes with An Cư."""
    return Path(path or os.environ.get("ANCU_RULES") or built_in())


def read_files(path: str | os.PathLike[str] | None = None) -> tuple[dict[str, bytes], list[Problem]]:
    """The contents of the rulebook's files by relative name, an overlay laid over the built-in rulebook."""
    if not isinstance(path, str | os.PathLike | None):
        return {}, [Problem("rules_not_a_directory", {"path": repr(path)})]
    chosen = folder_of(path)
    try:
        if not chosen.is_dir():
            return {}, [Problem("rules_not_a_directory", {"path": str(chosen)})]
    except OSError as error:  # such as a name too long
        return {}, [Problem("file_unreadable", {"path": str(chosen), "reason": os_reason(error)})]
    roots = [chosen] if (chosen / VOCABULARY).is_file() else [built_in(), chosen]
    files: dict[str, bytes] = {}
    for root in roots:
        here = sorted(root.rglob("*.yaml"))
        if not here:
            return {}, [Problem("rules_empty", {"path": str(root)})]
        for file in here:
            name = file.relative_to(root).as_posix()
            if not name.isprintable():
                return {}, [Problem("rules_file_name", {"name": ascii(name)})]
            if not file.is_file():
                return {}, [Problem("rules_no_file", {}, str(file))]
            try:
                with file.open("rb") as opened:
                    files[name] = opened.read(MAX_BYTES + 1)  # one more, by which it is known to be too large
            except OSError as error:
                return {}, [Problem("file_unreadable", {"path": str(file), "reason": os_reason(error)})]
    return files, []
