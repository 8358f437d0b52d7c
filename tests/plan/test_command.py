"""``ancu plan`` from files to text, workbook and page; and what it refuses."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

import ancu
from ancu.errors import InputError
from ancu.plan.commune_map import read_polygons
from ancu.plan.communes import Communes
from ancu.plan.work import read_work
from tests.conftest import ROOT, Command

EXAMPLE = ROOT / "examples" / "ke-hoach"
LISTS = [str(EXAMPLE / "danh-sach-2025.csv"), "--plan", "plan_137", "--as-of", "31/08/2025"]
WORK = ["--last", str(EXAMPLE / "danh-sach-2024.csv"), "--done", str(EXAMPLE / "cong-viec-2025.csv")]
PLACE = re.compile(r"'(?P<sheet>[^']+)'!A(?P<first>\d+):[A-Z]+(?P<last>\d+)")
MONEY = ("Từ (đồng)", "Đến (đồng)", "Đã chi (đồng)")


@pytest.mark.slow
def test_every_number_of_the_workbook_opens_rows_that_come_to_it(ancu_here: Command, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    code, out, _ = ancu_here("plan", *LISTS, *WORK, "-o", "k.xlsx", "--page", "k.html")
    assert code == 3  # a row was returned
    assert "Số dòng đã đọc                                  161" in out
    book = openpyxl.load_workbook(tmp_path / "k.xlsx")
    summary = book["Tổng hợp"]
    linked = [cell for line in summary.iter_rows() for cell in line if cell.hyperlink is not None]
    assert len(linked) > 150
    for cell in linked:
        place = PLACE.fullmatch(cell.hyperlink.location)
        assert place is not None, cell.hyperlink.location
        rows = range(int(place["first"]), int(place["last"]) + 1)
        heading = heading_of(summary, cell)
        if "đồng" in heading:
            assert cell.value == money_in(book[place["sheet"]], rows, heading), cell.coordinate
        else:
            assert cell.value == len(rows), cell.coordinate
    page = (tmp_path / "k.html").read_text(encoding="utf-8")
    numbers = re.findall(r'<td class="n"><a href="k\.xlsx#([^"]+)" title="([^"]+)">([\d.]+)</a>', page)
    assert len(numbers) > 150
    assert all(PLACE.fullmatch(unquote(place)) for place, _, _ in numbers)
    assert re.search(r"<svg[^>]*>.*</svg>", page, re.DOTALL)
    assert "http" not in re.sub(r'xmlns="[^"]*"', "", page)  # nothing from outside


def heading_of(sheet: Any, cell: Any) -> str:
    """The heading of a cell of the summary: the nearest filled cell above that is bold and no number."""
    for line in range(cell.row - 1, 0, -1):
        above = sheet.cell(line, cell.column)
        if isinstance(above.value, str) and above.font.bold:
            return str(above.value)
    raise AssertionError(cell.coordinate)


def money_in(sheet: Any, rows: range, heading: str) -> int:
    """The sum of the column of money that a heading of the summary means."""
    headings = [cell.value for cell in sheet[1]]
    wanted = heading if heading in headings else "Đã chi (đồng)"
    column = headings.index(wanted) + 1
    return sum(sheet.cell(line, column).value or 0 for line in rows)


def test_lists_alone_are_enough(ancu_here: Command, tmp_path: Path) -> None:
    code, out, err = ancu_here("plan", *LISTS, "--page", "k.html", "--lang", "en")
    assert code == 3
    assert "Campaign against temporary houses" in out
    assert "Result: k.html" in err
    assert "<a href" not in (tmp_path / "k.html").read_text(encoding="utf-8")  # there is no workbook to open


def test_a_map_where_the_province_supplies_polygons(ancu_here: Command, tmp_path: Path) -> None:
    (tmp_path / "xa.geojson").write_text(
        '{"type":"FeatureCollection","features":['
        '{"properties":{"ma":"07264"},"geometry":{"type":"Polygon","coordinates":'
        "[[[106,21],[106.1,21],[106.1,21.1],[106,21]]]}},"
        '{"properties":{"ten":"Xã Lục Ngạn"},"geometry":{"type":"MultiPolygon","coordinates":'
        "[[[[106.1,21],[106.2,21],[106.2,21.1],[106.1,21]]]]}},"
        '{"properties":{"ten":"Nơi khác"},"geometry":{"type":"Polygon","coordinates":[[[106,21],[106.1,21],[106,21]]]}}'
        "]}",
        encoding="utf-8",
    )
    ancu_here("plan", *LISTS, "--page", "k.html", "--polygons", "xa.geojson")
    page = (tmp_path / "k.html").read_text(encoding="utf-8")
    assert re.findall(r"<title>(Xã [^<]+)</title></path>", page) == ["Xã Tam Tiến: 5", "Xã Lục Ngạn: 19"]
    assert "1 hình trong tệp ranh giới không khớp với xã, phường nào." in page


NO_PLAN = "Không có kế hoạch “plan_138”. Bộ quy tắc có: decision_338, plan_137, resolution_110, resolution_7."


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--plan", "plan_138"], 2, NO_PLAN),
        (["--plan", "plan_137", "-o", "k.csv"], 2, "Trang phải có đuôi .html, sổ tính đuôi .xlsx; “k.csv” thì không."),
        (["--plan", "plan_137", "--polygons", "x.json"], 2, "--polygons chỉ dùng cùng --page TỆP."),
        (["--plan", "plan_137", "--last-as-of", "31/12/2024"], 2, "--last-as-of chỉ dùng cùng --last DANH_SÁCH."),
        (
            ["--plan", "plan_137", "--as-of", "01/01/2025", "--year", "2026"],
            2,
            "Ngày xét 01/01/2025 đứng trước năm 2026.",
        ),
        (["--plan", "plan_137", "--by", "Xã phường"], 4, "không có cột “Xã phường”. Có phải ý bạn là “Xã/phường”?"),
    ],
)
def test_what_it_refuses(ancu_here: Command, tmp_path: Path, arguments: list[str], code: int, said: str) -> None:
    found, _, err = ancu_here("plan", LISTS[0], *arguments)
    assert (found, said in err) == (code, True), err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            "Mã hồ sơ,Ngày bàn giao\nNO-001,32/01/2025\n",
            "viec.csv:2: Cột “Ngày bàn giao”, giá trị “32/01/2025”: Ngày này không có thật. "
            "Cần: ngày/tháng/năm, ví dụ 01/11/2025.",
        ),
        (
            "Mã hồ sơ,Đã bàn giao\n,có\n",
            "viec.csv:2: Cột “Mã hồ sơ” bỏ trống. Hãy ghi mã hồ sơ, hoặc xóa dòng.",
        ),
        (
            "Hộ,Ngày bàn giao\nNO-001,31/01/2025\n",
            "viec.csv: Danh sách công việc không có cột “Mã hồ sơ”; có: Hộ, Ngày bàn giao. "
            "Hãy thêm cột mã hồ sơ như trong danh sách đã sàng lọc.",
        ),
    ],
)
def test_a_list_of_work_that_cannot_be_read(
    book: ancu.Rulebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str, said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("viec.csv").write_text(content, encoding="utf-8")
    with pytest.raises(InputError) as refused:
        read_work(book, "viec.csv", "vi")
    assert refused.value.text("vi") == said


@pytest.mark.parametrize("content", ["{", '{"type":"Point"}', '{"features":3,"type":"FeatureCollection"}', "[]"])
def test_polygons_that_are_none(book: ancu.Rulebook, tmp_path: Path, content: str) -> None:
    (tmp_path / "x.geojson").write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match="GeoJSON"):
        read_polygons(str(tmp_path / "x.geojson"), Communes(book.units["bac_ninh"]))
