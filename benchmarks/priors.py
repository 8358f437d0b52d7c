"""Write the prior by which an interview puts its questions in order: how the made-up population answers each.

    python benchmarks/priors.py --seed 1 -o rules/interview.yaml

Of yes and no, choices and lists it has the commonest answers; of numbers and days, five that part the population into
as many equal parts. What the population does not draw yet is left out: an interview takes its answers as alike.
"""

from __future__ import annotations

import argparse
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from population import Population

import ancu
from ancu.rulebook.rulebook import Rulebook

#: Answers that a fact has at most: quantiles of a number, the commonest of a choice or list.
MOST = 5
_HEAD = """\
# How often people answer each question in which way: a prior by which an interview (`ancu ask`) puts its questions in
# order, and nothing else. It is taken from a made-up population (benchmarks/priors.py writes this file) and is never a
# ground of a decision: with other shares, or without this file, the same questions come in another order.
note:
  vi: "Tỷ lệ lấy từ một tập hộ gia đình tự dựng, chỉ để sắp thứ tự câu hỏi; không bao giờ là căn cứ của một kết quả."
  en: "Shares of a made-up population, by which questions are put in order; they are never a ground of a decision."
# What one form asks together (the page): sections of the vocabulary.
topics:
  - [case, applicant, income]
  - [project, rental]
  - [home, history]
  - [merit]
  - [house, living]
  - [loan, land]
facts:
"""


def answers(book: Rulebook, population: Population, rows: int) -> dict[str, tuple[list[Any], list[int]]]:
    """The commonest answers to each question as engine values or ids, and their shares in thousandths."""
    found = {}
    table = next(iter(population.tables(rows)))
    for name, fact in book.facts.items():
        if name in population.unmodelled:
            continue
        values = [value for value in table.column(name).to_pylist() if value is not None]
        if not values:
            continue
        if fact.value_type.kind in ("number", "date"):
            values = sorted(values)
            cut = [values[int(len(values) * (2 * i + 1) / (2 * MOST))] for i in range(MOST)]
            counted = Counter(cut)
            total = MOST
        else:
            counted = Counter(values)
            total = len(values)
        common = [one for i, one in enumerate(counted.most_common(MOST)) if i < 2 or one[1] > total / 200]
        shares = [max(1, round(1000 * count / total)) for _, count in common]
        found[name] = ([value for value, _ in common], shares)
    return found


def _written(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return f'"{value}"'
    return format(value, "f") if not isinstance(value, int | np.integer) else str(value)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("-o", "--output", type=Path, required=True)
    given = options.parse_args()
    book = ancu.load_rulebook()
    lines = [
        f"  {name}: {{answers: [{', '.join(map(_written, values))}], shares: [{', '.join(map(str, shares))}]}}"
        for name, (values, shares) in answers(book, Population(book, given.seed), 8192).items()
    ]
    given.output.write_text(_HEAD + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
