"""A day of the office in a real browser, keys on, each page looked at on its way.

A clerk has a case decided and enters it, and has a list mended and printed; an approver approves; a policy officer
writes a scenario and looks at what is covered; a director sees the plan.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By

from ancu.register.entries import Entered
from ancu.register.store import Register
from ancu.register.verifying import verify
from ancu.rulebook.rulebook import Rulebook
from tests.service.test_lists import LIST
from tests.service.test_lists_page import Clerk
from tests.service.test_page import PURCHASE, Page
from tests.support.browser import running_chromium
from tests.support.registers import filled
from tests.support.servers import Running, serving

PEOPLE = {
    "lan/clerk": "khoa-cua-nguoi-nhap",
    "minh/approver": "khoa-cua-nguoi-duyet",
    "binh/policy": "khoa-cua-chinh-sach",
    "hoa/viewer": "khoa-cua-giam-doc",
}
SCENARIO = """# language: vi
Tính năng: Mẫu
  Tình huống: Ngoài khu
    Biết "Làm việc trong khu công nghiệp" là không
    Và ngày xét là 01/05/2026
    Khi xét "worker_lodging"
    Thì kết quả là "không đủ điều kiện"
"""


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    with running_chromium(tmp_path_factory.mktemp("profile")) as found:
        yield found


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, book: Rulebook) -> Path:
    found = tmp_path_factory.mktemp("office")
    filled(book, found / "so.sqlite")
    (found / "features").mkdir()
    (found / "ds.csv").write_text(LIST, encoding="utf-8")
    (found / "keys").write_text("\n".join(f"{name}: {key}" for name, key in PEOPLE.items()), encoding="utf-8")
    return found


@pytest.fixture(scope="module")
def service(home: Path) -> Iterator[Running]:
    options = ("--keys", "keys", "--register", "so.sqlite", "--features", "features", "--agency", "UBND xã Mẫu")
    with serving(home, *options) as running:
        yield running


class Officer(Clerk):
    """Whoever sits before the office's pages."""

    def __init__(self, driver: webdriver.Chrome, service: Running) -> None:
        super().__init__(driver)
        self.service = service

    def sign_in(self, key: str, path: str = "/") -> None:
        self.driver.get(f"{self.service.address}{path}")
        assert self.find("h1").text == "Đăng nhập"
        self.check()
        self.find("#khoa").send_keys(PEOPLE[key])
        self.press("main form button")
        self.driver.get_log("browser")  # which notes that a page was refused before

    def sign_out(self) -> None:
        self.press("form.leave button")
        assert self.find("h1").text == "Đã thoát"
        assert self.driver.get_cookie("ancu-session") is None

    def fill(self, selector: str, text: str) -> None:
        field = self.find(selector)
        field.clear()
        field.send_keys(text)

    @property
    def ways(self) -> list[str]:
        """What the head of the page leads to."""
        return [link.text for link in self.driver.find_elements(By.CSS_SELECTOR, "nav[aria-label='Các phần'] a")]


def test_a_day_of_the_office(chromium: webdriver.Chrome, service: Running, home: Path) -> None:
    officer = Officer(chromium, service)
    # The clerk: a case of the page, and into the register.
    officer.sign_in("lan/clerk", f"/?scope={PURCHASE}&begin=1&lang=vi")
    assert officer.ways == ["Một hồ sơ", "Danh sách", "Tra cứu luật", "Sổ", "Việc đến hạn", "Kế hoạch"]
    Page(chromium, service.address).decide_worker()
    assert officer.find(".glance .badge").text == "Đủ điều kiện"
    officer.press("button[formaction$='/vao-so']")
    officer.check()
    officer.fill("#case", "HS-30")
    officer.fill("#filed", "02/03/2026")
    officer.fill("#project", "DA-01")
    officer.press("main form button[value='so.enter']")
    assert "Hồ sơ HS-30" in officer.find("h1").text
    assert "chờ duyệt" in officer.find(".meta").text
    assert not chromium.find_elements(By.CSS_SELECTOR, "#approve")
    officer.check()
    for path in ("viec-den-han", "so", "danh-sach"):
        officer.press(f"nav a[href*='/{path}?']")
        officer.check()
    # A list of theirs: a row that was returned is mended, and the sheet printed.
    officer.send(home / "ds.csv")
    officer.judge()
    officer.mend("14 triệu")
    officer.print_sheet(chromium.current_url)
    assert chromium.get_log("browser") == []
    chromium.get(service.address)
    officer.sign_out()
    chromium.back()
    assert officer.find("h1").text in ("Đăng nhập", "Đã thoát")
    # The approver: what waits, one of them looked at, approved; another one returned.
    officer.sign_in("minh/approver")
    assert officer.ways == ["Tra cứu luật", "Sổ", "Chờ duyệt", "Việc đến hạn", "Kế hoạch"]
    officer.press("nav a[href*='/cho-duyet']")
    officer.check()
    chromium.find_element(By.LINK_TEXT, "HS-30").click()
    assert "Xét lại lúc này vẫn ra như đã nhập" in officer.find("main").text
    assert "12.000.000 đồng" in officer.find(".record").text
    officer.check()
    officer.press("#approve button[value=approve]")
    assert "Đã duyệt 1 mục." in officer.find("[role=status]").text
    officer.find("input[name=muc][value='3']").click()
    officer.press("button[value=return]")
    assert "Chưa ghi được gì" in officer.find("#errors").text  # without a reason
    assert officer.find("input[name=muc][value='3']").is_selected()
    officer.check()
    officer.fill("#why", "Thiếu xác nhận thu nhập")
    officer.press("button[value=return]")
    assert "Đang chờ: 0 mục." in officer.find("main").text
    assert [line for line in chromium.get_log("browser") if "status of 422" not in line["message"]] == []
    officer.sign_out()
    # The policy officer: a scenario is written and run, and what of a condition is covered.
    officer.sign_in("binh/policy", "/tinh-huong")
    assert officer.ways == ["Một hồ sơ", "Tra cứu luật", "Tình huống", "Kế hoạch"]
    officer.press("main a.button[href*='/soan-tinh-huong']")
    chromium.execute_script("arguments[0].value = arguments[1]", officer.find("#text"), SCENARIO)
    officer.press("button[value=run]")
    assert officer.find("#results + p .mark").text == "✓ 1 đạt"
    officer.check()
    officer.fill("#file", "lưu trú/ngoài khu")
    officer.press("button[value=save]")
    assert (home / "features/lưu trú/ngoài khu.feature").is_file()
    chromium.get(f"{service.address}/luat/dieu-kien/producer_worker")
    officer.press("main a[href*='/tinh-huong/dieu-kien']")
    assert "có tình huống cho thấy" in officer.find(".goals").text
    officer.check()
    assert chromium.get_log("browser") == []
    chromium.get(f"{service.address}/so?lang=vi")
    assert "Khóa này không được dùng ở đây" in officer.find("h1").text
    officer.check()
    chromium.get_log("browser")  # which notes the refusal
    officer.sign_out()
    # The director: numbers alone, on the screen and on paper.
    officer.sign_in("hoa/viewer")
    assert officer.ways == ["Tra cứu luật", "Tình huống", "Kế hoạch"]
    assert "/ke-hoach" in chromium.current_url  # the one page that is his
    assert [one.text for one in chromium.find_elements(By.CSS_SELECTOR, ".tiles strong")][:2] == ["2", "0"]
    assert "HS-" not in chromium.page_source
    officer.check()
    printed = base64.b64decode(chromium.execute_cdp_cmd("Page.printToPDF", {})["data"])
    assert 1 <= len(re.findall(rb"/Type /Page\b", printed)) <= 4
    assert chromium.get_log("browser") == []
    officer.sign_out()
    chromium.back()
    assert officer.find("h1").text in ("Đăng nhập", "Đã thoát")
    # What the register says of all this, and the log of the service.
    with Register.open(str(home / "so.sqlite")).reading() as reader:
        assert verify(reader).sound
        added = list(reader.entries())[5:]
    assert [(entry.by, entry.act.kind) for entry in added] == [
        ("lan", "entered"), ("minh", "approved"), ("minh", "declined"),
    ]  # fmt: skip
    assert isinstance(added[0].act, Entered)
    assert added[0].act.filed_on.isoformat() == "2026-03-02"
    acts = re.findall(r"key=(\S+) act=(\S+)(?: entr(?:ies|y)=(\S+))?", service.log)
    assert acts == [
        ("lan/clerk", "sign-in", ""), ("lan/clerk", "enter", "6"), ("lan/clerk", "read", "6"),
        ("lan/clerk", "sign-out", ""), ("minh/approver", "sign-in", ""), ("minh/approver", "read", "6"),
        ("minh/approver", "approve", "7"), ("minh/approver", "decline", "8"),
        ("minh/approver", "sign-out", ""), ("binh/policy", "sign-in", ""), ("binh/policy", "sign-out", ""),
        ("hoa/viewer", "sign-in", ""), ("hoa/viewer", "sign-out", ""),
    ]  # fmt: skip
    assert not any(word in service.log for word in ("HS-30", "Thiếu xác nhận", *PEOPLE.values()))
