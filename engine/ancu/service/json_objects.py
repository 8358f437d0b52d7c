"""JSON read strictly: decimals exact, no key twice, composed Unicode."""

from __future__ import annotations

import json
import re
import secrets
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any
from unicodedata import normalize

from ancu.errors import InputError, Problem, json_reason
from ancu.service.bounds import cut

#: How many objects are parsed together, and of how many bytes at most.
_TOGETHER, _MOST_BYTES = 100, 1 << 20
#: Stands between objects that are parsed together; nobody outside can know it.
_MARK = secrets.token_hex()


def read_objects(lines: Sequence[bytes]) -> Iterator[dict[str, Any] | InputError]:
    """What :func:`read_object` makes of each of ``lines``, or its error; in two thirds of the time."""
    for start in range(0, len(lines), _TOGETHER):
        some = lines[start : start + _TOGETHER]
        yield from _together(some) or map(_alone, some)


def _together(lines: Sequence[bytes]) -> list[Any] | None:
    """The objects of ``lines`` parsed as one array, so that keys that recur are read once.

    None unless each line is one object by itself: whatever else stands in a line, some mark is then not among the
    members of the array, or not between two objects.
    """
    if sum(map(len, lines)) > _MOST_BYTES:
        return None
    try:
        text = normalize("NFC", (b"[" + f',"{_MARK}",'.encode().join(lines) + b"]").decode())
        members, end = _SCAN(text, 0)
        if _HALF.search(text):
            _encode(members)
    except (ValueError, RecursionError, StopIteration, InputError):
        return None
    if end < len(text) or len(members) != 2 * len(lines) - 1 or any(mark != _MARK for mark in members[1::2]):
        return None
    objects: list[Any] = members[::2]
    return objects if all(one.__class__ is dict for one in objects) else None


def _alone(line: bytes) -> dict[str, Any] | InputError:
    try:
        return read_object(line)
    except InputError as error:
        return error


def read_object(content: bytes | str) -> dict[str, Any]:
    """One JSON object; decimals exact, composed Unicode. Raises :class:`InputError` for anything else."""
    if isinstance(content, bytes) and (content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) or b"\0" in content[:4]):
        raise InputError(Problem("json_utf16"))
    try:
        text = content if isinstance(content, str) else content.removeprefix(BOM_UTF8).decode()
        found = _decoded(normalize("NFC", text))
        if _HALF.search(text):
            _encode(found)
    except UnicodeError as error:
        raise InputError(Problem("json_bad", {"detail": "UTF-8"})) from error
    except (ValueError, RecursionError) as error:  # among others a number of thousands of digits, brackets without end
        raise InputError(Problem("json_bad", {"detail": json_reason(error, place=True)})) from error
    if not isinstance(found, dict):
        raise InputError(Problem("json_not_an_object", {}))
    return found


def _decoded(text: str) -> Any:
    """The JSON value in ``text``; :class:`ValueError` says where it is none."""
    try:
        found, end = _SCAN(text, 0)
    except StopIteration:
        end = -1
    # With space around it, or with a fault that is to be told.
    return found if end == len(text) else _DECODER.decode(text)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise InputError(Problem("json_key_twice", {"key": cut(twice)}))
    return found


# NaN and the like, which are no JSON, are read as these words, which are no values.
# Not a faster parser such as orjson: those round decimals and pass over repeated keys.
_DECODER = json.JSONDecoder(parse_float=Decimal, parse_constant=str, object_pairs_hook=_unique)
# What `decode` calls once it has passed over space.
_SCAN = _DECODER.scan_once  # type: ignore[attr-defined]
#: What half of a surrogate pair may be written as.
_HALF = re.compile(r"\\u[dD][89a-fA-F]")


def _encode(value: object) -> None:
    """Raises :class:`UnicodeError` if a text in ``value`` is half of a surrogate pair, which no UTF-8 can say."""
    if isinstance(value, str):
        value.encode()
    elif isinstance(value, Mapping):
        for key, item in value.items():
            _encode(key)
            _encode(item)
    elif isinstance(value, list):
        for item in value:
            _encode(item)
