"""Reading the cells of a list: what a mapping or a unit makes of them, what Excel did to them, then the one parser."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from ancu.messages import LANGUAGES, Language, message
from ancu.rulebook.naming import AS_OF, CASE
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import ValueProblem, normalise, parse, parse_day_of_case
from ancu.screening.headers.meanings import Meaning, value_key
from ancu.screening.lists.dittos import is_ditto
from ancu.screening.lists.legacy_fonts import from_legacy
from ancu.screening.lists.workbooks import Fraction

#: How many different texts of a column are remembered.
_REMEMBERED = 20_000
_UNSEEN = object()
_ERROR = re.compile(r"#(N/A|REF!|DIV/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BUSY!|GETTING_DATA)|Err:\d{3}")
_FORMULA = re.compile(r"=[A-Za-z_($.+\-\d].*[(\d)].*", re.DOTALL)
_POWER = re.compile(r"\d([.,]\d+)?E\+?\d+", re.IGNORECASE)
_BARE_NUMBER = re.compile(r"[+-]?[0-9][0-9.,\s]*")
_DIGITS = re.compile(r"\d+")
_SHARE = re.compile(r"0[.,][0-9]{1,15}")
#: Digits that Excel keeps of a number.
_EXACT_DIGITS = 15
#: Lengths of citizen numbers (12, formerly 9 digits) from which zeros are lost at the front.
_SHORT_CITIZEN = (8, 10, 11)


class CellProblem(ValueProblem):
    """A cell that Excel or an old encoding spoilt, whatever it should hold."""

    def expected(self, lang: Language | None = None) -> str:  # noqa: ARG002
        """Nothing beyond what the problem says."""
        return ""


class CellReader:
    """Reads the cells of columns, whose meanings are given by header; every distinct text once.

    ``others`` are the headers passed through; ids of citizens among them (:attr:`ids`) are looked at all the same.
    ``confirmed`` are the facts whose values somebody has confirmed, however unusual they are.
    """

    def __init__(self, book: Rulebook, meanings: Mapping[str, Meaning], others: Iterable[str] = ()) -> None:
        self.book, self.meanings = book, meanings
        self.confirmed: frozenset[str] = frozenset()
        self.ids = [header for header in others if is_citizen_id(header)]
        self._seen: dict[str, dict[str, Any]] = {header: {} for header in self.meanings}

    def read(self, header: str, written: Any) -> Any:
        """The engine's value of a cell (text of a case id, day of an as-of date); None for a blank.

        Raises :class:`ValueProblem`.
        """
        if not isinstance(written, str):
            return self._read(header, written)
        seen = self._seen[header]
        read = seen.get(written, _UNSEEN)
        if read is _UNSEEN:
            try:
                read = self._read(header, written)
            except ValueProblem as problem:
                read = problem
            if len(seen) >= _REMEMBERED:
                seen.clear()
            seen[written] = read
        if isinstance(read, ValueProblem):
            raise read.with_traceback(None)
        return read

    def _read(self, header: str, written: Any) -> Any:
        meaning = self.meanings[header]
        if meaning.values and (key := value_key(written)) in meaning.values:
            written = meaning.values[key]
            if written is None:
                return None
        elif isinstance(written, str):
            check_undamaged(written)
        if meaning.name == CASE:
            if written is None or not (text := str(written).strip()):
                return None
            check_id(written)
            return text
        if meaning.name == AS_OF:
            return None if written is None or str(written).strip() == "" else parse_day_of_case(written)
        fact = self.book.facts[meaning.name]
        # A workbook keeps 81 % as 0,81, and 100 % as 1.
        if fact.type == "percent" and (share := _share(written)) is not None:
            raise CellProblem("cell_percent", number=_vi(share), percent=_vi(share * 100))
        if meaning.unit is not None:
            written = with_unit(written, meaning.unit)
        try:
            return parse(fact, written, confirmed=meaning.name in self.confirmed)
        except ValueProblem:
            for encoding, text in from_legacy(written) if isinstance(written, str) else ():
                try:
                    parse(fact, text)
                except ValueProblem:
                    continue
                raise CellProblem("cell_legacy", encoding=encoding, text=text) from None
            raise


def _share(written: Any) -> Decimal | None:
    """A number that is a percentage as a workbook keeps it, whether it stands in one or was exported as text."""
    if isinstance(written, str):
        return Decimal(written.strip().replace(",", ".")) if _SHARE.fullmatch(written.strip()) else None
    return Decimal(written) if isinstance(written, Fraction) or (written == 1 and written is not True) else None


def _vi(number: int | Decimal) -> str:
    return f"{Decimal(number).normalize():f}".replace(".", ",")


def with_unit(written: Any, unit: str) -> Any:
    """A bare number as it reads with its column's unit; anything else as it is."""
    if unit in ("đồng", "m2", "km", "%") or isinstance(written, bool):
        # The parser takes these for granted, and reads separators more strictly without them.
        return written
    if isinstance(written, (int, float, Decimal)):
        return f"{_vi(Decimal(repr(written)) if isinstance(written, float) else Decimal(written))} {unit}"
    return f"{written} {unit}" if isinstance(written, str) and _BARE_NUMBER.fullmatch(written.strip()) else written


def check_undamaged(text: str) -> None:
    """Raise :class:`CellProblem` for an error of Excel, or a formula in place of its result."""
    if text[:1] not in ("#", "=", "E"):
        return
    if _ERROR.fullmatch(text.strip()):
        raise CellProblem("cell_error", error=text.strip())
    if _FORMULA.fullmatch(text.strip()):
        raise CellProblem("cell_formula", formula=text.strip()[:80])


def is_citizen_id(header: str) -> bool:
    """Whether a column holds the numbers of citizens' papers."""
    text = normalise(header)
    return any(word in text for lang in LANGUAGES for word in message("citizen_id_words", lang).split("; "))


def check_id(written: Any) -> None:
    """Raise :class:`CellProblem` for an id that a spreadsheet turned into a number and rounded."""
    if isinstance(written, str):
        check_undamaged(written)
        if is_ditto(written):
            raise CellProblem("cell_ditto")
        lost = bool(_POWER.fullmatch(written.strip()))
    elif isinstance(written, (int, Decimal)) and not isinstance(written, bool):
        digits = f"{abs(written):f}" if isinstance(written, Decimal) else str(abs(written))
        # A number shown as 1.23457E+11 and saved so has only zeros after what was shown.
        lost = len(digits) > _EXACT_DIGITS or (len(digits) > 11 and digits.endswith("000000"))
    else:
        return
    if lost:
        raise CellProblem("cell_digits_lost")


def lost_zeros(cells: Iterable[tuple[str, Any]], citizen: bool) -> list[str]:
    """The places, of (place, id) pairs, whose ids have probably lost zeros at the front.

    Ids of citizens have twelve digits, formerly nine; other ids are compared with those that begin with a zero, where
    these are all equally long.
    """
    numbers = [(place, text) for place, written in cells if _DIGITS.fullmatch(text := str(written).strip())]
    if citizen:
        return [place for place, text in numbers if len(text) in _SHORT_CITIZEN]
    lengths = {len(text) for _, text in numbers if text.startswith("0")}
    if len(lengths) != 1:
        return []
    (length,) = lengths
    return [place for place, text in numbers if len(text) < length]
