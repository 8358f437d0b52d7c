"""What the exit code of ``ancu`` says."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    ALL_JUDGED = 0
    SOME_CHANGED = 1
    SPECS_NOT_PASSED = 1
    USAGE = 2
    SOME_REJECTED = 3
    UNREADABLE = 4
    ENGINES_DISAGREE = 5
    REPLAY_DIFFERS = 5
    INTERRUPTED = 130
