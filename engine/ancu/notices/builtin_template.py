"""The templates that come with An Cư, as Word files that an office may take over and change.

Laid out by Part I of Annex I of Decree 30/2020/NĐ-CP: A4, margins 20, 20, 30 and 15 mm, Times New Roman, text of size
14 and justified, 6 pt between paragraphs, the page's number in the middle of the top margin from the second page on.
"""

from __future__ import annotations

import io
import zipfile
from functools import cache
from typing import Literal

from ancu.notices.word_template import WordTemplate, prepare

TemplateName = Literal["notice", "slip"]
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NAMES = f'xmlns:w="{_MAIN}" xmlns:r="{_OFFICE}"'
#: Millimetres in twentieths of a point.
_MM = 1440 / 25.4


def builtin_template(name: TemplateName) -> bytes:
    """The Word file of a template."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, text in _parts(_NOTICE if name == "notice" else _SLIP).items():
            archive.writestr(zipfile.ZipInfo(part, (1980, 1, 1, 0, 0, 0)), _HEAD + text)
    return content.getvalue()


@cache
def builtin(name: TemplateName) -> WordTemplate:
    """A template that comes with An Cư, prepared."""
    return prepare(builtin_template(name), f"{name}.docx")


def _mm(length: float) -> int:
    return round(length * _MM)


def _paragraph(style: str, text: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def _rule(indent: float) -> str:
    """A line under a heading, ``indent`` millimetres from each side."""
    border = '<w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>'
    return (
        f'<w:p><w:pPr><w:pStyle w:val="Giua"/>{border}<w:spacing w:before="20" w:after="0" w:line="60" '
        f'w:lineRule="exact"/><w:ind w:left="{_mm(indent)}" w:right="{_mm(indent)}" w:firstLine="0"/></w:pPr></w:p>'
    )


def _table(*columns: tuple[float, str]) -> str:
    """One row of cells without borders, each of a width in millimetres."""
    grid = "".join(f'<w:gridCol w:w="{_mm(width)}"/>' for width, _ in columns)
    margins = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
    total = _mm(sum(width for width, _ in columns))
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{_mm(width)}" w:type="dxa"/></w:tcPr>{content}</w:tc>' for width, content in columns
    )
    head = f'<w:tblW w:w="{total}" w:type="dxa"/><w:tblLayout w:type="fixed"/>{margins}'
    row = f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"
    return f"<w:tbl><w:tblPr>{head}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{row}</w:tbl>"


_HEADING = _table(
    (
        62,
        _paragraph("CoQuanChuQuan", "{{ co_quan_chu_quan }}") + _paragraph("CoQuan", "{{ co_quan }}") + _rule(19),
    ),
    (103, _paragraph("QuocHieu", "{{ quoc_hieu }}") + _paragraph("TieuNgu", "{{ tieu_ngu }}") + _rule(20)),
)
_SIGNATURE = _table(
    (
        80,
        _paragraph("NoiNhanTieuDe", "{{ muc_noi_nhan }}")
        + _paragraph("NoiNhan", "{{ noi_nhan }}")
        + _paragraph("QR", "{{ qr }}")
        + _paragraph("NoiNhan", "{{ ma_phieu }}"),
    ),
    (
        85,
        _paragraph("ChucVu", "{{ chuc_vu }}") + "".join(_paragraph("Giua", "") for _ in range(3))
        + _paragraph("NguoiKy", "{{ nguoi_ky }}"),
    ),
)  # fmt: skip
_REASONS = (
    _paragraph("NoiDung", "{{ ket_luan }}")
    + _paragraph("NoiDung", "{{ muc_ho_tro }}")
    + _paragraph("Muc", "{{ muc_ly_do }}")
    + _paragraph("GachDau", "- {{ ly_do }}")
    + _paragraph("Muc", "{{ muc_bo_sung }}")
    + _paragraph("GachDau", "- {{ bo_sung }}")
    + _paragraph("Muc", "{{ muc_giay_to }}")
    + _paragraph("GachDau", "- {{ giay_to }}")
    + _paragraph("Muc", "{{ muc_giay_to_khac }}")
    + _paragraph("GachDau", "- {{ giay_to_khac }}")
)
_NOTICE = (
    _HEADING
    + _table(
        (62, _paragraph("SoKyHieu", "{{ so }}")),
        (103, _paragraph("NoiNgay", "{{ noi_ngay }}")),
    )
    + _paragraph("TenVanBan", "{{ ten_van_ban }}")
    + _paragraph("TrichYeu", "{{ trich_yeu }}")
    + _rule(62)
    + _paragraph("KinhGui", "{{ kinh_gui }}")
    + _paragraph("CanCu", "{{ can_cu }}")
    + _paragraph("NoiDung", "{{ mo_dau }}")
    + _REASONS
    + _paragraph("NoiDung", "{{ noi_nop }}")
    + _paragraph("NoiDung", "{{ thoi_han }}")
    + _paragraph("NoiDung", "{{ khieu_nai }}")
    + _paragraph("KetThuc", "{{ ket_thuc }}")
    + _SIGNATURE
    + _paragraph("MucLuu", "{{ muc_luu }}")
    + _paragraph("GachDau", "- {{ luu }}")
    + _paragraph("Cuoi", "")
)
_SLIP = (
    _paragraph("PhieuCoQuan", "{{ co_quan }}")
    + _paragraph("PhieuTieuDe", "{{ ten_van_ban }}")
    + _paragraph("PhieuDong", "{{ kinh_gui }}")
    + _paragraph("PhieuDong", "{{ trich_yeu }}")
    + _paragraph("PhieuKetQua", "{{ ket_luan }}")
    + _paragraph("PhieuMuc", "{{ muc_ho_tro }}")
    + _paragraph("PhieuMuc", "{{ muc_ly_do }}")
    + _paragraph("PhieuGach", "•  {{ ly_do }}")
    + _paragraph("PhieuMuc", "{{ muc_bo_sung }}")
    + _paragraph("PhieuGach", "•  {{ bo_sung }}")
    + _paragraph("PhieuMuc", "{{ muc_giay_to }}")
    + _paragraph("PhieuGach", "•  {{ giay_to }}")
    + _paragraph("PhieuMuc", "{{ muc_thay_doi }}")
    + _paragraph("PhieuGach", "•  {{ thay_doi }}")
    + _paragraph("PhieuMuc", "{{ noi_nop }}")
    + _paragraph("PhieuMuc", "{{ thoi_han }}")
    + _paragraph("PhieuDong", "{{ khieu_nai }}")
    + _paragraph("PhieuNho", "{{ luu_y }}")
    + _table((24, _paragraph("QR", "{{ qr }}")), (141, _paragraph("PhieuNho", "{{ ma_phieu }}")))
    + _paragraph("MucLuu", "{{ muc_luu }}")
    + _paragraph("GachDau", "- {{ luu }}")
    + _paragraph("Cuoi", "")
)


def _style(
    name: str, size: float, *, run: str = "", jc: str = "both", before: float = 0, after: float = 0, line: int = 240,
    left: float = 0, first: float = 0, keep: bool = False,
) -> str:  # fmt: skip
    """A paragraph style: size and space in points, indents in millimetres, ``line`` in 240ths of a line."""
    indent = f'w:firstLine="{_mm(first)}"' if first >= 0 else f'w:hanging="{_mm(-first)}"'
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{name}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{"<w:keepNext/>" if keep else ""}'
        f'<w:spacing w:before="{before * 20:.0f}" w:after="{after * 20:.0f}" w:line="{line}" w:lineRule="auto"/>'
        f'<w:ind w:left="{_mm(left)}" {indent}/><w:jc w:val="{jc}"/></w:pPr>'
        f'<w:rPr>{run}<w:sz w:val="{size * 2:.0f}"/><w:szCs w:val="{size * 2:.0f}"/></w:rPr></w:style>'
    )


_BOLD, _ITALIC, _CAPS = "<w:b/>", "<w:i/>", "<w:caps/>"
_STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" '
    'w:eastAsia="Times New Roman" w:cs="Times New Roman"/><w:color w:val="000000"/><w:sz w:val="28"/>'
    '<w:szCs w:val="28"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    + _style("Giua", 14, jc="center")
    + _style("CoQuanChuQuan", 13, run=_CAPS, jc="center")
    + _style("CoQuan", 13, run=_BOLD + _CAPS, jc="center")
    + _style("QuocHieu", 13, run=_BOLD, jc="center")
    + _style("TieuNgu", 14, run=_BOLD, jc="center")
    + _style("SoKyHieu", 13, jc="center", before=6)
    + _style("NoiNgay", 14, run=_ITALIC, jc="center", before=6)
    + _style("TenVanBan", 14, run=_BOLD + _CAPS, jc="center", before=12, keep=True)
    + _style("TrichYeu", 14, run=_BOLD, jc="center", keep=True)
    + _style("KinhGui", 14, jc="center", before=6, after=6)
    + _style("CanCu", 14, run=_ITALIC, after=6, first=10)
    + _style("NoiDung", 14, after=6, first=10)
    + _style("KetThuc", 14, after=6, first=10, keep=True)
    + _style("Muc", 14, run=_BOLD, after=6, first=10, keep=True)
    + _style("GachDau", 14, after=6, first=10)
    + _style("MucLuu", 13, run=_BOLD, before=24, after=6, first=10, keep=True)
    + _style("NoiNhanTieuDe", 12, run=_BOLD + _ITALIC, jc="left", before=6)
    + _style("NoiNhan", 11, jc="left")
    + _style("QR", 11, jc="left", before=6)
    + _style("ChucVu", 14, run=_BOLD + _CAPS, jc="center", before=6)
    + _style("NguoiKy", 14, run=_BOLD, jc="center")
    + _style("Cuoi", 1, jc="left")  # a file that ends with a table needs a paragraph after it
    + _style("SoTrang", 14, jc="center")
    + _style("PhieuCoQuan", 14, jc="left")
    + _style("PhieuTieuDe", 22, run=_BOLD, jc="left", before=6, after=8)
    + _style("PhieuDong", 16, jc="left", after=4)
    + _style("PhieuKetQua", 20, run=_BOLD, jc="left", before=10, after=8)
    + _style("PhieuMuc", 17, run=_BOLD, jc="left", before=8, after=3, keep=True)
    + _style("PhieuGach", 16, jc="left", after=3, left=5, first=-5)
    + _style("PhieuNho", 12, jc="left", before=8)
)
#: Else Word opens the file as one of an older Word.
_MODERN = (
    '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
    'w:val="15"/></w:compat>'
)
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def _parts(body: str) -> dict[str, str]:
    page = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/>'
        f'<w:pgMar w:top="{_mm(20)}" w:right="{_mm(15)}" w:bottom="{_mm(20)}" w:left="{_mm(30)}" w:header="{_mm(10)}" '
        f'w:footer="{_mm(10)}" w:gutter="0"/><w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    )
    number = (
        '<w:p><w:pPr><w:pStyle w:val="SoTrang"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText '
        'xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r>'
        '<w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    overrides = {"document": "document.main", "styles": "styles", "header1": "header", "settings": "settings"}
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_CONTENT}.{kind}+xml"/>'
        for name, kind in overrides.items()
    )
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}.xml"/>'
        for number, (kind, target) in enumerate(
            (("styles", "styles"), ("header", "header1"), ("settings", "settings")), 1
        )
    )
    return {
        "[Content_Types].xml": (
            f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
            f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
            f'ContentType="application/xml"/>{types}</Types>'
        ),
        "_rels/.rels": (
            f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
            f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
        ),
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>',
        "word/document.xml": f"<w:document {_NAMES}><w:body>{body}{page}</w:body></w:document>",
        "word/header1.xml": f"<w:hdr {_NAMES}>{number}</w:hdr>",
        "word/settings.xml": f'<w:settings {_NAMES}><w:defaultTabStop w:val="720"/>{_MODERN}</w:settings>',
        "word/styles.xml": f"<w:styles {_NAMES}>{_STYLES}</w:styles>",
    }
