"""Run the benchmarks and write what they measured into ``docs/benchmarks.md``: one command.

    python benchmarks/run.py              # everything at full size; about two hours
    python benchmarks/run.py --quick      # everything small, printed: a smoke run
    python benchmarks/run.py --group batch --group files            # these alone, printed
    python benchmarks/run.py --group batch --group files --write    # these alone, into the page

A group is a function here or a script beside this one that prints its figures. In the page the figures of a group stand
between two comments that name it; what people wrote around them stays.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import agreement
import duckdb
import embedding
import peers
import pyarrow.parquet as pq
import yardstick
from copied import keep
from measuring import ROOT, environment, failures, interleaved, process, rate, seconds, table
from population import DAY, Population, read_by, reading, write_csv, write_parquet, write_xlsx

import ancu
from ancu.messages import message
from ancu.rulebook.rulebook import Rulebook

HERE = Path(__file__).parent
QUERIES = agreement.HANDWRITTEN
ANCU = Path(sys.executable).with_name("ancu")
PYTHON = sys.executable
REPORT = ROOT / "docs" / "benchmarks.md"


@dataclass(frozen=True)
class Sizes:
    """How much is measured."""

    rows: int
    big: int
    csv: int
    xlsx: int
    peers: int
    checked: int
    runs: int
    whole_csv: bool = True


#: Bytes on the disk that a household takes with every text in CSV, by hand and by ancu.
_CSV_ROW_OUT = 55_000
FULL = Sizes(rows=1_000_000, big=10_000_000, csv=200_000, xlsx=50_000, peers=1_000_000, checked=20_000, runs=5)
QUICK = Sizes(rows=10_000, big=20_000, csv=3_000, xlsx=500, peers=2_000, checked=200, runs=1)


class Bench:
    """The lists that are measured, made once in ``folder``."""

    def __init__(self, book: Rulebook, sizes: Sizes, folder: Path) -> None:
        self.book, self.sizes, self.folder = book, sizes, folder
        folder.mkdir(parents=True, exist_ok=True)

    def list_(self, rows: int, suffix: str, programmes: Sequence[str] = ()) -> Path:
        """A list of ``rows`` households; only the columns that ``programmes`` read, where given."""
        path = self.folder / f"{'-'.join(('population', *programmes))}-{rows}{suffix}"
        if not path.exists():
            print(f"  making {path.name}", file=sys.stderr)
            facts = read_by(self.book, programmes, DAY) if programmes else None
            made = path.with_name(f"unfinished-{path.name}")
            write = {".parquet": write_parquet, ".csv": write_csv, ".xlsx": write_xlsx}[suffix]
            write(Population(self.book, seed=1, facts=facts), rows, made)
            made.rename(path)
        return path

    def screen(self, source: Path, out: str, programmes: Sequence[str], *options: str) -> list[str | Path]:
        """The command that screens ``source``."""
        chosen = [part for name in programmes for part in ("--programme", name)]
        return [ANCU, "screen", source, *chosen, "-o", self.folder / out, *options]

    def by_hand(self, query: str, source: Path, out: str) -> list[str | Path]:
        """The command that runs a query written by hand."""
        command: list[str | Path] = [PYTHON, QUERIES / "run.py", QUERIES / query, source, self.folder / out]
        if source.suffix == ".csv":
            read = self.folder / "reading.sql"
            read.write_text(reading(self.book, source), encoding="utf-8")
            command.append(read)
        return command


# -- the groups --------------------------------------------------------------------------------------------------------


def batch(bench: Bench) -> str:
    """All programmes over a big list, ours and by hand, and ten times as many rows."""
    sizes, programmes = bench.sizes, agreement.by_hand(bench.book)
    checked = demand_handwritten(bench)
    source = bench.list_(sizes.rows, ".parquet")
    written = bench.list_(sizes.csv, ".csv")
    found = interleaved(
        sizes.runs,
        {
            "a-hand": process(bench.by_hand("statuses.sql", source, "hand-a.parquet")),
            "a": process(bench.screen(source, "a.parquet", programmes, "--reasons", "brief")),
            "ids": process(bench.screen(source, "ids.parquet", programmes, "--reasons", "ids")),
            "b-hand": process(bench.by_hand("texts.sql", source, "hand-b.parquet")),
            "b": process(bench.screen(source, "b.parquet", programmes)),
            "csv-hand": process(bench.by_hand("texts.sql", written, "hand.csv")),
            "csv": process(bench.screen(written, "b.csv", programmes)),
        },
    )
    big = bench.list_(sizes.big, ".parquet")
    found |= interleaved(1, {"big": process(bench.screen(big, "big.parquet", programmes, "--reasons", "brief"))})
    if sizes.whole_csv and shutil.disk_usage(bench.folder).free > sizes.rows * _CSV_ROW_OUT:
        whole = bench.list_(sizes.rows, ".csv")
        pair = {
            "whole-hand": process(bench.by_hand("texts.sql", whole, "hand-whole.csv")),
            "whole": process(bench.screen(whole, "whole.csv", programmes)),
        }
        found |= interleaved(1, pair, warm_up=False)
        for left in ("hand-whole.csv", "whole.csv"):
            (bench.folder / left).unlink(missing_ok=True)
    named = {
        "a-hand": (f"SQL by hand: bare statuses, Parquet, {sizes.rows:,} rows", sizes.rows),
        "a": (f"**ancu: reason ids and a table of reasons**, Parquet, {sizes.rows:,} rows", sizes.rows),
        "ids": (f"ancu: the same with missing facts and quoted values, Parquet, {sizes.rows:,} rows", sizes.rows),
        "b-hand": (f"SQL by hand: the same columns of text, Parquet, {sizes.rows:,} rows", sizes.rows),
        "b": (f"**ancu: every reason written out**, Parquet, {sizes.rows:,} rows", sizes.rows),
        "csv-hand": (f"SQL by hand: the same columns of text, CSV, {sizes.csv:,} rows", sizes.csv),
        "csv": (f"**ancu: every reason written out**, CSV, {sizes.csv:,} rows", sizes.csv),
        "whole-hand": (f"SQL by hand: the same columns of text, CSV, {sizes.rows:,} rows", sizes.rows),
        "whole": (f"**ancu: every reason written out**, CSV, {sizes.rows:,} rows", sizes.rows),
        "big": (f"**ancu: reason ids and a table of reasons**, Parquet, {sizes.big:,} rows", sizes.big),
    }
    named = {key: one for key, one in named.items() if key in found}
    against = {"a": "a-hand", "ids": "a-hand", "b": "b-hand", "csv": "csv-hand", "whole": "whole-hand", "big": "a"}
    goals = {
        "a": "≤ 1.3 ×",
        "ids": "≤ 1.8 ×",
        "b": "≤ 0.5 ×",
        "csv": "≤ 0.7 ×",
        "whole": "≤ 0.7 ×",
        "big": f"≤ {0.95 * sizes.big / sizes.rows:.3g} × that of fewer",
    }
    rows = []
    for key, (name, count) in named.items():
        one = found[key]
        if one.failed:
            continue
        base = found.get(against.get(key, ""))
        ratio = f"{one.median / base.median:.2f} ×" if base is not None and not base.failed else ""
        peak = f"{one.peak:,.0f} MB"
        times = [seconds(one.median), seconds(one.of_a_core)]
        rows.append([name, *times, rate(count / one.median), peak, ratio, goals.get(key, "")])
    return "\n".join(
        [
            f"All {len(programmes)} programmes, whole processes from file to file. Before timing, the SQL written",
            f"by hand gave the statuses of `ancu` on {checked:,} households of the population and {checked:,} of noise",
            f"near thresholds. Medians of {sizes.runs} interleaved runs (one of the largest Parquet and CSV lists).",
            "Peak memory: goal ≤ 1 GB. The SQL by hand leaves the order of rows open, and says nothing of",
            "doubts, of facts that contradict each other, and of forms of a benefit that are open beside those met.",
            *(
                _sameness(bench, "b.parquet", "hand-b.parquet")
                if not found["b"].failed and not found["b-hand"].failed
                else []
            ),
            "",
            table(["", "time", "of a core", "households/s", "peak memory", "ratio", "goal"], rows),
            "",
            *_by_arrow(
                bench, source, {"a.parquet": "reason ids", "ids.parquet": "with missing facts", "b.parquet": "texts"}
            ),
            *failures({named[key][0]: one for key, one in found.items()}),
        ]
    )


def _by_arrow(bench: Bench, source: Path, names: dict[str, str]) -> list[str]:
    """What reading the list and writing each result take by Arrow alone: lines for the report."""
    found = []
    for out, name in names.items():
        runs = []
        for _ in range(bench.sizes.runs):
            command = [PYTHON, HERE / "rewritten.py", source, bench.folder / out]
            said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
            runs.append([float(one) for one in said.split()])
        read, written = (statistics.median(column) for column in zip(*runs, strict=True))
        found.append(f"{name} {seconds(read)} and {seconds(written)}")
    return [
        "Arrow alone reads that list, and writes the columns of the result again, in seconds of a core: "
        f"{'; '.join(found)}."
    ]


def _sameness(bench: Bench, ours: str, by_hand: str) -> list[str]:
    """In how many cells of reasons two lists with texts say the same, word for word."""
    column = message("column_reasons", "vi")
    equal = []
    for title in (bench.book.programmes[name].title["vi"] for name in agreement.by_hand(bench.book)):
        heading = message("column_of_programme", "vi", programme=title, column=column).replace('"', '""')
        equal.append(f'avg((a."{heading}" = b."{heading}")::INT)')
    sample = f"(SELECT * FROM '{bench.folder / ours}' LIMIT 20000) AS a"
    joined = f"{sample} JOIN '{bench.folder / by_hand}' AS b USING (\"case\")"
    (shares,) = duckdb.sql(f"SELECT {', '.join(equal)} FROM {joined}").fetchall()
    sizes = (f"{(bench.folder / one).stat().st_size / 1e6:,.0f} MB" for one in (ours, by_hand))
    return [
        f"Of the reasons of up to 20,000 households, {sum(shares) / len(shares):.1%} of the cells agree word for word.",
        f"In Parquet they take {' and by hand '.join(sizes)}.",
    ]


def demand_handwritten(bench: Bench) -> int:
    """Raise unless the SQL by hand gives our statuses; returns on how many rows of each kind."""
    book, count = bench.book, bench.sizes.checked
    population = pq.read_table(bench.list_(bench.sizes.rows, ".parquet")).slice(0, count)
    written = agreement.by_hand(book)
    names = [name for name in agreement.in_force(book, DAY) if name in written]
    closed = [name for name in written if name not in names]
    for cases in (population, agreement.noise(book, count, seed=1)):
        database = duckdb.connect()
        database.register("population", cases)
        expected = agreement.statuses_of(cases, names)
        ids = cases["case"].to_pylist()
        for i, row in enumerate(agreement.rows_of(cases.slice(0, 50))):
            full = agreement.decided(book, row, [*names, *closed])
            wordless = [*((expected[name][i], None) for name in names), *[("not_in_force", "closed")] * len(closed)]
            agreement.demand_same("the direct engine", [row["case"]], [full], [wordless])
        for query in ("statuses.sql", "texts.sql"):
            result = database.sql((QUERIES / query).read_text(encoding="utf-8").rstrip().rstrip(";"))
            headings, judged = result.columns, {row[0]: row for row in result.fetchall()}
            for name in names:
                place = headings.index(name if query == "statuses.sql" else _heading(book, name))
                theirs = [judged[case][place] for case in ids]
                words = [_STATUSES[status] if query == "texts.sql" else status for status in expected[name]]
                agreement.demand_same(f"{query}, {name}", ids, words, theirs)
    return population.num_rows


def _heading(book: Rulebook, programme: str) -> str:
    """What the column of a status is called in a list with texts."""
    title, column = book.programmes[programme].title["vi"], message("column_status", "vi")
    return message("column_of_programme", "vi", programme=title, column=column)


_STATUSES = {status: message(f"status_{status}", "vi") for status in ("eligible", "ineligible", "undetermined")}


def files(bench: Bench) -> str:
    """Office files, and how long a small list and the help take from a cold start."""
    sizes, programme = bench.sizes, peers.PROGRAMME
    workbook = bench.list_(sizes.xlsx, ".xlsx", [programme])
    small, record = bench.list_(200, ".csv", [programme]), bench.folder / "record.json"
    record.write_text(json.dumps(embedding.CASES[2], ensure_ascii=False), encoding="utf-8")
    slower = yardstick.slowness(yardstick.zen_here())
    judged = process(bench.screen(workbook, "out.xlsx", [programme]))
    judged()
    keep(bench.folder / "out.xlsx", bench.folder / "out.cells")
    found = interleaved(
        sizes.runs,
        {
            "xlsx": judged,
            "copied": process([PYTHON, HERE / "copied.py", workbook, bench.folder / "out.cells"]),
            "small": process(bench.screen(small, "small.csv", [])),
            "explain": process([ANCU, "explain", record, "--programme", programme]),
            "libraries": process([PYTHON, "-c", "import click, pydantic; pydantic.BaseModel"]),
            "help": process([ANCU, "--help"]),
        },
    )
    named = {
        "xlsx": (f"**workbook of {sizes.xlsx:,} rows → explained workbook**, one programme", 8),
        "copied": ("the cells of the list read by calamine, those of the result written by XlsxWriter; no more", None),
        "small": ("**200-row CSV → explained CSV**, the programmes it concerns", 0.4),
        "explain": ("**`ancu explain`**, one programme", 0.25),
        "libraries": ("Python, click and pydantic alone", None),
        "help": ("**`ancu --help`**", 0.2),
    }
    return "\n".join(
        [
            f"Whole processes, compiled bytecode in place. Medians of {sizes.runs} interleaved runs.",
            yardstick.told(slower),
            "",
            table(
                ["", "time", "of a core", "peak memory", "goal"],
                [
                    [
                        name,
                        seconds(found[key].median),
                        seconds(found[key].of_a_core),
                        f"{found[key].peak:,.0f} MB",
                        "" if goal is None else yardstick.goal(goal, slower),
                    ]
                    for key, (name, goal) in named.items()
                    if not found[key].failed
                ],
            ),
            *failures({named[key][0]: one for key, one in found.items()}),
        ]
    )


def beside(bench: Bench) -> str:
    """Other engines on one programme."""
    sizes = bench.sizes
    population = bench.list_(sizes.peers, ".parquet")
    return peers.report(bench.book, population, sizes.peers, sizes.runs, few=min(500, sizes.peers // 20))


def script(name: str, full: Sequence[str] = (), quick: Sequence[str] = ()) -> Callable[[Bench], str]:
    """A group that is a script of its own: what it prints, asked for with ``full``, or ``quick`` for a smoke run."""

    def group(bench: Bench) -> str:
        command = [PYTHON, HERE / f"{name}.py", *(quick if bench.sizes == QUICK else full)]
        ended = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
        said = ended.stdout if ended.returncode == 0 else f"exit {ended.returncode}: {ended.stderr[-2000:]}"
        machine, versions = environment()
        told = {machine.partition(", load")[0], versions}  # stands above it already
        lines = [line for line in said.strip().splitlines() if line.partition(", load")[0] not in told]
        text = "\n".join(lines).strip().replace(f"{ROOT}/", "")
        return text if "|---" in text else f"```text\n{text}\n```"

    return group


GROUPS: dict[str, tuple[str, Callable[[Bench], str]]] = {
    "batch": ("Batches: all programmes", batch),
    "cores": ("More cores", script("cores", quick=("--rows", "2000", "--runs", "1"))),
    "peers": ("Other engines on one programme", beside),
    "files": ("Office files and cold starts", files),
    "embedding": ("Embedding", script("embedding")),
    "one": ("One decision, one request, one cold start", script("one", quick=("--runs", "2"))),
    "statements": (
        "Statements",
        script("statements", ("--rows", "1000000", "--rounds", "5"), ("--rows", "1000", "--rounds", "1")),
    ),
    "growth": ("Growth", script("growth", ("--rows", "1000000", "--rounds", "3"))),
    "members": ("Households with members", script("members", ("--runs", "5"), ("--rows", "10000", "--runs", "1"))),
    "remembered": (
        "What a memory of the last run could spare",
        script("remembered", quick=("--rows", "2000", "--runs", "1")),
    ),
    "plan": (
        "A plan counted",
        script(
            "plan",
            quick=(
                "--rows",
                "20000",
            ),
        ),
    ),
    "proving": ("Proofs", script("proving", quick=("--mutants", "5"))),
    "service": ("Service", script("service", quick=("--seconds", "1", "--lines", "2000"))),
    "doubles": ("Doubles", script("doubles", quick=("--people", "20000", "--entries", "5000"))),
    "notices": ("Notices", script("notices")),
}


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="small sizes, one run each")
    parser.add_argument("--rows", type=int, help=f"rows of the big list ({FULL.rows:,}); and of one ten times as long")
    parser.add_argument("--csv", type=int, help=f"rows of the long CSV list ({FULL.csv:,})")
    parser.add_argument("--no-whole-csv", action="store_true", help="leave out the CSV list as long as the Parquet one")
    parser.add_argument("--runs", type=int, help=f"interleaved runs ({FULL.runs})")
    parser.add_argument("--group", action="append", choices=list(GROUPS), help="only this group; repeatable")
    parser.add_argument(
        "--folder", type=Path, default=ROOT / "build" / "bench", help="where the lists are made and kept"
    )
    parser.add_argument(
        "--write", action="store_true", help=f"into {REPORT.relative_to(ROOT)}, with --group too; the rest of it stays"
    )
    given = parser.parse_args()
    sizes = QUICK if given.quick else FULL
    if given.rows:
        sizes = replace(sizes, rows=given.rows, big=10 * given.rows, csv=min(given.rows, FULL.csv))
    chosen = {"runs": given.runs, "csv": given.csv, "whole_csv": False if given.no_whole_csv else None}
    sizes = replace(sizes, **{name: value for name, value in chosen.items() if value is not None})
    bench = Bench(ancu.load_rulebook(), sizes, given.folder)
    for name in given.group or GROUPS:
        title, group = GROUPS[name]
        print(f"{title} …", file=sys.stderr)
        made = "\n".join(made_by(bench))  # before it: the load is that of the start
        figures = f"{made}\n\n{group(bench)}"
        if given.write or not (given.quick or given.group):
            REPORT.write_text(put(REPORT.read_text(encoding="utf-8"), name, title, figures), encoding="utf-8")
        else:
            print(f"## {title}\n\n{figures}\n", flush=True)


def put(page: str, name: str, title: str, figures: str) -> str:
    """``page`` with the figures of a group in place of those before, else under its title, else at the end."""
    first, last = f"<!-- measured: {name} -->\n", "<!-- measured -->\n"
    block = f"{first}{figures}\n{last}"
    before, found, rest = page.partition(first)
    if not found:
        above, titled, below = page.partition(f"\n## {title}\n")
        return f"{above}{titled}\n{block}{below}" if titled else f"{page.rstrip()}\n\n## {title}\n\n{block}"
    return before + block + rest.partition(last)[2]


def made_by(bench: Bench) -> list[str]:
    """What the report says of itself."""
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, cwd=ROOT
    ).stdout.strip()
    return [
        f"Written by `python benchmarks/run.py` on {datetime.now():%Y-%m-%d}, commit {commit or 'unknown'}, "
        f"rulebook {bench.book.digest[:12]}.",
        *environment(),
    ]


if __name__ == "__main__":
    main()
