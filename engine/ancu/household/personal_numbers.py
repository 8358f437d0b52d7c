"""Personal numbers: a citizen's 12 digits, or the 9 of an older identity card. No rule reads them."""

from __future__ import annotations

import re

from ancu.errors import Problem, RecordError


def read_number(written: str) -> str:
    """The digits of a personal number; :class:`RecordError` where they are neither 12 nor 9."""
    digits = re.sub(r"[\s.\-]", "", written)
    if not re.fullmatch(r"\d{12}|\d{9}", digits):
        raise RecordError(Problem("number_malformed", {"value": mask(written)}))
    return digits


def mask(number: str) -> str:
    """A personal number with all but its last three digits hidden."""
    return "•" * max(0, len(number) - 3) + number[-3:]
