"""The command ``ask``: an interview in the terminal."""

from __future__ import annotations

from collections.abc import Iterator

import click

from ancu_cli.usage.building import Builder


def commands(build: Builder) -> Iterator[click.Command]:
    option = build.option
    yield build.command(
        "ask",
        "ask:ask",
        build.programme(),
        option("--for", "who", multiple=True, type=click.Choice(["worker", "poor", "merit"]), help="help_ask_for"),
        build.as_of(),
        option("--resume", metavar="meta_file", help="help_ask_resume"),
        option("--record", metavar="meta_file", help="help_ask_record"),
        option("--slip", multiple=True, metavar="meta_file", help="help_ask_slip"),
        option("--json", "as_data", is_flag=True, help="help_ask_json"),
        help="help_ask",
    )
