"""The real command, as a user runs it."""

from __future__ import annotations

import csv
import json
import stat
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run

EXAMPLE = ROOT / "examples" / "danh-sach-mau.csv"
HEADER = "Mã hồ sơ;Họ tên;Tỉnh;Nhóm đối tượng;Đang thuê nhà ở xã hội;Ngày xét\r\n"


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_screening_the_example(ancu_process: Run, tmp_path: Path) -> None:
    done = ancu_process("screen", str(EXAMPLE), "-o", "out.csv")
    assert done.returncode == 3, done.stderr
    assert "Đã đọc 300 dòng: xét 289, trả lại 11." in done.stdout
    given, judged, rejected = rows(EXAMPLE), rows(tmp_path / "out.csv"), rows(tmp_path / "out.rejects.csv")
    assert len(judged) + len(rejected) == len(given)
    # Nothing is lost: every case is in exactly one of the two files, its own cells untouched.
    assert {r["Mã hồ sơ"] for r in judged} | {r["Mã hồ sơ"] for r in rejected} == {r["Mã hồ sơ"] for r in given}
    by_case = {r["Mã hồ sơ"]: r for r in given}
    for row in judged:
        assert all(row[header] == cell for header, cell in by_case[row["Mã hồ sơ"]].items())
    bad = next(r for r in rejected if r["Mã hồ sơ"] == "HS-029")
    assert bad["Dòng số"] == "30"
    assert bad["Cột có lỗi"] == "Ngày xét"
    assert bad["Giá trị có lỗi"] == "31/02/2025"
    assert "không có thật" in bad["Lỗi và cách sửa"]
    for name in ("out.csv", "out.rejects.csv"):
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out.csv", "out.rejects.csv", "out.run.json"]


def test_rejected_rows_can_be_mended_and_run_again(ancu_command: Run, tmp_path: Path) -> None:
    ancu_command("screen", str(EXAMPLE), "-o", "out.csv")
    rejects = tmp_path / "out.rejects.csv"
    rejects.write_text(rejects.read_text(encoding="utf-8-sig").replace("mười lăm triệu", "15 triệu"), encoding="utf-8")
    again = ancu_command("screen", "out.rejects.csv", "-o", "again.csv")
    assert again.returncode == 3
    assert [r["Mã hồ sơ"] for r in rows(tmp_path / "again.csv")] == ["HS-011"]


def test_lists_as_offices_write_them(ancu_command: Run, tmp_path: Path) -> None:
    text = (
        HEADER + '"1";"Người\nthứ nhất";bắc ninh;CÔNG NHÂN;x;01/05/2026\r\n\r\n2;=1+1;Bắc Ninh;6;không;01/05/2026\r\n'
    )
    (tmp_path / "list.csv").write_bytes(b"\xef\xbb\xbf" + unicodedata.normalize("NFD", text).encode())
    done = ancu_command("screen", "list.csv", "-o", "out.csv", "--programme", "Thuê nhà ở xã hội")
    assert done.returncode == 0, done.stderr
    first, second = rows(tmp_path / "out.csv")
    result = next(header for header in first if header.endswith("kết quả"))
    assert (first[result], second[result]) == ("không đủ điều kiện", "đủ điều kiện")
    reasons = next(header for header in first if header.endswith("lý do"))
    assert "khoản 7 Điều 88 Luật Nhà ở 27/2023/QH15" in first[reasons]
    assert "'=1+1" in second.values()


def test_long_layout_only_and_json_lines(ancu_command: Run, tmp_path: Path) -> None:
    records = [
        {"case": "a", "housing_law_groups": "worker", "renting_social_housing": False, "as_of": "2026-05-01"},
        {"case": "b", "housing_law_groups": "worker", "as_of": "2024-07-31", "net_income": 12500000.0},
    ]
    (tmp_path / "list.jsonl").write_text("\n".join(json.dumps(r) for r in records), encoding="utf-8")
    command = ["screen", "list.jsonl", "--layout", "long", "--lang", "en", "--format", "jsonl"]
    done = ancu_command(*command, "--programme", "social_housing_rent")
    assert done.returncode == 0, done.stderr
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(line["case"], line["result"]) for line in lines] == [("a", "eligible"), ("b", "not covered")]
    only = ancu_command(*command, "--programme", "social_housing_rent", "--only", "eligible")
    assert len(only.stdout.splitlines()) == 1
    assert "2 rows read" in only.stderr


def test_a_pipe_is_left_clean(ancu_process: Run) -> None:
    done = ancu_process(
        "screen", "-", "--programme", "social_housing_rent", stdin=HEADER + "1;A;Bắc Ninh;6;không;01/05/2026\n"
    )
    assert done.returncode == 0
    assert len(list(csv.reader(done.stdout.splitlines()))) == 2
    assert "\r" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["scren"], 2, "Có phải ý bạn là “screen”"),
        (["screen"], 2, "Thiếu DANH_SÁCH."),
        (["rules", "--lang", "vi"], 2, "Thiếu tên lệnh."),
        (["screen", "x.csv", "--onlyy", "eligible"], 2, "Có phải ý bạn là “--only”"),
        (["screen", "list.csv", "--only", "eligble"], 2, "eligible"),
        (["screen", "list.csv", "--as-of", "31/02/2026"], 2, "không có thật"),
        (["screen", "list.csv", "--programme", "Thue nha"], 2, "ancu rules list"),
        (["screen", "nowhere.csv"], 4, "nowhere.csv"),
        (["screen", "list.csv", "-o", "nowhere/out.csv"], 4, "nowhere/out.csv"),
        (["screen", "list.csv", "-o", "out.pdf"], 2, ".csv"),
        (["screen", "list.csv", "-o", "list.csv"], 4, "trùng"),
        (["screen", "latin.csv"], 4, "CSV UTF-8"),
        (["screen", "book.xlsx"], 4, "Excel"),
        (["screen", "unknown.csv"], 4, "ancu template"),
        (["screen", "twice.csv"], 4, "Nhóm đối tượng"),
        (["screen", "list.csv", "--rules", "nowhere"], 4, "vocabulary.yaml"),
        (["explain", "bad.json"], 4, "bad.json:1:"),
        (["explain", "wrong.json"], 4, "Thu nhập bình quân"),
        (["explain"], 2, "--case"),
        (["explain", "--case", "9", "--in", "list.csv"], 2, "9"),
        (["rules", "show", "nothing"], 2, "nothing"),
        (["rules", "diff", "2026-13-01", "2026-04-07"], 2, "không có thật"),
        (["screen", "list.csv", "--set", "Nguồn vốn dự án"], 2, "NHÃN=GIÁ_TRỊ"),
        (["screen", "list.csv", "--set", "Nguồn vốn dự ấn=Chủ đầu tư"], 2, "Nguồn vốn dự án"),
        (["screen", "list.csv", "--set", "Nguồn vốn dự án=trời cho"], 2, "trời cho"),
    ],
)  # fmt: skip
def test_mistakes_are_told_in_vietnamese(
    ancu_command: Run, tmp_path: Path, arguments: list[str], code: int, said: str
) -> None:
    good = HEADER + "1;A;Bắc Ninh;6;không;01/05/2026\n"
    (tmp_path / "list.csv").write_text(good, encoding="utf-8")
    (tmp_path / "latin.csv").write_bytes("Thu nh\xe2p;x\n1;2".encode("latin-1"))
    (tmp_path / "book.xlsx").write_bytes(b"PK\x03\x04\xff\xff")
    (tmp_path / "unknown.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    (tmp_path / "twice.csv").write_text("Đối tượng,Nhóm đối tượng\n6,6\n", encoding="utf-8")
    (tmp_path / "bad.json").write_text('{"a": }', encoding="utf-8")
    (tmp_path / "wrong.json").write_text('{"Thu nhập bình quâng": 5}', encoding="utf-8")
    before = {p.name: p.read_bytes() for p in tmp_path.iterdir()}
    done = ancu_command(*arguments)
    assert done.returncode == code, done.stderr
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == before


EXTRAS = (
    "duckdb", "numpy", "pyarrow", "python_calamine", "xlsxwriter", "xlrd", "pyspark", "pytest", "pytest_bdd",
    "fastapi", "starlette", "uvicorn", "httptools", "jinja2", "prometheus_client", "mcp",
)  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "extra"),
    [
        (["screen", "list.csv", "-o", "out.parquet"], "columns"),
        (["screen", "list.csv", "-o", "out.xlsx"], "excel"),
        (["screen", "book.xlsx"], "excel"),
        (["screen", "list.parquet"], "columns"),
        (["template", "--xlsx", "empty.xlsx"], "excel"),
        (["serve"], "service"),
        (["mcp"], "mcp"),
        (["spec", "run"], "specs"),
        (["spec", "coverage"], "specs"),
    ],
)
def test_where_only_the_core_is_installed_the_missing_extra_is_named(
    ancu_process: Run, tmp_path: Path, arguments: list[str], extra: str
) -> None:
    absent = "".join(f"sys.modules[{module!r}] = None\n" for module in EXTRAS)
    (tmp_path / "sitecustomize.py").write_text(f"import sys\n{absent}", encoding="utf-8")
    (tmp_path / "list.csv").write_text(HEADER + "1;A;Bắc Ninh;6;không;01/05/2026\n", encoding="utf-8")
    for name in ("book.xlsx", "list.parquet"):
        (tmp_path / name).write_bytes(b"PK\x03\x04" if name == "book.xlsx" else b"PAR1")
    before = sorted(tmp_path.iterdir())
    done = ancu_process(*arguments, PYTHONPATH=str(tmp_path))
    assert (done.returncode, f"ancu[{extra}]" in done.stderr) == (4, True), done.stderr
    assert "Traceback" not in done.stderr
    assert sorted(path for path in tmp_path.iterdir() if path.name != "__pycache__") == before


def test_explaining(ancu_command: Run) -> None:
    record = (ROOT / "examples" / "ho-so-mau.json").read_text(encoding="utf-8")
    text = ancu_command("explain", "-", "--programme", "social_housing_purchase", stdin=record).stdout
    assert "Kết luận tại ngày 15/01/2026: KHÔNG ĐỦ ĐIỀU KIỆN" in text
    assert "22.000.000 đồng/tháng, vượt mức trần 20.000.000 đồng/tháng" in text
    english = ancu_command("--lang", "en", "explain", "-", "--format", "markdown", stdin=record).stdout
    assert "## Buy or lease-purchase social housing" in english
    answer = json.loads(ancu_command("explain", "-", "--format", "json", stdin=record).stdout)
    purchase = next(a for a in answer if a["programme"] == "social_housing_purchase")
    assert purchase["status"] == "ineligible"
    assert purchase["receipt"]["confirmed_by"] == ("direct" if purchase["receipt"]["concluded_by"] == "rete" else None)
    assert any(reason["condition"] == "income_condition" for reason in purchase["reasons"])
    one = ancu_command("explain", "--case", "HS-001", "--in", str(EXAMPLE), "--programme", "social_housing_rent")
    assert "Hồ sơ: HS-001" in one.stdout


def test_an_unusual_value_is_confirmed(ancu_command: Run, tmp_path: Path) -> None:
    record, listed = tmp_path / "h.json", tmp_path / "h.csv"
    record.write_text('{"Thu nhập": 25}', encoding="utf-8")
    listed.write_text("Mã hồ sơ,Thu nhập\nA,25\n", encoding="utf-8")
    for case in ([str(record)], ["--case", "A", "--in", str(listed)]):
        asked = ancu_command("explain", *case, "--programme", "social_housing_purchase")
        assert asked.returncode != 0
        assert "25 đồng hay 25 triệu đồng" in asked.stderr
        assert "--confirm net_income" in asked.stderr
        told = ancu_command(
            "explain", *case, "--programme", "social_housing_purchase", "--confirm", "net_income", "--format", "json"
        )
        assert json.loads(told.stdout)[0]["programme"] == "social_housing_purchase"
    wrong = ancu_command("explain", str(record), "--confirm", "net_incom")
    assert "net_income" in wrong.stderr or "Thu nhập" in wrong.stderr


def test_a_record_is_explained_under_the_programmes_it_can_concern(ancu_command: Run) -> None:
    record = (ROOT / "examples" / "ho-so-mau.json").read_text(encoding="utf-8")
    done = ancu_command("explain", "-", stdin=record)
    assert "Mua, thuê mua nhà ở xã hội" in done.stdout
    assert "Thuê nhà ở xã hội" in done.stdout
    assert "Quyết định 48/2014/QĐ-TTg" not in done.stdout
    assert "Các chương trình gần nhất" in done.stderr
    assert "storm_house_support_2014" not in done.stderr


def test_what_holds_for_every_row_is_set_once(ancu_command: Run, tmp_path: Path) -> None:
    header = "Mã hồ sơ;Nhóm đối tượng;Đang thuê nhà ở xã hội;Nguồn vốn dự án;Ngày xét\n"
    rows = "1;Viên chức;không;;01/05/2026\n2;Viên chức;không;Công đoàn;01/05/2026\n"
    (tmp_path / "list.csv").write_text(header + rows, encoding="utf-8")
    arguments = ["screen", "list.csv", "--programme", "social_housing_rent", "--layout", "long", "--format", "jsonl"]
    without = ancu_command(*arguments)
    given = ancu_command(*arguments, "--set", "Nguồn vốn dự án=Chủ đầu tư")
    assert [json.loads(line)["kết quả"] for line in without.stdout.splitlines()] == [
        "chưa đủ thông tin",
        "không đủ điều kiện",
    ]
    assert [json.loads(line)["kết quả"] for line in given.stdout.splitlines()] == ["đủ điều kiện", "không đủ điều kiện"]


def test_a_list_without_a_single_good_row(ancu_command: Run, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("Mã hồ sơ;Nhóm đối tượng\n1;phi công\n", encoding="utf-8")
    done = ancu_command("screen", "list.csv", "-o", "out.csv", "--programme", "social_housing_rent")
    assert done.returncode == 3
    assert done.stdout == "Đã đọc 1 dòng: xét 0, trả lại 1.\n"


def test_the_choice_between_programmes_is_told(ancu_command: Run) -> None:
    worker = {
        "Tỉnh": "Bắc Ninh", "Nhóm đối tượng": "công nhân", "Hôn nhân": "độc thân", "Nuôi con nhỏ": "không",
        "Thu nhập": "9 triệu", "Có tên trong Giấy chứng nhận": "không", "Có nhà ở": "không",
        "Đã mua nhà ở xã hội": "không", "Đã được hỗ trợ nhà ở": "không", "Đang ở nhà ở công vụ": "không",
        "Đăng ký tại dự án khác": "không", "Đang thuê nhà ở xã hội": "không", "Nguồn vốn dự án": "Chủ đầu tư",
        "Ngày xét": "01/05/2026",
    }  # fmt: skip
    record = json.dumps(worker, ensure_ascii=False)
    text = ancu_command("explain", "-", stdin=record).stdout
    assert "Khi đủ điều kiện theo nhiều chương trình" in text
    assert "chọn một trong “Mua, thuê mua nhà ở xã hội”; “Thuê nhà ở xã hội”" in text
    answer = json.loads(ancu_command("explain", "-", "--format", "json", stdin=record).stdout)
    assert all("choices" in decision["texts"] for decision in answer if decision["status"] == "eligible")


@pytest.mark.sweep(only=True)  # `make lint` has the same checked, in the same `make test`
def test_our_law_is_shown_whole(ancu_command: Run) -> None:
    assert "100 %" in ancu_command("rules", "check").stdout


def test_rules_and_facts(ancu_command: Run) -> None:
    assert "social_housing_purchase" in ancu_command("rules", "list").stdout
    shown = ancu_command("rules", "show", "social_housing_purchase", "--as-of", "2026-05-01").stdout
    assert "từ 07/04/2026: 25.000.000 đồng" in shown
    assert "Ghi chú" in shown
    assert "Giấy tờ chứng minh" in ancu_command("facts").stdout
    (province,) = {ancu_command("facts", name).stdout for name in ("Tỉnh", "tinh", "province")}
    assert "Cà Mau" in province
    assert "Thu nhập" not in province
    assert ancu_command("facts", "tinhh").stderr.rstrip() == (
        "Không có thông tin nào tên là “tinhh”. Có phải ý bạn là “Tỉnh”? Xem tất cả bằng lệnh: ancu facts"
    )
    header = ancu_command("template", "--programme", "social_housing_rent").stdout
    again = ancu_command("screen", "-", stdin=header + "1,01/05/2026,Bắc Ninh\n", **{"ANCU_LANG": "en"})
    assert again.returncode == 0, again.stderr
    assert "not used" not in again.stderr


def test_a_broken_rulebook_is_told_whole(ancu_command: Run, tmp_path: Path) -> None:
    (tmp_path / "overlay" / "regions").mkdir(parents=True)
    (tmp_path / "overlay" / "regions" / "x.yaml").write_text("region: hanoi\ntitle: {en: x}\n", encoding="utf-8")
    done = ancu_command("rules", "check", "--rules", "overlay")
    assert done.returncode == 4
    assert "regions/x.yaml:2:1: Thiếu khóa “vi”" in done.stdout


def test_without_the_extra_a_result_in_parquet_says_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "l.csv").write_text("Mã hồ sơ,Thu nhập\nA,12 triệu\n", encoding="utf-8")
    script = "import sys\nsys.modules['pyarrow'] = sys.modules['numpy'] = None\n"
    script += "from ancu_cli.main import main\nsys.argv[0] = 'ancu'\nmain()"
    arguments = ["screen", "l.csv", "--programme", "social_housing_purchase", "-o", "kq.parquet"]
    command = [sys.executable, "-c", script, *arguments]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 4
    assert done.stderr == 'Việc này cần pyarrow, chưa được cài. Hãy cài bằng lệnh: pip install "ancu[columns]"\n'
    assert [file.name for file in tmp_path.iterdir()] == ["l.csv"]
