"""No name of a class means two things (docs/decisions/0016-rooms-of-the-house.md)."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_each_class_name_stands_once() -> None:
    files = (file for folder in ("engine", "cli") for file in (ROOT / folder).rglob("*.py"))
    names = Counter(name for file in files for name in re.findall(r"^class (\w+)", file.read_text("utf-8"), re.M))
    assert len(names) > 200
    assert [name for name, count in names.items() if count > 1] == []
