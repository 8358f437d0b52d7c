"""A Word file with tags, prepared once and then filled in thousands of times.

A tag is ``{{ ly_do }}``, however Word has split it into runs. The paragraph of a list stands once for each item, and a
paragraph whose tags are all empty is left out: so an office writes no loops and no conditions into its template. What
is the same in every notice is packed once; a notice costs rendering its text and packing that.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, StrictUndefined
from lxml import etree

from ancu.errors import InputError, Problem, suggestion
from ancu.notices.tags import QR, TAGS, TagValues
from ancu.rulebook.spelling import bare

if TYPE_CHECKING:
    from jinja2 import Template

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_REL = "http://schemas.openxmlformats.org/package/2006/relationships"
_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
#: The parts of a Word file in which tags may stand.
_TAGGED = re.compile(r"word/(document|header\d*|footer\d*)\.xml")
_TAG = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
_HALF = re.compile(r"\{\{|\}\}|\{%|%\}")
#: The bounds of what is rendered: of a private use, so that no text of the file is taken for one.
_BLOCK, _BLOCK_END, _VALUE, _VALUE_END = "\ue000", "\ue001", "\ue002", "\ue003"
_QR_PART, _QR_ID = "word/media/ancu_qr.png", "rIdAncuQr"
#: The side of the QR code, in English Metric Units: 18 mm.
_QR_SIDE = 18 * 36_000
#: What a file may unpack to: a template is a few pages.
_MOST_BYTES = 50_000_000
_PACKED_ON = (1980, 1, 1, 0, 0, 0)
#: How like the letters of two tags are, for one to be taken for the other.
_LIKE = 0.75
#: Of a text, what an error quotes.
_SHOWN = 80


@dataclass(frozen=True)
class WordTemplate:
    """A prepared template: the parts that no notice changes, packed, and the others ready to be rendered."""

    packed: bytes
    parts: dict[str, Template]
    has_qr: bool

    def render(self, values: TagValues, qr: bytes | None = None) -> bytes:
        """The Word file with ``values``, the same bytes for the same; ``qr`` is a PNG, where the template has one."""
        content = io.BytesIO(self.packed)
        with zipfile.ZipFile(content, "a", zipfile.ZIP_DEFLATED) as archive:
            for name, part in self.parts.items():
                archive.writestr(_entry(name), part.render(values).encode())
            if self.has_qr and qr is not None:
                archive.writestr(_entry(_QR_PART), qr, zipfile.ZIP_STORED)
        return content.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _PACKED_ON)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def prepare(content: bytes, path: str) -> WordTemplate:
    """The template in the Word file ``content``; :class:`InputError` names every tag that is none, with the nearest."""
    parts = _parts_of(content, path)
    environment = Environment(
        block_start_string=_BLOCK,
        block_end_string=_BLOCK_END,
        variable_start_string=_VALUE,
        variable_end_string=_VALUE_END,
        comment_start_string="\ue004",
        comment_end_string="\ue005",
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    problems: list[Problem] = []
    compiled: dict[str, Template] = {}
    with_qr: list[str] = []
    for name in list(parts):
        if not _TAGGED.fullmatch(name):
            continue
        preparing = _PartPreparer(_parsed(parts[name], path), path)
        preparing.prepare()
        problems += preparing.problems
        if preparing.has_qr:
            with_qr.append(name)
        if preparing.tagged and not preparing.problems:
            compiled[name] = environment.from_string(
                etree.tostring(preparing.root, encoding="unicode", xml_declaration=None)
            )
            del parts[name]
    if not problems and not compiled:
        problems.append(Problem("notice_template_no_tags", {}, path))
    if problems:
        raise InputError(problems)
    for name in with_qr:
        _relate_qr(parts, name, path)
    return WordTemplate(_packed(parts), compiled, bool(with_qr))


def _parts_of(content: bytes, path: str) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(each.file_size for each in archive.infolist()) > _MOST_BYTES:
                raise InputError(Problem("notice_template_not_word", {}, path))
            parts = {each.filename: archive.read(each) for each in archive.infolist() if not each.is_dir()}
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError) as error:
        raise InputError(Problem("notice_template_not_word", {}, path)) from error
    if "word/document.xml" not in parts or "[Content_Types].xml" not in parts:
        raise InputError(Problem("notice_template_not_word", {}, path))
    return parts


def _parsed(content: bytes, path: str) -> Any:
    try:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise InputError(Problem("notice_template_not_word", {}, path)) from error


def _packed(parts: dict[str, bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        # What the file is made of comes first, as Office writes it.
        for name in sorted(parts, key=lambda one: one != "[Content_Types].xml"):
            archive.writestr(_entry(name), parts[name])
    return content.getvalue()


def _relate_qr(parts: dict[str, bytes], part: str, path: str) -> None:
    """Have ``part`` know of the picture, and the file of pictures of its kind."""
    folder, _, file = part.rpartition("/")
    name = f"{folder}/_rels/{file}.rels"
    root = _parsed(parts[name], path) if name in parts else etree.Element(f"{{{_REL}}}Relationships")
    etree.SubElement(root, f"{{{_REL}}}Relationship", Id=_QR_ID, Type=_IMAGE, Target="media/ancu_qr.png")
    parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    types = _parsed(parts["[Content_Types].xml"], path)
    if not any(each.get("Extension", "").lower() == "png" for each in types):
        types.insert(0, etree.Element(f"{{{_TYPES}}}Default", Extension="png", ContentType="image/png"))
        parts["[Content_Types].xml"] = etree.tostring(types, xml_declaration=True, encoding="UTF-8", standalone=True)


class _PartPreparer:
    """Turns the tags of one part into what is rendered."""

    def __init__(self, root: Any, path: str) -> None:
        self.root, self.path = root, path
        self.problems: list[Problem] = []
        self.tagged = self.has_qr = False

    def prepare(self) -> None:
        for paragraph in list(self.root.iter(f"{_W}p")):
            texts = [each for each in paragraph.iter(f"{_W}t") if _paragraph_of(each) is paragraph]
            whole = "".join(each.text or "" for each in texts)
            if "{" in whole or "}" in whole:
                self._paragraph(paragraph, texts, whole)

    def _paragraph(self, paragraph: Any, texts: list[Any], whole: str) -> None:
        found = list(_TAG.finditer(whole))
        if half := _HALF.search(_TAG.sub("", whole)):
            self._refuse("notice_tag_half", whole, mark=half[0])
            return
        names = [each[1] for each in found]
        unknown = [name for name in names if name not in TAGS]
        for name in unknown:
            self._refuse("notice_tag_unknown", whole, name=name, hint=_hint(name))
        lists = [name for name in dict.fromkeys(names) if TAGS.get(name)]
        if len(lists) > 1:
            self._refuse("notice_tag_two_lists", whole, names=", ".join(lists))
        if unknown or len(lists) > 1 or not names:
            return
        self.tagged = True
        for each in reversed(found):
            _replace(texts, each.start(), each.end(), self._put_in(each[1]))
        for text in texts:
            if (text.text or "") != (text.text or "").strip():
                text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        if QR in names:
            self._draw(paragraph)
        self._bound(paragraph, lists, names)

    def _put_in(self, name: str) -> str:
        return f"{_VALUE}{'item' if TAGS[name] else name}{_VALUE_END}"

    @staticmethod
    def _bound(paragraph: Any, lists: list[str], names: list[str]) -> None:
        """Have a paragraph stand once for each item of its list, or where any of its tags says something."""
        parent = paragraph.getparent()
        begin = f"for item in {lists[0]}" if lists else f"if {' or '.join(dict.fromkeys(names))}"
        end = f"{_BLOCK}endfor{_BLOCK_END}" if lists else f"{_BLOCK}endif{_BLOCK_END}"
        begin = f"{_BLOCK}{begin}{_BLOCK_END}"
        before = paragraph.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + begin
        else:
            parent.text = (parent.text or "") + begin
        after = paragraph.tail or ""
        last = paragraph
        if parent.tag == f"{_W}tc" and len(parent.findall(f"{_W}p")) == 1:
            # A cell of a table needs a paragraph.
            paragraph.tail = None
            last = etree.Element(f"{_W}p")
            paragraph.addnext(last)
            paragraph.tail = f"{_BLOCK}else{_BLOCK_END}"
        last.tail = end + after

    def _draw(self, paragraph: Any) -> None:
        """Put the picture where its tag stands."""
        mark = self._put_in(QR)
        for text in paragraph.iter(f"{_W}t"):
            if mark in (text.text or ""):
                text.text = text.text.replace(mark, "")
                text.addnext(etree.fromstring(_DRAWING))
                self.has_qr = True
                return

    def _refuse(self, kind: str, whole: str, **values: object) -> None:
        text = whole.strip()
        where = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
        self.problems.append(Problem(kind, {**values, "where": where}, self.path))


def _hint(name: str) -> object:
    """The tag that ``name`` may have meant: by its letters alone, as an office may write it with marks and blanks."""
    near = get_close_matches(_letters(name), [_letters(tag) for tag in TAGS], 1, _LIKE)
    meant = [tag for tag in TAGS if [_letters(tag)] == near]
    return suggestion(meant[0], meant) if meant else ""


def _letters(name: str) -> str:
    return re.sub(r"[^a-z]", "", bare(name.casefold()))


def _paragraph_of(text: Any) -> Any:
    """The paragraph that a text belongs to: those of text boxes stand inside others."""
    return next((each for each in text.iterancestors(f"{_W}p")), None)


def _replace(texts: list[Any], start: int, end: int, by: str) -> None:
    """Put ``by`` in the place of the letters from ``start`` to ``end`` of the runs together, into the first of them."""
    for text, begin in _starts(texts):
        whole = text.text or ""
        first, last = max(start - begin, 0), min(end - begin, len(whole))
        if first < last:
            text.text = whole[:first] + by + whole[last:]
            by = ""


def _starts(texts: list[Any]) -> Iterator[tuple[Any, int]]:
    """The runs, each with where its text begins, all of it measured before any is changed."""
    at, found = 0, []
    for text in texts:
        found.append((text, at))
        at += len(text.text or "")
    return iter(found)


_DRAWINGML = "http://schemas.openxmlformats.org/drawingml/2006"
_DRAWING = f"""<w:drawing xmlns:w="{_W[1:-1]}" xmlns:wp="{_DRAWINGML}/wordprocessingDrawing"
 xmlns:a="{_DRAWINGML}/main" xmlns:pic="{_DRAWINGML}/picture"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{_QR_SIDE}" cy="{_QR_SIDE}"/>
<wp:docPr id="900001" name="QR" descr="QR"/><a:graphic><a:graphicData uri="{_DRAWINGML}/picture"><pic:pic>
<pic:nvPicPr><pic:cNvPr id="900001" name="QR"/><pic:cNvPicPr/></pic:nvPicPr>
<pic:blipFill><a:blip r:embed="{_QR_ID}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>
<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{_QR_SIDE}" cy="{_QR_SIDE}"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>
</w:drawing>""".replace("\n", "")
