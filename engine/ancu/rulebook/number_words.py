"""Numbers in Vietnamese words, as they stand beside digits or in their place."""

from __future__ import annotations

from collections.abc import Mapping

_DIGITS: Mapping[str, int] = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5, "sáu": 6,
    "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_LARGE: Mapping[str, int] = {
    "nghìn": 1_000, "ngàn": 1_000, "triệu": 1_000_000, "tỷ": 1_000_000_000, "tỉ": 1_000_000_000,
}  # fmt: skip


def number_in_words(text: str) -> int | None:
    """A number written in Vietnamese words, such as "sáu mươi triệu" or "một tỷ rưỡi"; None where it is none."""
    total, below, large = 0, _Group(), 0
    for word in text.split():
        if word == "rưỡi" and (large or below.value):
            total += (large or below.scale) // 2
        elif word in _LARGE:
            large = _LARGE[word]
            if below.empty:
                return None
            total, below = total + below.value * large, _Group()
        elif not below.take(word):
            return None
    return total + below.value if not below.empty or large else None


class _Group:
    """The words of a number below a thousand."""

    def __init__(self) -> None:
        self.value, self.last, self.scale, self.empty = 0, 0, 1, True

    def take(self, word: str) -> bool:
        """Add a word; False where it is no part of a number."""
        if word in _DIGITS:
            self.last = _DIGITS[word]
            self.value += self.last
        elif word in ("mươi", "chục"):
            self.value, self.scale = self.value + 9 * self.last, 10
        elif word == "mười":
            self.value, self.last, self.scale = self.value + 10, 10, 10
        elif word == "trăm":
            self.value, self.scale = self.value + 99 * self.last, 100
        elif word not in ("linh", "lẻ", "và"):
            return False
        self.empty = False
        return True
