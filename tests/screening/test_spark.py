"""Spark says what one machine says: the same columns, rejects and counts, from typed cells and people's words."""

from __future__ import annotations

import os
import random
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet as pq

from ancu import extras
from ancu.batch import referee
from ancu.batch.cells import Reasons
from ancu.errors import InputError, IntegrityError, OutputError
from ancu.inference.sql.statement import compile_programmes
from ancu.inference.table_schema import column_value
from ancu.rulebook.rulebook import Rulebook
from ancu.screening.jobs.receipt import is_as_written, read_receipt
from ancu.screening.jobs.run_job import Job, run_job
from ancu.screening.spark import run as on_spark
from ancu.screening.spark.folders import Folders
from ancu.screening.spark.run import run_on_spark
from ancu.screening.spark.session import SparkProblem, check_installed, told_plainly
from tests.conftest import Run
from tests.support.records import random_value

pytestmark = pytest.mark.filterwarnings("ignore")
#: One of them quotes quantities that only later law computes.
PROGRAMMES = ("merit_house_grant", "ethnic_minority_house_support", "self_build_loan", "poverty_status")
CASE, DAY = "Mã hồ sơ", "as_of"
BAD = {"HS002": "nhiều", "HS005": "999.999.999.999.999.999", "HS007": "1.2,3,4"}


@pytest.fixture(scope="module")
def list_(book: Rulebook, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_up_list(book, PROGRAMMES, tmp_path_factory.mktemp("list"))


def made_up_list(book: Rulebook, programmes: tuple[str, ...], folder: Path) -> Path:
    """A made-up list: typed columns, choices by their labels, numbers as people write them, dates of every epoch."""
    rng = random.Random(7)
    days = [date(2014, 6, 1), *book.epochs.starts[1:]]
    statement = compile_programmes(book, programmes, (min(days), max(days)), detail=True)
    written = [f for f in statement.facts if book.facts[f].value_type.kind == "number"][-1]
    rows = []
    for i in range(240):
        row: dict[str, Any] = {CASE: f"HS{i % 238:03}", DAY: rng.choice(days) if rng.random() < 0.95 else None}
        for name in statement.facts:
            fact = book.facts[name]
            value = column_value(book, name, random_value(rng, book, fact)) if rng.random() < 0.85 else None
            kind = fact.value_type.kind
            if value is None or kind in ("date", "yes_no"):
                row[name] = value
            elif kind == "number":
                number = Decimal(value).scaleb(-fact.value_type.scale)
                row[name] = number if fact.value_type.scale else value
                if name == written:
                    row[name] = f"{number:f}".replace(".", ",")
            elif kind == "list":
                row[name] = value.strip(";") or "không"
            else:
                row[name] = rng.choice([value, fact.values[value].vi, f" {fact.values[value].en.upper()} "])
        if row[CASE] in BAD:
            row[written] = BAD[row[CASE]]
        rows.append(row)
    # Two files, as clusters write them.
    for i, part in enumerate((rows[:100], rows[100:])):
        pq.write_table(
            pa.Table.from_pylist(part, schema=pa.Table.from_pylist(rows).schema), folder / f"part-{i}.parquet"
        )
    return folder


def table(path: Path) -> dict[str, list[Any]]:
    """A result by column, its rows in the order of their own cells."""
    found = pq.read_table(path)
    rows = sorted(found.to_pylist(), key=lambda row: [str(cell) for cell in row.values()])
    return {name: [row[name] for row in rows] for name in found.column_names}


def assert_same_results(one: Path, two: Path, list_: Path) -> list[str]:
    """What was judged is the same in ``one`` and, in any order, in ``two``; returns its columns."""
    wanted, found = table(one), table(two)
    assert list(found) == list(wanted)
    judged = [name for name in wanted if name not in pq.read_schema(list_ / "part-0.parquet").names or name == CASE]
    order = sorted(range(len(found[CASE])), key=lambda i: [str(found[name][i]) for name in judged])
    other = sorted(range(len(wanted[CASE])), key=lambda i: [str(wanted[name][i]) for name in judged])
    for name in judged:
        assert [found[name][i] for i in order] == [wanted[name][i] for i in other], name
    plain = {f.name: f.type.value_type if pa.types.is_dictionary(f.type) else f.type for f in pq.read_schema(one)}
    types = {field.name: field.type for field in pq.read_table(two).schema}
    assert {name: types[name] for name in judged} == {name: plain[name] for name in judged}
    return judged


def _as_text(columns: dict[str, list[Any]]) -> dict[str, list[str]]:
    return {name: [str(cell) for cell in column] for name, column in columns.items()}


@pytest.mark.parametrize("reasons", ["ids", "text"])
def test_the_same_as_by_columns(spark: Any, book: Rulebook, list_: Path, tmp_path: Path, reasons: Reasons) -> None:
    """With texts, of more small tables than stand in memory at once."""
    pq.write_table(pq.read_table(list_), tmp_path / "list.parquet")
    given = {"programmes": PROGRAMMES, "as_of": date(2026, 3, 1), "reasons": reasons, "form": "parquet"}
    one, two = tmp_path / "one.parquet", tmp_path / "two.parquet"
    here = run_job(
        book, Job(lists=(str(tmp_path / "list.parquet"),), **given), one, tmp_path / "one.rejects.csv", route="columns"
    ).run
    there = run_on_spark(book, Job(lists=(f"{list_}/*.parquet",), **given), str(two), session=spark)

    assert len(assert_same_results(one, two, list_)) > 4 * len(PROGRAMMES)
    run = there.run
    assert (run.read, run.judged, run.rejected) == (here.read, here.judged, here.rejected) == (240, 237, 3)
    assert (run.counts, run.alone, run.reasons) == (here.counts, here.alone, here.reasons)
    assert (run.refereed, run.outcomes) == (here.refereed, here.outcomes)
    assert run.repeated.keys() == here.repeated.keys() == {"HS000", "HS001"}
    rejects = table(tmp_path / "two.rejects.parquet")
    assert sorted(rejects["Giá trị có lỗi"]) == sorted(BAD.values())
    assert all(rejects["Lỗi và cách sửa"])
    left = {"list.parquet", "one.parquet", "one.rejects.csv", "one.run.json"}
    left |= {"two.parquet", "two.rejects.parquet", "two.run.json"}
    if reasons == "ids":
        left |= {"one.reasons.parquet", "two.reasons.parquet"}
        told, said = table(tmp_path / "two.reasons.parquet"), table(tmp_path / "one.reasons.parquet")
        assert _as_text(told) == _as_text(said)
    assert {path.name for path in tmp_path.iterdir()} == left


def test_the_receipt_tells_the_run(spark: Any, book: Rulebook, list_: Path, tmp_path: Path) -> None:
    job = Job(lists=(str(list_),), programmes=PROGRAMMES[1:2], reasons="ids", form="parquet")
    done = run_on_spark(book, job, str(tmp_path / "out.parquet"), session=spark)
    assert done.receipt_path == str(tmp_path / "out.run.json")
    receipt = read_receipt(done.receipt_path)
    assert is_as_written(Path(done.receipt_path))
    assert receipt.model_copy(update={"seal": None}) == done.receipt
    assert (receipt.job, receipt.route, receipt.rulebook) == (job, "spark", book.digest)
    assert receipt.spark is not None
    assert (receipt.spark.version, receipt.spark.master) == (spark.version, "local[2]")
    assert receipt.libraries["pyspark"]
    parts = sorted(list_.iterdir())
    assert [(file.name, file.bytes) for file in receipt.inputs] == [(f"file:{p}", p.stat().st_size) for p in parts]
    for file, part in zip(receipt.inputs, parts, strict=True):
        assert file.modified is not None
        assert file.sha256 is None
        assert abs(file.modified.timestamp() - part.stat().st_mtime) < 0.01
    assert [(f.role, f.name) for f in receipt.outputs] == [
        ("result", "out.parquet"), ("rejects", "out.rejects.parquet"), ("reasons", "out.reasons.parquet"),
    ]  # fmt: skip
    assert all(file.stands_at(tmp_path / file.name) and file.files for file in receipt.outputs)
    assert (receipt.counts.read, receipt.counts.judged, receipt.counts.rejected) == (240, 237, 3)
    assert receipt.counts.decisions == done.run.counts
    assert receipt.referee.judged_again == done.run.refereed > 0


def test_a_list_that_changes_leaves_nothing(
    spark: Any, book: Rulebook, list_: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rejects = on_spark._Run._rejects

    def meanwhile(run: Any) -> Any:
        os.utime(list_ / "part-0.parquet", (1, 1))
        return rejects(run)

    monkeypatch.setattr(on_spark._Run, "_rejects", meanwhile)
    job = Job(lists=(str(list_),), programmes=PROGRAMMES[1:2], reasons="ids", form="parquet")
    with pytest.raises(InputError, match=r"bị sửa|changed"):
        run_on_spark(book, job, str(tmp_path / "out.parquet"), session=spark)
    assert not list(tmp_path.iterdir())


def test_what_is_not_put_in_place_whole_is_taken_away(spark: Any, tmp_path: Path) -> None:
    folders = Folders(spark, str(tmp_path / "out.parquet"), None)
    folders.write("receipt", b"{}")
    with pytest.raises((OutputError, SparkProblem)), told_plainly():
        folders.commit({folders.receipt: "receipt", folders.output: "never written"})
    folders.clear()
    assert not list(tmp_path.iterdir())


def test_a_difference_stops_the_run_and_leaves_nothing(
    spark: Any, book: Rulebook, list_: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case_outcome = referee.case_outcome

    def wrong(*arguments: Any) -> Any:
        outcome = case_outcome(*arguments)
        return type(outcome)(outcome.programme, outcome.epoch, outcome.region, (outcome.verdict + 1) % 3)

    monkeypatch.setattr(referee, "case_outcome", wrong)
    job = Job(lists=(str(list_),), programmes=("ethnic_minority_house_support",), reasons="ids", form="parquet")
    with pytest.raises(IntegrityError, match="HS"):
        run_on_spark(book, job, str(tmp_path / "out.parquet"), session=spark)
    assert not list(tmp_path.iterdir())


def test_what_stands_there_is_not_overwritten(spark: Any, book: Rulebook, list_: Path, tmp_path: Path) -> None:
    (tmp_path / "out.parquet").mkdir()
    with pytest.raises(OutputError, match=r"out\.parquet"):
        run_on_spark(book, Job(lists=(str(list_),), form="parquet"), str(tmp_path / "out.parquet"), session=spark)


def test_what_spark_cannot_read_is_told_in_a_line(spark: Any, book: Rulebook, tmp_path: Path) -> None:
    with pytest.raises(SparkProblem, match=r"none\.parquet") as caught:
        run_on_spark(book, Job(lists=(f"{tmp_path}/none.parquet",)), f"{tmp_path}/out.parquet", session=spark)
    assert "\n" not in caught.value.text("vi")


def test_without_spark_or_java(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(extras, "spark", lambda: False)
        with pytest.raises(SparkProblem) as caught:
            check_installed()
        assert 'pip install "ancu[spark]"' in caught.value.text("en")
    monkeypatch.setattr(extras, "spark", lambda: True)
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(SparkProblem) as caught:
        check_installed()
    assert "Java 17" in caught.value.text("vi")


def test_the_command(ancu_process: Run, spark: Any, list_: Path, tmp_path: Path) -> None:
    done = ancu_process(
        "screen", str(list_), "-o", "out", "--engine", "spark", "--reasons", "ids", "--threads", "2",
        "--programme", PROGRAMMES[0], "--only", "eligible,undetermined",
        "--conf", "spark.ui.enabled=false", "--conf", "spark.driver.host=127.0.0.1",
        "--conf", "spark.sql.shuffle.partitions=2",
    )  # fmt: skip
    assert done.returncode == 3, done.stderr
    assert "Đã đọc 240 dòng: xét 237, trả lại 3." in done.stdout
    left = {"out", "out.reasons.parquet", "out.rejects.parquet", "out.run.json"}
    assert {path.name for path in tmp_path.iterdir()} == left
    assert "Phiếu ghi lượt chạy: out.run.json" in done.stderr
    counts = read_receipt(tmp_path / "out.run.json").counts.decisions[PROGRAMMES[0]]
    told = table(tmp_path / "out")[f"{PROGRAMMES[0]}.status"]
    assert set(told) == {"eligible", "undetermined"}
    assert {status: told.count(status) for status in set(told)} == {status: counts[status] for status in set(told)}
    # It is not run again as it stands; two such runs can be compared.
    for lang, said in (("vi", "--engine spark, ghi ra nơi khác"), ("en", "to another place")):
        again = ancu_process("replay", "out.run.json", "--lang", lang)
        assert (again.returncode, said in again.stderr, "ancu diff" in again.stderr) == (4, True, True), again.stderr
    compared = ancu_process("diff", "out.run.json", "out.run.json")
    assert (compared.returncode, "không dùng phiếu" in compared.stderr) == (0, False), compared.stderr


def test_the_command_refuses_what_spark_cannot_do(ancu_process: Run) -> None:
    for arguments, said in (
        (("-o", "out.csv", "--engine", "spark"), "Parquet"),
        (("-o", "out.parquet", "--engine", "spark", "--layout", "long"), "--layout long"),
        (("-o", "out.parquet", "--engine", "spark", "--conf", "memory"), "memory"),
        (("-o", "out.parquet", "--master", "yarn"), "--master"),
    ):
        done = ancu_process("screen", "list.parquet", *arguments)
        assert (done.returncode, said in done.stderr) == (2, True), done.stderr
        assert "Traceback" not in done.stderr
    done = ancu_process("screen", "list.csv", "-o", "out.parquet", "--engine", "spark")
    assert (done.returncode, "“list.csv” không phải Parquet" in done.stderr) == (2, True), done.stderr
