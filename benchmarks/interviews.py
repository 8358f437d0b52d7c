"""How long interviews are (`ancu ask`), and whether a question in them was idle.

    python benchmarks/interviews.py --interviews 1000 --seed 1

Each interview is with a household of the made-up population, about the programmes of somebody drawn at random; now and
then it does not know an answer. A question counts as fruitful if, whatever the engine lists as missing, two answers to
it are found that, with some answers to what else one condition reads, bring a condition out differently that carries
the outcome of an undetermined programme (or an option, rank or amount of an eligible one). Whatever none is found for
is printed.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import numpy as np
import unmodelled
from households import BLOCK
from population import DAY, Population

import ancu
from ancu.decision.law import leaves
from ancu.decision.model import Decision
from ancu.decision.questions import NextQuestion
from ancu.inference import direct
from ancu.inference.program import Program
from ancu.interview.interview import Interview, InterviewStep
from ancu.interview.ordering import shares_on
from ancu.interview.scope import WHO, programmes_for
from ancu.rulebook.expressions import Fact, Name
from ancu.rulebook.model import FactDef
from ancu.rulebook.references import facts_read
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import format_value

#: The share of questions to which a household does not know the answer.
UNKNOWN = 0.05
#: How many completions of what a condition reads are tried for two answers that differ.
TRIES = 400


class Truth:
    """What is true of the households of the population, whether or not a list says it."""

    def __init__(self, book: Rulebook, seed: int) -> None:
        self.book, self.population = book, Population(book, seed)
        self.block = self.population.households.block(0)
        self.beside: dict[str, Any] = {}

    def answer(self, fact: str, row: int) -> Any:
        """The engine value of ``fact`` for the household in ``row``."""
        definition = self.book.facts[fact]
        if fact in self.block.columns:
            column = self.block.columns[fact]
        else:
            if fact not in self.beside:
                day = np.full(BLOCK, DAY.toordinal() - 719163, dtype=np.int32)
                seed = self.population.households.seed
                self.beside[fact] = unmodelled.column(self.book, fact, seed, 0, day)
            column = self.beside[fact]
        value = column.values[row]
        kind = definition.value_type.kind
        if kind == "yes_no":
            return bool(value)
        if kind == "date":
            return int(value) + 719163
        if kind == "number":
            return int(value)
        text = self.population.texts[fact][int(value)].as_py()
        return frozenset(text.split(";")) - {"none", ""} if kind == "list" else text


def written(book: Rulebook, fact: str, value: Any) -> str:
    """An engine value as somebody answers it."""
    definition = book.facts[fact]
    kind = definition.value_type.kind
    if kind == "choice":
        return str(value)
    if kind == "list":
        return ";".join(sorted(value)) or "không có"
    return format_value(value, definition.value_type, None, "vi")


def fruitful(
    book: Rulebook, decisions: Sequence[Decision], question: NextQuestion, passed: set[str], rng: random.Random
) -> bool:
    """Whether two answers are found that bring something out differently that is open."""
    for decision in decisions:
        if decision.programme not in question.programmes:
            continue
        program = decision.context.program
        assert program is not None
        record, values = decision.context.record, decision.context.values
        undetermined = decision.status == "undetermined"
        unknown = [name for name in (decision.grounds if undetermined else program.nodes) if values.get(name) is None]
        region = book.programmes[decision.programme].region
        for name in unknown:
            read = leaves(decision.context, name)[0] if name in book.conditions else _facts(program, name)
            if region is not None:
                read = [*read, region]  # by which figures are chosen
            if question.fact not in read:
                continue
            # What somebody did not know may stay so; or it is found out later.
            for others in ([one for one in read if one not in passed], read):
                if _differs(book, program, record, decision.as_of, name, others, question.fact, rng):
                    return True
        if undetermined and _root_differs(book, program, record, decision.as_of, question.fact, rng):
            return True
    return False


def _facts(program: Program, name: str) -> list[str]:
    found: dict[str, None] = {}
    todo, seen = [program.nodes[name].expr], set()
    while todo:
        for part in todo.pop().walk():
            if isinstance(part, Fact):
                found[part.id] = None
            elif isinstance(part, Name) and part.id not in seen and part.id in program.nodes:
                seen.add(part.id)
                todo.append(program.nodes[part.id].expr)
    return list(found)


def _ends(definition: FactDef) -> tuple[Any, Any]:
    assert definition.undoubted is not None
    return definition.undoubted.min, definition.undoubted.max


def _answers(book: Rulebook, fact: str) -> list[Any]:
    definition = book.facts[fact]
    kind = definition.value_type.kind
    if kind in ("number", "date"):
        near = list(map(int, unmodelled.numbers_near(book, fact))) if kind == "number" else []
        if kind == "number" and definition.undoubted is not None:
            low, high = (int(Decimal(str(edge)).scaleb(definition.value_type.scale)) for edge in _ends(definition))
            near += [low + (high - low) * i * i // 400 for i in range(21)]
        days = [DAY.toordinal() - 200 * i * i for i in range(8)] if kind == "date" else []
        return [*near, *days, *(answer for answer, _ in shares_on(book, fact))]
    if kind == "list":
        return [frozenset(), *(frozenset({one}) for one in definition.values)]
    if kind == "yes_no":
        return [False, True]
    regions = [name for name in definition.values if name in book.regions]
    return [*regions, *[name for name in definition.values if name not in regions][: 3 if regions else None]]


def _differs(
    book: Rulebook, program: Program, record: Any, day: date, name: str, read: Sequence[str], fact: str, rng: Any
) -> bool:
    others = [one for one in read if one != fact and record.get(one) is None]
    answers = _answers(book, fact)
    for _ in range(TRIES):
        # What is left out may follow from what is filled in, as a group does from the work.
        some = [one for one in others if rng.random() < 0.8]
        filled = {**record, **{one: rng.choice(_answers(book, one)) for one in some}}
        found = set()
        for answer in rng.sample(answers, min(6, len(answers))):
            values = direct.run(program, program.prepare({**filled, fact: answer}, day))
            found.add(values[name])
        if len(found) > 1:  # unknown in one province, where nobody has set a figure, and known in another, counts too
            return True
    return False


def _root_differs(book: Rulebook, program: Program, record: Any, day: date, fact: str, rng: Any) -> bool:
    """Whether an answer alone settles something of the outcome that another leaves or turns."""
    found = set()
    for answer in _answers(book, fact):
        facts = program.prepare({**record, fact: answer}, day)
        found.add(direct.closure_of(program, program.root)(facts, direct.run(program, facts)))
    return len(found) > 1


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--interviews", type=int, default=20)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--unchecked", action="store_true", help="count only, look for no idle question")
    options.add_argument(
        "--order", choices=("best", "missing"), default="best", help="missing: as next_questions has it"
    )
    given = options.parse_args()
    book = ancu.load_rulebook()
    truth, rng = Truth(book, given.seed), random.Random(given.seed)
    shares: dict[str, list[float]] = {}
    waits: list[float] = []
    idle: Counter[tuple[str, str]] = Counter()
    asked = 0
    for number in range(given.interviews):
        who = rng.choice([*([name] for name in WHO), []])
        names = programmes_for(book, who, DAY)
        interview = Interview(book, names, DAY)
        count = 0
        while True:
            began = time.perf_counter()
            questions = interview.open
            waits.append(time.perf_counter() - began)
            if not questions:
                break
            if given.order == "missing":
                place = {one.fact: i for i, one in enumerate(ancu.next_questions(interview.decisions, details=True))}
                questions = sorted(questions, key=lambda one: place[one.fact])
            question = questions[0]
            count += 1
            passed = {step.fact for step in interview.steps if step.written is None}
            if not given.unchecked and not fruitful(book, interview.decisions, question, passed, rng):
                idle[question.fact, question.programmes[0]] += 1
            value = truth.answer(question.fact, number)
            known = rng.random() >= UNKNOWN
            answer = written(book, question.fact, value) if known else None
            interview.take(InterviewStep(question.fact, answer, confirmed=True))
        asked += count
        shares.setdefault("+".join(who) or "all", []).append(count / len(facts_read(book, names)))
        if number % 50 == 49:
            print(number + 1, "…", flush=True)
    every = [share for found in shares.values() for share in found]
    print(f"{given.interviews} interviews, {asked} questions; of the facts that the programmes read, asked:")
    for who, found in {**shares, "together": every}.items():
        mean, most = 100 * sum(found) / len(found), 100 * max(found)
        print(f"  {who:10} {mean:5.1f} % on average, {most:5.1f} % at most ({len(found)})")
    waits.sort()
    print(
        f"a question takes {1000 * waits[len(waits) // 2]:.0f} ms, 95 %: {1000 * waits[int(len(waits) * 0.95)]:.0f} ms"
    )
    print(f"no two answers found that differ: {sum(idle.values())} {dict(idle)}")


if __name__ == "__main__":
    main()
