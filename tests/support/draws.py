"""Draws for tests: made-up plans and lists, whole protocols of them, and every change of one cell."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Mapping
from typing import Any

from ancu.draw.canonical import sha256
from ancu.draw.dossiers import Dossier, FrozenList
from ancu.draw.drawing import draw
from ancu.draw.plan import DrawPlan, Flat, PublicValue
from ancu.draw.protocol import Commitments, DrawProtocol, Seed
from ancu.draw.withdrawing import Withdrawal, follow, withdrawals_text

GROUPS = {"merit": "Người có công", "martyr": "Thân nhân liệt sĩ", "disabled": "Người khuyết tật", "woman": "Nữ giới"}
SUPERVISORS = {"department": "Đại diện Sở Xây dựng", "commune": "Đại diện UBND cấp xã"}
FROZEN_AT, PUBLIC_AT, DRAWN_AT = (f"2026-12-05T{hour}:00:00+07:00" for hour in ("08", "18", "19"))


def plan(flats: Mapping[str, int] | None = None, **changes: Any) -> DrawPlan:
    """A plan of 4 flats by the order of groups, with what is changed."""
    options = {"rounding": "down", "types": "together", "which_flat": "agreed", **changes.pop("options", {})}
    codes = options["which_flat"] == "lot"
    numbered = [
        Flat(kind, f"{kind}-{n:02}" if codes else "-")
        for kind, count in (flats or {"A": 4}).items()
        for n in range(1, count + 1)
    ]
    given: dict[str, Any] = {
        "project": "Dự án mẫu", "procedure": "developer_2026", "title": "Bán nhà ở xã hội", "programme": "buy",
        "intake": "2026-03-01", "set_aside": "share", "counted": "eligible", "order": "groups", "base": len(numbered),
        "flats": tuple(numbered), "groups": GROUPS, "options": options, "supervisors": SUPERVISORS,
        "public": PublicValue("dice", "20 lần gieo xúc xắc", PUBLIC_AT),
    }  # fmt: skip
    return DrawPlan(**{**given, **changes})


def dossier(number: int, *groups: str, **changes: Any) -> Dossier:
    """An eligible dossier of those groups."""
    given = {
        "case": f"HS-{number:03}", "status": "eligible", "standing": "final", "groups": groups, "type": "A",
        "filed": "2026-03-02", "record": sha256(f"record {number}"),
    }  # fmt: skip
    return Dossier(**{**given, **changes})


def protocol(
    of: DrawPlan, dossiers: list[Dossier], secret: str = "0" * 64, withdrawn: tuple[str, ...] = ()
) -> DrawProtocol:
    """The protocol of a draw that was held by these."""
    head = {"rulebook": "0" * 64, "programme": of.programme, "list_sha256": "1" * 64, "run_sha256": "2" * 64}
    texts = {"plan": of.as_text(), "list": FrozenList(head, tuple(dossiers)).as_text()}
    texts["freeze"] = Commitments(FROZEN_AT, sha256(texts["plan"]), sha256(texts["list"]), sha256(secret)).as_text()
    said = {role: f"{n} {title}" for n, (role, title) in enumerate(of.supervisors.items())}
    seed = Seed(sha256(texts["freeze"]), secret, said, (of.public.kind, of.public.which, "3 1 4 1 5")).as_text()
    result = draw(of, dossiers, sha256(seed))
    found = DrawProtocol.of(**texts, seed=seed, result=result.as_text(sha256(seed), DRAWN_AT))
    if not withdrawn:
        return found
    gone = follow(of, result, [Withdrawal(DRAWN_AT, case, "không ký") for case in withdrawn])
    return found.with_part("withdrawals", withdrawals_text(found.sha256["result"], gone))


def random_draw(chance: random.Random) -> tuple[DrawPlan, list[Dossier]]:
    """A plan with any of the choices, and a list that may be shorter than its flats."""
    types = ["A", "B", "Căn góc"][: chance.randint(1, 3)]
    options = {
        "rounding": chance.choice(["down", "nearest", "up"]),
        "types": chance.choice(["together", "separate"]),
        "which_flat": chance.choice(["agreed", "lot"]),
        "leftover": chance.choice(["keep", "common"]),
        "reserve": chance.choice(["none", "numbered"]),
        "withdrawal": chance.choice(["return", "reserve"]),
    }
    of = plan(
        {kind: chance.randint(1, 6) for kind in types},
        options=options,
        set_aside=chance.choice(["share", "share", "all"]),
        counted=chance.choice(["registered", "eligible"]),
        order=chance.choice(["groups", "filing", "lot"]),
        base=chance.randint(1, 20),
    )
    dossiers = [
        dossier(
            number,
            *(group for group in GROUPS if chance.random() < 0.15),
            type=chance.choice(types),
            status="ineligible" if chance.random() < 0.1 else "eligible",
            filed=f"2026-03-{chance.randint(1, 5):02} 08:{chance.randint(0, 2):02}",
        )
        for number in range(1, chance.randint(2, 30))
    ]
    return of, dossiers


def tampered(found: DrawProtocol) -> Iterator[tuple[str, bytes]]:
    """The file of a protocol with one cell of one line changed, every cell in turn, or one digest; and how it is named.

    Of each, also with the digest of the changed part made right: what is only written down to match is no proof.
    """
    whole = json.loads(found.as_file())
    for part, text in found.parts.items():
        lines = text.split("\n")
        for at, line in enumerate(lines[:-1]):
            for column, cell in enumerate(line.split("\t")):
                cells = line.split("\t")
                cells[column] = _other(cell)
                changed = "\n".join([*lines[:at], "\t".join(cells), *lines[at + 1 :]])
                yield f"{part}:{at}:{column}", _file({**whole, part: changed})
                mended = {**whole["sha256"], part: sha256(changed)}
                yield f"{part}:{at}:{column} with its digest", _file({**whole, part: changed, "sha256": mended})
        other = {**whole["sha256"], part: _other(whole["sha256"][part])}
        yield f"digest of {part}", _file({**whole, "sha256": other})
    yield "version", _file({**whole, "ancu_draw": 2})


def spoilt(found: DrawProtocol, chance: random.Random) -> bytes:
    """The file of a protocol, lines of one part taken out, doubled, moved or changed, and its digest made right."""
    whole = json.loads(found.as_file())
    part = chance.choice(list(found.parts))
    lines = found.parts[part].split("\n")
    for _ in range(chance.randint(1, 3)):
        at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
        how = chance.randrange(5)
        if how == 0 and len(lines) > 1:
            del lines[at]
        elif how == 1:
            lines.insert(at, lines[other])
        elif how == 2:
            lines[at], lines[other] = lines[other], lines[at]
        elif how == 3:
            lines[at] += chance.choice(["\t", "\tx", "\u0301", "\r", "\x85", "\u2028", " "])
        else:
            cells = lines[at].split("\t")
            cells[chance.randrange(len(cells))] = chance.choice(["*", "-", "0", "A", "__proto__", "9" * 12, "HS-001"])
            lines[at] = "\t".join(cells)
    text = "\n".join(lines)
    return _file({**whole, part: text, "sha256": {**whole["sha256"], part: sha256(text)}})


def _other(cell: str) -> str:
    """Another cell that looks much like ``cell``."""
    last = cell[-1]
    return cell[:-1] + ("0" if last == "1" else "1" if last.isdecimal() else "b" if last == "a" else "a")


def _file(whole: Mapping[str, Any]) -> bytes:
    return json.dumps(whole, ensure_ascii=False).encode()
