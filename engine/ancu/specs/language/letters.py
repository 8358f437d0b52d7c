"""What word processors do to letters: spaces that look alike, quotes that curl, stops and notes at line ends."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_SPACES = dict.fromkeys(map(ord, "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"), " ")
_SPACES |= dict.fromkeys(map(ord, "\u202f\u205f\u3000\u2028\u2029\x0b\x0c\x85"), " ")
_NOTHING = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"), None)
#: Signs as wide as a letter, from keyboards of East Asia.
_WIDE = {0xFF1A: ":", 0xFF0C: ",", 0xFF1B: ";", 0xFF02: '"'}
_LETTERS = {**_SPACES, **_NOTHING, **_WIDE}

#: Quotes that open and close, besides the straight one; the single ones only about a whole word.
_OPEN, _CLOSE = "“„‟«❝", "”“«»❞"
_EITHER = re.compile(f"[{re.escape(_OPEN + _CLOSE)}]")
_SINGLE = re.compile(r"(?<![^\s(])['‘’‚‹](\S(?:[^'‘’›]*?\S)?)['‘’›](?=[\s.,;:)]|$)")
_STRAIGHT = re.compile(r'("[^"]*")')
_NOTE = re.compile(r"\s#(?:\s.*|)$")
_STOPS = re.compile(r"[\s.;,]+$")


def plain(text: str) -> str:
    """``text`` with composed letters, plain spaces, and nothing that cannot be seen."""
    return unicodedata.normalize("NFC", text).translate(_LETTERS)


def tidy(line: str) -> str:
    """A sentence without the note and the stop at its end, with plain spaces; what is quoted stays."""
    line = " ".join(plain(line).split())
    parts = _STRAIGHT.split(line)
    for at in range(0, len(parts), 2):
        noted = _NOTE.search(parts[at])
        if noted:
            parts = [*parts[:at], parts[at][: noted.start()]]
            break
    if not parts[-1].endswith('"'):
        parts[-1] = _STOPS.sub("", parts[-1])
    return "".join(parts).strip()


def straightened(line: str) -> Iterator[str]:
    """What ``line`` may mean where its quotes are not straight, or a semicolon joins its sentences; best first."""
    outer = _outer(line)
    pair = _SINGLE.sub(r'"\1"', outer)
    every = _SINGLE.sub(r'"\1"', _EITHER.sub('"', line))
    for form in (outer, pair, every):
        if form.count('"') % 2 == 0:
            if form != line:
                yield form
            parts = _STRAIGHT.split(form)
            joined = "".join(part if at % 2 else part.replace("; ", ", ") for at, part in enumerate(parts))
            if joined != form:
                yield joined


def _outer(line: str) -> str:
    """``line`` with the outermost pairs of curly quotes straight; those inside straight ones stay."""
    parts = _STRAIGHT.split(line) if line.count('"') % 2 == 0 else [line]
    return "".join(part if at % 2 else _outer_of(part) for at, part in enumerate(parts))


def _outer_of(text: str) -> str:
    letters, depth = list(text), 0
    for at, letter in enumerate(letters):
        if letter in _OPEN and (depth == 0 or letter not in _CLOSE):
            depth += 1
            letters[at] = '"' if depth == 1 else letter
        elif letter in _CLOSE and depth:
            depth -= 1
            letters[at] = '"' if depth == 0 else letter
    return "".join(letters)
