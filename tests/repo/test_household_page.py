"""docs/ho-gia-dinh.md says what happens: its commands run and print what stands below them."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from subprocess import CompletedProcess

import pytest

from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "ho-gia-dinh.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```console\n\$ ancu ([^\n]+)\n(.*?)```", PAGE, re.DOTALL)
#: Stands for lines that the page leaves out.
LEFT_OUT = "…"


def test_there_is_something_to_run() -> None:
    assert len(BLOCKS) >= 2


@pytest.mark.parametrize(("command", "printed"), BLOCKS, ids=[command for command, _ in BLOCKS])
def test_commands_print_what_the_page_says(
    command: str, printed: str, ancu_command: Callable[..., CompletedProcess[str]]
) -> None:
    arguments = [str(ROOT / word) if word.startswith("examples/") else word for word in shlex.split(command)]
    done = ancu_command(*arguments)
    pattern = "".join(r"(?:.*\n)*?" if line == LEFT_OUT else re.escape(line) + r"\n" for line in printed.splitlines())
    assert re.fullmatch(pattern, done.stdout), done.stdout + done.stderr
