"""The encodings of Vietnamese offices before Unicode, and UTF-8 that was taken for another: enough of each to recognise
a list and refuse it by name."""

from __future__ import annotations

import contextlib
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator

_TCVN3 = dict(
    zip(
        "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\xadõøö÷ùúýûüþ§¡¢£¤¥¦",
        "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĐĂÂÊÔƠƯ",
        strict=True,
    )
)
_GRAVE, _ACUTE, _HOOK, _TILDE, _DOT, _HAT, _BREVE = "\u0300", "\u0301", "\u0309", "\u0303", "\u0323", "\u0302", "\u0306"
_VNI_MARKS = {
    "ø": _GRAVE, "ù": _ACUTE, "û": _HOOK, "õ": _TILDE, "ï": _DOT, "â": _HAT, "ê": _BREVE,
    "à": _HAT + _GRAVE, "á": _HAT + _ACUTE, "å": _HAT + _HOOK, "ã": _HAT + _TILDE, "ä": _HAT + _DOT,
    "è": _BREVE + _GRAVE, "é": _BREVE + _ACUTE, "ú": _BREVE + _HOOK, "ü": _BREVE + _TILDE, "ë": _BREVE + _DOT,
}  # fmt: skip
_VNI_LETTERS = {"ñ": "đ", "Ñ": "Đ", "ö": "ư", "Ö": "Ư", "ô": "ơ", "Ô": "Ơ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}

#: VIQR, from the mails of the nineties: "Ma~ ho^` so+", "DDo^. tuo^?i".
_VIQR_MARKS = {
    "`": _GRAVE, "'": _ACUTE, "?": _HOOK, "~": _TILDE, ".": _DOT, "^": _HAT, "(": _BREVE, "+": "\u031b",
}  # fmt: skip
_VIQR = re.compile(r"([aeiouy])([\^(+]?)([`'?~.]?)|(dd)", re.IGNORECASE)


def legacy_encoding(cells: Iterable[str], known: Callable[[str], bool]) -> str | None:
    """The legacy encoding under which one of ``cells`` is a known name; None if there is none."""
    for cell in cells:
        if not known(cell):
            for encoding, text in from_legacy(cell):
                if known(text):
                    return encoding
    return None


def from_legacy(text: str) -> Iterator[tuple[str, str]]:
    """What ``text`` says under each legacy encoding in which it says something else."""
    if text.isascii():
        read = _VIQR.sub(_from_viqr, text)
        if read != text:
            yield "VIQR", read
    else:
        with contextlib.suppress(UnicodeError):
            yield "UTF-8 → Windows-1252", b"".join(map(_western, text)).decode()
        for encoding, read in (
            ("TCVN3 (ABC)", "".join(_TCVN3.get(letter, letter) for letter in text)),
            ("VNI", _from_vni(text)),
        ):
            if read != text:
                yield encoding, read


def _western(letter: str) -> bytes:
    """A letter in Windows-1252; the five bytes that it leaves free are kept as they are."""
    return letter.encode("latin-1" if "\x80" <= letter <= "\x9f" else "cp1252")


def _from_viqr(found: re.Match[str]) -> str:
    if found[4]:
        return "Đ" if found[4][0] == "D" else "đ"
    marks = "".join(_VIQR_MARKS[mark] for mark in (found[2], found[3]) if mark)
    return unicodedata.normalize("NFC", found[1] + marks)


def _from_vni(text: str) -> str:
    letters: list[str] = []
    for letter in text:
        mark = _VNI_MARKS.get(letter.lower())
        if mark is not None and letters and letters[-1].lower() in "aeouyươ":
            letters[-1] = unicodedata.normalize("NFC", letters[-1] + mark)
        else:
            letters.append(_VNI_LETTERS.get(letter, letter))
    return "".join(letters)
