"""``ancu doctor``: what a machine lacks, in sentences."""

from __future__ import annotations

import importlib.metadata
import shutil
from collections import namedtuple

import pytest

from ancu.inference import rete
from tests.conftest import Run


def test_a_sound_machine_has_nothing_wrong(ancu_command: Run) -> None:
    done = ancu_command("doctor", "--port", "18519")
    assert done.returncode == 0, done.stdout
    assert "Phần service: trang web và dịch vụ." in done.stdout
    assert "SAI  " not in done.stdout
    assert done.stdout.splitlines()[-1].startswith("0 điều sai, ")


def test_what_is_wrong_is_told_with_its_mend(ancu_command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(1, 1, 1 << 20))
    real = importlib.metadata.version
    monkeypatch.setattr(importlib.metadata, "version", lambda name: "2.10.6" if name == "pydantic" else real(name))
    monkeypatch.setattr(rete, "AVAILABLE", False)
    done = ancu_command("doctor", "--port", "18519")
    assert done.returncode == 4
    assert "pydantic 2.10.6 cũ hơn 2.11. Hãy cập nhật: pip install -U pydantic." in done.stdout
    assert "chỉ còn 0.0 GB" in done.stdout
    assert "Không có durable-rules" in done.stdout


def test_a_faulty_rulebook_is_told(ancu_command: Run) -> None:
    done = ancu_command("--rules", "nowhere", "doctor", "--port", "18519")
    assert done.returncode == 4
    assert "SAI    Bộ quy tắc có lỗi" in done.stdout
