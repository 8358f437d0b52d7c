"""The one way in which An Cư chains what it writes down: each line carries the hash of the line before it.

A line is a JSON object in UTF-8 whose field ``before`` is the SHA-256 of the line before, without its end, in
hexadecimal; of the first it is empty. The service's decision log and the register are such chains.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Mapping
from typing import Any

#: What the first line carries in place of a hash.
BEGINNING = ""


def link_of(line: bytes) -> str:
    """What the line after ``line`` carries."""
    return hashlib.sha256(line).hexdigest()


def canonical(value: Mapping[str, Any]) -> bytes:
    """The one way to write ``value`` as JSON, which any language can repeat.

    UTF-8 without escapes, texts and keys composed (NFC), keys in order of their code points, no blanks, no line's end.
    Raises :class:`TypeError` for a number with a fraction: no two languages write these alike.
    """
    return json.dumps(_plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {_plain(str(key)): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if value is None or isinstance(value, bool | int):
        return value
    raise TypeError(f"no canonical form: {type(value).__name__}")
