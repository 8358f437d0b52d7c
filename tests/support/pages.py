"""Pages of docs/ whose commands run and print what stands below them."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable

from tests.conftest import ROOT

#: Stands for lines that a page leaves out, or the rest of one.
LEFT_OUT = "…"


def blocks_of(page: str) -> list[tuple[str, str]]:
    """The commands of a page of docs/ with what they print."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    return re.findall(r"```console\n\$ ancu ([^\n]+)\n(.*?)```", text, re.DOTALL)


def check(command: str, printed: str, run: Callable[..., tuple[str, str]]) -> None:
    """Run a command of a page by ``run`` (output and errors of its words); it prints what the page says."""
    arguments = [re.sub(r"^((?:[^=/]+=)?)(examples/)", rf"\1{ROOT}/\2", word) for word in shlex.split(command)]
    said, errors = run(*arguments)
    pattern = "".join(
        r"(?:.*\n)*?" if line == LEFT_OUT else re.escape(line).replace(LEFT_OUT, ".*") + r"\n"
        for line in printed.splitlines()
    )
    assert re.fullmatch(pattern, said), said + errors
