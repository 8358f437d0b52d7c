"""Which commune or ward a cell of a list names: by its name, with or without its kind, or by its code."""

from __future__ import annotations

import re
import unicodedata

from ancu.messages import LANGUAGES, Language, message
from ancu.rulebook.plans import HousingPlan, UnitList
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import is_blank, normalise

#: What stands before a name, in full and short.
_KIND = re.compile(r"(?:(xã|thị trấn|x\.|tt\.)|(phường|p\.))\s*(?=\S)")
_DIGITS = re.compile(r"\d{1,5}")
_CODE = 5
_TONES = "\u0300\u0301\u0303\u0309\u0323"


def commune_headers() -> frozenset[str]:
    """What lists call the column of the commune, as headers are compared."""
    words = [message("heading_commune", lang) for lang in LANGUAGES]
    words += [word for lang in LANGUAGES for word in message("heading_commune_synonyms", lang).split("; ")]
    return frozenset(map(normalise, words))


def units_of(book: Rulebook, plan: HousingPlan) -> UnitList | None:
    """The communes that a plan names, else those of the only province that the rulebook knows."""
    if plan.units is not None:
        return book.units[plan.units]
    return next(iter(book.units.values())) if len(book.units) == 1 else None


class Communes:
    """The communes of a province; without a list of them every cell stands for itself."""

    def __init__(self, units: UnitList | None) -> None:
        self.units = units
        self._known: dict[str, list[str]] = {}
        for code, unit in units.units.items() if units is not None else ():
            for name in (unit.name, *unit.synonyms):
                codes = self._known.setdefault(_key(name), [])
                if code not in codes:
                    codes.append(code)

    def find(self, written: object) -> str | None:
        """The code of the unit that a cell names; None where it names none, or two of one name are not told apart."""
        if self.units is None or is_blank(written):
            return None
        text = normalise(str(written))
        if _DIGITS.fullmatch(text):
            code = text.zfill(_CODE)
            return code if code in self.units.units else None
        for part in dict.fromkeys((text, *(piece.strip() for piece in re.split(r"[,;(–]| - ", text)))):
            kind = _KIND.match(part)
            codes = self._known.get(_key(part[kind.end() :] if kind is not None else part), [])
            if len(codes) > 1 and kind is not None:
                wanted = "commune" if kind[1] else "ward"
                codes = [code for code in codes if self.units.units[code].kind == wanted]
            if len(codes) == 1:
                return codes[0]
        return None

    def name(self, code: str, lang: Language) -> str:
        """What a unit is called, its kind before its name."""
        assert self.units is not None
        unit = self.units.units[code]
        return message(f"plan_unit_{unit.kind}", lang, name=unit.name)


def _key(name: str) -> str:
    """A name as it is compared: wherever in a syllable its tone is written ("Hòa", "Hoà")."""
    words = []
    for word in normalise(name).split():
        letters = unicodedata.normalize("NFD", word)
        tones = "".join(letter for letter in letters if letter in _TONES)
        words.append("".join(letter for letter in letters if letter not in _TONES) + tones)
    return " ".join(words)
