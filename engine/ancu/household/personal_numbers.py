"""Personal numbers: a citizen's 12 digits, or the 9 of an older identity card. No rule reads them, no output shows one.

Of the 12 digits, the first three are where the birth was registered, the fourth gives century and sex, and the next two
the year of birth (Decree 137/2015, Article 13; Circular 59/2021 of the Ministry of Public Security, Article 4).
"""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Iterator
from dataclasses import field

from ancu.errors import InputError, Problem, RecordError
from ancu.frozen import frozen
from ancu.text_files import content_of

#: The codes of the 63 provinces of before 2025-07-01, among them those of today. From 101 on, other countries.
PROVINCE_CODES = frozenset(
    (
        *(1, 2, 4, 6, 8, 10, 11, 12, 14, 15, 17, 19, 20, 22, 24, 25, 26, 27, 30, 31, 33, 34, 35, 36, 37, 38, 40, 42),
        *(44, 45, 46, 48, 49, 51, 52, 54, 56, 58, 60, 62, 64, 66, 67, 68, 70, 72, 74, 75, 77, 79, 80, 82, 83, 84, 86),
        *(87, 89, 91, 92, 93, 94, 95, 96),
    )
)
_FIRST_COUNTRY = 101
#: What a number hides of itself, but for the last digits that let two be told apart.
_SHOWN = 3
#: The least length of a key, in bytes: a short one can be guessed, and then every number.
LEAST_KEY = 16
#: How what a key has made of a number is written.
_HASHED = "hmac-sha256:"
#: A number of which only what a key made of it is kept, as it is written.
KEPT = re.compile(_HASHED + "[0-9a-f]{64}")
_WRITTEN = re.compile(r"(?<!\d)0\d{11}(?!\d)")


@frozen
class PersonalNumber:
    """A personal number as it is kept: its digits, or only what a key makes of them.

    Its text hides all but the last three digits; :attr:`kept` is the whole.
    """

    kept: str = field(repr=False)
    hashed: bool = False

    def __str__(self) -> str:
        return _HASHED + self.kept if self.hashed else mask(self.kept)

    def __repr__(self) -> str:
        return f"PersonalNumber({self})"


def read_number(written: str) -> str:
    """The digits of a personal number, or what a key made of them; :class:`RecordError` where they cannot be one."""
    if KEPT.fullmatch(written):
        return written
    digits = re.sub(r"[\s.\-]", "", written)
    if not re.fullmatch(r"[0-9]{12}|[0-9]{9}", digits):
        raise RecordError(Problem("number_malformed", {"value": mask(written)}))
    if len(digits) == 12 and int(digits[:3]) not in PROVINCE_CODES and int(digits[:3]) < _FIRST_COUNTRY:
        raise RecordError(Problem("number_of_no_province", {"value": mask(digits)}))
    return digits


def read_key(path: str) -> bytes:
    """The key in a file, without the line's end; :class:`InputError` where there is none, or it is too short."""
    key = content_of(path).rstrip(b"\r\n")
    if len(key) < LEAST_KEY:
        raise InputError(Problem("key_too_short", {"length": len(key), "least": LEAST_KEY}, path))
    return key


def told_by(digits: str) -> tuple[str, int] | None:
    """The sex and the year of birth that a personal number tells; None for one that tells neither."""
    if len(digits) != 12:
        return None
    century, odd = divmod(int(digits[3]), 2)
    return "female" if odd else "male", 1900 + 100 * century + int(digits[4:6])


def contradictions(digits: str, born: tuple[int, int] | None, gender: str | None) -> Iterator[Problem]:
    """What the number says otherwise than the record: the sex, or the year of birth, which ``born`` bounds."""
    told = told_by(digits)
    if told is None:
        return
    sex, year = told
    if gender is not None and gender != sex:
        yield Problem(f"number_of_{sex}", {"value": mask(digits)})
    if born is not None and not born[0] <= year <= born[1]:
        stated = str(born[0]) if born[0] == born[1] else f"{born[0]}–{born[1]}"
        yield Problem("number_of_other_year", {"value": mask(digits), "year": year, "stated": stated})


def keep(digits: str, key: bytes | None) -> PersonalNumber:
    """The number as it is kept: with a ``key``, only its HMAC-SHA256; as of one that is written so already."""
    if KEPT.fullmatch(digits):
        return PersonalNumber(digits.removeprefix(_HASHED), hashed=True)
    if key is None:
        return PersonalNumber(digits)
    return PersonalNumber(hmac.new(key, digits.encode(), hashlib.sha256).hexdigest(), hashed=True)


def mask(number: str) -> str:
    """A personal number with all but its last three digits hidden."""
    return "•" * max(0, len(number) - _SHOWN) + number[-_SHOWN:]


def masked_in(text: str) -> str:
    """``text`` with every citizen number in it hidden."""
    return _WRITTEN.sub(lambda found: mask(found[0]), text)
