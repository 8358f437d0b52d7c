"""The process that reads and runs scenarios: a line of JSON on standard input asks, a line answers.

Nothing of a scenario is ever written to standard error.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

from ancu.errors import AncuError
from ancu.messages import message
from ancu.rulebook.loading import load_rulebook
from ancu.rulebook.rulebook import Rulebook
from ancu.service.process import answer_lines
from ancu.service.scenarios.tasks import TASKS
from ancu.specs.language.chosen import judged_by

#: How many problems of one request are told.
_MOST = 20


def main(arguments: list[str]) -> None:
    """Answer until standard input ends."""

    def prepare() -> Callable[[Any], Any]:
        import_module("ancu.specs.run.steps")  # and pytest with it, before anybody waits
        book = load_rulebook(arguments[0] if arguments else None)
        return lambda asked: _perform(book, asked)

    answer_lines(prepare)


def _perform(book: Rulebook, asked: Mapping[str, Any]) -> dict[str, Any]:
    lang = asked["lang"]
    with judged_by(book, lang):
        try:
            return {"problems": [], **TASKS[asked["task"]](book, asked)}
        except AncuError as error:
            return {"problems": [problem.text(lang) for problem in error.problems][:_MOST]}
        except Exception as error:
            # Where it happened, not what it said: a message may hold what the scenario holds.
            frames = traceback.extract_tb(error.__traceback__)
            where = " < ".join(f"{frame.name}:{frame.lineno}" for frame in reversed(frames[-6:]))
            print(f"scenarios failed {type(error).__name__} at {where}", file=sys.stderr)
            return {"problems": [message("room_failed", lang)]}


if __name__ == "__main__":
    main(sys.argv[1:])
