"""The process that enters one list: asked by JSON on standard input in the folder of the list, it answers by JSON.

Receipts name files as their user does, without folders, so it has to stand where they are; and deciding thousands of
cases by two engines must not keep pages waiting.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from typing import Any

from ancu.errors import AncuError
from ancu.register import acts
from ancu.register.entering import EnteringAsked, applications_of_list
from ancu.register.store import Register
from ancu.rulebook.loading import load_rulebook
from ancu.rulebook.values import ValueProblem, parse_date


def main() -> None:
    """Enter the list that standard input names."""
    with suppress(AttributeError, OSError):
        os.nice(5)  # pages come first
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # a library that prints must not answer
    asked = json.load(sys.stdin)
    try:
        told = _enter(asked)
    except ValueProblem as problem:
        told = {"problems": [problem.text(asked["lang"])]}
    except AncuError as error:
        told = {"problems": [problem.text(asked["lang"]) for problem in error.problems]}
    answers.write(json.dumps(told))
    answers.close()


def _enter(asked: dict[str, Any]) -> dict[str, Any]:
    """Enter what is not in the register yet; all of it or nothing. Raises :class:`AncuError`."""
    filed_on = parse_date(asked["filed_on"]) if asked["filed_on"] else None
    wanted = EnteringAsked(asked["programme"], asked["project"], filed_on, tuple(asked["keep"]))
    found = list(applications_of_list(load_rulebook(asked["rules"]), asked["receipt"], wanted))
    made: list[int] = []
    left = 0
    with Register.open(asked["address"]).as_login(asked["by"]).writing(asked["by"]) as writer:
        for one in found:
            if acts.entered_already(writer, one) is not None:
                left += 1
            else:
                made.append(acts.enter(writer, one).number)
    ends = (made[0], made[-1]) if made else (0, 0)
    return {"problems": [], "count": len(made), "first": ends[0], "last": ends[1], "left": left}


if __name__ == "__main__":
    main()
