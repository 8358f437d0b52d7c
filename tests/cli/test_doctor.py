"""``ancu doctor``: what a machine lacks, whatever it is, is said with how to mend it, and never as a traceback."""

from __future__ import annotations

import importlib
import json
import os
import re
import shutil
import socket
import subprocess
import tomllib
from collections.abc import Callable
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest

import ancu
from ancu import extras
from ancu.errors import Problem
from ancu.messages import LANGUAGES, message
from ancu_cli import doctor_machine
from ancu_cli.doctor_findings import MachineCheck, look_at
from tests.conftest import ROOT, Command

Doctor = Callable[..., tuple[int, dict[tuple[str, str | None], dict[str, Any]]]]


@pytest.fixture
def doctor(ancu_here: Command, monkeypatch: pytest.MonkeyPatch) -> Doctor:
    """Run ``ancu doctor --json``: its exit code and its findings by topic and name."""
    for name in ("ANCU_RULES", "ANCU_REGISTER", "ANCU_API_KEYS"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: str) -> tuple[int, dict[tuple[str, str | None], dict[str, Any]]]:
        code, out, _ = ancu_here("doctor", "--json", *arguments)
        found = json.loads(out)
        assert found["ready"] == (code == 0)
        return code, {(one["topic"], one["name"]): one for one in found["findings"]}

    return run


def test_a_machine_that_has_all_is_told_in_lines(ancu_here: Command, book: ancu.Rulebook) -> None:
    code, out, _ = ancu_here("doctor", "--for", "serve", "--for", "excel")
    assert code == 0
    assert f"tốt       Bộ quy tắc: {len(book.programmes)} chương trình, mã {book.digest}" in out
    assert out.endswith("\nMáy này đủ cho: serve, excel.\n")


def test_a_missing_extra_matters_to_whom_it_concerns(doctor: Doctor, monkeypatch: pytest.MonkeyPatch) -> None:
    real = doctor_machine.find_spec
    monkeypatch.setattr(doctor_machine, "find_spec", lambda name: None if name == "xlrd" else real(name))
    code, found = doctor()
    assert (code, found["extra", "excel"]["state"]) == (0, "note")
    code, found = doctor("--for", "plan")
    assert (code, found["extra", "plan"]["state"], found["extra", "excel"]["state"]) == (3, "bad", "note")
    assert found["extra", "plan"]["text"] == "thiếu xlrd; cài vào thì: theo dõi kế hoạch, so sánh luật"
    assert found["extra", "plan"]["mend"] == 'Cài: pip install "ancu[plan]"'


def test_a_package_that_does_not_load_is_named(doctor: Doctor, monkeypatch: pytest.MonkeyPatch) -> None:
    real = importlib.import_module

    def load(name: str, *more: Any) -> Any:
        if name == "numpy":
            raise ImportError("DLL load failed while importing _multiarray_umath")
        return real(name, *more)

    monkeypatch.setattr(importlib, "import_module", load)
    code, found = doctor("--for", "columns")
    assert (code, found["extra", "columns"]["kind"]) == (3, "doctor_module_broken")
    assert "(ImportError: DLL load failed" in found["extra", "columns"]["text"]
    assert "Visual C++" in found["extra", "columns"]["mend"]


def test_a_broken_rulebook_is_told_once(doctor: Doctor, tmp_path: Path) -> None:
    (tmp_path / "vocabulary.yaml").write_text("facts: [", encoding="utf-8")
    code, found = doctor("--rules", str(tmp_path))
    assert (code, found["rulebook", None]["state"]) == (3, "bad")
    assert "ancu rules check" in found["rulebook", None]["mend"]
    assert found["second_engine", None]["state"] == "note"


def test_files_that_others_can_read_and_keys_are_never_printed(
    ancu_here: Command, doctor: Doctor, tmp_path: Path
) -> None:
    keys, log = tmp_path / "keys.txt", tmp_path / "decisions.jsonl"
    keys.write_text("portal: 0123456789abcdef\n", encoding="utf-8")
    log.touch()
    keys.chmod(0o600)
    log.chmod(0o600)
    named = ("--keys", str(keys), "--decision-log", str(log))
    code, found = doctor(*named)
    assert (code, found["keys", str(keys)]["text"], found["log", str(log)]["text"]) == (
        0,
        "đọc được 1 khóa",
        "ghi được",
    )
    keys.chmod(0o644)
    log.chmod(0o640)
    code, found = doctor(*named)
    assert (code, found["keys", str(keys)]["state"], found["log", str(log)]["state"]) == (3, "bad", "note")
    assert found["keys", str(keys)]["mend"] == f"Chạy: chmod 600 {keys}"
    keys.write_text("secret", encoding="utf-8")
    code, out, err = ancu_here("doctor", *named)
    assert (code, "secret" in out + err) == (3, False)


def test_places_that_cannot_be_had(doctor: Doctor, tmp_path: Path) -> None:
    log, register = str(tmp_path / "no" / "log.jsonl"), str(tmp_path / "no.sqlite")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        code, found = doctor("--decision-log", log, "--port", str(port), "--register", register)
    assert code == 3
    assert found["log", log]["text"] == f"không có thư mục {tmp_path / 'no'}"
    assert found["port", f"127.0.0.1:{port}"]["text"].startswith(f"Không mở được 127.0.0.1:{port}")
    assert found["register", None]["state"] == "bad"
    assert not Path(register).exists()


def test_a_register_that_is_there(ancu_here: Command, doctor: Doctor) -> None:
    assert ancu_here("register", "init", "--register", "so.sqlite")[0] == 0
    code, found = doctor("--register", "so.sqlite")
    assert (code, found["register", None]["text"]) == (0, "mở được: so.sqlite")


def test_the_service_writes_beside_a_register(
    ancu_here: Command, doctor: Doctor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    register = tmp_path / "so" / "so.sqlite"
    register.parent.mkdir()
    assert ancu_here("register", "init", "--register", str(register))[0] == 0
    assert doctor("--for", "serve", "--register", str(register))[1]["register", None]["state"] == "well"
    closed(monkeypatch, register.parent)
    assert doctor("--register", str(register))[1]["register", None]["state"] == "well"  # for reading
    code, found = doctor("--for", "serve", "--register", str(register))
    assert (code, found["register", None]["text"]) == (3, f"không ghi được vào {register.parent}")


@pytest.mark.needs("git")
def test_a_folder_of_scenarios(doctor: Doctor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "features"

    def said() -> tuple[int, str]:
        code, found = doctor("--for", "serve", "--features", str(folder))
        return code, found["features", str(folder)]["kind"]

    assert said() == (3, "doctor_log_folder_none")
    folder.mkdir()
    assert said() == (0, "doctor_features")
    subprocess.run(["git", "init", "-q", str(folder)], check=True)
    assert said() == (0, "doctor_features_git")
    (folder / ".git" / "HEAD").unlink()
    assert said() == (0, "doctor_features_git_refuses")
    with monkeypatch.context() as without:
        without.setattr(shutil, "which", lambda *_, **__: None)
        assert said() == (0, "doctor_features_no_git")
    closed(monkeypatch, folder)
    assert said() == (3, "doctor_log_folder_closed")


def closed(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Let nothing be written into ``folder``, for whoever runs the tests as root too."""
    access = os.access

    def refuse(path: Any, mode: int) -> bool:
        return not (Path(path) == folder and mode & os.W_OK) and access(path, mode)

    monkeypatch.setattr(os, "access", refuse)


def test_variables_are_named_without_what_stands_in_them(
    doctor: Doctor, ancu_here: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in os.environ if name.startswith("ANCU_")]:
        monkeypatch.delenv(name)  # such as those that the tests themselves read
    monkeypatch.setenv("ANCU_API_KEYS", "0123456789abcdef-secret")
    code, out, _ = ancu_here("doctor", "--for", "serve")
    assert (code, "ANCU_API_KEYS" in out, "secret" in out) == (0, True, False)
    monkeypatch.setenv("ANCU_RULE", "x")
    _, found = doctor()
    assert found["variables", None]["text"].endswith("Có phải ý bạn là “ANCU_RULES”?")


def test_a_clock_that_is_behind(doctor: Doctor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor_machine, "_DAY", -10_000 * 86_400)
    code, found = doctor()
    assert (code, found["clock", None]["kind"]) == (3, "doctor_clock_behind")


@pytest.mark.parametrize("needed", [True, False])
def test_what_cannot_be_looked_at_is_unknown(needed: bool) -> None:
    def look() -> Any:
        raise RuntimeError("a broken package")

    found = look_at(MachineCheck("fonts", needed, look))
    assert (found.state, found.lacking) == (("unknown", True) if needed else ("note", False))
    assert found.said.text("en") == "could not be looked at (RuntimeError: a broken package)"
    refused = look_at(MachineCheck("fonts", needed, lambda: (_ for _ in ()).throw(OSError(13, "denied"))))
    assert refused.said == Problem("doctor_not_looked_at", refused.said.values)


def test_every_extra_of_the_project_is_known_by_its_modules() -> None:
    stated = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    del stated["dev"]
    assert set(stated) == set(extras.MODULES)
    homes = packages_distributions()
    for extra, lines in stated.items():
        names = {re.split(r"[<>=\[;]", line)[0] for line in lines}
        packages = {_plain(name) for name in names - {"ancu"}}
        assert {_plain(homes[module][0]) for module in extras.MODULES[extra] if module in homes} <= packages, extra
        assert len(extras.MODULES[extra]) == len(packages), extra
        taken = {other for line in lines if line.startswith("ancu[") for other in line[5:-1].split(",")}
        assert taken == set(extras.TAKES_IN.get(extra, ())), extra
        assert all(message(f"doctor_gives_{extra}", lang) for lang in LANGUAGES)


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_variable_that_is_read_is_known() -> None:
    sources = (file.read_text(encoding="utf-8") for part in ("engine", "cli") for file in (ROOT / part).rglob("*.py"))
    assert {name for text in sources for name in re.findall(r"\"(ANCU_[A-Z_]+)\"", text)} == set(
        doctor_machine.VARIABLES
    )
