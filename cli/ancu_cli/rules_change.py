"""``ancu rules copy`` and ``ancu rules amend``: a rulebook to change, and what is another from a day on."""

from __future__ import annotations

import contextlib
from datetime import date
from pathlib import Path

from ancu.errors import DraftError, OutputError, Problem, RulebookError, os_reason
from ancu.handbook.comparison import in_words, readers_of
from ancu.handbook.statements import changes, statements
from ancu.messages import Language, message
from ancu.rulebook import amendments
from ancu.rulebook.drafts import folder_to_edit
from ancu.rulebook.folder import folder_of, read_files
from ancu.rulebook.loading import check_rulebook
from ancu.rulebook.owed import owed
from ancu.rulebook.stand_ins import built
from ancu.rulebook.values import day_text
from ancu_cli.folding import say
from ancu_cli.rules_new import day_from, tell_drafted, tell_left


def copy(*, lang: Language, rules_dir: str | None, folder: str) -> int:
    """Copy the whole rulebook in use, also one that an overlay lies over, to an empty folder, with what to do then."""
    source, target = folder_of(rules_dir), Path(folder)
    files, problems = read_files(rules_dir)
    if problems:
        raise RulebookError(problems)
    try:
        digest = built(files).digest[:12]
    except RulebookError:
        digest = "?"  # one that is still to be mended may be copied too
    day = day_text(date.today(), lang)
    readme = message("copy_readme", lang, path=_as_typed(target), day=day, digest=digest)
    _write_new(source, target, {**files, "README.md": readme.encode()})
    say(message("copy_done", lang, count=len(files), source=source, path=target))
    say(readme.partition("\n\n")[2], nl=False)
    return 0


def _as_typed(folder: Path) -> str:
    text = str(folder)
    return f'"{text}"' if " " in text else text


def _write_new(source: Path, target: Path, files: dict[str, bytes]) -> None:
    """Write ``files`` below ``target``, all or none; :class:`DraftError` where something stands there."""
    if target.exists() and not target.is_dir():
        raise DraftError(Problem("copy_not_a_folder", {"path": str(target)}))
    if target.resolve().is_relative_to(source.resolve()):
        raise DraftError(Problem("copy_inside", {"path": str(target)}))
    written: list[Path] = []
    folders: list[Path] = []
    path = target
    try:
        if target.is_dir() and any(target.iterdir()):
            raise DraftError(Problem("copy_not_empty", {"path": str(target)}))
        for name, content in files.items():
            path = target / name
            for above in (*reversed(path.parents),):
                if not above.exists():
                    above.mkdir()
                    folders.append(above)
            with path.open("xb") as file:
                written.append(path)
                file.write(content)
    except OSError as error:
        with contextlib.suppress(OSError):
            for made in written:
                made.unlink()
            for made in reversed(folders):
                made.rmdir()
        raise OutputError(Problem("file_unwritable", {"path": str(path), "reason": os_reason(error)})) from error


def amend(
    *, lang: Language, rules_dir: str | None, name: str, day: str, value: str | None, when: str | None,
    basis: tuple[str, ...], region: str | None,
) -> int:  # fmt: skip
    """Split the version in force on a day, and tell in words what changes and what is still to be done."""
    change = amendments.Amendment(name, day_from(day), basis, value, when, region)
    amended = amendments.amend(folder_to_edit(rules_dir), change, lang)
    draft = amended.draft
    draft.write()
    say(message("amend_done", lang, path=draft.folder / amended.file, line=amended.line))
    tell_drafted(draft)
    say("\n" + message("amend_changes", lang))
    # An instrument that is drafted has nothing to tell yet; where it stands is told above.
    drafted = {name for names in draft.entries.values() for name in names}
    found = changes(statements(amended.before, lang), statements(amended.after, lang))
    told = [change for change in found if change.statement.name not in drafted]
    for line in in_words(told, readers_of(amended.after, lang), lang):
        say(f"  {line}" if line else line)
    if amended.questions:
        say("\n" + message("amend_questions", lang))
        for question in amended.questions:
            say(f"  {question.text(lang)}")
    _, problems = check_rulebook(draft.folder)
    before = {problem.text(lang) for problem in owed(amended.before)}
    before |= {question.text(lang) for question in amended.questions}
    more = [problem for problem in owed(amended.after) if problem.values["name"] not in drafted]
    if new := [text for problem in more if (text := problem.text(lang)) not in before]:
        say("\n" + message("amend_owed", lang))
        for text in new:
            say(f"  {text}")
    tell_left(draft, problems)
    return 0
