"""``ancu`` itself: all groups of commands under one name."""

from __future__ import annotations

import click

import ancu
from ancu.messages import Language
from ancu_cli.usage import ask, cases, draw, lists, register, rules, sending, spec, systems
from ancu_cli.usage.building import Builder


def build(lang: Language) -> click.Group:
    """The command with all its subcommands, speaking ``lang``."""
    builder = Builder(lang)
    command = builder.group("ancu", "help_ancu", epilog="help_exit_codes")
    version = click.version_option(ancu.__version__, prog_name="ancu", help=builder.text("help_version"))
    version(command)
    command.params.reverse()  # here the version stands first
    for part in (lists, cases, ask, sending, systems):
        for each in part.commands(builder):
            command.add_command(each)
    for part in (rules, register, draw, spec):
        command.add_command(part.group(builder))
    return command
