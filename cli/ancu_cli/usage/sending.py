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
    yield build.command(
        "publish",
        "publish:publish",
        argument("source", "meta_notice_source", required=False),
        option("--list", "name", metavar="meta_public_list", required=True, help="help_public_list"),
        option("--register", "address", metavar="meta_register", help="help_public_register"),
        option("--by", metavar="meta_who", help="help_register_by"),
        option("--programme", metavar="ID", help="help_notice_programme"),
        option("--project", metavar="meta_project", help="help_public_project"),
        option("--office", metavar="meta_file", help="help_notice_office"),
        build.as_of(),
        *_reading(build),
        option("-o", "--output", multiple=True, metavar="meta_file", help="help_public_output"),
        help="help_publish",
        epilog="help_exit_codes",
    )
