"""The group ``rules``: reading and checking a rulebook."""

from __future__ import annotations

import click

from ancu_cli.usage.building import Builder


def group(build: Builder) -> click.Group:
    rules = build.group("rules", "help_rules")
    for command in (
        build.command("list", "rules:show_list", help="help_rules_list"),
        build.command("show", "rules:show_one", build.argument("name", "ID"), build.as_of(), help="help_rules_show"),
        build.command("check", "rules:check", help="help_rules_check"),
        build.command(
            "diff",
            "rules:diff",
            build.argument("before", "meta_side"),
            build.argument("after", "meta_side"),
            help="help_rules_diff",
        ),
        build.command("handbook", "rules:show_handbook", help="help_rules_handbook"),
    ):
        rules.add_command(command)
    return rules
