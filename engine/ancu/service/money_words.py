"""Amounts of đồng in words, so that whoever entered one sees a zero too many."""

from __future__ import annotations

from ancu.messages import Language

_VI = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_EN = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_EN_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VI_GROUPS, _EN_GROUPS = ("tỷ", "triệu", "nghìn", ""), ("billion", "million", "thousand", "")


def in_words(amount: int, lang: Language) -> str:
    """A whole ``amount`` of đồng, not negative, in words: "hai mươi hai triệu năm trăm nghìn đồng"."""
    if amount == 0:
        return f"{_VI[0]} đồng" if lang == "vi" else f"{_EN[0]} đồng"
    billions, rest = divmod(amount, 10**9)
    parts = [in_words(billions, lang).removesuffix(" đồng") if billions else ""]
    groups = [rest // 10**6, rest // 1000 % 1000, rest % 1000]
    for group in groups:
        said = bool(any(parts))
        parts.append((_hundreds_vi(group, said) if lang == "vi" else _hundreds_en(group)) if group else "")
    names = _VI_GROUPS if lang == "vi" else _EN_GROUPS
    return " ".join(f"{part} {name}".strip() for part, name in zip(parts, names, strict=True) if part) + " đồng"


def _hundreds_vi(number: int, full: bool) -> str:
    """``number`` below 1,000; ``full``: a group that stands after a greater one says its hundreds too."""
    hundreds, rest = divmod(number, 100)
    tens, units = divmod(rest, 10)
    words = [f"{_VI[hundreds]} trăm"] if hundreds or full else []
    if tens:
        words.append("mười" if tens == 1 else f"{_VI[tens]} mươi")
    elif units and words:
        words.append("lẻ")
    if units == 1 and tens > 1:
        words.append("mốt")
    elif units == 5 and tens:
        words.append("lăm")
    elif units:
        words.append(_VI[units])
    return " ".join(words)


def _hundreds_en(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    words = [f"{_EN[hundreds]} hundred"] if hundreds else []
    if rest >= len(_EN):
        tens, units = divmod(rest, 10)
        words.append(_EN_TENS[tens] + (f"-{_EN[units]}" if units else ""))
    elif rest:
        words.append(_EN[rest])
    return " ".join(words)
