"""The three streams of a command, whatever state they are in: closed, broken, or on a full disk."""

from __future__ import annotations

import contextlib
import os
import sys


def settle() -> None:
    """Have streams that speak UTF-8 and take any text, also names of files that are no text.

    A stream that was closed before we began is held open the wrong way round: whoever uses it is told, and no file that
    is opened later gets its number.
    """
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDONLY if name == "stdout" else os.O_WRONLY)
        if getattr(sys, name) is None:
            mode = "r" if name == "stdin" else "w"
            setattr(sys, name, open(number, mode, encoding="utf-8", closefd=False))  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def flush() -> None:
    """Put what was printed where it goes. Raises OSError where it cannot be put there."""
    sys.stdout.flush()


def silence() -> None:
    """What could not be printed is given up, so that the end of the process does not try again."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):
            stream.flush()
            continue
        with contextlib.suppress(OSError, ValueError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, stream.fileno())
            os.close(nowhere)
