"""Mutation of the law: our specs notice nearly every change, the few others are justified; the short cuts are sound."""

from __future__ import annotations

import json
import random
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ancu.decision.deciding import Record, decide
from ancu.decision.model import Decision
from ancu.errors import InputError, NotCoveredError
from ancu.inference import direct
from ancu.rulebook.expressions import (
    And,
    AtLeast,
    Case,
    Compare,
    Constant,
    Expr,
    Fact,
    Not,
    Or,
    Within,
)
from ancu.rulebook.rulebook import Rulebook
from ancu.specs.language.chosen import book as chosen_book
from ancu.specs.measure.baseline import FILE, check_justified, read_justified, was_reviewed
from ancu.specs.measure.bench import Bench
from ancu.specs.measure.canonical import canonical
from ancu.specs.measure.collect import Collection, Example, collect
from ancu.specs.measure.mutant import Mutant
from ancu.specs.measure.mutants import mutants_of
from ancu.specs.measure.mutation import Mutation, mutate
from ancu.specs.measure.report import LawReport
from ancu.specs.measure.witness import Witness
from ancu.specs.measure.witness_search import find_witness
from tests.conftest import ROOT, Run
from tests.support.records import facts_of, random_value
from tests.support.thorough import THOROUGH, enough

#: What measures the whole law waits for a sweep.
whole_law = pytest.mark.sweep(only=True)
pytestmark = pytest.mark.slow  # runs the specs against changed law

FEATURES = ROOT / "features"
LOAN = "self_build_loan"
SMALL = ["disaster_house_support", "employer_housing_rental", "merit_house_grant"]


@pytest.fixture(scope="module")
def ours() -> Mutation:
    """All that can be changed in the law: a minute of a core, so only in a sweep."""
    return mutate(collect([FEATURES]))


@pytest.fixture(scope="module")
def small() -> Collection:
    return collect([FEATURES / programme for programme in SMALL])


@pytest.fixture(scope="module")
def some(small: Collection, request: pytest.FixtureRequest) -> Mutation:
    """What the short cuts are tried on: a few programmes before a commit, all in a sweep."""
    return request.getfixturevalue("ours") if THOROUGH else mutate(small, SMALL)


@whole_law
def test_our_specs_notice_nearly_every_change_and_the_rest_is_justified(ours: Mutation) -> None:
    justified = read_justified(FEATURES / FILE)
    check_justified(justified, ours, FEATURES / FILE)
    assert ours.score >= 98
    if was_reviewed(FEATURES / FILE, ours.collection.book):
        assert [s.mutant.id for s in ours.survivors if s.mutant.id not in justified] == []
    assert ours.judged > 1500


@whole_law
def test_every_kind_of_change_is_made(ours: Mutation) -> None:
    ids = {killed.mutant.id for killed in ours.killed}
    assert {
        "income_cap_single@2025-10-10: figure: 20000000 → 20000001",
        "income_cap_single: day_later: 2026-04-07 → 2026-04-08",
        "home_owned: negated: owns_home → not owns_home",
        "buying_subject@2024-08-01: alternative_dropped: group_worker",
        "housing_condition: requirement_dropped: not_in_official_housing",
        "two_weak_structures: count: 2 → 3",
        "worker_rent_support_2022.periods: day_earlier: 2022-08-15 → 2022-08-14",
        "no_home_of_own@2026-02-09.doubt: doubt_dropped",
        "group_worker.stated_by: stated_dropped: housing_law_groups",
    } <= ids
    assert len({killed.mutant.operator for killed in ours.killed}) == 16


def test_ids_are_unique_and_every_mutant_differs() -> None:
    found = mutants_of(chosen_book()).differing
    assert len({mutant.id for mutant in found}) == len(found)
    assert all(mutant.before != mutant.after for mutant in found)


def decided_anew(book: Rulebook, case: Example) -> Decision:
    """The decision on ``case`` under ``book``, members of its household included."""
    context = case.decided.context
    household = context.people.household if context.people is not None else None
    return decide(book, Record(context.record, household=household), case.programme, case.decided.as_of, "direct")


# -- the short cuts ---------------------------------------------------------------------------------------------------


@pytest.mark.sweep
def test_what_is_judged_again_in_part_comes_out_as_if_judged_in_full(small: Collection) -> None:
    """Against the plain way: every case decided anew under the whole changed rulebook."""
    bench = Bench(small, SMALL)
    read = bench.law.names()
    mutants = [mutant for mutant in mutants_of(small.book).differing if mutant.name in read]
    for mutant in random.Random(5).sample(mutants, enough(45, 20)):
        changed = mutant.apply(small.book)
        noticed = False
        for case in small.examples:
            if case.decision is None or not case.expectations:
                continue
            again = decided_anew(changed, case)
            noticed = noticed or not case.holds(again)
        assert (bench.judge(mutant)[1] is not None) is noticed, mutant.id


@pytest.mark.sweep
def test_what_survives_would_survive_when_decided_anew(some: Mutation) -> None:
    """No case that would notice is passed over: not a figure that a province left as it is, a sum no longer set, …"""
    book = some.collection.book
    assert some.survivors
    for survivor in some.survivors:
        mutant, changed = survivor.mutant, survivor.mutant.apply(book)
        readers = set(_readers(book, mutant))
        for case in some.collection.sound():
            if case.decision is None or case.programme not in readers or mutant.day not in (None, case.law_date):
                continue
            again = decided_anew(changed, case)
            assert case.holds(again), f"{mutant.id}: {case.place}"


@whole_law
@pytest.mark.parametrize(
    "change",
    [
        # The statutory figure holds in a province that was found to have set none.
        "disaster_destroyed_grant@2021-07-01: figure: 40000000 → 40000001",
        # That a sum is set is noticed by a status: in principle no more.
        "minority_repair: day_earlier: 2025-01-01 → 2024-12-31",
        # A list states a group that the law of the day does not read yet.
        "renting_subject: day_earlier: 2026-07-01 → 2026-06-30",
    ],
)
def test_what_a_change_reaches_is_judged_again(ours: Mutation, change: str) -> None:
    assert change in {killed.mutant.id for killed in ours.killed}


@pytest.mark.sweep
def test_changes_said_to_decide_alike_do(some: Mutation) -> None:
    book = some.collection.book
    assert some.idle
    rng = random.Random(7)
    for mutant in rng.sample(some.idle, min(enough(30, 15), len(some.idle))):
        changed = mutant.apply(book)
        for programme in rng.sample(_readers(book, mutant), k=min(2, len(_readers(book, mutant)))):
            for _ in range(15):
                day = _some_day(book, programme, mutant, rng)
                facts = {n: random_value(rng, book, book.facts[n]) for n in facts_of(book, programme)}
                record = Record({name: value for name, value in facts.items() if rng.random() < 0.8})
                assert _gist(book, record, programme, day) == _gist(changed, record, programme, day), mutant.id


def _readers(book: Rulebook, mutant: Mutant) -> list[str]:
    from ancu.rulebook.references import use_of

    return [p for p in book.programmes if p == mutant.name or mutant.name in use_of(book, p)] or ["house_gift"]


def _some_day(book: Rulebook, programme: str, mutant: Mutant, rng: random.Random) -> date:
    start = book.programmes[programme].covered_from
    if mutant.day is not None:
        return max(start, mutant.day)
    return max(start, rng.choice([day for day in book.epochs.starts if day >= start] or [start]))


def _gist(book: Rulebook, record: Record, programme: str, day: date) -> tuple[Any, ...]:
    decision: Decision = decide(book, record, programme, day, "direct")
    granted = [(o.option, o.amount, o.months) for o in decision.options if o.option in decision.chosen]
    return decision.status, decision.why, granted, decision.provisional, decision.priority


def _draw(rng: random.Random, depth: int) -> Expr:
    if depth == 0 or rng.random() < 0.2:
        choice = rng.randrange(4)
        if choice == 0:
            return Fact(rng.choice("abc"))
        if choice == 1:
            return Constant(rng.random() < 0.5)
        if choice == 2:
            values = tuple(Constant(v) for v in rng.sample(("x", "y", "z"), rng.randrange(1, 4)))
            return Within(Fact("s"), values)
        sides = [Fact("m"), Fact("n"), Constant(rng.randrange(3))]
        rng.shuffle(sides)
        return Compare(rng.choice(("=", "<>", "<", "<=", ">", ">=")), sides[0], sides[1])
    parts = tuple(_draw(rng, depth - 1) for _ in range(rng.randrange(1, 4)))
    kind = rng.randrange(5)
    if kind == 0:
        return Not(parts[0])
    if kind == 1:
        return AtLeast(rng.randrange(1, len(parts) + 1), parts)
    if kind == 2:
        return Case(parts[0], parts[-1], _draw(rng, depth - 1))
    return And(parts) if kind == 3 else Or(parts)


@settings(max_examples=400)
@given(st.integers(0, 2**32 - 1))
def test_the_canonical_form_means_the_same(seed: int) -> None:
    rng = random.Random(seed)
    expr = _draw(rng, 3)
    form = canonical(expr)
    assert canonical(form) == form
    for _ in range(12):
        facts: dict[str, Any] = {name: rng.choice((True, False, None)) for name in "abc"}
        facts |= {name: rng.choice((0, 1, 2, None)) for name in "mn"} | {"s": rng.choice(("x", "y", "z", None))}
        assert direct._compile(expr)(facts, {}) == direct._compile(form)(facts, {})


def test_a_scenario_that_does_not_hold_notices_nothing(tmp_path: Path) -> None:
    text = (FEATURES / "house_gift" / "tang_nha.feature").read_text(encoding="utf-8")
    file = tmp_path / "a.feature"
    file.write_text(text.replace("| đủ điều kiện ", "| chưa đủ thông tin "), encoding="utf-8")
    collection = collect([file])
    assert collection.failures
    wrong = {case.place for case in collection.examples} - {case.place for case in collection.sound()}
    assert wrong
    assert wrong.isdisjoint(killed.by for killed in mutate(collection, ["house_gift"]).killed)


# -- the scenario that would notice -----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def witnesses() -> list[tuple[Mutant, Witness]]:
    """Changes of one programme that its scenarios do not notice, each with a case that does."""
    bench = Bench(collect([FEATURES / LOAN / "vay_xay.feature"]), [LOAN])
    read = bench.law.names()
    mutants = [mutant for mutant in mutants_of(chosen_book()).differing if mutant.name in read]
    random.Random(3).shuffle(mutants)
    opened = (mutant for mutant in mutants if bench.judge(mutant)[1] is None)
    found = ((mutant, find_witness(bench, mutant)) for mutant in opened)
    return list(islice(((mutant, witness) for mutant, witness in found if witness is not None), 8))


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_drafted_scenario_passes_as_it_stands_and_notices_the_change(
    lang: str, witnesses: list[tuple[Mutant, Witness]], tmp_path: Path
) -> None:
    report = LawReport(chosen_book(), lang)  # type: ignore[arg-type]
    assert len(witnesses) == 8
    for i, (mutant, witness) in enumerate(witnesses):
        head = "# language: vi\nTính năng: Thử\n\n" if lang == "vi" else "Feature: Trial\n\n"
        file = tmp_path / f"{i}.feature"
        file.write_text(head + witness.scenario(lang, report.named(mutant)) + "\n", encoding="utf-8")  # type: ignore[arg-type]
        again = collect([file])
        assert again.failures == []
        assert Bench(again, [LOAN]).judge(mutant)[1] is not None, mutant.id


# -- the list of what need not be noticed -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("justified:\n  - reason: a good and long reason\n    changes: [x, x]\n", "ghi hai lần"),
        ("justified:\n  - changes: [x]\n", "“reason”"),
        ("justified:\n  - reason: short\n    changes: [x]\n", "“reason”"),
        ("justified: [\n", "changes.yaml:"),
    ],
)
def test_a_list_that_cannot_be_used(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as raised:
        read_justified(tmp_path / FILE)
    assert told in raised.value.text("vi")


@whole_law
def test_a_stale_entry_is_an_error(ours: Mutation) -> None:
    idle = ours.idle[0].id
    listed = {
        "housing_condition: requirement_dropped: not_in_official_housing": "no",
        "housing_condition: requirement_dropped: not_in_official_hosing": "no",
        idle: "no",
    }
    with pytest.raises(InputError) as raised:
        check_justified(listed, ours, Path(FILE))
    told = raised.value.text("vi")
    assert "nay đã bị phát hiện tại" in told
    assert "Không có thay đổi “housing_condition: requirement_dropped: not_in_official_hosing”" in told
    assert f"Thay đổi “{idle}” đã được chứng minh" in told


# -- the command ------------------------------------------------------------------------------------------------------


def without_contract() -> str:
    """The scenarios of the smallest programme, without those that would notice that no contract was asked for."""
    text = (FEATURES / "worker_lodging" / "luu_tru.feature").read_text(encoding="utf-8")
    dropped = "Có hợp đồng lao động                 |"
    return "\n".join(line for line in text.splitlines() if dropped not in line or "có " in line)


def test_survivors_are_told_as_sentences(ancu_command: Run, tmp_path: Path) -> None:
    (tmp_path / "luu_tru.feature").write_text(without_contract(), encoding="utf-8")
    arguments = ("spec", "mutate", "luu_tru.feature", "--programme", "worker_lodging")
    done = ancu_command(*arguments, "--fail-under", "99")
    assert done.returncode == 1
    told = "nếu bỏ yêu cầu “Có hợp đồng lao động” thì không tình huống nào phát hiện."
    assert told in done.stdout
    assert "worker_lodging.eligible_when: requirement_dropped: lodging_contract" in done.stdout
    assert "Tình huống: Phát hiện nếu bỏ yêu cầu “Có hợp đồng lao động”" in done.stdout
    assert "Chưa đạt mức 99 %" in done.stderr
    assert "\r" not in done.stderr  # no progress where nobody watches

    again = ancu_command(*arguments, "--fail-under", "99")
    assert again.stdout == done.stdout

    done = ancu_command(*arguments, "--format", "json", "--lang", "en")
    found = json.loads(done.stdout)
    assert found["noticed"] == len(found["killed"])
    assert any("if the requirement" in survivor["text"] for survivor in found["survivors"])

    assert ancu_command(*arguments, "--format", "html", "-o", "a.html").returncode == 0
    page = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert told in page
    assert "http" not in page


def test_a_list_beside_the_features_justifies_what_survives(ancu_command: Run, tmp_path: Path) -> None:
    change = "worker_lodging.eligible_when: requirement_dropped: lodging_contract"
    entry = {"reason": "Only so that there is something to justify.", "changes": [change]}
    (tmp_path / FILE).write_text(json.dumps({"justified": [entry]}), encoding="utf-8")
    (tmp_path / "a.feature").write_text(without_contract(), encoding="utf-8")
    done = ancu_command("spec", "mutate", ".", "--programme", "worker_lodging", "--scenarios", "0")
    assert done.returncode == 0, done.stderr
    assert "Được giải trình: 1." in done.stdout
    assert change not in done.stdout


def test_days_before_coverage_are_no_cases() -> None:
    book = chosen_book()
    with pytest.raises(NotCoveredError):
        decide(book, Record({}), "house_gift", date(2020, 1, 1))
    cases = collect([FEATURES / "house_gift"]).examples
    assert any(case.decision is None for case in cases)
