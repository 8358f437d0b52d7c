"""docs/neu-doi.md says what happens: its commands run and print what stands below them."""

from __future__ import annotations

from collections.abc import Callable
from subprocess import CompletedProcess

import pytest

from tests.support.pages import blocks_of, check

BLOCKS = blocks_of("neu-doi.md")


@pytest.mark.parametrize(("command", "printed"), BLOCKS, ids=[command[:60] for command, _ in BLOCKS])
def test_commands_print_what_the_page_says(
    command: str, printed: str, ancu_command: Callable[..., CompletedProcess[str]]
) -> None:
    def run(*arguments: str) -> tuple[str, str]:
        done = ancu_command(*arguments)
        return done.stdout, done.stderr

    check(command, printed, run)
