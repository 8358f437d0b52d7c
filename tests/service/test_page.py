"""The clerk's page in a real browser: a case from the first question to the printed sheet, by mouse and by keyboard."""

from __future__ import annotations

import asyncio
import base64
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import httpx
import pytest
from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import Select, WebDriverWait

import ancu
from ancu.rulebook.rulebook import Rulebook
from ancu.service.app import create_app
from ancu.service.settings import Settings, SettingsError
from tests.conftest import WORKER
from tests.service.test_household_page import Form
from tests.support.axe import violations
from tests.support.servers import Running, serving

PURCHASE = "social_housing_purchase"
FACTS: dict[str, Any] = WORKER | {"net_income": "12 triệu", "home_to_work_distance": "5 km"}
#: Contrast of every text with what lies behind it, by WCAG 2; the worst is returned with its text.
CONTRAST = """
function channels(color) { return (color.match(/[\\d.]+/g) || []).map(Number); }
function light(c) {
  const [r, g, b] = c.slice(0, 3).map(v => { v /= 255; return v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; });
  return .2126 * r + .7152 * g + .0722 * b;
}
function behind(element) {
  for (let e = element; e; e = e.parentElement) {
    const c = channels(getComputedStyle(e).backgroundColor);
    if (c.length < 4 || c[3] > 0) return c;
  }
  return [255, 255, 255];
}
let worst = [99, ''];
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const element = walker.currentNode.parentElement, text = walker.currentNode.textContent.trim();
  if (!text || ['SCRIPT', 'STYLE'].includes(element.tagName) || !element.checkVisibility()) continue;
  const [a, b] = [light(channels(getComputedStyle(element).color)), light(behind(element))];
  const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
  if (ratio < worst[0]) worst = [ratio, text];
}
return worst;
"""


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with serving(tmp_path_factory.mktemp("page")) as running:
        yield running


@pytest.fixture
def page(chromium: webdriver.Chrome, service: Running) -> Iterator[Page]:
    chromium.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    chromium.get_log("browser")
    found = Page(chromium, service.address)
    found.at_width(1200)
    chromium.get(service.address)
    yield found
    # Nothing was blocked, nothing failed; the browser also notes a form that is to be mended.
    assert [line for line in chromium.get_log("browser") if "status of 422" not in line["message"]] == []


class Page:
    """The page as whoever sits before it uses it."""

    def __init__(self, driver: webdriver.Chrome, address: str) -> None:
        self.driver, self.address = driver, address

    def at_width(self, width: int) -> None:
        metrics = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)

    def find(self, selector: str) -> WebElement:
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector: str) -> list[WebElement]:
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    @property
    def text(self) -> str:
        return self.find("body").text

    def begin(self, *scope: str, case: str = "", as_of: str = "01/05/2026") -> None:
        """Tick the programmes ``scope``, all that are listed for none, and begin."""
        if not self.all("#programmes"):
            self.find("#directly > summary").click()
        self.find("#as_of").clear()
        self.find("#as_of").send_keys(as_of)
        for box in self.all("[name=scope]"):
            if box.get_attribute("value") in scope or (not scope and box.is_displayed()):
                self.driver.execute_script("arguments[0].checked = true", box)
        self.press(self.find(".actions button[name=begin]"))
        if case:
            self.find("#case").send_keys(case)

    def press(self, button: WebElement, by: str | None = None) -> None:
        """Press a button, or a key on a field, and wait for the page that answers."""
        self.driver.execute_script("document.documentElement.dataset.left = ''")
        button.click() if by is None else button.send_keys(by)
        answered = "return document.readyState === 'complete' && !('left' in document.documentElement.dataset)"
        wait = WebDriverWait(self.driver, 10, 0.05, [WebDriverException])
        wait.until(lambda driver: driver.execute_script(answered))

    def next(self) -> None:
        """Go on; what has no answer is said not to be known."""
        self.press(self.find("form > .actions button[value=skip]"))

    def go_on(self) -> None:
        self.press(self.find("form > .actions button[value=next]"))

    def open_all(self) -> None:
        self.driver.execute_script("document.querySelectorAll('details').forEach(one => { one.open = true })")

    def finish(self) -> None:
        self.press(self.find("form > .actions button[value=finish]"))

    def asked(self) -> list[str]:
        """The facts asked now, in order."""
        found = self.all("form > .card input[name=asked]")
        return [str(element.get_attribute("value")) for element in found]

    def answer(self, name: str, value: str) -> None:
        fields = self.all(f"form > .card [name='f.{name}']")
        if len(fields) > 1 and fields[0].get_attribute("type") == "text":
            fields = fields[:1]
        if fields[0].tag_name == "select":
            Select(fields[0]).select_by_value(value)
        elif fields[0].get_attribute("type") == "text":
            fields[0].clear()
            fields[0].send_keys(value)
        else:
            said = {"có": "yes", "không": "no"}.get(value, value)
            box = next(field for field in fields if field.get_attribute("value") == said)
            if not box.is_selected():
                box.click()

    def reach(self, fact: str) -> None:
        """Answer as the worker of the tests would, up to ``fact`` and what is asked beside it."""
        while True:
            asked = self.asked()
            for name in asked:
                if name in FACTS and name != fact:
                    self.answer(name, FACTS[name])
            if fact in asked:
                return
            self.next()

    def decide_worker(self, **changed: str) -> list[str]:
        """Answer what is asked as the worker of the tests would; the facts that were asked."""
        asked: list[str] = []
        while facts := self.asked():
            asked += facts
            for name in facts:
                if name in FACTS | changed:
                    self.answer(name, (FACTS | changed)[name])
            self.next()
        return asked


def test_a_case_from_the_first_question_to_the_decision(page: Page, book: Rulebook) -> None:
    page.begin(PURCHASE, case="HS-01")
    asked = page.decide_worker()
    assert len(asked) == len(set(asked))
    known = {name: value for name, value in FACTS.items() if name in asked}
    decision = ancu.decide(book, ancu.read_record(book, known), PURCHASE, date(2026, 5, 1))
    assert page.find("h1").text == "Kết quả xét điều kiện hỗ trợ nhà ở"
    texts = decision.texts("vi")
    # At a glance: how it came out, what is granted, what comes next and who issues it; the rest is folded.
    assert page.find(".glance .badge").text == "Đủ điều kiện"
    assert texts.benefit in page.find(".glance").text
    assert "Giấy xác nhận về đối tượng, thu nhập" in page.find(".glance").text
    assert "Nơi làm việc xác nhận" in page.find(".glance").text
    assert not page.find(".decision li").is_displayed()
    page.open_all()
    assert page.find(".verdict .badge").text == "Đủ điều kiện"
    shown = [item.text for item in page.all(".decision li")]
    for text in (*texts.reasons, *texts.papers, *texts.open_priority, *texts.missing_for_priority):
        assert text in shown
    assert not set(texts.notes) & set(shown), "the lawyer's notes are for the file"
    assert "12.000.000 đồng (mười hai triệu đồng)" in page.find(".answers").text
    meta = page.find(".meta").text.split("\n")
    assert meta[:4] == ["Mã hồ sơ", "HS-01", "Ngày xét", "01/05/2026"]
    assert meta[4] == "Mã yêu cầu"
    assert book.digest[:12] in page.find(".receipt").text


def test_only_what_can_still_matter_is_asked(page: Page) -> None:
    page.begin(PURCHASE)
    asked = page.decide_worker(bought_social_housing="có")
    assert asked[0] == "housing_law_groups"
    assert "net_income" not in asked[asked.index("bought_social_housing") + 6 :]
    assert page.find(".glance .badge").text == "Không đủ điều kiện"
    page.press(page.find(".answers [value='change.bought_social_housing']"))
    assert page.asked() == ["bought_social_housing"]
    page.answer("bought_social_housing", "không")
    page.go_on()
    page.decide_worker()
    assert page.find(".glance .badge").text == "Đủ điều kiện"


def is_answered(field: WebElement) -> bool:
    """Whether something is chosen or written in a field."""
    if field.get_attribute("type") in ("radio", "checkbox"):
        return field.is_selected()
    return bool(field.get_attribute("value"))


def test_back_leads_step_by_step_to_where_it_began(page: Page) -> None:
    page.begin(PURCHASE)
    address = page.driver.current_url
    steps = []
    for _ in range(3):
        steps.append(page.asked())
        for name in page.asked():
            page.answer(name, str(FACTS.get(name, "?")))
        page.go_on()
    last = page.asked()
    for step in reversed(steps):
        page.press(page.find("form > .actions button[value=back]"))
        assert page.asked() == step
        for name in step:
            fields = page.all(f"form > .card [name='f.{name}']")
            assert any(is_answered(one) for one in fields), name
    for step in [*steps[1:], last]:
        page.go_on()
        assert page.asked() == step
    # The first step is an address, which the browser's own button leads back to, as it does to the choice before it.
    page.driver.get(address)
    assert page.asked() == steps[0]
    page.press(page.find("form > .actions a"))
    assert page.find(f"[name=scope][value={PURCHASE}]").is_selected()


def test_the_browser_goes_back_forward_and_reloads_and_keeps_the_answers(page: Page) -> None:
    page.begin(PURCHASE, case="HS-02")
    last: list[str] = []
    while asked := page.asked():
        last = asked
        for name in asked:
            page.answer(name, str(FACTS.get(name, "?")))
        page.go_on()
    request = page.find(".meta .id").text
    for _ in range(2):
        page.driver.refresh()
        assert page.find(".meta .id").text == request, "what is shown again is the same result"
    page.driver.back()
    assert page.asked() == last
    for name in last:
        assert any(is_answered(one) for one in page.all(f"form > .card [name='f.{name}']")), name
    page.driver.forward()
    assert page.find(".meta .id").text == request
    assert re.fullmatch(r"/ho-so/[0-9a-f]{24}/ket-qua", page.driver.current_url.removeprefix(page.address))
    page.press(page.find("button[value=slip]"))
    assert request in page.find(".running").text
    page.driver.back()
    page.press(page.find("button[value=new]"))
    assert page.find("#start").is_displayed()
    page.driver.back()
    assert "không còn được giữ" in page.find("main").text, "as the case was, whatever the browser speaks"
    number = page.driver.current_url.split("/")[-2]
    assert [one["name"] for one in page.driver.get_cookies()] == ["ancu_cookies"]
    assert number not in page.driver.get_cookies()[0]["value"], "nothing of the case is kept"
    page.driver.get_log("browser")  # which notes that the page is gone


def test_an_error_told_is_no_page_to_go_back_over(page: Page) -> None:
    page.begin("worker_lodging")
    first = page.asked()
    page.go_on()
    assert "Hãy trả lời" in page.find("#errors").text
    page.driver.refresh()
    assert "Hãy trả lời" in page.find("#errors").text
    page.next()
    page.finish()
    page.driver.back()
    page.driver.back()
    assert page.asked() == first
    assert page.all("#errors") == []


def test_the_language_changes_and_the_answers_stay(page: Page) -> None:
    page.begin(PURCHASE)
    page.answer("housing_law_groups", "worker")
    page.press(page.find("button[value='lang.en']"))
    assert page.find("html").get_attribute("lang") == "en"
    assert page.asked()[0] == "housing_law_groups"
    assert page.find("[name='f.housing_law_groups'][value=worker]").is_selected()
    page.decide_worker()
    assert page.find(".glance .badge").text == "Eligible"
    page.press(page.find("button[value='lang.vi']"))
    assert page.find(".glance .badge").text == "Đủ điều kiện"


def test_a_line_passed_over_is_told_and_an_unknown_is_said(page: Page) -> None:
    page.begin(PURCHASE)
    page.go_on()
    assert "Hãy trả lời, hoặc chọn “Chưa biết”" in page.find("#errors").text
    assert page.asked()[0] == "housing_law_groups"
    assert len(page.all("#errors li")) == len(page.asked())
    page.answer("housing_law_groups", "?")
    page.next()
    assert "housing_law_groups" not in page.asked()
    page.press(page.find("button[value=review]"))
    assert page.find("h1").text == "Xem lại câu trả lời"
    assert "Chưa biết" in page.find(".answers").text
    page.press(page.find("[value='change.housing_law_groups']"))
    assert page.find("[name='f.housing_law_groups'][value='?']").is_selected()
    page.find("[name='f.housing_law_groups'][value=worker]").click()
    page.go_on()
    assert "Đã chọn “Chưa biết” cùng với" in page.find("#errors").text


def test_what_is_left_blank_is_not_asked_again(page: Page) -> None:
    page.begin("worker_lodging")
    seen: list[str] = []
    while facts := page.asked():
        assert not set(facts) & set(seen)
        seen += facts
        page.next()
    assert page.find(".glance .badge").text == "Chưa đủ thông tin"
    page.open_all()
    assert "Thông tin còn thiếu" in page.text
    assert [cell.text for cell in page.all(".answers tbody td:nth-of-type(1)")] == ["Chưa biết"] * len(seen)


def test_it_begins_with_who_asks_and_for_what(page: Page, book: Rulebook) -> None:
    assert not any(box.is_displayed() for box in page.all("[name=scope]"))
    page.find("[name=who][value=poor]").click()
    page.find("[name=for][value=build]").click()
    page.press(page.find("button[name=list]"))
    listed = [box.get_attribute("value") for box in page.all("[name=scope]") if box.is_displayed()]
    assert listed
    for name in listed:
        programme = book.programmes[str(name)]
        assert "build" in programme.purpose
        assert {"poor", "social_housing"} & set(programme.audience)
    assert not any(box.is_selected() for box in page.all("[name=scope]")), "nothing is ticked for the clerk"
    page.press(page.find(".actions button[name=begin]"))
    assert "Hãy chọn ít nhất một chương trình" in page.find("#errors").text
    page.find("[name=scope][value=house_gift]").click()
    page.find("[name=scope][value=self_build_loan]").click()
    page.press(page.find(".actions button[name=begin]"))
    assert page.asked()[0] == "housing_law_groups"
    assert re.fullmatch(r"/ho-so/[0-9a-f]{24}/1", page.driver.current_url.removeprefix(page.address))
    assert page.find("legend").text == "Người đứng đơn thuộc nhóm nào dưới đây?"


def test_many_programmes_at_once(page: Page, book: Rulebook) -> None:
    page.begin()
    standing = len(page.all(".standing li"))
    in_force = [n for n, p in book.programmes.items() if p.in_force_on(date.today())]
    assert standing == len(in_force)
    page.finish()
    assert len(page.all(".decision")) == len(page.all(".glance tbody tr")) == standing


def test_what_a_bank_decides_is_asked_last_and_may_stay_open(page: Page, book: Rulebook) -> None:
    page.begin("self_build_loan")
    asked: list[str] = []
    said = {"housing_law_groups": "worker", "area_type": "urban", "has_house": "có", "house_condition": "damaged"}
    while facts := page.asked():
        late = [name for name in facts if book.facts[name].decided_by == "bank"]
        assert late in ([], facts), "they stand on a form of their own"
        asked += facts
        if late:
            assert "Phần này do ngân hàng hoặc cơ quan xác định sau" in page.text
        for name in facts:
            if not late and book.facts[name].type == "yes_no":
                page.answer(name, "có")
            elif name in said and said[name] in {*book.facts[name].values, "có"}:
                page.answer(name, said[name])
        page.next()
    places = [i for i, name in enumerate(asked) if book.facts[name].decided_by is not None]
    assert places
    assert places == list(range(places[0], len(asked)))


def test_a_wrong_value_is_told_where_it_stands_and_nothing_is_lost(page: Page) -> None:
    page.begin(PURCHASE)
    page.reach("net_income")
    page.answer("net_income", "nhiều lắm")
    page.next()
    assert page.driver.title.startswith("Có lỗi")
    assert page.driver.switch_to.active_element.get_attribute("id") == "errors"
    field = page.find("form > .card #q-net_income")
    assert field.get_attribute("value") == "nhiều lắm"
    assert field.get_attribute("aria-invalid") == "true"
    described = [page.find(f"#{part}").text for part in str(field.get_attribute("aria-describedby")).split()]
    assert any("Không đọc được thành số" in text for text in described)
    page.find("#errors a").click()
    assert page.driver.switch_to.active_element == field
    page.answer("net_income", "12 triệu")
    page.next()
    page.decide_worker()
    assert page.find(".glance .badge").text == "Đủ điều kiện"


def test_an_unusual_value_is_asked_and_confirmed_beside_its_field(page: Page) -> None:
    page.begin(PURCHASE)
    page.reach("net_income")
    page.answer("net_income", "25")
    page.next()
    assert "25 đồng hay 25 triệu đồng" in page.find("#e-net_income").text
    box = page.find("form > .card [name='c.net_income']")
    assert box.accessible_name == "Đúng là 25 đồng (hai mươi lăm đồng)"
    # What was confirmed is that text: another is asked about again.
    box.click()
    page.answer("net_income", "26")
    page.next()
    assert "26 đồng hay 26 triệu đồng" in page.find("#e-net_income").text
    page.find("form > .card [name='c.net_income']").click()
    page.next()
    page.decide_worker()
    assert page.find(".glance .badge").text == "Đủ điều kiện"
    assert "26 đồng" in page.find(".answers").text


def test_a_day_that_is_none_or_not_covered(page: Page) -> None:
    page.begin(PURCHASE, as_of="31/02/2026")
    assert "Ngày này không có thật" in page.find("#errors").text
    assert page.find("#as_of").get_attribute("aria-invalid") == "true"
    page.find("#as_of").clear()
    page.find("#as_of").send_keys("01/01/1990")
    page.go_on()
    assert "chỉ xét được từ ngày" in page.find("#errors").text


def test_what_looks_like_a_page_is_a_text(page: Page) -> None:
    text = '"><script>document.title="x"</script><img src=x onerror=alert(1)>'
    page.begin("worker_lodging", case=text)
    page.finish()
    assert page.find(".meta dd").text == text
    page.press(page.find("button[value=file]"))
    assert text in page.find(".running").text
    page.press(page.find("button[value=result]"))
    assert page.driver.title == "Kết quả xét điều kiện hỗ trợ nhà ở"
    assert page.all("main img, main script") == []


def test_what_has_the_focus_is_seen_and_comes_in_order(page: Page) -> None:
    def focused() -> WebElement:
        return page.driver.switch_to.active_element

    page.driver.execute_script("document.body.tabIndex = -1; document.body.focus()")
    order = []
    for _ in range(17):
        webdriver.ActionChains(page.driver).send_keys(Keys.TAB).perform()
        order.append(focused().get_attribute("value") or focused().text)
        outline = focused().value_of_css_property("outline-style")
        assert outline == "solid", order[-1]
    places = ["Một hồ sơ", "Danh sách", "Tra cứu luật", "Tình huống"]
    assert order[:7] == ["Đến nội dung chính", "English", *places, "merit"]
    assert "Chọn thẳng chương trình" in order


STEPS = ("start", "list", "questions", "errors", "review", "result", "file", "slip")


@pytest.mark.parametrize("width", [320, 1200])
@pytest.mark.parametrize("step", STEPS)
def test_every_step_is_readable_and_named(page: Page, step: str, width: int) -> None:
    page.at_width(width)
    if step == "list":
        page.press(page.find("#start button[name=list]"))
    elif step != "start":
        scope = [PURCHASE] if step == "errors" else []
        page.begin(*scope, as_of="31/02/2026" if step == "errors" else "01/05/2026")
    if step == "review":
        page.next()
        page.press(page.find("button[value=review]"))
    if step in ("result", "file", "slip"):
        page.finish()
        page.open_all()
    if step in ("file", "slip"):
        page.press(page.find(f"button[value={step}]"))
    overflow = page.driver.execute_script("return document.documentElement.scrollWidth - window.innerWidth")
    assert overflow <= 0
    ratio, text = page.driver.execute_script(CONTRAST)
    assert ratio >= 4.5, text
    if step not in ("result", "file") or width == 1200:  # some seconds where all programmes are told of
        assert violations(page.driver) == []
    assert page.find("html").get_attribute("lang") == "vi"
    assert len(page.all("h1")) == 1
    assert len(page.all("main")) == 1
    for control in page.all("input:not([type=hidden]), select, button, summary, a[href]"):
        if control.is_displayed():
            assert control.accessible_name.strip(), control.get_attribute("outerHTML")
            inline = control.tag_name == "a"
            assert inline or control.size["height"] >= 20, control.get_attribute("outerHTML")
    ids = [element.get_attribute("id") for element in page.all("[id]")]
    assert len(ids) == len(set(ids))
    for group in page.all("fieldset"):
        assert group.find_element(By.TAG_NAME, "legend").text or not group.is_displayed()
    for element in page.all("[aria-describedby]"):
        for part in str(element.get_attribute("aria-describedby")).split():
            assert part in ids


@pytest.mark.parametrize("width", [320, 1200])
def test_members_are_listed_by_keyboard_and_each_is_asked(page: Page, width: int) -> None:
    page.at_width(width)
    page.begin("merit_house_grant")
    begin = page.find(".household button[value=add]")
    assert begin.accessible_name == "Kê khai thành viên trong hộ"
    page.press(begin, by=Keys.ENTER)
    focused = page.driver.switch_to.active_element
    assert focused.accessible_name == "Người này là gì của người đứng đơn?"
    Select(focused).select_by_visible_text("Cha")
    page.find("#label").send_keys("dòng 3")
    page.press(page.find("#label"), by=Keys.ENTER)
    assert [member.text for member in page.all(".who")] == ["Người đứng đơn", "Cha (dòng 3)"]
    asked = page.asked()
    assert page.driver.switch_to.active_element.get_attribute("name") == f"f.{asked[0]}"
    assert page.find("#section1").text == "Người đứng đơn"
    for group in page.all("form > .card fieldset legend"):
        assert group.text.startswith("Người đứng đơn: ")
    overflow = page.driver.execute_script("return document.documentElement.scrollWidth - window.innerWidth")
    assert overflow <= 0
    ratio, text = page.driver.execute_script(CONTRAST)
    assert ratio >= 4.5, text
    for control in page.all("input:not([type=hidden]), select, button, summary"):
        if control.is_displayed():
            assert control.accessible_name.strip(), control.get_attribute("outerHTML")
            assert control.size["height"] >= 20, control.get_attribute("outerHTML")
    page.find(".household [name='f.members_complete'][value=nobody]").click()
    page.finish()
    assert page.find(".glance .badge").text == "Chưa đủ thông tin"
    assert any("Cha (dòng 3)" in item.get_attribute("textContent") for item in page.all(".decision li"))
    assert "Không còn ai khác" in page.find(".answers").text
    page.press(page.find(".household button[value='remove.m2']"))
    assert [member.text for member in page.all(".who")] == ["Người đứng đơn"]
    assert page.driver.switch_to.active_element.text == "Thêm một người"


@pytest.mark.parametrize("sheet", ["slip", "file"])
def test_in_print_there_is_the_sheet_and_nothing_else(page: Page, book: Rulebook, sheet: str) -> None:
    page.begin(PURCHASE, case="HS-01")
    page.decide_worker()
    page.press(page.find(f"button[value={sheet}]"))
    assert page.find("#print").is_displayed()
    page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    for selector in ("form button", ".actions", ".language", "footer", ".skip", ".top"):
        assert not any(element.is_displayed() for element in page.all(selector)), selector
    for selector in (".decision", ".meta", ".advice", ".signature", ".running"):
        assert page.find(selector).is_displayed(), selector
    assert "HS-01" in page.find(".running").text
    assert re.search(r"Mã yêu cầu: [0-9a-f]{32}", page.find(".running").text)
    decision = ancu.decide(book, ancu.read_record(book, FACTS), PURCHASE, date(2026, 5, 1))
    notes = [text for text in decision.texts("vi").notes if text in page.find("main").text]
    assert bool(notes) == (sheet == "file")
    pdf = base64.b64decode(page.driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})["data"])
    pages = len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))
    assert pages == 1 if sheet == "slip" else pages > 1


def test_in_english(page: Page) -> None:
    page.press(page.find("a.language"))
    assert page.find("html").get_attribute("lang") == "en"
    assert page.find("h1").text == "Check entitlement to housing support"
    page.begin(PURCHASE)
    page.decide_worker()
    assert page.find(".glance .badge").text == "Eligible"


def test_with_keys_the_page_asks_for_one_and_goes_on_where_one_was(
    chromium: webdriver.Chrome, tmp_path_factory: pytest.TempPathFactory
) -> None:
    key = "a-key-for-the-page"
    chromium.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    with serving(tmp_path_factory.mktemp("keys"), ANCU_API_KEYS=key) as running:
        page = Page(chromium, running.address)
        chromium.get(running.address)
        assert page.find("h1").text == "Đăng nhập"
        page.find("#khoa").send_keys(key)
        page.press(page.find("main button"))
        chromium.get_log("browser")  # notes the 401
        assert page.find("h1").text == "Xét điều kiện hỗ trợ nhà ở"
        page.begin("worker_lodging")
        assert page.asked()


# -- without a browser ------------------------------------------------------------------------------------------------


def test_the_page_is_small_strict_and_needs_no_script(service: Running) -> None:
    answer = httpx.get(service.address)
    assert len(answer.content) < 40_000
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert policy.endswith("; frame-ancestors 'none'")
    assert answer.headers["x-frame-options"] == "DENY"
    assert "unsafe" not in policy
    elsewhere = r"(src|href)=\"(?!/\?|/danh-sach\?|/luat\?|/tinh-huong\?|#|data:,)"
    assert not re.search(elsewhere, answer.text)  # nothing is fetched
    # The whole way by form posts alone, as a browser without scripts and cookies makes them.
    form = Form(httpx.get(f"{service.address}/?scope={PURCHASE}&begin=1&as_of=2026-05-01").text)
    while asked := [value for name, value in form.fields if name == "shown"]:
        said = {f"f.{name}": str(FACTS[name]) for name in asked if name in FACTS}
        fields = [(name, value) for name, value in form.fields if name not in said] + list(said.items())
        html = httpx.post(service.address, data=grouped([*fields, ("do", "skip")])).text
        form = Form(html)
    assert "Đủ điều kiện" in html


def grouped(fields: list[tuple[str, str]]) -> dict[str, list[str]]:
    """Fields of a form as httpx takes them."""
    found: dict[str, list[str]] = {}
    for name, value in fields:
        found.setdefault(name, []).append(value)
    return found


def test_under_a_path_and_in_the_frames_that_are_allowed(book: Rulebook) -> None:
    portal = "https://portal.example.vn"
    app = create_app(Settings(root_path="/ancu", frames=(portal,)), book)

    async def ask() -> list[httpx.Response]:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://x") as client:
            paths = ("/ancu/", "/ancu", "/", "/ancu/nothing", "/ancu/openapi.json", "/ancux")
            return [await client.get(path, headers={"accept": "text/html"}) for path in paths]

    *pages, missing, description, other = asyncio.run(ask())
    for answer in (*pages, missing):
        assert re.findall(r'(?:href|action)="(/[^"]*)"', answer.text)
        assert all(link.startswith("/ancu/") for link in re.findall(r'(?:href|action)="(/[^"]*)"', answer.text))
        assert answer.headers["content-security-policy"].endswith(f"; frame-ancestors {portal}")
        assert "x-frame-options" not in answer.headers
    assert [answer.status_code for answer in (*pages, missing, other)] == [200, 200, 200, 404, 404]
    assert description.json()["servers"] == [{"url": "/ancu"}]
    for wrong in (Settings(root_path="ancu"), Settings(frames=("portal.example.vn",)), Settings(frames=("*",))):
        with pytest.raises(SettingsError):
            wrong.check()


def test_errors_are_pages_for_a_browser(service: Running) -> None:
    browser = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8", "accept-language": "vi"}
    for answer, status, text in (
        (httpx.get(f"{service.address}/nothing", headers=browser), 404, "Không có địa chỉ này"),
        (httpx.post(service.address, headers=browser, json={}), 415, "Content-Type"),
        (httpx.post(service.address, headers=browser | {"sec-fetch-site": "cross-site"}), 403, "biểu mẫu của chính nó"),
    ):
        assert answer.status_code == status
        assert answer.headers["content-type"].startswith("text/html")
        assert text in answer.text
        assert answer.headers["x-request-id"] in answer.text
        assert "unsafe" not in answer.headers["content-security-policy"]


def test_forms_of_other_sites_are_refused(service: Running) -> None:
    for site in ("cross-site", "same-site"):
        answer = httpx.post(service.address, data={"scope": PURCHASE}, headers={"sec-fetch-site": site})
        assert (answer.status_code, answer.json()["type"]) == (403, "urn:ancu:problem:cross-site")
    assert httpx.post(service.address, json={}).status_code == 415
    many = {f"x{i}": "" for i in range(3_000)}
    assert httpx.post(service.address, data=many).status_code == 400
    assert httpx.post(service.address, data={"scope": "nothing"}).status_code == 422
    odd = {"scope": PURCHASE, "asked": ["net_income", "nothing"], "f.net_income": "9" * 9_000, "f.nothing": "1"}
    assert httpx.post(service.address, data=odd).status_code == 422
