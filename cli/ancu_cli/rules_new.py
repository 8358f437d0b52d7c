"""``ancu rules new``: drafts of new law, and what the officer owes after them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from ancu.errors import Problem
from ancu.messages import Language, message
from ancu.rulebook.drafts import (
    Draft,
    Drafted,
    draft_condition,
    draft_programme,
    draft_province,
    folder_to_edit,
    slots_of,
)
from ancu.rulebook.folder import built_in
from ancu.rulebook.loading import check_rulebook, load_rulebook
from ancu.rulebook.values import ValueProblem, parse_date
from ancu_cli.common import UsageProblem
from ancu_cli.folding import say


def province(
    *, lang: Language, rules_dir: str | None, name: str, vi: str | None, en: str | None, basis: str | None,
    day: str | None, slots: Sequence[str],
) -> int:  # fmt: skip
    """Draft a province, with the figures that its decision sets."""
    if slots and day is None:
        raise UsageProblem(Problem("usage_missing", {"name": "--from"}))
    first = day_from(day) if day is not None else date.today()
    draft = _draft(lang, rules_dir, Drafted(name, first, vi, en, basis))
    draft_province(draft, slots)
    _write(draft)
    say("\n" + message("draft_slots_left", lang))
    for left in slots_of(draft.book):
        if left not in slots:
            say(f"  {left}: {draft.book.parameters[left].label[lang]}")
    return 0


def programme(
    *, lang: Language, rules_dir: str | None, name: str, vi: str | None, en: str | None, basis: str | None, day: str
) -> int:
    """Draft a programme with one condition, its fact and paper, and one amount."""
    draft = _draft(lang, rules_dir, Drafted(name, day_from(day), vi, en, basis))
    draft_programme(draft)
    _write(draft)
    say("\n" + message("draft_scenarios_left", lang, programme=name, condition=""))
    return 0


def condition(
    *, lang: Language, rules_dir: str | None, name: str, vi: str | None, en: str | None, basis: str | None, day: str,
    programme: str,
) -> int:  # fmt: skip
    """Draft a condition of a programme, with its fact and paper."""
    draft = _draft(lang, rules_dir, Drafted(name, day_from(day), vi, en, basis))
    draft_condition(draft, programme)
    _write(draft)
    of = draft.book.programme(programme).programme
    say("\n" + message("draft_scenarios_left", lang, programme=of, condition=f" {name}"))
    return 0


def _draft(lang: Language, rules_dir: str | None, wanted: Drafted) -> Draft:
    folder = folder_to_edit(rules_dir)
    begun = not folder.is_dir() or any(folder.rglob("*.yaml"))
    return Draft(folder, load_rulebook(folder if begun else built_in()), wanted, lang)


def day_from(written: str) -> date:
    """The day given as ``--from``; :class:`UsageProblem` if it is none."""
    try:
        return parse_date(written)
    except ValueProblem as problem:
        raise UsageProblem(Problem("usage_bad_from", {"value": written, "problem": problem.text})) from problem


def _write(draft: Draft) -> None:
    """Write the draft, tell where everything stands, and what the checks still ask for."""
    draft.write()
    tell_drafted(draft)
    _, problems = check_rulebook(draft.folder)
    tell_left(draft, problems)


def tell_drafted(draft: Draft) -> None:
    """Tell the files that a draft made, and the entries that it put into others."""
    for file in draft.made:
        say(message("draft_made", draft.lang, path=draft.folder / file))
    for file, names in draft.entries.items():
        say(message("draft_changed", draft.lang, path=draft.folder / file, names=", ".join(names)))


def tell_left(draft: Draft, problems: Sequence[Problem]) -> None:
    """Tell what is to be filled in or mended, and what to do then."""
    lang = draft.lang
    say("\n" + message("draft_to_fill" if problems else "draft_complete", lang, count=len(problems)))
    for problem in problems:
        say(f"  {problem.text(lang)}")
    say("\n" + message("draft_then", lang, path=_shown(draft.folder)))


def _shown(folder: Path) -> str:
    """The folder as one would type it here."""
    here = Path.cwd()
    return str(folder.relative_to(here)) if folder.is_relative_to(here) else str(folder)
