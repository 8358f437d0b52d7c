"""The library as a program embeds it: forms of a case, depths of reasons, questions, many cases, errors."""

from __future__ import annotations

import copy
import json
import pickle
import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pandas
import polars
import pyarrow
import pytest
from pydantic import BaseModel, ValidationError

import ancu
from ancu.batch import frames as tables
from ancu.decision.details import DETAILS
from ancu.decision.two_key import conclude, conclude_jointly
from ancu.inference import direct, rete
from ancu.inference.joint import Shelf, join
from ancu.inference.program import program_on
from tests.conftest import WORKER, Run
from tests.support.records import random_value
from tests.support.rulebooks import draw_record, draw_rulebook

DAY = date(2026, 5, 1)
PURCHASE = "social_housing_purchase"
OPEN_CASE = {**WORKER, "net_income": None}


def random_record(rng: random.Random, book: ancu.Rulebook, known: float = 0.5) -> ancu.Record:
    facts = {name: random_value(rng, book, fact) for name, fact in book.facts.items() if rng.random() < known}
    return ancu.Record(facts, "K-1", date.fromordinal(rng.randrange(date(2013, 6, 15).toordinal(), DAY.toordinal())))


# -- a case -----------------------------------------------------------------------------------------------------------


def test_a_case_may_be_a_mapping_keywords_a_model_or_a_record(book: ancu.Rulebook) -> None:
    facts = {"net_income": 9_000_000, "owns_home": False, "housing_law_groups": ["worker"], "case": "A-1"}
    model = ancu.facts_model(book)(**facts)
    record = ancu.read_record(book, facts)
    assert ancu.read_record(book, **facts) == record
    assert ancu.read_record(
        book, {"net_income": "9 triệu"}, **{k: v for k, v in facts.items() if k != "net_income"}
    ) == (record)
    assert ancu.read_record(book, model) == record
    decisions = [ancu.decide(book, case, PURCHASE, DAY) for case in (facts, model, record)]
    assert decisions[0] == decisions[1] == decisions[2]
    assert decisions[0].case == "A-1"


def test_the_model_of_the_vocabulary_knows_types_bounds_and_labels(book: ancu.Rulebook) -> None:
    model = ancu.facts_model(book, [PURCHASE], "en")
    schema = model.model_json_schema()
    income = schema["properties"]["net_income"]
    assert (income["title"], income["anyOf"][0]["type"]) == ("Average net monthly income", "integer")
    assert "poverty_certificate" in model.model_fields
    assert len(model.model_fields) < len(ancu.facts_model(book).model_fields)
    read = model(owned_home_area="45.25", marital_status="single")  # type: ignore[call-arg]
    assert read.owned_home_area == Decimal("45.25")  # type: ignore[attr-defined]
    assert ancu.read_record(book, read).facts["owned_home_area"] == 4525
    wrong_ones = ({"net_income": -1}, {"marital_status": "maybe"}, {"no_such_fact": 1}, {"owned_home_area": "1,234 m2"})
    for wrong in wrong_ones:
        with pytest.raises(ValidationError):
            model(**wrong)  # type: ignore[arg-type]


def test_a_record_changed_after_its_decision_changes_nothing(book: ancu.Rulebook) -> None:
    facts = dict(ancu.read_record(book, {**WORKER, "net_income": "9 triệu"}).facts)
    decision = ancu.decide(book, ancu.Record(facts), PURCHASE, DAY)
    facts["net_income"] = 90_000_000
    assert decision.reasons == ancu.decide(book, {**WORKER, "net_income": "9 triệu"}, PURCHASE, DAY).reasons


# -- details worked out when asked for --------------------------------------------------------------------------------


def test_details_are_the_same_however_they_are_asked_for(book: ancu.Rulebook) -> None:
    rng = random.Random(41)
    for _ in range(25):
        record = random_record(rng, book)
        for whole in ancu.decide_all(book, record, engine="direct"):
            written = whole.model_dump()
            # What a case without members says nothing of is left out.
            assert list(written) == [field for field in ancu.Decision.model_fields if field != "household"]
            fresh = ancu.decide(book, record, whole.programme, engine="direct")
            for name in rng.sample(list(DETAILS), len(DETAILS)):
                told = getattr(fresh, name)
                assert (told if name != "options" else [o.model_dump() for o in told]) == written.get(name)
            assert fresh.model_dump_json() == whole.model_dump_json()
            assert ancu.Decision.model_validate_json(whole.model_dump_json()) == fresh


def test_a_decision_is_written_whole_inside_other_models(book: ancu.Rulebook) -> None:
    class Answer(BaseModel):
        decisions: list[ancu.Decision]

    decision = ancu.decide(book, WORKER, PURCHASE, DAY)
    assert json.loads(Answer(decisions=[decision]).model_dump_json())["decisions"] == [decision.model_dump(mode="json")]
    assert (
        ancu.Decision.model_json_schema(mode="serialization")["properties"].keys() == ancu.Decision.model_fields.keys()
    )
    assert "told=[" in repr(ancu.decide(book, WORKER, PURCHASE, DAY))
    assert dict(ancu.decide(book, WORKER, PURCHASE, DAY)) == dict(decision)


def test_a_decision_travels_without_what_it_was_made_from(book: ancu.Rulebook) -> None:
    decision = ancu.decide(book, WORKER, PURCHASE, DAY)
    for copied in (copy.copy(decision), copy.deepcopy(decision), decision.model_copy(deep=True)):
        assert copied == decision
        assert copied.explain() == decision.explain()
    copied.missing.clear()
    assert copied != decision
    travelled = pickle.loads(pickle.dumps(decision))
    assert travelled == decision
    with pytest.raises(ancu.AncuError, match=PURCHASE):
        travelled.explain()


# -- several programmes -----------------------------------------------------------------------------------------------


def test_deciding_all_together_is_deciding_each(book: ancu.Rulebook) -> None:
    rng = random.Random(42)
    provisional = 0
    for _ in range(40):
        record = random_record(rng, book, rng.choice([0.3, 0.9]))
        for engine in ("two_key", "direct"):
            for decision in ancu.decide_all(book, record, engine=engine):  # type: ignore[arg-type]
                alone = ancu.decide(book, record, decision.programme, engine=engine)  # type: ignore[arg-type]
                assert decision == alone
                assert decision.context.judgment == alone.context.judgment
                provisional += decision.provisional
    assert provisional


@pytest.mark.parametrize("seed", range(60))
def test_programmes_of_random_rulebooks_judged_as_one(seed: int) -> None:
    rng = random.Random(seed)
    drawn = draw_rulebook(rng)
    for _ in range(12):
        record, day = draw_record(rng, drawn)
        programs = [program_on(drawn.book, name, day) for name in drawn.book.programmes]
        for joint in join(programs):
            facts = joint.program.prepare(record, day)
            judged, confirmed = conclude_jointly(joint, joint.programs, facts, "two_key")
            assert confirmed is rete.AVAILABLE
            for program, judgment in zip(joint.programs, judged, strict=True):
                assert judgment == conclude(program, program.prepare(record, day), "direct")[0]


def test_programmes_that_differ_on_a_name_are_not_judged_as_one() -> None:
    drawn = draw_rulebook(random.Random(1))
    ours = program_on(drawn.book, "p", DAY)
    name = next(name for name in ours.nodes if name in drawn.book.conditions)
    node = ours.nodes[name]
    other = replace(ours, nodes={**ours.nodes, name: replace(node, readings=(*node.readings, node.expr))})
    assert [len(joint.programs) for joint in join([ours, other, ours])] == [2, 1]


def test_records_of_many_days_do_not_build_a_network_each(book: ancu.Rulebook) -> None:
    shelf = Shelf()
    days = [(program_on(book, name, DAY),) for name in list(book.programmes)[: Shelf.PLACES + 1]]
    kept = [shelf.find(programs) for programs in days]
    assert [bool(found) for found in kept] == [True] * Shelf.PLACES + [False]
    assert shelf.find(days[0]) is kept[0]
    assert shelf.find(days[-1]), "asked for twice in a row"
    assert not shelf.find(days[0]), "which was the oldest"


@pytest.mark.skipif(not rete.AVAILABLE, reason="durable-rules does not build here")
def test_a_difference_stops_the_decisions_made_together(book: ancu.Rulebook, monkeypatch: pytest.MonkeyPatch) -> None:
    honest = rete.ReteEngine.run

    def lies(self: Any, *arguments: Any) -> dict[str, bool | None]:
        return {**honest(self, *arguments), "=self_build_loan": True}

    monkeypatch.setattr(rete.ReteEngine, "run", lies)
    with pytest.raises(ancu.IntegrityError, match="self_build_loan"):
        # Twice, since other days' networks may hold the places at first.
        list(ancu.decide_many(book, [WORKER, WORKER], as_of=DAY, engine="two_key"))


def test_rulebook_versions_stand_side_by_side(book: ancu.Rulebook, tmp_path: Any) -> None:
    from ancu.rulebook.folder import built_in

    text = (built_in() / "parameters.yaml").read_text(encoding="utf-8")
    assert "25000000" in text or "25_000_000" in text
    (tmp_path / "parameters.yaml").write_text(text.replace("25000000", "26000000"), encoding="utf-8")
    other = ancu.load_rulebook(tmp_path)
    case = {**WORKER, "net_income": "25,5 triệu"}
    for _ in range(3):
        found = [ancu.decide(rules, case, PURCHASE, DAY) for rules in (book, other)]
        assert [decision.status for decision in found] == ["ineligible", "eligible"]
        assert [decision.receipt.rulebook for decision in found] == [book.digest, other.digest]


# -- reasons, texts, questions ----------------------------------------------------------------------------------------


def walk(reasons: list[ancu.Reason]) -> Iterator[ancu.Reason]:
    for reason in reasons:
        yield reason
        yield from walk(reason.parts)


def test_reasons_go_as_deep_as_asked_settled_and_unsettled_apart(book: ancu.Rulebook) -> None:
    decision = ancu.decide(book, OPEN_CASE, PURCHASE, DAY)
    codes = decision.reasons_at("code", "code")
    assert [reason.condition for reason in codes] == [reason.condition for reason in decision.reasons]
    assert all(not (reason.facts or reason.figures or reason.parts) for reason in codes)
    mixed = decision.reasons_at(settled="facts", unsettled="tree")
    for reason in walk(mixed):
        if reason.outcome != "unknown":
            assert not reason.parts
    assert mixed[0].facts
    assert not mixed[0].parts
    income = next(reason for reason in mixed if reason.condition == "income_condition")
    assert any(reason.condition == "income_within_cap" for reason in walk([income]))
    flat = next(r for r in decision.reasons_at("code", "facts") if r.condition == "income_condition")
    assert "net_income" in flat.facts
    assert flat.facts["net_income"] is None
    assert not flat.parts
    assert decision.reasons_at() == decision.reasons


@pytest.mark.parametrize(("lang", "heading", "code"), [("vi", "Lập luận", "đạt"), ("en", "Reasoning", "met")])
def test_the_reasoning_is_told_in_words(book: ancu.Rulebook, lang: Any, heading: str, code: str) -> None:
    decision = ancu.decide(book, OPEN_CASE, PURCHASE, DAY)
    assert heading not in decision.explain(lang)
    told = decision.explain(lang, settled="code", unsettled="tree")
    assert f"- one_application: {code}\n" in told
    label = book.facts["net_income"].label[lang]
    assert f"      - {label}: " in told, "a fact stands below its condition"
    assert f"### {heading}\n\n- " in decision.explain(lang, "markdown", unsettled="facts")


def test_texts_are_the_pieces_of_the_explanation(book: ancu.Rulebook) -> None:
    decision = ancu.decide(book, OPEN_CASE, PURCHASE, DAY)
    for lang in ("vi", "en"):
        texts = decision.texts(lang)  # type: ignore[arg-type]
        told = decision.explain(lang)  # type: ignore[arg-type]
        for piece in (texts.title, *texts.reasons, *texts.missing, *texts.notes, *texts.papers):
            assert piece in told


def test_what_to_ask_next(book: ancu.Rulebook) -> None:
    decisions = ancu.decide_all(book, OPEN_CASE, [PURCHASE, "social_housing_rent", "self_build_loan"], DAY)
    first, *rest = ancu.next_questions(decisions)
    assert (first.fact, PURCHASE in first.settles) == ("net_income", True)
    assert len({question.fact for question in (first, *rest)}) == len(rest) + 1
    asked = ancu.question_text(book, first.fact, "vi")
    assert asked.startswith(book.facts["net_income"].label.vi + "?")
    answered = ancu.decide(book, {**OPEN_CASE, "net_income": "9 triệu"}, PURCHASE, DAY)
    assert ancu.next_questions([answered]) == []


def test_asking_on_settles_every_programme(book: ancu.Rulebook) -> None:
    """Whoever answers each first question gets somewhere: no question twice, and in the end nothing to ask."""
    rng = random.Random(7)
    answers = random_record(rng, book, known=1.0).facts
    known: dict[str, Any] = {}
    for _ in range(len(book.facts)):
        decisions = ancu.decide_all(book, ancu.Record(known), as_of=DAY, engine="direct")
        questions = ancu.next_questions(decisions)
        if not questions:
            break
        assert questions[0].fact not in known
        known[questions[0].fact] = answers[questions[0].fact]
    assert all(not decision.missing for decision in decisions)
    assert len(known) < len(book.facts)


def test_what_another_answer_may_make_idle_is_asked_after_it(book: ancu.Rulebook) -> None:
    questions = ancu.next_questions([ancu.decide(book, {}, PURCHASE, DAY, "direct")])
    order = [question.fact for question in questions]
    assert questions[order.index("spouse_bought_social_housing")].after == ["marital_status"]
    assert order.index("marital_status") < order.index("spouse_bought_social_housing")
    idle = [bool(question.after) for question in questions]
    assert idle == sorted(idle)
    single = ancu.decide(book, {"marital_status": "single"}, PURCHASE, DAY, "direct")
    assert "spouse_bought_social_housing" not in {question.fact for question in ancu.next_questions([single])}


def test_what_is_asked_together_is_not_made_idle_by_the_rest(book: ancu.Rulebook) -> None:
    """Whatever is answered to one of them, a decision that stays open still needs the others."""
    rng = random.Random(5)
    forms: list[list[str]] = []
    for _ in range(12):
        known = dict(random_record(rng, book, known=0.25).facts)
        decisions = ancu.decide_all(book, ancu.Record(known), [PURCHASE, "self_build_loan"], DAY, "direct")
        questions = ancu.next_questions(decisions)
        together = ancu.ask_together(decisions, questions)
        assert together[:1] == questions[:1]
        assert len({book.facts[question.fact].section for question in together}) <= 1
        forms.append([question.fact for question in together])
        for question in together:
            for answer in (True, False) if book.facts[question.fact].type == "yes_no" else ():
                for before in decisions:
                    supposed = ancu.Record({**known, question.fact: answer})
                    after = ancu.decide(book, supposed, before.programme, DAY, "direct")
                    if after.status == "undetermined" and question.fact in before.missing:
                        rest = (set(forms[-1]) & set(before.missing)) - {question.fact}
                        assert rest <= set(after.missing)
    assert any(len(form) > 1 for form in forms)
    assert ancu.ask_together([], []) == []


# -- many cases -------------------------------------------------------------------------------------------------------


def test_many_cases_one_by_one(book: ancu.Rulebook) -> None:
    cases = [{**WORKER, "net_income": income} for income in ("9 triệu", "90 triệu")]
    found = list(ancu.decide_many(book, cases, [PURCHASE], DAY))
    assert [[decision.status for decision in decisions] for decisions in found] == [["eligible"], ["ineligible"]]
    bad = [cases[0], {"net_incom": 1}, cases[1]]
    stream = ancu.decide_many(book, iter(bad), [PURCHASE], DAY)
    next(stream)
    with pytest.raises(ancu.RecordError, match=r"^\[1\]: .*net_incom"):
        next(stream)
    kept = list(ancu.decide_many(book, bad, [PURCHASE], DAY, on_error="keep"))
    assert isinstance(kept[1], ancu.RecordError)
    assert len(kept) == 3


def as_table(book: ancu.Rulebook, records: list[ancu.Record]) -> pyarrow.Table:
    """Records as a table with engine values written for people."""

    def written(name: str, value: Any) -> Any:
        fact = book.facts[name]
        if value is None:
            return None
        if fact.value_type.kind == "date":
            return date.fromordinal(value)
        if fact.value_type.kind == "list":
            return "; ".join(sorted(value)) or "không"
        return Decimal(value).scaleb(-2) if fact.value_type.scale else value

    columns: dict[str, list[Any]] = {"Mã hồ sơ": [r.case for r in records], "as_of": [r.as_of for r in records]}
    for name in book.facts:
        columns[name] = [written(name, record.facts.get(name)) for record in records]
    return pyarrow.table(columns)


@pytest.mark.parametrize("engine", ["direct", "two_key"])
def test_a_table_is_judged_as_its_rows_are(book: ancu.Rulebook, engine: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    rng = random.Random(43)
    records = [random_record(rng, book) for _ in range(60)]
    programmes = [PURCHASE, "merit_house_grant", "worker_rent_support_2022"]
    monkeypatch.setattr(tables, "COLUMNS_FROM", 1)
    judged = ancu.decide_many(book, as_table(book, records), programmes, engine=engine)
    assert judged.schema.metadata[b"ancu.judged_by"] == (b"columns" if engine == "direct" else b"two_key")
    assert judged.schema.metadata[b"ancu.rulebook"].decode() == book.digest
    rows = iter(judged.to_pylist())
    for number, record in enumerate(records):
        decisions = {d.programme: d for d in ancu.decide_all(book, record, programmes, engine="direct")}
        for name in programmes:
            row, decision = next(rows), decisions.get(name)
            assert (row["row"], row["case"], row["as_of"], row["programme"]) == (number, "K-1", record.as_of, name)
            if decision is None:
                assert row["status"] == "not_covered"
                continue
            told = (decision.status, decision.why, decision.provisional, decision.missing, None)
            assert (row["status"], row["why"], row["provisional"], row["missing"], row["problem"]) == told
    assert next(rows, None) is None


@pytest.mark.parametrize("frame", [pandas.DataFrame, polars.DataFrame, pyarrow.table])
@pytest.mark.parametrize("columns_from", [1, 1_000])
def test_any_frame_is_a_table(
    book: ancu.Rulebook, frame: Any, columns_from: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "COLUMNS_FROM", columns_from)
    cells = {"Mã hồ sơ": ["a", "b", "c"], **{name: [value] * 3 for name, value in WORKER.items()}}
    given = frame({**cells, "net_income": ["9 triệu", "90 triệu", None]})
    judged = ancu.decide_many(book, given, [PURCHASE], DAY)
    assert judged.column("status").to_pylist() == ["eligible", "ineligible", "undetermined"]
    assert judged.column("missing").to_pylist() == [[], [], ["net_income"]]
    assert judged.column("case").to_pylist() == ["a", "b", "c"]


def test_the_index_of_a_frame_is_no_fact(book: ancu.Rulebook) -> None:
    frame = pandas.DataFrame({"net_income": ["9 triệu"] * 2, "owns_home": [None, True]}, index=["x", "y"])
    assert ancu.decide_many(book, frame, [PURCHASE], DAY).column("row").to_pylist() == [0, 1]


def test_a_column_of_several_types_is_refused(book: ancu.Rulebook) -> None:
    with pytest.raises(ancu.InputError, match="net_income"):
        ancu.decide_many(book, pandas.DataFrame({"net_income": pandas.Series([1, "9 triệu"], dtype=object)}))


def test_what_cannot_be_read_in_a_table_is_told(book: ancu.Rulebook) -> None:
    table = pyarrow.table({"net_income": ["9 triệu", "nhiều", "9 triệu"], "owns_home": ["không", "có", "hai"]})
    with pytest.raises(ancu.RecordError) as caught:
        ancu.decide_many(book, table, [PURCHASE], DAY)
    assert [problem.place() for problem in caught.value.problems] == ["[1]", "[2]"]
    kept = ancu.decide_many(book, table, [PURCHASE], DAY, on_error="keep").to_pylist()
    assert [row["status"] for row in kept] == ["undetermined", None, None]
    assert "nhiều" in kept[1]["problem"]
    with pytest.raises(ancu.RecordError, match="net_incom"):
        ancu.decide_many(book, pyarrow.table({"net_incom": [1]}), [PURCHASE], DAY)


def test_an_empty_table_has_no_rows(book: ancu.Rulebook) -> None:
    empty = pyarrow.table({"net_income": pyarrow.array([], pyarrow.int64())})
    assert ancu.decide_many(book, empty).num_rows == 0


# -- errors -----------------------------------------------------------------------------------------------------------


def test_errors_travel_between_processes_and_speak_both_languages(book: ancu.Rulebook) -> None:
    for provoke in (
        lambda: ancu.read_record(book, {"net_incom": 1, "owns_home": "maybe"}),
        lambda: ancu.decide(book, WORKER, "social_housing_purchas", DAY),
        lambda: ancu.decide(book, WORKER, PURCHASE, date(2000, 1, 1)),
    ):
        with pytest.raises(ancu.AncuError) as caught:
            provoke()
        travelled = pickle.loads(pickle.dumps(caught.value))
        assert type(travelled) is type(caught.value)
        for lang in ("vi", "en"):
            assert travelled.text(lang) == caught.value.text(lang)


# -- the stub ---------------------------------------------------------------------------------------------------------


def test_the_stub_declares_every_fact(book: ancu.Rulebook, ancu_command: Run) -> None:
    done = ancu_command("facts", "--stub", "--lang", "en")
    assert done.returncode == 0, done.stderr
    compile(done.stdout, "facts.pyi", "exec")
    for name in book.facts:
        assert f"\n    {name}: " in done.stdout
    some = ancu_command("facts", "--stub", "--programme", PURCHASE)
    assert len(some.stdout) < len(done.stdout)
    assert "net_income: int" in some.stdout


def test_direct_values_are_those_of_the_tree(book: ancu.Rulebook) -> None:
    """Closures are found by identity: asking for a part twice, or for an equal tree, gives the same value."""
    program = program_on(book, PURCHASE, DAY)
    facts = program.prepare(ancu.read_record(book, WORKER).facts, DAY)
    values = direct.run(program, facts)
    for node in program.nodes.values():
        again = direct.closure_of(program, copy.deepcopy(node.expr))
        assert direct.closure_of(program, node.expr)(facts, values) == again(facts, values) == values[node.name]
