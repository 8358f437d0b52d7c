"""The one message catalogue: every sentence that a person reads, in Vietnamese and English.

Texts live in the YAML files beside this module, one a subject; code names them by key, and a key stands once. Parsing
them takes longer than a decision, so what was read is kept for the next process (:mod:`~ancu.kept_files`).
The language of a process is Vietnamese unless ``ANCU_LANG`` says otherwise; commands and callers may pass it
explicitly.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

from ancu import kept_files

Language = Literal["vi", "en"]
LANGUAGES: tuple[Language, ...] = ("vi", "en")
#: How many catalogues are kept: those of a few versions that take turns.
MOST = 4


def default_language() -> Language:
    """The language that ``ANCU_LANG`` asks for; Vietnamese when it asks for none that we have."""
    asked = os.environ.get("ANCU_LANG", "vi").lower()[:2]
    return "en" if asked == "en" else "vi"


@cache
def _catalogue() -> Mapping[str, Mapping[str, str]]:
    files = {file.name: file.read_bytes() for file in sorted(Path(__file__).parent.glob("*.yaml"))}
    digest = hashlib.sha256(b"\0".join(b"%b\0%d\0%b" % (n.encode(), len(c), c) for n, c in files.items())).hexdigest()
    name = f"messages-{digest[:40]}.json"
    known = kept_files.read(name, digest)
    if known is not None:
        texts: dict[str, dict[str, str]] = json.loads(known)
        return texts
    texts = _parsed(files)
    kept_files.write(name, digest, json.dumps(texts, ensure_ascii=False).encode(), most=MOST)
    return texts


def _parsed(files: Mapping[str, bytes]) -> dict[str, dict[str, str]]:
    """The texts in YAML ``files``, contents by name; :class:`KeyError` for a key that stands twice."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    texts: dict[str, dict[str, str]] = {}
    for content in files.values():
        for key, text in yaml.load(content, Loader=loader).items():  # noqa: S506 - safe, in C
            if key in texts:
                raise KeyError(f"message {key} stands twice")
            texts[key] = text
    return texts


def message(key: str, lang: Language | None = None, /, **values: object) -> str:
    """The sentence ``key`` in ``lang``, its ``{placeholders}`` filled from ``values``."""
    return _catalogue()[key][lang or default_language()].format(**values)


@cache
def keys() -> frozenset[str]:
    """Every key of the catalogue."""
    return frozenset(_catalogue())


def lower_first(text: str) -> str:
    """For use inside a sentence; a leading acronym keeps its capitals."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
