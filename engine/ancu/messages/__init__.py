"""The one message catalogue: every sentence that a person reads, in Vietnamese and English.

Texts live in the YAML files beside this module, one a subject; code names them by key, and a key stands once.
The language of a process is Vietnamese
unless ``ANCU_LANG`` says otherwise; commands and callers may pass it explicitly.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

Language = Literal["vi", "en"]
LANGUAGES: tuple[Language, ...] = ("vi", "en")


def default_language() -> Language:
    """The language that ``ANCU_LANG`` asks for; Vietnamese when it asks for none that we have."""
    asked = os.environ.get("ANCU_LANG", "vi").lower()[:2]
    return "en" if asked == "en" else "vi"


@cache
def _catalogue() -> Mapping[str, Mapping[str, str]]:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    texts: dict[str, Mapping[str, str]] = {}
    for file in sorted(Path(__file__).parent.glob("*.yaml")):
        for key, text in yaml.load(file.read_text(encoding="utf-8"), Loader=loader).items():  # noqa: S506 - safe, in C
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
