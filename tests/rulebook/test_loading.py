"""Loading: the base rulebook loads; each case of the corpus changes one thing and asserts the whole message."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from ancu.errors import RulebookError
from ancu.rulebook.building import build
from ancu.rulebook.expressions import Constant
from ancu.rulebook.language import parse
from ancu.rulebook.loading import check_rulebook, load_rulebook
from ancu.rulebook.rulebook import Rulebook
from tests.support.rulebooks import BASE, BROKEN, edited

CASES = yaml.safe_load((BROKEN / "cases.yaml").read_text(encoding="utf-8"))


def test_base_loads() -> None:
    book, problems = build(BASE)
    assert problems == []
    assert book is not None
    assert set(book.programmes) == {"buy"}


@pytest.mark.parametrize("name", CASES)
def test_broken(name: str) -> None:
    case = CASES[name]
    edits = case["edits"] if "edits" in case else [[case["file"], case["old"], case["new"]]]
    book, problems = build(edited(*(tuple(edit) for edit in edits)))
    assert book is None
    assert [problem.text("vi") for problem in problems] == case["vi"]
    assert [problem.text("en") for problem in problems] == case["en"]


@pytest.mark.parametrize(("length", "told"), [(50, False), (250, True), (3_000, True)])
def test_a_chain_of_rules_that_nobody_could_follow_is_refused(length: int, told: bool) -> None:
    link = '  c{}: {{title: {{vi: Mắt, en: Link}}, not_met: {{vi: Không, en: No}}, when: {}, basis: ["nd-1:1"]}}\n'
    links = "".join(link.format(i, f"c{i + 1}" if i + 1 < length else "is_worker") for i in range(length))
    file = "programmes/p.yaml"
    changed = BASE[file].decode().replace("subject and within_cap", "subject and within_cap and c0")
    _, problems = build({**BASE, file: changed.replace("conditions:\n", "conditions:\n" + links).encode()})
    said = [problem.text("en") for problem in problems if "levels of rules" in problem.text("en")]
    assert bool(said) is told
    assert all(text.startswith("programmes/p.yaml:") for text in said)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"facts: \xff\xfe", "vocabulary.yaml:1: Not UTF-8 (at byte 7). Save the file as UTF-8."),
        (
            b"a: 1\nb: x\x00",
            "vocabulary.yaml:2:5: There is the invisible control character U+0000. Delete it, and save the "
            "file as UTF-8.",
        ),
        (b"a: " + b"x" * 2_000_001, "vocabulary.yaml: The file is larger than 2000000 bytes. Split it."),
        (b"a: " + b"[" * 40 + b"]" * 40, "vocabulary.yaml:1:20: Nested deeper than 16 levels. Flatten it."),
        (b"- a", "vocabulary.yaml:1:1: The file must be a mapping of keys to values."),
    ],
)
def test_unreadable_files(content: bytes, message: str) -> None:
    _, problems = build({**BASE, "vocabulary.yaml": content})
    assert problems[0].text("en") == message


def test_missing_and_misplaced_files() -> None:
    files = {name: content for name, content in BASE.items() if name != "parameters.yaml"}
    _, problems = build({**files, "notes/x.yaml": b"a: 1"})
    assert [p.text("en") for p in problems] == [
        "The rulebook lacks parameters.yaml. Add it.",
        "The file notes/x.yaml has no place in a rulebook. "
        "Put it under shared/, programmes/, regions/, procedures/, plans/ or units/.",
    ]


def write(root: Path, files: dict[str, bytes]) -> Path:
    for name, content in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(content)
    return root


def test_a_check_finds_all_and_a_load_stops_at_the_first(tmp_path: Path) -> None:
    twice = edited(
        ("programmes/p.yaml", "total <= coef * cap", "total <= coef * cpa"),
        ("programmes/p.yaml", "kind = 'worker'", "kind = 'wroker'"),
    )
    write(tmp_path, twice)
    book, problems = check_rulebook(tmp_path)
    assert book is None
    assert len(problems) == 2
    with pytest.raises(RulebookError) as caught:
        load_rulebook(tmp_path)
    assert len(caught.value.problems) == 1


def test_digest_is_of_content_not_of_form() -> None:
    plain, _ = build(BASE)
    commented, _ = build(edited(("parameters.yaml", "parameters:", "# a comment\nparameters:")))
    changed, _ = build(edited(("parameters.yaml", "15000000", "15000001")))
    assert plain is not None
    assert commented is not None
    assert changed is not None
    assert plain.digest == commented.digest != changed.digest


def test_overlay_lies_over_the_built_in_rulebook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    region = (
        "region: vung_kiem_thu\ntitle: {vi: Tỉnh khác, en: Another}\nfills:\n  income_coefficient:\n"
        '    - {from: 2026-01-01, value: 1.16, basis: ["nd-100-2024:30.1.d"]}\n'
    )
    write(tmp_path, {"regions/vung_kiem_thu.yaml": region.encode()})
    monkeypatch.setenv("ANCU_RULES", str(tmp_path))
    book = load_rulebook()
    below = load_rulebook(Path(__file__).parents[2] / "rules")
    assert set(book.regions) == {*below.regions, "vung_kiem_thu"}
    assert book.digest != below.digest


def test_no_such_rulebook(tmp_path: Path) -> None:
    with pytest.raises(RulebookError, match="vocabulary"):
        load_rulebook(tmp_path / "nowhere")


def test_an_empty_folder_is_not_taken_for_the_built_in_rulebook(tmp_path: Path) -> None:
    (tmp_path / "quy-tac.yml").touch()  # not the suffix that is read
    with pytest.raises(RulebookError, match=r"không có tệp \.yaml nào"):
        load_rulebook(tmp_path)


def test_no_figure_hides_in_an_expression_of_the_real_rulebook(book: Rulebook) -> None:
    """Figures stand in parameters.yaml with their dates and citations."""
    for name in (*book.conditions, *book.quantities):
        for version in book.rule(name).dated:
            for node in parse(version.when).walk() if version.when else ():
                if isinstance(node, Constant) and not isinstance(node.value, (bool, str)):
                    assert node.value in (0, 1), name


def test_every_condition_and_figure_of_the_real_rulebook_is_cited(book: Rulebook) -> None:
    from ancu.rulebook.references import cited

    places = list(cited(book))
    assert len(places) > 100
    assert all(basis for *_, basis in places)
