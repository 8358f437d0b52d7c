"""The empty list: everything in it comes from the vocabulary, and what is filled in reads back without a mapping."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

import ancu
from ancu.messages import LANGUAGES, Language, message
from ancu.rulebook.naming import AS_OF, CASE
from ancu.rulebook.references import facts_read
from ancu.screening.cells.columns import match_columns
from ancu.screening.cells.rows import read_row
from ancu.screening.headers.meanings import Meanings
from ancu.screening.lists.read_list import read_lists
from ancu.screening.template import header_csv, heading, template_workbook
from tests.conftest import Run


def made(book: ancu.Rulebook, path: Path, lang: Language = "vi") -> openpyxl.Workbook:
    path.write_bytes(template_workbook(book, facts_read(book), (), lang, date(2026, 5, 1)))
    return openpyxl.load_workbook(path)


def rules(sheet: Worksheet) -> dict[int, DataValidation]:
    """The check on each column."""
    return {next(iter(rule.sqref.ranges)).min_col: rule for rule in sheet.data_validations.dataValidation}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_column_is_known_by_its_header(book: ancu.Rulebook, lang: Language) -> None:
    (headers,) = csv.reader(io.StringIO(header_csv(book, facts_read(book), lang)))
    found = [Meanings(book).find(header) for header in headers]
    assert [meaning.name if meaning else None for meaning in found] == [CASE, AS_OF, *facts_read(book)]
    assert sorted(facts_read(book)) == sorted(book.facts)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_workbook(book: ancu.Rulebook, tmp_path: Path, lang: Language) -> None:
    workbook = made(book, tmp_path / "list.xlsx", lang)
    sheet, notes, values = workbook.worksheets
    assert sheet.freeze_panes == "B2"
    assert sheet.max_row == 1
    assert values.sheet_state == "hidden"
    names = facts_read(book)
    assert [cell.value for cell in sheet[1]][2:] == [heading(book.facts[name], lang) for name in names]
    checks = rules(sheet)
    assert len(checks) == len(names) + 2
    for column, name in enumerate(names, 3):
        fact, rule = book.facts[name], checks[column]
        assert rule.prompt
        assert rule.error
        assert str(rule.sqref).endswith("1048576")
        if fact.values:
            title, _, cells = rule.formula1.rpartition("!")
            assert title == f"'{values.title}'"
            offered = [row[0].value for row in values[cells.replace("$", "")]]
            assert offered == [value[lang] for value in fact.values.values()]
        elif fact.type == "yes_no":
            assert rule.formula1 == f'"{message("word_yes", lang)},{message("word_no", lang)}"'
        elif fact.type == "percent":
            assert str(fact.bounds.max) in rule.formula1
        elif fact.bounds is not None and fact.type != "date":
            assert (rule.formula1, rule.formula2) == (str(fact.bounds.min), str(fact.bounds.max))
    explained = {row[0].value: [cell.value for cell in row] for row in notes.iter_rows()}
    income = explained[heading(book.facts["net_income"], lang)]
    assert any(book.documents["work_confirmation"].title[lang] in str(cell) for cell in income)
    assert any(book.programmes["social_housing_purchase"].title[lang] in str(cell) for cell in income)


def test_the_workbook_is_the_same_for_the_same_rulebook(book: ancu.Rulebook) -> None:
    first, second = (template_workbook(book, facts_read(book), (), "vi", date(2026, 5, 1)) for _ in range(2))
    assert first == second


def answers(book: ancu.Rulebook, name: str, lang: Language) -> list[Any]:
    """Everything that the template lets a clerk put under a fact: what it offers, both bounds, other types of cell."""
    fact = book.facts[name]
    if fact.type == "list":
        offered = [value[lang] for value in fact.values.values()]
        return [*offered, "; ".join(offered)]
    if fact.values:
        return [value[lang] for value in fact.values.values()]
    if fact.type == "yes_no":
        return [message("word_yes", lang), message("word_no", lang), True, False]
    limits = fact.undoubted
    if fact.type == "date":
        if limits is None or limits.max >= date(2026, 5, 1):  # type: ignore[operator]
            return [date(2026, 5, 1), datetime(2026, 5, 1, 8, 30), 46143, "01/05/2026"]
        return [date(1996, 5, 1), datetime(1996, 5, 1, 8, 30), 35186, "01/05/1996"]
    assert limits is not None
    middle = [59.9, 134.56] if fact.type in ("area", "distance") else []
    return [limits.min, *middle, limits.max]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_filled_in_reads_back(book: ancu.Rulebook, tmp_path: Path, lang: Language) -> None:
    path = tmp_path / "list.xlsx"
    workbook = made(book, path, lang)
    sheet = workbook.worksheets[0]
    names = facts_read(book)
    filled = {name: answers(book, name, lang) for name in names}
    count = max(map(len, filled.values()))
    for row in range(count):
        sheet.cell(row + 2, 1, f"{row:03}")
        sheet.cell(row + 2, 2, date(2026, 5, 1) if row else None)
        for column, name in enumerate(names, 3):
            if row < len(filled[name]):
                sheet.cell(row + 2, column, filled[name][row])
    workbook.save(path)
    listing = read_lists([str(path)], Meanings(book))
    columns = match_columns(book, listing.headers, str(path))
    assert columns.unknown == {}
    assert len(listing.rows) == count
    for number, row in enumerate(listing.rows):
        record, flaws = read_row(columns, row, {})
        assert flaws == []
        assert record.case == f"{number:03}"
        assert record.facts.keys() == {name for name in names if number < len(filled[name])}
    said = [read_row(columns, row, {})[0].facts for row in listing.rows]
    for name in names:
        found = [facts[name] for facts in said if name in facts]
        if book.facts[name].type == "date":
            assert (len(found), len(set(found))) == (4, 1)
        elif book.facts[name].values and book.facts[name].type == "choice":
            assert found == list(book.facts[name].values)


def test_a_filled_template_is_screened(ancu_command: Run, tmp_path: Path) -> None:
    done = ancu_command("template", "--xlsx", "mau.xlsx", "--programme", "social_housing_rent")
    assert done.returncode == 0, done.stderr
    assert ancu_command("screen", "mau.xlsx").returncode == 4  # there is nothing in it that could pass for a case
    workbook = openpyxl.load_workbook(tmp_path / "mau.xlsx")
    sheet = workbook.worksheets[0]
    column = {cell.value: cell.column for cell in sheet[1]}
    group, renting = "Nhóm đối tượng (Điều 76 Luật Nhà ở)", "Đang thuê nhà ở xã hội (hoặc nhà ở cho lực lượng vũ trang)"
    for row, (case, day, rents) in enumerate([("001", 46143, "không"), (2, date(2026, 5, 1), True)], 2):
        sheet.cell(row, 1, case)
        sheet.cell(row, 2, day)
        sheet.cell(row, column[group], "Cán bộ, công chức, viên chức (khoản 8)")
        sheet.cell(row, column["Nguồn vốn xây dựng dự án"], "Vốn đầu tư công")
        sheet.cell(row, column[renting], rents)
    workbook.save(tmp_path / "mau.xlsx")
    arguments = ("--programme", "social_housing_rent", "--layout", "long")
    done = ancu_command("screen", "mau.xlsx", *arguments)
    assert done.returncode == 0, done.stderr
    judged = list(csv.DictReader(io.StringIO(done.stdout)))
    assert [(row["Mã hồ sơ"], row["kết quả"]) for row in judged] == [
        ("001", "đủ điều kiện"),
        ("2", "không đủ điều kiện"),
    ]
    assert "đã đọc thành ngày (ví dụ 46143 là 01/05/2026)" in done.stderr
    assert "“Mã hồ sơ”: 1 mã có thể đã mất số 0 ở đầu (dòng 3)" in done.stderr
    assert "không dùng để xét" not in done.stderr


def test_a_file_is_never_overwritten(ancu_command: Run, tmp_path: Path) -> None:
    (tmp_path / "mau.xlsx").write_bytes(b"filled in by someone")
    done = ancu_command("template", "--xlsx", "mau.xlsx")
    assert done.returncode == 4
    assert "không ghi đè" in done.stderr
    assert (tmp_path / "mau.xlsx").read_bytes() == b"filled in by someone"
    assert ancu_command("template", "--xlsx", "mau.csv").returncode == 2
    assert ancu_command("template", "--xlsx", "nowhere/mau.xlsx").returncode == 4
    assert ancu_command("template", "--programme", "nothing").returncode == 2
