"""A second solver, from other people, comes to the same answers."""

from __future__ import annotations

import pytest

import ancu
from ancu.proof.proving import prove
from ancu.proof.solving import AskedOfSolver

#: Counting truths is no part of the common language of solvers.
COUNTING = ("pble", "pbge", "at-most", "at-least")


@pytest.mark.needs("cvc5")
def test_cvc5_agrees(book: ancu.Rulebook) -> None:
    asked = AskedOfSolver(kept=[])
    prove(book, ["worker_lodging", "house_gift"], ["forces_level_of_2026_admits_2025_to_50_million"], asked=asked)
    assert asked.kept is not None
    common = [(script, answer) for script, answer in asked.kept if not any(word in script for word in COUNTING)]
    assert {answer for _, answer in common} == {"sat", "unsat"}
    for script, answer in common:
        assert _answer(script) == answer


def _answer(script: str) -> str:
    import cvc5

    terms = cvc5.TermManager()
    solver = cvc5.Solver(terms)
    parser = cvc5.InputParser(solver)
    parser.setStringInput(cvc5.InputLanguage.SMT_LIB_2_6, f"(set-logic ALL)\n{script}", "question")
    told = ""
    while not (command := parser.nextCommand()).isNull():
        told += str(command.invoke(solver, parser.getSymbolManager()))
    return told.strip()
