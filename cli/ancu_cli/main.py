"""Entry point of ``ancu``: runs one command in the user's language, and turns failures into exit codes."""

from __future__ import annotations

import os
import sys

import click

from ancu.errors import AncuError, ExtraMissingError, InputError, IntegrityError, OutputError, RulebookError
from ancu.messages import message
from ancu_cli.exits import Exit
from ancu_cli.speaking import language_of, usage_text
from ancu_cli.usage.ancu import build


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
    except (RulebookError, InputError, OutputError, ExtraMissingError) as error:
        _say(error.text(lang))
        sys.exit(Exit.UNREADABLE)
    except AncuError as error:
        _say(error.text(lang))
        sys.exit(Exit.USAGE)


if __name__ == "__main__":
    main()
