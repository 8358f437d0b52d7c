"""``ancu rules prove`` as its users meet it."""

from __future__ import annotations

from pathlib import Path

import pytest

from ancu import extras
from tests.conftest import Command
from tests.proof.small import files, label


def write(folder: Path, found: dict[str, bytes]) -> str:
    for name, content in found.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return str(folder)


CONDITIONS = {"is_worker": "worker", "within": "income <= cap"}


@pytest.fixture
def broken(tmp_path: Path) -> str:
    """A rulebook of which a property does not hold."""
    stated = {"title": label("Thu nhập thấp hơn không mất quyền"), "keeps": "p", "change": {"lower": ["income"]}}
    conditions = {**CONDITIONS, "above": "income >= low"}
    return write(tmp_path / "rules", files(" and ".join(conditions), conditions, properties={"lower": stated}))


def test_a_record_and_a_scenario_for_what_does_not_hold(broken: str, tmp_path: Path, ancu_here: Command) -> None:
    code, out, errors = ancu_here("rules", "prove", "--rules", broken, "-o", "bac.feature")
    assert code == 1
    assert "✗ Thu nhập thấp hơn không mất quyền (lower): KHÔNG đúng [từ 01/01/2024]" in out
    assert "        Số income: 10 đồng, sau đó 0 đồng" in out
    assert "        → Chương trình p: đủ điều kiện → không đủ điều kiện" in out
    assert "0 câu không kết luận được" in out
    assert "bac.feature" in errors
    feature = (tmp_path / "bac.feature").read_text(encoding="utf-8")
    assert "Tình huống: Thu nhập thấp hơn không mất quyền — phản ví dụ: Chương trình p" in feature
    # What is written passes: it says what the rulebook decides, for the officer to hold against the law.
    assert ancu_here("spec", "run", "bac.feature", "--rules", broken)[0] == 0
    # Nothing is written over it.
    assert ancu_here("rules", "prove", "--rules", broken, "-o", "bac.feature")[0] != 0
    assert (tmp_path / "bac.feature").read_text(encoding="utf-8") == feature


def test_findings_alone_have_their_own_code(tmp_path: Path, ancu_here: Command) -> None:
    conditions = {**CONDITIONS, "always": "people >= 1"}
    rules = write(tmp_path / "rules", files(" and ".join(conditions), conditions))
    code, out, _ = ancu_here("rules", "prove", "--rules", rules, "--programme", "p")
    assert code == 3
    assert "– Điều kiện “people >= 1” (always): không hồ sơ nào không đạt [từ 01/01/2024]" in out
    code, out, _ = ancu_here("rules", "prove", "--rules", rules, "--programme", "p", "--lang", "en")
    assert "Condition “people >= 1” (always): no record fails it [from 2024-01-01]" in out


def test_a_sound_rulebook(tmp_path: Path, ancu_here: Command) -> None:
    stated = {"title": label("Nó"), "keeps": "p", "change": {"lower": ["income"]}}
    rules = write(tmp_path / "rules", files("is_worker and within", CONDITIONS, properties={"it": stated}))
    code, out, errors = ancu_here("rules", "prove", "--rules", rules, "--programme", "p", "-o", "x.feature")
    assert code == 0
    assert "✓ Nó (it): đúng với mọi hồ sơ" in out
    assert "Chưa chứng minh: cách hiểu khác" in out
    assert "không ghi x.feature" in errors
    assert not (tmp_path / "x.feature").exists()


def test_names_of_nothing(broken: str, ancu_here: Command) -> None:
    code, _, errors = ancu_here("rules", "prove", "--rules", broken, "--property", "lowr")
    assert code == 2
    assert "lower" in errors
    assert ancu_here("rules", "prove", "--rules", broken, "--programme", "x")[0] == 2


def test_without_the_extra(broken: str, ancu_here: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extras, "proof", lambda: False)
    code, _, errors = ancu_here("rules", "prove", "--rules", broken)
    assert code != 0
    assert 'pip install "ancu[proof]"' in errors


def test_properties_stand_beside_the_scenarios_too(tmp_path: Path, ancu_here: Command) -> None:
    """What who writes scenarios says there is proven like what stands beside the rules, and a mistake has its place."""
    rules = write(tmp_path / "rules", files("is_worker and within", CONDITIONS))
    title = "{vi: Ai cũng là công nhân, en: All are workers}"
    beside = f"properties:\n  all_workers:\n    title: {title}\n    if: p\n    then: is_worker\n"
    folder = tmp_path / "features" / "p"
    folder.mkdir(parents=True)
    (folder / "tinh_chat.yaml").write_text(beside, encoding="utf-8")
    code, out, _ = ancu_here("rules", "prove", "--rules", rules, "--property", "all_workers")
    assert (code, "✓ Ai cũng là công nhân (all_workers): đúng với mọi hồ sơ" in out) == (0, True)
    elsewhere = tmp_path / "khac"
    elsewhere.mkdir()
    (elsewhere / "tinh_chat_khac.yaml").write_text(
        beside.replace("then: is_worker", "then: not within"), encoding="utf-8"
    )
    code, out, _ = ancu_here("rules", "prove", "--rules", rules, "--property", "all_workers", "--features", "khac")
    assert (code, "✗ Ai cũng là công nhân (all_workers): KHÔNG đúng" in out) == (1, True)
    (elsewhere / "properties.yaml").write_text(beside.replace("if: p", "if: q"), encoding="utf-8")
    code, _, errors = ancu_here("rules", "prove", "--rules", rules, "--features", "khac")
    assert code == 4
    assert "Tính chất “all_workers” đã có ở tệp khác. Hãy đặt tên khác." in errors
    assert "properties.yaml, dòng 4" in errors or "properties.yaml:4" in errors
    code, _, errors = ancu_here("rules", "prove", "--rules", rules, "--features", "khong-co")
    assert (code, "Không đọc được khong-co: không có tệp hoặc thư mục này." in errors) == (4, True)
    assert ancu_here("rules", "prove", "--rules", rules, "-o", "bac.html")[0] == 2
