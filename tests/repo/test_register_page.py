"""docs/so-dang-ky.md says what happens: its commands, one after the other in one folder, print what stands below."""

from __future__ import annotations

import re
import shlex

import pytest

from tests.conftest import ROOT, Command

pytestmark = pytest.mark.slow

PAGE = (ROOT / "docs" / "so-dang-ky.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```console\n\$ ancu ([^\n]+)\n(.*?)```", PAGE, re.DOTALL)
#: Stands for what the page leaves out: lines, or the rest of one.
LEFT_OUT = "…"


def pattern(printed: str) -> str:
    """What the page prints, as a pattern."""
    return "".join(
        r"(?:.*\n)*?" if line == LEFT_OUT else re.escape(line).replace(LEFT_OUT, ".*") + r"\n"
        for line in printed.splitlines()
    )


def test_commands_print_what_the_page_says(ancu_here: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(BLOCKS) > 15
    monkeypatch.setenv("ANCU_REGISTER", "so.sqlite")
    for command, printed in BLOCKS:
        arguments = [str(ROOT / word) if word.startswith("examples/") else word for word in shlex.split(command)]
        code, out, err = ancu_here(*arguments)
        assert re.fullmatch(pattern(printed), out), f"{command}\n{out}{err}"
        assert code == (1 if "rescreen" in command else 0), command
