"""Who may do what: keys whose names say so are good for that alone."""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path

import httpx
import pytest

from ancu.rulebook.rulebook import Rulebook
from ancu.service.app import create_app
from ancu.service.roles import ROLES
from ancu.service.settings import Keys, Settings, SettingsError, read_keys

PATHS = (
    "/luat", "/v1/rules/social_housing_purchase", "/", "/danh-sach", "/metrics", "/healthz", "/tinh-huong",
    "/soan-tinh-huong",
)  # fmt: skip
CASE = "/ho-so/000000000000000000000000/1"
MAY = {
    "viewer": {"/luat", "/v1/rules/social_housing_purchase", "/healthz", "/tinh-huong"},
    "policy": {"/luat", "/v1/rules/social_housing_purchase", "/", "/healthz", "/tinh-huong", "/soan-tinh-huong"},
    "clerk": {"/luat", "/v1/rules/social_housing_purchase", "/", "/danh-sach", "/healthz"},
    "approver": {"/luat", "/v1/rules/social_housing_purchase", "/healthz"},
    "operator": {"/luat", "/v1/rules/social_housing_purchase", "/metrics", "/healthz"},
    "policy/operator": {*PATHS} - {"/danh-sach"},
    "": {*PATHS},
}


def test_a_key_is_good_for_its_roles_alone(book: Rulebook, tmp_path: Path) -> None:
    assert {role for roles in MAY for role in roles.split("/") if role} == set(ROLES)
    file = tmp_path / "keys.txt"
    lines = [f"{'/'.join(filter(None, ('xa', roles)))}: key-for-{roles or 'all'}-of-them" for roles in MAY]
    file.write_text("\n".join(lines), encoding="utf-8")
    app = create_app(Settings(keys=read_keys(str(file), {})), book)

    async def ask() -> None:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://x") as client:
            for roles, may in MAY.items():
                client.headers["authorization"] = f"Bearer key-for-{roles or 'all'}-of-them"
                found = {path for path in PATHS if (await client.get(path)).status_code == 200}
                assert found == may, roles
                assert (await client.get(CASE)).status_code == (410 if "/" in may else 403), roles
            client.headers["authorization"] = "Bearer key-for-viewer-of-them"
            refused = await client.post("/danh-sach", files={"file": ("a.csv", b"x")})
            assert refused.status_code == 403
            assert "Cần vai trò: clerk." in refused.json()["detail"]

    asyncio.run(ask())
    app.app.state.desk.close()  # type: ignore[attr-defined]
    app.app.state.room.close()  # type: ignore[attr-defined]


def test_whoever_is_refused_is_led_to_what_is_theirs(book: Rulebook, caplog: pytest.LogCaptureFixture) -> None:
    keys = Keys.of([("hoa/viewer", "key-of-a-viewer-00"), ("lan/clerk", "key-of-a-clerk-000")])
    app = create_app(Settings(keys=keys), book)

    async def ask() -> None:
        english = {"accept": "text/html", "accept-language": "en"}
        async with httpx.AsyncClient(
            transport=httpx.ASGITransport(app), base_url="http://x", headers=english
        ) as client:
            await client.post("/dang-nhap", data={"khoa": "key-of-a-viewer-00"})
            refused = await client.get("/danh-sach?lang=vi")
            assert refused.status_code == 403
            assert "<h1>Khóa này không được dùng ở đây</h1>" in refused.text
            assert 'href="/luat?lang=vi">Về trang đầu<' in refused.text
            assert "Thoát (hoa)" in refused.text
            assert "<h1>This key may not be used here</h1>" in (await client.get("/danh-sach")).text
            assert (await client.get("/khong-co")).status_code == 404
            await client.post("/dang-nhap", data={"khoa": "key-of-a-clerk-000"})
            huge = await client.post("/ho-so?lang=vi", files={"file": ("a.json", b"x" * 1_100_000)})
            assert huge.status_code == 413
            assert "Nội dung gửi lên lớn hơn 1 MB" in huge.text
            assert 'href="/?lang=vi">Hồ sơ mới<' in (await client.get("/metrics?lang=vi")).text

    with caplog.at_level(logging.INFO, "ancu.service"):
        asyncio.run(ask())
    assert "key=hoa/viewer GET - 403" in caplog.text, "who tried stands in the log"
    app.app.state.desk.close()  # type: ignore[attr-defined]
    app.app.state.room.close()  # type: ignore[attr-defined]


def test_a_role_that_is_none_is_told(tmp_path: Path) -> None:
    file = tmp_path / "keys.txt"
    file.write_text("xa/clark: 0123456789abcdefghij\n", encoding="utf-8")
    with pytest.raises(SettingsError) as refused:
        read_keys(str(file), {})
    assert "Không có vai trò “clark”. Có phải ý bạn là “clerk”?" in refused.value.text("vi")
    assert "0123456789" not in refused.value.text("vi")
