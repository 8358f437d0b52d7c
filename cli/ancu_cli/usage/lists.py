"""The commands for lists: ``screen``, ``map``, ``template``, ``diff``, ``compare``, ``doubles``, ``replay``,
``plan``."""

from __future__ import annotations

from collections.abc import Iterator

import click

from ancu_cli.usage.building import Builder


def commands(build: Builder) -> Iterator[click.Command]:
    option, argument = build.option, build.argument
    yield build.command(
        "screen",
        "screen:screen",
        argument("lists", "meta_lists", nargs=-1, required=True),
        build.programme(),
        build.as_of(),
        option("--map", "mapping", metavar="meta_file", help="help_map_option"),
        option("--sheet", multiple=True, metavar="meta_sheet", help="help_sheets"),
        option("--all-sheets", is_flag=True, help="help_all_sheets"),
        option("--set", "given", multiple=True, metavar="meta_set", help="help_set"),
        option("--members", metavar="meta_file", help="help_members"),
        option("--members-complete", is_flag=True, help="help_members_complete"),
        option("--members-sheet", is_flag=True, help="help_members_sheet"),
        option("--hash-ids", "key_file", metavar="meta_file", help="help_hash_ids"),
        option("--corrections", metavar="meta_file", help="help_corrections"),
        option("--only", metavar="meta_statuses", help="help_only"),
        option("--layout", type=click.Choice(["case", "long"]), default="case", help="help_layout"),
        build.output(),
        option("--rejects", metavar="meta_file", help="help_rejects"),
        option("--format", "form", type=click.Choice(["csv", "jsonl"]), help="help_format_screen"),
        option("--reasons", type=click.Choice(["text", "ids", "brief"]), default="text", help="help_reasons"),
        option("--engine", type=click.Choice(["rows", "columns", "duckdb", "spark"]), help="help_engine"),
        build.threads(),
        option("--master", metavar="URL", help="help_master"),
        option("--conf", multiple=True, metavar="meta_conf", help="help_conf"),
        option("--what-if", is_flag=True, help="help_what_if_list"),
        option("--verbose", "-v", is_flag=True, help="help_verbose"),
        help="help_screen",
        epilog="help_exit_codes",
    )
    yield build.command(
        "plan",
        "plan:plan",
        argument("lists", "meta_lists", nargs=-1, required=True),
        option("--plan", "name", metavar="ID", required=True, help="help_plan_plan"),
        option("--year", type=click.IntRange(1990, 2200), metavar="meta_number", help="help_plan_year"),
        build.as_of(),
        option("--map", "mapping", metavar="meta_file", help="help_map_option"),
        option("--sheet", multiple=True, metavar="meta_sheet", help="help_sheets"),
        option("--all-sheets", is_flag=True, help="help_all_sheets"),
        option("--set", "given", multiple=True, metavar="meta_set", help="help_set"),
        option("--members", metavar="meta_file", help="help_members"),
        option("--by", metavar="meta_column", help="help_plan_by"),
        option("--last", multiple=True, metavar="meta_list", help="help_plan_last"),
        option("--last-as-of", metavar="meta_date", help="help_plan_last_as_of"),
        option("--done", metavar="meta_file", help="help_plan_done"),
        option("--register", "address", metavar="meta_register", help="help_plan_register"),
        option("--polygons", metavar="meta_file", help="help_plan_polygons"),
        build.output("help_plan_output"),
        option("--page", metavar="meta_file", help="help_plan_page"),
        build.threads(),
        help="help_plan",
        epilog="help_exit_codes",
    )
    yield build.command(
        "map",
        "template:draft_map",
        argument("list_", "meta_list"),
        option("--sheet", metavar="meta_sheet", help="help_sheet"),
        option("--members", metavar="meta_file", help="help_members"),
        build.output("help_map_output"),
        help="help_map",
    )
    yield build.command(
        "template",
        "template:template",
        option("--xlsx", metavar="meta_file", help="help_template_xlsx"),
        option("--members", is_flag=True, help="help_template_members"),
        build.programme(),
        help="help_template",
    )
    yield build.command(
        "diff",
        "diff:diff",
        argument("old", "meta_old"),
        argument("new", "meta_new"),
        build.output("help_diff_output"),
        option("--old-rules", metavar="meta_dir", help="help_old_rules"),
        help="help_diff",
        epilog="help_exit_codes_diff",
    )
    yield build.command(
        "compare",
        "compare:compare",
        argument("list_", "meta_list"),
        argument("written", "meta_reform_sides", nargs=-1, required=True),
        build.programme(),
        option("--as-of", metavar="meta_date", help="help_compare_as_of"),
        option("--map", "mapping", metavar="meta_file", help="help_map_option"),
        option("--sheet", multiple=True, metavar="meta_sheet", help="help_sheets"),
        option("--all-sheets", is_flag=True, help="help_all_sheets"),
        option("--set", "given", multiple=True, metavar="meta_set", help="help_set"),
        option("--members", metavar="meta_file", help="help_members"),
        option("--members-complete", is_flag=True, help="help_members_complete"),
        option("--by", multiple=True, metavar="meta_column", help="help_compare_by"),
        build.output("help_compare_output"),
        option("--page", metavar="meta_file", help="help_compare_page"),
        build.threads(),
        help="help_compare",
        epilog="help_exit_codes",
    )
    yield build.command(
        "doubles",
        "doubles:doubles",
        argument("lists", "meta_lists", nargs=-1),
        option("--register", multiple=True, metavar="meta_past_register", help="help_past_register"),
        option("--programme", metavar="ID", help="help_doubles_programme"),
        option("--as-of", metavar="meta_date", help="help_doubles_as_of"),
        option("--project", metavar="meta_project", help="help_project"),
        option("--province", metavar="meta_province", help="help_project_province"),
        option("--received", metavar="meta_date", help="help_received"),
        option("--intake", metavar="meta_date", help="help_intake"),
        option("--map", "mapping", metavar="meta_file", help="help_doubles_map"),
        option("--members", metavar="meta_file", help="help_members"),
        option("--sheet", multiple=True, metavar="meta_sheet", help="help_sheets"),
        option("--answers", multiple=True, metavar="meta_file", help="help_answers"),
        option("-o", "--output", multiple=True, metavar="meta_file", help="help_doubles_output"),
        option("--letter", metavar="meta_file", help="help_letter"),
        option("--show-ids", is_flag=True, help="help_show_ids"),
        option("--schema", is_flag=True, help="help_doubles_schema"),
        help="help_doubles",
        epilog="help_exit_codes_doubles",
    )
    yield build.command(
        "replay",
        "replay:replay",
        argument("receipt", "meta_receipt", required=False),
        build.threads(),
        option("--schema", is_flag=True, help="help_schema"),
        help="help_replay",
        epilog="help_exit_codes_replay",
    )
