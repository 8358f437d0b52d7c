"""The group ``register``: the decisions of record."""

from __future__ import annotations

from collections.abc import Iterator

import click

from ancu_cli.usage.building import Builder


def group(build: Builder) -> click.Group:
    register = build.group("register", "help_register")
    for commands in (_keeping, _deciding, _following, _reading, _personal):
        for command in commands(build):
            register.add_command(command)
    return register


def _where(build: Builder) -> click.Option:
    return build.option(
        "--register", "address", envvar="ANCU_REGISTER", required=True, metavar="meta_register",
        help="help_register_where",
    )  # fmt: skip


def _acting(build: Builder) -> tuple[click.Option, click.Option]:
    """The options of every command that adds an entry."""
    return _where(build), build.option("--by", metavar="meta_who", help="help_register_by")


def _on_case(build: Builder) -> tuple[click.Parameter, ...]:
    """What every act on one application takes."""
    return (
        build.argument("case", "meta_case"),
        build.option("--programme", metavar="ID", help="help_register_of_programme"),
        *_acting(build),
    )


def _day(build: Builder) -> click.Option:
    return build.option("--on", metavar="meta_date", help="help_register_on")


def _why(build: Builder, *, required: bool = True) -> click.Option:
    return build.option("--why", required=required, metavar="meta_text", help="help_register_why")


def _form(build: Builder) -> click.Option:
    return build.option(
        "--format", "form", type=click.Choice(["text", "json"]), default="text", help="help_register_form"
    )


def _keeping(build: Builder) -> Iterator[click.Command]:
    """The register as a whole."""
    yield build.command("init", "register_keeping:init", _where(build), help="help_register_init")
    yield build.command(
        "verify",
        "register_keeping:verify",
        _where(build),
        build.option("--head", "heads", multiple=True, metavar="meta_head", help="help_register_heads"),
        help="help_register_verify",
    )
    yield build.command("head", "register_keeping:head", _where(build), _day(build), help="help_register_head")
    yield build.command(
        "backup",
        "register_keeping:backup",
        build.argument("output", "meta_file"),
        _where(build),
        help="help_register_backup",
    )
    yield build.command(
        "restore",
        "register_keeping:restore",
        build.argument("backup", "meta_backup"),
        _where(build),
        build.option("--head", "heads", multiple=True, metavar="meta_head", help="help_register_heads"),
        help="help_register_restore",
    )


def _deciding(build: Builder) -> Iterator[click.Command]:
    """Decisions: entered, approved, corrected, revoked."""
    option = build.option
    yield build.command(
        "enter",
        "register_enter:enter",
        build.argument("source", "meta_receipt_or_log"),
        option("--programme", metavar="ID", help="help_register_of_programme"),
        option("--project", metavar="ID", help="help_register_project"),
        option("--filed-on", metavar="meta_date", help="help_register_filed_on"),
        option("--keep", multiple=True, metavar="meta_column", help="help_register_keep"),
        option("--case", "cases", multiple=True, metavar="meta_case", help="help_register_case_option"),
        option("--new-only", is_flag=True, help="help_register_new_only"),
        *_acting(build),
        help="help_register_enter",
    )
    yield build.command(
        "approve",
        "register_acts:approve",
        build.argument("numbers", "meta_entries", nargs=-1, required=True),
        option("--decline", is_flag=True, help="help_register_decline"),
        _why(build, required=False),
        *_acting(build),
        help="help_register_approve",
    )
    yield build.command(
        "correct",
        "register_enter:correct",
        *_on_case(build)[:1],
        build.argument("record", "meta_record", required=False),
        option("--set", "given", multiple=True, metavar="meta_set", help="help_register_set"),
        option("--as-of", metavar="meta_date", help="help_register_as_of"),
        _why(build),
        *_on_case(build)[1:],
        help="help_register_correct",
    )
    yield build.command("revoke", "register_acts:revoke", *_on_case(build), _why(build), help="help_register_revoke")


def _following(build: Builder) -> Iterator[click.Command]:
    """What follows a decision."""
    option = build.option
    yield build.command(
        "appeal", "register_acts:appeal", *_on_case(build), _day(build), _why(build), help="help_register_appeal"
    )
    yield build.command(
        "step",
        "register_acts:step",
        build.argument("name", "meta_step"),
        option("--project", metavar="ID", help="help_register_project"),
        option("--case", metavar="meta_case", help="help_register_of_case"),
        option("--programme", metavar="ID", help="help_register_of_programme"),
        option("--procedure", metavar="ID", help="help_register_procedure"),
        _day(build),
        *_acting(build),
        help="help_register_step",
    )
    yield build.command(
        "rescreen",
        "register_rescreen:rescreen",
        option("--project", metavar="ID", help="help_register_project"),
        _day(build),
        option("--with", "receipt", metavar="meta_receipt", help="help_register_today"),
        option("--record", is_flag=True, help="help_register_record"),
        _form(build),
        *_acting(build),
        help="help_register_rescreen",
    )
    yield build.command(
        "sign",
        "register_acts:sign",
        *_on_case(build),
        option("--contract", required=True, metavar="meta_text", help="help_register_contract"),
        _day(build),
        help="help_register_sign",
    )
    yield build.command(
        "pay",
        "register_acts:pay",
        *_on_case(build),
        option("--amount", required=True, metavar="meta_money", help="help_register_amount"),
        _day(build),
        help="help_register_pay",
    )
    yield build.command(
        "hand-over",
        "register_acts:hand_over",
        *_on_case(build),
        option("--what", type=click.Choice(["home", "file"]), default="home", help="help_register_what"),
        option("--to", metavar="meta_text", help="help_register_to"),
        _day(build),
        help="help_register_hand_over",
    )


def _reading(build: Builder) -> Iterator[click.Command]:
    """What is to be read of a register."""
    yield build.command(
        "due",
        "register_show:due",
        _where(build),
        _day(build),
        build.option("--within", type=click.IntRange(0), metavar="meta_number", help="help_register_within"),
        _form(build),
        help="help_register_due",
    )
    yield build.command(
        "show",
        "register_show:show",
        build.argument("case", "meta_case", required=False),
        build.option("--programme", metavar="ID", help="help_register_of_programme"),
        build.option("--project", metavar="ID", help="help_register_project"),
        _form(build),
        _where(build),
        help="help_register_show",
    )


def _personal(build: Builder) -> Iterator[click.Command]:
    """What leaves the register, and what is erased."""
    option = build.option
    yield build.command(
        "export",
        "register_export:export",
        build.output("help_register_output"),
        option("--purpose", metavar="meta_text", help="help_register_purpose"),
        option("--recipient", metavar="meta_text", help="help_register_recipient"),
        option("--field", "fields", multiple=True, metavar="meta_name", help="help_register_field"),
        option("--project", metavar="ID", help="help_register_project"),
        option("--only", type=click.Choice(["granted", "signed"]), help="help_register_only"),
        *_acting(build),
        help="help_register_export",
    )
    yield build.command(
        "retain",
        "register_acts:retain",
        *_on_case(build),
        option("--until", required=True, metavar="meta_date", help="help_register_until"),
        option("--basis", required=True, metavar="meta_text", help="help_register_basis"),
        help="help_register_retain",
    )
    yield build.command("erase", "register_acts:erase", *_on_case(build), _why(build), help="help_register_erase")
