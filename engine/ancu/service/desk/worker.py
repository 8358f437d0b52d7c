"""The process that works on lists: a line of JSON on standard input tells the list and the task, a line answers.

Nothing of a list is ever written to standard error.
"""

from __future__ import annotations

import errno
import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ancu.errors import AncuError, OutputError
from ancu.messages import Language, message
from ancu.rulebook.loading import load_rulebook
from ancu.rulebook.rulebook import Rulebook
from ancu.service.desk.comparing import compare_results
from ancu.service.desk.judging import judge_list
from ancu.service.desk.reading import read_columns, said_here
from ancu.service.desk.store import FILES, KeptList, ListStore
from ancu.service.process import answer_lines

_TASKS = {"read": read_columns, "judge": judge_list, "compare": compare_results}
#: How many problems of one list are told.
_MOST = 20


def main(arguments: list[str]) -> None:
    """Work until standard input ends."""

    def prepare() -> Callable[[Any], Any]:
        book = load_rulebook(arguments[0] if arguments else None)
        return lambda asked: {"problems": _perform(book, Path(asked["home"]), asked["task"])}

    answer_lines(prepare)


def _perform(book: Rulebook, home: Path, task: str) -> list[str]:
    """Do a task with the list in ``home``; what was wrong, in sentences."""
    store = ListStore(home.parent, 0)
    kept = KeptList.model_validate_json((home / "state.json").read_bytes())
    # Messages name files as their user does: without folders.
    os.chdir(home / FILES)
    try:
        _TASKS[task](book, store, home, kept)
    except AncuError as error:
        if _is_full(error):
            return [message("desk_disk_full", kept.lang)]
        told = [said_here(problem, kept.lang) for problem in error.problems]
        more = [message("desk_more_problems", kept.lang, count=len(told) - _MOST)] if len(told) > _MOST else []
        return [*told[:_MOST], *more]
    except MemoryError:
        return [message("desk_memory", kept.lang)]
    except Exception as error:
        if _is_full(error):
            return [message("desk_disk_full", kept.lang)]
        return _unforeseen(error, kept.lang)
    finally:
        os.chdir(home.parent)
    return []


def _is_full(error: BaseException) -> bool:
    cause: BaseException | None = error if not isinstance(error, OutputError) else error.__cause__
    return isinstance(cause, OSError) and cause.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", None))


def _unforeseen(error: Exception, lang: Language) -> list[str]:
    """Where it happened goes to the log, not what it said: a message may hold what the list holds."""
    frames = traceback.extract_tb(error.__traceback__)
    where = " < ".join(f"{frame.name}:{frame.lineno}" for frame in reversed(frames[-6:]))
    print(f"desk failed {type(error).__name__} at {where}", file=sys.stderr)
    return [message("desk_failed", lang)]


if __name__ == "__main__":
    main(sys.argv[1:])
