"""Plant doubles with real-life slips among made-up people, find them, and tell precision, recall, time and memory.

    python benchmarks/doubles.py                                   # a million people × 200,000 and × a million entries
    python benchmarks/doubles.py --people 20000 --entries 5000     # seconds

People live in the communes of ``units.csv``, by population. What share of rows has which fault follows ``README.md``
beside this file (faults per record); names and ages are drawn from lists that are assumed here, and nobody exists. Each
planted double has one class of slip; the entry in the register differs from the row of the list by that slip alone, but
for "number", which has the number and any one of the others besides. All other entries are of other people.
"""

from __future__ import annotations

import argparse
import csv
import itertools
import resource
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from households import units

from ancu.doubles.columns import RosterMeanings
from ancu.doubles.matching import Pairs, matcher
from ancu.doubles.roster import Roster, RosterAsked, read_roster
from ancu.rulebook.loading import load_rulebook
from ancu.rulebook.spelling import bare

#: Share of a list's people who stand in the register.
PLANTED = 0.05
#: Shares of rows: without a number, of a year of birth alone (and of those of 70 and more), born on "01/01".
NO_NUMBER, YEAR_ONLY, YEAR_ONLY_OLD, NEW_YEAR = 0.04, 0.06, 0.30, 0.03
#: Share of the register's entries that have the nine digits of before.
NINE_DIGITS = 0.4
_FAMILY = {
    "Nguyễn": 32, "Trần": 11, "Lê": 9, "Phạm": 7, "Hoàng": 5, "Vũ": 5, "Phan": 4, "Đặng": 3, "Bùi": 3, "Đỗ": 3,
    "Ngô": 2, "Dương": 2, "Lý": 2, "Hà": 1, "Đinh": 1, "Trịnh": 1, "Giáp": 1, "Thân": 2, "Lương": 1, "Mai": 1,
}  # fmt: skip
_MIDDLE = {
    "male": ["Văn"] * 10
    + ["Đức", "Hữu", "Minh", "Quang", "Xuân", "Công", "Ngọc", "Đình", "Bá", "Thế", "Trọng", "Mạnh"],
    "female": ["Thị"] * 14 + ["Thị Thu", "Thị Thanh", "Thị Ngọc", "Thị Kim", "Ngọc", "Thu", "Thanh", "Kim", "Hồng"],
}
_GIVEN = {
    "male": "Hùng Dũng Tuấn Anh Minh Hải Sơn Long Nam Thắng Cường Trung Đức Hiếu Quân Bình Hòa Thành Tùng Phong Khánh"
    " Kiên Tiến Toàn Hoàng Huy Khoa Lâm Linh Lộc Lợi Mạnh Nghĩa Nhân Phú Phúc Quang Quý Quyết Sang Tài Tân Thái Thịnh"
    " Thiện Thuận Tín Trường Tú Việt Vinh Vũ Ước Chiến Chung Công Đạt Định Đông Giang Hà",
    "female": "Lan Hương Hoa Hồng Nga Thủy Hà Hằng Hạnh Hiền Huệ Huyền Hường Liên Linh Loan Ly Mai Minh Mỹ Ngân Ngọc"
    " Nguyệt Nhung Oanh Phương Phượng Quyên Quỳnh Tâm Thảo Thanh Thoa Thơm Thu Thúy Thương Trang Trinh Tuyết Vân Xuân"
    " Yến Ánh Bích Chi Chung Cúc Dung Duyên Đào Giang Hòa Hoài Khánh Lụa Lý Mến Nhàn Ngoan",
}
_LETTERS = "abcdeghiklmnopqrstuvxy"


@dataclass
class People:
    """Made-up people, a column each."""

    name: list[str]
    gender: list[str]
    born: list[tuple[int, int, int]]
    number: list[str]
    commune: list[str]


def draw(rng: np.random.Generator, count: int, taken: set[str]) -> People:
    """``count`` people, each with a day of birth and a number that is not among those ``taken``."""
    family = list(_FAMILY)
    weights = np.array(list(_FAMILY.values()))
    families = rng.choice(len(family), count, p=weights / weights.sum())
    female = rng.random(count) < 0.5
    names, genders = [], []
    given = {sex: texts.split() for sex, texts in _GIVEN.items()}
    draws = rng.random((count, 2))
    for at in range(count):
        sex = "female" if female[at] else "male"
        middle, last = _MIDDLE[sex], given[sex]
        between, end = int(draws[at, 0] * len(middle)), int(draws[at, 1] ** 1.5 * len(last))
        names.append(f"{family[families[at]]} {middle[between]} {last[end]}")
        genders.append(sex)
    years = 2008 - (rng.beta(1.4, 2.2, count) * 88).astype(int)
    months, days = rng.integers(1, 13, count), rng.integers(1, 29, count)
    new_year = rng.random(count) < NEW_YEAR
    months[new_year], days[new_year] = 1, 1
    born = list(zip(years.tolist(), months.tolist(), days.tolist(), strict=True))
    places = units()
    shares = np.array([unit.population for unit in places], float)
    homes = rng.choice(len(places), count, p=shares / shares.sum())
    called = _communes()
    serials = rng.integers(0, 1_000_000, count)
    provinces = rng.choice(["024", "027", "001", "036", "038"], count, p=[0.5, 0.35, 0.05, 0.05, 0.05])
    numbers = []
    for at in range(count):
        begin = f"{provinces[at]}{(years[at] // 100 - 19) * 2 + int(female[at])}{years[at] % 100:02}"
        serial = int(serials[at])
        while (number := f"{begin}{serial:06}") in taken:
            serial = (serial + 1) % 1_000_000
        taken.add(number)
        numbers.append(number)
    return People(names, genders, born, numbers, [called[places[at].code] for at in homes])


def _communes() -> dict[str, str]:
    with (Path(__file__).parent / "units.csv").open(encoding="utf-8") as file:
        kinds = {"phuong": "Phường", "xa": "Xã"}
        return {
            row["code"]: f"{kinds.get(row['type_from_2025_07_01'], 'Xã')} {row['name']}" for row in csv.DictReader(file)
        }


# -- slips -----------------------------------------------------------------------------------------------------------

Row = dict[str, str]
Slip = Callable[[np.random.Generator, Row], Row]


def _typed(rng: np.random.Generator, row: Row) -> Row:
    """A letter of the name is wrong, missing or twice."""
    name, at = row["name"], int(rng.integers(1, len(row["name"])))
    made = (_LETTERS[int(rng.integers(len(_LETTERS)))], "", name[at] * 2)[int(rng.integers(3))]
    return {**row, "name": name[:at] + made + name[at + 1 :]}


def _tones(rng: np.random.Generator, row: Row) -> Row:
    """A mark is left out, or stands over another letter."""
    words = row["name"].split()
    marked = [at for at, word in enumerate(words) if bare(word.casefold()) != word.casefold()] or [0]
    at = marked[int(rng.integers(len(marked)))]
    words[at] = bare(words[at].casefold()).title()
    return {**row, "name": " ".join(words)}


def _plain(_: np.random.Generator, row: Row) -> Row:
    return {**row, "name": bare(row["name"].casefold()).upper()}


def _order(_: np.random.Generator, row: Row) -> Row:
    words = row["name"].split()
    return {**row, "name": " ".join([words[-1], *words[:-1]])}


def _middle(_: np.random.Generator, row: Row) -> Row:
    words = row["name"].split()
    return {**row, "name": f"{words[0]} {words[-1]}"}


def _mothers(rng: np.random.Generator, row: Row) -> Row:
    """The mother's family name is put in."""
    words = row["name"].split()
    return {**row, "name": " ".join([words[0], ("Trần", "Phạm", "Lê")[int(rng.integers(3))], *words[1:]])}


def _year(_: np.random.Generator, row: Row) -> Row:
    return {**row, "born": row["born"][-4:]}


def _swapped(_: np.random.Generator, row: Row) -> Row:
    day, month, year = row["born"].split("/") if "/" in row["born"] else ("", "", row["born"])
    return {**row, "born": f"{month}/{day}/{year}"} if day and int(day) <= 12 else row


def _scanned(rng: np.random.Generator, row: Row) -> Row:
    """Read by a machine: a zero of the number is the letter O."""
    zeros = [at for at, digit in enumerate(row["number"]) if digit == "0"]
    if not zeros:
        return row
    at = zeros[int(rng.integers(len(zeros)))]
    return {**row, "number": row["number"][:at] + "O" + row["number"][at + 1 :]}


def _birth_typed(rng: np.random.Generator, row: Row) -> Row:
    at = len(row["born"]) - 1 - int(rng.integers(2))
    return {**row, "born": row["born"][:at] + str(int(rng.integers(10))) + row["born"][at + 1 :]}


def _moved(rng: np.random.Generator, row: Row) -> Row:
    communes = list(_communes().values())
    return {**row, "commune": communes[int(rng.integers(len(communes)))]}


def _same(_: np.random.Generator, row: Row) -> Row:
    return row


#: What a planted entry differs in, besides having no number that the list has: that, by the last two columns.
SLIPS: dict[str, tuple[Slip, str]] = {
    "number the same, one slip besides": (_same, "number"),
    "nothing but the number": (_same, "former"),
    "letter mistyped": (_typed, "former"),
    "mark lost or moved": (_tones, "former"),
    "no marks at all": (_plain, "former"),
    "order turned": (_order, "former"),
    "middle names dropped": (_middle, "former"),
    "mother's name put in": (_mothers, "former"),
    "year of birth only": (_year, "former"),
    "day and month swapped": (_swapped, "former"),
    "digit of birth mistyped": (_birth_typed, "former"),
    "moved to another commune": (_moved, "former"),
    "O for 0 in the number": (_scanned, "number"),
    "no marks, year only": (lambda rng, row: _year(rng, _plain(rng, row)), "former"),
}


def write(folder: Path, people: int, entries: int, seed: int) -> list[tuple[int, int, str]]:
    """A list and a register in ``folder``; the planted pairs by rows from 0, with their slips."""
    rng = np.random.default_rng(seed)
    taken: set[str] = set()
    crowd = draw(rng, people, taken)
    planted = min(int(people * PLANTED), entries // 4)
    chosen = rng.choice(people, planted, replace=False)
    others = draw(rng, entries - planted, taken)
    places = rng.permutation(entries)
    kinds = list(SLIPS)
    slips = rng.integers(len(kinds), size=planted)
    faults = rng.random((people + entries, 3))
    rows: list[Row] = []
    with (folder / "list.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(["Mã hồ sơ", "Họ và tên", "Số CCCD", "Ngày sinh", "Giới tính", "Xã/phường"])
        for at in range(people):
            row = _row(crowd, at, faults[at])
            rows.append(row)
            out.writerow([f"HS-{at:07}", row["name"], row["number"], row["born"], row["gender"], row["commune"]])
    made: list[list[str]] = [[]] * entries
    truth = []
    for number, person in enumerate(chosen.tolist()):
        kind = kinds[slips[number]]
        row = rows[person]
        if kind.startswith("number") and not row["number"]:
            kind = kinds[1]  # there is none to agree on
        slip, where = SLIPS[kind]
        if kind.startswith("number"):
            slip = list(SLIPS.values())[1 + int(rng.integers(len(SLIPS) - 1))][0]
            changed = {**slip(rng, row), "number": row["number"]}
        else:
            changed = slip(rng, {**row, "number": crowd.number[person]} if where == "number" else row)
        at = int(places[number])
        numbers = [changed["number"], ""] if where == "number" else ["", f"12{number:07}"]
        made[at] = [changed["name"], *numbers, changed["born"], changed["commune"]]
        truth.append((person, at, kind))
    for number in range(entries - planted):
        row = _row(others, number, faults[people + number])
        old = rng.random() < NINE_DIGITS
        numbers = ["", f"13{number:07}"] if old else [row["number"], ""]
        made[int(places[planted + number])] = [row["name"], *numbers, row["born"], row["commune"]]
    with (folder / "register.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(["Họ và tên", "Số CCCD", "Số CMND", "Ngày sinh", "Xã/phường"])
        out.writerows(made)
    return truth


def _row(people: People, at: int, faults: Any) -> Row:
    year, month, day = people.born[at]
    whole = faults[1] >= (YEAR_ONLY_OLD if year <= 1956 else YEAR_ONLY)
    return {
        "name": people.name[at],
        "number": people.number[at] if faults[0] >= NO_NUMBER else "",
        "born": f"{day:02}/{month:02}/{year}" if whole else str(year),
        "gender": "Nữ" if people.gender[at] == "female" else "Nam",
        "commune": people.commune[at],
    }


# -- measuring -------------------------------------------------------------------------------------------------------


def found_of(pairs: Pairs) -> tuple[set[tuple[int, int]], set[tuple[int, int]]]:
    """The pairs that are certain, and all."""
    both = list(zip(pairs.one.tolist(), pairs.other.tolist(), strict=True))
    certain = {pair for pair, exact in zip(both, pairs.exact.tolist(), strict=True) if exact}
    return certain, set(both)


def tell(truth: Sequence[tuple[int, int, str]], pairs: Pairs) -> list[str]:
    """Precision and recall, in all and by slip, as a table."""
    certain, everything = found_of(pairs)
    true = {(one, other) for one, other, _ in truth}
    lines = [_line("slip", "planted", "hit", "likely", "missed", "recall")]
    for kind in SLIPS:
        mine = [(one, other) for one, other, slip in truth if slip == kind]
        hit, any_ = sum(pair in certain for pair in mine), sum(pair in everything for pair in mine)
        share = f"{100 * any_ / len(mine):.1f} %" if mine else "–"
        lines.append(_line(kind, len(mine), hit, any_ - hit, len(mine) - any_, share))
    asked = everything - certain
    whole = len(true & everything) / max(len(true), 1)
    lines += [
        _line("all", len(true), len(true & certain), len(true & asked), len(true - everything), f"{100 * whole:.1f} %"),
        "",
        f"Hits: {len(certain)}, of them {len(certain & true)} planted (precision {_share(certain & true, certain)}).",
        f"Asked about: {len(asked)}, of them {len(asked & true)} planted (precision {_share(asked & true, asked)}).",
        "Barred on likeness: 0, since what is likely has no road to a bar.",
    ]
    return lines


def _line(first: str, *rest: object) -> str:
    return f"{first:<34}" + "".join(f"{cell:>10}" for cell in rest)


def _share(some: set[Any], all_: set[Any]) -> str:
    return f"{100 * len(some) / len(all_):.1f} %" if all_ else "–"


def _clock() -> tuple[float, float]:
    return time.perf_counter(), time.process_time()


def _took(start: tuple[float, float], end: tuple[float, float]) -> str:
    """Seconds passed, and of one core at work, which others on the machine change little."""
    return f"{end[0] - start[0]:.0f} s ({end[1] - start[1]:.0f} s of a core)"


def measure(folder: Path, people: int, entries: int, seed: int, threads: int) -> list[str]:
    truth = write(folder, people, entries, seed)
    meanings = RosterMeanings(load_rulebook())
    clock = [_clock()]
    lists: Roster = read_roster(meanings, [str(folder / "list.csv")], RosterAsked())
    register = read_roster(meanings, [str(folder / "register.csv")], RosterAsked())
    clock.append(_clock())
    with matcher(lists.table, register.table, threads) as match:
        pairs = match.earlier()
    clock.append(_clock())
    read, matched = (_took(*two) for two in itertools.pairwise(clock))
    assert (len(lists), len(register)) == (people, entries)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return [
        f"{people:,} people × {entries:,} entries, seed {seed}: read in {read}, matched in {matched}; {threads} cores,"
        f" {peak:,.0f} MB at most (what wrote the lists included).",
        "",
        *tell(truth, pairs),
    ]


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=1_000_000)
    parser.add_argument("--entries", type=int, nargs="+", default=[200_000, 1_000_000])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    given = parser.parse_args(arguments)
    for entries in given.entries:
        with tempfile.TemporaryDirectory() as folder:
            print("\n".join(measure(Path(folder), given.people, entries, given.seed, given.threads)) + "\n", flush=True)


if __name__ == "__main__":
    main()
