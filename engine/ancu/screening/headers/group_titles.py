"""Lines between rows that say something of those under them: "HỘ NGHÈO", or the columns of another table."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from ancu.frozen import frozen
from ancu.rulebook.naming import naming_of
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import normalise, spoken_choices
from ancu.screening.headers.units import split_unit

_MARK = re.compile(r"(?:[IVXLC]+|[A-ZĐ]|[0-9]{1,2})[.)/:-]+\s*")
_MARK_ALONE = re.compile(r"(?:[IVXLC]+|[A-ZĐ])[.)]?")
_COUNT = re.compile(r"\s*[:(–-]?\s*\(?[0-9]+\s*(?:hộ|người|hồ sơ|trường hợp|nhân khẩu)?\s*\)?\s*$", re.IGNORECASE)
_BEFORE = re.compile(r"^(?:danh sách|nhóm|diện|đối tượng|thuộc diện)\s+")
_DIGIT = re.compile(r"[0-9]")
#: A longer text is no title.
_LONGEST = 200
#: So many names of columns in a line are those of a table.
_NAMES = 3
_PLACE = re.compile(r"(?:thôn|xã|phường|thị trấn|tổ|tdp|khu|bản|ấp|buôn|sóc|làng|xóm|khối|cụm|đội) ")


@frozen
class GroupTitle:
    """A line that heads a group of rows: the header under which they get a value, and that value."""

    line: int
    title: str
    header: str
    value: str


class GroupTitles:
    """Knows the titles of groups in a list with these ``headers``, and what they make of the rows under them.

    ``stated`` are the facts that the list has columns of: a title gives these nothing.
    """

    def __init__(self, book: Rulebook, stated: Iterable[str]) -> None:
        self._stated = frozenset(stated)
        self._choices: dict[str, set[tuple[str, str]]] = {}
        self._naming = naming_of(book)
        self._headers = {name: fact.label.vi for name, fact in book.facts.items()}
        for name, fact in book.facts.items():
            if fact.value_type.kind in ("choice", "list"):
                for text, choice in spoken_choices(fact).items():
                    self._choices.setdefault(text, set()).add((name, fact.values[choice].vi))
        #: The titles met so far that gave the rows under them a value.
        self.found: list[GroupTitle] = []
        self._values: dict[str, str] = {}

    def names(self, texts: Sequence[str]) -> bool:
        """Whether the filled cells of a line are the title of a group that names a choice."""
        return self._choice(texts) is not None

    def is_header(self, texts: Sequence[str]) -> bool:
        """Whether the filled cells of a line are the names of columns: most of them, and one of the first two.

        No such line begins with a digit or an id, as nearly every other does.
        """
        if len(texts) < _NAMES or _DIGIT.search(texts[0]) or not any(map(self._is_column, texts[:2])):
            return False
        named = sum(map(self._is_column, texts))
        return named >= _NAMES and 2 * named > len(texts)

    def _is_column(self, text: str) -> bool:
        return self._naming.find(split_unit(text)[0]) is not None

    @property
    def column_names(self) -> Iterable[str]:
        """What columns are called, as it is written."""
        return self._naming.written()

    def gives(self, texts: Sequence[str]) -> bool:
        """Whether they are one that gives the rows under it a value."""
        found = self._choice(texts)
        return found is not None and found[0] not in self._stated

    def meet(self, line: int, texts: Sequence[str]) -> None:
        """A line that is no case: what it says holds from here; one that says something else ends what was said."""
        found = self._choice(texts)
        if found is not None and found[0] not in self._stated:
            name, value = found
            self._values[self._headers[name]] = value
            self.found.append(GroupTitle(line, " ".join(texts), self._headers[name], value))
        elif len(texts) <= 2 and not _PLACE.match(normalise(_plain(texts))):
            self._values.clear()

    @property
    def values(self) -> dict[str, str]:
        """What the titles say of the rows that come now, by header."""
        return self._values

    def _choice(self, texts: Sequence[str]) -> tuple[str, str] | None:
        if not texts or any(len(text) > _LONGEST for text in texts):
            return None
        if len(texts) > 2 or (len(texts) == 2 and not _MARK_ALONE.fullmatch(texts[0])):
            return None
        title = normalise(_COUNT.sub("", _plain(texts)))
        found = self._choices.get(title) or self._choices.get(_BEFORE.sub("", title)) or set()
        return next(iter(found)) if len(found) == 1 else None


#: Makes the titles of a list from its headers.
TitlesOf = Callable[[Sequence[str]], GroupTitles]


def _plain(texts: Sequence[str]) -> str:
    """The title without the mark before it."""
    return texts[1] if len(texts) == 2 else _MARK.sub("", texts[0][:_LONGEST], count=1)
