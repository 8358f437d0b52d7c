"""Verifying a protocol: what holds, what does not, and what cannot be told; no change of one cell passes."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from ancu.draw import verifying
from ancu.draw.canonical import rows_of, text_of
from ancu.draw.plan import PublicValue
from ancu.draw.protocol import DrawProtocol, protocol_in
from ancu.draw.public_value import normal_value, time_of_round, verify_round
from ancu.draw.time_stamp import time_of_stamp
from ancu.draw.verifying import KnownElsewhere, TimeStamp, verify
from ancu.errors import InputError
from tests.support.draws import dossier, plan, protocol, random_draw, tampered

#: Round 1000 of quicknet, as drand published it.
ROUND, SIGNATURE = (
    "1000",
    "b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39",
)


def small() -> DrawProtocol:
    """A protocol of 8 dossiers, one of which withdrew, with a reserve list."""
    of = plan(options={"reserve": "numbered", "withdrawal": "reserve"})
    listed = [dossier(1, "merit"), dossier(2, "woman"), *(dossier(n) for n in range(3, 9))]
    return protocol(of, listed, withdrawn=("HS-001",))


def all_known(found: DrawProtocol) -> KnownElsewhere:
    return KnownElsewhere(found.sha256["freeze"], found.sha256["result"], "3 1 4  1 5", found.sha256.get("withdrawals"))


def test_a_draw_holds_only_for_who_knows_what_was_published() -> None:
    found = small()
    assert verify(found, all_known(found)).of_draw == "pass"
    report = verify(found, KnownElsewhere())
    assert report.of_draw == "unknown"
    untold = {check.name for check in report.checks if check.verdict == "unknown"}
    assert untold == {"published", "public_value", "signed", "withdrawals_signed"}
    assert report.of_list == "unknown"  # there are no records here


@pytest.mark.parametrize(
    ("known", "name"),
    [
        ({"published": "0" * 64}, "published"),
        ({"signed": "0"}, "signed"),
        ({"public_value": "3 1 4 1 6"}, "public_value"),
    ],
)
def test_what_is_known_elsewhere_and_differs_fails(known: dict[str, str], name: str) -> None:
    found = small()
    report = verify(found, replace(all_known(found), **known))
    assert [check.name for check in report.checks if check.verdict == "fail"] == [name]


def test_no_change_of_a_single_cell_passes() -> None:
    found = small()
    known = all_known(found)
    passed = []
    for name, content in tampered(found):
        try:
            verdict = verify(protocol_in(content, "p.json"), known).of_draw
        except InputError:
            continue  # no protocol any more
        if verdict != "fail":
            passed.append(name)
    assert passed == []


def test_a_list_changed_with_all_its_digests_is_caught_by_the_code_that_was_published() -> None:
    found, forged = small(), protocol(plan(), [dossier(n, "merit") for n in range(1, 9)])
    report = verify(forged, all_known(found))
    assert {check.name for check in report.checks if check.verdict == "fail"} == {"published", "signed"}


def test_a_result_by_another_hand_is_caught_though_all_digests_match() -> None:
    found = small()
    rows = rows_of("ancu-draw-result", found.parts["result"])
    wins = [n for n, row in enumerate(rows) if row[0] == "won"]
    rows[wins[-1]][5], rows[-1][3] = rows[-1][3], rows[wins[-1]][5]
    forged = found.with_part("result", text_of("ancu-draw-result", rows))
    assert [c.name for c in verify(forged, KnownElsewhere()).checks if c.verdict == "fail"] == ["draw", "withdrawals"]


def test_a_protocol_that_is_not_drawn_yet_cannot_be_told() -> None:
    found = small()
    frozen = DrawProtocol.of(**{name: found.parts[name] for name in ("plan", "list", "freeze")})
    report = verify(frozen, KnownElsewhere(found.sha256["freeze"]))
    assert {check.name: check.verdict for check in report.checks} == {
        "digests": "pass", "texts": "unknown", "frozen": "pass", "published": "pass",
    }  # fmt: skip


def test_protocols_are_read_back_as_they_were_written() -> None:
    for n in range(20):
        of, listed = random_draw(random.Random(n))
        found = protocol(of, listed)
        again = protocol_in(found.as_file(), "p.json")
        assert (again, again.plan(), list(again.frozen_list().dossiers)) == (found, of, listed)


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"{}", b"\xff", b'{"ancu_draw": true}', json.dumps({"ancu_draw": 1}).encode()]
)
def test_what_is_no_protocol_is_called_none(content: bytes) -> None:
    with pytest.raises(InputError, match="không phải giao thức bốc thăm"):
        protocol_in(content, "p.json")


def test_texts_have_one_form_only() -> None:
    good = "ancu-draw-plan\t1\na\tb\n"
    assert rows_of("ancu-draw-plan", good) == [["a", "b"]]
    for bad in (
        good[:-1],
        good.replace("\n", "\r\n"),
        good.replace("b", ""),
        "\ufeff" + good,
        good.replace("b", "Đă\u0301"),
    ):
        with pytest.raises(InputError, match="không đúng dạng"):
            rows_of("ancu-draw-plan", bad)
    with pytest.raises(InputError, match="không được để trống"):
        text_of("ancu-draw-plan", [("a\tb",)])


# -- the public value ------------------------------------------------------------------------------------------------


def test_a_round_of_drand_is_verified_without_the_network() -> None:
    assert verify_round(ROUND, SIGNATURE)
    assert not verify_round("1001", SIGNATURE)
    assert not verify_round(ROUND, "0" * 96)
    assert time_of_round(ROUND) == "2023-08-23T22:59:24+07:00"


def test_verifying_lets_nothing_else_call_itself_deeper() -> None:
    """py_ecc lets all of a process do so: brackets without end in a request were then the end of the service."""
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; limit = sys.getrecursionlimit()\n"
            "from ancu.draw.public_value import verify_round\n"
            f"assert verify_round({ROUND!r}, {SIGNATURE!r})\n"
            "assert sys.getrecursionlimit() == limit\n"
            "from ancu.service.json_objects import read_object\n"
            "read_object(b'[' * 100_000)",
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr.rstrip().endswith("InputError: Sai cú pháp JSON: lồng nhau quá sâu."), done.stderr


def test_public_values_are_read_as_people_copy_them() -> None:
    assert normal_value("drand", f"  {SIGNATURE[:48].upper()}\n{SIGNATURE[48:]} ") == SIGNATURE
    assert normal_value("lottery", " 12345 \u00a0 678 ") == "12345 678"
    with pytest.raises(InputError, match="không phải chữ ký của drand"):
        normal_value("drand", "abc")
    with pytest.raises(InputError, match="không phải giá trị công khai"):
        normal_value("dice", "chưa gieo")


def test_a_list_frozen_after_the_public_value_was_known_fails() -> None:
    late = plan(public=PublicValue("dice", "20 lần", "2026-12-05T07:00:00+07:00"))
    found = protocol(late, [dossier(n) for n in range(1, 9)])
    assert [check.name for check in verify(found, all_known(found)).checks if check.verdict == "fail"] == ["timing"]


def test_of_drand_the_time_is_that_of_the_round_whatever_the_plan_says() -> None:
    of = plan(public=PublicValue("drand", ROUND, "2026-12-05T18:00:00+07:00"))
    found = protocol(of, [dossier(n) for n in range(1, 9)])
    report = verify(found, KnownElsewhere(public_value=SIGNATURE))
    assert {"timing", "public_value"} == {check.name for check in report.checks if check.verdict == "fail"}


# -- time stamps -----------------------------------------------------------------------------------------------------


def test_a_time_stamp_tells_when_the_commitments_were_there(monkeypatch: pytest.MonkeyPatch) -> None:
    # stamp.tsr and authority.pem were made for this text by "openssl ts" with keys that nobody kept.
    stamp, authority = ((Path(__file__).parent / name).read_bytes() for name in ("stamp.tsr", "authority.pem"))
    at = time_of_stamp("made-up commitments\n", stamp, authority)
    assert at == "2026-11-29T23:04:33+07:00"
    assert time_of_stamp("other commitments\n", stamp, authority) is None
    with pytest.raises(InputError, match="Cần tệp trả lời của nơi cấp"):
        time_of_stamp("x", b"no stamp", authority)
    with pytest.raises(InputError, match="Cần chứng thư gốc dạng PEM"):
        time_of_stamp("x", stamp, b"no certificate")
    found = small()
    known = replace(all_known(found), stamp=TimeStamp(stamp, authority))
    assert [check.name for check in verify(found, known).checks if check.verdict == "fail"] == ["stamped"]
    monkeypatch.setattr(verifying, "time_of_stamp", lambda *_: at)
    assert verify(found, known).of_draw == "pass"
