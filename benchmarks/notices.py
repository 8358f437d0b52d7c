"""Time of notices: decided, written as Word files and as PDF, for a made-up list of people who buy social housing.

    python benchmarks/notices.py                  # 1,000 cases
    python benchmarks/notices.py --cases 10000    # a project's whole intake

Every second is one of one core. The people are made up: a few lines of examples, with incomes that are drawn.
"""

from __future__ import annotations

import argparse
import csv
import random
import resource
import tempfile
import time
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from ancu.notices.files import word_file
from ancu.notices.notice import Notice, NoticeAsked, notices_on
from ancu.notices.pdf import notices_pdf, type_used
from ancu.notices.sources import CasesAsked, cases_from
from ancu.rulebook.loading import load_rulebook

PROGRAMME = "social_housing_purchase"
EXAMPLE = Path(__file__).parents[1] / "examples" / "dang-ky-mua.csv"


def made_up(path: Path, count: int) -> None:
    """A list of ``count`` cases like those of the example."""
    rng = random.Random(17)
    with EXAMPLE.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        for at in range(count):
            row = dict(rng.choice(rows))
            income = f"{rng.randint(8, 32)} triệu" if rng.random() > 0.15 else ""
            writer.writerow({**row, "Mã hồ sơ": f"HS-{at:05}", "Họ và tên": f"Người mẫu {at}", "Thu nhập": income})


def timed(what: str, count: int, began: float) -> None:
    """A line: how long it took, and how much that is a notice."""
    passed = time.process_time() - began
    print(f"{what:<40}{passed:8.1f} s{1000 * passed / count:8.2f} ms each{count / passed:8.0f}/s", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=int, default=1_000)
    parser.add_argument("--pdf", type=int, default=1_000, help="how many of them to lay out as one PDF")
    asked = parser.parse_args()
    book = load_rulebook()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "list.csv"
        made_up(path, asked.cases)
        began = time.process_time()
        found = list(cases_from(book, str(path), CasesAsked(PROGRAMME), _no_record))
        timed("read, decided by two engines", len(found), began)
        began = time.process_time()
        notices = list(_notices(book, found))
        timed("said", len(notices), began)
        began = time.process_time()
        with zipfile.ZipFile(Path(folder) / "notices.zip", "w") as archive:
            for at, notice in enumerate(notices):
                archive.writestr(f"{at}.docx", word_file(notice))
        timed("written as Word files, in one ZIP", len(notices), began)
        began = time.process_time()
        some = notices[: asked.pdf]
        size = len(notices_pdf(some, date(2026, 4, 20)))
        timed(f"laid out as one PDF of {size / 1e6:.1f} MB", len(some), began)
    print(f"type: {type_used()}; at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def _no_record(path: str) -> object:
    raise AssertionError(path)


def _notices(book: object, found: list[object]) -> Iterator[Notice]:
    for one in notices_on(book, found, NoticeAsked()):  # type: ignore[arg-type]
        if isinstance(one, Notice):
            yield one


if __name__ == "__main__":
    main()
