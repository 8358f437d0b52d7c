"""``ancu rules review``: one page on a change of law, for whoever has to approve it."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from ancu import extras
from ancu.errors import ExtraMissingError, OutputError, Problem, RulebookError, os_reason
from ancu.messages import Language, message
from ancu.rulebook.folder import folder_of
from ancu.rulebook.loading import check_rulebook, load_rulebook
from ancu.rulebook.rulebook import Rulebook
from ancu.screening.results.files import check_apart
from ancu_cli.common import UsageProblem, day_of
from ancu_cli.folding import say
from ancu_cli.spec_law import progress_of


def review(
    *,
    lang: Language,
    rules_dir: str | None,
    old: str,
    new: str,
    features: str | None,
    lists: tuple[str, ...],
    mapping: str | None,
    as_of: str | None,
    cases: int,
    output: str | None,
) -> int:
    """Print what changes from ``old`` to ``new``, whom it touches, how it is tested; write the page to ``output``."""
    if rules_dir is not None:
        raise UsageProblem(Problem("review_two_rulebooks"))
    if not extras.specs():
        raise ExtraMissingError(Problem("spec_needs_extra"))
    if not lists and (mapping is not None or as_of is not None):
        raise UsageProblem(Problem("review_needs_list", {"option": "--map" if mapping is not None else "--as-of"}))
    if output is not None:
        check_apart([*lists, *filter(None, [mapping])], [Path(output)])
    from ancu.specs.review.review import review as made
    from ancu.specs.review.told import ReviewTeller

    before, after = _loaded(old), _loaded(new)
    found = made(
        before,
        after,
        (old, new),
        lang,
        features=_features(new, features),
        lists=lists,
        mapping=mapping,
        day=day_of(as_of),
        most=cases,
        progress=progress_of(lang),
    )
    told = ReviewTeller(found, lang)
    for line in told.lines():
        say(line)
    if output is not None:
        _write(Path(output), told.page())
        say(message("note_written", lang, path=output), err=True)
    return 0


def _loaded(path: str) -> Rulebook:
    """The rulebook at ``path``; :class:`RulebookError` with every problem it has."""
    try:
        return load_rulebook(path)
    except RulebookError as error:
        _, problems = check_rulebook(path)
        raise RulebookError(problems or error.problems) from error


def _features(new: str, asked: str | None) -> list[str]:
    """The scenarios asked for, else those that stand beside the new rulebook or here, if any do."""
    if asked is not None:
        return [asked]
    here, beside = Path.cwd(), folder_of(new).resolve().parent / "features"
    near = beside.relative_to(here) if beside.is_relative_to(here) else beside
    return next(([str(folder)] for folder in (near, Path("features")) if any(folder.rglob("*.feature"))), [])


def _write(path: Path, page: str) -> None:
    """Put the page in its place whole, or not at all."""
    draft: str | None = None
    try:
        number, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
        with os.fdopen(number, "w", encoding="utf-8") as file:
            file.write(page)
        Path(draft).chmod(0o600)
        Path(draft).replace(path)
    except OSError as error:
        if draft is not None:
            with contextlib.suppress(OSError):
                Path(draft).unlink()
        raise OutputError(Problem("file_unwritable", {"path": str(path), "reason": os_reason(error)})) from error
