"""A year of an office through the real command, from its first template to the last check of its register.

Three communes list households in bad houses, in 2025 and again in 2026; a project sells flats. Each step reads what
the one before wrote.
"""

from __future__ import annotations

import csv
import json
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import Command
from tests.support.registers import database, officers
from tests.support.year import (
    APPROVER,
    CASE,
    CLERK,
    COMMUNES,
    INCOME,
    SOUND_HOUSE,
    ListedHousehold,
    Office,
    buyer,
    fill,
    household,
)

pytestmark = pytest.mark.slow

MERIT, CAMPAIGN, PURCHASE = "merit_house_grant", "temporary_house_elimination", "social_housing_purchase"
HOUSES = ("--programme", MERIT, "--programme", CAMPAIGN, "--as-of", "31/08/2025")
DECISION_22 = "Quyết định 22/2013/QĐ-TTg"
Households = dict[str, ListedHousehold]


@pytest.fixture
def server(postgres: str) -> Iterator[str]:
    """A database for which the officers have logins of their own; "{who}" in its address stands for who logs in."""
    staff = {CLERK: "ancu_clerk", APPROVER: "ancu_approver"}
    with officers(postgres, staff), database(postgres, "mot_nam") as address:
        yield address.replace("//ancu@", "//{who}@")


@pytest.mark.sweep(only=True)  # with a server the same year is played by `make test` where there is one
def test_a_year_in_a_file(ancu_here: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    play(Office(ancu_here, tmp_path, monkeypatch, "so.sqlite"))


def test_the_same_year_on_a_server(
    ancu_here: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, server: str
) -> None:
    """Each act is done in both registers, and both say the same to the byte."""
    play(Office(ancu_here, tmp_path, monkeypatch, "so.sqlite", server))


def play(office: Office) -> None:
    """The year."""
    communes = lists_come_in_and_are_mended(office)
    doubles_are_found(office)
    decisions_are_entered_and_approved(office)
    houses_are_built(office)
    this_year_is_counted(office, communes)
    next_year_is_counted(office, communes)
    flats_are_sold(office)
    the_register_is_checked(office)


def lists_come_in_and_are_mended(office: Office) -> Households:
    """Three lists with dirt in four places: what is returned is named, mended and read again."""
    office.does("template", "--xlsx", "mau.xlsx", "--members", *HOUSES[:4])
    cases = [f"{commune}-{number:02d}" for commune in COMMUNES for number in range(1, 7)]
    listed = {case: household(case, n, merit=case[-2:] in ("03", "04")) for n, case in enumerate(cases, 1)}
    listed["TT-05"].row |= SOUND_HOUSE
    listed["TT-06"].row["Nhà trên đất ở"] = None
    listed["DM-04"].row["Hộ đăng ký thường trú tại nhà này"] = "không"
    # One man has two dossiers, in two communes.
    same = {name: listed["DM-02"].members[0][name] for name in ("Họ và tên", "Ngày sinh", "Số CCCD")}
    listed["LN-02"].members[0] |= same

    mended = {
        "DM-01": (listed["DM-01"].row, "Diện tích nhà đang ở (m²)", "mười tám"),
        "DM-06": (listed["DM-06"].members[0], "Ngày sinh", "12/03/1908"),
        "LN-04": (listed["LN-04"].row, "Hộ nghèo/cận nghèo", "khá giả"),
        "LN-06": (listed["LN-06"].members[1], CASE, "LN-60"),
    }
    sound = {case: row[header] for case, (row, header, _) in mended.items()}
    for row, header, dirt in mended.values():
        row[header] = dirt
    told = {}
    for commune, code in (("TT", 0), ("DM", 3), ("LN", 3)):
        list_of(office, commune, f"{commune}.xlsx", listed)
        told[commune] = office.does("screen", f"{commune}.xlsx", *HOUSES, "-o", f"kq-{commune}.csv", code=code)
    assert [told[commune].splitlines()[0] for commune in COMMUNES] == [
        "Đã đọc 6 dòng: xét 6, trả lại 0.",
        "Đã đọc 6 dòng: xét 4, trả lại 2.",
        "Đã đọc 6 dòng: xét 5, trả lại 1.",
    ]
    assert "LN-60 (LN.xlsx, trang “Thành viên”, dòng 15). Hãy sửa mã hộ hoặc thêm hộ." in told["LN"]
    assert "khi chạy lại, thêm: --members DM.xlsx" in told["DM"]
    first, second = returned(office, "DM")
    assert (first[CASE], first["Dòng số"], first["Giá trị có lỗi"]) == ("DM-01", "2", "mười tám")
    assert (second[CASE], second["Cột có lỗi"]) == ("DM-06", "Số CCCD")
    assert "Thành viên Người đứng đơn (DM.xlsx, trang “Thành viên”, dòng 14)" in second["Lỗi và cách sửa"]
    (third,) = returned(office, "LN")
    assert (third[CASE], third["Giá trị có lỗi"]) == ("LN-04", "khá giả")

    for case, (row, header, _) in mended.items():
        row[header] = sound[case]
    for commune in COMMUNES:
        list_of(office, commune, f"{commune}-sua.xlsx", listed)
    for commune, dirt, right, count in (("DM", "mười tám", "18", 2), ("LN", "khá giả", "Không", 1)):
        text = (office.folder / f"kq-{commune}.rejects.csv").read_text(encoding="utf-8")
        (office.folder / f"{commune}-lai.csv").write_text(text.replace(dirt, right), encoding="utf-8")
        again = ("--members", f"{commune}-sua.xlsx", *HOUSES, "-o", f"kq-{commune}-lai.csv")
        said = office.does("screen", f"{commune}-lai.csv", *again)
        assert said.startswith(f"Đã đọc {count} dòng: xét {count}, trả lại 0.")
    return listed


def list_of(office: Office, commune: str, name: str, listed: Households) -> str:
    """The list of a commune, written into the office's template."""
    mine = [one for case, one in listed.items() if case.startswith(commune)]
    return fill(office.folder / "mau.xlsx", office.folder / name, mine)


def returned(office: Office, commune: str) -> list[dict[str, str]]:
    """The rows of a list that came back."""
    with (office.folder / f"kq-{commune}.rejects.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def doubles_are_found(office: Office) -> None:
    """One has had Decision 22, one may have had it, one has two dossiers; of the others nothing is found."""
    with (office.folder / "so-ho-tro.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([
            ["Họ tên", "Số CCCD", "Ngày sinh", "Xã", "Chính sách đã hưởng", "Ngày hỗ trợ", "Tỉnh"],
            ["Người mẫu 04 C", "024018000004", "1918", "Tam Tiến", "Quyết định 22", "10/10/2014", "Bắc Ninh"],
            ["Nguoi mau 09", "", "1968", "Đa Mai", "Quyết định 22", "10/10/2014", "Bắc Ninh"],
            ["Người xa lạ", "024070000099", "30/01/1970", "Đa Mai", "Quyết định 22", "10/10/2014", "Bắc Ninh"],
        ])  # fmt: skip
    lists = [f"{commune}-sua.xlsx" for commune in COMMUNES]
    asked = ("--programme", MERIT, "--as-of", "31/08/2025", "--province", "Bắc Ninh", "-o", "trung.json")
    said = office.does("doubles", *lists, "--register", "so-ho-tro.csv", *asked, code=1)
    found = json.loads((office.folder / "trung.json").read_text(encoding="utf-8"))["findings"]
    assert said.splitlines()[:2] == [
        "Đã đối chiếu 42 người của 18 hồ sơ với 3 dòng sổ: 3 trùng (1 vướng), 1 cần hỏi, 38 không thấy.",
        "Trong danh sách: 1 cặp dòng là một người có hai hồ sơ. Trong sổ: 0 cặp hỗ trợ cho một người hoặc một nhà ở.",
    ]
    assert [(one["level"], one["person"]["case"], one["effect"]["effect"]) for one in found] == [
        ("hit", "TT-04", "bars"),
        ("hit", "DM-02", "asks"),
        ("likely", "DM-03", "asks"),
    ]
    assert found[0]["effect"]["clauses"][0]["basis"] == ["nd-131-2021:102.1"]


def decisions_are_entered_and_approved(office: Office) -> None:
    """A second person approves, but neither who has had it already nor the second dossier; one is left waiting."""
    office.opens()
    for run, programme, cases in (
        ("TT", MERIT, ("TT-03", "TT-04")),
        ("TT", CAMPAIGN, ("TT-01", "TT-02", "TT-05", "TT-06")),
        ("DM", MERIT, ("DM-03", "DM-04")),
        ("DM", CAMPAIGN, ("DM-02", "DM-05")),
        ("DM-lai", CAMPAIGN, ("DM-01", "DM-06")),
        ("LN", MERIT, ("LN-03",)),
        ("LN", CAMPAIGN, ("LN-01", "LN-02", "LN-05", "LN-06")),
        ("LN-lai", MERIT, ("LN-04",)),
    ):
        chosen = [word for case in cases for word in ("--case", case)]
        asked = ("--programme", programme, "--filed-on", "01/08/2025", "--keep", "Họ tên chủ hộ", *chosen)
        said = office.acts("enter", f"kq-{run}.run.json", *asked)
        assert said.startswith(f"Đã nhập {len(cases)} hồ sơ")
    number = {one["case"]: one["entry"] for one in standing(office)}
    assert sorted(number.values()) == list(range(1, 19))
    own = office.acts("approve", "1", code=2)
    assert own == "Mục 1 do chính “nguoi-nhap” ghi. Người duyệt phải là người khác.\n"
    left = {"TT-04", "LN-02", "DM-05"}
    approved = [str(entry) for case, entry in number.items() if case not in left]
    assert office.acts("approve", *approved, who=APPROVER) == "Đã duyệt 15 mục.\n"
    for case, why in (("TT-04", "Đã hưởng Quyết định 22"), ("LN-02", "Đã có hồ sơ khác")):
        office.acts("approve", str(number[case]), "--decline", "--why", why, who=APPROVER)
    states = {one["case"]: (one["state"], one["status"]) for one in standing(office)}
    assert {states[case] for case in ("TT-04", "LN-02")} == {("declined", "eligible")}
    assert states["DM-05"] == ("pending", "eligible")
    assert states["DM-01"] == states["LN-04"] == ("standing", "eligible")
    assert states["DM-04"] == states["TT-05"] == ("standing", "ineligible")
    assert states["TT-06"] == ("standing", "undetermined")


def standing(office: Office) -> list[dict[str, object]]:
    """Where each case of the register stands."""
    return [json.loads(line) for line in office.keeps("register", "show", "--format", "json").splitlines()]


def houses_are_built(office: Office) -> None:
    """Money goes out by what was approved alone, and counts once it is approved itself."""
    for case in ("DM-05", "TT-04", "DM-04"):
        office.acts("pay", case, "--amount", "60 triệu", "--on", "10/07/2025", code=2)
    entries = {case: paid(office, case, day) for case, day in (("TT-01", 10), ("DM-01", 12), ("TT-03", 14))}
    paid(office, "LN-01", 15)  # which nobody approves
    office.acts("approve", *entries.values(), who=APPROVER)
    office.acts("hand-over", "TT-01", "--on", "20/08/2025")
    office.acts("hand-over", "TT-03", "--on", "25/08/2025")


def paid(office: Office, case: str, day: int) -> str:
    """Enter a payment of a grant; returns the number of its entry."""
    said = office.acts("pay", case, "--amount", "60 triệu", "--on", f"{day}/07/2025")
    found = re.match(r"Đã ghi mục (\d+): chi trả: 60\.000\.000 đồng", said)
    assert found is not None, said
    return found[1]


def this_year_is_counted(office: Office, listed: Households) -> None:
    """What doubles found stands in the lists now, and the plan counts what was approved."""
    listed["TT-04"].members[2]["Chính sách nhà ở đã được hưởng"] = DECISION_22
    del listed["LN-02"]
    lists = [list_of(office, commune, f"{commune}-sua.xlsx", listed) for commune in COMMUNES]
    report = office.keeps("plan", *lists, "--plan", "plan_137", "--as-of", "31/08/2025")
    progress = rows_of(report, "Nhu cầu và tiến độ theo nhóm")
    #                                                          need, waiting, started, handed over, in the year, left
    assert progress["Người có công với cách mạng"][:6] == [4, 3, 0, 1, 1, 3]
    assert progress["Phong trào xóa nhà tạm, nhà dột nát"][:6] == [9, 7, 1, 1, 1, 8]
    check_totals(report)
    assert rows_of(report, "Theo xã, phường")["Tổng cộng"][:6] == progress["Tổng cộng"][:6] == [13, 10, 1, 2, 2, 11]
    assert rows_of(report, "Đối soát với danh sách") == {
        "Có nhu cầu (đủ điều kiện)": [13],
        "Chưa đủ thông tin": [1],
        "Không chương trình nào còn mở vào ngày xét": [0],
        "Không có nhu cầu (không đủ điều kiện)": [3],
        "Mã hồ sơ lặp lại trong cùng xã": [0],
        "Dòng bị trả lại": [0],
        "Số dòng đã đọc": [17],
    }
    assert "180.000.000" in report  # what was paid and approved


def next_year_is_counted(office: Office, listed: Households) -> None:
    """The review of 2026, when the campaign is over: who still waits, and who waits for a programme."""
    office.acts("hand-over", "DM-03", "--on", "10/05/2026")
    now = {case: one for case, one in listed.items() if case not in ("TT-01", "TT-03", "TT-04", "TT-05", "DM-04")}
    now["LN-04"].row |= SOUND_HOUSE
    now |= {"TT-07": household("TT-07", 19, merit=True), "TT-08": household("TT-08", 20)}
    lists = [list_of(office, commune, f"{commune}-2026.xlsx", now) for commune in COMMUNES]
    before = [word for commune in COMMUNES for word in ("--last", f"{commune}-sua.xlsx")]
    asked = ("--plan", "plan_137", "--as-of", "31/08/2026", *before, "--last-as-of", "31/08/2025")
    report = office.keeps("plan", *lists, *asked)
    check_totals(report)
    assert rows_of(report, "Nhu cầu và tiến độ theo nhóm")["Tổng cộng"][:6] == [3, 2, 0, 1, 1, 2]
    assert rows_of(report, "Có nhu cầu từ năm trước, đến nay") == {
        "Vẫn chờ, chưa khởi công": [1],  # LN-03
        "Đã khởi công": [1],  # DM-01
        "Đã bàn giao": [3],
        "Nay chưa đủ thông tin": [0],
        "Nay không chương trình nào còn mở, chưa thấy làm nhà": [8],
        "Nay không còn trong diện có nhu cầu, chưa thấy làm nhà": [0],
        "Có nhu cầu theo danh sách năm trước": [13],
    }


def rows_of(report: str, title: str) -> dict[str, list[int]]:
    """The table of a report under ``title``: the whole numbers of each row, shares and days left out."""
    block = report.split(f"{title}\n", 1)[1].split("\n\n", 1)[0]
    cells = [re.split(r"\s{2,}", line.strip()) for line in block.splitlines()[1:]]
    return {
        row[0]: [int(cell.replace(".", "")) for cell in row[1:] if re.fullmatch(r"[\d.]+", cell)]
        for row in cells
        if len(row) > 1
    }


def check_totals(report: str) -> None:
    """Every table of progress adds up along its rows and down its columns; parts add up to the rows that were read."""
    for title in ("Nhu cầu và tiến độ theo nhóm", "Theo xã, phường"):
        rows = rows_of(report, title)
        for need, waiting, started, handed_over, in_year, left in (row[:6] for row in rows.values()):
            assert need == waiting + started + handed_over
            assert (left, in_year <= handed_over) == (need - handed_over, True)
        total = rows.pop("Tổng cộng")[:6]
        assert total == [sum(column) for column in zip(*(row[:6] for row in rows.values()), strict=True)]
    for title in ("Đối soát với danh sách", "Có nhu cầu từ năm trước, đến nay"):
        if title in report:
            *parts, whole = rows_of(report, title).values()
            assert sum(part[0] for part in parts) == whole[0]


def flats_are_sold(office: Office) -> None:
    """A complaint is granted; on the day of signing, who has married since no longer qualifies."""
    office.does("template", "--xlsx", "mau-mua.xlsx", "--members", "--programme", PURCHASE)
    filed = [buyer("NO-01", 21, "12 triệu"), buyer("NO-02", 22, "28 triệu"), buyer("NO-03", 23, "20 triệu")]
    screened(office, "mua", "20/04/2026", [*filed, buyer("NO-04", 24, None)])
    said = office.acts("enter", "kq-mua.run.json", "--project", "DA-01")
    entered = re.search(r"\(mục (\d+)-(\d+)\): 2 đủ điều kiện, 1 không đủ điều kiện, 1 chưa đủ thông tin", said)
    assert entered is not None, said
    office.acts("approve", f"{entered[1]}-{entered[2]}", who=APPROVER)

    office.acts("appeal", "NO-02", "--on", "20/05/2026", "--why", "Đề nghị xem lại thu nhập")
    assert "30/05/2026 (DA-01, NO-02): hạn cuối: Thụ lý khiếu nại" in office.keeps(
        "register", "due", "--on", "27/05/2026"
    )
    said = office.acts("correct", "NO-02", "--set", "Thu nhập=11 triệu", "--why", "Giải quyết khiếu nại")
    assert status_of(office, "NO-02") == "ineligible"  # until somebody else approves
    office.acts("approve", re.findall(r"\d+", said)[0], who=APPROVER)
    assert status_of(office, "NO-02") == "eligible"

    wife = {INCOME: "35 triệu", "Ngày kết hôn": "15/05/2026"}
    signing = [buyer("NO-01", 21, "12 triệu"), buyer("NO-02", 22, "11 triệu"), buyer("NO-03", 23, "20 triệu", wife)]
    screened(office, "khi-ky", "01/09/2026", signing)
    asked = ("--project", "DA-01", "--on", "01/09/2026", "--with", "kq-khi-ky.run.json", "--record")
    said = office.acts("rescreen", *asked, code=1)
    assert said.splitlines()[0] == "NO-03: không đủ điều kiện"
    assert "Thu nhập bình quân 55.000.000 đồng/tháng, vượt mức trần 50.000.000 đồng/tháng" in said
    assert "Xét lại 3 hồ sơ ngày 01/09/2026: 2 vẫn đủ điều kiện, 1 không còn hoặc chưa rõ." in said
    for case, code in (("NO-01", 0), ("NO-02", 0), ("NO-03", 2)):
        office.acts("sign", case, "--contract", f"{case[-2:]}/HĐMB", "--on", "01/09/2026", code=code)


def screened(office: Office, name: str, day: str, buyers: list[ListedHousehold]) -> None:
    """Screen a list of buyers as of ``day``."""
    fill(office.folder / "mau-mua.xlsx", office.folder / f"{name}.xlsx", buyers)
    office.does("screen", f"{name}.xlsx", "--programme", PURCHASE, "--as-of", day, "-o", f"kq-{name}.csv")


def status_of(office: Office, case: str) -> object:
    """What the decision that stands says of a case."""
    return json.loads(office.keeps("register", "show", case, "--format", "json"))["status"]


def the_register_is_checked(office: Office) -> None:
    """The chain is sound and as its head says, and names nobody; then somebody changes a sum that was paid."""
    *entries, closing = office.keeps("register", "export").splitlines()
    assert closing == f"Đã xuất {len(entries)} mục, không có dữ liệu cá nhân."
    assert not re.search(r"Người mẫu|TT-|DM-|LN-|NO-|\b024\d{9}\b", "".join(entries))
    said = office.keeps("register", "verify")
    assert said.startswith(f"Sổ nguyên vẹn: {len(entries)} mục nối tiếp nhau, ")
    head = re.search(r"Dấu sổ: (\S+)", said)
    assert head is not None
    office.keeps("register", "verify", "--head", head[1].rstrip("."))
    number = next(one["number"] for one in map(json.loads, entries) if one["act"]["kind"] == "paid")
    change = f"UPDATE register_entries SET body = replace(body, '60000000', '90000000') WHERE number = {number}"
    for address in office.registers:
        tamper(office, address, change)
    assert f"mục {number} " in office.keeps("register", "verify", code=5)


def tamper(office: Office, address: str, statement: str) -> None:
    """Do to a register what only the owner of its tables can."""
    if "://" not in address:
        with sqlite3.connect(office.folder / address) as connection:
            connection.execute("DROP TRIGGER register_entries_fixed")
            connection.execute(statement)
        connection.close()
        return
    import psycopg

    with psycopg.connect(address.format(who="ancu")) as server:
        server.execute("ALTER TABLE register_entries DISABLE TRIGGER ALL")
        server.execute(statement.encode())
