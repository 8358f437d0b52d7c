"""``ancu rules copy``: a whole rulebook to change, in a folder where nothing stood."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import ancu
from ancu.rulebook import drafts, folder
from tests.conftest import ROOT, Command

pytestmark = pytest.mark.slow


def test_a_copy_is_the_rulebook_with_what_to_do_next(tmp_path: Path, ancu_here: Command, book: ancu.Rulebook) -> None:
    code, out, errors = ancu_here("rules", "copy", "moi/đây")
    assert (code, errors) == (0, "")
    copy = tmp_path / "moi" / "đây"
    for file in (ROOT / "rules").rglob("*.yaml"):
        assert (copy / file.relative_to(ROOT / "rules")).read_bytes() == file.read_bytes()
    assert ancu.load_rulebook(copy).digest == book.digest
    readme = (copy / "README.md").read_text(encoding="utf-8")
    assert book.digest[:12] in readme
    assert "--rules moi/đây" in readme
    assert readme.partition("\n\n")[2] in out


def test_an_overlay_is_copied_with_what_lies_under_it(tmp_path: Path, ancu_here: Command) -> None:
    regions = tmp_path / "overlay" / "regions"
    regions.mkdir(parents=True)
    (regions / "vd.yaml").write_text("region: vd\ntitle: {vi: Ví Dụ}\n", encoding="utf-8")
    assert ancu_here("rules", "copy", "moi", "--rules", "overlay")[0] == 0
    assert "vd" in ancu.load_rulebook(tmp_path / "moi").regions


@pytest.mark.parametrize(
    ("folder", "sentence"),
    [("full", "Thư mục full không trống"), ("a.txt", "a.txt là một tệp"), ("rules/x", "nằm trong chính bộ quy tắc")],
)
def test_nothing_is_written_where_something_stands(
    folder: str, sentence: str, tmp_path: Path, ancu_here: Command
) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / ".kept").touch()
    (tmp_path / "a.txt").touch()
    shutil.copytree(Path(__file__).parents[1] / "rulebook" / "broken_rulebooks" / "base", tmp_path / "rules")
    before = sorted(tmp_path.rglob("*"))
    code, out, errors = ancu_here("rules", "copy", folder, "--rules", "rules")
    assert (code, out) == (2, "")
    assert sentence in errors
    assert sorted(tmp_path.rglob("*")) == before


def test_what_is_packaged_is_copied_to_be_changed(
    tmp_path: Path, ancu_here: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    packaged = tmp_path / "site" / "_rules"
    shutil.copytree(Path(__file__).parents[1] / "rulebook" / "broken_rulebooks" / "base", packaged)
    for module in (folder, drafts):
        monkeypatch.setattr(module, "built_in", lambda: packaged)
    change = ("--from", "1/1/2028", "--value", "27 triệu", "--basis", "nd-1:1")
    code, _, errors = ancu_here("rules", "amend", "cap", *change)
    assert code == 2
    assert "ancu rules copy" in errors
    assert ancu_here("rules", "copy", "moi")[0] == 0
    assert ancu_here("rules", "amend", "cap", *change, "--rules", "moi")[0] == 0
