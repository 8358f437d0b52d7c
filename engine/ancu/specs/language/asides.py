"""What officers tell besides and no fact holds: how old somebody is, the rent he pays, since when something is so.

It is told from a closed list (``asides`` in ``words.yaml``), changes nothing, and is named in the report as not used.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from ancu.messages import LANGUAGES
from ancu.specs.language.words import words_in

#: The key of the sentence that a part of a line is which tells such a thing.
ASIDE = "aside"
#: What the patterns of the list name by a word in braces.
_NUMBER = r"\d[\d.,]*"
_FEW = r"(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)"
_BLANKS = {
    "n": rf"(?:{_NUMBER}|{_FEW})",
    "money": (
        rf"(?:(?:{_NUMBER} ?(?:triệu|trđ|tr|tỷ|tỉ|nghìn|ngàn)(?: ?(?:đồng|vnđ|vnd|đ))?|{_NUMBER} ?(?:đồng|vnđ|vnd|đ))"
        r"(?: ?(?:/|một |mỗi |hằng |hàng )tháng)?)"
    ),
    "area": rf"(?:{_NUMBER} ?(?:m2|m²|mét vuông))",
    "year": r"(?:19|20)\d\d",
    "month": r"(?:\d{1,2}/(?:19|20)\d\d|\d{1,2} năm (?:19|20)\d\d)",
    "day": r"\d{1,2}/\d{1,2}(?:/\d{4})?",
}
#: Words that change nothing in such a part.
_IDLE = re.compile(r"(?<!\w)(?:hiện nay|hiện tại|hiện|đang|đã|vẫn|cũng|thì|là|với|về|khoảng|hơn|gần|trên|tổng) ")


@dataclass(frozen=True)
class Besides:
    """A part of a line of which no fact speaks: its words, of what kind they are, and the line without them."""

    text: str
    kind: str
    rest: str = ""


def aside_of(text: str) -> Besides | None:
    """``text`` as a whole as something that is told besides; None where it may say more."""
    for lang in LANGUAGES:
        words = words_in(lang)
        forms = [text, *(rest for _, kind, rest in words.without_subjects(text) if kind != "household" or rest)]
        for form in forms:
            plain = _plain(form)
            for kind, pattern in _wholes(lang).items():
                if pattern.fullmatch(plain):
                    return Besides(text, kind)
    return None


def asked_instead(values: Mapping[str, str]) -> list[str]:
    """The facts that may be meant by what is told besides: its kind, and of a detail the facts it is told of."""
    kind, of = values[ASIDE], values.get("of", "").split()
    asked_by = words_in("vi").asked_by
    return [fact for key in (kind, *(f"{kind} {one}" for one in of)) for fact in asked_by.get(key, ())]


def _plain(text: str) -> str:
    """``text`` at full length, without the words that change nothing."""
    words = words_in("vi")
    full = words.at_length(" ".join(text.split())).replace(":", "").strip(" ,")
    before = None
    while before != full:
        before, full = full, _IDLE.sub("", full)
    return full


def without_details(text: str) -> Iterator[Besides]:
    """``text`` without a detail of when, each way that there is one; ``kind`` says which."""
    for lang in LANGUAGES:
        for kind, pattern in _details(lang).items():
            for found in pattern.finditer(text):
                rest = " ".join(f"{text[: found.start()]} {text[found.end() :]}".split()).strip(" ,")
                if rest:
                    yield Besides(found[0].strip(" ,"), kind, rest)


@lru_cache(maxsize=2)
def _wholes(lang: str) -> Mapping[str, re.Pattern[str]]:
    return {kind: _compiled(texts) for kind, texts in words_in(lang).asides.items()}  # type: ignore[arg-type]


@lru_cache(maxsize=2)
def _details(lang: str) -> Mapping[str, re.Pattern[str]]:
    found = words_in(lang).details.items()  # type: ignore[arg-type]
    return {kind: re.compile(rf"(?<!\w){_compiled(texts).pattern}(?![\w/])", re.IGNORECASE) for kind, texts in found}


def _compiled(texts: list[str]) -> re.Pattern[str]:
    pattern = "|".join(re.sub(r"\{(\w+)\}", lambda blank: _BLANKS.get(blank[1], blank[0]), text) for text in texts)
    return re.compile(f"(?:{pattern})" if pattern else r"(?!)", re.IGNORECASE)
