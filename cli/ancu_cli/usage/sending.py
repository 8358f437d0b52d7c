"""The commands for what an office sends and publishes: ``notice``, ``publish``, ``calendar``."""

from __future__ import annotations

from collections.abc import Iterator

import click

from ancu_cli.usage.building import Builder


def _reading(build: Builder) -> tuple[click.Option, ...]:
    """How a list is read."""
    return (
        build.option("--map", "mapping", metavar="meta_file", help="help_map_option"),
        build.option("--members", metavar="meta_file", help="help_members"),
        build.option("--sheet", multiple=True, metavar="meta_sheet", help="help_sheets"),
    )


def commands(build: Builder) -> Iterator[click.Command]:
    option, argument = build.option, build.argument
    yield build.command(
        "notice",
        "notice:notice",
        argument("source", "meta_notice_source", required=False),
        option("--register", "address", metavar="meta_register", help="help_notice_register"),
        option("--programme", metavar="ID", help="help_notice_programme"),
        option("--case", "cases", multiple=True, metavar="ID", help="help_notice_case"),
        option("--project", metavar="meta_project", help="help_notice_project"),
        option("--kind", metavar="meta_kind", help="help_notice_kind"),
        option("--office", metavar="meta_file", help="help_notice_office"),
        option("--until", metavar="meta_date", help="help_notice_until"),
        build.as_of(),
        *_reading(build),
        option("--template", metavar="meta_file", help="help_notice_template"),
        option("--file-copy", is_flag=True, help="help_notice_file_copy"),
        option("-o", "--output", multiple=True, metavar="meta_file", help="help_notice_output"),
        option("--tags", is_flag=True, help="help_notice_tags"),
        option("--own-template", metavar="meta_file", help="help_notice_own_template"),
        help="help_notice",
        epilog="help_exit_codes",
    )
    yield build.command(
        "calendar",
        "calendar:calendar",
        option("--register", "address", envvar="ANCU_REGISTER", metavar="meta_register", help="help_register_where"),
        option("--project", metavar="meta_project", help="help_calendar_project"),
        option("--procedure", metavar="ID", help="help_calendar_procedure"),
        option("--done", multiple=True, metavar="meta_step_day", help="help_calendar_done"),
        option("--on", metavar="meta_date", help="help_calendar_on"),
        build.output("help_calendar_output"),
        help="help_calendar",
    )
