"""Proofs by a solver, beside the search and the equivalence proofs of specs that are written by hand.

``python benchmarks/proving.py [--programme ID]... [--mutants N] [--whole]``: how long the whole rulebook takes; for
each condition a record on which it decides, by search and by the solver; of changes of the law, which are proven to
decide alike and for which a record is found that notices them, by both.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from datetime import date
from pathlib import Path

from ancu.inference.program import Program, program_on
from ancu.proof import terms
from ancu.proof.allowed import allowed
from ancu.proof.deciding_power import DecidingPower, Examples
from ancu.proof.findings import versions_of
from ancu.proof.parts import DecisionParts
from ancu.proof.proving import prove
from ancu.proof.solving import AskedOfSolver, GivenUp, SolverQuestion
from ancu.proof.terms import Formula, either
from ancu.proof.translation import Translation
from ancu.proof.variables import RecordVariables
from ancu.rulebook.loading import load_rulebook
from ancu.rulebook.rulebook import Rulebook
from ancu.specs.draft.search import Searcher
from ancu.specs.measure.bench import Bench
from ancu.specs.measure.collect import collect
from ancu.specs.measure.felt import can_be_felt
from ancu.specs.measure.in_force import programs_in_force
from ancu.specs.measure.mutant import Mutant
from ancu.specs.measure.mutants import mutants_of
from ancu.specs.measure.witness_search import find_witness

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.proof.test_translation import check, random_record  # noqa: E402


def whole(book: Rulebook) -> None:
    started, spent = time.perf_counter(), time.process_time()
    proof = prove(book)
    seconds, busy = time.perf_counter() - started, time.process_time() - spent
    proven = sum(one.outcome == "proven" for one in proof.properties)
    print(f"whole rulebook: {seconds:.1f} s ({busy:.1f} s of a core), {proof.asked.questions} questions,")
    print(
        f"  {proof.asked.given_up} given up; {len(proof.findings)} findings, {proven} of {len(proof.properties)} proven"
    )


def deciding(book: Rulebook, programmes: list[str]) -> None:
    """Records on which a condition decides, under the latest version."""
    found, took = Counter[str](), Counter[str]()
    for programme in programmes:
        program, periods = versions_of(book, programme)[-1]
        names = [node.name for node in program.conditions()]
        started = time.perf_counter()
        searcher = Searcher(book, programme, periods[-1].start)
        found["search"] += sum(searcher.decisive(name) is not None for name in names)
        took["search"] += time.perf_counter() - started
        started = time.perf_counter()
        idle = list(DecidingPower(book, program, periods[-1], AskedOfSolver(), Examples()).idle())
        found["solver"] += len(names) - len({one.name for one in idle if one.kind == "condition"})
        took["solver"] += time.perf_counter() - started
        found["all"] += len(names)
    print(f"a record on which a condition decides, of {found['all']}:")
    print(f"  search: {found['search']} in {took['search']:.1f} s")
    print(f"  solver: {found['solver']}, the others proven to have none, in {took['solver']:.1f} s")


def changes(book: Rulebook, programmes: list[str], most: int) -> None:
    """Changes of the law: proven alike, noticed by some record, or neither."""
    collection = collect([ROOT / "features" / programme for programme in programmes])
    bench = Bench(collection, programmes)
    read = bench.law.names()
    compared = (one for one in mutants_of(book).differing if one.part not in ("opening", "doubt"))
    concerned = [mutant for mutant in compared if mutant.name in read]
    chosen = random.Random(0).sample(concerned, min(most, len(concerned)))
    table, took = Counter[tuple[str, str]](), Counter[str]()
    for mutant in chosen:
        started = time.perf_counter()
        hand = "alike" if not can_be_felt(bench.law, mutant) else "witness" if find_witness(bench, mutant) else "open"
        took["hand"] += time.perf_counter() - started
        started = time.perf_counter()
        solver = by_solver(bench, mutant)
        took["solver"] += time.perf_counter() - started
        table[hand, solver] += 1
    print(f"{len(chosen)} changes of {', '.join(programmes)}:")
    print(f"  written by hand {took['hand']:.1f} s, solver {took['solver']:.1f} s")
    for (hand, solver), count in sorted(table.items()):
        print(f"  by hand {hand:8} solver {solver:8} {count}")


def by_solver(bench: Bench, mutant: Mutant) -> str:
    """Whether any allowed record is granted otherwise under ``mutant``; other readings of doubts are left out."""
    law, book = bench.law, bench.law.changed(mutant)
    for programme in law.programmes:
        for day, program in programs_in_force(law.book, programme):
            shows = mutant.day or day
            if not law.book.programmes[programme].in_force_on(shows):
                continue
            if mutant.day is None and not (day in mutant.period or mutant.name == programme):
                continue
            if mutant.day is not None and program_on(law.book, programme, shows) is not program:
                continue
            if mutant.name != programme and mutant.name not in law.reads(program, day):
                continue
            try:
                if differs(law.book, program, law.under(mutant, book, program, shows), shows):
                    return "witness"
            except GivenUp:
                return "open"
    return "alike"


def differs(book: Rulebook, before: Program, after: Program, day: date) -> bool:
    variables = RecordVariables(book)
    sides = [Translation(program, variables, terms.whole(day.toordinal())) for program in (before, after)]
    one, other = (DecisionParts(program, side, None) for program, side in zip((before, after), sides, strict=True))
    unlike: list[Formula] = []
    for group in ("options", "ranks"):
        for name, truth in getattr(one, group).items():
            theirs = getattr(other, group)[name]
            unlike += [truth.met != theirs.met, truth.failed != theirs.failed]
    for name, amount in one.amounts.items():
        theirs = other.amounts[name]
        unlike.append(either(amount.known != theirs.known, amount.value != theirs.value))
    goal = either(
        one.root.met != other.root.met,
        one.root.failed != other.root.failed,
        terms.both(one.root.met, either(*unlike)),
    )
    named = dict(allowed(sides[0], day))
    question = SolverQuestion(
        AskedOfSolver(), [*variables.limits, *(note for side in sides for note in side.notes)], named
    )
    return question.model(goal) is not None


def checked(book: Rulebook, records: int) -> None:
    """The formulas against the direct engine: every node of every version, on random records."""
    rng, compared, started = random.Random(0), 0, time.perf_counter()
    for programme in book.programmes:
        for program, periods in versions_of(book, programme):
            drawn = [random_record(rng, book, program) for _ in range(records)]
            compared += check(book, program, drawn, periods[0].start)
    print(f"formulas equal the direct engine: {compared} values in {time.perf_counter() - started:.1f} s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--programme", action="append", default=None)
    parser.add_argument("--mutants", type=int, default=20)
    parser.add_argument("--whole", action="store_true", help="prove the whole rulebook too")
    parser.add_argument("--check", type=int, default=0, help="hold N random records of each version against the engine")
    chosen = parser.parse_args()
    book = load_rulebook(ROOT / "rules")
    programmes = chosen.programme or ["merit_house_grant"]
    if chosen.whole:
        whole(book)
    if chosen.check:
        checked(book, chosen.check)
    deciding(book, programmes)
    changes(book, programmes, chosen.mutants)


if __name__ == "__main__":
    main()
