"""The group ``rules``: reading and checking a rulebook."""

from __future__ import annotations

import click

from ancu_cli.usage.building import Builder


def group(build: Builder) -> click.Group:
    rules = build.group("rules", "help_rules")
    for command in (
        build.command(
            "list",
            "rules:show_list",
            build.option("--on", metavar="meta_date", help="help_rules_on"),
            build.option("--audience", metavar="meta_audience", help="help_rules_audience"),
            help="help_rules_list",
        ),
        build.command("show", "rules:show_one", build.argument("name", "ID"), build.as_of(), help="help_rules_show"),
        build.command(
            "check",
            "rules:check",
            build.option("--features", metavar="meta_dir", help="help_rules_features"),
            help="help_rules_check",
        ),
        build.command(
            "diff",
            "rules:diff",
            build.argument("before", "meta_side"),
            build.argument("after", "meta_side"),
            help="help_rules_diff",
        ),
        build.command("handbook", "rules:show_handbook", help="help_rules_handbook"),
        _new(build),
    ):
        rules.add_command(command)
    return rules


def _new(build: Builder) -> click.Group:
    """What can be drafted."""
    new = build.group("new", "help_rules_new")
    named = (
        build.argument("name", "meta_name"),
        build.option("--vi", metavar="meta_title", help="help_new_vi"),
        build.option("--en", metavar="meta_title", help="help_new_en"),
        build.option("--basis", metavar="meta_basis", help="help_new_basis"),
    )

    def day(required: bool) -> click.Option:
        return build.option("--from", "day", metavar="meta_date", required=required, help="help_new_from")

    slots = build.option("--slot", "slots", multiple=True, metavar="meta_name", help="help_new_slot")
    programme = build.option("--programme", required=True, metavar="ID", help="help_new_programme_of")
    for command in (
        build.command("province", "rules_new:province", *named, day(False), slots, help="help_new_province"),
        build.command("programme", "rules_new:programme", *named, day(True), help="help_new_programme"),
        build.command("condition", "rules_new:condition", *named, day(True), programme, help="help_new_condition"),
    ):
        new.add_command(command)
    return new
