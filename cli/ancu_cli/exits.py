"""What the exit code of ``ancu`` says."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    ALL_JUDGED = 0
    SOME_CHANGED = 1
    SOME_FOUND = 1
    NOT_TOLD = 1
    SPECS_NOT_PASSED = 1
    PROPERTY_REFUTED = 1
    USAGE = 2
    SOME_REJECTED = 3
    FINDINGS_ONLY = 3
    MACHINE_LACKS = 3
    UNREADABLE = 4
    ENGINES_DISAGREE = 5
    REPLAY_DIFFERS = 5
    REGISTER_BROKEN = 5
    DRAW_BROKEN = 5
    INTERRUPTED = 130
    #: Whoever read the output has gone; as shells tell it.
    NOBODY_READS = 141
    #: To which the number of a signal is added that ended the command.
    ENDED_BY = 128
