"""Offices have Windows: nothing that it lacks is needed, and files are read and written the same everywhere."""

from __future__ import annotations

import ast
import errno
import json
import os
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ancu.errors import InputError, os_reason
from ancu.register import store
from ancu.screening.results import files
from tests.conftest import ROOT

_SOURCES = [file for part in ("engine", "cli") for file in sorted((ROOT / part).rglob("*.py"))]
#: What opens a file as text unless told otherwise.
_OPENING = ("open", "read_text", "write_text")


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What An Cư did in a process from which all was taken that Windows lacks."""
    folder = tmp_path_factory.mktemp("windows")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ANCU_")}
    done = subprocess.run(
        [sys.executable, "-X", "warn_default_encoding", "-m", "tests.support.without_posix", folder, ROOT / "examples"],
        cwd=ROOT, env=kept, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    said: dict[str, Any] = json.loads(done.stdout)
    return said


def test_a_list_becomes_a_workbook_twice(elsewhere: dict[str, Any]) -> None:
    # 3: the list has rows that are rejected.
    assert (elsewhere["screened"], elsewhere["head"], elsewhere["left"]) == ([3, 3], "PK", [])


def test_the_command_and_the_service_decide_and_say_that_one_engine_did(elsewhere: dict[str, Any]) -> None:
    (told,), (answered,) = elsewhere["decision"], elsewhere["answer"]["decisions"]
    assert (elsewhere["explained"], elsewhere["answered"]) == (0, 200)
    assert told["status"] == answered["status"] == "eligible"
    receipt = answered["receipt"]
    assert (receipt["concluded_by"], receipt["confirmed_by"]) == ("direct", None)


def test_a_decision_log_goes_over_midnight_and_is_one_workers(elsewhere: dict[str, Any]) -> None:
    assert elsewhere["log"] == ["log.jsonl: 1", "log.jsonl.2026-11-28: 2"]
    assert elsewhere["refused"]


def test_the_doctor_finds_what_serving_needs(elsewhere: dict[str, Any]) -> None:
    found = {(finding["topic"], finding["name"]): finding for finding in elsewhere["findings"]}
    assert (elsewhere["examined"], found["second_engine", None]["kind"]) == (0, "doctor_one_engine")


def test_every_file_of_text_is_opened_in_a_stated_encoding() -> None:
    assert [place for file in _SOURCES for place in _unstated(file)] == []


def _unstated(file: Path) -> Iterator[str]:
    text = file.read_text(encoding="utf-8")
    for node in ast.walk(ast.parse(text)) if any(f"{name}(" in text for name in _OPENING) else ():
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name not in _OPENING or any(word.arg in ("encoding", "opener") for word in node.keywords):
            continue
        first = node.args[0] if node.args else None
        if name != "open":
            if isinstance(node.func, ast.Attribute) and not (
                name == "read_text" and isinstance(first, ast.Constant)
            ):  # read_text("utf-8")
                yield f"{file.relative_to(ROOT)}:{node.lineno}"
        elif isinstance(node.func, ast.Name) or _is_mode(first) or not node.args:
            modes = [arg for arg in [*node.args, *(word.value for word in node.keywords)] if _is_mode(arg)]
            if not any("b" in mode.value for mode in modes):
                yield f"{file.relative_to(ROOT)}:{node.lineno}"


def _is_mode(argument: ast.expr | None) -> bool:
    return (
        isinstance(argument, ast.Constant) and isinstance(argument.value, str) and set(argument.value) <= set("rwxab+t")
    )


def test_names_of_files_can_stand_on_windows() -> None:
    folders = ("benchmarks", "cli", "docs", "engine", "examples", "features", "rules", "tests")
    names = [path.relative_to(ROOT).as_posix() for folder in folders for path in (ROOT / folder).rglob("*")]
    names = [name for name in names if "__pycache__" not in name]
    assert len(names) > 500
    assert [name for name in names if re.search(r'[<>:"|?*\\\x00-\x1f]|[. ](/|$)', name)] == []
    assert [
        name for name in names if re.search(r"(^|/)(con|prn|aux|nul|com\d|lpt\d)(\.|/|$)", name, re.IGNORECASE)
    ] == []
    folded = Counter(name.casefold() for name in names)
    assert [name for name, count in folded.items() if count > 1] == []


def test_what_a_killed_run_left_goes_after_a_day_where_no_lock_tells(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "fcntl", None)
    target = tmp_path / "ket-qua.csv"
    old, new = (tmp_path / f".ket-qua.csv.{name}.1.unfinished" for name in ("aa", "bb"))
    old.touch()
    new.touch()
    os.utime(old, (time.time() - 100_000,) * 2)
    files.remove_leftovers(target)
    assert [file.name for file in tmp_path.iterdir()] == [new.name]


def test_a_file_that_excel_has_open_is_said_to_be() -> None:
    refused = PermissionError(errno.EACCES, "Access is denied")
    assert os_reason(refused)("vi") == "không có quyền"  # type: ignore[operator]
    refused.winerror = 32  # type: ignore[attr-defined]
    assert "Excel" in str(os_reason(refused)("vi"))  # type: ignore[operator]


def test_an_account_without_a_name_is_asked_who_acts(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise KeyError("uid not found")

    monkeypatch.setattr(store.getpass, "getuser", nobody)
    assert store._account("nguoi-nhap") == "nguoi-nhap"
    with pytest.raises(InputError) as error:
        store._account(None)
    assert error.value.text("en") == "The system does not say which account this is. Name who acts: --by NAME."
