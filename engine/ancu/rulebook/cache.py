"""Rulebooks kept between processes, so that loading one that is known to be good neither parses nor checks it anew.

One file a rulebook (:mod:`~ancu.kept_files`), named by the digests of the rulebook's files and of the code that read
them; it is written only after every check has passed. One that names anything but the parts of a rulebook is as good as
none.
"""

from __future__ import annotations

import contextlib
import gc
import hashlib
import io
import pickle
import sys
from collections.abc import Mapping
from dataclasses import fields, replace
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pydantic
import pydantic_core

from ancu import frozen, kept_files
from ancu import kept as held
from ancu.rulebook.rulebook import BESIDE, WAITING, Rulebook

#: How many rulebooks are kept; the oldest go first.
MOST = 16
#: How many bytes say how long the part is that decisions read.
_SIZE = 8
#: What a rulebook is made of besides the classes of this package.
_PLAIN = {("datetime", "date"), ("decimal", "Decimal"), (held.__name__, "_Held")}


def key_of(files: Mapping[str, bytes]) -> str:
    """What a rulebook of ``files``, contents by relative name, is kept by."""
    found = hashlib.sha256(_code().encode())
    for name, content in sorted(files.items()):
        found.update(f"{name}\0{len(content)}\0".encode() + content)
    return found.hexdigest()


def read(key: str) -> Rulebook | None:
    """The rulebook kept by ``key``; None if there is none. What no decision reads of it is read when asked for."""
    body = kept_files.read(_name(key), key)
    if body is None:
        return None
    size = int.from_bytes(body[:_SIZE], "big")
    try:
        rulebook = _load(body[_SIZE : _SIZE + size])
    except Exception:  # whatever is wrong with what was kept, the rulebook is read from its files
        return None
    if not isinstance(rulebook, Rulebook):
        return None
    beside = body[_SIZE + size :]
    for place, book in enumerate(_books(rulebook)):
        vars(book)[WAITING] = Waiting(beside, place)
    return rulebook


def write(key: str, rulebook: Rulebook) -> None:
    """Keep a rulebook that passed every check."""
    bare, people = _deciding(rulebook), rulebook.people
    if people is not None:
        vars(bare)["people"] = replace(people, person=_deciding(people.person))
    with contextlib.suppress(RecursionError):
        decides = pickle.dumps(bare, protocol=5)
        beside = [{name: getattr(book, name) for name in BESIDE} for book in _books(rulebook)]
        body = len(decides).to_bytes(_SIZE, "big") + decides + pickle.dumps(beside, protocol=5)
        kept_files.write(_name(key), key, body, most=MOST)


class Waiting:
    """The fields ``BESIDE`` of the rulebook at ``place`` among those kept in ``content``, once they are asked for."""

    def __init__(self, content: bytes, place: int) -> None:
        self._content, self._place = content, place

    def __call__(self) -> Mapping[str, Any]:
        found: Mapping[str, Any] = _load(self._content)[self._place]
        return found


def _books(rulebook: Rulebook) -> list[Rulebook]:
    """A rulebook, and that of a person which belongs to it."""
    return [rulebook, *([rulebook.people.person] if rulebook.people is not None else ())]


def _deciding(rulebook: Rulebook) -> Rulebook:
    """``rulebook`` without what no decision reads."""
    bare = object.__new__(Rulebook)
    vars(bare).update({each.name: vars(rulebook)[each.name] for each in fields(Rulebook) if each.name not in BESIDE})
    return bare


def _load(content: bytes) -> Any:
    collecting = gc.isenabled()
    gc.disable()  # nothing of what is made here is garbage, and looking for some takes a fifth of the time
    try:
        return _PartsOfRules(io.BytesIO(content)).load()
    finally:
        if collecting:
            gc.enable()


class _PartsOfRules(pickle.Unpickler):
    """Reads what is made of the parts of a rulebook alone: nothing that is kept can call anything else."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) not in _PLAIN and module.rpartition(".")[0] != __package__:
            raise pickle.UnpicklingError(f"{module}.{name}")
        found = super().find_class(module, name) if "." not in name else None
        if not isinstance(found, type) or found.__module__ != module:
            raise pickle.UnpicklingError(f"{module}.{name}")
        return found


def _name(key: str) -> str:
    return f"rules-{key[:40]}.pickle"


@cache
def _code() -> str:
    """The digest of what reads and checks rules: a change there makes what was kept worthless."""
    versions = [sys.version, _sqlglot_version(), pydantic.VERSION, pydantic_core.__version__]
    found = hashlib.sha256(" ".join(versions).encode())
    for file in (*sorted(Path(__file__).parent.glob("*.py")), Path(held.__file__), Path(frozen.__file__)):
        found.update(file.read_bytes())
    return found.hexdigest()


def _sqlglot_version() -> str:
    """The version of the parser, which is not imported for it: as its own file says it, else as it was installed."""
    found = find_spec("sqlglot")
    for place in (found.submodule_search_locations or ()) if found is not None else ():
        with contextlib.suppress(OSError):
            return (Path(place) / "_version.py").read_text(encoding="utf-8")
    from importlib.metadata import version  # takes as long to import as all else here

    return version("sqlglot")
