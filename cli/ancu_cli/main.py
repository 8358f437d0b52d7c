"""Entry point of ``ancu``: runs one command in the user's language, and turns failures into exit codes."""

from __future__ import annotations

import atexit
import contextlib
import gc
import os
import signal
import sys
from collections.abc import Iterator
from typing import Any

import click

from ancu.errors import (
    AncuError,
    ExtraMissingError,
    InputError,
    IntegrityError,
    OutputError,
    Problem,
    RulebookError,
    os_reason,
)
from ancu.messages import message
from ancu_cli import no_pandas, streams
from ancu_cli.exits import Exit
from ancu_cli.folding import say
from ancu_cli.speaking import SystemTrouble, language_of, usage_text
from ancu_cli.usage.ancu import build

#: What a command that is to end itself is told by.
_ENDING = ("SIGTERM", "SIGHUP")


class _Ended(BaseException):
    """The command was told to end by a signal."""

    def __init__(self, number: int) -> None:
        self.number = number


def _say(text: str) -> None:
    with contextlib.suppress(OSError):  # nobody is there to tell
        say(text, err=True)


def main(arguments: list[str] | None = None) -> None:
    """Run ``ancu`` and exit with its code."""
    # NumPy's linear algebra, of which nothing is used here, would start a thread a core.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # One that tidies an allocator which Arrow brings and does not use.
    os.environ.setdefault("JE_ARROW_MALLOC_CONF", "background_thread:false")
    if arguments is None:  # a process of its own
        no_pandas.hide()
    # A command makes little garbage, and nearly all in its first moments is there to stay: look for it seldom.
    gc.set_threshold(100_000, 20, 20)
    # Nor is garbage looked for among what a process leaves behind: the system takes it all.
    atexit.register(gc.freeze)
    given = sys.argv[1:] if arguments is None else arguments
    streams.settle()
    lang = language_of(given)
    try:
        with _ending():
            code = build(lang).main(given, prog_name="ancu", standalone_mode=False)
            streams.flush()
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
    except _Ended as ended:
        _say(message("interrupted", lang))
        sys.exit(Exit.ENDED_BY + ended.number)
    except IntegrityError as error:
        _say(error.text(lang))
        sys.exit(Exit.ENGINES_DISAGREE)
    except (RulebookError, InputError, OutputError, ExtraMissingError) as error:
        _say(error.text(lang))
        broken = isinstance(error.__cause__, BrokenPipeError)
        sys.exit(Exit.NOBODY_READS if broken else Exit.UNREADABLE)
    except AncuError as error:
        _say(error.text(lang))
        sys.exit(Exit.USAGE)
    except (SystemTrouble, OSError) as trouble:
        refused = trouble.error if isinstance(trouble, SystemTrouble) else trouble
        if isinstance(refused, BrokenPipeError):
            # Whoever read our output has closed it; there is nobody left to tell.
            sys.exit(Exit.NOBODY_READS)
        _say(_of_system(refused).text(lang))
        sys.exit(Exit.UNREADABLE)
    except MemoryError:
        _say(message("out_of_memory", lang))
        sys.exit(Exit.UNREADABLE)
    finally:
        streams.silence()


def _of_system(error: OSError) -> Problem:
    """What the system refused where nothing nearer has said so: without a name it is the output on the terminal."""
    if error.filename is None:
        return Problem("file_unwritable", {"path": "-", "reason": os_reason(error)})
    path = error.filename if isinstance(error.filename, str) else os.fsdecode(error.filename)
    return Problem("file_unusable", {"path": path, "reason": os_reason(error)})


@contextlib.contextmanager
def _ending() -> Iterator[None]:
    """Let a signal to end unwind the command, so that what it has not finished is removed."""

    def end(number: int, _: object) -> None:
        for each in before:
            signal.signal(each, signal.SIG_IGN)  # once is enough: what is left to do is tidying
        raise _Ended(number)

    before: dict[int, Any] = {}
    with contextlib.suppress(ValueError):  # not the main thread
        for name in _ENDING:
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) is signal.SIG_DFL:
                before[number] = signal.signal(number, end)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


if __name__ == "__main__":
    main()
