"""docs/van-hanh.md and its files: every command in them can be typed, and what they name is there."""

from __future__ import annotations

import configparser
import json
import re
import shlex
from collections.abc import Iterator

import click
import pytest

from ancu_cli.usage.ancu import build
from tests.conftest import ROOT

FOLDER = ROOT / "examples" / "van-hanh"
PAGE = (ROOT / "docs" / "van-hanh.md").read_text(encoding="utf-8")
_ANCU = re.compile(r"(?:^|[/\\])ancu$")


def _lines() -> Iterator[str]:
    """Every line that some shell, systemd or a container would run."""
    for block in re.findall(r"```(?:sh|powershell)\n(.*?)```", PAGE, re.DOTALL):
        yield from block.replace("\\\n", " ").splitlines()
    yield from re.findall(r"`(ancu [^`]+)`", PAGE)
    yield from (FOLDER / "sao-luu.sh").read_text(encoding="utf-8").splitlines()
    for unit in FOLDER.glob("*.service"):
        yield from re.findall(r"^Exec\w+=(.+)", unit.read_text(encoding="utf-8"), re.MULTILINE)
    container = (FOLDER / "Containerfile").read_text(encoding="utf-8")
    (entry,), (given,) = (re.findall(rf"^{word} (\[.+\])", container, re.MULTILINE) for word in ("ENTRYPOINT", "CMD"))
    yield shlex.join([*json.loads(entry), *json.loads(given)])


def _typed() -> list[list[str]]:
    """What is handed to ``ancu`` in each of them."""
    found = []
    for line in _lines():
        words = shlex.split(line.strip().partition("  #")[0].partition(" > ")[0].replace("\\", "/"), comments=True)
        if words and _ANCU.search(words[0]):
            found.append(words[1:])
        elif words[:2] == ["podman", "run"]:
            (image,) = (at for at, word in enumerate(words) if word == "ancu" and words[at - 1] != "--name")
            found.append(words[image + 1 :])
    return [words for words in found if words]


def test_commands_are_found() -> None:
    typed = _typed()
    assert len(typed) > 20
    assert {words[0] for words in typed} >= {"doctor", "serve", "register", "screen", "replay", "rules", "diff"}


@pytest.mark.parametrize("words", _typed(), ids=" ".join)
def test_a_command_can_be_typed(words: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANCU_REGISTER", "so.sqlite")  # as the page sets it
    command: click.Command = build("vi")
    rest = list(words)
    while isinstance(command, click.Group):
        command = command.commands[rest.pop(0)]
    if "…" not in rest and rest:  # a bare name is only spoken of
        command.make_context(words[0], rest)


def test_units_are_whole_and_files_are_named_on_the_page() -> None:
    for file in FOLDER.iterdir():
        assert f"(../examples/van-hanh/{file.name})" in PAGE
        assert b"\r" not in file.read_bytes()
    for unit in (*FOLDER.glob("*.service"), *FOLDER.glob("*.timer")):
        read = configparser.RawConfigParser(strict=False)
        read.optionxform = str  # type: ignore[assignment, method-assign]
        read.read_string(unit.read_text(encoding="utf-8"))
        assert set(read.sections()) <= {"Unit", "Service", "Timer", "Install"}, unit.name


def test_figures_of_memory_are_those_measured() -> None:
    measured = (ROOT / "docs" / "benchmarks.md").read_text(encoding="utf-8")
    for vietnamese, english in (("80 MB", "80 MB"), ("470 MB", "470 MB"), ("1.342 MB", "1,342 MB")):
        assert vietnamese in PAGE
        assert english in measured
