"""docs/thay-doi-luat.md, worked through: its YAML is written, its commands run; and what new law leaves standing."""

from __future__ import annotations

import re
import shlex
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import ancu
from ancu.handbook.document import handbook
from ancu.messages import LANGUAGES
from ancu.rulebook.loading import check_rulebook
from ancu.rulebook.owed import papers_owed
from ancu.specs.language import chosen
from ancu.specs.language.phrase_list import as_markdown
from ancu.specs.measure.collect import collect
from ancu.specs.measure.coverage import measure
from tests.conftest import ROOT, Command

# The page is worked through with the whole law, which takes half a minute of a core: a sweep does so.
pytestmark = pytest.mark.sweep(only=True)

PAGE = ROOT / "docs" / "thay-doi-luat.md"
BLOCK = re.compile(r"(?:<!-- (\w+): (\S+) -->\n)?^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def put_entry(text: str, entry: str) -> str:
    """``text`` with the drafted entry of the same name replaced."""
    name = entry.split(":")[0].strip()
    drafted = re.compile(rf"^  {re.escape(name)}:\n(?:    .*\n|\n(?=    ))+", re.MULTILINE)
    changed, count = drafted.subn(lambda _: entry, text)
    assert count == 1, name
    return changed


def put_lines(text: str, change: str) -> str:
    """``text`` with the lines of a diff changed."""
    old, new = ("".join(line[1:] + "\n" for line in change.splitlines() if line[0] == sign) for sign in "-+")
    assert text.count(old) == 1, old
    return text.replace(old, new)


CHANGES = {
    "tệp": lambda _, block: block,
    "điền": put_entry,
    "sửa": put_lines,
    "thêm": lambda text, block: text + block,
}


def work_through(desk: Path, ancu_here: Command, only: tuple[str, ...] = ("",)) -> Path:
    """Work the page through in a folder, each command (or those that begin with ``only``) answering as it says."""
    shutil.copytree(ROOT / "rules", desk / "rules")
    for found in BLOCK.finditer(PAGE.read_text(encoding="utf-8")):
        how, file, kind, block = found.groups()
        if kind == "console":
            command, _, expected = block.partition("\n")
            command = command.removeprefix("$ ancu ")
            if not command.startswith(only):
                continue
            code, out, errors = ancu_here(*shlex.split(command))
            assert (code, errors.removeprefix("Kết quả: trinh-duyet.html\n")) == (0, ""), command
            lines = iter(out.splitlines())
            wanted = [line for line in expected.splitlines() if line != "…"]
            assert all(line in lines for line in wanted), (command, out)
        elif how is not None:
            path = desk / file
            path.parent.mkdir(exist_ok=True)
            standing = path.read_text(encoding="utf-8") if path.exists() else ""
            path.write_text(CHANGES[how](standing, block), encoding="utf-8")
    return desk


def test_new_law_needs_nothing_but_its_own_files(tmp_path: Path, ancu_here: Command) -> None:
    worked = work_through(tmp_path, ancu_here)
    book, problems = check_rulebook(worked / "rules")
    assert [problem.text("vi") for problem in problems] == []
    assert book is not None
    assert {"sua_cua_so"} == book.programmes.keys() - ancu.load_rulebook().programmes.keys()
    before = {problem.values["name"] for problem in papers_owed(ancu.load_rulebook())}
    assert {problem.values["name"] for problem in papers_owed(book)} == before

    # A purchase in the new province, under the new figure, and the condition by its own paper.
    day = date(2028, 1, 1)
    record = ancu.read_record(book, {"hoc_an_toan_fact": "không", "works_in_that_zone": "có"})
    decision = ancu.decide(book, record, "worker_lodging", day)
    assert decision.failed == ["hoc_an_toan"]
    assert book.figure_on("min_floor_area_per_person", date(2027, 12, 31)).value == 1500  # type: ignore[union-attr]
    assert book.figure_on("min_floor_area_per_person", day).value == 1600  # type: ignore[union-attr]
    assert book.figure_on("income_coefficient", day, "tinh_vi_du").value == 110  # type: ignore[union-attr]

    # What went before is kept, and the page to be signed compares with it.
    assert ancu.load_rulebook(worked / "cu").digest == ancu.load_rulebook().digest
    page = (worked / "trinh-duyet.html").read_text(encoding="utf-8")
    assert book.digest[:12] in page

    # The handbooks say it; the scenario shows the condition, and what has none is owed.
    for lang in LANGUAGES:
        assert "sua_cua_so" in handbook(book, lang)
        assert as_markdown(book, lang)
    with chosen.judged_by(book, "vi"):
        coverage = measure(collect([worked / "features"]))
    (entry,) = (entry for entry in coverage.entries if entry.condition == "hoc_an_toan")
    assert entry.unseen == ()
    assert "sua_cua_so_case" in {entry.condition for entry in coverage.unshown}


def test_the_benchmarks_follow(tmp_path: Path, ancu_here: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("numpy")
    pytest.importorskip("pyarrow")
    worked = work_through(tmp_path, ancu_here, only=("rules new", "rules amend"))
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    import agreement
    import population

    old, new = ancu.load_rulebook(), ancu.load_rulebook(worked / "rules")

    def table(book: ancu.Rulebook) -> Any:
        (first,) = population.Population(book, seed=3).tables(300)
        return first

    before, after = table(old), table(new)
    assert after.select(before.column_names).to_pylist() == before.to_pylist()
    assert set(after.column_names) - set(before.column_names) == {"hoc_an_toan_fact", "sua_cua_so_fact"}
    assert "tinh_vi_du" not in after["province"].to_pylist()
    assert agreement.by_hand(new) == agreement.by_hand(old)
