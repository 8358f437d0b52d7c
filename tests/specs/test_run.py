"""``ancu spec run``: a line a scenario, mistakes told all at once, mismatches with their reasons, reports."""

from __future__ import annotations

import re
import shutil
import unicodedata
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml

from ancu.errors import InputError
from ancu.specs.language import chosen
from ancu.specs.language.feature_file import find_files, read_text
from tests.conftest import ROOT, Command, Run

MISTAKES = ROOT / "tests" / "specs" / "loi_thuong_gap.feature"
HEAD = """Tính năng: Thử

  Bối cảnh:
    Biết người này là công nhân tại khu công nghiệp, độc thân, không nuôi con chưa thành niên
    Và không đứng tên trên sổ đỏ nào, không ở nhà công vụ, chưa mua nhà ở xã hội và chưa được hỗ trợ nhà ở
    Và không đăng ký mua ở dự án nào khác, không thuê nhà ở xã hội, mua của dự án do chủ đầu tư bỏ vốn
    Và tại tỉnh Bắc Ninh
    Và ngày xét là 01/05/2026

"""
RIGHT = """  Tình huống: Trong mức trần
    Biết thu nhập 22 triệu một tháng
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "đủ điều kiện"
    Và thu nhập trong mức trần

"""
WRONG = """  Tình huống: Vượt mức trần
    Biết thu nhập 26 triệu một tháng
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "đủ điều kiện"

  Tình huống: Từng dòng
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Thu nhập | kết quả      |
      | 22 triệu | đủ điều kiện |
      |          | đủ điều kiện |
"""


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_typical_mistakes_each_give_a_message_that_tells_what_to_change(
    ancu_command: Run, tmp_path: Path, form: str
) -> None:
    (tmp_path / "loi.feature").write_text(
        unicodedata.normalize(form, MISTAKES.read_text(encoding="utf-8")), encoding="utf-8"
    )
    done = ancu_command("spec", "run", "loi.feature")
    told = dict(re.findall(r"^      loi\.feature:(\d+): (.+)$", done.stdout, re.MULTILINE))
    expected = yaml.safe_load(MISTAKES.with_suffix(".yaml").read_text(encoding="utf-8"))
    assert {int(line): text for line, text in told.items()} == expected
    assert "✓ Viết đúng" in done.stdout
    assert "20 tình huống: 2 đạt, 0 không khớp, 18 viết sai" in done.stdout
    assert (done.returncode, done.stderr) == (1, "")


def test_a_mismatch_tells_expected_got_and_why(ancu_command: Run, tmp_path: Path) -> None:
    (tmp_path / "thu.feature").write_text(HEAD + RIGHT + WRONG, encoding="utf-8")
    done = ancu_command("spec", "run", "thu.feature", "--report", "r.html", "--junit", "r.xml")
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert lines[1] == "  ✓ Trong mức trần"
    at = lines.index("  ✗ Vượt mức trần")
    assert lines[at + 1 : at + 5] == [
        '      thu.feature:19: Thì kết quả là "đủ điều kiện"',
        "        Mong đợi: đủ điều kiện",
        "        Thực tế:  không đủ điều kiện",
        "        Mua, thuê mua nhà ở xã hội, ngày xét 01/05/2026: không đủ điều kiện",
    ]
    assert any(
        line.startswith(
            "              ✗ Thu nhập bình quân 26.000.000 đồng/tháng, vượt mức trần 25.000.000 đồng/tháng (theo"
        )
        for line in lines
    )
    # The second row of the table, at its own line.
    assert "      thu.feature:26: Thì kết quả từng dòng là:" in lines
    assert "          Còn thiếu: Thu nhập bình quân hàng tháng thực nhận" in lines
    assert re.fullmatch(r"3 tình huống: 1 đạt, 2 không khớp, 0 viết sai \(\d+,\d giây\)\.", lines[-1])
    assert "pytest" not in done.stdout
    assert "Traceback" not in done.stdout

    suites = ElementTree.parse(tmp_path / "r.xml").getroot()
    assert (suites.get("tests"), suites.get("failures"), suites.get("errors")) == ("3", "2", "0")
    failure = suites.find(".//testcase[@name='Vượt mức trần']/failure")
    assert failure is not None
    assert failure.get("message") == "Mong đợi: đủ điều kiện. Thực tế: không đủ điều kiện."

    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert not re.search(r"(src|href)=\"(?!#)", page)
    assert "<b>2. Vượt mức trần</b>" in page
    # A row of the matrix, the article on the income cap: met, then failed, then met and unknown, each a ground.
    row = re.search(r"<th class=\"article\">Điều 30 Nghị định 100/2024/NĐ-CP</th>\n(.*)\n", page)
    assert row is not None
    cells = re.findall(r"<td>(.*?)</td>", row[1])
    assert [re.findall(r"<b class=\"\w+\">(.)</b>", cell) for cell in cells] == [["✓"], ["✗"], ["✓", "?"]]


def test_expecting_an_outcome_where_nothing_is_judged(ancu_command: Run, tmp_path: Path) -> None:
    (tmp_path / "x.feature").write_text(
        HEAD + '  Tình huống: Hết hạn\n    Biết ngày xét là 01/01/2026\n    Khi xét "poor_house_loan_2015"\n'
        '    Thì kết quả là "đã kết thúc"\n    Và không đạt "separated_long_enough"\n',
        encoding="utf-8",
    )
    done = ancu_command("spec", "run", "x.feature")
    assert "không xét điều kiện này tại ngày đó" in done.stdout, done.stdout + done.stderr


def test_in_english(ancu_command: Run, tmp_path: Path) -> None:
    (tmp_path / "x.feature").write_text(
        "Feature: Renting\n\n  Scenario: A worker\n"
        "    Given the applicant is a worker in an industrial zone and is renting no social housing\n"
        '    And the as-of date is 2026-05-01\n    When "Rent social housing" is judged\n'
        '    Then the result is "not eligible"\n',
        encoding="utf-8",
    )
    done = ancu_command("spec", "run", "x.feature", "--lang", "en")
    assert "Expected: not eligible" in done.stdout
    assert re.search(r"1 scenarios: 0 passed, 1 failed, 0 written wrongly \(\d+\.\d s\)\.", done.stdout)


def test_another_rulebook(ancu_command: Run, tmp_path: Path) -> None:
    """The cap raised by an overlay: what failed passes."""
    (tmp_path / "thu.feature").write_text(HEAD + WRONG.partition("  Tình huống: Từng")[0], encoding="utf-8")
    assert ancu_command("spec", "run", "thu.feature").returncode == 1
    parameters = (ROOT / "rules" / "parameters.yaml").read_text(encoding="utf-8")
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "parameters.yaml").write_text(
        parameters.replace("value: 25000000, basis", "value: 26000000, basis"), encoding="utf-8"
    )
    done = ancu_command("spec", "run", "thu.feature", "--rules", "rules")
    assert done.returncode == 0, done.stdout


def test_a_command_in_this_process_keeps_its_rulebook_to_itself(ancu_here: Command, tmp_path: Path) -> None:
    before = chosen.book()
    shutil.copytree(ROOT / "rules", tmp_path / "rules")
    assert ancu_here("spec", "boundaries", "poverty_status", "poor_by_certificate", "--rules", "rules")[0] == 0
    assert chosen.book() is before


def test_an_outline_runs_each_example(ancu_command: Run, tmp_path: Path) -> None:
    (tmp_path / "khung.feature").write_text(
        HEAD + "  Khung tình huống: Thu nhập <mức>\n    Biết thu nhập <mức> một tháng\n"
        '    Khi xét "social_housing_purchase"\n'
        '    Thì kết quả là "<kết quả>"\n\n    Dữ liệu:\n      | mức | kết quả |\n      | 25 triệu | đủ điều kiện |\n'
        "      | 25.000.001 | không đủ điều kiện |\n",
        encoding="utf-8",
    )
    done = ancu_command("spec", "run", ".")
    assert done.returncode == 0, done.stdout
    assert "✓ Thu nhập 25 triệu" in done.stdout
    assert "2 tình huống: 2 đạt" in done.stdout


def test_colours_only_where_they_are_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal in colour; in a pipe, or where NO_COLOR asks, without."""
    import os
    import pty
    import subprocess
    import sys

    (tmp_path / "thu.feature").write_text(HEAD + RIGHT, encoding="utf-8")

    def on_a_terminal(**env: str) -> str:
        parent, child = pty.openpty()
        command = [sys.executable, "-m", "ancu_cli.main", "spec", "run", "thu.feature"]
        with subprocess.Popen(command, cwd=tmp_path, env={**os.environ, **env}, stdout=child, stderr=child) as running:
            os.close(child)
            said = b""
            while True:
                try:
                    part = os.read(parent, 65536)
                except OSError:
                    break
                if not part:
                    break
                said += part
            running.wait()
        os.close(parent)
        return said.decode()

    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[32m\x1b[1m✓" in on_a_terminal()
    assert "\x1b[" not in on_a_terminal(NO_COLOR="1")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["khong-co.feature"], 4, "Không đọc được khong-co.feature: không có tệp hoặc thư mục này."),
        (["."], 4, "Không có tệp .feature nào trong ."),
        (["--repot", "x"], 2, "--report"),
    ],
)
def test_wrong_calls(ancu_command: Run, arguments: list[str], code: int, said: str) -> None:
    done = ancu_command("spec", "run", *arguments)
    assert done.returncode == code
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_folders_are_searched(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    for name in ("a/x.feature", "a/b/y.feature"):
        (tmp_path / name).write_text("", encoding="utf-8")
    assert [file.name for file in find_files([str(tmp_path)])] == ["y.feature", "x.feature"]
    (tmp_path / "c").mkdir()
    with pytest.raises(InputError, match=r"\.feature"):
        find_files([str(tmp_path / "a"), str(tmp_path / "c")])


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("", 1, "Tệp phải có dòng"),
        ("Tình huống: thiếu tính năng\n", 1, "Tệp phải có dòng"),
        ("# language: vn\nTính năng: x\n", 1, "Không có ngôn ngữ “vn”"),
        (HEAD + "  Tình huống: x\n    Biêt độc thân\n", 11, "“Biêt” không phải từ khóa. Có phải ý bạn là “Biết”?"),
        (HEAD + "  Tinh huống: x\n", 10, "Có phải ý bạn là “Tình huống”?"),
        (HEAD + "  Tình huống: x\n    Biết độc thân\n    độc thân\n", 12, "không bắt đầu bằng từ khóa nào"),
        (HEAD + "  Tình huống: x\n    Biết độc thân\n      | a | b |\n", 11, "không dùng bảng"),
        (HEAD + "  Tình huống: x\n    Biết hồ sơ:\n", 11, "phải có bảng"),
        (HEAD + "  Tình huống: x\n    Biết độc thân\n", 10, "Tình huống chưa có bước “Khi xét"),
        (HEAD + '  Tình huống: x\n    Thì kết quả là "đủ điều kiện"\n', 11, "Chưa có bước “xét chương trình”"),
        (HEAD, 1, "Tệp không có tình huống nào"),
        (HEAD + "  Tình huống: x\n    Và độc thân\n", 11, "Bước đầu tiên không thể bắt đầu bằng “Và”"),
        (HEAD + "  Tình huống: x\n    Biết độc thân, thu nhâp 5 triệu một tháng\n", 11, "“thu nhâp 5 triệu một tháng”"),
    ],
)
def test_other_mistakes(text: str, line: int, said: str) -> None:
    spec = read_text(Path("x.feature"), text)
    flaws = [*spec.flaws, *(flaw for case in spec.scenarios for flaw in case.flaws)]
    assert any(flaw.line == line and said in flaw.text for flaw in flaws), flaws


def test_a_scenario_that_pytest_bdd_would_refuse_does_not_stop_the_others(ancu_command: Run, tmp_path: Path) -> None:
    bad = '  Tình huống: Và trước\n    Và hồ sơ:\n      | Tỉnh | Bắc Ninh |\n    Khi xét "social_housing_rent"\n\n'
    (tmp_path / "x.feature").write_text(HEAD + bad + RIGHT, encoding="utf-8")
    done = ancu_command("spec", "run")
    assert "x.feature:11: Bước đầu tiên không thể bắt đầu bằng “Và”" in done.stdout
    assert "✓ Trong mức trần" in done.stdout
    assert (done.returncode, done.stderr) == (1, "")


def test_a_description_may_begin_like_a_keyword() -> None:
    text = "Tính năng: x\n  Thi hành Điều 30 của nghị định.\n  Chồng và vợ cùng đứng đơn.\n" + RIGHT
    spec = read_text(Path("x.feature"), text)
    assert not spec.flaws
    assert not any(case.flaws for case in spec.scenarios)


def test_a_file_that_pytest_bdd_refuses_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from pytest_bdd.parser import FeatureParser

    from ancu.specs.run.run import run_specs

    def refuse(self: FeatureParser) -> None:
        raise ValueError("no such thing\nand more")

    (tmp_path / "x.feature").write_text(HEAD + RIGHT, encoding="utf-8")
    monkeypatch.setattr(FeatureParser, "parse", refuse)
    run = run_specs([tmp_path / "x.feature"])
    assert [(r.outcome, r.troubles[0].text) for r in run.results] == [("flawed", "Tệp không chạy được: no such thing")]
