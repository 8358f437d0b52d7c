"""What notices say: the decision's own reasons, grounds, what to bring, the road of complaint; nothing made up."""

from __future__ import annotations

from datetime import date

import pytest

import ancu
from ancu.decision.deciding import decide
from ancu.notices.case_of_notice import CaseOfNotice, LateStep, case_of, receipt_id
from ancu.notices.notice import NoticeAsked, notices_on
from ancu.notices.qr import PREFIX, qr_svg
from tests.conftest import WORKER
from tests.notices.cases import DAY, OFFICE, PURCHASE, notice, worker


@pytest.mark.parametrize("income", ["12 triệu", "28 triệu"])
def test_reasons_are_those_of_the_decision(book: ancu.Rulebook, income: str) -> None:
    record = ancu.read_record(book, {**WORKER, "case": "HS-1", "net_income": income})
    decision = decide(book, record, PURCHASE, DAY)
    assert notice(book, worker(book, income)).values["ly_do"] == decision.texts("vi").reasons != []


def test_a_developer_returns_a_dossier_and_names_the_department(book: ancu.Rulebook) -> None:
    made = notice(book, worker(book, "28 triệu"))
    assert made.kind == "return"
    assert made.values["khieu_nai"] == [
        "Việc chủ đầu tư trả lại hồ sơ không phải quyết định hành chính. Không đồng ý, Ông/Bà có quyền kiến nghị tới "
        "Sở Xây dựng nơi có dự án."
    ]
    assert made.values["can_cu"][0] == "Căn cứ Luật Nhà ở số 27/2023/QH15 ngày 27 tháng 11 năm 2023;"
    assert any(
        "Nghị định số 54/2026/NĐ-CP ngày 09 tháng 02 năm 2026 của Chính phủ" in one for one in made.values["can_cu"]
    )
    assert made.values["can_cu"][-1].endswith(".")
    assert made.values["mo_dau"].startswith("Chủ đầu tư đã xét hồ sơ mã HS-1, nội dung")


def test_a_ministrys_answer_is_cited_and_is_no_ground(book: ancu.Rulebook) -> None:
    record = ancu.read_record(book, {**WORKER, "net_income": "12 triệu"})
    values = notice(book, case_of(book, record, PURCHASE, date(2026, 11, 29))).values
    assert any("Trả lời của Bộ Xây dựng" in one for one in values["ly_do"])
    assert not any("Trả lời của Bộ Xây dựng" in one for one in values["can_cu"])


def test_of_a_union_project_no_time_for_complaints_is_made_up(book: ancu.Rulebook) -> None:
    made = notice(book, worker(book, "28 triệu", project_funding="trade_union"))
    assert made.kind == "answer"
    assert made.values["khieu_nai"] == [
        "Không đồng ý, Ông/Bà có quyền kiến nghị tới đơn vị đã xét hồ sơ và Sở Xây dựng nơi có dự án."
    ]
    assert made.values["mo_dau"].startswith("Cơ quan xét hồ sơ đã xét")


def test_an_office_refuses_and_names_the_ninety_days(book: ancu.Rulebook) -> None:
    facts = {"province": "bac_ninh", "merit_category": "không", "martyr_relation": "không", "case": "NCC-1"}
    record = ancu.read_record(book, facts)
    made = notice(book, case_of(book, record, "merit_house_grant", DAY))
    assert made.kind == "refusal"
    assert made.values["khieu_nai"] == [
        "Không đồng ý với quyết định nêu trong thông báo này, Ông/Bà có quyền khiếu nại tới cơ quan đã ra quyết định. "
        "Thời hiệu khiếu nại là 90 ngày, kể từ ngày nhận được quyết định (theo Luật Khiếu nại 02/2011/QH13)."
    ]


def test_a_request_says_what_to_bring_where_and_until_when(book: ancu.Rulebook) -> None:
    made = notice(book, worker(book, None), office=OFFICE, until=date(2026, 5, 3))
    assert made.kind == "supplement"
    assert made.values["bo_sung"] == ["Thu nhập bình quân hàng tháng thực nhận."]
    assert made.values["giay_to"]
    assert made.values["noi_nop"] == "Nơi nộp: Bộ phận Một cửa, giờ hành chính, điện thoại 0000 000 000."
    assert made.values["thoi_han"] == "Thời hạn: chậm nhất ngày 03 tháng 5 năm 2026."
    assert made.values["khieu_nai"] == []


def test_what_nobody_knows_stays_open(book: ancu.Rulebook) -> None:
    values = notice(book, worker(book, None, cells={})).values
    assert values["kinh_gui"] == "Kính gửi: Ông/Bà ………………"
    assert values["thoi_han"] == "Thời hạn: chậm nhất ngày …… tháng …… năm ………."
    assert (values["so"], values["nguoi_ky"], values["chuc_vu"]) == ("Số: ……/………", "………………", ["………………"])


def test_nobody_is_asked_for_what_only_the_law_leaves_open(book: ancu.Rulebook) -> None:
    case = worker(book, None)
    open_by_law = case.decision.model_copy(update={"missing": [], "conflicts": []})
    other = CaseOfNotice(open_by_law, "X")
    assert list(notices_on(book, [other], NoticeAsked())) == [other]


def test_a_kind_is_sent_on_decisions_it_is_for(book: ancu.Rulebook) -> None:
    case = worker(book)
    assert notice(book, case).kind == "eligibility"
    assert list(notices_on(book, [case], NoticeAsked(kind="refusal"))) == [case]


def test_an_apology_tells_what_is_late(book: ancu.Rulebook) -> None:
    case = worker(book)
    late = LateStep("Công khai Danh sách", "Chủ đầu tư", date(2026, 5, 15), "Điều 38")
    told = CaseOfNotice(case.decision, case.receipt, late=(late,))
    made = notice(book, told, kind="delay", until=date(2026, 6, 1))
    assert (
        made.values["ly_do"][0] == "Công khai Danh sách (Chủ đầu tư): thời hạn đến hết ngày 15/05/2026 (theo Điều 38)."
    )
    assert made.values["thoi_han"] == "Thời gian trả kết quả mới: ngày 01 tháng 6 năm 2026."
    assert made.values["ket_luan"] == ["Chủ đầu tư xin lỗi Ông/Bà vì chưa trả kết quả đúng thời hạn."]
    # Of a register in which nothing is late there is nothing to apologise for.
    nothing = CaseOfNotice(case.decision, case.receipt, late=())
    assert list(notices_on(book, [nothing], NoticeAsked(kind="delay"))) == [nothing]


def test_the_slip_is_plain_and_the_notes_stay_in_the_file(book: ancu.Rulebook) -> None:
    case = worker(book, "28 triệu")
    slip = notice(book, case, kind="slip").values
    assert slip["ket_luan"] == ["Kết quả: không đủ điều kiện"]
    assert slip["ly_do"] == ["Thu nhập bình quân 28.000.000 đồng/tháng, vượt mức trần 25.000.000 đồng/tháng."]
    assert slip["khieu_nai"] == notice(book, case).values["khieu_nai"]
    assert (slip["can_cu"], slip["luu"]) == ([], [])
    first, caution = slip["thay_doi"]
    assert first == case.decision.changes.texts("vi").sets[0]
    assert "từ 25.000.000 đồng trở xuống; hiện cao hơn 3.000.000 đồng" in first
    assert caution == case.decision.changes.texts("vi").caution
    assert notice(book, worker(book), kind="slip").values["thay_doi"] == []
    kept = notice(book, case, file_copy=True).values
    assert any(line.startswith("Lưu ý: ") for line in kept["luu"])
    assert notice(book, case).values["luu"] == []


def test_a_provisional_decision_says_so(book: ancu.Rulebook) -> None:
    case = worker(book)
    provisional = CaseOfNotice(case.decision.model_copy(update={"provisional": True}).bind(case.decision.context), "X")
    assert "(tạm xác định" in notice(book, provisional).values["ket_luan"][0]


def test_the_receipt_id_is_that_of_the_decision_and_stands_in_the_code(book: ancu.Rulebook) -> None:
    case, again, other = worker(book), worker(book), worker(book, "13 triệu")
    assert case.receipt == again.receipt == receipt_id(case.decision)
    # Of two people with the same outcome each has an id.
    assert len({case.receipt, other.receipt, worker(book, case="HS-2").receipt, worker(book, "28 triệu").receipt}) == 4
    assert len(other.receipt) == 32
    assert notice(book, case).values["ma_phieu"] == f"Mã kết quả: {case.receipt}"
    assert qr_svg(case.receipt) == qr_svg(again.receipt) != qr_svg("X")
    assert PREFIX == "ANCU:1:"


def test_english(book: ancu.Rulebook) -> None:
    made = notice(book, worker(book, "28 triệu"), lang="en").values
    assert made["quoc_hieu"] == "SOCIALIST REPUBLIC OF VIET NAM"
    assert made["can_cu"][0] == "Housing Law 27/2023/QH15 of 27 November 2023, National Assembly: law on Housing;"
