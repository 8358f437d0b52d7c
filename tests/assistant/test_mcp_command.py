"""``ancu mcp``: who may do what, and the real process on its standard input and output."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

from mcp import Client, StdioServerParameters

from tests.assistant.test_assistant import PURCHASE, case
from tests.conftest import Run

KEY = "nguoi-nhap-0123456789"


def test_a_real_process_serves_an_officer(tmp_path: Path) -> None:
    (tmp_path / "keys.txt").write_text(f"nguoi-nhap: {KEY}\n", encoding="utf-8")
    server = StdioServerParameters(
        command=sys.executable,
        args=["-m", "ancu_cli.main", "mcp", "--keys", "keys.txt", "--decision-log", "log.jsonl"],
        env={name: os.environ[name] for name in ("PATH", "PYTHONPATH", "HOME") if name in os.environ}
        | {"ANCU_KEY": KEY},
        cwd=tmp_path,
    )

    async def hold() -> list[object]:
        async with Client(server) as client:
            tools = [tool.name for tool in (await client.list_tools()).tools]
            screened = await client.call_tool("screen", case({"net_income": 40_000_000}))
            determined = await client.call_tool("determine", case({"net_income": 40_000_000}))
            refused = await client.call_tool("screen", case({"net_income": "40 triệu"}))
            assert screened.structured_content["id"] == determined.structured_content["id"]
            return [tools[-1], determined.structured_content["programmes"][0]["programme"], refused.is_error]

    assert asyncio.run(hold()) == ["determine", PURCHASE, True]
    assert len((tmp_path / "log.jsonl").read_text(encoding="utf-8").splitlines()) == 1


def test_a_wrong_key_does_not_go_on_as_anybody(ancu_command: Run, tmp_path: Path) -> None:
    (tmp_path / "keys.txt").write_text(f"nguoi-nhap: {KEY}\n", encoding="utf-8")
    done = ancu_command("mcp", "--keys", "keys.txt", ANCU_KEY="another-key-0123456789")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.endswith(
        "Khóa trong biến ANCU_KEY không có trong các khóa được nhận. Hãy sửa biến này, thêm khóa vào tệp --keys "
        "(hoặc biến ANCU_API_KEYS), hoặc bỏ biến để chỉ sàng lọc.\n"
    )
    assert "another-key" not in done.stderr


def test_no_log_is_begun_where_nobody_may_determine(ancu_command: Run, tmp_path: Path) -> None:
    done = ancu_command("mcp", "--decision-log", "log.jsonl")
    assert (done.returncode, done.stdout) == (2, "")
    assert "--decision-log cần khóa của cán bộ trong biến ANCU_KEY" in done.stderr
    assert not (tmp_path / "log.jsonl").exists()
