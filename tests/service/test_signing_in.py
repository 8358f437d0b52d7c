"""Signing in with a key, by the page or by a proxy in front; and when that ends."""

from __future__ import annotations

import asyncio
import html
import logging
import re
import stat
from collections.abc import Awaitable, Callable
from pathlib import Path

import httpx
import pytest

from ancu.rulebook.rulebook import Rulebook
from ancu.service.app import create_app
from ancu.service.guard import Guard
from ancu.service.sessions import Sessions
from ancu.service.settings import Keys, Settings, SettingsError, digest_of, read_keys
from ancu.service.sign_in_page import local
from ancu.service.throttle import WRONG

KEY, OTHER = "a-key-of-the-clerk-1", "a-key-of-somebody-2"
BROWSER = {"accept": "text/html", "sec-fetch-site": "same-origin"}
IDLE, HOURS = 20, 8


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now

    def pass_minutes(self, minutes: float) -> None:
        self.now += 60 * minutes


def service(book: Rulebook, clock: Clock | None = None, **settings: object) -> Guard:
    keys = Keys.of([("lan/clerk", KEY), ("minh/policy", OTHER)], settings.pop("people", ()))  # type: ignore[arg-type]
    app = create_app(Settings(keys=keys, session_idle=IDLE, session_hours=HOURS, **settings), book)  # type: ignore[arg-type]
    if clock is not None:
        app.core.sessions._now = clock
    return app


def with_client(app: Guard, act: Callable[[httpx.AsyncClient], Awaitable[None]], client: str = "127.0.0.1") -> None:
    async def run() -> None:
        transport = httpx.ASGITransport(app, client=(client, 1))
        async with httpx.AsyncClient(transport=transport, base_url="http://x", headers=BROWSER) as found:
            await act(found)

    asyncio.run(run())
    app.app.state.desk.close()  # type: ignore[attr-defined]


async def sign_in(client: httpx.AsyncClient, key: str = KEY, **fields: str) -> httpx.Response:
    return await client.post("/dang-nhap", data={"khoa": key, **fields})


def test_a_browser_signs_in_and_goes_on_where_it_was(book: Rulebook, caplog: pytest.LogCaptureFixture) -> None:
    async def act(client: httpx.AsyncClient) -> None:
        asked = await client.get("/danh-sach?lang=vi")
        assert asked.status_code == 401
        assert asked.headers.get_list("www-authenticate") == ['Bearer realm="ancu"']  # no dialogue of the browser's own
        assert 'name="tiep" value="/danh-sach?lang=vi"' in asked.text
        assert (await sign_in(client, "nothing-of-the-kind")).status_code == 422
        done = await sign_in(client, tiep="/danh-sach?lang=vi")
        assert (done.status_code, done.headers["location"]) == (303, "/danh-sach?lang=vi")
        cookie = done.headers["set-cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=lax" in cookie
        assert "Secure" not in cookie
        assert KEY not in cookie
        page = await client.get("/danh-sach")
        assert page.status_code == 200
        assert "Thoát (lan)" in page.text
        refused = await client.get("/metrics")  # the roles of the key hold
        assert refused.status_code == 403

    with caplog.at_level(logging.INFO, "ancu.service"):
        with_client(service(book), act)
    assert re.search(r"request=\w+ key=lan/clerk act=sign-in$", caplog.text, re.MULTILINE)
    assert "key=lan/clerk GET /danh-sach 200" in caplog.text
    assert KEY not in caplog.text


def test_a_file_that_was_sent_too_late_leads_to_where_it_is_sent_from(book: Rulebook) -> None:
    async def act(client: httpx.AsyncClient) -> None:
        for sent, page in (("/ho-so", "/"), ("/danh-sach/abc/xoa", "/danh-sach/abc"), ("/danh-sach", "/danh-sach")):
            asked = await client.post(sent, files={"file": ("a.json", b"{}")})
            assert asked.status_code == 401
            assert "tệp vừa gửi chưa được nhận" in asked.text
            assert f'name="tiep" value="{sent}"' in asked.text
            done = await sign_in(client, tiep=sent)
            assert done.headers["location"] == page
            client.cookies.clear()

    with_client(service(book), act)


def test_behind_tls_the_cookie_goes_no_other_way(book: Rulebook) -> None:
    async def act(client: httpx.AsyncClient) -> None:
        client.headers["x-forwarded-proto"] = "https"
        done = await sign_in(client, tiep="/danh-sach")
        assert done.headers["location"] == "/ancu/danh-sach"
        cookie = done.headers["set-cookie"]
        assert "Secure" in cookie
        assert "Path=/ancu" in cookie

    with_client(service(book, root_path="/ancu"), act)


def test_a_session_ends_when_it_is_not_used_and_after_a_day_at_work(book: Rulebook) -> None:
    clock = Clock()

    async def status(client: httpx.AsyncClient) -> int:
        return (await client.get("/danh-sach")).status_code

    async def act(client: httpx.AsyncClient) -> None:
        await sign_in(client)
        for _ in range(3):
            clock.pass_minutes(IDLE - 1)
            assert await status(client) == 200
        clock.pass_minutes(IDLE)
        over = await client.get("/danh-sach")
        assert over.status_code == 401
        assert "Phiên làm việc đã kết thúc (quá 20 phút không dùng, quá 8 giờ" in over.text
        assert "Chưa có gì được ghi." in over.text
        await sign_in(client)
        for _ in range(HOURS * 60 // 10 - 1):
            clock.pass_minutes(10)
            assert await status(client) == 200
        clock.pass_minutes(10)
        assert await status(client) == 401

    with_client(service(book, clock), act)


def test_signing_out_ends_it_on_the_server(book: Rulebook) -> None:
    async def act(client: httpx.AsyncClient) -> None:
        await sign_in(client)
        token = client.cookies["ancu-session"]
        assert (await client.post("/dang-xuat", headers={"sec-fetch-site": "cross-site"})).status_code == 403
        assert (await client.get("/danh-sach")).status_code == 200
        assert "Phiên đã kết thúc ở máy chủ" in (await client.post("/dang-xuat")).text
        assert "ancu-session" not in client.cookies
        client.cookies.set("ancu-session", token)
        assert (await client.get("/danh-sach")).status_code == 401

    with_client(service(book), act)


def test_a_session_ends_with_its_key(tmp_path: Path) -> None:
    sessions = Sessions(str(tmp_path), 60, 600)
    before = Keys.of([("lan", KEY)])
    token = sessions.open("lan", digest_of(KEY).hex())
    assert sessions.find(token, before) is not None
    again = Sessions(str(tmp_path), 60, 600)  # another worker, or one that was begun anew
    assert again.find(token, before) is not None
    assert again.find(token, Keys.of([("lan", OTHER)])) is None  # changed
    assert again.find(token, before) is None  # and not to be had again
    assert again.find("x", before) is None
    assert not list(tmp_path.iterdir())


def test_sessions_of_a_process_alone_end_with_it() -> None:
    sessions, keys = Sessions(None, 60, 600), Keys.of([("lan", KEY)])
    token = sessions.open("lan", digest_of(KEY).hex())
    folder = sessions._folder
    assert folder is not None
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    sessions.close()
    assert not folder.exists()
    assert sessions.find(token, keys) is None


def test_what_was_typed_is_kept_where_a_session_ended(book: Rulebook) -> None:
    clock = Clock()

    async def act(client: httpx.AsyncClient) -> None:
        await sign_in(client)
        clock.pass_minutes(IDLE)
        typed = {"scope": "worker_lodging", "case": 'HS "1" & <2>', "as_of": "01/05/2026", "do": "next"}
        ended = await client.post("/", data=typed)
        assert ended.status_code == 401
        assert "những gì vừa nhập còn giữ trong trang này" in ended.text
        fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', ended.text))
        on = await sign_in(client, **{name: html.unescape(value) for name, value in fields.items()})
        kept = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', on.text)
        assert {name: html.unescape(value) for name, value in kept} == typed
        assert '<form method="post" action="/">' in on.text
        assert 'value="HS &#34;1&#34;' in (await client.post("/", data=typed)).text
        clock.pass_minutes(IDLE)
        lost = await client.post("/danh-sach", files={"file": ("a.csv", b"a")})
        assert lost.status_code == 401
        assert "tệp vừa gửi chưa được nhận" in lost.text
        # A form of another site is not taken up.
        other = await client.post("/", data=typed, headers={"sec-fetch-site": "cross-site"})
        assert "HS &#34;1" not in other.text

    with_client(service(book, clock), act)


def test_another_site_cannot_act_by_a_session(book: Rulebook) -> None:
    async def act(client: httpx.AsyncClient) -> None:
        await sign_in(client)
        for headers in (
            {"sec-fetch-site": "cross-site"},
            {"sec-fetch-site": "same-site"},
        ):
            refused = await client.post("/v1/next", json={"record": {}}, headers=headers)
            assert (refused.status_code, "Yêu cầu từ trang khác" in refused.text) == (403, True)
        del client.headers["sec-fetch-site"]  # an older browser
        for origin, status in (("https://x:8443", 200), ("null", 200), ("https://y", 403), ("https://y.x", 403)):
            answer = await client.post("/v1/next", json={"record": {}}, headers={"origin": origin})
            assert answer.status_code == status, origin

    with_client(service(book), act)


def test_whoever_tries_keys_by_the_page_is_slowed_down(book: Rulebook) -> None:
    async def act(client: httpx.AsyncClient) -> None:
        tried = [(await sign_in(client, f"wrong-{i}")).status_code for i in range(WRONG)]
        assert tried == [422] * WRONG
        assert (await sign_in(client)).status_code == 429

    with_client(service(book), act)


@pytest.mark.parametrize(
    "address", ["//y.example", "/\\y.example", "https://y.example", "y", "", "/\t/y.example", "///y", "javascript:x"]
)
def test_nobody_is_led_elsewhere(address: str) -> None:
    assert local(address) == "/"


def test_a_proxy_in_front_names_whom_it_has_signed_in(book: Rulebook) -> None:
    app = service(book, people=("hoa/clerk",), user_header="Remote-User", proxies=("10.1.0.0/16", "::1"))

    async def named(client: httpx.AsyncClient) -> None:
        async def ask(name: str, path: str = "/danh-sach", **headers: str) -> httpx.Response:
            return await client.get(path, headers={"remote-user": name, **headers})

        assert (await ask("hoa")).status_code == 200
        assert (await ask("hoa", "/metrics")).status_code == 403
        for nobody in ("lan", "hoa/clerk", "", "HOA"):  # one with a key of his own is not signed in by a name
            refused = await ask(nobody)
            assert refused.status_code == 403
            assert "chưa có trong tệp khóa" in refused.text
        twice = await client.get("/danh-sach", headers=[("remote-user", "hoa"), ("remote-user", "minh")])
        assert twice.status_code == 403
        other = await client.post("/v1/next", json={"record": {}}, headers={"remote-user": "hoa", **CROSS})
        assert other.status_code == 403
        assert (await client.get("/danh-sach")).status_code == 401  # nobody named: a key is needed

    with_client(app, named, "10.1.2.3")

    async def forged(client: httpx.AsyncClient) -> None:
        headers = {"remote-user": "hoa", "authorization": f"Bearer {KEY}"}
        refused = await client.get("/danh-sach", headers=headers)
        assert refused.status_code == 403
        assert "không đến từ máy đứng trước được tin cậy" in refused.text

    with_client(app, forged, "10.2.0.1")


def test_a_person_has_one_line(tmp_path: Path) -> None:
    (tmp_path / "keys").write_text("hoa/clerk: proxy\nlan/clerk: proxy\nhoa/policy: proxy\n", encoding="utf-8")
    with pytest.raises(SettingsError) as refused:
        read_keys(str(tmp_path / "keys"), {})
    assert "keys:3" in refused.value.text("en")
    assert "“hoa” stands on another line too." in refused.value.text("en")
    (tmp_path / "keys").write_text(f"hoa/clerk/policy: proxy\nlan: {KEY}\n", encoding="utf-8")
    keys = read_keys(str(tmp_path / "keys"), {})
    assert (keys.person("hoa"), keys.person("lan"), keys.admit("proxy"), keys.admit(KEY)) == (
        "hoa/clerk/policy", None, None, "lan",
    )  # fmt: skip


CROSS = {"sec-fetch-site": "cross-site"}


def test_without_being_asked_for_a_name_in_a_header_means_nothing(book: Rulebook) -> None:
    async def act(client: httpx.AsyncClient) -> None:
        assert (await client.get("/danh-sach", headers={"remote-user": "lan"})).status_code == 401

    with_client(service(book), act)


@pytest.mark.parametrize(
    ("said", "people", "settings"),
    [
        ("go together", ("hoa",), {"user_header": "Remote-User"}),
        ("go together", (), {"proxies": ("10.0.0.1",)}),
        ("nobody comes in", (), {"user_header": "Remote-User", "proxies": ("10.0.0.1",)}),
        ("nobody comes in", ("hoa",), {}),
        ("no address or network", ("hoa",), {"user_header": "Remote-User", "proxies": ("proxy.example",)}),
        ("no name of a header", ("hoa",), {"user_header": "Remote User", "proxies": ("10.0.0.1",)}),
    ],
)
def test_what_does_not_go_together_is_told_at_the_start(
    said: str, people: tuple[str, ...], settings: dict[str, object]
) -> None:
    with pytest.raises(SettingsError) as refused:
        Settings(keys=Keys.of([("lan", KEY)], people), **settings).check()  # type: ignore[arg-type]
    assert said in refused.value.text("en")
