"""``ancu serve``."""

from __future__ import annotations

import os
import signal
from contextlib import suppress
from pathlib import Path

from ancu import extras
from ancu.errors import ExtraMissingError, Problem
from ancu.messages import Language, message
from ancu.rulebook.loading import load_rulebook
from ancu.service.settings import Limits, Settings, read_keys
from ancu_cli.folding import say


def serve(
    *,
    lang: Language,
    rules_dir: str | None,
    host: str,
    port: int,
    workers: int,
    keys: str | None,
    decision_log: str | None,
    keep_days: int | None,
    max_body: int,
    max_lines: int,
    time_limit: float,
    root_path: str,
    frames: tuple[str, ...],
    agency: str,
    keep_lists: int,
    max_list: int,
    session_idle: int,
    session_hours: int,
    user_header: str,
    proxies: tuple[str, ...],
    address: str | None,
    features: str | None,
) -> int:
    """Serve until told to stop."""
    if not extras.service():
        raise ExtraMissingError(Problem("serve_needs_extra"))
    settings = Settings(
        host=host,
        port=port,
        workers=workers,
        rules_dir=rules_dir,
        keys=read_keys(keys, os.environ),
        decision_log=decision_log,
        keep_days=keep_days,
        limits=Limits(body=max_body, lines=max_lines, seconds=time_limit, upload=max_list),
        root_path=root_path.rstrip("/"),
        frames=frames,
        agency=agency.strip(),
        keep_lists=keep_lists,
        session_idle=session_idle,
        session_hours=session_hours,
        user_header=user_header.strip(),
        proxies=proxies,
        register=address,
        features=str(Path(features).resolve()) if features is not None else None,
    )
    if address is not None and not extras.register():
        raise ExtraMissingError(Problem("register_needs_extra", {}))
    settings.check()
    if features is not None and not extras.specs():
        raise ExtraMissingError(Problem("spec_needs_extra"))
    # Whatever would stop a worker is told here, before any is started.
    book = load_rulebook(rules_dir)
    from ancu.service.journal import DecisionLog
    from ancu.service.listening import listen
    from ancu.service.server import make_app, run

    make = make_app
    if address is not None:
        from ancu.office.serving import make_office
        from ancu.register.store import Register

        Register.open(address)
        make = make_office
    if decision_log is not None:
        DecisionLog(decision_log).close()
    listening = listen(settings)
    name = f"[{host}]" if ":" in host else host
    at = f"http://{name}:{listening.getsockname()[1]}"
    say(message("serve_listening", lang, address=at, rulebook=book.digest[:12]), err=True)
    for signal_name in ("SIGTERM", "SIGHUP"):  # the server's own to answer
        with suppress(AttributeError, ValueError):
            signal.signal(getattr(signal, signal_name), signal.SIG_DFL)
    with suppress(KeyboardInterrupt):  # told to stop, it has stopped
        run(settings, listening, make)
    return 0
