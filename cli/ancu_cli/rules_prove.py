"""``ancu rules prove``: what holds of every record there can be, and what does not."""

from __future__ import annotations

import errno
import sys
from collections.abc import Callable
from pathlib import Path

import click

from ancu import extras
from ancu.errors import ExtraMissingError, InputError, Problem, RulebookError, UnknownNameError, os_reason, suggestion
from ancu.messages import Language, message
from ancu.rulebook.folder import folder_of
from ancu.rulebook.loading import check_rulebook
from ancu.rulebook.property_files import property_files, with_properties
from ancu.rulebook.rulebook import Rulebook
from ancu_cli.exits import Exit
from ancu_cli.folding import say
from ancu_cli.writing import expect_feature, write_new


def prove(
    *,
    lang: Language,
    rules_dir: str | None,
    programme: tuple[str, ...],
    properties: tuple[str, ...],
    features: str | None,
    output: str | None,
) -> int:
    """Print the proof; write counterexamples as scenarios to ``output``."""
    if not extras.proof():
        raise ExtraMissingError(Problem("proof_needs_extra"))
    expect_feature(output)
    book, problems = check_rulebook(rules_dir)
    if book is None:
        raise RulebookError(problems)
    book = with_properties(book, property_files(_features(rules_dir, features)))
    chosen = _chosen(book, properties)
    from ancu.proof.proving import prove as proven
    from ancu.proof.scenarios import feature_of
    from ancu.proof.told import ProofTeller

    programmes = programme if programme or not properties else ()
    proof = proven(book, programmes, chosen, _progress_of(lang), findings=bool(programme) or not properties)
    for line in ProofTeller(proof, lang).lines():
        say(line)
    if output is not None:
        feature = feature_of(proof, lang)
        if feature is None:
            say(message("proof_nothing_refuted", lang, path=output), err=True)
        else:
            write_new(output, feature.encode())
            say(message("note_written", lang, path=output), err=True)
    if proof.refuted:
        return Exit.PROPERTY_REFUTED
    return Exit.FINDINGS_ONLY if proof.has_more else 0


def _features(rules_dir: str | None, asked: str | None) -> Path:
    """The folder of scenarios: the one asked for, else the one beside the rulebook."""
    if asked is not None and not Path(asked).is_dir():
        reason = os_reason(OSError(errno.ENOTDIR if Path(asked).exists() else errno.ENOENT, ""))
        raise InputError(Problem("file_unreadable", {"path": asked, "reason": reason}))
    return Path(asked) if asked is not None else folder_of(rules_dir).resolve().parent / "features"


def _chosen(book: Rulebook, names: tuple[str, ...]) -> tuple[str, ...] | None:
    """The properties named; None for all. Raises :class:`UnknownNameError` for any that there is none of."""
    if names and not book.properties:
        raise UnknownNameError(Problem("proof_none_written"))
    known = ", ".join(book.properties)
    unknown = [
        Problem("proof_unknown", {"name": name, "hint": suggestion(name, book.properties), "known": known})
        for name in names
        if name not in book.properties
    ]
    if unknown:
        raise UnknownNameError(unknown)
    return names or None


def _progress_of(lang: Language) -> Callable[[int, int], None] | None:
    """A line on a terminal that says how far we are; nothing elsewhere."""
    if not sys.stderr.isatty():
        return None

    def tell(done: int, total: int) -> None:
        if done == total:
            click.echo("\r\033[K", nl=False, err=True)
        else:
            click.echo("\r" + message("proof_progress", lang, done=done, total=total), nl=False, err=True)

    return tell
