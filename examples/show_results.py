"""Show what a screening came to: a case of each outcome with its reasons, the workbook, and what to try next."""

from __future__ import annotations

import sys
from pathlib import Path

from ancu import load_rulebook
from ancu.messages import message
from ancu.screening.results.read_back import tables_of

PROGRAMME = "social_housing_purchase"


def main(workbook: str, listed: str) -> None:
    """Tell of ``workbook``, which was made of the list ``listed``."""
    title = load_rulebook().programmes[PROGRAMME].title.vi
    with tables_of(Path(workbook), "xlsx") as tables:
        results = next(tables)
        case, outcome, reasons = (
            results.headings.index(name) for name in ("Mã hồ sơ", f"{title}: kết quả", f"{title}: lý do")
        )
        rows = [row for _, row in results.rows]
    shown = [
        # One that is told in few reasons, and these in full.
        min(
            (row for row in rows if row[outcome] == status),
            key=lambda row: (row[reasons].count("\n"), -len(row[reasons])),
        )
        for status in (message(f"status_{status}", "vi") for status in ("eligible", "ineligible", "undetermined"))
    ]
    print(f"\n{title}, ba hồ sơ trong kết quả / three cases of the result:")
    for row in shown:
        print(f"\n  {row[case]}: {row[outcome]}")
        for line in row[reasons].splitlines():
            print(f"    {line}")
    example = shown[1][case]
    print(f"""
Sổ tính kết quả (mở bằng Excel) / the workbook: {Path(workbook).resolve()}
Thử tiếp / next:
  .venv/bin/ancu explain --case {example} --in {listed} --programme {PROGRAMME}
  .venv/bin/ancu template --xlsx mau.xlsx --programme {PROGRAMME}
  make test""")


if __name__ == "__main__":
    main(*sys.argv[1:])
