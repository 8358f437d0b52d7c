"""Entry point of ``ancu``: builds the commands in the user's language, runs one, turns failures into exit codes."""

from __future__ import annotations

import os
import sys
from enum import IntEnum
from typing import Any

import click

import ancu
from ancu.errors import AncuError, InputError, IntegrityError, OutputError, RulebookError
from ancu.messages import LANGUAGES, Language, message
from ancu_cli.speaking import Speaking, SpeakingGroup, language_of, usage_text


class Exit(IntEnum):
    """What the exit code says."""

    ALL_JUDGED = 0
    SOME_CHANGED = 1
    SPECS_NOT_PASSED = 1
    USAGE = 2
    SOME_REJECTED = 3
    UNREADABLE = 4
    ENGINES_DISAGREE = 5
    REPLAY_DIFFERS = 5
    INTERRUPTED = 130


def build(lang: Language) -> click.Group:
    """The command with all its subcommands, speaking ``lang``."""
    Speaking.lang = lang

    def text(key: str) -> str:
        return message(key, lang)

    def language(command: Any) -> Any:
        return click.option("--lang", type=click.Choice(LANGUAGES), expose_value=False, help=text("help_lang"))(command)

    def rules(command: Any) -> Any:
        option = click.option("--rules", "rules_dir", metavar=text("meta_dir"), help=text("help_rules_dir"))
        return language(option(command))

    def as_of(command: Any) -> Any:
        return click.option("--as-of", metavar=text("meta_date"), help=text("help_as_of"))(command)

    def programme(command: Any) -> Any:
        return click.option("--programme", multiple=True, metavar="ID", help=text("help_programme"))(command)

    def run(module: str, function: str, **options: Any) -> None:
        # Commands load what they need only when they run, so that help is quick.
        from importlib import import_module

        code = getattr(import_module(f"ancu_cli.{module}"), function)(lang=lang, **options)
        raise click.exceptions.Exit(int(code or 0))

    @click.group(cls=SpeakingGroup, help=text("help_ancu"), epilog=text("help_exit_codes"))
    @click.version_option(ancu.__version__, prog_name="ancu", help=text("help_version"))
    @click.option("--rules", "rules_dir", metavar=text("meta_dir"), help=text("help_rules_dir"))
    @language
    @click.pass_context
    def main_group(ctx: click.Context, rules_dir: str | None) -> None:
        ctx.obj = rules_dir

    @main_group.command(cls=Speaking, help=text("help_screen"), epilog=text("help_exit_codes"))
    @click.argument("lists", metavar=text("meta_lists"), nargs=-1, required=True)
    @programme
    @as_of
    @click.option("--map", "mapping", metavar=text("meta_file"), help=text("help_map_option"))
    @click.option("--sheet", metavar=text("meta_sheet"), help=text("help_sheet"))
    @click.option("--set", "given", multiple=True, metavar=text("meta_set"), help=text("help_set"))
    @click.option("--only", metavar=text("meta_statuses"), help=text("help_only"))
    @click.option("--layout", type=click.Choice(["case", "long"]), default="case", help=text("help_layout"))
    @click.option("-o", "--output", metavar=text("meta_file"), help=text("help_output"))
    @click.option("--rejects", metavar=text("meta_file"), help=text("help_rejects"))
    @click.option("--format", "form", type=click.Choice(["csv", "jsonl"]), help=text("help_format_screen"))
    @click.option("--reasons", type=click.Choice(["text", "ids", "brief"]), default="text", help=text("help_reasons"))
    @click.option("--engine", type=click.Choice(["rows", "columns", "duckdb", "spark"]), help=text("help_engine"))
    @click.option("--threads", type=click.IntRange(1, 256), metavar=text("meta_number"), help=text("help_threads"))
    @click.option("--master", metavar="URL", help=text("help_master"))
    @click.option("--conf", multiple=True, metavar=text("meta_conf"), help=text("help_conf"))
    @rules
    @click.pass_obj
    def screen(parent_rules: str | None, /, rules_dir: str | None, **options: Any) -> None:
        run("screen", "screen", rules_dir=rules_dir or parent_rules, **options)

    @main_group.command(cls=Speaking, help=text("help_explain"))
    @click.argument("record", metavar=text("meta_record"), required=False)
    @click.option("--case", metavar="ID", help=text("help_case"))
    @click.option("--in", "list_", metavar=text("meta_list"), help=text("help_in"))
    @click.option("--map", "mapping", metavar=text("meta_file"), help=text("help_map_option"))
    @programme
    @as_of
    @click.option(
        "--format", "form", type=click.Choice(["text", "markdown", "json"]), default="text", help=text("help_format")
    )
    @rules
    @click.pass_obj
    def explain(parent_rules: str | None, /, rules_dir: str | None, **options: Any) -> None:
        run("explain", "explain", rules_dir=rules_dir or parent_rules, **options)

    @main_group.group(cls=SpeakingGroup, name="rules", help=text("help_rules"))
    @rules
    @click.pass_context
    def rules_group(ctx: click.Context, rules_dir: str | None) -> None:
        ctx.obj = rules_dir or ctx.obj

    @rules_group.command(cls=Speaking, name="list", help=text("help_rules_list"))
    @rules
    @click.pass_obj
    def rules_list(parent_rules: str | None, /, rules_dir: str | None) -> None:
        run("rules", "show_list", rules_dir=rules_dir or parent_rules)

    @rules_group.command(cls=Speaking, name="show", help=text("help_rules_show"))
    @click.argument("name", metavar="ID")
    @as_of
    @rules
    @click.pass_obj
    def rules_show(parent_rules: str | None, /, rules_dir: str | None, **options: Any) -> None:
        run("rules", "show_one", rules_dir=rules_dir or parent_rules, **options)

    @rules_group.command(cls=Speaking, name="check", help=text("help_rules_check"))
    @rules
    @click.pass_obj
    def rules_check(parent_rules: str | None, /, rules_dir: str | None) -> None:
        run("rules", "check", rules_dir=rules_dir or parent_rules)

    @rules_group.command(cls=Speaking, name="diff", help=text("help_rules_diff"))
    @click.argument("before", metavar=text("meta_side"))
    @click.argument("after", metavar=text("meta_side"))
    @rules
    @click.pass_obj
    def rules_diff(parent_rules: str | None, /, rules_dir: str | None, **options: Any) -> None:
        run("rules", "diff", rules_dir=rules_dir or parent_rules, **options)

    @rules_group.command(cls=Speaking, name="handbook", help=text("help_rules_handbook"))
    @rules
    @click.pass_obj
    def rules_handbook(parent_rules: str | None, /, rules_dir: str | None) -> None:
        run("rules", "show_handbook", rules_dir=rules_dir or parent_rules)

    @main_group.command(cls=Speaking, help=text("help_replay"), epilog=text("help_exit_codes_replay"))
    @click.argument("receipt", metavar=text("meta_receipt"), required=False)
    @click.option("--threads", type=click.IntRange(1, 256), metavar=text("meta_number"), help=text("help_threads"))
    @click.option("--schema", is_flag=True, help=text("help_schema"))
    @rules
    @click.pass_context
    def replay(ctx: click.Context, /, receipt: str | None, schema: bool, rules_dir: str | None, **options: Any) -> None:
        if schema:
            run("replay", "show_schema")
        if receipt is None:
            raise click.MissingParameter(ctx=ctx, param=ctx.command.params[0])
        run("replay", "replay", receipt=receipt, rules_dir=rules_dir or ctx.obj, **options)

    @main_group.command(cls=Speaking, help=text("help_diff"), epilog=text("help_exit_codes_diff"))
    @click.argument("old", metavar=text("meta_old"))
    @click.argument("new", metavar=text("meta_new"))
    @click.option("-o", "--output", metavar=text("meta_file"), help=text("help_diff_output"))
    @click.option("--old-rules", metavar=text("meta_dir"), help=text("help_old_rules"))
    @rules
    @click.pass_obj
    def diff(parent_rules: str | None, /, rules_dir: str | None, **options: Any) -> None:
        run("diff", "diff", rules_dir=rules_dir or parent_rules, **options)

    @main_group.group(cls=SpeakingGroup, name="spec", help=text("help_spec"))
    @rules
    @click.pass_context
    def spec_group(ctx: click.Context, rules_dir: str | None) -> None:
        ctx.obj = rules_dir or ctx.obj

    @spec_group.command(cls=Speaking, name="run", help=text("help_spec_run"))
    @click.argument("paths", nargs=-1, metavar=text("meta_paths"))
    @click.option("--report", metavar=text("meta_file"), help=text("help_spec_report"))
    @click.option("--junit", "junit_path", metavar=text("meta_file"), help=text("help_spec_junit"))
    @rules
    @click.pass_obj
    def spec_run(parent_rules: str | None, /, rules_dir: str | None, **options: Any) -> None:
        run("spec", "run", rules_dir=rules_dir or parent_rules, **options)

    @spec_group.command(cls=Speaking, name="steps", help=text("help_spec_steps"))
    @click.argument("words", nargs=-1, metavar=text("meta_word"))
    @click.option(
        "--format", "form", type=click.Choice(["text", "markdown", "snippets"]), default="text",
        help=text("help_spec_steps_format"),
    )  # fmt: skip
    @rules
    @click.pass_obj
    def spec_steps(parent_rules: str | None, /, rules_dir: str | None, **options: Any) -> None:
        run("spec", "steps", rules_dir=rules_dir or parent_rules, **options)

    @spec_group.command(cls=Speaking, name="new", help=text("help_spec_new"))
    @click.option("--from-case", "case", metavar=text("meta_record"), required=True, help=text("help_spec_from_case"))
    @programme
    @as_of
    @click.option("-o", "--output", metavar=text("meta_file"), help=text("help_spec_output"))
    @rules
    @click.pass_obj
    def spec_new(parent_rules: str | None, /, rules_dir: str | None, **options: Any) -> None:
        run("spec", "new", rules_dir=rules_dir or parent_rules, **options)

    @spec_group.command(cls=Speaking, name="boundaries", help=text("help_spec_boundaries"))
    @click.argument("programme", metavar=text("meta_programme"))
    @click.argument("condition", metavar=text("meta_condition"), required=False)
    @as_of
    @click.option("-o", "--output", metavar=text("meta_file"), help=text("help_spec_output"))
    @rules
    @click.pass_obj
    def spec_boundaries(parent_rules: str | None, /, rules_dir: str | None, **options: Any) -> None:
        run("spec", "boundaries", rules_dir=rules_dir or parent_rules, **options)

    def on_law(command: Any) -> Any:
        forms = click.Choice(["text", "html", "json"])
        command = click.option("--fail-under", metavar=text("meta_share"), help=text("help_fail_under"))(command)
        command = click.option("-o", "--output", metavar=text("meta_file"), help=text("help_spec_out"))(command)
        command = click.option("--format", "form", type=forms, default="text", help=text("help_spec_form"))(command)
        return click.argument("paths", nargs=-1, metavar=text("help_spec_paths"))(programme(command))

    @spec_group.command(cls=Speaking, name="coverage", help=text("help_spec_coverage"))
    @on_law
    @rules
    @click.pass_obj
    def spec_coverage(parent_rules: str | None, /, rules_dir: str | None, **options: Any) -> None:
        run("spec_law", "coverage", rules_dir=rules_dir or parent_rules, **options)

    @spec_group.command(cls=Speaking, name="mutate", help=text("help_spec_mutate"))
    @on_law
    @click.option("--justified", metavar=text("meta_file"), help=text("help_justified"))
    @click.option(
        "--scenarios", type=click.IntRange(0), default=20, metavar=text("meta_count"), help=text("help_scenarios")
    )
    @rules
    @click.pass_obj
    def spec_mutate(parent_rules: str | None, /, rules_dir: str | None, **options: Any) -> None:
        run("spec_law", "mutate", rules_dir=rules_dir or parent_rules, **options)

    @main_group.command(cls=Speaking, help=text("help_sql"))
    @click.argument("programmes", metavar="ID…", nargs=-1, required=True)
    @click.option(
        "--dialect", type=click.Choice(["duckdb", "postgres", "spark"]), default="duckdb", help=text("help_dialect")
    )
    @click.option("--table", default="cases", metavar=text("meta_table"), help=text("help_table"))
    @click.option("--reasons", is_flag=True, help=text("help_sql_reasons"))
    @rules
    @click.pass_obj
    def sql(parent_rules: str | None, /, rules_dir: str | None, **options: Any) -> None:
        run("sql", "sql", rules_dir=rules_dir or parent_rules, **options)

    @main_group.command(cls=Speaking, help=text("help_serve"))
    @click.option("--host", default="127.0.0.1", metavar=text("meta_address"), help=text("help_host"))
    @click.option("--port", default=8517, type=click.IntRange(0, 65535), metavar="N", help=text("help_port"))
    @click.option("--workers", default=1, type=click.IntRange(1, 64), metavar="N", help=text("help_workers"))
    @click.option("--keys", metavar=text("meta_file"), help=text("help_keys"))
    @click.option("--decision-log", metavar=text("meta_file"), help=text("help_decision_log"))
    @click.option("--max-body", default=1 << 20, type=click.IntRange(1024), metavar="N", help=text("help_max_body"))
    @click.option("--max-lines", default=1_000_000, type=click.IntRange(1), metavar="N", help=text("help_max_lines"))
    @click.option("--time-limit", default=15.0, type=click.FloatRange(0.1), metavar="N", help=text("help_time_limit"))
    @rules
    @click.pass_obj
    def serve(parent_rules: str | None, /, rules_dir: str | None, **options: Any) -> None:
        run("serve", "serve", rules_dir=rules_dir or parent_rules, **options)

    @main_group.command(cls=Speaking, help=text("help_facts"))
    @click.option("--stub", "as_stub", is_flag=True, help=text("help_stub"))
    @programme
    @rules
    @click.pass_obj
    def facts(parent_rules: str | None, /, rules_dir: str | None, **options: Any) -> None:
        run("facts", "facts", rules_dir=rules_dir or parent_rules, **options)

    @main_group.command(cls=Speaking, help=text("help_template"))
    @click.option("--xlsx", metavar=text("meta_file"), help=text("help_template_xlsx"))
    @programme
    @rules
    @click.pass_obj
    def template(parent_rules: str | None, /, rules_dir: str | None, **options: Any) -> None:
        run("template", "template", rules_dir=rules_dir or parent_rules, **options)

    @main_group.command(cls=Speaking, name="map", help=text("help_map"))
    @click.argument("list_", metavar=text("meta_list"))
    @click.option("--sheet", metavar=text("meta_sheet"), help=text("help_sheet"))
    @click.option("-o", "--output", metavar=text("meta_file"), help=text("help_map_output"))
    @rules
    @click.pass_obj
    def map_(parent_rules: str | None, /, rules_dir: str | None, **options: Any) -> None:
        run("template", "draft_map", rules_dir=rules_dir or parent_rules, **options)

    return main_group


def _say(text: str) -> None:
    click.echo(text, err=True)


def main(arguments: list[str] | None = None) -> None:
    """Run ``ancu`` and exit with its code."""
    # NumPy's linear algebra, of which nothing is used here, would start a thread a core.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    given = sys.argv[1:] if arguments is None else arguments
    lang = language_of(given)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    try:
        code = build(lang).main(given, prog_name="ancu", standalone_mode=False)
        sys.exit(int(code or 0))
    except click.exceptions.NoArgsIsHelpError as error:
        _say(error.ctx.get_help() if error.ctx is not None else "")
        sys.exit(Exit.USAGE)
    except click.ClickException as error:
        command = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else "ancu"
        _say(message("usage_error", lang, problem=usage_text(error, lang), command=command))
        sys.exit(Exit.USAGE)
    except (KeyboardInterrupt, click.Abort):
        _say(message("interrupted", lang))
        sys.exit(Exit.INTERRUPTED)
    except BrokenPipeError:
        # Whoever read our output has closed it; there is nobody left to tell.
        sys.stderr.close()
        sys.exit(Exit.UNREADABLE)
    except IntegrityError as error:
        _say(error.text(lang))
        sys.exit(Exit.ENGINES_DISAGREE)
    except (RulebookError, InputError, OutputError) as error:
        _say(error.text(lang))
        sys.exit(Exit.UNREADABLE)
    except AncuError as error:
        _say(error.text(lang))
        sys.exit(Exit.USAGE)


if __name__ == "__main__":
    main()
