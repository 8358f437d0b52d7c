"""The handbook of docs/so-tay-dac-ta.md: every file in it is written, every command run, every answer compared."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from ancu_cli.usage.ancu import build
from tests.conftest import ROOT, Run

HANDBOOK = ROOT / "docs" / "so-tay-dac-ta.md"
BLOCK = re.compile(r"(?:<!-- (?P<mark>[^>]*?) -->\n)?^```(?P<kind>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Example:
    """A block of the handbook: its kind, what is marked before it, its text, its line."""

    kind: str
    mark: str
    text: str
    line: int


def examples() -> Iterator[Example]:
    text = HANDBOOK.read_text(encoding="utf-8")
    for found in BLOCK.finditer(text):
        yield Example(found["kind"], found["mark"] or "", found["text"], text.count("\n", 0, found.start()) + 1)


def known_commands() -> frozenset[str]:
    group = build("vi").commands["spec"]
    return frozenset(getattr(group, "commands", {}))


def comparable(said: str) -> str:
    """Output without what differs from run to run."""
    return re.sub(r"\(\d+,\d giây\)", "(… giây)", said).strip()


def as_pattern(expected: str) -> str:
    """What a transcript allows: a line "…" stands for any lines."""
    parts = re.split(r"^…\n", comparable(expected), flags=re.MULTILINE)
    return r"(?:.*\n)*?".join(re.escape(part) for part in parts)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with every file of the handbook."""
    for example in examples():
        if example.mark.startswith("tệp: "):
            file = tmp_path / example.mark.removeprefix("tệp: ")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(example.text, encoding="utf-8")
    return tmp_path


def test_every_block_is_a_file_a_transcript_or_a_piece_of_the_rules() -> None:
    ours = ("rules/vocabulary.yaml", "features/changes.yaml")
    data = "".join((ROOT / file).read_text(encoding="utf-8") for file in ours)
    kinds = [example.kind for example in examples()]
    assert set(kinds) == {"gherkin", "console", "json", "yaml"}
    assert kinds.count("console") > 8
    for example in examples():
        if example.kind in ("gherkin", "json"):
            assert example.mark.startswith("tệp: "), example.line
        if example.kind == "yaml":
            assert example.text in data, example.line


def commands(*, measuring: bool) -> list[tuple[Example, list[str], str]]:
    """The commands of the handbook, as arguments, and what each prints; or those that measure scenarios."""
    shown = []
    for example in examples():
        if example.kind == "console" and ("khi có lệnh" in example.mark) == measuring:
            command, _, expected = example.text.partition("\n")
            shown.append((example, shlex.split(command.removeprefix("$ ancu ")), expected))
    return shown


def test_every_command_answers_as_the_handbook_says(desk: Path, ancu_command: Run) -> None:
    shown = commands(measuring=False)
    assert len(shown) > 8
    for example, arguments, expected in shown:
        done = ancu_command(*arguments)
        assert "Traceback" not in done.stderr, example.line
        assert re.fullmatch(as_pattern(expected), comparable(done.stdout)), (example.line, done.stdout, done.stderr)


@pytest.mark.sweep(only=True)
def test_every_command_that_measures_runs(desk: Path, ancu_command: Run) -> None:
    """What the rulebook's coverage is changes with it; that the command runs does not."""
    shown = commands(measuring=True)
    assert shown
    for example, arguments, _ in shown:
        assert example.mark.removeprefix("khi có lệnh: ") in known_commands()
        done = ancu_command(*arguments)
        assert "Traceback" not in done.stderr, example.line
        assert done.returncode in (0, 1), (example.line, done.stderr)


def test_the_handbook_names_only_commands_and_files_that_exist() -> None:
    text = HANDBOOK.read_text(encoding="utf-8")
    later = {example.mark.removeprefix("khi có lệnh: ") for example in examples() if "khi có lệnh" in example.mark}
    assert set(re.findall(r"ancu spec (\w+)", text)) <= known_commands() | later
    for link in re.findall(r"\]\(([^)#]+)\)", text):
        assert (HANDBOOK.parent / link).is_file(), link
