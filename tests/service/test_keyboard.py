"""A whole case and a whole list by the keys alone, in a real browser; and what axe-core says of the other pages."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from ancu.messages import message
from ancu.rulebook.rulebook import Rulebook
from ancu.service.templates import render
from tests.service.test_lists import LIST, PURCHASE
from tests.service.test_page_steps import POOR, SINGLE
from tests.support.axe import violations
from tests.support.keyboard import Keyboard
from tests.support.klm import Effort
from tests.support.servers import Running, serving


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with serving(tmp_path_factory.mktemp("keyboard")) as running:
        yield running


@pytest.fixture
def keyboard(chromium: webdriver.Chrome, service: Running) -> Keyboard:
    chromium.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    chromium.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    chromium.get(service.address)
    return Keyboard(chromium)


def texts(driver: webdriver.Chrome, selector: str) -> list[str]:
    return [one.text for one in driver.find_elements(By.CSS_SELECTOR, selector)]


def values(driver: webdriver.Chrome, selector: str) -> list[str]:
    return [str(one.get_attribute("value")) for one in driver.find_elements(By.CSS_SELECTOR, selector)]


@pytest.mark.parametrize(
    ("who", "what", "programme", "answers", "outcome"),
    [
        ("worker", "buy", PURCHASE, SINGLE, "Đủ điều kiện"),
        ("poor", "build", "house_gift", POOR, "Đủ điều kiện"),
    ],
)
def test_a_whole_case_by_the_keys_in_two_minutes(
    keyboard: Keyboard, book: Rulebook, who: str, what: str, programme: str, answers: dict[str, list[str]], outcome: str
) -> None:
    driver = keyboard.driver
    effort = Effort()
    keyboard.press(Keys.TAB)
    assert keyboard.is_on(".skip")
    keyboard.press(Keys.ENTER)
    keyboard.choose("who", who)
    keyboard.choose("for", what)
    keyboard.go()
    keyboard.tab_to(".skip")
    keyboard.press(Keys.ENTER)
    keyboard.choose("scope", programme)
    keyboard.go()
    effort.minds += 3 + 2
    while asked := values(driver, "input[name=shown]"):
        keyboard.awaits(f'[name="f.{asked[0]}"]')
        for name in asked:
            fact = book.facts[name]
            none = {"yes_no": "no", "list": "-"}.get(fact.type, "none" if "none" in fact.values else "?")
            keyboard.choose(f"f.{name}", answers.get(name, [none])[0])
        keyboard.tab_to(".actions [value=next]", first=False)
        keyboard.go()
        effort.minds += len(asked) + 1
    keyboard.awaits("h1")
    assert texts(driver, ".glance .badge") == [outcome]
    effort.keys = keyboard.keys
    assert effort.seconds <= 120, effort
    # The rest by keys too: why, what is printed, an answer changed, and the next case.
    keyboard.tab_to("[value=slip]")
    keyboard.go()
    keyboard.tab_to("#print")
    keyboard.tab_to("[value=result]", first=False)
    keyboard.go()
    keyboard.tab_to(".decision > summary")
    keyboard.press(Keys.ENTER)
    assert texts(driver, ".decision .verdict .badge") == [outcome]
    keyboard.tab_to(".answers button")
    keyboard.go()
    keyboard.tab_to(".actions [value=next]")
    keyboard.go()
    keyboard.tab_to("[value=new]")
    keyboard.go()
    assert texts(driver, "#start legend")


def test_what_is_to_be_mended_has_the_focus_and_leads_to_its_field(keyboard: Keyboard, service: Running) -> None:
    keyboard.driver.get(f"{service.address}/?scope={PURCHASE}&begin=1&as_of=01/05/2026")
    asked = values(keyboard.driver, "input[name=shown]")
    keyboard.awaits(f'[name="f.{asked[0]}"]')
    keyboard.tab_to('[name="f.net_income"]')
    keyboard.press("nhiều lắm")
    keyboard.go()
    keyboard.awaits("#errors")
    keyboard.tab_to('#errors a[href="#q-net_income"]')
    keyboard.press(Keys.ENTER)
    keyboard.awaits('[name="f.net_income"]')
    keyboard.go()
    keyboard.tab_to(f'#errors a[href="#q-{asked[0]}"]')
    keyboard.press(Keys.ENTER)
    keyboard.press(Keys.TAB)
    assert keyboard.is_on(f'[name="f.{asked[0]}"]')


def test_a_whole_list_by_the_keys(keyboard: Keyboard, tmp_path: Path) -> None:
    driver = keyboard.driver
    (tmp_path / "ds.csv").write_text(LIST, encoding="utf-8")
    keyboard.tab_to("nav a[href*='/danh-sach']")
    keyboard.go()
    keyboard.tab_to("#file")
    # The window that Space opens is the system's; this is what it hands over.
    driver.find_element(By.ID, "file").send_keys(str(tmp_path / "ds.csv"))
    keyboard.tab_to("main form button")
    keyboard.go()
    keyboard.tab_to("input[name^='ok.']")
    keyboard.press(Keys.SPACE)
    keyboard.tab_to("select[name^='value.']")
    meanings = texts(driver, "select[name^='value.'] option")
    place = next(i for i, text in enumerate(meanings) if text.startswith("Công nhân"))
    keyboard.press(*[Keys.ARROW_DOWN] * place)
    keyboard.tab_to("details > summary")
    keyboard.press(Keys.ENTER)
    keyboard.tab_to(f"input[name=scope][value={PURCHASE}]")
    keyboard.press(Keys.SPACE)
    keyboard.tab_to("#as_of")
    keyboard.press("01/05/2026")
    keyboard.tab_to("button[value=judge]")
    keyboard.go()
    assert texts(driver, ".tiles strong") == ["3", "2", "1"]
    keyboard.tab_to("a.button[href$='/tra-lai']")
    keyboard.go()
    keyboard.tab_to("input[name^='cell.']")
    keyboard.press("14 triệu")  # what stood there is selected by Tab
    keyboard.go()
    assert texts(driver, ".tiles strong") == ["3", "3", "0"]
    keyboard.tab_to("a.button[href$='/ket-qua']")
    keyboard.go()
    keyboard.tab_to("tbody a[href*='/dong/0#']")
    keyboard.go()
    assert texts(driver, ".decision.eligible .badge") == ["Đủ điều kiện"]
    keyboard.tab_to("p.crumbs a")
    keyboard.go()
    keyboard.tab_to("form[action$='/xoa'] button")
    keyboard.go()
    assert "danh-sach" in driver.current_url


@pytest.mark.parametrize(
    "address",
    [
        "/luat", "/luat/con-so", f"/luat/chuong-trinh/{PURCHASE}", "/luat/con-so/income_cap_single",
        "/luat/thay-doi?ngay=07/04/2026", "/luat?q=thu nhap", "/?who=poor&for=build", "/?list=all&begin=1",
        f"/ho-so/{24 * '0'}/1", "/nothing",
    ],
)  # fmt: skip
def test_axe_finds_nothing(keyboard: Keyboard, service: Running, address: str) -> None:
    keyboard.driver.get(service.address + address)
    assert violations(keyboard.driver) == []


@pytest.mark.parametrize("template", ["progress", "failed"])
def test_axe_finds_nothing_while_a_list_is_worked_on(keyboard: Keyboard, template: str) -> None:
    kept = SimpleNamespace(task="judge", file="ds.csv", stage="judging", judged=True, problems=["Đĩa đầy."])
    html = render(
        f"desk/{template}.html", wide=True, root="", agency="", lang="vi", digest="0" * 12, logged=False,
        text=lambda key, **values: message(key, "vi", **values), number=str, kept=kept, ahead=0, done=2_000,
        total=5_000, home="/danh-sach/1", other_language="", understood=True, expires="10:00",
    )  # fmt: skip
    keyboard.driver.get("data:text/html;charset=utf-8;base64," + base64.b64encode(html.encode()).decode())
    assert keyboard.driver.find_elements(By.CSS_SELECTOR, "progress, .summary")
    assert violations(keyboard.driver) == []


def test_axe_would_find_something(keyboard: Keyboard) -> None:
    keyboard.driver.execute_script("document.querySelector('main').insertAdjacentHTML('beforeend', '<input>')")
    assert [one[0] for one in violations(keyboard.driver)] == ["label"]
