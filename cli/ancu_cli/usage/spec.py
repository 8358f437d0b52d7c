"""The group ``spec``: scenarios, and what they show of the law."""

from __future__ import annotations

from collections.abc import Iterator

import click

from ancu_cli.usage.building import Builder


def group(build: Builder) -> click.Group:
    spec = build.group("spec", "help_spec")
    for command in (*_scenarios(build), *_measures(build)):
        spec.add_command(command)
    return spec


def _scenarios(build: Builder) -> Iterator[click.Command]:
    option, argument = build.option, build.argument
    yield build.command(
        "run",
        "spec:run",
        argument("paths", "meta_paths", nargs=-1),
        option("--report", metavar="meta_file", help="help_spec_report"),
        option("--author", metavar="meta_person", help="help_spec_author"),
        option("--junit", "junit_path", metavar="meta_file", help="help_spec_junit"),
        help="help_spec_run",
    )
    forms = click.Choice(["text", "markdown", "snippets"])
    yield build.command(
        "steps",
        "spec:steps",
        argument("words", "meta_word", nargs=-1),
        option("--format", "form", type=forms, default="text", help="help_spec_steps_format"),
        help="help_spec_steps",
    )
    yield build.command(
        "new",
        "spec:new",
        option("--from-case", "case", metavar="meta_record", required=True, help="help_spec_from_case"),
        build.programme(),
        build.as_of(),
        build.output("help_spec_output"),
        help="help_spec_new",
    )
    yield build.command(
        "boundaries",
        "spec:boundaries",
        argument("programme", "meta_programme"),
        argument("condition", "meta_condition", required=False),
        build.as_of(),
        build.output("help_spec_output"),
        help="help_spec_boundaries",
    )
    yield build.command(
        "export",
        "spec_sheets:export",
        argument("paths", "meta_paths", nargs=-1, required=True),
        option("-o", "--output", "output", metavar="meta_file", required=True, help="help_spec_export_output"),
        option("--rows", is_flag=True, help="help_spec_export_rows"),
        help="help_spec_export",
    )
    yield build.command(
        "import",
        "spec_sheets:import_",
        argument("book", "meta_workbook"),
        build.output("help_spec_output"),
        help="help_spec_import",
    )


def _measures(build: Builder) -> Iterator[click.Command]:
    yield build.command("coverage", "spec_law:coverage", *_on_law(build), help="help_spec_coverage")
    yield build.command(
        "mutate",
        "spec_law:mutate",
        *_on_law(build),
        build.option("--justified", metavar="meta_file", help="help_justified"),
        build.option("--scenarios", type=click.IntRange(0), default=20, metavar="meta_count", help="help_scenarios"),
        build.option("--changed-since", metavar="meta_dir", help="help_changed_since"),
        help="help_spec_mutate",
    )


def _on_law(build: Builder) -> tuple[click.Parameter, ...]:
    """What all commands that measure scenarios take."""
    forms = click.Choice(["text", "html", "json"])
    return (
        build.argument("paths", "help_spec_paths", nargs=-1),
        build.programme(),
        build.option("--format", "form", type=forms, default="text", help="help_spec_form"),
        build.output("help_spec_out"),
        build.option("--fail-under", metavar="meta_share", help="help_fail_under"),
    )
