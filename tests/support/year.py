"""The office whose year a test plays: the households of three communes, the buyers of a project, and two officers.

Nobody here exists. Lists are written into copies of the templates that the command makes.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import openpyxl
import pytest

from ancu.register import people, store
from tests.conftest import Command

Cells = Mapping[str, Any]
#: By what the rows of a household and of its members are joined.
CASE = "Mã hồ sơ"
CLERK, APPROVER = "nguoi-nhap", "nguoi-duyet"
COMMUNES = {"TT": "Xã Tam Tiến", "DM": "Phường Đa Mai", "LN": "Xã Lục Ngạn"}
#: A house in a bad state on sound land, as a commune describes it.
BAD_HOUSE = {
    "Đã kê đủ thành viên": "có",
    "Tỉnh": "Bắc Ninh",
    "Hộ hiện đang ở tại nhà này": "có",
    "Hộ đăng ký thường trú tại nhà này": "có",
    "Tình trạng nhà ở": "Nhà tạm",
    "Nhà phải phá dỡ để xây mới": "có",
    "Phải sửa chữa khung, tường và thay mới mái": "không",
    "Diện tích nhà đang ở (m²)": 18,
    "Loại hộ gia đình": "Hộ gia đình",
    "Nền, móng bền chắc": "không",
    "Khung, tường bền chắc": "không",
    "Mái bền chắc": "không",
    "Không bảo đảm an toàn cho người sử dụng": "có",
    "Nhà xây dựng bằng vật liệu bền chắc": "không",
    "Nhà trên đất ở": "có",
    "Đất có tranh chấp": "không",
    "Nhà phải phá dỡ do giải tỏa, trái quy hoạch, không phép hoặc lấn chiếm": "không",
    "Hộ có nhà ở": "có",
}
#: What of it a sound house changes.
SOUND_HOUSE = {
    "Tình trạng nhà ở": "Tốt",
    "Diện tích nhà đang ở (m²)": 72,
    "Nền, móng bền chắc": "có",
    "Khung, tường bền chắc": "có",
    "Mái bền chắc": "có",
    "Không bảo đảm an toàn cho người sử dụng": "không",
}
WOUNDED = {
    "Diện người có công": "Thương binh, người hưởng chính sách như thương binh",
    "Còn sống": "có",
    "Tỷ lệ tổn thương cơ thể (%)": 45,
    "Đã được công nhận người có công hoặc thân nhân liệt sĩ": "có",
    "Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi": "không",
}
#: Of the head of a household in which nobody has merit.
NO_MERIT = {
    "Diện người có công": "không",
    "Quan hệ với liệt sĩ": "không",
    "Đã được công nhận người có công hoặc thân nhân liệt sĩ": "không",
}
PROJECT = {
    "Đã kê đủ thành viên": "có",
    "Tỉnh": "Bắc Ninh",
    "Nguồn vốn xây dựng dự án": "Chủ đầu tư",
    "Ngày dự án bắt đầu nhận hồ sơ đăng ký": "16/03/2026",
    "Khu vực": "Đô thị",
    "Hộ nghèo/cận nghèo": "Không",
    "Số con đẻ (con)": 0,
    "Bị thu hồi đất và phải giải tỏa, phá dỡ nhà ở": "không",
}
#: A buyer, and whoever is married to one, who owns nothing and has had nothing.
WITHOUT_HOME = {
    "Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án)": "không",
    "Giấy chứng nhận có thông tin về nhà ở": "không",
    "Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án": "không",
    "Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)": "không",
    "Đã mua, thuê mua nhà ở cho lực lượng vũ trang": "không",
    "Chính sách nhà ở đã được hưởng": "không",
}
BUYER = {
    **WITHOUT_HOME,
    **NO_MERIT,
    "Nghề nghiệp và nơi làm việc": "công nhân",
    "Có hợp đồng lao động": "có",
    "Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)": "không",
    "Đã trả lại nhà ở công vụ": "không",
    "Đang đăng ký mua tại dự án khác": "không",
    "Đang thuê nhà ở xã hội (hoặc nhà ở cho lực lượng vũ trang)": "không",
}
INCOME = "Thu nhập bình quân hàng tháng thực nhận (đồng)"


@dataclass
class ListedHousehold:
    """A household of a list: its own row, and those of its members."""

    row: dict[str, Any]
    members: list[dict[str, Any]] = field(default_factory=list)

    @property
    def case(self) -> str:
        return str(self.row[CASE])


def _member(case: str, number: int, relation: str, **facts: Any) -> dict[str, Any]:
    """A member's row. Everybody of household ``number`` is called by it; birthdays are as far apart as those of people.

    Personal numbers tell sex and year of birth as real ones do; the rest of them is the number of the household.
    """
    letter, sex, year = {"Người đứng đơn": ("", 0, 50 + 2 * number), "Vợ": (" B", 1, 51 + 2 * number)}.get(
        relation, (" C", 0, 10 + 2 * number)
    )
    return {
        CASE: case,
        "Họ và tên": f"Người mẫu {number:02d}{letter}",
        "Quan hệ với người đứng đơn": relation,
        "Ngày sinh": f"{number * 7 % 28 + 1:02d}/{number * 5 % 12 + 1:02d}/19{year}",
        "Số CCCD": f"024{sex}{year}0000{number:02d}",
        "Chính sách nhà ở đã được hưởng": "không",
        **facts,
    }


def household(case: str, number: int, *, merit: bool = False) -> ListedHousehold:
    """A household of a commune in a bad house: a poor one, or one whose father was wounded in war."""
    row = {CASE: case, **BAD_HOUSE, "Hộ nghèo/cận nghèo": "Không" if merit else "Hộ nghèo"}
    row |= {"Xã/phường": COMMUNES[case[:2]], "Họ tên chủ hộ": f"Người mẫu {number:02d}"}
    members = [_member(case, number, "Người đứng đơn", **({} if merit else NO_MERIT)), _member(case, number, "Vợ")]
    return ListedHousehold(row, [*members, *([_member(case, number, "Cha", **WOUNDED)] if merit else [])])


def buyer(case: str, number: int, income: str | None, wife: Cells | None = None) -> ListedHousehold:
    """Somebody who registers to buy a flat of the project, with the ``wife`` whom he may have married since."""
    row = {CASE: case, **PROJECT, "Ngày nộp hồ sơ": "16/03/2026"}
    married = "Đã kết hôn" if wife is not None else "Chưa kết hôn"
    members = [_member(case, number, "Người đứng đơn", **BUYER, **{INCOME: income, "Tình trạng hôn nhân": married})]
    return ListedHousehold(row, [*members, *([_member(case, number, "Vợ", **WITHOUT_HOME, **wife)] if wife else [])])


def fill(template: Path, path: Path, households: Iterable[ListedHousehold]) -> str:
    """Write a list into a copy of a template, with the columns that an office adds to it; returns its name."""
    listed = list(households)
    book = openpyxl.load_workbook(template)
    rows: Sequence[Sequence[Cells]] = ([one.row for one in listed], [m for one in listed for m in one.members])
    for sheet, lines in zip(book.worksheets, rows, strict=False):
        columns = {cell.value: cell.column for cell in sheet[1]}
        for number, line in enumerate(lines, 2):
            for header, value in line.items():
                if header not in columns:
                    columns[header] = len(columns) + 1
                    sheet.cell(1, columns[header], header)
                sheet.cell(number, columns[header], value)
    book.save(path)
    return path.name


class Office:
    """The command as two officers of an office run it, on one register or on the same register in several databases.

    In all of them the same is said and kept, to the byte: clocks, keys and salts go on alike.
    """

    def __init__(self, run: Command, folder: Path, monkeypatch: pytest.MonkeyPatch, *registers: str) -> None:
        """``registers``: the address of each, "{who}" in it standing for who logs in."""
        self.run, self.folder, self.registers = run, folder, registers
        self._at, self._who = registers[0], CLERK
        seconds: dict[str, Iterator[int]] = defaultdict(itertools.count)
        keys: dict[str, Iterator[int]] = defaultdict(lambda: itertools.count(1))
        began = datetime(2025, 9, 1, tzinfo=UTC)
        monkeypatch.setattr(store, "_now", lambda: began + timedelta(minutes=next(seconds[self._at])))
        monkeypatch.setattr(store.getpass, "getuser", lambda: self._who)
        drawn = SimpleNamespace(
            token_hex=lambda _: f"{next(keys[self._at]):032x}",
            token_bytes=lambda size: next(keys[self._at]).to_bytes(size, "big"),
        )
        monkeypatch.setattr(people, "secrets", drawn)

    def does(self, *arguments: str, code: int = 0) -> str:
        """What a command says on both streams; it ends with ``code``."""
        found, out, err = self.run(*arguments)
        assert found == code, f"{arguments}: {found}\n{out}{err}"
        return out + err

    def opens(self) -> None:
        """Open the register in each database, as who administers it."""
        for address in self.registers:
            assert self.does("register", "init", "--register", address.format(who="ancu")).startswith("Đã mở sổ ")

    def keeps(self, *arguments: str, who: str = CLERK, code: int = 0) -> str:
        """The same for a command that reads or writes the register: each database says the same."""
        said = []
        for address in self.registers:
            self._at, self._who = address, who
            said.append(self.does(*arguments, "--register", address.format(who=who), code=code))
        assert len(set(said)) == 1, said
        return said[0]

    def acts(self, *arguments: str, who: str = CLERK, code: int = 0) -> str:
        """An act on the register by an officer."""
        return self.keeps("register", *arguments, "--by", who, who=who, code=code)
