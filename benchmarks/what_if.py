"""What would make refused cases eligible, held to an oracle that knows nothing of the search; and what it costs.

    python benchmarks/what_if.py --records 1000

Cases are refused ones drawn over all programmes and laws: eligible records of which a few changeable facts were spoilt,
and wholly random ones. The oracle tries every value worth trying of every set of up to two facts.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from pathlib import Path

import ancu

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from tests.support.what_if import faults, refused_cases


def main() -> None:
    """Print how many sets were told, how many were wrong, and how long the search took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--records", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    book = ancu.load_rulebook()
    sizes: Counter[int] = Counter()
    wrong = without = open_ = later = 0
    took: list[float] = []
    for programme, day, record in refused_cases(book, asked.records, asked.seed):
        decision = ancu.decide(book, record, programme, day)
        began = time.process_time()
        changes = decision.changes
        changes.texts()
        took.append(time.process_time() - began)
        sizes.update(len(one.changes) for one in changes.sets)
        without, open_ = without + (not changes.sets), open_ + bool(changes.opens)
        later += changes.later is not None
        for fault in faults(book, programme, day, record, changes):
            wrong += 1
            print(f"{programme} {day}: {fault}")
    took.sort()
    per_size = ", ".join(f"{count} of {size}" for size, count in sorted(sizes.items()))
    print(f"{asked.records} refused cases, seed {asked.seed}: {sizes.total()} least sets told ({per_size} changes)")
    print(f"{without} cases with none; {open_} that facts would then be missing of; {later} that a later law decides")
    print(f"faults: {wrong}")
    print(
        f"search: median {took[len(took) // 2] * 1e3:.1f} ms, 99 % {took[int(len(took) * 0.99)] * 1e3:.1f} ms of a core"
    )


if __name__ == "__main__":
    main()
