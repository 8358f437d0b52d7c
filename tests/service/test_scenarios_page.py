"""A policy officer with scenarios in a real browser, keys on; what is written, run and saved by keyboard alone."""

from __future__ import annotations

import base64
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

from tests.service.test_lists_page import Clerk
from tests.support.case_tables import HEADINGS, IN_ZONE, OUTSIDE, workbook
from tests.support.servers import PATIENCE, Running, serving

pytestmark = pytest.mark.needs("git")
KEY = "0123456789abcdefghij"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of features of an office, under git."""
    home = tmp_path_factory.mktemp("office")
    (home / "features").mkdir()
    subprocess.run(["git", "init", "-q", str(home / "features")], check=True)
    (home / "keys.txt").write_text(f"so-xd-mau/policy: {KEY}\n", encoding="utf-8")
    return home


@pytest.fixture(scope="module")
def service(office: Path) -> Iterator[Running]:
    with serving(office, "--keys", "keys.txt", "--features", "features") as running:
        yield running


class Officer(Clerk):
    """Whoever sits before the pages of scenarios, with a keyboard and nothing else where it says so."""

    @property
    def focus(self) -> WebElement:
        return self.driver.switch_to.active_element

    def keys(self, *keys: str) -> None:
        """Press keys where the focus is."""
        webdriver.ActionChains(self.driver).send_keys(*keys).perform()

    def held(self, held: str, key: str) -> None:
        webdriver.ActionChains(self.driver).key_down(held).send_keys(key).key_up(held).perform()

    def tab_to(self, selector: str) -> None:
        """Go on by Tab until the focus is there."""
        wanted = self.find(selector)
        for _ in range(80):
            if self.focus == wanted:
                return
            self.keys(Keys.TAB)
        raise AssertionError(selector)

    def enter(self, selector: str) -> None:
        """Go to a button or link by Tab, press Enter, and wait for the page that comes."""
        self.tab_to(selector)
        before = self.find("html")
        self.keys(Keys.ENTER)
        self.until(lambda: _is_new(before))
        self.until(lambda: self.driver.execute_script("return document.readyState") == "complete")

    def until(self, holds: Callable[[], object]) -> None:
        WebDriverWait(self.driver, PATIENCE).until(lambda _: holds())

    def texts(self, selector: str) -> list[str]:
        return [one.text for one in self.driver.find_elements(By.CSS_SELECTOR, selector)]


def _is_new(before: WebElement) -> bool:
    try:
        before.is_enabled()
    except Exception:
        return True
    return False


@pytest.fixture
def officer(chromium: webdriver.Chrome, service: Running) -> Iterator[Officer]:
    chromium.execute_cdp_cmd("Network.enable", {})
    said = base64.b64encode(f"so:{KEY}".encode()).decode()
    chromium.execute_cdp_cmd("Network.setExtraHTTPHeaders", {"headers": {"Authorization": f"Basic {said}"}})
    chromium.get(f"{service.address}/tinh-huong")
    chromium.get_log("browser")
    yield Officer(chromium)
    chromium.execute_cdp_cmd("Network.setExtraHTTPHeaders", {"headers": {}})
    # Nothing was blocked, nothing failed; of a focus that was taken early the browser only takes note.
    assert [line for line in chromium.get_log("browser") if line["level"] != "INFO"] == []


def test_a_scenario_by_keyboard(officer: Officer, office: Path) -> None:
    officer.check()
    officer.enter("main a.button[href*='/soan-tinh-huong']")
    officer.check()
    officer.tab_to("#programme")
    officer.keys("Thuê nhà lưu trú")
    officer.enter("button[value=frame]")
    # The sentence is found by a few letters without marks.
    officer.tab_to("#text")
    officer.held(Keys.CONTROL, Keys.END)
    officer.keys(Keys.UP * 3, Keys.END, "lam viec tai khu cong nghiep co")
    officer.until(lambda: officer.find("#sentences").is_displayed())
    officer.keys(Keys.DOWN, Keys.ENTER)
    lines = str(officer.find("#text").get_attribute("value")).split("\n")
    assert lines[5] == "    Và làm việc tại khu công nghiệp có nhà lưu trú"
    # A fact named by its label: what is typed takes the place of its blank.
    officer.keys(Keys.ENTER, "    Và co hop dong lao dong")
    officer.until(lambda: officer.find("#sentences").is_displayed())
    officer.keys(Keys.ESCAPE)
    officer.held(Keys.SHIFT, Keys.HOME)
    officer.keys('    Và "Có hợp đồng lao động" là có')
    officer.keys(Keys.ESCAPE)
    officer.enter("button[value=run]")
    officer.check()
    assert officer.texts(".pair dd") == ["đủ điều kiện", "chưa đủ thông tin"]
    assert "Đang làm việc tại khu công nghiệp có nhà lưu trú: có" in officer.texts(".scenario td li")
    # The line at fault is chosen by its link; what is typed takes its place.
    officer.tab_to("a[data-line]")
    officer.keys(Keys.ENTER)
    officer.until(lambda: officer.focus == officer.find("#text"))
    officer.keys('    Thì kết quả là "chưa đủ thông tin"')
    officer.enter("button[value=run]")
    assert officer.texts("#results + p .mark") == ["✓ 1 đạt"]
    officer.tab_to("#file")
    officer.keys("lưu trú/công nhân")
    officer.tab_to("#subject")
    officer.keys("Công nhân chưa nêu nơi xác nhận")
    officer.enter("button[value=save]")
    officer.check()
    assert officer.texts(".notice li")[0] == "Đã lưu lưu trú/công nhân.feature."
    log = subprocess.run(
        ["git", "-C", str(office / "features"), "log", "--format=%an|%s"], capture_output=True, check=True
    ).stdout.decode()
    assert log == "so-xd-mau|Công nhân chưa nêu nơi xác nhận\n"
    assert 'Và "Có hợp đồng lao động" là có' in (office / "features/lưu trú/công nhân.feature").read_text("utf-8")


def test_coverage_and_the_draft_of_what_is_missing(officer: Officer, service: Running, office: Path) -> None:
    (office / "features" / "mot.feature").write_text(
        '# language: vi\nTính năng: Mẫu\n  Tình huống: Ngoài khu\n    Biết "Làm việc trong khu công nghiệp" là không\n'
        '    Và ngày xét là 01/05/2026\n    Khi xét "worker_lodging"\n    Thì kết quả là "không đủ điều kiện"\n',
        encoding="utf-8",
    )
    officer.driver.get(f"{service.address}/luat/dieu-kien/producer_worker")
    officer.enter("main a[href*='/tinh-huong/dieu-kien']")
    officer.check()
    reached = dict(one.split("\n")[1:3] for one in officer.texts(".goals li"))
    assert reached["Không đạt"] == "có tình huống cho thấy"
    assert reached["Chưa xác định"] == "chưa tình huống nào cho thấy"
    officer.enter("button[value^=missing]")
    officer.check()
    assert "thiếu" in officer.texts(".notice li")[0]
    officer.enter("button[value=run]")
    assert officer.texts("#results + p .mark") == ["✓ 1 đạt"]


def test_a_table_from_excel(officer: Officer, tmp_path: Path) -> None:
    (tmp_path / "ca.xlsx").write_bytes(workbook(HEADINGS, IN_ZONE, [*OUTSIDE[:5], "đủ điều kiện", None]))
    officer.find("#workbook").send_keys(str(tmp_path / "ca.xlsx"))
    officer.press("button[value=import]")
    officer.check()
    assert officer.texts("#rows + table tbody th") == ["Trong khu", "Ngoài khu"]
    officer.press("button[value=run]")
    officer.check()
    assert officer.texts("#results + p .mark") == ["✓ 1 đạt", "✗ 1 không khớp"]
    assert officer.texts("#r2 .pair dd") == ["đủ điều kiện", "không đủ điều kiện"]
