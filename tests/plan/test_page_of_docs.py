"""docs/ke-hoach.md says what happens: its command runs and prints what stands below it."""

from __future__ import annotations

import re
import shlex

from tests.conftest import ROOT, Command

PAGE = (ROOT / "docs" / "ke-hoach.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```console\n\$ ancu ([^\n]+)\n(.*?)```", PAGE, re.DOTALL)
#: Stands for lines that the page leaves out.
LEFT_OUT = "…"


def test_the_command_prints_what_the_page_says(ancu_here: Command) -> None:
    ((command, printed),) = BLOCKS
    words = [str(ROOT / word) if word.startswith("examples/") else word for word in shlex.split(command)]
    _, out, err = ancu_here(*words)
    pattern = "".join(r"(?:.*\n)*?" if line == LEFT_OUT else re.escape(line) + r"\n" for line in printed.splitlines())
    assert re.fullmatch(pattern, out), out + err
