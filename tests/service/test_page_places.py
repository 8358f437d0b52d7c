"""The places of a case: addresses to go back to, the cookie that holds the case, one line in the log for a result."""

from __future__ import annotations

import asyncio
import base64
import json
import re
import zlib
from datetime import date
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any

import httpx
import pytest

from ancu.interview.interview import Interview, InterviewStep
from ancu.interview.saving import as_saved
from ancu.rulebook.rulebook import Rulebook
from ancu.service import page_places
from ancu.service.app import create_app
from ancu.service.settings import Keys, Settings
from tests.service.test_household_page import Form

LODGING = "worker_lodging"


class Browser:
    """A browser that sends cookies back to the paths that they are of."""

    def __init__(self, app: Any, **headers: str) -> None:
        self.app, self.headers = app, headers
        self.jar: dict[tuple[str, str], str] = {}
        self.set: list[str] = []

    def get(self, path: str) -> httpx.Response:
        return self._ask("GET", path)

    def post(self, button: str, **answers: str) -> httpx.Response:
        """Press a button of the page that is shown, and follow to where it leads."""
        fields = [field for field in self.form.fields if field[0] not in answers] + list(answers.items())
        data: dict[str, list[str]] = {"do": [button]}
        for name, value in fields:
            data.setdefault(name, []).append(value)
        return self._ask("POST", self.root + "/", data)

    @property
    def root(self) -> str:
        return "/ancu" if self.path.startswith("/ancu") else ""

    def send(self, path: str, name: str, content: bytes) -> httpx.Response:
        """Send a file."""
        return self._ask("POST", path, files={"file": (name, content)})

    def ask(self, path: str, **fields: str) -> httpx.Response:
        """Send a form that stands on another page."""
        return self._ask("POST", path, {name: [value] for name, value in fields.items()})

    def _ask(self, method: str, path: str, data: dict[str, list[str]] | None = None, **more: Any) -> httpx.Response:
        sent = {name: value for (of, name), value in self.jar.items() if path.startswith(of)}
        cookie = "; ".join(f"{name}={value}" for name, value in sent.items())

        async def ask() -> httpx.Response:
            transport = httpx.ASGITransport(self.app)
            async with httpx.AsyncClient(transport=transport, base_url="http://x", headers=self.headers) as client:
                return await client.request(
                    method, path, data=data, headers={"cookie": cookie} if cookie else {}, **more
                )

        answer = asyncio.run(ask())
        self.set = answer.headers.get_list("set-cookie")
        for line in self.set:
            for name, one in SimpleCookie(line).items():
                if one.value and one["max-age"] != "0":
                    self.jar[one["path"], name] = one.value
                else:
                    self.jar.pop((one["path"], name), None)
        if answer.status_code == 303:
            return self._ask("GET", answer.headers["location"])
        self.path, self.form = path, Form(answer.text)
        return answer


@pytest.fixture
def browser(book: Rulebook, tmp_path: Path) -> Browser:
    return Browser(create_app(Settings(decision_log=str(tmp_path / "log")), book))


def logged(tmp_path: Path) -> list[Any]:
    return [json.loads(line) for line in (tmp_path / "log").read_text(encoding="utf-8").splitlines()]


def request_in(answer: httpx.Response) -> str:
    found = re.search(r'class="id">(\w{32})<', answer.text)
    assert found is not None
    return found[1]


def test_a_case_is_in_its_cookie_and_nowhere_else(browser: Browser) -> None:
    browser.get("/")
    browser.get(f"/?scope={LODGING}&begin=1&as_of=01/05/2026")
    place = re.fullmatch(r"(/ho-so/[0-9a-f]{24}/)1", browser.path)
    assert place is not None
    answer = browser.post("skip", **{"f.works_in_that_zone": "yes", "case": "HS-7"})
    assert browser.path == f"{place[1]}2"
    assert answer.headers["cache-control"] == "no-store"
    (path, name), packed = next(one for one in browser.jar.items() if "ho-so" in one[0][0])
    assert (path, name) == (place[1], "ancu_case")
    text = zlib.decompress(base64.urlsafe_b64decode(packed + "==")).decode()
    assert "f.works_in_that_zone=yes" in text
    assert "case=HS-7" in text
    browser.get(f"{place[1]}1")
    assert ("f.works_in_that_zone", "yes") in browser.form.fields


def test_cookies_go_to_their_path_by_https_only_and_to_no_script(book: Rulebook) -> None:
    browser = Browser(create_app(Settings(root_path="/ancu"), book), **{"x-forwarded-proto": "https"})
    browser.get("/ancu/")
    assert browser.set == ["ancu_cookies=1; HttpOnly; Path=/ancu/; SameSite=strict; Secure"]
    browser.get(f"/ancu/?scope={LODGING}&begin=1")
    browser.post("skip")
    assert browser.path.startswith("/ancu/ho-so/")
    browser.post("finish")
    assert browser.path.endswith("/ket-qua")
    (line,) = browser.set
    page = browser.path.split("/")[3]
    assert re.fullmatch(rf"ancu_case=[\w-]+; HttpOnly; Path=/ancu/ho-so/{page}/; SameSite=strict; Secure", line)
    browser.post("new")
    assert not any("ho-so" in path for path, _ in browser.jar)


def test_a_result_is_logged_once_however_often_it_is_shown(browser: Browser, book: Rulebook, tmp_path: Path) -> None:
    browser.get("/")
    browser.get(f"/?scope={LODGING}&begin=1&as_of=01/05/2026")
    answer = browser.post("finish", **{"f.works_in_that_zone": "yes"})
    first, result = request_in(answer), browser.path
    for place in ("phieu", "ban-luu", "ket-qua", "1", "xem-lai", "ket-qua"):
        answer = browser.get(result.replace("ket-qua", place))
    assert request_in(answer) == first
    assert [line["request"] for line in logged(tmp_path)] == [first]
    # Another answer is another result; another process knows of none, and says what it takes the place of.
    browser.get(result.replace("ket-qua", "sua.works_in_that_zone"))
    browser.post("finish", **{"f.works_in_that_zone": "no"})
    assert browser.path == result
    browser.app = create_app(Settings(decision_log=str(tmp_path / "log")), book)
    browser.get(result)
    lines = logged(tmp_path)
    assert [line.get("replaces") for line in lines] == [None, first, lines[1]["request"]]


def test_a_case_that_asks_nothing_is_logged_once_too(browser: Browser, tmp_path: Path) -> None:
    browser.get("/")
    answer = browser.get("/?scope=temporary_house_elimination&begin=1&as_of=01/05/2026")
    assert browser.path.endswith("/1")
    assert request_in(answer) == request_in(browser.get(browser.path))
    assert len(logged(tmp_path)) == 1


def test_what_is_wrong_is_told_at_an_address_too(browser: Browser) -> None:
    browser.get("/")
    browser.get(f"/?scope={LODGING}&begin=1")
    first = browser.path
    answer = browser.post("next")
    assert (answer.status_code, browser.path) == (422, first)
    assert browser.get(first).status_code == 422
    browser.post("next", **{"as_of": "hôm qua"})
    assert browser.path == first
    answer = browser.get(first)
    assert answer.status_code == 422
    assert "hôm qua" in answer.text


@pytest.mark.parametrize(
    "cookie", ["", "x", "eJw", base64.urlsafe_b64encode(zlib.compress(b"at=1&scope=x" * 90_000)).decode()]
)
def test_what_was_not_given_out_or_is_too_old_is_not_taken(
    browser: Browser, cookie: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser.get("/")
    browser.get(f"/?scope={LODGING}&begin=1")
    first = browser.path
    kept = dict(browser.jar)
    path = first.removesuffix("1")
    browser.jar[path, "ancu_case"] = cookie
    answer = browser.get(first)
    assert (answer.status_code, answer.json()["type"]) == (410, "urn:ancu:problem:case-gone")
    browser.jar = kept
    assert browser.get(f"/ho-so/{24 * 'x'}/1").status_code == 410
    assert browser.get(f"{path}99").status_code == 200
    now = page_places.time.time()
    monkeypatch.setattr(page_places.time, "time", lambda: now + page_places.KEPT + 5)
    assert browser.get(first).status_code == 410


def test_a_case_too_long_for_a_cookie_is_answered_in_place(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_places, "_LONGEST", 150)
    browser.get("/")
    browser.get(f"/?scope={LODGING}&begin=1")
    assert browser.path.startswith("/ho-so/")
    browser.post("skip", case="HS-0123456789-ABCDEFGHIJ-KLMNOPQRST")
    assert browser.path == "/"
    assert browser.post("finish").status_code == 200


def test_a_case_is_saved_as_a_file_and_gone_on_with(browser: Browser) -> None:
    browser.get("/")
    browser.get(f"/?scope={LODGING}&begin=1&as_of=01/05/2026")
    browser.post("next", **{"f.works_in_that_zone": "yes", "case": "HS/7 ữ"})
    saved = browser.post("save", **{"f.works_in_that_zone": "yes"})
    assert saved.headers["content-disposition"] == "attachment; filename*=UTF-8''ho-so-HS-7%20%E1%BB%AF.json"
    assert saved.json()["ancu_case"] == 1
    assert ["f.works_in_that_zone", "yes"] in saved.json()["fields"]
    assert "page" not in dict(saved.json()["fields"])
    browser.jar.clear()
    browser.get("/")
    opened = browser.send("/ho-so", "ho-so.json", saved.content)
    assert opened.status_code == 200
    assert browser.path.startswith("/ho-so/")
    assert ("f.works_in_that_zone", "yes") in browser.form.fields
    assert ("case", "HS/7 ữ") in browser.form.fields


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"{}", b'{"ancu_case": 2, "fields": []}', b'{"ancu_case": 1, "fields": [1]}', b"\xff", b"[" * 9_999],
)
def test_another_file_is_no_case(browser: Browser, content: bytes) -> None:
    browser.get("/")
    answer = browser.send("/ho-so", "<b>.json", content)
    assert answer.status_code == 422
    assert "“b_.json” không phải là hồ sơ do trang này lưu" in answer.json()["detail"]
    forged = b'{"ancu_case": 1, "fields": [["scope", "worker_lodging"], ["f.nothing", "1"], ["step", "x y"]]}'
    assert browser.send("/ho-so", "a.json", forged).status_code == 200
    assert browser.send("/ho-so", "a.json", forged.replace(LODGING.encode(), b"x")).status_code == 422


LAN, MINH = "khoa-cua-nguoi-nhap", "khoa-cua-nguoi-khac"


def office(book: Rulebook) -> Browser:
    """A browser at which several people sit down."""
    browser = Browser(create_app(Settings(keys=Keys.of([("lan/clerk", LAN), ("minh/clerk", MINH)])), book))
    browser.headers = {"accept": "text/html"}
    return browser


def begun(browser: Browser, lang: str = "vi") -> str:
    """Begin a case in ``browser``; the address of its second step."""
    browser.get("/")
    browser.get(f"/?scope={LODGING}&begin=1&lang={lang}")
    browser.post("skip", **{"f.works_in_that_zone": "yes"})
    assert browser.path.startswith("/ho-so/")
    return browser.path


def cases(browser: Browser) -> set[str]:
    return {path for path, name in browser.jar if name == "ancu_case"}


def test_signing_out_erases_the_cases_of_the_browser(book: Rulebook) -> None:
    browser = office(book)
    browser.ask("/dang-nhap", khoa=LAN)
    first, second = begun(browser), begun(browser)  # two tabs, each with its own
    assert first.rpartition("/")[0] != second.rpartition("/")[0]
    assert browser.get(first).status_code == browser.get(second).status_code == 200
    browser.post("new")
    assert cases(browser) == {first.rpartition("/")[0] + "/"}
    browser.ask("/dang-xuat")
    assert cases(browser) == set()
    assert browser.jar == {("/", "ancu_cookies"): "1"}
    browser.ask("/dang-nhap", khoa=LAN)
    assert browser.get(first).status_code == 410


def test_a_case_is_opened_for_nobody_else(book: Rulebook) -> None:
    browser = office(book)
    browser.ask("/dang-nhap", khoa=LAN)
    place = begun(browser)
    # A session that ends takes nothing from whoever goes on.
    browser.jar.pop(("/", "ancu-session"))
    assert browser.get(place).status_code == 401
    browser.ask("/dang-nhap", khoa=LAN)
    assert browser.get(place).status_code == 200
    browser.ask("/dang-nhap", khoa=MINH)
    refused = browser.get(place)
    assert refused.status_code == 403
    assert "Người khác đã nhập hồ sơ này" in refused.text
    assert "works_in_that_zone" not in refused.text


def test_what_is_kept_no_longer_is_said_in_the_language_of_the_case(
    book: Rulebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = Browser(create_app(Settings(), book), accept="text/html")
    now = page_places.time.time()
    for lang, other, said in (("vi", "en", "Hồ sơ không còn được giữ"), ("en", "vi", "The case is kept no longer")):
        browser.headers["accept-language"] = other
        place = begun(browser, lang)
        with monkeypatch.context() as later:
            later.setattr(page_places.time, "time", lambda: now + page_places.KEPT + 5)
            assert f"<h1>{said}</h1>" in browser.get(place).text
        browser.get(place)
        browser.post("new")
        assert f"<h1>{said}</h1>" in browser.get(place).text


def test_an_interview_of_the_command_line_is_gone_on_with(browser: Browser, book: Rulebook) -> None:
    steps = [
        InterviewStep("housing_law_groups", "Công nhân"),
        InterviewStep("net_income", "12 triệu"),
        InterviewStep("marital_status", "độc thân"),
        InterviewStep("raising_minor_child", None),
        InterviewStep("owns_home", "không"),
    ]
    interview = Interview(book, ["social_housing_purchase"], date(2026, 5, 1), steps)
    browser.get("/")
    assert browser.send("/ho-so", "hs.json", as_saved(interview)).status_code == 200
    assert ("given", "net_income") in browser.form.fields  # it counts, and is not asked again
    held = {(name, value) for name, value in browser.form.fields if name.startswith("f.")}
    assert held >= {
        ("f.housing_law_groups", "worker"), ("f.net_income", "12 triệu"), ("f.marital_status", "single"),
        ("f.raising_minor_child", "?"), ("f.owns_home", "no"),
    }  # fmt: skip
    assert ("as_of", "01/05/2026") in browser.form.fields
    wrong = as_saved(interview).replace(b"net_income", b"net_incom")
    refused = browser.send("/ho-so", "hs.json", wrong)
    assert refused.status_code == 422
    assert "net_income" in refused.json()["detail"]
