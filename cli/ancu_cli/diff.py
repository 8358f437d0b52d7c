"""``ancu diff``: who changed between two runs of a list, and because of what."""

from __future__ import annotations

from pathlib import Path

from ancu.messages import Language, message
from ancu.rulebook.loading import load_rulebook
from ancu.screening.compare.compare import compare
from ancu.screening.compare.law_changes import Law
from ancu.screening.compare.report import summarise_changes, write_changes
from ancu.screening.compare.side import Side
from ancu.screening.results.read_back import form_of
from ancu_cli.common import cut_cells
from ancu_cli.exits import Exit
from ancu_cli.folding import say

#: How many changes the terminal shows where no file takes them all.
SHOWN = 20


def diff(
    *, lang: Language, rules_dir: str | None, old: str, new: str, output: str | None, old_rules: str | None
) -> Exit:
    """Print a summary, and write every change to ``output`` if there is one."""
    if output is not None:
        form_of(Path(output))  # before any work
    book = load_rulebook(rules_dir)
    before = Side(Path(old), load_rulebook(old_rules) if old_rules is not None else book)
    after = Side(Path(new), book)
    found = compare(before, after, Law(before, after, lang).explain, lang)
    for notice in found.notices:
        say(notice, err=True)
    if output is not None:
        inputs = [str(path) for side in (before, after) for path in (side.path, side.given)]
        if cut := write_changes(Path(output), inputs, found, book, lang):
            say(cut_cells(cut, lang), err=True)
        say(message("note_written", lang, path=output), err=True)
    say(summarise_changes(found, book, lang, 0 if output is not None else SHOWN))
    return Exit.SOME_CHANGED if found.changes else Exit.ALL_JUDGED
