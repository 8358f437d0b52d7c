"""What ``ancu doctor`` looks at on every machine: what is installed, rulebook, folders, terminal, clock, settings."""

from __future__ import annotations

import importlib
import locale
import os
import platform
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from functools import partial
from importlib.util import find_spec
from pathlib import Path

import ancu
from ancu import extras
from ancu.errors import suggestion
from ancu.messages import default_language, message
from ancu_cli.doctor_findings import MachineCheck, MachineFinding, bad, note, reason_of, well

OLDEST_PYTHON = (3, 11)
#: The variables that are read. What stands in them is never told: one holds keys.
VARIABLES = (
    "ANCU_LANG",
    "ANCU_RULES",
    "ANCU_CACHE",
    "ANCU_REGISTER",
    "ANCU_API_KEYS",
    "ANCU_KEY",
    "ANCU_SERVICE_SETTINGS",
)
#: Bytes below which a disk is worth a note: one long list with its reasons takes as much.
LITTLE_SPACE = 1 << 30
_VIETNAM = timedelta(hours=7)
_DAY = 86_400


def machine_checks(uses: Sequence[str], rules_dir: str | None) -> Iterator[MachineCheck]:
    """What to look at, for these uses of An Cư."""
    needed = {"service" if use == "serve" else use for use in uses}
    yield MachineCheck("python", True, _python)
    yield MachineCheck("core", True, partial(_modules, "core", extras.CORE))
    for extra in extras.MODULES:
        yield MachineCheck("extra", extra in needed, partial(_extra, extra, extra in needed), extra)
    if "spark" in needed:
        yield MachineCheck("java", True, _java)
    yield MachineCheck("rulebook", True, partial(_rulebook, rules_dir))
    yield MachineCheck("second_engine", True, partial(_second_engine, rules_dir))
    yield MachineCheck("cache", False, _cache)
    yield MachineCheck("fonts", "notices" in needed, _fonts)
    yield MachineCheck("temporary", True, _temporary)
    yield MachineCheck("here", False, _here)
    yield MachineCheck("terminal", False, _terminal)
    yield MachineCheck("clock", True, _clock)
    yield MachineCheck("zone", False, _zone)
    yield MachineCheck("language", False, _language)
    yield MachineCheck("variables", False, _variables)


def _python() -> MachineFinding:
    values = {"found": platform.python_version(), "system": f"{platform.system()} {platform.machine()}".strip()}
    if sys.version_info[:2] < OLDEST_PYTHON:
        return bad("python", "doctor_python_old", "doctor_python_mend", **values)
    return well("python", "doctor_python", version=ancu.__version__, **values)


def _modules(topic: str, names: Sequence[str], extra: str = "") -> MachineFinding:
    """Whether all these modules can be loaded, by loading them."""
    install = f"ancu[{extra}]" if extra else "ancu"
    for name in names:
        if find_spec(name) is None:
            return bad(topic, "doctor_module_missing", "doctor_install", module=name, install=install)
        try:
            importlib.import_module(name)
        except (Exception, SystemExit) as error:
            values = {"module": name, "reason": reason_of(error), "install": install}
            return bad(topic, "doctor_module_broken", "doctor_install_again", **values)
    return well(topic, "doctor_modules_work")


def _extra(extra: str, needed: bool) -> MachineFinding:
    """Whether an extra is here; one that is needed is loaded too, since what is installed may be broken."""
    names = tuple(extras.modules_of(extra))
    gives = {"gives": lambda lang: message(f"doctor_gives_{extra}", lang), "install": f"ancu[{extra}]"}
    missing = [name for name in names if find_spec(name) is None]
    if missing:
        return bad("extra", "doctor_extra_missing", "doctor_install", missing=", ".join(missing), **gives)
    if needed and (found := _modules("extra", names, extra)).state != "well":
        return found
    return well("extra", "doctor_extra", **gives)


def _java() -> MachineFinding:
    home = os.environ.get("JAVA_HOME")
    found = shutil.which("java", path=str(Path(home) / "bin")) if home else shutil.which("java")
    if found is None:
        return bad("java", "doctor_java_missing", "doctor_java_mend")
    return well("java", "doctor_java", path=found)


def _rulebook(rules_dir: str | None) -> MachineFinding:
    from ancu.rulebook.folder import folder_of
    from ancu.rulebook.loading import load_rulebook

    try:
        book = load_rulebook(rules_dir)
    except ancu.RulebookError as error:
        return bad("rulebook", "doctor_refused", "doctor_rulebook_mend", reason=error.text)
    values = {"count": len(book.programmes), "digest": book.digest, "path": str(folder_of(rules_dir))}
    return well("rulebook", "doctor_rulebook", **values)


def _second_engine(rules_dir: str | None) -> MachineFinding:
    """Whether durable-rules confirms a decision here, by having one confirmed: of a record that states nothing."""
    from ancu.inference import rete

    if not rete.AVAILABLE:
        return note("second_engine", "doctor_one_engine")
    try:
        book = ancu.load_rulebook(rules_dir)
    except ancu.RulebookError:
        return note("second_engine", "doctor_engine_waits")
    record, today = ancu.read_record(book, {}), date.today()
    for programme in book.programmes:
        try:
            decision = ancu.decide(book, record, programme, today)
        except ancu.NotCoveredError:
            continue
        except ancu.IntegrityError:
            raise
        except Exception as error:
            return bad("second_engine", "doctor_engine_broken", "doctor_engine_mend", reason=reason_of(error))
        if decision.receipt.confirmed_by is not None:
            return well("second_engine", "doctor_two_engines")
    return note("second_engine", "doctor_one_engine")


def _cache() -> MachineFinding:
    from ancu import kept_files

    folder = kept_files.folder()
    if folder is None:
        return note("cache", "doctor_cache_off", "doctor_cache_mend")
    reason = _unwritable(folder)
    if reason is not None:
        return bad("cache", "doctor_folder_unwritable", "doctor_cache_mend", path=str(folder), reason=reason)
    return well("cache", "doctor_folder", path=str(folder))


def _unwritable(folder: str | Path) -> object | None:
    """Why nothing can be written into ``folder``; None where it can."""
    try:
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"1")
    except OSError as error:
        return reason_of(error)
    return None


def _fonts() -> MachineFinding:
    if not extras.notices():
        return note("fonts", "doctor_fonts_not_looked_at")
    from ancu.notices.pdf import STAND_IN, WANTED, type_used

    values = {"found": type_used(), "wanted": WANTED, "stand_in": STAND_IN}
    if type_used() not in (WANTED, STAND_IN):
        return bad("fonts", "doctor_fonts_missing", "doctor_fonts_mend", **values)
    return well("fonts", "doctor_fonts", **values)


def _temporary() -> MachineFinding:
    try:
        folder = tempfile.gettempdir()
    except OSError as error:
        return bad("temporary", "doctor_temporary_none", "doctor_temporary_mend", reason=reason_of(error))
    return _space("temporary", folder)


def _here() -> MachineFinding:
    return _space("here", os.getcwd())


def _space(topic: str, folder: str) -> MachineFinding:
    """Whether a folder takes files, and has room for a long list."""
    reason = _unwritable(folder)
    if reason is not None:
        mend = f"doctor_{topic}_mend"
        return bad(topic, "doctor_folder_unwritable", mend, path=folder, reason=reason)
    free = shutil.disk_usage(folder).free
    values = {"path": folder, "free": f"{free / (1 << 30):.1f}"}
    if free < LITTLE_SPACE:
        return note(topic, "doctor_space_little", "doctor_space_mend", **values)
    return well(topic, "doctor_space", **values)


def _terminal() -> MachineFinding:
    found, names = locale.getencoding(), sys.getfilesystemencoding()
    if {found.lower().replace("_", "-"), names.lower()} <= {"utf-8", "utf8", "cp65001"}:
        return well("terminal", "doctor_terminal")
    return note("terminal", "doctor_terminal_other", "doctor_terminal_mend", found=found, names=names)


def _clock() -> MachineFinding:
    """Whether the clock is past the day on which this was installed: laws and deadlines go by it."""
    made = Path(ancu.__file__).stat().st_mtime
    now = datetime.now().astimezone()
    if now.timestamp() < made - _DAY:
        values = {"now": f"{now:%d/%m/%Y %H:%M}", "made": time.strftime("%d/%m/%Y", time.localtime(made))}
        return bad("clock", "doctor_clock_behind", "doctor_clock_mend", **values)
    return well("clock", "doctor_clock", now=f"{now:%d/%m/%Y %H:%M}")


def _zone() -> MachineFinding:
    now = datetime.now().astimezone()
    if now.utcoffset() != _VIETNAM:
        return note("zone", "doctor_zone_other", "doctor_zone_mend", found=f"UTC{now:%z}")
    return well("zone", "doctor_zone")


def _language() -> MachineFinding:
    asked = os.environ.get("ANCU_LANG")
    if asked is not None and asked.lower()[:2] not in ("vi", "en"):
        return note("language", "doctor_language_other", "doctor_language_mend")
    return well("language", "doctor_language", found=default_language())


def _variables() -> MachineFinding:
    """Which variables of ours are set, by name; one that nobody reads is probably misspelt."""
    here = sorted(name for name in os.environ if name.upper().startswith("ANCU_"))
    for name in here:
        if name not in VARIABLES:
            hint = suggestion(name, VARIABLES)
            return note("variables", "doctor_variable_unread", "doctor_variable_mend", name=name, hint=hint)
    return well("variables", "doctor_variables" if here else "doctor_variables_none", names=", ".join(here))
