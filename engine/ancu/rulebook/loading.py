"""Loading a rulebook from its folder.

What makes one of the files (:mod:`.building`) is imported only where nothing is kept of it, or all is to be checked.
"""

from __future__ import annotations

import os

from ancu.errors import Problem, RulebookError
from ancu.rulebook import cache
from ancu.rulebook.folder import read_files
from ancu.rulebook.rulebook import Rulebook


def load_rulebook(path: str | os.PathLike[str] | None = None) -> Rulebook:
    """Load the rulebook at ``path``, else at ``ANCU_RULES``, else the one that comes with An Cư.

    A directory without a ``vocabulary.yaml`` is an overlay: each of its files takes the place of, or joins, those of
    the built-in rulebook. Raises :class:`RulebookError` with the first problem; :func:`check_rulebook` finds all.
    A rulebook that passed every check before is not read and checked again (:mod:`.cache`).
    """
    files, problems = read_files(path)
    if not problems:
        key = cache.key_of(files)
        known = cache.read(key)
        if known is not None:
            return known
        from ancu.rulebook.building import build

        rulebook, problems = build(files)
        if rulebook is not None:
            cache.write(key, rulebook)
            return rulebook
    raise RulebookError(problems[0])


def check_rulebook(path: str | os.PathLike[str] | None = None) -> tuple[Rulebook | None, list[Problem]]:
    """The rulebook, or None, and every problem found; everything is checked, whatever was checked before."""
    from ancu.rulebook.building import build

    files, problems = read_files(path)
    return build(files) if not problems else (None, problems)
