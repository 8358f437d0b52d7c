"""The commands for other systems and for whoever keeps this one: ``serve``, ``mcp``, ``sql``, ``doctor``."""

from __future__ import annotations

from collections.abc import Iterator

import click

from ancu.extras import MODULES
from ancu_cli.usage.building import Builder

#: What An Cư may be used for on a machine: by command, else by the extra.
_USES = ("screen", "serve", *(extra for extra in MODULES if extra != "service"))


def commands(build: Builder) -> Iterator[click.Command]:
    option = build.option
    yield build.command(
        "serve",
        "serve:serve",
        option("--host", default="127.0.0.1", metavar="meta_address", help="help_host"),
        option("--port", default=8517, type=click.IntRange(0, 65535), metavar="N", help="help_port"),
        option("--workers", default=1, type=click.IntRange(1, 64), metavar="N", help="help_workers"),
        option("--keys", metavar="meta_file", help="help_keys"),
        option("--decision-log", metavar="meta_file", help="help_decision_log"),
        option("--keep-days", type=click.IntRange(1, 36_500), metavar="N", help="help_keep_days"),
        option("--max-body", default=1 << 20, type=click.IntRange(1024), metavar="N", help="help_max_body"),
        option("--max-lines", default=1_000_000, type=click.IntRange(1), metavar="N", help="help_max_lines"),
        option("--time-limit", default=15.0, type=click.FloatRange(0.1), metavar="N", help="help_time_limit"),
        option("--root-path", default="", metavar="meta_root", help="help_root_path"),
        option("--frame", "frames", multiple=True, metavar="URL", help="help_frame"),
        option("--agency", default="", metavar="meta_agency", help="help_agency"),
        option("--keep-lists", default=60, type=click.IntRange(0, 10_080), metavar="N", help="help_keep_lists"),
        option("--max-list", default=20 << 20, type=click.IntRange(1024), metavar="N", help="help_max_list"),
        option("--session-idle", default=30, type=click.IntRange(1, 1_440), metavar="N", help="help_session_idle"),
        option("--session-hours", default=10, type=click.IntRange(1, 168), metavar="N", help="help_session_hours"),
        option("--user-header", default="", metavar="meta_header", help="help_user_header"),
        option("--trusted-proxy", "proxies", multiple=True, metavar="meta_address", help="help_trusted_proxy"),
        option("--register", "address", metavar="meta_register", help="help_serve_register"),
        option("--features", metavar="meta_dir", help="help_serve_features"),
        help="help_serve",
    )
    yield build.command(
        "mcp",
        "mcp:mcp",
        option("--keys", metavar="meta_file", help="help_keys"),
        option("--decision-log", metavar="meta_file", help="help_decision_log"),
        option("--keep-days", type=click.IntRange(1, 36_500), metavar="N", help="help_keep_days"),
        help="help_mcp",
    )
    yield build.command(
        "sql",
        "sql:sql",
        build.argument("programmes", "ID…", nargs=-1, required=True),
        option("--dialect", type=click.Choice(["duckdb", "postgres", "spark"]), default="duckdb", help="help_dialect"),
        option("--table", default="cases", metavar="meta_table", help="help_table"),
        option("--reasons", is_flag=True, help="help_sql_reasons"),
        help="help_sql",
    )
    yield build.command(
        "doctor",
        "doctor:doctor",
        option("--for", "uses", multiple=True, type=click.Choice(_USES), metavar="meta_use", help="help_doctor_for"),
        option("--keys", metavar="meta_file", help="help_doctor_keys"),
        option("--decision-log", metavar="meta_file", help="help_doctor_log"),
        option("--host", default="127.0.0.1", metavar="meta_address", help="help_host"),
        option("--port", type=click.IntRange(1, 65535), metavar="N", help="help_doctor_port"),
        option("--register", "address", envvar="ANCU_REGISTER", metavar="meta_register", help="help_doctor_register"),
        option("--features", metavar="meta_dir", help="help_doctor_features"),
        option("--json", "as_json", is_flag=True, help="help_doctor_json"),
        help="help_doctor",
        epilog="help_doctor_codes",
    )
