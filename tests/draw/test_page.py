"""The page that verifies, in a real browser from a file of the disk: its own implementation comes to the same."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from ancu.draw.protocol import protocol_in
from ancu.draw.verifier_page import verifier_page
from ancu.draw.verifying import KnownElsewhere, verify
from ancu.errors import InputError
from tests.draw.test_verifying import all_known, small
from tests.support.browser import running_chromium
from tests.support.draws import protocol, random_draw, spoilt, tampered

#: What the page makes of each of many files, by name of the check.
ALL = """
const [files, known] = arguments;
return files.map(file => {
  const found = AncuDraw.verify(file, known);
  return found && found.checks.map(check => [check.name, check.verdict]);
});
"""


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    """A browser with the network off, and the page open in it from disk."""
    page = tmp_path_factory.mktemp("page") / "kiem-chung.html"
    page.write_bytes(verifier_page())
    with running_chromium(tmp_path_factory.mktemp("profile")) as found:
        found.execute_cdp_cmd("Network.enable", {})
        off = {"offline": True, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0}
        found.execute_cdp_cmd("Network.emulateNetworkConditions", off)
        found.get(page.as_uri())
        yield found


def checks_of(content: bytes, known: KnownElsewhere) -> list[list[str]] | None:
    """What the engine makes of a file."""
    try:
        report = verify(protocol_in(content, "p.json"), known)
    except InputError:
        return None
    return [[check.name, check.verdict] for check in report.checks]


def test_both_implementations_draw_the_same(chromium: webdriver.Chrome) -> None:
    # 10,000 once: python benchmarks/draw.py.
    chance = random.Random(1)
    files = []
    for _ in range(150):
        of, listed = random_draw(chance)
        secret = f"{chance.getrandbits(256):064x}"
        gone = tuple(win.case for win in protocol(of, listed, secret).draw_again().wins[:2])
        files.append(protocol(of, listed, secret, gone).as_file())
    for content, checks in zip(files, chromium.execute_script(ALL, [each.decode() for each in files], {}), strict=True):
        assert checks == checks_of(content, KnownElsewhere())
        assert [name for name, verdict in checks if verdict == "fail"] == []


def test_both_catch_every_change_of_a_single_cell_by_the_same_checks(chromium: webdriver.Chrome) -> None:
    found = small()
    known = all_known(found)
    told = {
        "published": known.published, "signed": known.signed, "publicValue": known.public_value,
        "withdrawals": known.withdrawals,
    }  # fmt: skip
    cases = dict(tampered(found))
    seen = chromium.execute_script(ALL, [content.decode() for content in cases.values()], told)
    for (name, content), checks in zip(cases.items(), seen, strict=True):
        assert checks == checks_of(content, known), name
        assert checks is None or "fail" in [verdict for _, verdict in checks], name


def test_both_make_the_same_of_protocols_that_somebody_spoilt(chromium: webdriver.Chrome) -> None:
    chance = random.Random(2)
    files = [spoilt(protocol(*random_draw(chance)), chance) for _ in range(200)]
    seen = chromium.execute_script(ALL, [content.decode() for content in files], {})
    assert seen == [checks_of(content, KnownElsewhere()) for content in files]


def test_the_page_tells_what_holds_and_what_it_cannot_tell(chromium: webdriver.Chrome, tmp_path: Path) -> None:
    found = small()
    path = tmp_path / "giao-thuc.json"
    path.write_bytes(found.as_file())

    def press(*given: str) -> list[str]:
        """Fill in the codes, press, and read both verdicts."""
        for field, value in zip(("published", "publicValue", "signed", "withdrawals"), given, strict=False):
            box = chromium.find_element(By.ID, field)
            box.clear()
            box.send_keys(value)
        chromium.find_element(By.ID, "verify").click()
        return [lamp.text for lamp in chromium.find_elements(By.CSS_SELECTOR, ".lamp b")]

    chromium.find_element(By.ID, "file").send_keys(str(path))
    WebDriverWait(chromium, 60).until(lambda page: page.find_element(By.CSS_SELECTOR, "body[data-read]"))
    assert press() == ["KHÔNG KIỂM ĐƯỢC", "KHÔNG KIỂM ĐƯỢC"]
    known = all_known(found)
    codes = [str(known.published), str(known.public_value), str(known.signed), str(known.withdrawals)]
    assert press(*codes) == ["ĐẠT", "KHÔNG KIỂM ĐƯỢC"]
    ask = chromium.find_element(By.ID, "dossier")
    ask.send_keys("HS-001")
    assert chromium.find_element(By.ID, "found").text == "Hồ sơ HS-001: đã rút."
    assert press("0" * 64) == ["KHÔNG ĐẠT", "KHÔNG KIỂM ĐƯỢC"]
    chromium.find_element(By.ID, "language").click()
    assert chromium.find_element(By.CSS_SELECTOR, ".lamp b").text == "DOES NOT HOLD"
    assert "left out of the list before it was frozen" in chromium.find_element(By.ID, "report").text
    assert chromium.get_log("browser") == []
