"""``ancu doctor``: what is missing or wrong on this machine, each with how to mend it."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import re
import shutil
import socket
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib.util import find_spec
from typing import Literal

import click

from ancu import extras
from ancu.errors import AncuError
from ancu.inference import rete
from ancu.messages import Language, message
from ancu.rulebook.loading import load_rulebook
from ancu.version import __version__
from ancu_cli.exits import Exit

#: How a finding stands: as it should be; missing, and needed for something only; wrong.
Health = Literal["good", "missing", "wrong"]
#: Bytes that should be free where lists and results are written, and processed.
_FREE = 1 << 30
#: The last day of the law that this version knows of lies after this; a clock before it is wrong.
_EARLIEST = date(2026, 1, 1)
#: The optional parts that an office uses, by what tells whether they are here.
_PARTS = {
    "excel": lambda: find_spec("python_calamine") is not None and find_spec("xlsxwriter") is not None,
    "columns": extras.columns,
    "service": extras.service,
    "register": extras.register,
    "doubles": extras.doubles,
    "specs": extras.specs,
}
_REQUIREMENT = re.compile(r"([A-Za-z0-9._-]+)(?:\[[^\]]*\])?\s*>=\s*([0-9.]+)")


@dataclass(frozen=True)
class MachineFinding:
    """One thing that was looked at, in a sentence."""

    health: Health
    text: str


def doctor(*, lang: Language, rules_dir: str | None, port: int) -> int:
    """Print what was found; whether anything is wrong."""
    found = list(_look(lang, rules_dir, port))
    for finding in found:
        click.echo(f"{message(f'doctor_{finding.health}', lang)}  {finding.text}")
    wrong = sum(finding.health == "wrong" for finding in found)
    missing = sum(finding.health == "missing" for finding in found)
    click.echo(message("doctor_sum", lang, wrong=wrong, missing=missing))
    return Exit.UNREADABLE if wrong else Exit.ALL_JUDGED


def _look(lang: Language, rules_dir: str | None, port: int) -> Iterator[MachineFinding]:
    system = f"{platform.system()} {platform.machine()}"
    yield MachineFinding(
        "good", message("doctor_version", lang, ancu=__version__, python=platform.python_version(), os=system)
    )
    try:
        book = load_rulebook(rules_dir)
        yield MachineFinding(
            "good", message("doctor_rules", lang, digest=book.digest[:12], programmes=len(book.programmes))
        )
    except AncuError as error:
        yield MachineFinding("wrong", message("doctor_rules_wrong", lang, problem=error.text(lang).splitlines()[0]))
    if rete.AVAILABLE:
        yield MachineFinding("good", message("doctor_two_engines", lang))
    else:
        yield MachineFinding("missing", message("doctor_one_engine", lang))
    for part, here in _PARTS.items():
        if here():
            yield MachineFinding(
                "good", message("doctor_part", lang, part=part, use=message(f"doctor_use_{part}", lang))
            )
        else:
            use = message(f"doctor_use_{part}", lang)
            yield MachineFinding("missing", message("doctor_part_missing", lang, part=part, use=use))
    for name, here_, least in _too_old():
        yield MachineFinding("wrong", message("doctor_old", lang, name=name, version=here_, least=least))
    yield from _machine(lang, port)


def _too_old() -> Iterator[tuple[str, str, str]]:
    """What is installed and older than is declared: its name, its version, the least one."""
    try:
        declared = importlib.metadata.requires("ancu") or []
    except importlib.metadata.PackageNotFoundError:
        return
    for requirement in dict.fromkeys(declared):
        found = _REQUIREMENT.match(requirement)
        if found is None:
            continue
        name, least = found.groups()
        try:
            here = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            continue  # an optional one
        if _numbers(here) < _numbers(least):
            yield name, here, least


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", version)[:3])


def _machine(lang: Language, port: int) -> Iterator[MachineFinding]:
    folder = tempfile.gettempdir()
    try:
        with tempfile.TemporaryFile() as file:
            file.write(b"x")
        free = shutil.disk_usage(folder).free
        size = f"{free / (1 << 30):.1f}"
        if free < _FREE:
            yield MachineFinding("wrong", message("doctor_disk_low", lang, folder=folder, free=size))
        else:
            yield MachineFinding("good", message("doctor_disk", lang, folder=folder, free=size))
    except OSError as error:
        yield MachineFinding("wrong", message("doctor_disk_none", lang, folder=folder, reason=error.strerror or ""))
    today = date.today()
    if today < _EARLIEST:
        yield MachineFinding("wrong", message("doctor_clock", lang, day=today.strftime("%d/%m/%Y")))
    encoding = (sys.stdout.encoding or "").lower().replace("-", "")
    if encoding not in ("utf8", "utf8sig"):
        yield MachineFinding("wrong", message("doctor_encoding", lang, encoding=sys.stdout.encoding or "?"))
    if find_spec("fcntl") is None:
        yield MachineFinding("missing", message("doctor_locks", lang))
    if extras.service():
        yield _port(lang, port)
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        yield MachineFinding("missing", message("doctor_root", lang))


def _port(lang: Language, port: int) -> MachineFinding:
    with socket.socket() as trying:
        trying.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trying.bind(("127.0.0.1", port))
        except OSError:
            return MachineFinding("missing", message("doctor_port_taken", lang, port=port))
    return MachineFinding("good", message("doctor_port", lang, port=port))
