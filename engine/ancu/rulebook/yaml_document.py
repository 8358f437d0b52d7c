"""A YAML file that was read: its data, and where each value stands. What reads one is :mod:`.yaml_reader`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ancu.errors import Problem

MAX_BYTES = 2_000_000
#: How a value begins that a draft leaves to be filled in.
TO_FILL = "?? "

Path = tuple[str | int, ...]


@dataclass
class YamlDocument:
    """A YAML file as data, with the place of each value and the raw text to point into."""

    file: str
    text: str
    data: Any = None
    places: dict[Path, tuple[int, int]] = field(default_factory=dict)
    spans: dict[Path, tuple[int, int]] = field(default_factory=dict)

    def problem(self, kind: str, path: Path = (), at: str | None = None, /, **values: object) -> Problem:
        """A problem at ``path``; with ``at``, at that word inside the value."""
        where = path
        while where not in self.places and where:
            where = where[:-1]
        line, column = self.places.get(where, (1, 1))
        span = self.spans.get(path)
        if at and span:
            found = re.search(rf"(?<![\w.]){re.escape(at)}(?![\w])", self.text[slice(*span)])
            offset = span[0] + (found.start() if found else self.text[slice(*span)].find(at))
            if offset >= span[0]:
                line = self.text.count("\n", 0, offset) + 1
                column = offset - (self.text.rfind("\n", 0, offset) + 1) + 1
        return Problem(kind, values, self.file, line, column)

    def to_fill(self) -> Iterator[Problem]:
        """Each value that a draft left to be filled in, with what belongs there."""
        for path, (start, end) in self.spans.items():
            written = self.text[start:end].strip("\"'")
            if written.startswith(TO_FILL):
                key = ".".join(str(part) for part in path)
                yield self.problem("draft_unfilled", path, key=key, what=written.removeprefix(TO_FILL))
