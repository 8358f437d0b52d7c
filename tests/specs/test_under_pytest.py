"""Specs under plain pytest, with the two files of features/ beside them: what is seen when one is wrong."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.slow  # starts pytest in processes of its own

HEAD = "# language: vi\n@dieu-78 @thử-nghiệm\nTính năng: Thuê\n\n  Tình huống: Thử\n"
GIVEN = (
    '    Biết "Nhóm đối tượng" là công nhân\n    Và "Đang thuê nhà ở xã hội" là không\n    Và ngày xét là 01/05/2026\n'
)
WHEN = '    Khi xét "Thuê nhà ở xã hội"\n'


@pytest.fixture
def spec(tmp_path: Path) -> object:
    for name in ("conftest.py", "test_features.py"):
        (tmp_path / name).write_text((ROOT / "features" / name).read_text(encoding="utf-8"), encoding="utf-8")

    def run(text: str) -> tuple[int, str]:
        (tmp_path / "thu.feature").write_text(text, encoding="utf-8")
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--strict-markers", "--rootdir", "."],
            cwd=tmp_path, capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip
        return done.returncode, done.stdout

    return run


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_right_spec_passes_however_its_letters_are_composed(spec: object, form: str) -> None:
    text = HEAD + GIVEN + WHEN + '    Thì kết quả là "đủ điều kiện"\n'
    code, said = spec(unicodedata.normalize(form, text))  # type: ignore[operator]
    assert code == 0, said


#: A wrong scenario, and what must be said of it.
WRONG = [
    (GIVEN + WHEN + '    Thì kết quả la "đủ điều kiện"\n', ["Không hiểu “kết quả la", "Gần nhất: “kết quả là"]),
    (
        GIVEN + '    Và "Đang thuê nhà ở xã hôi" là có\n' + WHEN,
        ["Không có thông tin “Đang thuê nhà ở xã hôi”", "ý bạn là “Đang thuê nhà ở xã hội”"],
    ),
    (
        GIVEN + '    Khi xét "Thuê nhà xã hội"\n',
        ["Không có chương trình “Thuê nhà xã hội”. Gần nhất: “Thuê nhà ở xã hội”"],
    ),
    (GIVEN + '    Và "Thu nhập" là mười triệu\n' + WHEN, ["Không đọc được thành số"]),
    (
        GIVEN + WHEN + '    Thì kết quả là "không đủ điều kiện"\n',
        ["Mong đợi: không đủ điều kiện. Thực tế: đủ điều kiện", "Kết luận tại ngày"],
    ),
    (GIVEN + WHEN + '    Thì không đạt "one_rentall"\n', ["không có điều kiện “one_rentall”", "ý bạn là “one_rental”"]),
    (GIVEN + WHEN + '    Thì đạt "one_rental"\n    Và còn thiếu "Thu nhập"\n', ["Mong đợi: có “Thu nhập”"]),
]


def test_mistakes(spec: object) -> None:
    head = HEAD.partition("  Tình huống: Thử\n")[0]
    text = head + "".join(f"  Tình huống: Thử {i}\n{lines}\n" for i, (lines, _) in enumerate(WRONG))
    code, output = spec(text)  # type: ignore[operator]
    assert code == 1
    assert f"{len(WRONG)} failed" in output
    for _, said in WRONG:
        for part in said:
            assert part in output, (part, output)
    assert "thu.feature:10: Không hiểu" in output


def test_a_table_tells_every_wrong_row(spec: object) -> None:
    table = """    Thì kết quả từng dòng là:
      | Đang thuê nhà ở xã hội | kết quả            |
      | không                  | đủ điều kiện       |
      | có                     | đủ điều kiện       |
      | (trống)                | không đủ điều kiện |
"""
    code, output = spec(HEAD + GIVEN + WHEN + table)  # type: ignore[operator]
    assert code == 1
    assert "Dòng 2:" in output
    assert "Dòng 3:" in output
    assert "Dòng 1:" not in output
