"""Citations: ``nd-100-2024:30.1.a`` names article 30, clause 1, point a of an instrument."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from ancu.messages import Language, message
from ancu.rulebook.model import Instrument

_FORM = re.compile(
    r"(?P<instrument>[a-z0-9-]+):(?P<article>\d+[a-z]?)(\.(?P<clause>\d+[a-z]?)(\.(?P<point>[a-zđ]\d?))?)?"
)


def split(citation: str) -> tuple[str, str, str | None, str | None] | None:
    """Instrument id, article, clause, point; None if ``citation`` is not of the form."""
    found = _FORM.fullmatch(citation)
    return (found["instrument"], found["article"], found["clause"], found["point"]) if found else None


def render(citation: str, instruments: Mapping[str, Instrument], lang: Language) -> str:
    """``điểm a khoản 1 Điều 30 Nghị định 100/2024/NĐ-CP``."""
    parts = split(citation)
    assert parts, citation
    instrument_id, article, clause, point = parts
    instrument = instruments[instrument_id]
    where = [message("cite_article", lang, article=article)]
    if clause:
        where.insert(0, message("cite_clause", lang, clause=clause))
    if point:
        where.insert(0, message("cite_point", lang, point=point))
    return message("cite", lang, where=" ".join(where), kind=instrument.kind[lang], number=instrument.number)


def render_all(basis: Iterable[str], instruments: Mapping[str, Instrument], lang: Language) -> str:
    """Several citations, joined."""
    return "; ".join(render(citation, instruments, lang) for citation in basis)


def matches(citation: str, text: str, instruments: Mapping[str, Instrument]) -> bool:
    """Whether ``text`` (an id, or a citation in words, in either language) names ``citation`` or what contains it."""
    wanted = _squash(text)
    parts = split(citation)
    assert parts
    instrument_id, article, clause, point = parts
    forms = [f"{instrument_id}:{article}"]
    if clause:
        forms.append(f"{forms[-1]}.{clause}")
    if point:
        forms.append(f"{forms[-1]}.{point}")
    spoken = [_squash(render(form, instruments, lang)) for form in forms for lang in ("vi", "en")]
    return wanted in (_squash(form) for form in forms) or wanted in spoken


def _squash(text: str) -> str:
    return re.sub(r"[\s,]+", " ", text).strip().casefold()
