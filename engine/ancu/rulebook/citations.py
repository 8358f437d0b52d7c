"""Citations: ``nd-100-2024:30.1.a`` names article 30, clause 1, point a of an instrument.

``qd-539-2024-ttg`` alone cites the whole instrument, where the article is not known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Protocol

from ancu.errors import Problem, suggestion
from ancu.messages import Language, message
from ancu.rulebook.model import Instrument, Text
from ancu.rulebook.yaml_document import Path, YamlDocument

_FORM = re.compile(
    r"(?P<instrument>[a-z0-9-]+)(:(?P<article>\d+[a-z]?)(\.(?P<clause>\d+[a-z]?)(\.(?P<point>[a-zđ]\d?))?)?)?"
)


class CitedDocument(Protocol):
    """What a citation says of a document: an instrument of the rulebook, or one that only a plan cites."""

    @property
    def number(self) -> str: ...
    @property
    def kind(self) -> Text: ...


#: What stands between several citations.
JOINT = "; "


@lru_cache(maxsize=4096)
def split(citation: str) -> tuple[str, str | None, str | None, str | None] | None:
    """Instrument id, article, clause, point; None if ``citation`` is not of the form."""
    found = _FORM.fullmatch(citation)
    return (found["instrument"], found["article"], found["clause"], found["point"]) if found else None


def check_cited(
    document: YamlDocument, cited: Iterable[tuple[Path, list[str]]], known: Mapping[str, object]
) -> Iterator[Problem]:
    """Of lists of citations at places of a file: those that are not well formed, or name no ``known`` document."""
    for where, basis in cited:
        for i, citation in enumerate(basis):
            parts = split(citation)
            if parts is None:
                yield document.problem("citation_malformed", (*where, i), citation=citation)
            elif parts[0] not in known:
                hint = suggestion(parts[0], known)
                yield document.problem("instrument_unknown", (*where, i), name=parts[0], hint=hint)


def render(citation: str, instruments: Mapping[str, CitedDocument], lang: Language) -> str:
    """``điểm a khoản 1 Điều 30 Nghị định 100/2024/NĐ-CP``."""
    parts = split(citation)
    assert parts, citation
    instrument_id, article, clause, point = parts
    instrument = instruments[instrument_id]
    named = message("cite_instrument", lang, kind=instrument.kind[lang], number=instrument.number)
    depth = "point" if point else "clause" if clause else "article" if article else None
    if depth is None:
        return named
    return message(f"cite_{depth}", lang, instrument=named, article=article, clause=clause, point=point)


def render_all(basis: Iterable[str], instruments: Mapping[str, CitedDocument], lang: Language) -> str:
    """Several citations, joined."""
    return JOINT.join(render(citation, instruments, lang) for citation in basis)


def matches(citation: str, text: str, instruments: Mapping[str, Instrument]) -> bool:
    """Whether ``text`` (an id, or a citation in words, in either language) names ``citation`` or what contains it."""
    wanted = _squash(text)
    parts = split(citation)
    assert parts
    instrument_id, *levels = parts
    forms = [instrument_id]
    for separator, level in zip(":..", levels, strict=True):
        if level:
            forms.append(f"{forms[-1]}{separator}{level}")
    spoken = [_squash(render(form, instruments, lang)) for form in forms for lang in ("vi", "en")]
    return wanted in (_squash(form) for form in forms) or wanted in spoken


def _squash(text: str) -> str:
    return re.sub(r"[\s,]+", " ", text).strip().casefold()
