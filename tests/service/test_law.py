"""The law in the browser: every name has a page that stays, says what the rulebook says, and leads on."""

from __future__ import annotations

import asyncio
import html
import re
from collections.abc import Callable
from datetime import date

import httpx
import pytest

from ancu.handbook.statements import changes, statements
from ancu.handbook.wording import figure_text
from ancu.rulebook.rulebook import Rulebook
from ancu.service.app import create_app
from ancu.service.law.catalogue import SLUGS, Catalogue, address_of
from ancu.service.settings import Settings

Get = Callable[[str], httpx.Response]
CAP = "/luat/con-so/income_cap_single"


@pytest.fixture(scope="module")
def get(book: Rulebook) -> Get:
    app = create_app(Settings(root_path="/ancu"), book)

    def ask(path: str) -> httpx.Response:
        async def asked() -> httpx.Response:
            async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://x") as client:
                return await client.get(path, headers={"accept": "text/html"})

        return asyncio.run(asked())

    return ask


def said(page: httpx.Response) -> str:
    """The words of a page."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page.text)).split())


@pytest.mark.parametrize("kind", SLUGS)
def test_names_of_every_kind_have_pages_that_lead_on(kind: str, get: Get, book: Rulebook) -> None:
    entries = Catalogue(book).of_kind(kind, "vi")  # type: ignore[arg-type]
    listed = get(f"/luat/{SLUGS[kind]}")  # type: ignore[index]
    assert listed.text.count('<a href="/ancu/luat/') >= len(entries)
    for entry in (entries[0], entries[-1]):
        page = get(address_of(entry.kind, entry.name))
        assert page.status_code == 200
        assert entry.title in said(page)
        ways = re.findall(r'href="/ancu(/luat/[^"]+)"', page.text)
        assert get(html.unescape(ways[-1])).status_code == 200


def test_a_figure_over_time(get: Get, book: Rulebook) -> None:
    page = get(CAP)
    values = [figure_text(book, "income_cap_single", one, "vi") for one in book.figures["income_cap_single"]]
    chart = re.search(r'<svg class="steps" role="img" aria-label="([^"]+)"', page.text)
    assert chart is not None
    assert all(value in chart[1] for value in values)
    assert page.text.count('class="dot"') == len(values) >= 3
    assert "Từ 07/04/2026 đang áp dụng" in said(page)
    assert "Mua, thuê mua nhà ở xã hội" in said(page)
    then = said(get(f"{CAP}?ngay=01/11/2025"))
    assert f"Ngày 01/11/2025 {values[1]}" in then
    assert "Từ 10/10/2025 đang áp dụng" in then
    assert get(f"{CAP}?ngay=31/02/2026").status_code == 422


def test_what_changed_on_a_day_is_what_the_command_says(get: Get, book: Rulebook) -> None:
    page = said(get("/luat/thay-doi?ngay=07/04/2026"))
    before, after = (statements(book, "vi", day) for day in (date(2026, 4, 6), date(2026, 4, 7)))
    found = list(changes(before, after))
    assert f"{len(found)} khác biệt." in page
    for change in found:
        for line in (*change.gone, *change.come):
            assert " ".join(line.split()) in page
    assert "Không có khác biệt" in said(get("/luat/thay-doi?tu=08/04/2026&den=09/04/2026"))
    assert "Ngày 07/04/2026 luật thay đổi gì" in said(get("/luat/thay-doi"))


def test_a_search_does_not_need_diacritics(get: Get) -> None:
    for written in (
        "muc tran thu nhap cua nguoi doc than",
        "Mức trần thu nhập của người ĐỘC THÂN",
        "income_cap_single",
    ):
        assert CAP in get(f"/luat?q={written}").text
    nothing = get("/luat?q=<script>")
    assert "<script>”" not in nothing.text
    assert "0 mục có “<script>”." in said(nothing)


def test_what_is_not_there_is_said(get: Get) -> None:
    for path in ("/luat/x", "/luat/con-so/x", "/luat/con-so/%2e%2e", "/luat/van-ban/income_cap_single"):
        page = get(path)
        assert page.status_code == 404, path
    assert "Bộ quy tắc không có mục này" in said(get("/luat/con-so/x"))


def test_the_law_in_english(get: Get) -> None:
    page = get(f"{CAP}?lang=en")
    assert "holds now" in said(page)
    assert 'href="/ancu/luat/con-so/income_cap_single?lang=vi"' in page.text
