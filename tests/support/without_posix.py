"""Run as a process: An Cư on a system without what Windows lacks. A list to .xlsx, one case told, one request answered.

What is not ours is loaded first, since it knows what system it runs on; then the modules of POSIX go, and every module
of ours finds ``os``, ``signal``, ``socket`` and ``time`` without what Windows does not have, and files that are open
neither moved nor deleted. Prints what came of it as JSON.
"""

from __future__ import annotations

import builtins
import errno
import io
import json
import os
import signal
import socket
import sys
import time
import warnings
from contextlib import redirect_stdout
from datetime import date
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

#: What is not ours, before anything is taken away.
BEFORE = (
    "asyncio", "subprocess", "tempfile", "alembic", "fastapi", "httpx", "numpy", "platformdirs.unix", "pyarrow.compute",
    "python_calamine", "sqlalchemy", "sqlglot", "starlette.testclient", "typst", "uvicorn", "xlsxwriter",
)  # fmt: skip
MODULES = (
    "fcntl", "pwd", "grp", "resource", "termios", "tty", "pty", "syslog", "uvloop",
    "durable_rules_engine", "durable",
)  # fmt: skip
GONE = {
    os: (
        "geteuid", "getuid", "getegid", "getgid", "fork", "forkpty", "sched_getaffinity", "sched_setaffinity", "fchmod",
        "pread", "pwrite", "preadv", "statvfs", "fstatvfs", "posix_fadvise", "posix_fallocate", "chown", "fchown",
        "lchown", "mkfifo", "mknod", "killpg", "setsid", "getpgid", "uname", "sysconf", "getloadavg", "sync", "nice",
        "wait", "waitid", "ttyname", "sendfile", "O_NOFOLLOW", "O_CLOEXEC", "O_DIRECTORY", "O_NONBLOCK", "O_SYNC",
        "ST_RDONLY", "WNOHANG", "SEEK_DATA", "kill",  # kill is there, and ends the process whose number it is given
    ),
    signal: (
        "SIGHUP", "SIGKILL", "SIGUSR1", "SIGUSR2", "SIGALRM", "SIGPIPE", "SIGQUIT", "SIGCHLD", "alarm",
        "pthread_sigmask",
    ),
    socket: ("AF_UNIX", "SO_REUSEPORT", "socketpair"),
    time: ("tzset", "clock_gettime", "CLOCK_MONOTONIC"),
}  # fmt: skip

_END = b"\n"


def is_open(path: Any) -> bool:
    """Whether this process has the file at ``path`` open."""
    wanted = os.path.realpath(path)
    for number in os.listdir("/proc/self/fd") if os.path.isdir("/proc/self/fd") else ():
        try:
            if os.readlink(f"/proc/self/fd/{number}") == wanted:
                return True
        except OSError:
            continue
    return False


def moved_shut(name: str) -> Any:
    """The function ``name`` of os, which Windows refuses for files that are open."""
    real = getattr(os, name)

    def move(*paths: Any, **more: Any) -> Any:
        for path in paths:
            if is_open(path):
                raise PermissionError(errno.EACCES, "is open", str(path))
        return real(*paths, **more)

    return move


def without(module: ModuleType, names: tuple[str, ...]) -> ModuleType:
    """A copy of ``module`` that lacks ``names``."""
    copy = ModuleType(module.__name__)
    vars(copy).update({name: value for name, value in vars(module).items() if name not in names})
    return copy


def take_away() -> None:
    """Take from An Cư what Windows lacks."""
    for name in MODULES:
        sys.modules[name] = None  # type: ignore[assignment]
    copies = {module.__name__: without(module, names) for module, names in GONE.items()}
    for name in ("rename", "replace", "unlink", "remove"):
        setattr(copies["os"], name, moved_shut(name))
    for name in ("replace", "rename", "unlink"):
        moves, real = moved_shut(name), getattr(Path, name)
        setattr(Path, name, lambda path, *more, _moves=moves, _real=real, **given: (
            _real(path, *more, **given) if not is_open(path) else _moves(path)
        ))  # fmt: skip
    real_import = builtins.__import__

    def load(name: str, globals: Any = None, *more: Any, **named: Any) -> Any:
        found = real_import(name, globals, *more, **named)
        ours = str((globals or {}).get("__name__", "")).partition(".")[0] in ("ancu", "ancu_cli")
        return copies.get(found.__name__, found) if ours else found

    builtins.__import__ = load
    # An encoding left out is UTF-8 here and another there.
    warnings.filterwarnings("error", category=EncodingWarning, module=r"ancu")


def command(*arguments: str) -> tuple[int, str]:
    """What ``ancu`` answers: its exit code and what it printed."""
    from ancu_cli.main import main

    told = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
    with redirect_stdout(told):
        try:
            main(list(arguments))
        except SystemExit as end:
            return int(end.code or 0), told.buffer.getvalue().decode()
    raise AssertionError("a command ends by SystemExit")


def logged(folder: Path) -> list[str]:
    """Keep a decision log over midnight, and what files that leaves."""
    from ancu.service.journal import DecisionLog

    today = date(2026, 11, 28)
    log = DecisionLog(str(folder / "log.jsonl"), keep_days=1, today=lambda: today)
    log.append(['{"at": "2026-11-28T01:00:00.000+00:00", "request": "a"}'])
    log.append(['{"at": "2026-11-28T02:00:00.000+00:00", "request": "b"}'])
    today = date(2026, 11, 29)
    log.append(['{"at": "2026-11-29T01:00:00.000+00:00", "request": "c"}'])
    log.check()
    log.close()
    return [f"{file.name}: {file.read_bytes().count(_END)}" for file in sorted(folder.glob("log.jsonl*"))]


def asked(folder: Path, record: dict[str, Any]) -> tuple[int, dict[str, Any], int]:
    """Ask the service in this process, which logs what it decides; and what two workers with one log are told."""
    from starlette.testclient import TestClient

    from ancu.service.app import create_app
    from ancu.service.settings import Settings, SettingsError

    log = str(folder / "decisions.jsonl")
    with TestClient(create_app(Settings(decision_log=log)), base_url="http://127.0.0.1:8517") as client:
        answer = client.post("/v1/decide", json={"record": record, "programmes": ["social_housing_rent"]})
    try:
        Settings(decision_log=log, workers=2).check()
    except SettingsError:
        refused = 1
    else:
        refused = 0
    return answer.status_code, answer.json(), refused


def main() -> None:
    folder, examples = Path(sys.argv[1]), Path(sys.argv[2])
    take_away()
    lines = (examples / "danh-sach-mau.csv").read_text(encoding="utf-8").splitlines(keepends=True)[:40]
    given, result = folder / "danh-sach.csv", folder / "ket-qua.xlsx"
    given.write_text("".join(lines), encoding="utf-8", newline="")
    asked_for = ("--programme", "social_housing_rent")
    screened = [command("screen", str(given), "-o", str(result), *asked_for)[0] for _ in range(2)]
    record = examples / "ho-so-mau.json"
    explained, decision = command("explain", str(record), *asked_for, "--format", "json")
    answered, answer, refused = asked(folder, json.loads(record.read_text(encoding="utf-8")))
    examined, findings = command(
        "doctor", "--json", "--for", "serve", "--decision-log", str(folder / "decisions.jsonl")
    )
    said = {
        "screened": screened, "head": result.read_bytes()[:2].decode(),
        "left": [file.name for file in folder.iterdir() if "unfinished" in file.name],
        "explained": explained, "decision": json.loads(decision),
        "answered": answered, "answer": answer, "refused": refused,
        "examined": examined, "findings": json.loads(findings)["findings"],
        "log": logged(folder),
    }  # fmt: skip
    print(json.dumps(said, ensure_ascii=False))


if __name__ == "__main__":
    for each in BEFORE:
        import_module(each)
    main()
