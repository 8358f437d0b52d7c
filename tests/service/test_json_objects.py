"""Lines of JSON read together are read as each of them is alone, whatever stands in them."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest

from ancu.errors import InputError
from ancu.service import json_objects
from ancu.service.json_objects import read_object, read_objects

LINES = [
    '{"a":1}', '{"a":"có","b":null,"c":[true,2.50]}', ' {"a" : {"b":1}} ', "{}", '{"e\u0301":"e\u0301"}',
    '{"a":1,"a":2}', '{"a":1},{"b":2}', '{"a":[1', "2]}", '{"a":"x', 'y"}', "[]", "1", '"a"', "]", "[{}", "}",
    '{"a":NaN}', '{"a":1E400}', '{"a":-0.0}', '{"a":"\\ud800"}', '{"\\ud83d\\ude00":"\\u0000"}', '{"a":"\t"}',
    f'{{"a":{"9" * 5_000}}}', "[" * 100_000, f'{{"a":"{"x" * 2_000}"}}', '{"a":"\\"}', "\u0301{}", "nul",
    '{"a":1},', "\ufeff{}",
]  # fmt: skip
BYTES = [*(line.encode() for line in LINES), b'{"a":"\xff"}', '{"a":1}'.encode("utf-16"), b"\0{}"]


def alone(line: bytes) -> Any:
    try:
        return list(read_object(line).items())
    except InputError as error:
        return str(error)


def told(found: Any) -> Any:
    return str(found) if isinstance(found, InputError) else list(found.items())


def agree(lines: list[bytes]) -> None:
    # As text, since 1 and 1.0, or True, are equal.
    assert repr([told(one) for one in read_objects(lines)]) == repr([alone(line) for line in lines])


@pytest.mark.parametrize("seed", range(20))
def test_lines_are_read_together_as_alone(seed: int) -> None:
    rng = random.Random(seed)
    for size in (1, 2, 3, 5, 250):
        # Mostly sound ones, so that what is not stands among them.
        agree([rng.choice(BYTES if rng.random() < 2 / size else BYTES[:5]) for _ in range(size)])
    assert list(read_objects([])) == []


def test_no_line_passes_for_several(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not even one that knows what stands between lines, unless another hides what does."""
    monkeypatch.setattr(json_objects, "_MARK", "m")
    agree([b'{"a":1},"m",{"b":2}', b'{"c":3}'])
    agree([b'{"a":[1', b"2]}", b'{"b":2},"x",{"c":3}'])
    agree([b'{"a":1},"m"'])


def test_what_is_large_is_read_alone() -> None:
    large = json.dumps({"a": "x" * 400_000}).encode()
    agree([large] * 4)
    agree([b'{"a":1}', large, b'{"a":1'])
