"""The rooms of the office: what is due, what waits, entries, and entering; by form posts as browsers make them."""

from __future__ import annotations

import html
import io
import logging
import re
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import httpx
import pytest

import ancu
from ancu.office.live import LiveRegister
from ancu.office.room import add_office
from ancu.register import acts
from ancu.register.calendar_file import calendar_file
from ancu.register.due import due
from ancu.register.entries import Entered, RegisterEntry
from ancu.register.standing import standing_of
from ancu.register.store import Register
from ancu.register.verifying import verify
from ancu.rulebook.rulebook import Rulebook
from ancu.service.settings import Keys, Settings, SettingsError
from tests.conftest import WORKER
from tests.service.test_lists import LIST, Office
from tests.support.registers import PROGRAMME, application, decided, filled

PEOPLE = {name: f"key-of-{name}-16-long" for name in ("lan/clerk", "clerk/clerk", "approver/approver", "hoa/approver")}
PEOPLE |= {name: f"key-of-{name}-16-long" for name in ("minh/viewer", "nam/policy", "may/operator", "all")}
ITEM = re.compile(r"<li[^>]*>(.*?)</li>", re.DOTALL)


class Rooms(Office):
    """A service with a register, and whoever is signed in."""

    def __init__(self, book: Rulebook, register: Path) -> None:
        settings = Settings(keys=Keys.of(PEOPLE.items()), register=str(register), agency="UBND xã Mẫu")
        super().__init__(settings, book, (add_office,))
        self.register = Register.open(str(register))

    def by(self, key: str) -> Rooms:
        """The same, asked by another."""
        self.headers = {"authorization": f"Bearer {PEOPLE[key]}"}
        return self

    def post(self, path: str, fields: dict[str, object]) -> httpx.Response:
        return self.ask("POST", path, data=fields)

    @property
    def entries(self) -> list[RegisterEntry]:
        with self.register.reading() as reader:
            return list(reader.entries())


@pytest.fixture(scope="module")
def begun(book: Rulebook, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register with three cases, of which each test has a copy of its own."""
    path = tmp_path_factory.mktemp("begun") / "so.sqlite"
    filled(book, path)
    return path


@pytest.fixture
def rooms(book: Rulebook, begun: Path, tmp_path: Path) -> Iterator[Rooms]:
    shutil.copy(begun, tmp_path / "so.sqlite")
    found = Rooms(book, tmp_path / "so.sqlite")
    yield found
    found.desk.close()
    with found.register.reading() as reader:
        assert verify(reader).sound


def said(page: httpx.Response) -> str:
    """The words of a page."""
    main = page.text.partition('id="main">')[2].partition("</main>")[0]
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", main)).split())


# -- who may come in ---------------------------------------------------------------------------------------------------

PATHS = ("/so", "/so/1", "/cho-duyet", "/viec-den-han", "/viec-den-han/lich.ics", "/ke-hoach")
MAY = {
    "lan/clerk": {"/so", "/so/1", "/viec-den-han", "/viec-den-han/lich.ics", "/ke-hoach"},
    "approver/approver": set(PATHS),
    "minh/viewer": {"/ke-hoach"},
    "nam/policy": {"/ke-hoach"},
    "may/operator": set(),
    "all": set(PATHS),
}


def test_each_role_has_its_own_rooms(rooms: Rooms) -> None:
    for key, may in MAY.items():
        assert {path for path in PATHS if rooms.by(key).get(path).status_code == 200} == may, key
    for key in ("lan/clerk", "minh/viewer"):
        assert rooms.by(key).post("/cho-duyet", {"muc": "3", "do": "approve"}).status_code == 403
    for key in ("approver/approver", "minh/viewer"):
        assert rooms.by(key).post("/vao-so", {"scope": PROGRAMME}).status_code == 403
    assert len(rooms.entries) == 5
    head = rooms.by("minh/viewer").get("/ke-hoach").text.partition("</nav>")[0]
    assert re.findall(r'<a href="(/[^"?]*)\?lang=vi">', head) == ["/luat", "/tinh-huong", "/ke-hoach"]


def test_without_a_register_there_are_no_rooms(book: Rulebook) -> None:
    office = Office(Settings(keys=Keys.of([("lan", "k" * 16)])), book, (add_office,))
    office.headers = {"authorization": "Bearer " + "k" * 16}
    assert [office.get(path).status_code for path in PATHS] == [404] * len(PATHS)
    assert "Chờ duyệt" not in office.get("/").text


def test_a_register_is_opened_only_where_everybody_has_a_name(ancu_here: object, tmp_path: Path) -> None:
    for keys, words in (
        (Keys(), "Pages of the register have to know who acts"),
        (Keys.of([("key-1", "k" * 16)]), "each key has the name"),
    ):
        with pytest.raises(SettingsError) as refused:
            Settings(keys=keys, register="so.sqlite").check()
        assert words in refused.value.text("en")
    Settings(keys=Keys.of([("lan", "k" * 16)]), register="so.sqlite").check()


def test_a_register_that_is_none_is_told_before_anything_is_served(ancu_here: ancu.Rulebook, tmp_path: Path) -> None:
    (tmp_path / "keys").write_text(f"lan: {'k' * 16}\n")
    code, _, err = ancu_here("serve", "--port", "0", "--keys", "keys", "--register", "so.sqlite")  # type: ignore[operator]
    assert (code, "so.sqlite" in err) == (4, True)


# -- approval ----------------------------------------------------------------------------------------------------------


def test_approving_is_the_act_of_the_register_in_the_name_of_who_is_signed_in(
    rooms: Rooms, caplog: pytest.LogCaptureFixture
) -> None:
    page = rooms.by("approver/approver").get("/cho-duyet")
    assert "Đang chờ: 1 mục." in said(page)
    assert "Chưa xác định được: thu nhập thực nhận" in said(page)
    with caplog.at_level(logging.INFO, "ancu.service"):
        done = rooms.post("/cho-duyet", {"muc": "3", "do": "approve"})
    assert "Đã duyệt 1 mục." in said(done)
    last = rooms.entries[-1]
    assert (last.by, last.act.kind, last.concerns) == ("approver", "approved", 3)
    assert re.search(r"key=approver/approver act=approve entries=6$", caplog.text, re.MULTILINE)
    assert "HS-3" not in caplog.text


def test_nobody_approves_his_own(book: Rulebook, rooms: Rooms) -> None:
    with rooms.register.writing("approver") as writer:
        number = acts.enter(writer, application(book, "HS-9")).number
    page = rooms.by("approver/approver").get("/cho-duyet")
    assert re.findall(r'name="muc" value="(\d+)"', page.text) == ["3"]
    assert "Mục này do chính bạn ghi" in said(page)
    assert "Mục này do chính bạn ghi" in said(rooms.get(f"/so/{number}"))
    refused = rooms.post("/cho-duyet", {"muc": ["3", str(number)], "do": "approve"})
    assert refused.status_code == 422
    assert "do chính “approver” ghi" in said(refused)
    assert rooms.entries[-1].number == number  # nor the other
    assert 'value="3" checked' in refused.text


def test_several_are_approved_together_or_none(book: Rulebook, rooms: Rooms) -> None:
    with rooms.register.writing("clerk") as writer:
        numbers = [acts.enter(writer, application(book, f"HS-{i}")).number for i in range(10, 13)]
    rooms.by("hoa/approver").post("/cho-duyet", {"muc": str(numbers[1]), "do": "approve"})
    refused = rooms.by("approver/approver").post("/cho-duyet", {"muc": list(map(str, numbers)), "do": "approve"})
    assert f"Mục {numbers[1]} đã được duyệt" in said(refused)
    assert rooms.entries[-1].by == "hoa"
    done = rooms.post("/cho-duyet?du-an=DA-01", {"muc": ["3", str(numbers[0]), str(numbers[2])], "do": "approve"})
    assert "Đã duyệt 3 mục." in said(done)
    assert [entry.by for entry in rooms.entries[-3:]] == ["approver"] * 3
    none = rooms.post("/cho-duyet", {"do": "approve"})
    assert (none.status_code, "Chưa chọn mục nào." in said(none)) == (422, True)


def test_what_is_returned_has_a_reason_without_personal_numbers(rooms: Rooms) -> None:
    without = rooms.by("approver/approver").post("/cho-duyet", {"muc": "3", "do": "return", "why": " "})
    assert without.status_code == 422
    assert len(rooms.entries) == 5
    done = rooms.post("/cho-duyet", {"muc": "3", "do": "return", "why": "Thiếu giấy của 001099000123"})
    assert "Đã từ chối duyệt 1 mục." in said(done)
    last = rooms.entries[-1]
    assert last.act.kind == "declined"
    assert "001099000123" not in last.act.model_dump_json()
    assert "bị trả lại" in said(rooms.get("/so?hien-trang=declined"))


def test_another_site_cannot_approve(rooms: Rooms) -> None:
    rooms.by("approver/approver")
    refused = rooms.ask(
        "POST", "/cho-duyet", data={"muc": "3", "do": "approve"}, headers={"sec-fetch-site": "same-site"}
    )
    assert (refused.status_code, len(rooms.entries)) == (403, 5)


# -- an entry ----------------------------------------------------------------------------------------------------------


def test_an_entry_with_all_that_an_approver_has_to_see(book: Rulebook, rooms: Rooms) -> None:
    with rooms.register.writing("clerk") as writer:
        acts.enter(writer, application(book, "HS-1", project="DA-02"))
        other = decided(book, "HS-1", "80 triệu")
        entry = acts.correct(writer, acts.find(writer, "1"), *other, "Thu nhập khác")
    page = said(rooms.by("approver/approver").get(f"/so/{entry.number}"))
    for words in (
        "Hồ sơ HS-1", "Không đủ điều kiện xét theo ngày 15/04/2026", "vượt mức trần",
        "Xét lại lúc này vẫn ra như đã nhập", "còn một hồ sơ khác trong sổ (mục 6)", "DA-02",
        "Thông tin đã sửa", "12.000.000 đồng 80.000.000 đồng",
        "Bà HS-1", "Tỉnh Bắc Ninh", f"Chờ duyệt: mục {entry.number}", "Lý do (bắt buộc khi trả lại)",
        f"bộ quy tắc {book.digest[:12]}", "Duyệt mục 1",
    ):  # fmt: skip
        assert words in page, words
    assert "Duyệt: mục" not in said(rooms.by("lan/clerk").get(f"/so/{entry.number}"))
    # The decision that holds meanwhile is another, and so is its page.
    assert "Đủ điều kiện xét theo ngày" in said(rooms.get("/so/1"))
    assert rooms.get("/so/99").status_code == 404
    assert rooms.get("/so/x").status_code == 404


def test_a_decision_that_comes_out_otherwise_by_now_is_pointed_out(book: Rulebook, rooms: Rooms) -> None:
    new = application(book, "HS-7")
    then = {
        **new.act.decision,
        "status": "ineligible",
        "receipt": {**new.act.decision["receipt"], "rulebook": "a" * 64},
    }
    with rooms.register.writing("clerk") as writer:
        number = acts.enter(writer, replace(new, act=new.act.model_copy(update={"decision": then}))).number
    page = rooms.by("approver/approver").get(f"/so/{number}")
    assert (
        f"Xét lại lúc này ra khác: đủ điều kiện (bộ quy tắc {'a' * 12} khi nhập, {book.digest[:12]} bây giờ)"
        in said(page)
    )
    assert '<li class="look">' in page.text


def test_what_is_erased_is_gone_from_the_pages(rooms: Rooms) -> None:
    assert "Bà HS-1" in rooms.by("lan/clerk").get("/so/1").text
    with rooms.register.writing("keeper") as writer:
        acts.erase(writer, acts.find(writer, "HS-1"), "Người nộp đơn yêu cầu", date(2026, 6, 1))
    page = rooms.get("/so/1")
    assert page.status_code == 200
    assert "HS-1" not in page.text
    assert "đã xóa dữ liệu cá nhân" in page.text
    assert "Bắc Ninh" not in said(page)
    assert "hợp tác xã: đạt (khoản 6 Điều 76" in said(page)  # the reasons as codes have them
    assert "thong-bao.docx" not in page.text
    assert "HS-1" not in rooms.get("/so").text
    assert rooms.get("/so/1/thong-bao.docx").status_code == 404


def test_the_register_is_searched(rooms: Rooms) -> None:
    rooms.by("lan/clerk")
    for query, cases in (
        ("", ["HS-3", "HS-2", "HS-1"]), ("?tim=hs-2", ["HS-2"]), ("?tim=4", ["HS-1"]), ("?tim=x", []),
        ("?hien-trang=pending", ["HS-3"]), ("?du-an=DA-01&hien-trang=standing", ["HS-2", "HS-1"]), ("?du-an=x", []),
    ):  # fmt: skip
        assert re.findall(r">(HS-\d)</a>", rooms.get(f"/so{query}").text) == cases, query


def test_notices_are_those_of_the_command(rooms: Rooms, caplog: pytest.LogCaptureFixture) -> None:
    pytest.importorskip("typst")
    caplog.set_level(logging.INFO, "ancu.service")
    for path, words in (("/so/1/thong-bao.docx", "UBND xã Mẫu".upper()), ("/so/2/thong-bao.docx", "vượt mức trần")):
        with zipfile.ZipFile(io.BytesIO(rooms.by("lan/clerk").get(path).content)) as file:
            text = html.unescape(re.sub(r"<[^>]+>", "", file.read("word/document.xml").decode()))
        assert words.casefold() in text.casefold(), path
    assert rooms.get("/so/3/thong-bao.docx").status_code == 404  # nobody has approved it
    assert rooms.get("/so/1/khac.docx").status_code == 404
    assert re.findall(r"key=lan/clerk act=notice entry=(\d)", caplog.text) == ["1", "2"]


# -- what is due -------------------------------------------------------------------------------------------------------


def test_what_is_due_with_its_case_and_as_a_calendar(book: Rulebook, rooms: Rooms) -> None:
    with rooms.register.writing("clerk") as writer:
        for name, day in (("intake_opened", date(2026, 3, 16)), ("intake_closed", date(2026, 4, 15))):
            acts.step(writer, book.procedures, name, day, project="DA-01")
        acts.appeal(writer, acts.find(writer, "HS-2"), date(2026, 5, 20), "Đề nghị xem lại")
    page = rooms.by("lan/clerk").get("/viec-den-han")
    told = said(page)
    assert "QUÁ HẠN" in told
    assert "Gửi Sở Xây dựng Danh sách đăng ký kèm thành viên hộ" in told
    assert "Thụ lý khiếu nại" in told
    assert re.search(r'<a href="/so/2">HS-2</a>', page.text)
    with rooms.register.reading() as reader:
        found, cases = standing_of(reader.entries()), reader.cases()
    calendar = rooms.by("lan/clerk").get("/viec-den-han/lich.ics").content
    today = date.fromisoformat(f"{calendar.partition(b'DTSTAMP:')[2][:8].decode()}")
    assert calendar == calendar_file(book, due(found, book.procedures, today), cases, today, "vi")
    one = rooms.get("/viec-den-han?buoc=complaint.accepted")
    assert "Gửi Sở Xây dựng" not in re.sub(r"<select.*?</select>", "", one.text, flags=re.DOTALL)


# -- entering ----------------------------------------------------------------------------------------------------------

FORM = {
    "scope": PROGRAMME, "view": "result", "as_of": "01/05/2026", "case": "", "lang": "vi",
    "asked": [*WORKER, "net_income"], "f.net_income": "12 triệu",
    **{f"f.{name}": value for name, value in WORKER.items()},
}  # fmt: skip


def test_a_case_of_the_page_is_entered_in_the_name_of_the_clerk(book: Rulebook, rooms: Rooms) -> None:
    result = rooms.by("lan/clerk").post("/", {**FORM, "do": "result"})
    assert 'formaction="/vao-so"' in result.text
    asked = rooms.post("/vao-so", {**FORM, "do": "result"})
    assert "Mua, thuê mua nhà ở xã hội: đủ điều kiện" in said(asked)
    fields: dict[str, object] = {}
    for name, value in re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', asked.text):
        fields.setdefault(name, []).append(html.unescape(value))  # type: ignore[attr-defined]
    fields |= {"do": "so.enter", "so.programme": PROGRAMME}
    for given, words in (
        ({}, "Hãy ghi mã hồ sơ."),
        ({"so.case": "HS-20"}, "Hãy ghi ngày nộp hồ sơ."),
        ({"so.case": "HS-20", "so.filed": "hôm qua"}, "Ngày nộp hồ sơ: "),
        ({"so.case": "HS-20", "so.filed": "01/01/2999"}, "Ngày nộp hồ sơ"),
        ({"so.case": "HS-20", "so.filed": "02/03/2026", "so.programme": ""}, "Hãy chọn ít nhất một chương trình."),
        ({"so.case": "HS-1", "so.filed": "02/03/2026", "so.project": "DA-01"}, "Hồ sơ “HS-1” đã có trong sổ (mục 1)."),
    ):
        refused = rooms.post("/vao-so", {**fields, **given})
        assert refused.status_code == 422, given
        assert words in said(refused), given
    assert len(rooms.entries) == 5
    done = rooms.post("/vao-so", {**fields, "so.case": "HS-20", "so.filed": "02/03/2026", "so.project": "DA-01"})
    assert "Hồ sơ HS-20" in said(done)
    entry = rooms.entries[-1]
    assert isinstance(entry.act, Entered)
    assert (entry.by, entry.project, entry.act.filed_on) == ("lan", "DA-01", date(2026, 3, 2))
    _, decision = decided(book, "HS-20")
    assert entry.act.decision["status"] == decision.status
    assert entry.act.decision["as_of"] == "2026-05-01"
    refused = rooms.by("lan/clerk").post("/vao-so", {**FORM, "f.net_income": "nhiều", "do": "result"})
    assert refused.status_code == 422
    assert rooms.by("nam/policy").post("/", {**FORM, "do": "result"}).text.count("/vao-so") == 0


@pytest.mark.slow
def test_a_judged_list_is_entered_as_by_the_command(rooms: Rooms, caplog: pytest.LogCaptureFixture) -> None:
    understood = rooms.wait(rooms.by("lan/clerk").send(LIST.replace("CNhân", "công nhân")))
    judged = rooms.press(understood, f"{understood.url.path}/hieu", "judge", scope=PROGRAMME, as_of="01/05/2026")
    home = re.search(r'href="/vao-so(/danh-sach/\w+)"', judged.text)
    assert home is not None, said(judged)
    path = f"/vao-so{home[1]}"
    page = rooms.get(path)
    assert re.findall(r'name="giu" value="([^"]*)" checked', page.text) == ["Họ và tên"]
    without = rooms.post(path, {"chuong-trinh": PROGRAMME, "du-an": "DA-09"})
    assert without.status_code == 422
    assert "ngày nộp" in said(without)
    asked = {"chuong-trinh": PROGRAMME, "du-an": "DA-09", "ngay-nop": "02/03/2026", "giu": "Họ và tên"}
    with caplog.at_level(logging.INFO, "ancu.service"):
        done = rooms.post(path, asked)
    assert "Đã ghi 3 hồ sơ (mục 6-8)." in said(done)
    assert "act=enter-list entries=6-8 left=0" in caplog.text
    assert [entry.by for entry in rooms.entries[-3:]] == ["lan"] * 3
    again = rooms.post(path, asked)
    assert "Không có hồ sơ nào để nhập. Bỏ qua 3 hồ sơ đã có trong sổ." in said(again)
    assert len(rooms.entries) == 8
    assert "Người Mẫu Một" in rooms.get("/so/6").text
    assert rooms.by("clerk/clerk").get(path).status_code == 404  # another's list


# -- the register itself -----------------------------------------------------------------------------------------------


def test_what_others_add_is_seen_at_once_and_another_register_is_noticed(book: Rulebook, tmp_path: Path) -> None:
    register = filled(book, tmp_path / "so.sqlite")
    live = LiveRegister(str(tmp_path / "so.sqlite"))
    first = live.now()
    assert live.now() is first
    with register.writing("clerk") as writer:
        acts.enter(writer, application(book, "HS-4"))
    second = live.now()
    assert [*second.entries] == [1, 2, 3, 4, 5, 6]
    assert second.entries[1] is first.entries[1]  # read once
    with register.writing("approver") as writer:
        acts.approve(writer, 6)
        acts.erase(writer, acts.find(writer, "HS-2"), "Người nộp đơn yêu cầu", date(2026, 6, 1))
    with register.writing("clerk") as writer:
        acts.step(writer, book.procedures, "intake_opened", date(2026, 3, 16), project="DA-01")
        acts.appeal(writer, acts.find(writer, "HS-1"), date(2026, 5, 20), "Đề nghị xem lại")
    third = live.now()
    whole = LiveRegister(str(tmp_path / "so.sqlite")).now()
    assert (third.entries, third.cases) == (whole.entries, whole.cases)
    assert third.standing == whole.standing
    filled(book, tmp_path / "khac.sqlite")
    for suffix in ("", "-wal", "-shm"):
        (tmp_path / f"so.sqlite{suffix}").unlink(missing_ok=True)
    (tmp_path / "khac.sqlite").rename(tmp_path / "so.sqlite")
    with Register.open(str(tmp_path / "so.sqlite")).reading() as reader:
        expected = {entry.number: entry for entry in reader.entries()}
    assert live.now().entries == expected


def test_a_register_that_fails_is_told_in_plain_words(rooms: Rooms) -> None:
    path = Path(rooms.register.name)
    kept = path.read_bytes()
    path.write_bytes(b"no register at all, but long enough to be looked at" * 100)
    failed = rooms.by("lan/clerk").get("/so")
    path.write_bytes(kept)
    assert failed.status_code == 503
    assert "chưa có gì được ghi" in said(failed)
    assert str(path) not in failed.text
