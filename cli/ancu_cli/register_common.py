"""What the commands of ``ancu register`` share."""

from __future__ import annotations

from datetime import date

from ancu.register.wording import today
from ancu_cli.common import day_of


def on_day(written: str | None) -> date:
    """The day given, else today."""
    return day_of(written, "--on") or today()
