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
            build.programme(),
            help="help_rules_diff",
        ),
        build.command("handbook", "rules:show_handbook", help="help_rules_handbook"),
        build.command("copy", "rules_change:copy", build.argument("folder", "meta_dir"), help="help_rules_copy"),
        _defects(build),
        _new(build),
        _amend(build),
        _review(build),
        _prove(build),
    ):
        rules.add_command(command)
    return rules


def _defects(build: Builder) -> click.Command:
    """A letter to whoever can mend the law."""
    return build.command(
        "defects",
        "rules_defects:defects",
        build.argument("lists", "meta_lists_optional", nargs=-1),
        build.option("--as-of", metavar="meta_date", help="help_defects_as_of"),
        build.programme(),
        build.option("--map", "mapping", metavar="meta_file", help="help_map_option"),
        build.option("--set", "given", multiple=True, metavar="meta_set", help="help_set"),
        build.option("--members", metavar="meta_file", help="help_members"),
        build.output("help_defects_output"),
        help="help_rules_defects",
    )


def _review(build: Builder) -> click.Command:
    """A change from one rulebook to another, for whoever approves it."""
    return build.command(
        "review",
        "rules_review:review",
        build.argument("old", "meta_old"),
        build.argument("new", "meta_new"),
        build.option("--features", metavar="meta_dir", help="help_review_features"),
        build.option("--list", "lists", multiple=True, metavar="meta_file", help="help_review_list"),
        build.option("--map", "mapping", metavar="meta_file", help="help_map_option"),
        build.option("--as-of", metavar="meta_date", help="help_review_as_of"),
        build.option("--cases", type=click.IntRange(0), default=20, metavar="meta_count", help="help_review_cases"),
        build.output("help_review_output"),
        help="help_rules_review",
    )


def _prove(build: Builder) -> click.Command:
    """What holds of every record."""
    return build.command(
        "prove",
        "rules_prove:prove",
        build.programme(),
        build.option("--property", "properties", multiple=True, metavar="meta_name", help="help_prove_property"),
        build.option("--features", metavar="meta_dir", help="help_prove_features"),
        build.output("help_prove_output"),
        help="help_rules_prove",
    )


def _amend(build: Builder) -> click.Command:
    """What changes of a figure or rule that stands."""
    return build.command(
        "amend",
        "rules_change:amend",
        build.argument("name", "meta_name"),
        build.option("--from", "day", metavar="meta_date", required=True, help="help_new_from"),
        build.option("--value", metavar="meta_value", help="help_amend_value"),
        build.option("--when", metavar="meta_expression", help="help_amend_when"),
        build.option("--basis", multiple=True, required=True, metavar="meta_basis", help="help_amend_basis"),
        build.option("--region", metavar="meta_region", help="help_amend_region"),
        help="help_rules_amend",
    )


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
