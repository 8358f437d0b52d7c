"""Parsed rules kept between processes, so that loading a rulebook known to be good needs no parser.

One JSON file a rulebook, named by the digests of the rulebook and of the code that read it; it is written only after
every check has passed. Files may be deleted at any time; one that is damaged, that others could have written, or that
cannot be read or written is as good as none. ``ANCU_CACHE`` names the folder; empty, it means that nothing is kept.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from ancu.rulebook import expressions
from ancu.rulebook.expressions import Expr

#: How many rulebooks are kept; the oldest go first.
MOST = 16
_KINDS = {name: kind for name, kind in vars(expressions).items() if isinstance(kind, type) and issubclass(kind, Expr)}


def folder() -> Path | None:
    """Where parsed rules are kept: the user's cache folder as the system has it; None where they are not."""
    named = os.environ.get("ANCU_CACHE")
    if named is not None:
        return Path(named) if named else None
    from platformdirs import user_cache_path

    path = user_cache_path("ancu", appauthor=False)
    return path if path.is_absolute() else None  # a user without a home has none


def read(digest: str) -> dict[str, Expr] | None:
    """The parsed rules of the rulebook with ``digest``, by their text; None if they are not kept."""
    kept = folder()
    if kept is None:
        return None
    try:
        with (kept / _name(digest)).open("rb") as file:
            if not _ours(os.fstat(file.fileno())):
                return None
            content = file.read()
        seal, _, body = content.partition(b"\n")
        if seal.decode() != _seal(digest, body):
            return None
        return {text: _decode(tree) for text, tree in json.loads(body).items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def write(digest: str, parsed: Mapping[str, Expr]) -> None:
    """Keep the parsed rules of a rulebook that passed every check."""
    kept = folder()
    if kept is None:
        return
    body = json.dumps({text: _encode(tree) for text, tree in parsed.items()}, ensure_ascii=False).encode()
    with contextlib.suppress(OSError):
        kept.mkdir(mode=0o700, parents=True, exist_ok=True)
        number, draft = tempfile.mkstemp(dir=kept, prefix="draft-")
        try:
            with os.fdopen(number, "wb") as file:
                file.write(_seal(digest, body).encode() + b"\n" + body)
            Path(draft).replace(kept / _name(digest))
        except OSError:
            Path(draft).unlink(missing_ok=True)
            raise
        _tidy(kept)


def _tidy(kept: Path) -> None:
    by_age = sorted(kept.glob("rules-*.json"), key=lambda file: file.stat().st_mtime)
    for file in by_age[:-MOST]:
        file.unlink(missing_ok=True)


def _ours(status: os.stat_result) -> bool:
    """Whether nobody but this user, or root, can have written the file."""
    if not hasattr(os, "geteuid"):
        return True
    return status.st_uid in (0, os.geteuid()) and not status.st_mode & 0o022


def _name(digest: str) -> str:
    return f"rules-{digest[:24]}-{_code()[:16]}.json"


def _seal(digest: str, body: bytes) -> str:
    return hashlib.sha256(f"{digest} {_code()} ".encode() + body).hexdigest()


@cache
def _code() -> str:
    """The digest of what reads and checks rules: a change there makes what was kept worthless."""
    found = hashlib.sha256(version("sqlglot").encode())
    for file in sorted(Path(__file__).parent.glob("*.py")):
        found.update(file.read_bytes())
    return found.hexdigest()


def _encode(value: Any) -> Any:
    if isinstance(value, Expr):
        return [type(value).__name__, *(_encode(getattr(value, name)) for name in value.__dataclass_fields__)]
    if isinstance(value, tuple):
        return {"items": [_encode(item) for item in value]}
    if isinstance(value, Decimal):
        return {"decimal": str(value)}
    return {"date": value.isoformat()} if isinstance(value, date) else value


def _decode(value: Any) -> Any:
    if isinstance(value, list):
        kind, *parts = value
        return _KINDS[kind](*map(_decode, parts))
    if isinstance(value, dict):
        ((kind, content),) = value.items()
        if kind == "items":
            return tuple(map(_decode, content))
        return Decimal(content) if kind == "decimal" else date.fromisoformat(content)
    return value
