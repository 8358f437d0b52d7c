"""Long lines at the words, where a terminal would break them within one."""

from __future__ import annotations

import re
import shutil
import sys
import textwrap

import click

#: What stands before the words of a line: blanks, and the mark of an item of a list.
_MARGIN = re.compile(r"\s*(?:[-*•✓✗?!] )?")
#: Narrower, a terminal folds as well itself.
_LEAST = 40


def folded(text: str, width: int) -> str:
    """``text`` with no line longer than ``width`` that has a blank to be folded at; what follows stands under it."""
    return "\n".join(_folded(line, width) for line in text.split("\n"))


def _folded(line: str, width: int) -> str:
    margin = _MARGIN.match(line)
    if len(line) <= width or margin is None or width < _LEAST:
        return line
    under = " " * len(margin[0])
    words = line[len(margin[0]) :]
    return textwrap.fill(
        words, width, initial_indent=margin[0], subsequent_indent=under, break_long_words=False, break_on_hyphens=False
    )


def echo_folded(text: str) -> None:
    """Print ``text``, folded where somebody reads it at a terminal; a file or a pipe gets its lines whole."""
    click.echo(folded(text, shutil.get_terminal_size().columns - 1) if sys.stdout.isatty() else text, nl=False)
