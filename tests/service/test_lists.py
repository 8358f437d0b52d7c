"""Lists in the browser, by form posts alone as a browser without scripts makes them."""

from __future__ import annotations

import asyncio
import io
import logging
import re
import stat
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import httpx
import openpyxl
import pytest

import ancu
from ancu.rulebook.rulebook import Rulebook
from ancu.screening.job import Job
from ancu.screening.jobs.run_job import run_job
from ancu.service.app import AddRoom, create_app
from ancu.service.desk.desk import MOST_EACH, MOST_WAITING, sweep_left_behind
from ancu.service.desk.store import KeptList, ListStore
from ancu.service.desk.turns import in_turn
from ancu.service.desk.uploads import safe_name
from ancu.service.guard import Guard
from ancu.service.settings import Keys, Limits, Settings
from tests.conftest import WORKER
from tests.service.test_household_page import Form

PURCHASE = "social_housing_purchase"
HEADER = (
    "Mã hồ sơ,Họ và tên,Tỉnh,Nhóm đối tượng,Hôn nhân,Nuôi con nhỏ,Thu nhập thực nhận BQ,Có tên trong Giấy chứng nhận,"
    "Có nhà ở,Đã mua nhà ở xã hội,Đã được hỗ trợ nhà ở,Đang ở nhà ở công vụ,Đăng ký tại dự án khác,"
    "Đang thuê nhà ở xã hội,Nguồn vốn dự án"
)
REST = "không,không,không,không,không,không,không,Chủ đầu tư"
LIST = "\n".join(
    (
        HEADER,
        f"HS-1,Người Mẫu Một,Bắc Ninh,CNhân,độc thân,không,12 triệu,{REST}",
        f"HS-2,=1+1,Bắc Ninh,công nhân,độc thân,không,60 triệu,{REST}",
        f"HS-3,Người Mẫu Ba,Bắc Ninh,công nhân,độc thân,không,nhiều,{REST}",
        "",
    )
)


class Office:
    """A service, and whoever sits before its pages of lists."""

    def __init__(self, settings: Settings, book: Rulebook, rooms: Sequence[AddRoom] = ()) -> None:
        self.app: Guard = create_app(settings, book, rooms)
        self.desk = self.app.app.state.desk  # type: ignore[attr-defined]
        self.headers: dict[str, str] = {}

    def ask(self, method: str, path: str, **how: Any) -> httpx.Response:
        headers = {"accept": "text/html", **self.headers, **how.pop("headers", {})}

        async def asked() -> httpx.Response:
            transport = httpx.ASGITransport(self.app)
            async with httpx.AsyncClient(transport=transport, base_url="http://x", follow_redirects=True) as client:
                return await client.request(method, path, headers=headers, **how)

        return asyncio.run(asked())

    def get(self, path: str, **how: Any) -> httpx.Response:
        return self.ask("GET", path, **how)

    def send(self, content: bytes | str, name: str = "ds.csv", **how: Any) -> httpx.Response:
        written = content.encode() if isinstance(content, str) else content
        return self.ask("POST", "/danh-sach", files={"file": (name, written)}, data={"lang": "vi"}, **how)

    def press(self, page: httpx.Response, address: str, button: str = "", **given: str) -> httpx.Response:
        """Send the form of a page with some fields changed."""
        form = Form(page.text)
        for name in given:
            assert name in form.names, (name, sorted(form.names))
        fields = [(name, value) for name, value in form.fields if name not in given and name != "file"]
        content = urlencode([*fields, *given.items(), *([("do", button)] if button else [])])
        answer = self.ask(
            "POST", address, content=content, headers={"content-type": "application/x-www-form-urlencoded"}
        )
        return self.wait(answer)

    def wait(self, page: httpx.Response) -> httpx.Response:
        """The page that comes when the work on a list is done."""
        until = time.monotonic() + 300
        while '<section class="card" data-progress' in page.text:
            assert time.monotonic() < until
            assert '<noscript><meta http-equiv="refresh"' in page.text
            time.sleep(0.05)
            page = self.get(str(page.url))
        return page


@pytest.fixture(scope="module")
def office(book: Rulebook) -> Iterator[Office]:
    found = Office(Settings(limits=Limits(upload=1 << 20)), book)
    yield found
    found.desk.close()
    assert not found.desk.store.folder.exists()


@pytest.fixture(autouse=True)
def empty(request: pytest.FixtureRequest) -> Iterator[None]:
    yield
    if "office" in request.fixturenames:
        office: Office = request.getfixturevalue("office")
        for kept in list(office.desk.store.all()):
            office.desk.store.erase(kept)


def named(page: str, label: str) -> str:
    """The name of the field of a column, or of a word in it, as the page of columns has it."""
    place = re.search(rf'id="c(\d+)">{re.escape(label)}<', page)
    assert place is not None, label
    return place[1]


def test_a_list_from_the_file_to_the_mended_workbook(office: Office, book: Rulebook, tmp_path: Path) -> None:
    page = office.wait(office.send(LIST))
    home = str(page.url.path)
    assert "Các cột được hiểu là gì" in page.text
    income, subject = named(page.text, "Thu nhập thực nhận BQ"), named(page.text, "Nhóm đối tượng")
    assert "1 cột phần mềm chỉ đoán được" in page.text
    assert "1 cột có chữ chưa hiểu" in page.text
    # A guess that nobody has confirmed is not used; neither is the nearest word.
    form = Form(page.text)
    assert f"ok.{income}" in form.names
    assert f"ok.{income}" not in dict(form.fields)
    worker = next(one for one in form.options[f"value.{subject}.0"] if one.startswith("Công nhân"))
    given = {f"ok.{income}": "1", f"value.{subject}.0": worker, "as_of": "01/05/2026", "scope": PURCHASE}
    page = office.press(page, f"{home}/hieu", "judge", **given)
    assert "Kết quả xét danh sách" in page.text
    assert re.findall(r"<strong>(\d+)</strong>", page.text) == ["3", "2", "1"]
    assert '<svg class="bar" role="img" aria-label="đủ điều kiện: 1; không đủ điều kiện: 1"' in page.text

    # The workbook is the command's own, byte by byte.
    mapping = office.get(f"{home}/tai/doi-chieu.yaml")
    (tmp_path / "ds.csv").write_text(LIST, encoding="utf-8")
    (tmp_path / "m.yaml").write_bytes(mapping.content)
    job = Job((str(tmp_path / "ds.csv"),), str(tmp_path / "m.yaml"), (PURCHASE,), date(2026, 5, 1), form="xlsx")
    run_job(book, job, tmp_path / "kq.xlsx", threads=1)
    taken = office.get(f"{home}/tai/ket-qua.xlsx")
    assert taken.content == (tmp_path / "kq.xlsx").read_bytes()
    assert taken.headers["content-disposition"] == "attachment; filename*=UTF-8''ds.ket-qua.xlsx"
    assert taken.headers["x-content-type-options"] == "nosniff"
    cells = [cell for row in openpyxl.load_workbook(io.BytesIO(taken.content)).worksheets[0] for cell in row]
    assert [cell.data_type for cell in cells if cell.value == "=1+1"] == ["s"]

    # Row by row, by status; one row with its whole reasoning, as the library decides it.
    refused = office.get(f"{home}/ket-qua?chuong-trinh={PURCHASE}&trang-thai=ineligible").text
    assert "1 kết quả." in refused
    assert "HS-2" in refused
    assert "HS-1<" not in refused
    row = office.get(f"{home}/dong/0").text
    record = ancu.read_record(book, {**WORKER, "net_income": "12 triệu"})
    for reason in ancu.decide(book, record, PURCHASE, date(2026, 5, 1)).texts("vi").reasons:
        assert reason in row.replace("&#34;", '"')
    assert f"/luat/chuong-trinh/{PURCHASE}?ngay=01/05/2026&amp;lang=vi" in row
    assert "HS-1" in office.get(f"{home}/in?chuong-trinh={PURCHASE}").text

    # What was returned is mended in the page; the file stays as it came.
    page = office.get(f"{home}/tra-lai")
    assert "Không đọc được thành số" in page.text
    (field,) = (name for name in Form(page.text).names if name.startswith("cell."))
    assert "Chưa ô nào được sửa" in office.press(page, f"{home}/tra-lai").text
    page = office.press(page, f"{home}/tra-lai", **{field: "14 triệu"})
    assert re.findall(r"<strong>(\d+)</strong>", page.text) == ["3", "3", "0"]
    assert "4,Thu nhập thực nhận BQ,14 triệu" in office.get(f"{home}/tai/sua.csv").text
    assert '"corrections": "sua.csv"' in office.get(f"{home}/tai/ket-qua.run.json").text

    # Against last month's result.
    earlier = {"file": ("ket-qua.xlsx", taken.content)}
    page = office.wait(office.ask("POST", f"{home}/so-sanh", files=earlier))
    assert "da-gui-ket-qua.xlsx → ds.csv" in page.text
    assert "HS-3" in page.text
    assert office.get(f"{home}/tai/thay-doi.xlsx").status_code == 200

    # Erased at once where that is asked for.
    assert "Xét một danh sách" in office.press(office.get(home), f"{home}/xoa").text
    assert office.get(home).status_code == 404
    assert list(office.desk.store.folder.iterdir()) == []


def test_what_cannot_be_read_is_said_in_plain_words(office: Office) -> None:
    page = office.wait(office.send(b"PK\x03\x04 no workbook", "hong.xlsx"))
    assert "Chưa đọc được danh sách" in page.text
    assert "hong.xlsx: " in page.text
    assert office.desk.store.folder.name not in page.text
    # The process that reads has died: another takes its place.
    office.desk._worker.stop()
    page = office.wait(office.send(LIST.replace("Thu nhập thực nhận BQ", "Thu nhập")))
    home = str(page.url.path)
    page = office.press(page, f"{home}/hieu", "judge", scope=PURCHASE, as_of="31/02/2026")
    assert "Ngày xét: Ngày này không có thật" in page.text
    place = named(page.text, "Tỉnh")
    page = office.press(page, f"{home}/hieu", "read", **{f"fact.{place}": "Tỉn", "as_of": ""})
    assert "Tỉnh: không có thông tin nào tên là “Tỉn”. Có phải ý bạn là “Tỉnh" in page.text
    assert office.get(f"{home}/ket-qua").status_code == 404


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd.csv", "passwd.csv"),
        ("C:\\Users\\x\\Danh sách (2).XLSX", "Danh sách (2).xlsx"),
        ("..", "danh-sach"),
        ("a\0b[*]?.csv", "a_b____.csv"),
        ("ket-qua.xlsx", "da-gui-ket-qua.xlsx"),
        ("-rf.csv", "rf.csv"),
    ],
)
def test_names_of_files_do_no_harm(name: str, kept: str) -> None:
    assert safe_name(name) == kept


def test_an_empty_list_to_fill_in_is_read_back(office: Office) -> None:
    page = office.get("/danh-sach")
    assert f'<option value="{PURCHASE}">' in page.text
    taken = office.get(f"/danh-sach-mau.xlsx?chuong-trinh={PURCHASE}")
    workbook = openpyxl.load_workbook(io.BytesIO(taken.content))
    workbook.worksheets[0].append(["HS-1", None, None, "Bắc Ninh"])
    filled = io.BytesIO()
    workbook.save(filled)
    page = office.wait(office.send(filled.getvalue(), "mau.xlsx"))
    assert "1 dòng" in page.text
    assert '<tr class="used">' in page.text
    assert '<tr class="unused">' not in page.text


def test_what_is_no_list_is_not_taken(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Không nhận tệp “a.exe”" in office.send(LIST, "a.exe").text
    assert office.send(b"x" * ((1 << 20) + 1)).status_code == 413
    assert "Tệp lớn hơn 1 MB" in office.send(b"x" * ((2 << 20) + 10_000)).text
    assert office.ask("POST", "/danh-sach", content=b"a=b").status_code == 415
    assert office.ask("POST", "/danh-sach", data={"lang": "vi"}, files={"other": ("a.csv", b"")}).status_code == 422
    assert office.send(LIST, headers={"sec-fetch-site": "cross-site"}).status_code == 403
    monkeypatch.setattr("shutil.disk_usage", lambda _: type("Usage", (), {"free": 1 << 20}))
    full = office.send(LIST)
    assert full.status_code == 507
    assert "Ổ đĩa của máy chủ không còn đủ chỗ" in full.text
    assert list(office.desk.store.folder.iterdir()) == []


def test_lists_are_private_and_stay_out_of_the_log(
    book: Rulebook, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    keys = Keys.of([("xa-a", "a" * 20), ("xa-b", "b" * 20)])
    office = Office(Settings(keys=keys, lists_dir=str(tmp_path / "lists")), book)
    office.headers = {"authorization": "Bearer " + "a" * 20}
    office.desk._stopped.set()  # nothing is worked on: the list waits
    with caplog.at_level(logging.INFO, "ancu.service"):
        page = office.send(LIST, "Nguyễn Văn Mẫu.csv")
    home = str(page.url.path)
    assert "data-progress" in page.text
    assert home.split("/")[2] not in caplog.text
    assert "Nguyễn" not in caplog.text
    assert "/danh-sach/{name}" in caplog.text
    (folder,) = (tmp_path / "lists").iterdir()
    for path in (tmp_path / "lists", folder, folder / "files"):
        assert stat.S_IMODE(path.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "files" / "Nguyễn Văn Mẫu.csv").stat().st_mode) == 0o600
    # Work is not begun twice, and results are not shown before there are any.
    for rest in (
        "/ket-qua",
        "/dong/0",
        "/in",
        "/tra-lai",
        "/tai/ket-qua.xlsx",
        "/tai/state.json",
        "/tai/..%2fstate.json",
    ):
        assert office.get(home + rest).status_code == 404, rest
    form = {"content": "do=judge", "headers": {"content-type": "application/x-www-form-urlencoded"}}
    assert office.ask("POST", f"{home}/hieu", **form).status_code == 409
    assert office.ask("POST", f"{home}/xoa", **form).status_code == 409
    foreign = {**form, "headers": {**form["headers"], "sec-fetch-site": "same-site"}}
    assert office.ask("POST", f"{home}/xoa", **foreign).status_code == 403
    assert home in office.get("/danh-sach").text
    # Another key does not find it, whatever id is tried.
    office.headers = {"authorization": "Bearer " + "b" * 20}
    assert "Nguyễn" not in office.get("/danh-sach").text
    assert office.get(home).status_code == 404
    assert office.ask("POST", f"{home}/xoa", **form).status_code == 404
    for name in ("..%2f..", "x" * 32, "0" * 32):
        assert office.get(f"/danh-sach/{name}").status_code == 404
    # How many one caller may have waiting is told.
    told = [office.send(LIST) for _ in range(MOST_WAITING + 1)][-1]
    assert told.status_code == 429
    assert f"Đã có {MOST_WAITING} danh sách đang chờ" in told.text
    assert MOST_WAITING < MOST_EACH
    office.desk.close()
    assert folder.exists(), "a folder that somebody named is not ours to delete"


def test_no_lists_are_taken_where_none_are_to_be_kept(book: Rulebook) -> None:
    office = Office(Settings(keep_lists=0), book)
    assert "Dịch vụ này không nhận danh sách" in office.get("/danh-sach").text
    assert office.send(LIST).status_code == 404


def test_lists_are_erased_at_the_time_that_is_told(tmp_path: Path) -> None:
    clock = [1_000_000.0]
    store = ListStore(tmp_path, 60, lambda: clock[0])
    kept = store.create("a", "vi", "ds.csv")
    kept.stage = "done"
    store.put(kept)
    clock[0] += 3_000
    store.put(kept, touched=True)  # somebody did something with it
    clock[0] += 3_000
    store.sweep()
    assert store.get(kept.id) is not None
    clock[0] += 601
    assert store.get(kept.id) is None
    store.sweep()
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_service_left_is_erased_in_its_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    left = tmp_path / "ancu-lists-before"
    left.mkdir(0o700)
    stores = [ListStore(left, 60), ListStore(left, 60, lambda: time.time() - 100_000)]
    held, over = (store.create("a", "vi", "ds.csv") for store in stores)
    held.stage, over.stage = "done", "running"
    for store, kept in zip(stores, (held, over), strict=True):
        store.put(kept)
    (tmp_path / "ancu-lists-link").symlink_to(tmp_path)
    here = ListStore(tmp_path / "ancu-lists-now", 60)
    here.folder.mkdir()
    sweep_left_behind(here)
    assert [path.name for path in left.iterdir()] == [held.id]
    assert (tmp_path / "ancu-lists-link").is_symlink()


def test_turns_go_round_whoever_waits() -> None:
    def waiting(owner: str, queued: float, stage: str = "queued") -> KeptList:
        return KeptList(
            id=f"{owner}{queued}", owner=owner, lang="vi", file="", created=0, expires=1, queued=queued, stage=stage,
            began=queued,
        )  # type: ignore[arg-type]  # fmt: skip

    many = [waiting("a", n) for n in range(4)]
    held = [*many, waiting("b", 10), waiting("c", 11), waiting("b", 12)]
    assert [kept.owner for kept in in_turn(held)] == ["a", "b", "c", "a", "b", "a", "a"]
    # Who has one in hand waits for the others.
    assert [kept.owner for kept in in_turn([waiting("a", 0, "running"), *held])][:3] == ["b", "c", "a"]


def test_a_claim_of_a_worker_that_died_is_given_up(tmp_path: Path) -> None:
    clock = [time.time()]
    store = ListStore(tmp_path, 60, lambda: clock[0])
    kept = store.create("a", "vi", "ds.csv")
    store.put(kept)
    assert store.claim(kept)
    assert not store.claim(kept)
    assert not store.abandoned(kept)
    clock[0] += 120
    assert store.abandoned(kept)
    assert store.claim(kept)


def test_settings_reach_workers_whole() -> None:
    settings = Settings(keep_lists=5, lists_dir="/x")
    assert replace(Settings.from_json(settings.to_json()), keys=settings.keys) == settings
