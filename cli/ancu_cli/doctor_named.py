"""What ``ancu doctor`` looks at where it is named: files of keys and decisions, port, register, scenarios."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from ancu.errors import AncuError
from ancu_cli.doctor_findings import MachineCheck, MachineFinding, bad, note, reason_of, well

#: Seconds that a server is waited for, unless the system says otherwise.
_PATIENCE = "10"


def named_checks(
    uses: Sequence[str],
    keys: str | None,
    log: str | None,
    host: str,
    port: int | None,
    address: str | None,
    features: str | None,
) -> Iterator[MachineCheck]:
    """What to look at of what was named; None: it was not."""
    from ancu.service.settings import KEYS_VARIABLE

    if keys is not None or ("serve" in uses and os.environ.get(KEYS_VARIABLE)):
        yield MachineCheck("keys", True, partial(_keys, keys), keys or KEYS_VARIABLE)
    if log is not None:
        yield MachineCheck("log", True, partial(_log, Path(log)), log)
    if port is not None:
        yield MachineCheck("port", True, partial(_port, host, port), f"{host}:{port}")
    if address is not None:
        yield MachineCheck("register", True, partial(_register, address, "serve" in uses))
    if features is not None:
        yield MachineCheck("features", True, partial(_features, Path(features)), features)


def _keys(path: str | None) -> MachineFinding:
    """Whether the keys can be read, and by whom; their number alone is told."""
    from ancu.service.settings import read_keys

    try:
        found = read_keys(path, os.environ)
    except AncuError as error:
        return bad("keys", "doctor_refused", "doctor_keys_mend", reason=error.text)
    if path is not None and (others := _others("keys", Path(path))) is not None:
        return others
    return well("keys", "doctor_keys", count=len(found.digests))


def _others(topic: str, path: Path) -> MachineFinding | None:
    """What to say of a file that others than its owner can read; None where nobody can, or where modes say nothing."""
    mode = path.stat().st_mode
    if os.name != "posix" or not stat.S_ISREG(mode) or not mode & 0o077:
        return None
    told = bad if mode & 0o007 else note
    return told(topic, "doctor_others_read", "doctor_others_mend", path=str(path), mode=f"{stat.S_IMODE(mode):o}")


def _log(path: Path) -> MachineFinding:
    """Whether a decision log can be written at ``path``, without writing to it."""
    folder = path.parent
    if not path.exists():
        if not folder.is_dir():
            return bad("log", "doctor_log_folder_none", "doctor_log_folder_mend", path=str(folder))
        if not os.access(folder, os.W_OK):
            return bad("log", "doctor_log_folder_closed", "doctor_log_mend", path=str(folder))
        return well("log", "doctor_log_new")
    if not stat.S_ISREG(path.stat().st_mode):
        return bad("log", "doctor_log_no_file", "doctor_log_other", path=str(path))
    if not os.access(path, os.R_OK | os.W_OK):
        return bad("log", "doctor_log_closed", "doctor_log_mend", path=str(path))
    return _others("log", path) or well("log", "doctor_log")


def _port(host: str, port: int) -> MachineFinding:
    """Whether the address can be listened on, by doing so for a moment."""
    from ancu.service.listening import listen
    from ancu.service.settings import Settings

    try:
        listen(Settings(host=host, port=port)).close()
    except AncuError as error:
        return bad("port", "doctor_refused", "doctor_port_mend", reason=error.text)
    return well("port", "doctor_port")


def _register(address: str, served: bool) -> MachineFinding:
    """Whether a register is there and of this version; of an address with a password, what comes before it is told.

    ``served``: the service writes to it, so that its folder must take the files that SQLite puts beside it.
    """
    if "://" in address:
        os.environ.setdefault("PGCONNECT_TIMEOUT", _PATIENCE)
    try:
        from ancu.register.store import Register

        register = Register.open(address)
    except (AncuError, ImportError) as error:
        reason = error.text if isinstance(error, AncuError) else reason_of(error)
        return bad("register", "doctor_refused", "doctor_register_mend", reason=reason)
    if register.of_file and (others := _others("register", Path(register.name))) is not None:
        return others
    if served and register.of_file and (closed := _closed(Path(register.name))) is not None:
        return bad("register", "doctor_register_closed", "doctor_register_open", path=str(closed))
    return well("register", "doctor_register", path=register.name)


def _closed(file: Path) -> Path | None:
    """What of a register cannot be written to: its file, or the folder that it lies in; None where both can."""
    for path, wanted in ((file, os.R_OK | os.W_OK), (file.absolute().parent, os.W_OK | os.X_OK)):
        if not os.access(path, wanted):
            return path
    return None


def _features(folder: Path) -> MachineFinding:
    """Whether scenarios can be saved into ``folder``; and where it is a git repository, whether they can be entered."""
    from ancu.service.scenarios.git import in_repository

    if not folder.is_dir():
        return bad("features", "doctor_log_folder_none", "doctor_log_folder_mend", path=str(folder))
    if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        return bad("features", "doctor_log_folder_closed", "doctor_features_mend", path=str(folder))
    if not in_repository(folder):
        return well("features", "doctor_features")
    git = shutil.which("git")
    if git is None:
        return note("features", "doctor_features_no_git", "doctor_features_git_mend")
    asked = subprocess.run([git, "rev-parse", "--git-dir"], cwd=folder, capture_output=True, check=False)  # noqa: S603
    if asked.returncode != 0:
        return note("features", "doctor_features_git_refuses", "doctor_features_git_mend")
    return well("features", "doctor_features_git")
