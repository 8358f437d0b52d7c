"""Rulebooks kept between processes: never needed, never trusted blindly, never in the way."""

from __future__ import annotations

import os
import pickle
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import ancu
from ancu import kept_files
from ancu.rulebook import cache, language
from ancu.rulebook.folder import built_in, read_files
from ancu.rulebook.loading import check_rulebook

pytestmark = pytest.mark.slow  # loads the rulebook without its cache

LOADS = "import sys, ancu; book = ancu.load_rulebook(); print(book.digest, 'sqlglot' in sys.modules)"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ANCU_CACHE", str(tmp_path / "kept"))
    return tmp_path / "kept"


def load_apart(**env: str | None) -> list[str]:
    """Load in a process of its own; a variable that is None is not set there."""
    changed = {key: value for key, value in {**os.environ, **env}.items() if value is not None}
    done = subprocess.run([sys.executable, "-c", LOADS], env=changed, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert not done.stderr
    return done.stdout.split()


def the_file(folder: Path) -> Path:
    (file,) = folder.glob("rules-*")
    return file


def test_what_is_kept_loads_the_same_rulebook_without_a_parser(book: ancu.Rulebook, folder: Path) -> None:
    assert load_apart() == [book.digest, "True"]
    assert load_apart() == [book.digest, "False"]
    assert ancu.load_rulebook() == book
    assert the_file(folder).stat().st_mode & 0o077 == 0


class Intruder:
    """Anything at all that a file could have Python call."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("touch intruded",)


@pytest.mark.parametrize("harm", ["cut", "changed", "empty", "not text", "writable by others", "something else"])
def test_a_file_that_is_not_ours_as_it_was_written_is_as_good_as_none(
    folder: Path, harm: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ancu.load_rulebook()
    file, key = the_file(folder), cache.key_of(read_files()[0])
    content = file.read_bytes()
    if harm == "writable by others":
        file.chmod(0o666)
    else:
        foreign = pickle.dumps(Intruder())
        new = {
            "cut": content[:-40],
            "changed": content.replace(b"<=", b"<", 1),
            "empty": b"",
            "not text": b"\xff\n{",
            "something else": kept_files._seal(key, foreign) + b"\n" + foreign,
        }
        assert new[harm] != content
        file.write_bytes(new[harm])
    ancu.load_rulebook()
    assert cache.read(key) is not None, "written again"
    assert not (tmp_path / "intruded").exists()


def test_a_changed_rulebook_is_checked_again(tmp_path: Path, folder: Path) -> None:
    rules = tmp_path / "rules"
    shutil.copytree(built_in(), rules)
    ancu.load_rulebook(rules)
    programme = rules / "programmes" / "self_build_loan.yaml"
    text = programme.read_text(encoding="utf-8")
    programme.write_text(text.replace("eligible_when: ", "eligible_when: no_such_condition and ", 1), encoding="utf-8")
    with pytest.raises(ancu.RulebookError, match="no_such_condition"):
        ancu.load_rulebook(rules)
    assert len(list(folder.glob("rules-*"))) == 1, "a rulebook that fails is not kept"


def test_the_check_does_not_rest_on_what_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    ancu.load_rulebook()
    parsed: list[str] = []
    parse = language.parse
    monkeypatch.setattr(language, "parse", lambda text: parsed.append(text) or parse(text))
    ancu.load_rulebook()
    assert not parsed
    assert check_rulebook()[1] == []
    assert parsed


def test_a_folder_that_cannot_be_written_or_made_does_no_harm(book: ancu.Rulebook, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for place in (str(tmp_path / "file" / "below"), "/proc/nowhere", ""):
        assert load_apart(ANCU_CACHE=place)[0] == book.digest
    homeless = load_apart(ANCU_CACHE=None, XDG_CACHE_HOME=None, HOME="/proc/nowhere")
    assert homeless[0] == book.digest


def test_many_processes_at_once(book: ancu.Rulebook, folder: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: load_apart()[0], range(6)))
    assert found == [book.digest] * 6
    assert the_file(folder).is_file()
    assert list(folder.glob("draft-*")) == [], "no draft is left behind"


def test_old_files_make_room(book: ancu.Rulebook, folder: Path) -> None:
    for i in range(cache.MOST + 4):
        cache.write(f"{i:064d}"[::-1], book)
    assert len(list(folder.glob("rules-*"))) == cache.MOST


def test_what_no_decision_reads_waits_until_it_is_asked_for(book: ancu.Rulebook) -> None:
    ancu.load_rulebook()
    known = ancu.load_rulebook()
    assert "plans" not in vars(known)
    with pytest.raises(ancu.RulebookError):
        known.plans = {}
    assert known.plans == book.plans
    assert known.people is not None
    assert known.people.person.draws == book.draws
    assert pickle.loads(pickle.dumps(ancu.load_rulebook())) == book
    with pytest.raises(AttributeError, match="no_such_field"):
        known.no_such_field  # type: ignore[attr-defined]  # noqa: B018
