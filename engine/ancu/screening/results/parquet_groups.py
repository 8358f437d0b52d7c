"""Row groups of one Parquet file taken out of it, and put behind each other into another.

A row group's pages stand as they are wherever it is put; only the footer, in Thrift's compact protocol, says where they
begin. It is cut at those numbers, so that whoever joins groups writes the numbers anew and every other byte as it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ancu.frozen import frozen

_MAGIC = b"PAR1"
#: Bytes of the length of the footer and the magic behind it.
_TAIL = 8
#: Types of Thrift's compact protocol. A yes or no stands in the type of its field.
_YES, _NO, _BYTE, _I16, _I32, _I64, _DOUBLE, _BINARY, _LIST, _SET, _MAP, _STRUCT = range(1, 13)
_STOP = 0
_NUMBERS = (_I16, _I32, _I64)

#: What the fields are that are looked at (parquet.thrift), by their numbers: of the footer, of a row group, of a column
#: in it, and of what is said about that column.
_ROWS, _GROUPS = 3, 4
_COLUMNS, _GROUP_BEGINS, _ORDINAL = 1, 5, 7
_COLUMN_BEGINS, _ABOUT = 2, 3
_PAGES_BEGIN = frozenset({9, 10, 11})
#: The fields that are known to hold no place in the file, or one that is looked at. Any other may.
_GROUP_FIELDS = frozenset({1, 2, 3, 4, 5, 6, 7})
_COLUMN_FIELDS = frozenset({1, 2, 3})
_ABOUT_FIELDS = frozenset({*range(1, 14), 16})


class NoGroupsError(Exception):
    """A file is not as Arrow writes them, so its row groups cannot be moved."""


@frozen
class MovableGroup:
    """A row group of a footer, cut at the numbers that hang on where it stands.

    ``parts`` stand before, between and behind these; ``places`` are the numbers, None for the number of the group.
    """

    parts: tuple[bytes, ...]
    places: tuple[int | None, ...]


@frozen
class Groups:
    """The row groups of a file: their pages, and the footer around them.

    ``before`` stands before the number of ``rows``, ``behind`` behind the groups: files of one schema that one version
    of Arrow writes have the same.
    """

    pages: memoryview
    rows: int
    groups: tuple[MovableGroup, ...]
    before: bytes
    behind: bytes


def groups_of(file: bytes) -> Groups:
    """The row groups of a file; :class:`NoGroupsError` where its footer is not understood to the byte."""
    view = memoryview(file)
    if len(file) < 2 * _TAIL or view[:4] != _MAGIC or view[-4:] != _MAGIC:
        raise NoGroupsError
    footer = file[len(file) - _TAIL - int.from_bytes(view[-_TAIL:-4], "little") : -_TAIL]
    try:
        rows, groups, before, behind = _cut(footer)
    except IndexError:
        raise NoGroupsError from None
    found = Groups(view[len(_MAGIC) : len(file) - _TAIL - len(footer)], rows, groups, before, behind)
    if footer_of([(group, 0) for group in groups], rows, before, behind) != footer:
        raise NoGroupsError
    return found


def footer_of(groups: Sequence[tuple[MovableGroup, int]], rows: int, before: bytes, behind: bytes) -> bytes:
    """The footer of a file with ``groups``, each moved by so many bytes from where its own file had it."""
    written = [before, _varint(_zigzag(rows)), bytes([(_GROUPS - _ROWS) << 4 | _LIST])]
    size = len(groups)
    written.append(bytes([size << 4 | _STRUCT]) if size < 15 else bytes([0xF0 | _STRUCT]) + _varint(size))
    for number, (group, by) in enumerate(groups):
        written.append(group.parts[0])
        for place, part in zip(group.places, group.parts[1:], strict=True):
            # A place of 0 is none.
            moved = number if place is None else place + by if place else 0
            written += (_varint(_zigzag(moved)), part)
    return b"".join((*written, behind))


def file_end(footer: bytes) -> bytes:
    """What stands behind the pages of a file."""
    return b"".join((footer, len(footer).to_bytes(4, "little"), _MAGIC))


#: What stands before the pages of a file.
FILE_START = _MAGIC


def _zigzag(number: int) -> int:
    return number << 1 if number >= 0 else ~(number << 1)


def _varint(number: int) -> bytes:
    written = bytearray()
    while number > 0x7F:
        written.append(number & 0x7F | 0x80)
        number >>= 7
    written.append(number)
    return bytes(written)


class _ThriftReader:
    """Goes through bytes of Thrift's compact protocol; ``at`` is where it stands."""

    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def varint(self) -> int:
        data, at = self.data, self.at
        byte = data[at]
        at += 1
        found, shift = byte & 0x7F, 7
        while byte > 0x7F:
            byte = data[at]
            at += 1
            found |= (byte & 0x7F) << shift
            shift += 7
        self.at = at
        return found

    def number(self) -> int:
        """A whole number."""
        found = self.varint()
        return found >> 1 ^ -(found & 1)

    def field(self, last: int) -> tuple[int, int]:
        """The number and type of the next field of a structure behind the field ``last``; type 0 at its end."""
        head = self.data[self.at]
        self.at += 1
        if head == _STOP:
            return last, _STOP
        return (last + (head >> 4) if head >> 4 else self.number()), head & 0x0F

    def items(self) -> tuple[int, int]:
        """How many items a list has, and their type."""
        head = self.data[self.at]
        self.at += 1
        size = head >> 4
        return (self.varint() if size == 15 else size), head & 0x0F

    def skip(self, kind: int) -> None:
        """Go past a value."""
        if kind in _NUMBERS:
            self.varint()
        elif kind == _BINARY:
            size = self.varint()
            self.at += size
        elif kind == _STRUCT:
            last, kind = self.field(0)
            while kind != _STOP:
                self.skip(kind)
                last, kind = self.field(last)
        elif kind == _LIST:
            size, of = self.items()
            for _ in range(size):
                # In a list each yes or no takes a byte.
                self.skip(_BYTE if of in (_YES, _NO) else of)
        elif kind == _BYTE:
            self.at += 1
        elif kind == _DOUBLE:
            self.at += 8
        elif kind not in (_YES, _NO):
            raise NoGroupsError


def _cut(footer: bytes) -> tuple[int, tuple[MovableGroup, ...], bytes, bytes]:
    reader = _ThriftReader(footer)
    rows, before = -1, b""
    last, kind = reader.field(0)
    while kind != _STOP:
        if last == _ROWS and kind == _I64:
            before, rows = footer[: reader.at], reader.number()
            # Behind it the groups must come.
            last, kind = reader.field(last)
            if last != _GROUPS or kind != _LIST:
                raise NoGroupsError
            groups = tuple(_groups(reader))
            return rows, groups, before, footer[reader.at :]
        reader.skip(kind)
        last, kind = reader.field(last)
    raise NoGroupsError


def _groups(reader: _ThriftReader) -> Iterable[MovableGroup]:
    size, of = reader.items()
    if of != _STRUCT:
        raise NoGroupsError
    for _ in range(size):
        yield _Cutting(reader).group()


class _Cutting:
    """One row group being cut."""

    def __init__(self, reader: _ThriftReader) -> None:
        self.reader, self._from = reader, reader.at
        self._parts: list[bytes] = []
        self._places: list[int | None] = []

    def group(self) -> MovableGroup:
        reader = self.reader
        for number, kind in self._fields(_GROUP_FIELDS):
            if number == _COLUMNS and kind == _LIST:
                size, of = reader.items()
                if of != _STRUCT:
                    raise NoGroupsError
                for _ in range(size):
                    self._column()
            elif number == _GROUP_BEGINS:
                self._place()
            elif number == _ORDINAL:
                self._place(ordinal=True)
            else:
                reader.skip(kind)
        self._parts.append(reader.data[self._from : reader.at])
        return MovableGroup(tuple(self._parts), tuple(self._places))

    def _column(self) -> None:
        for number, kind in self._fields(_COLUMN_FIELDS):
            if number == _COLUMN_BEGINS:
                self._place()
            elif number == _ABOUT and kind == _STRUCT:
                for one, of in self._fields(_ABOUT_FIELDS):
                    if one in _PAGES_BEGIN:
                        self._place()
                    else:
                        self.reader.skip(of)
            else:
                self.reader.skip(kind)

    def _fields(self, known: frozenset[int]) -> Iterable[tuple[int, int]]:
        last, kind = self.reader.field(0)
        while kind != _STOP:
            if last not in known:
                raise NoGroupsError
            yield last, kind
            last, kind = self.reader.field(last)

    def _place(self, *, ordinal: bool = False) -> None:
        reader = self.reader
        self._parts.append(reader.data[self._from : reader.at])
        place = reader.number()
        self._places.append(None if ordinal else place)
        self._from = reader.at
