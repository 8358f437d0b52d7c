"""The draw of lots: whether its two implementations agree, whether everybody is as likely, and how long it takes.

    python benchmarks/draw.py                                  # a few, to see that it works
    python benchmarks/draw.py --agree 10000 --fair 100000      # as docs/benchmarks.md has it

The second implementation is that of the page, run by Node.js.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.support.draws import dossier, plan, protocol, random_draw

import ancu.draw
from ancu.draw.canonical import sha256
from ancu.draw.drawing import COMMON, PRIORITY_LOT, draw

PAGE = Path(ancu.draw.__file__).with_name("verifier.js")
#: Reads protocols, a line each, and names those that it draws otherwise.
AGREES = f"""
const verify = require({json.dumps(str(PAGE))}).verify;
const lines = require("fs").readFileSync(0, "utf8").split("\\n").filter(Boolean);
const other = lines.filter(line => verify(JSON.parse(line)).checks.some(check => check.verdict === "fail"));
console.log(lines.length, other.length);
"""


def agree(number: int) -> None:
    """Draw ``number`` random draws here, and again by the page's implementation."""
    chance = random.Random(17)
    lines = []
    began = time.perf_counter()
    for _ in range(number):
        of, listed = random_draw(chance)
        secret = f"{chance.getrandbits(256):064x}"
        gone = tuple(win.case for win in protocol(of, listed, secret).draw_again().wins[:2])
        whole = protocol(of, listed, secret, gone)
        lines.append(json.dumps(whole.as_file().decode()))
    here = time.perf_counter() - began
    done = subprocess.run(
        ["node", "-e", AGREES], input="\n".join(lines), capture_output=True, encoding="utf-8", check=True
    )
    drawn, other = done.stdout.split()
    print(f"agreement: {drawn} random draws, {other} drawn otherwise by the page ({here:.0f} s here)")


def fair(number: int, seeds: str) -> None:
    """Draw ``number`` times from one list; chi-square of who wins in each round, and of places in the reserve list."""
    listed = [dossier(n, "merit") for n in range(2)] + [dossier(n, "disabled") for n in range(2, 8)]
    listed += [dossier(n) for n in range(8, 16)]
    of = plan({"A": 8}, options={"reserve": "numbered"})
    winners: dict[str, Counter[str]] = {PRIORITY_LOT: Counter(), COMMON: Counter()}
    places: Counter[tuple[int, str]] = Counter()
    reserved: Counter[int] = Counter()
    began = time.perf_counter()
    for n in range(number):
        result = draw(of, listed, sha256(f"{seeds} {n}"))
        for win in result.wins:
            if win.round in winners:
                winners[win.round][win.case] += 1
        for place, (_, case) in enumerate(result.others, 1):
            if int(case[3:]) >= 8:
                places[place, case] += 1
                reserved[place] += 1
    print(f"fairness: {number} draws of 16 dossiers for 8 flats in {time.perf_counter() - began:.0f} s")
    groups = {PRIORITY_LOT: [f"HS-{n:03}" for n in range(2, 8)], COMMON: [f"HS-{n:03}" for n in range(8, 16)]}
    for name, cases in groups.items():
        report(name, [winners[name][case] for case in cases])
    for place in sorted(reserved):
        report(f"place {place} of the reserve list", [places[place, case] for case in groups[COMMON]])


def report(name: str, counts: list[int]) -> None:
    """How far counts are from all being alike, and the bound that chance passes once in a thousand."""
    expected = sum(counts) / len(counts)
    value = sum((count - expected) ** 2 / expected for count in counts)
    bound = {5: 20.52, 7: 24.32}[len(counts) - 1]
    print(f"  {name}: {min(counts)} to {max(counts)}, chi-square {value:.2f} ({bound} once in a thousand)")


def speed(number: int) -> None:
    """Draw among ``number`` dossiers for a quarter as many flats."""
    chance = random.Random(3)
    listed = [dossier(n, *(["woman"] if chance.random() < 0.4 else [])) for n in range(number)]
    of = plan({"A": number // 4}, options={"reserve": "numbered"})
    began = time.perf_counter()
    draw(of, listed, sha256("speed"))
    print(f"speed: {number} dossiers, {number // 4} flats: {time.perf_counter() - began:.2f} s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--agree", type=int, default=100, help="random draws by both implementations")
    parser.add_argument("--fair", type=int, default=1000, help="draws from one list")
    parser.add_argument("--seeds", default="draw", help="what the seeds of these are made of")
    parser.add_argument("--speed", type=int, default=4000, help="dossiers of one large draw")
    asked = parser.parse_args()
    agree(asked.agree)
    fair(asked.fair, asked.seeds)
    speed(asked.speed)


if __name__ == "__main__":
    main()
