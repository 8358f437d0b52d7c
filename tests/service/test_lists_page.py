"""A clerk with a list in a real browser, keys on: sent, understood, judged, mended, taken away, printed."""

from __future__ import annotations

import base64
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

from tests.service import test_page
from tests.service.test_lists import LIST, PURCHASE
from tests.support.axe import violations
from tests.support.servers import PATIENCE, Running, serving

KEY = "0123456789abcdefghij"


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    home = tmp_path_factory.mktemp("lists")
    (home / "keys.txt").write_text(f"xa-mau: {KEY}\n", encoding="utf-8")
    with serving(home, "--keys", "keys.txt", "--agency", "UBND xã Mẫu") as running:
        yield running


class Clerk:
    """Whoever sits before the pages of lists."""

    def __init__(self, driver: webdriver.Chrome) -> None:
        self.driver = driver

    def find(self, selector: str) -> WebElement:
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def press(self, selector: str) -> None:
        """Press a button or follow a link, and wait for the page that comes, past those that tell of progress."""
        before = self.find("html")
        self.find(selector).click()
        waiting = WebDriverWait(self.driver, PATIENCE)
        waiting.until(lambda _: _gone(before))
        waiting.until(lambda driver: not driver.find_elements(By.CSS_SELECTOR, "section[data-progress]"))
        waiting.until(lambda driver: driver.execute_script("return document.readyState") == "complete")

    def send(self, file: Path) -> None:
        """Send a list, and see what was understood of it."""
        self.find("#file").send_keys(str(file))
        self.press("main form button")

    def judge(self) -> None:
        """Confirm the guess of the list of the tests, say what its word means, and have it judged."""
        self.find("input[name^='ok.']").click()
        self.find("select[name^='value.'] option[value^='Công nhân']").click()
        self.find("details summary").click()
        self.find(f"input[name=scope][value={PURCHASE}]").click()
        self.find("#as_of").send_keys("01/05/2026")
        self.press("button[value=judge]")
        assert self.tiles == ["3", "2", "1"]

    def mend(self, written: str) -> None:
        """Mend the one row that was returned."""
        self.press("a.button[href$='/tra-lai']")
        self.check()
        field = self.find("input[name^='cell.']")
        field.clear()
        field.send_keys(written)
        self.press("main form button")
        assert self.tiles == ["3", "3", "0"]

    def print_sheet(self, home: str) -> None:
        """Look at the sheet of a list to be printed: one page, with the office on it."""
        self.driver.get(f"{home}/in?chuong-trinh={PURCHASE}")
        assert "UBND xã Mẫu" in self.find("main").text
        printed = base64.b64decode(self.driver.execute_cdp_cmd("Page.printToPDF", {})["data"])
        assert len(re.findall(rb"/Type /Page\b", printed)) == 1
        assert violations(self.driver) == []

    @property
    def tiles(self) -> list[str]:
        """The numbers in which a page sums up."""
        return [one.text for one in self.driver.find_elements(By.CSS_SELECTOR, ".tiles strong")]

    def check(self) -> None:
        """Nothing of the page is wider than the screen, and every text can be read."""
        for width in (1280, 390):
            metrics = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600}
            self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
            assert self.driver.execute_script("return document.documentElement.scrollWidth") <= width
        assert violations(self.driver) == []
        worst, text = self.driver.execute_script(test_page.CONTRAST)
        assert worst >= 4.5, text
        unnamed = (
            "return [...document.querySelectorAll('input:not([type=hidden]), select')].filter(one => !one.labels.length"
            " && !one.ariaLabel && !one.getAttribute('aria-labelledby')).map(one => one.name)"
        )
        assert self.driver.execute_script(unnamed) == []


def _gone(element: WebElement) -> bool:
    try:
        return not element.is_enabled()
    except Exception:
        return True


def test_a_clerk_with_a_list(chromium: webdriver.Chrome, service: Running, tmp_path: Path) -> None:
    (tmp_path / "ds.csv").write_text(LIST, encoding="utf-8")
    chromium.execute_cdp_cmd("Network.enable", {})
    said = base64.b64encode(f"clerk:{KEY}".encode()).decode()
    chromium.execute_cdp_cmd("Network.setExtraHTTPHeaders", {"headers": {"Authorization": f"Basic {said}"}})
    chromium.execute_cdp_cmd(
        "Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(tmp_path), "eventsEnabled": False}
    )
    clerk = Clerk(chromium)
    try:
        chromium.get(f"{service.address}/")
        chromium.get_log("browser")
        clerk.press("nav a[href*='/danh-sach']")
        clerk.check()
        clerk.send(tmp_path / "ds.csv")
        clerk.check()
        clerk.judge()
        clerk.check()
        clerk.mend("14 triệu")
        home = chromium.current_url
        # A reload loses nothing.
        chromium.refresh()
        assert chromium.find_elements(By.CSS_SELECTOR, "svg.bar")
        clerk.find("a[href$='/tai/ket-qua.xlsx']").click()
        until = time.monotonic() + PATIENCE
        while not (tmp_path / "ds.ket-qua.xlsx").exists():
            assert time.monotonic() < until
            time.sleep(0.05)
        clerk.press("a.button[href$='/ket-qua']")
        clerk.check()
        clerk.press("tbody a[href*='/dong/0#']")
        assert clerk.find(".decision.eligible .badge").text == "Đủ điều kiện"
        clerk.check()
        clerk.press(".decision a[href*='/luat/chuong-trinh/']")
        assert "Ngày 01/05/2026" in clerk.find("main").text
        clerk.check()
        clerk.print_sheet(home)
        # What is other than in the result of another month.
        chromium.get(home)
        clerk.find(".asks input[type=file]").send_keys(str(tmp_path / "ds.ket-qua.xlsx"))
        clerk.press(".asks button")
        assert chromium.current_url != home
        clerk.check()
        # Nothing was blocked, nothing failed.
        assert chromium.get_log("browser") == []
        assert home.rpartition("/")[2] not in service.log
    finally:
        chromium.execute_cdp_cmd("Network.setExtraHTTPHeaders", {"headers": {}})
        chromium.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
