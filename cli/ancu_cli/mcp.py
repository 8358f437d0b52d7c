"""``ancu mcp``."""

from __future__ import annotations

import os
import signal
from contextlib import suppress

from ancu import extras
from ancu.errors import ExtraMissingError, Problem
from ancu.messages import Language, message
from ancu.rulebook.loading import load_rulebook
from ancu.service.roles import may, needed, roles_of
from ancu.service.settings import KEYS_VARIABLE, Keys, Settings, SettingsError, read_keys
from ancu_cli.folding import say

#: What a key must be good for over HTTP, to be good for the tools: they decide cases.
_CASES = "/v1/decide"
#: The caller's own key. It stands in the environment, since a model would read it among the arguments of a tool.
KEY_VARIABLE = "ANCU_KEY"


def mcp(
    *, lang: Language, rules_dir: str | None, keys: str | None, decision_log: str | None, keep_days: int | None
) -> int:
    """Serve tools to an assistant until its end of the connection is closed."""
    if not extras.assistant():
        raise ExtraMissingError(Problem("mcp_needs_extra"))
    officer = _officer(read_keys(keys, os.environ), os.environ.get(KEY_VARIABLE))
    if officer is None and decision_log is not None:
        raise SettingsError(Problem("mcp_log_without_key", {"variable": KEY_VARIABLE}))
    settings = Settings(rules_dir=rules_dir, decision_log=decision_log, keep_days=keep_days)
    settings.check()
    book = load_rulebook(rules_dir)
    from ancu.assistant.server import run
    from ancu.assistant.tools import Assistant
    from ancu.service.core import Core

    assistant = Assistant(Core(settings, book), lang, officer)
    scope = message("mcp_scope_screening" if officer is None else "mcp_scope_determination", lang, officer=officer)
    say(message("mcp_serving", lang, scope=scope, rulebook=book.digest[:12]), err=True)
    # Told to stop, it stops at once: the SDK would wait for a line that never comes, and the log is written whole.
    for signal_name in ("SIGINT", "SIGTERM", "SIGHUP"):
        with suppress(AttributeError, ValueError):
            signal.signal(getattr(signal, signal_name), signal.SIG_DFL)
    run(assistant)
    return 0


def _officer(keys: Keys, key: str | None) -> str | None:
    """The name of the caller's ``key``; None without one. A wrong one is no reason to go on as anybody."""
    if not key:
        return None
    officer = keys.admit(key)
    if officer is None:
        raise SettingsError(Problem("mcp_key_unknown", {"variable": KEY_VARIABLE, "keys": KEYS_VARIABLE}))
    if not may(officer, _CASES):
        values = {"roles": ", ".join(roles_of(officer)), "needed": ", ".join(needed(_CASES))}
        raise SettingsError(Problem("http_role", values))
    return officer
