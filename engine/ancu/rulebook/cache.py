"""Rulebooks kept between processes, so that loading one that is known to be good neither parses nor checks it anew.

One file a rulebook, named by the digests of the rulebook's files and of the code that read them; it is written only
after every check has passed. Files may be deleted at any time; one that is damaged, that others could have written,
that names anything but the parts of a rulebook, or that cannot be read or written is as good as none. ``ANCU_CACHE``
names the folder; empty, it means that nothing is kept.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import pickle
import sys
import tempfile
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from ancu import kept as held
from ancu.rulebook.rulebook import Rulebook

#: How many rulebooks are kept; the oldest go first.
MOST = 16
#: What a rulebook is made of besides the classes of this package.
_PLAIN = {("datetime", "date"), ("decimal", "Decimal"), (held.__name__, "_Held")}


def folder() -> Path | None:
    """Where rulebooks are kept: the user's cache folder as the system has it; None where they are not."""
    named = os.environ.get("ANCU_CACHE")
    if named is not None:
        return Path(named) if named else None
    from platformdirs import user_cache_path

    path = user_cache_path("ancu", appauthor=False)
    return path if path.is_absolute() else None  # a user without a home has none


def key_of(files: Mapping[str, bytes]) -> str:
    """What a rulebook of ``files``, contents by relative name, is kept by."""
    found = hashlib.sha256(_code().encode())
    for name, content in sorted(files.items()):
        found.update(f"{name}\0{len(content)}\0".encode() + content)
    return found.hexdigest()


def read(key: str) -> Rulebook | None:
    """The rulebook kept by ``key``; None if there is none."""
    kept = folder()
    if kept is None:
        return None
    try:
        with (kept / _name(key)).open("rb") as file:
            if not _ours(os.fstat(file.fileno())):
                return None
            content = file.read()
        seal, _, body = content.partition(b"\n")
        if seal.decode() != _seal(key, body):
            return None
        rulebook = _Parts(io.BytesIO(body)).load()
    except Exception:  # whatever is wrong with what was kept, the rulebook is read from its files
        return None
    return rulebook if isinstance(rulebook, Rulebook) else None


def write(key: str, rulebook: Rulebook) -> None:
    """Keep a rulebook that passed every check."""
    kept = folder()
    if kept is None:
        return
    with contextlib.suppress(OSError, RecursionError):
        body = pickle.dumps(rulebook, protocol=5)
        kept.mkdir(mode=0o700, parents=True, exist_ok=True)
        number, draft = tempfile.mkstemp(dir=kept, prefix="draft-")
        try:
            with os.fdopen(number, "wb") as file:
                file.write(_seal(key, body).encode() + b"\n" + body)
            Path(draft).replace(kept / _name(key))
        except OSError:
            Path(draft).unlink(missing_ok=True)
            raise
        _tidy(kept)


class _Parts(pickle.Unpickler):
    """Reads what is made of the parts of a rulebook alone: nothing that is kept can call anything else."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) not in _PLAIN and module.rpartition(".")[0] != __package__:
            raise pickle.UnpicklingError(f"{module}.{name}")
        found = super().find_class(module, name) if "." not in name else None
        if not isinstance(found, type) or found.__module__ != module:
            raise pickle.UnpicklingError(f"{module}.{name}")
        return found


def _tidy(kept: Path) -> None:
    by_age = sorted(kept.glob("rules-*"), key=lambda file: file.stat().st_mtime)
    for file in by_age[:-MOST]:
        file.unlink(missing_ok=True)


def _ours(status: os.stat_result) -> bool:
    """Whether nobody but this user, or root, can have written the file."""
    if not hasattr(os, "geteuid"):
        return True
    return status.st_uid in (0, os.geteuid()) and not status.st_mode & 0o022


def _name(key: str) -> str:
    return f"rules-{key[:40]}.pickle"


def _seal(key: str, body: bytes) -> str:
    return hashlib.sha256(f"{key} ".encode() + body).hexdigest()


@cache
def _code() -> str:
    """The digest of what reads and checks rules: a change there makes what was kept worthless."""
    versions = [sys.version, *map(version, ("sqlglot", "pydantic", "pydantic-core"))]
    found = hashlib.sha256(" ".join(versions).encode())
    for file in (*sorted(Path(__file__).parent.glob("*.py")), Path(held.__file__)):
        found.update(file.read_bytes())
    return found.hexdigest()
