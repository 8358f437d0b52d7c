"""The group ``draw``: lots for the flats of a project."""

from __future__ import annotations

from collections.abc import Iterator

import click

from ancu_cli.usage.building import Builder


def group(build: Builder) -> click.Group:
    draw = build.group("draw", "help_draw")
    for command in (*_before(build), *_after(build)):
        draw.add_command(command)
    return draw


def _before(build: Builder) -> Iterator[click.Command]:
    """What is chosen and frozen before anybody can know who wins."""
    option, argument = build.option, build.argument
    yield build.command(
        "plan",
        "draw_plan:plan",
        option("--programme", metavar="ID", required=True, help="help_draw_programme"),
        option("--funding", metavar="meta_name", required=True, help="help_draw_funding"),
        option("--intake", metavar="meta_date", required=True, help="help_draw_intake"),
        option("--project", metavar="meta_text", help="help_draw_project"),
        option("--flats", multiple=True, metavar="meta_flats", help="help_draw_flats"),
        option("--project-flats", type=click.IntRange(1), metavar="meta_number", help="help_draw_project_flats"),
        option("--choose", multiple=True, metavar="meta_choice", help="help_draw_choose"),
        option("--public", metavar="meta_public", help="help_draw_public"),
        option("--public-at", metavar="meta_time", help="help_draw_public_at"),
        build.output("help_draw_plan_output"),
        help="help_draw_plan",
    )
    yield build.command(
        "freeze",
        "draw_freeze:freeze",
        argument("plan", "meta_draw_plan"),
        argument("receipt", "meta_receipt"),
        option("-o", "--output", metavar="meta_draw_folder", required=True, help="help_draw_folder"),
        option("--type-column", metavar="meta_column", help="help_draw_type_column"),
        option("--group", "groups", multiple=True, metavar="meta_group_column", help="help_draw_group"),
        help="help_draw_freeze",
    )


def _after(build: Builder) -> Iterator[click.Command]:
    """The draw, what follows it, and how others hold it to account."""
    option, argument = build.option, build.argument
    yield build.command(
        "run",
        "draw_run:run",
        argument("folder", "meta_draw_folder"),
        option(
            "--contribution", "contributions", multiple=True, metavar="meta_contribution", help="help_draw_contribution"
        ),
        option("--value", metavar="meta_value", required=True, help="help_draw_value"),
        option("--secret", metavar="meta_file", help="help_draw_secret"),
        help="help_draw_run",
    )
    yield build.command(
        "withdraw",
        "draw_run:withdraw",
        argument("folder", "meta_draw_folder"),
        argument("case", "meta_case"),
        option("--why", metavar="meta_text", required=True, help="help_draw_why"),
        help="help_draw_withdraw",
    )
    yield build.command(
        "verify",
        "draw_verify:verify",
        argument("protocol", "meta_protocol"),
        option("--published", metavar="meta_code", help="help_draw_published"),
        option("--public-value", metavar="meta_value", help="help_draw_public_value"),
        option("--signed", metavar="meta_code", help="help_draw_signed"),
        option("--withdrawals", metavar="meta_code", help="help_draw_withdrawn"),
        option("--stamp", metavar="meta_file", help="help_draw_stamp"),
        option("--authority", metavar="meta_file", help="help_draw_authority"),
        option("--records", metavar="meta_file", help="help_draw_records"),
        help="help_draw_verify",
        epilog="help_exit_codes_draw",
    )
    yield build.command(
        "page",
        "draw_verify:page",
        option("-o", "--output", metavar="meta_file", required=True, help="help_draw_page_output"),
        help="help_draw_page",
    )
