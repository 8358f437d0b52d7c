"""The public value of a seed: something fixed before, known after, and in nobody's hand.

``drand``: a round of the network quicknet, whose signature anybody can read on a telephone and which is verified here
without the network (one pairing on BLS12-381). ``lottery``: the result of a state lottery on an evening. ``dice``: what
the supervisors throw before everybody's eyes. The last two are in the file as somebody wrote them: only who was there,
or looks the result up, can confirm them.
"""

from __future__ import annotations

import hashlib
import re
import sys
from datetime import datetime, timedelta, timezone
from importlib import import_module
from typing import Any

from ancu import extras
from ancu.errors import ExtraMissingError, InputError, Problem

KINDS = ("drand", "lottery", "dice")
VIETNAM = timezone(timedelta(hours=7))
#: Quicknet, as its own chain information tells it: first round, seconds between rounds, public key (on G2).
GENESIS, PERIOD = 1_692_803_367, 3
PUBLIC_KEY = bytes.fromhex(
    "83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d106451"
    "0d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a"
)
_DOMAIN = b"BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_"
_ROUND = re.compile(r"[1-9][0-9]{0,8}")
_SIGNATURE = re.compile(r"[0-9a-f]{96}")


def written_time(moment: datetime) -> str:
    """A moment as protocols have it, in Vietnam: such texts stand in the order of their times."""
    return moment.astimezone(VIETNAM).isoformat(timespec="seconds")


def time_of_round(number: str) -> str:
    """When a round of drand comes to be known; :class:`InputError` for what is no number of one."""
    if not _ROUND.fullmatch(number):
        raise InputError(Problem("draw_round_bad", {"value": number}))
    return written_time(datetime.fromtimestamp(GENESIS + (int(number) - 1) * PERIOD, VIETNAM))


def normal_value(kind: str, written: str) -> str:
    """A public value as the seed has it: spaces around and between groups of digits do not count.

    Raises :class:`InputError` for what is none of its kind.
    """
    value = " ".join(written.split())
    if kind == "drand":
        value = value.replace(" ", "").lower()
        if not _SIGNATURE.fullmatch(value):
            raise InputError(Problem("draw_signature_bad", {"value": written}))
    elif not value or not any(letter.isdecimal() for letter in value):
        raise InputError(Problem("draw_public_bad", {"value": written}))
    return value


def verify_round(number: str, signature: str) -> bool:
    """Whether ``signature`` is quicknet's own on a round. Raises :class:`ExtraMissingError` without ``ancu[draw]``."""
    if not extras.drand():
        raise ExtraMissingError(Problem("draw_needs_extra", {}))
    curve, compressed, hashing = _curves()
    if not (_ROUND.fullmatch(number) and _SIGNATURE.fullmatch(signature)):
        return False
    message = hashlib.sha256(int(number).to_bytes(8, "big")).digest()
    key = compressed.decompress_G2((int.from_bytes(PUBLIC_KEY[:48], "big"), int.from_bytes(PUBLIC_KEY[48:], "big")))
    try:
        signed = compressed.decompress_G1(int(signature, 16))
    except ValueError:
        return False
    if curve.is_inf(signed) or not curve.is_inf(curve.multiply(signed, curve.curve_order)):
        return False
    hashed = hashing.hash_to_G1(message, _DOMAIN, hashlib.sha256)
    # e(G2, -signature) · e(key, hash) = 1, with the costly last step taken once.
    one = curve.pairing(curve.G2, curve.neg(signed), final_exponentiate=False)
    other = curve.pairing(key, hashed, final_exponentiate=False)
    return bool(curve.final_exponentiate(one * other) == curve.FQ12.one())


def _curves() -> tuple[Any, ...]:
    """The modules of the curve.

    py_ecc lets the whole process call itself 100,000 deep, which none of this needs, and at which brackets without end
    in some JSON are no error any more but the end of the process.
    """
    limit = sys.getrecursionlimit()
    try:
        names = ("optimized_bls12_381", "bls.point_compression", "bls.hash_to_curve")
        return tuple(import_module(f"py_ecc.{name}") for name in names)
    finally:
        sys.setrecursionlimit(limit)
