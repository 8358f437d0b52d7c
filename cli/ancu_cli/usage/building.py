"""What commands are built from: words of the user's language, options that many share, work that loads when it runs."""

from __future__ import annotations

from pkgutil import resolve_name
from typing import Any

import click

from ancu.messages import LANGUAGES, Language, keys, message
from ancu_cli.speaking import Speaking, SpeakingGroup


class Builder:
    """Builds commands that speak ``lang``. Words are keys of the message catalogue; a metavar may be itself."""

    def __init__(self, lang: Language) -> None:
        self.lang = lang

    def text(self, key: str) -> str:
        return message(key, self.lang)

    def argument(self, name: str, metavar: str, **more: Any) -> click.Argument:
        return click.Argument([name], metavar=self._metavar(metavar), **more)

    def option(self, *names: str, help: str, metavar: str | None = None, **more: Any) -> click.Option:
        return click.Option(names, metavar=self._metavar(metavar), help=self.text(help), **more)

    def _metavar(self, word: str | None) -> str | None:
        return self.text(word) if word in keys() else word

    def programme(self) -> click.Option:
        return self.option("--programme", multiple=True, metavar="ID", help="help_programme")

    def as_of(self) -> click.Option:
        return self.option("--as-of", metavar="meta_date", help="help_as_of")

    def threads(self) -> click.Option:
        return self.option("--threads", type=click.IntRange(1, 256), metavar="meta_number", help="help_threads")

    def output(self, help: str = "help_output") -> click.Option:
        return self.option("-o", "--output", metavar="meta_file", help=help)

    def _everywhere(self) -> list[click.Parameter]:
        """The options of every command and group."""
        return [
            self.option("--lang", type=click.Choice(LANGUAGES), expose_value=False, help="help_lang"),
            self.option("--rules", "rules_dir", metavar="meta_dir", help="help_rules_dir"),
        ]

    def group(self, name: str, help: str, *, epilog: str | None = None) -> click.Group:
        """An empty group; the rulebook asked for on it holds for the commands in it that ask for none."""

        @click.pass_context
        def keep(ctx: click.Context, /, rules_dir: str | None) -> None:
            ctx.obj = rules_dir or ctx.obj

        said = self.text(epilog) if epilog is not None else None
        return SpeakingGroup(
            name, lang=self.lang, help=self.text(help), epilog=said, params=self._everywhere(), callback=keep
        )

    def command(
        self, name: str, work: str, *params: click.Parameter, help: str, epilog: str | None = None
    ) -> click.Command:
        """A command that calls ``work``, ``module:function`` in this package, with the language and what was typed."""

        @click.pass_context
        def run(ctx: click.Context, /, rules_dir: str | None, **given: Any) -> int:
            # Loaded only now, so that help is quick.
            function = resolve_name(f"ancu_cli.{work}")
            return int(function(lang=self.lang, rules_dir=rules_dir or ctx.obj, **given))

        said = self.text(epilog) if epilog is not None else None
        return Speaking(
            name, lang=self.lang, help=self.text(help), epilog=said, params=[*params, *self._everywhere()], callback=run
        )
