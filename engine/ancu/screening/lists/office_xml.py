"""The XML parts of office files: parsed with their names in full, and none that declares entities of its own.

A part means the same with a prefix before its names, attributes in any order, single quotes, CDATA, comments, UTF-16.
calamine does not read all of these alike: it is given such parts written plainly.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import canonicalize
from xml.parsers import expat

from ancu.errors import InputError, Problem
from ancu.frozen import frozen

#: A part of more bytes than this takes too much memory.
_MOST_BYTES = 2_000_000_000
_XML_NAMES = (".xml", ".rels")
#: What calamine misreads: comments and CDATA within values, encodings other than UTF-8, ...
_MISREAD = (b"<!--", b"<![CDATA[")
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")
#: ... and references to letters by number, but for line ends, which many programs write so.
_REFERENCE, _LINE_ENDS = b"&#", (b"&#10;", b"&#13;", b"&#xA;", b"&#xD;", b"&#xa;", b"&#xd;")

#: How many of something a part says it holds. calamine makes room for as many as are announced, and the process ends
#: where there is no such room: what is announced must fit into the part that announces it.
_MOST_DIGITS = 20
_ANNOUNCED = re.compile(rb"""\s(?:[\w.-]+:)?(?:unique)?count\s*=\s*["']\s*\+?(\d+)""", re.IGNORECASE)

#: The space before the word that a place is in, where it is within so many bytes.
_TOKEN, _NEAR = re.compile(rb"\s\S*\Z"), 100

#: The name of an element as the parser tells it: its namespace, a space, its local name.
Name = str
Start = Callable[[Name, Mapping[str, str]], None]
#: What is told of a formula that was never calculated and stands in tokens, which nobody reads.
NEVER_CALCULATED = "=…"


@frozen
class LeftOut:
    """An error, or a formula that was never calculated, and the cells where it stands (from 0)."""

    text: str
    rows: range
    columns: range


@dataclass
class SheetScan:
    """What the reader of cells does not tell of a sheet: how many rows and columns it spans, what is left out of them,
    and which rows (from 1), such as by a filter, and columns (from 0) are hidden; of a binary workbook which cells are
    merged: the first row and column, then the last ones, from 0."""

    rows: int = 0
    columns: int = 0
    left_out: list[LeftOut] = field(default_factory=list)
    hidden: list[range] = field(default_factory=list)
    hidden_columns: list[range] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)


@frozen
class BookScan:
    """The sheets of a workbook by name; whether it counts days from 1904."""

    sheets: Mapping[str, SheetScan]
    counts_from_1904: bool = False


def names(namespaces: tuple[str, ...], *local: str) -> dict[Name, str]:
    """Local names by the full ones that they have in each of the ``namespaces``."""
    return {f"{namespace} {name}": name for namespace in namespaces for name in local}


class Archive:
    """The parts of an office file.

    Whoever reads a part through it may raise ``ExpatError`` where that is no XML, :class:`InputError` where it is too
    large, or declares entities: no office program does, and a few lines of them can fill the memory.
    """

    def __init__(self, path: str, content: bytes) -> None:
        self.path, self._content = path, content
        self._zip = zipfile.ZipFile(io.BytesIO(content))
        self._by_name = {name.lower(): name for name in self._zip.namelist()}
        self._read: set[str] = set()
        self._misread: set[str] = set()
        if any(part.file_size > _MOST_BYTES for part in self._zip.infolist()):
            raise InputError(Problem("list_too_large", {}, path))

    def named(self, part: str) -> str | None:
        """The part of that name as it is stored, whatever its case; None if there is none."""
        return self._by_name.get(part.lower())

    def content(self, part: str) -> bytes:
        """The bytes of a part."""
        return self._zip.read(part)

    def parse(self, part: str, start: Start | None = None, parser: expat.XMLParserType | None = None) -> None:
        """Read a part whole, telling ``start`` its elements and their attributes; or by a ``parser`` of one's own."""
        parser = parser or new_parser()
        if start is not None:
            parser.StartElementHandler = start
        parser.StartDoctypeDeclHandler = self._refuse
        xml = self.content(part)
        parser.Parse(xml, True)
        self._read.add(part)
        if is_misread(xml):
            self._misread.add(part)
        else:
            self._check_announced(xml)

    def _check_announced(self, xml: bytes) -> None:
        for announced in _announced(xml):
            digits = announced[1].lstrip(b"0")
            if len(digits) > _MOST_DIGITS or int(digits or b"0") > len(xml):
                told = digits[:_MOST_DIGITS].decode()
                raise InputError(Problem("list_announces_more", {"count": told}, self.path))

    def _refuse(self, *_: object) -> None:
        raise InputError(Problem("list_declares_entities", {}, self.path))

    def parse_others(self) -> None:
        """Read every part of XML that was not read yet; one without a byte is no damage: OpenOffice writes some."""
        for part in self._zip.infolist():
            if part.file_size and part.filename.lower().endswith(_XML_NAMES) and part.filename not in self._read:
                self.parse(part.filename)

    def as_calamine_reads(self) -> bytes:
        """The bytes of the file; where calamine would misread parts, of one with the same written plainly."""
        if not self._misread:
            return self._content
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as plain:
            for part in self._zip.namelist():
                content = self._zip.read(part)
                if part in self._misread:
                    content = canonicalize(from_file=io.BytesIO(content)).encode()
                    self._check_announced(content)
                plain.writestr(part, content)
        return buffer.getvalue()


def new_parser() -> expat.XMLParserType:
    """A parser that tells names in full, and texts in one piece as far as it can."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    return parser


def _announced(xml: bytes) -> Iterator[re.Match[bytes]]:
    """Whatever a part announces; the word is looked for first, since most of a long list is nothing like it."""
    small = xml.lower()
    at = small.find(b"count")
    while at >= 0:
        before = _TOKEN.search(xml, max(0, at - _NEAR), at)
        if before is None:  # a name as long as none is: look at every letter
            yield from _ANNOUNCED.finditer(xml)
            return
        if found := _ANNOUNCED.match(xml, before.start()):
            yield found
        at = small.find(b"count", at + 1)


def is_misread(xml: bytes) -> bool:
    """Whether calamine misreads a part as it stands."""
    if xml[:2] in _WIDE or any(mark in xml for mark in _MISREAD):
        return True
    references = xml.count(_REFERENCE)
    return references > 0 and references > sum(map(xml.count, _LINE_ENDS))
