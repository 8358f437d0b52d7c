"""click in the user's language: help pages and usage errors come from our message catalogue."""

from __future__ import annotations

from typing import Any

import click

from ancu.errors import nearest
from ancu.messages import Language, default_language, message


def language_of(arguments: list[str]) -> Language:
    """The language that ``--lang`` asks for anywhere on the command line, else that of the environment."""
    for i, argument in enumerate(arguments):
        asked = argument.removeprefix("--lang=") if argument.startswith("--lang=") else None
        if argument == "--lang" and i + 1 < len(arguments):
            asked = arguments[i + 1]
        if asked == "vi":
            return "vi"
        if asked == "en":
            return "en"
    return default_language()


class SystemTrouble(Exception):
    """An error of the system on its way past click, which would take some for its own."""

    def __init__(self, error: OSError) -> None:
        self.error = error
        super().__init__(error)


class Speaking(click.Command):
    """A command whose help speaks ``lang``, and whose errors of the system come out as :class:`SystemTrouble`."""

    def __init__(self, name: str, *, lang: Language, **more: Any) -> None:
        super().__init__(name, **more)
        self.lang = lang

    def make_context(self, *given: Any, **more: Any) -> click.Context:
        try:
            return super().make_context(*given, **more)
        except OSError as error:
            raise SystemTrouble(error) from error

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except OSError as error:
            raise SystemTrouble(error) from error

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = self.collect_usage_pieces(ctx)
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=message("help_usage", self.lang) + " ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        records = [r for p in self.get_params(ctx) if (r := p.get_help_record(ctx)) is not None]
        if records:
            with formatter.section(message("help_options", self.lang)):
                formatter.write_dl(records)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = message("help_help", self.lang)
        return option


class SpeakingGroup(Speaking, click.Group):
    """A group whose help speaks, and which suggests the nearest command."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        Speaking.format_options(self, ctx, formatter)
        names = self.list_commands(ctx)
        rows = [(name, c.get_short_help_str(90)) for name in names if (c := self.get_command(ctx, name)) is not None]
        with formatter.section(message("help_commands", self.lang)):
            formatter.write_dl(rows)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            near = nearest(args[0], self.list_commands(ctx))
            hint = " " + message("did_you_mean", self.lang, near=near) if near else ""
            raise click.UsageError(message("usage_no_command", self.lang, name=args[0], hint=hint), ctx)
        return super().resolve_command(ctx, args)


def usage_text(error: click.ClickException, lang: Language) -> str:
    """A click error as a sentence in ``lang``."""
    if isinstance(error, click.NoSuchOption):
        near = nearest(error.option_name, error.possibilities or ())
        hint = " " + message("did_you_mean", lang, near=near) if near else ""
        return message("usage_no_option", lang, name=error.option_name, hint=hint)
    if isinstance(error, click.MissingParameter):
        return message("usage_missing", lang, name=_name(error.param))
    if isinstance(error, click.BadOptionUsage):
        return message("usage_option_value", lang, name=error.option_name)
    if isinstance(error, click.BadParameter):
        if error.param is not None and isinstance(error.param.type, click.Choice):
            choices = ", ".join(str(choice) for choice in error.param.type.choices)
            return message("usage_bad_choice", lang, name=_name(error.param), choices=choices)
        kind = error.param.type if error.param is not None else None
        if isinstance(kind, (click.IntRange, click.FloatRange)):
            span = f"≥ {kind.min}" if kind.max is None else f"{kind.min}–{kind.max}"
            return message("usage_bad_range", lang, name=_name(error.param), span=span)
        return message("usage_bad_value", lang, name=_name(error.param), detail=error.message)
    if type(error) is click.UsageError and error.message == "Missing command.":
        return message("usage_command_missing", lang)
    if type(error) is click.UsageError and error.message.startswith("Got unexpected"):
        return message("usage_extra", lang, detail=error.message.rsplit("(", 1)[-1].rstrip(")"))
    return error.message


def _name(parameter: click.Parameter | None) -> str:
    if parameter is None:
        return "?"
    if isinstance(parameter, click.Option):
        return parameter.opts[-1]
    return str(parameter.metavar or parameter.name).removesuffix("...")
