"""What may be typed, the functions that do it, and what help costs."""

from __future__ import annotations

import inspect
import pkgutil
import subprocess
import sys
from collections.abc import Iterator

import click
import pytest

from ancu_cli.usage import building
from ancu_cli.usage.ancu import build


def commands(group: click.Group, path: str = "ancu") -> Iterator[tuple[str, click.Command]]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, f"{path} {name}")
        else:
            yield f"{path} {name}", command


COMMANDS = dict(commands(build("vi")))


@pytest.mark.parametrize("path", COMMANDS)
def test_a_command_hands_its_work_what_it_takes(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    handed: list[tuple[str, set[str]]] = []

    def work(name: str) -> object:
        return lambda **given: handed.append((name, set(given))) or 0

    monkeypatch.setattr(building, "resolve_name", work)
    command = COMMANDS[path]
    assert command.callback is not None
    with click.Context(command):
        command.callback(**{p.name: None for p in command.params if p.name is not None and p.expose_value})
    ((name, given),) = handed
    assert given == set(inspect.signature(pkgutil.resolve_name(name)).parameters)


def test_help_loads_nothing_that_commands_need_to_run() -> None:
    script = "import sys\nfrom ancu_cli.usage.ancu import build\nbuild('vi')\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True)
    loaded = set(done.stdout.split())
    assert {"click", "ancu.messages"} <= loaded
    assert loaded.isdisjoint({"pydantic", "sqlglot", "numpy", "ancu.rulebook", "ancu.decision.model", "pytest"})
