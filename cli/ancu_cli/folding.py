"""Printing for whoever reads at a terminal: long lines are folded at the words, what follows hangs under its line."""

from __future__ import annotations

import re
import shutil
import sys

import click

#: What stands before the words of a line: blanks, and the mark or the number of an item of a list.
_MARGIN = re.compile(r"\s*(?P<mark>[-–*•✓✗?!→] |[0-9]{1,3}[.)] |[a-z]\) )?")
#: What only colours a text.
_STYLE = re.compile(r"\x1b\[[0-9;]*m")
_BLANKS = re.compile(r"( +)")
#: How far in from its line the rest of it stands, where no mark tells one line from the next.
_HANGING = 2
#: Narrower, a terminal folds as well itself.
_LEAST = 40


def folded(text: str, width: int) -> str:
    """``text`` with no line longer than ``width`` that has a blank to be folded at; what follows hangs under it."""
    return "\n".join(_folded(line, width) for line in text.split("\n"))


def _folded(line: str, width: int) -> str:
    shown = _STYLE.sub("", line)
    if len(shown) <= width or width < _LEAST:
        return line
    margin = _MARGIN.match(shown)
    assert margin is not None
    under = len(margin[0]) + (0 if margin["mark"] else _HANGING)
    # With the margin, its blanks; words may be coloured, which takes no room.
    lines, at, blank, begun = [""], 0, "", False
    for piece in _BLANKS.split(line):
        if piece.isspace():
            blank = piece
            continue
        length = len(_STYLE.sub("", piece))
        if begun and at + len(blank) + length > width:
            lines.append(" " * under)
            at, blank = under, ""
        lines[-1] += blank + piece
        at += len(blank) + length
        blank, begun = "", begun or at > len(margin[0])
    return "\n".join(lines)


def say(text: str = "", *, err: bool = False, nl: bool = True, color: bool | None = None) -> None:
    """Print sentences, folded where somebody reads them at a terminal; a file or a pipe gets its lines whole.

    What another program may read, or what is copied, is printed as it stands by ``click.echo``.
    """
    stream = sys.stderr if err else sys.stdout
    at_terminal = text and stream.isatty()
    click.echo(
        folded(text, shutil.get_terminal_size().columns - 1) if at_terminal else text, err=err, nl=nl, color=color
    )
