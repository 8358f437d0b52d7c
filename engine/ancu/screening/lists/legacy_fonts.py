"""The encodings of Vietnamese offices before Unicode: enough of each to recognise a list and refuse it by name."""

from __future__ import annotations

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
    if not text.isascii():
        for encoding, read in (
            ("TCVN3 (ABC)", "".join(_TCVN3.get(letter, letter) for letter in text)),
            ("VNI", _from_vni(text)),
        ):
            if read != text:
                yield encoding, read


def _from_vni(text: str) -> str:
    letters: list[str] = []
    for letter in text:
        mark = _VNI_MARKS.get(letter.lower())
        if mark is not None and letters and letters[-1].lower() in "aeouyươ":
            letters[-1] = unicodedata.normalize("NFC", letters[-1] + mark)
        else:
            letters.append(_VNI_LETTERS.get(letter, letter))
    return "".join(letters)
