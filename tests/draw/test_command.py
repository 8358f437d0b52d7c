"""``ancu draw`` from plan to verdict: the 400 made-up dossiers of examples/, and lists that have to stop it."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

import pytest

import ancu
from ancu.draw.canonical import rows_of, sha256
from ancu.draw.drawing import draw
from ancu.draw.protocol import Commitments, DrawProtocol, commitments_of, read_protocol, seed_of
from ancu.draw.proving import records_of
from ancu.draw.public_value import VIETNAM
from ancu.draw.verifying import KnownElsewhere, verify
from ancu_cli import common, draw_common, draw_freeze, draw_plan, draw_run, draw_verify
from tests.conftest import ROOT, Command
from tests.support.pages import blocks_of, check

EXAMPLE = ROOT / "examples" / "boc-tham"
PURCHASE = "social_housing_purchase"
FREEZING, DRAWING = datetime(2026, 12, 1, 8, tzinfo=VIETNAM), datetime(2026, 12, 5, 10, tzinfo=VIETNAM)
CHOICES = {
    "rounding": "down", "types": "together", "which_flat": "agreed", "two_groups": "first", "two_children": "law",
    "unproven_group": "stop", "reserve": "numbered", "withdrawal": "reserve",
}  # fmt: skip
DICE = "3 1 4 1 5 9 2 6 5 3"
PUBLISHED = "Mã chốt, hãy công bố và để mọi người ghi lại: "
Plan = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def loaded(book: ancu.Rulebook, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every command takes the rulebook that is loaded already."""
    for module in (common, draw_plan, draw_freeze, draw_run, draw_verify):
        monkeypatch.setattr(module, "load_rulebook", lambda _=None: book)


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime], None]:
    """Set what time it is."""

    def set_to(moment: datetime) -> None:
        monkeypatch.setattr(draw_common, "now", lambda: moment)

    set_to(FREEZING)
    return set_to


@pytest.fixture
def planned(ancu_here: Command) -> Plan:
    """Write a plan with the choices of :data:`CHOICES` and those changed; None takes one away."""

    def write(*more: str, flats: tuple[str, ...] = ("A=65", "B=35"), **changed: str | None) -> tuple[int, str, str]:
        chosen = {name: answer for name, answer in {**CHOICES, **changed}.items() if answer is not None}
        return ancu_here(
            "draw", "plan", "--programme", PURCHASE, "--funding", "developer", "--intake", "01/07/2026",
            "--project", "Dự án mẫu", *(word for each in flats for word in ("--flats", each)),
            *(word for name, answer in chosen.items() for word in ("--choose", f"{name}={answer}")),
            "--public", "dice:10 lần gieo", "--public-at", "05/12/2026 09:30", "-o", "ke-hoach.yaml", *more,
        )  # fmt: skip

    return write


def listed(folder: Path, change: Mapping[str, Mapping[str, str]] | None = None, first: int = 12) -> tuple[str, ...]:
    """The first dossiers of the example, with cells changed by dossier; the words by which they are screened.

    What is said of ``HS-001/1`` is of the first person of that dossier.
    """
    changes = change or {}
    for name in ("ho.csv", "thanh-vien.csv"):
        with (EXAMPLE / name).open(encoding="utf-8-sig", newline="") as file:
            rows = [row for row in csv.DictReader(file) if int(row["Mã hồ sơ"][3:]) <= first]
        seen: dict[str, int] = {}
        for row in rows:
            case = row["Mã hồ sơ"]
            seen[case] = seen.get(case, 0) + 1
            row.update(changes.get(case if name == "ho.csv" else f"{case}/{seen[case]}", {}))
        with (folder / name).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
    return ("screen", "ho.csv", "--members", "thanh-vien.csv", "--programme", PURCHASE, "-o", "kq.csv")


def frozen(
    ancu_here: Command, planned: Plan, folder: Path, change: Mapping[str, Mapping[str, str]], **choices: str
) -> tuple[int, str]:
    """What freezing four flats among the first dossiers, changed, comes to."""
    ancu_here(*listed(folder, change))
    assert planned(flats=("A=4",), **choices)[0] == 0
    code, out, err = ancu_here("draw", "freeze", "ke-hoach.yaml", "kq.run.json", "-o", "dot-1")
    return code, out + err


def test_a_project_of_a_hundred_flats_from_plan_to_verdict(
    ancu_here: Command, at: Callable[[datetime], None], tmp_path: Path, book: ancu.Rulebook
) -> None:
    told = ""

    def command(*arguments: str) -> tuple[str, str]:
        nonlocal told
        code, told, err = ancu_here(*arguments)
        assert code == 0, err
        return told, err

    # docs/boc-tham.md plans, screens and freezes: its commands print what it says.
    blocks = blocks_of("boc-tham.md")
    assert len(blocks) == 4
    for each, printed in blocks:
        check(each, printed, command)
    published = told.split(PUBLISHED)[1].strip()

    run = (
        "draw", "run", "dot-1", "--value", DICE, "--contribution", "department=271828", "--contribution",
        "commune=mùa xuân", "--contribution", "police=31415",
    )  # fmt: skip
    assert ancu_here(*run)[0] == 2  # the dice have not been thrown
    at(DRAWING)
    assert (
        ancu_here(*run[:-2])[2]
        == "Còn thiếu phần đóng góp của: Đại diện Công an cấp xã. Hãy thêm --contribution police=…\n"
    )
    code, out, err = ancu_here(*run)
    assert code == 0, err
    assert out.startswith("Đã bốc thăm: 100 hồ sơ trúng, 278 hồ sơ chưa trúng.\n")
    signed = out.split("để ký: ")[1].strip()
    minutes = (tmp_path / "dot-1" / "bien-ban.html").read_text(encoding="utf-8")
    assert all(each in minutes for each in ("BIÊN BẢN KẾT QUẢ BỐC THĂM", published, signed, DICE, "mùa xuân"))
    assert minutes.count("<i>(Ký, ghi rõ họ tên)</i>") == 4
    assert "văn bản quy phạm pháp luật không quy định danh sách này" in minutes
    assert (tmp_path / "dot-1" / "kiem-chung.html").exists()
    assert ancu_here(*run)[0] == 4  # a result is never written over

    known = ("--published", published, "--signed", signed, "--public-value", DICE)
    code, out, _ = ancu_here("draw", "verify", "dot-1/giao-thuc.json", *known, "--records", "dot-1/ho-so.jsonl")
    assert code == 0, out
    assert "Xét lại 400 hồ sơ bằng bộ quy tắc đã dùng: kết quả và nhóm ưu tiên đều khớp." in out
    code, out, _ = ancu_here("draw", "verify", "dot-1/giao-thuc.json", *known)
    assert (code, out.split("\n")[0]) == (1, "Việc bốc thăm: ĐẠT")
    assert "Danh sách bốc thăm: KHÔNG KIỂM ĐƯỢC" in out

    found = read_protocol(tmp_path / "dot-1" / "giao-thuc.json")
    records = records_of((tmp_path / "dot-1" / "ho-so.jsonl").read_bytes(), "ho-so.jsonl")
    check_tampered_eligibility(found, book, records)
    check_personal(found, tmp_path / "dot-1")
    winner = next(win.case for win in found.draw_again().wins)
    code, out, _ = ancu_here("draw", "withdraw", "dot-1", winner, "--why", "không còn nhu cầu")
    assert f"{winner} rút; {found.draw_again().others[0][1]} nhận căn A theo danh sách dự khuyết." in out
    assert ancu_here("draw", "withdraw", "dot-1", winner, "--why", "lần hai")[0] == 4
    withdrawals = out.split("biên bản: ")[1].strip()
    code, out, _ = ancu_here(
        "draw", "verify", "dot-1/giao-thuc.json", *known, "--records", "dot-1/ho-so.jsonl", "--withdrawals", withdrawals
    )
    assert code == 0, out


def check_tampered_eligibility(
    found: DrawProtocol, book: ancu.Rulebook, records: Mapping[str, Mapping[str, object]]
) -> None:
    """Somebody who does not qualify is put on the list before it is frozen: the draw holds, the list does not."""
    text = found.parts["list"]
    line = next(line for line in text.split("\n") if "\tineligible\t" in line)
    forged = text.replace(line, line.replace("\tineligible\t", "\teligible\t"))
    frozen_at, *_ = vars(commitments_of(found.parts["freeze"])).values()
    secret = seed_of(found.parts["seed"]).secret
    freeze = Commitments(frozen_at, found.sha256["plan"], sha256(forged), sha256(secret)).as_text()
    seed = found.parts["seed"].replace(found.sha256["freeze"], sha256(freeze))
    again = DrawProtocol.of(plan=found.parts["plan"], list=forged, freeze=freeze, seed=seed)
    result = draw(again.plan(), again.frozen_list().dossiers, sha256(seed)).as_text(sha256(seed), found.drawn_at())
    whole = again.with_part("result", result)
    known = KnownElsewhere(whole.sha256["freeze"], whole.sha256["result"], DICE)
    report = verify(whole, known, book, records)
    assert (report.of_draw, report.of_list, report.overall) == ("pass", "fail", "fail")
    case = line.split("\t")[2]
    assert [flaw.problem.text("vi") for flaw in report.flaws] == [
        f"Hồ sơ {case}: danh sách ghi “eligible”, xét lại ra “ineligible”."
    ]
    few = dict(list(records.items())[1:])
    assert verify(found, KnownElsewhere(), book, few).of_list == "unknown"


def check_personal(found: DrawProtocol, folder: Path) -> None:
    """What is published names nobody: no name and no personal number stands in it, nor in the records."""
    published = "".join(found.parts.values())
    records = (folder / "ho-so.jsonl").read_text(encoding="utf-8")
    with (EXAMPLE / "thanh-vien.csv").open(encoding="utf-8-sig", newline="") as file:
        people = list(csv.DictReader(file))
    for text in (published, records):
        assert not [one for one in people if one["Số CCCD"] in text or one["Họ và tên"] in text]
    assert len(rows_of("ancu-draw-list", found.parts["list"])) == 404


def test_nothing_is_chosen_silently(planned: Plan, tmp_path: Path) -> None:
    code, _, err = planned(rounding=None, reserve="none")
    assert code == 4
    assert err.splitlines() == [
        "Chưa chọn: Số căn dành cho đối tượng ưu tiên là số lẻ. "
        "Hãy thêm --choose rounding=… (một trong: down, nearest, up).",
        "Muốn người dự khuyết thay người rút (withdrawal=reserve) thì phải lập danh sách dự khuyết: reserve=numbered.",
    ]
    assert not (tmp_path / "ke-hoach.yaml").exists()


def test_a_point_that_is_not_open_is_not_answered(planned: Plan) -> None:
    code, _, err = planned(filing_tie="lot", which_flat="tuy")
    assert code == 4
    assert err.splitlines() == [
        "Điểm “which_flat” không có lựa chọn “tuy”. Hãy chọn một trong: agreed, lot.",
        "Thủ tục này không để ngỏ điểm “filing_tie”. Hãy bỏ lựa chọn đó.",
    ]


@pytest.mark.parametrize(
    ("funding", "intake", "procedure", "order"),
    [
        ("developer", "08/02/2026", "developer_2024", "theo thời điểm nộp hồ sơ"),
        ("developer", "09/02/2026", "developer_2026", "lần lượt theo nhóm"),
        ("public", "01/03/2026", "public_rental", "theo thời điểm nộp hồ sơ"),
        ("trade_union", "01/03/2026", "union_rental", "văn bản không nêu"),
    ],
)
def test_the_procedure_is_that_of_the_day_of_intake_and_of_the_funding(
    ancu_here: Command, funding: str, intake: str, procedure: str, order: str
) -> None:
    programme = "social_housing_rent" if funding == "trade_union" else PURCHASE
    code, out, _ = ancu_here("draw", "plan", "--programme", programme, "--funding", funding, "--intake", intake)
    assert code == 0
    assert f"({procedure})" in out.splitlines()[0]
    assert f"Thứ tự trong số căn đó: {order}" in out


def test_a_project_of_no_procedure_is_told(ancu_here: Command) -> None:
    asked = ("draw", "plan", "--programme", PURCHASE, "--intake", "01/03/2020", "--funding")
    assert ancu_here(*asked, "developer")[2].startswith("Bộ quy tắc không có thủ tục bốc thăm nào cho chương trình")
    assert ancu_here(*asked, "developr")[2] == (
        "Không có nguồn vốn “developr”. Có phải ý bạn là “developer”? "
        "Hãy viết một trong: developer, public, trade_union.\n"
    )


@pytest.mark.usefixtures("at")
@pytest.mark.parametrize(
    ("change", "choices", "said"),
    [
        ({"HS-002/1": {"Đang đăng ký mua tại dự án khác": ""}}, {}, "Hồ sơ “HS-002” chưa rõ có đủ điều kiện không"),
        ({"HS-003": {"Là người khuyết tật": ""}}, {}, "Hồ sơ “HS-003” chưa rõ có thuộc nhóm ưu tiên: Người khuyết tật"),
        (
            {"HS-002": {"Là người khuyết tật": "có"}},
            {"two_groups": "stop"},
            "Hồ sơ “HS-002” thuộc nhiều nhóm ưu tiên: Người khuyết tật, Nữ giới",
        ),
        (
            {"HS-004": {"Ngày dự án bắt đầu nhận hồ sơ đăng ký": "02/07/2026"}},
            {},
            "Hồ sơ “HS-004” ghi ngày dự án nhận hồ sơ",
        ),
        ({"HS-004": {"Ngày nộp hồ sơ": "hôm qua"}}, {}, "“hôm qua”"),
    ],
    ids=["undetermined", "group open", "two groups", "other intake", "no day"],
)
def test_what_is_not_settled_stops_the_freeze(
    ancu_here: Command,
    planned: Plan,
    tmp_path: Path,
    change: Mapping[str, Mapping[str, str]],
    choices: Mapping[str, str],
    said: str,
) -> None:
    code, told = frozen(ancu_here, planned, tmp_path, change, **choices)
    assert code == 4
    assert said in told
    assert not (tmp_path / "dot-1").exists()


@pytest.mark.usefixtures("at")
def test_a_group_that_was_not_proved_counts_for_nothing_where_that_is_chosen(
    ancu_here: Command, planned: Plan, tmp_path: Path
) -> None:
    change = {"HS-003": {"Là người khuyết tật": ""}}
    code, told = frozen(ancu_here, planned, tmp_path, change, unproven_group="outside")
    assert code == 0, told
    (line,) = [
        one
        for one in read_protocol(tmp_path / "dot-1" / "giao-thuc.json").frozen_list().dossiers
        if one.case == "HS-003"
    ]
    assert "priority_disabled" not in line.groups


@pytest.mark.usefixtures("at")
def test_a_household_draws_once(ancu_here: Command, planned: Plan, tmp_path: Path) -> None:
    with (EXAMPLE / "thanh-vien.csv").open(encoding="utf-8-sig", newline="") as file:
        first = next(csv.DictReader(file))
    same = {name: first[name] for name in ("Số CCCD", "Ngày sinh", "Giới tính")}
    code, told = frozen(ancu_here, planned, tmp_path, {"HS-002/1": same})
    assert code == 4
    assert "Hồ sơ “HS-002” có người đứng đơn hoặc vợ (chồng) cũng ở hồ sơ “HS-001”." in told


@pytest.mark.usefixtures("at")
def test_what_is_frozen_is_not_written_over_and_the_secret_is_that_of_the_freeze(
    ancu_here: Command, planned: Plan, tmp_path: Path, at: Callable[[datetime], None]
) -> None:
    assert frozen(ancu_here, planned, tmp_path, {})[0] == 0
    again = ancu_here("draw", "freeze", "ke-hoach.yaml", "kq.run.json", "-o", "dot-1")
    assert again[0] == 4
    shutil.copy(tmp_path / "ke-hoach.yaml", tmp_path / "khac.txt")
    at(DRAWING)
    roles = [word for role in ("department", "commune", "police") for word in ("--contribution", f"{role}=1")]
    code, _, err = ancu_here("draw", "run", "dot-1", "--value", DICE, "--secret", "khac.txt", *roles)
    assert code == 4
    assert "không khớp cam kết đã công bố" in err
    assert ancu_here("draw", "run", "dot-1", "--value", DICE, *roles, "--contribution", "mayor=1")[0] == 2
    assert "result" not in json.loads((tmp_path / "dot-1" / "giao-thuc.json").read_bytes())
    assert ancu_here("draw", "withdraw", "dot-1", "HS-001", "--why", "x")[0] == 4


def test_a_plan_that_somebody_spoilt_is_told_by_field(ancu_here: Command, planned: Plan, tmp_path: Path) -> None:
    assert planned()[0] == 0
    path = tmp_path / "ke-hoach.yaml"
    good = path.read_text(encoding="utf-8")
    for spoilt, said in (
        (good.replace("intake: 2026-07-01", "intake: hôm qua"), "mục “intake”"),
        (good.replace("project:", "projekt:"), "mục “projekt”"),
        (good.replace("rounding: down", "rounding: dow"), "Điểm “rounding” không có lựa chọn “dow”"),
        ("a: [", "không đọc được"),
    ):
        path.write_text(spoilt, encoding="utf-8")
        code, _, err = ancu_here("draw", "freeze", "ke-hoach.yaml", "kq.run.json", "-o", "dot-1")
        assert code == 4
        assert said in err


@pytest.mark.usefixtures("at")
def test_union_members_are_told_by_a_column_and_no_rule_proves_them(
    ancu_here: Command, tmp_path: Path, book: ancu.Rulebook
) -> None:
    project = {"Nguồn vốn xây dựng dự án": "Công đoàn"}
    union = {f"HS-{n:03}": {**project, "Loại căn": "có" if n < 8 else "không"} for n in range(1, 13)}
    screen = listed(tmp_path, union)
    ancu_here(*(word.replace(PURCHASE, "social_housing_rent") for word in screen))
    chosen = {"types": "together", "which_flat": "agreed", "two_children": "law", "unproven_group": "stop"}
    chosen |= {"reserve": "none", "withdrawal": "return"}
    choices = [word for name, answer in chosen.items() for word in ("--choose", f"{name}={answer}")]
    asked = (
        "draw", "plan", "--programme", "social_housing_rent", "--funding", "trade_union", "--intake", "01/07/2026",
        "--project", "Nhà công đoàn mẫu", "--flats", "A=3", *choices,
        "--public", "dice:10 lần gieo", "--public-at", "05/12/2026 09:30", "-o", "ke-hoach.yaml",
    )  # fmt: skip
    assert ancu_here(*asked)[0] == 0
    code, _, err = ancu_here("draw", "freeze", "ke-hoach.yaml", "kq.run.json", "-o", "dot-1")
    assert (code, err) == (
        4,
        "Nhóm “Đoàn viên công đoàn” không do quy tắc nào xác định. "
        'Hãy cho biết cột nào ghi có hay không: --group "union_member=TÊN CỘT".\n',
    )
    code, _, err = ancu_here(
        "draw", "freeze", "ke-hoach.yaml", "kq.run.json", "-o", "dot-1", "--group", "union_member=Loại căn"
    )
    assert code == 0, err
    found = read_protocol(tmp_path / "dot-1" / "giao-thuc.json")
    result = draw(found.plan(), found.frozen_list().dossiers, sha256("a seed"))
    assert [win.round for win in result.wins] == ["priority_lot"] * 3
    records = records_of((tmp_path / "dot-1" / "ho-so.jsonl").read_bytes(), "ho-so.jsonl")
    report = verify(found, KnownElsewhere(), book, records)
    assert (report.flaws, report.of_list) == ((), "unknown")


@pytest.mark.usefixtures("at")
def test_a_list_of_another_kind_of_project_is_not_frozen(ancu_here: Command, planned: Plan, tmp_path: Path) -> None:
    code, told = frozen(ancu_here, planned, tmp_path, {"HS-005": {"Nguồn vốn xây dựng dự án": "Công đoàn"}})
    assert code == 4
    assert "Hồ sơ “HS-005” ghi nguồn vốn dự án khác với thủ tục của kế hoạch" in told


@pytest.mark.usefixtures("at")
@pytest.mark.parametrize("tie", ["stop", "lot"])
def test_the_old_procedure_goes_by_the_hour_of_filing(ancu_here: Command, tmp_path: Path, tie: str) -> None:
    changes = {f"HS-{n:03}": {"Ngày dự án bắt đầu nhận hồ sơ đăng ký": "01/02/2026"} for n in range(1, 13)}
    changes["HS-002"]["Ngày nộp hồ sơ"], changes["HS-003"]["Ngày nộp hồ sơ"] = "03/02/2026 08h15", "03/02/2026 8:15"
    ancu_here(*listed(tmp_path, changes))
    chosen = {"rounding": "up", "counted": "registered", "types": "together", "which_flat": "agreed"}
    chosen |= {"two_children": "law", "unproven_group": "stop", "filing_tie": tie, "reserve": "none"}
    choices = [word for name, answer in chosen.items() for word in ("--choose", f"{name}={answer}")]
    asked = (
        "draw", "plan", "--programme", PURCHASE, "--funding", "developer", "--intake", "01/02/2026", "--project", "Mẫu",
        "--flats", "A=4", "--project-flats", "8", *choices, "--choose", "withdrawal=return", "--public",
        "drand:99999999", "-o", "ke-hoach.yaml",
    )  # fmt: skip
    assert ancu_here(*asked)[0] == 0
    code, _, err = ancu_here("draw", "freeze", "ke-hoach.yaml", "kq.run.json", "-o", "dot-1")
    if tie == "stop":
        assert (code, err) == (
            4,
            "Hai hồ sơ ưu tiên “HS-002” và “HS-003” cùng thời điểm nộp (2026-02-03 08:15). "
            "Hãy ghi giờ nộp, hoặc chọn filing_tie=lot.\n",
        )
        return
    assert code == 0, err
    found = read_protocol(tmp_path / "dot-1" / "giao-thuc.json")
    assert (found.plan().base, found.plan().order) == (8, "filing")
    result = draw(found.plan(), found.frozen_list().dossiers, sha256("a seed"))
    assert {win.case for win in result.wins[:2]} == {"HS-002", "HS-003"}
