"""Why a scenario does not pass: it is written wrongly, or the rulebook decides otherwise than it expects."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ancu.decision.model import Decision
from ancu.messages import message
from ancu.specs.language.chosen import language


class SpecError(AssertionError):
    """A scenario that does not pass. ``line`` is that of a table row, where one is to blame."""

    def __init__(self, text: str, line: int | None = None) -> None:
        super().__init__(text)
        self.line = line


class Mistake(SpecError):
    """The scenario is written wrongly: a name, value or table that cannot be read."""


class Mismatch(SpecError):
    """The rulebook decides otherwise than the scenario expects; ``condition`` is the one that was asked about."""

    def __init__(
        self, expected: str, got: str, decision: Decision | None, condition: str | None = None, line: int | None = None
    ) -> None:
        self.expected, self.got, self.decision, self.condition = expected, got, decision, condition
        super().__init__(message("spec_expected", language(), expected=expected, got=got), line)
        if decision is not None:
            self.add_note(decision.explain(language()))


class WrongRows(SpecError):
    """Rows of a table that do not pass, each with its own error; ``rows`` are their numbers, from 1."""

    def __init__(self, errors: Sequence[SpecError], rows: Sequence[int]) -> None:
        self.errors = tuple(errors)
        numbered = zip(rows, errors, strict=True)
        super().__init__("\n".join(message("spec_row", language(), row=row, problem=error) for row, error in numbered))
        for note in dict.fromkeys(note for error in errors for note in getattr(error, "__notes__", ())):
            self.add_note(note)


@dataclass(frozen=True)
class SpecFlaw:
    """A mistake of writing, at a line of a feature file."""

    line: int
    text: str
