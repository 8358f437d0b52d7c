"""The commands for single cases: ``explain`` and ``facts``."""

from __future__ import annotations

from collections.abc import Iterator

import click

from ancu_cli.usage.building import Builder


def commands(build: Builder) -> Iterator[click.Command]:
    option = build.option
    yield build.command(
        "explain",
        "explain:explain",
        build.argument("record", "meta_record", required=False),
        option("--case", metavar="ID", help="help_case"),
        option("--in", "list_", metavar="meta_list", help="help_in"),
        option("--members", metavar="meta_file", help="help_members"),
        option("--members-complete", is_flag=True, help="help_members_complete"),
        option("--map", "mapping", metavar="meta_file", help="help_map_option"),
        build.programme(),
        build.as_of(),
        option("--each", is_flag=True, help="help_each"),
        option("--moments", metavar="meta_moments", help="help_moments"),
        option("--what-if", is_flag=True, help="help_what_if"),
        option("--show-ids", is_flag=True, help="help_show_ids"),
        option("--hash-ids", "key_file", metavar="meta_file", help="help_hash_ids"),
        option("--confirm", "confirmed", multiple=True, metavar="ID", help="help_confirm"),
        option("--format", "form", type=click.Choice(["text", "markdown", "json"]), default="text", help="help_format"),
        help="help_explain",
    )
    yield build.command(
        "facts",
        "facts:facts",
        build.argument("asked", "meta_facts", nargs=-1),
        option("--stub", "as_stub", is_flag=True, help="help_stub"),
        build.programme(),
        help="help_facts",
    )
