"""Feature files as people save them, with every mistake in them found in one reading.

A file is read twice. Gherkin reads it first, line by line mended until it can: what a line lacked is kept as a flaw.
Then each scenario is proofread.
"""

from __future__ import annotations

from bisect import bisect_right
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from ancu.errors import InputError, Problem
from ancu.messages import message
from ancu.screening.lists.legacy_fonts import from_legacy
from ancu.specs.language.chosen import language
from ancu.specs.language.gherkin import compose, parse
from ancu.specs.language.keywords import keywords
from ancu.specs.language.mistakes import SpecFlaw
from ancu.specs.language.proofread import flaws_of
from ancu.specs.language.scenario import Scenario, scenarios_of
from ancu.text_files import content_of, decode


@dataclass
class SpecFile:
    """A feature file as read: ``text`` is what can be run of it."""

    path: Path
    text: str
    name: str = ""
    scenarios: list[Scenario] = field(default_factory=list)
    #: What is wrong with the file outside its scenarios.
    flaws: list[SpecFlaw] = field(default_factory=list)
    #: Where a line comes from, if the text was made from something else, such as a sheet of a workbook.
    places: dict[int, str] = field(default_factory=dict)


def find_files(paths: list[str]) -> list[Path]:
    """The feature files at ``paths``, folders searched; :class:`InputError` where there is none."""
    files: dict[Path, None] = {}
    for written in paths:
        path = Path(written)
        if path.is_dir():
            inside = sorted(path.rglob("*.feature"))
            if not inside:
                raise InputError(Problem("spec_no_files", {"path": written}))
            files.update(dict.fromkeys(inside))
        else:
            files[path] = None
    return list(files)


def read_spec(path: Path) -> SpecFile:
    """Read and proofread a feature file; :class:`InputError` if it cannot be opened."""
    text, why = _text_of(content_of(path))
    return read_text(path, text) if why is None else SpecFile(path, "", path.name, flaws=[why])


def _text_of(content: bytes) -> tuple[str, SpecFlaw | None]:
    """The text of a file, from UTF-8, UTF-16 or Windows-1258; for any other encoding, why it cannot be read."""
    try:
        return decode("", content), None
    except InputError as error:
        line = error.problems[0].line or 1
    for encoding in ("cp1258",):
        with suppress(UnicodeDecodeError):
            text = compose(content.decode(encoding))
            if _is_vietnamese(text):
                return text, None
    for name, text in from_legacy(content.decode("latin-1")):
        if _is_vietnamese(text):
            return "", SpecFlaw(1, message("spec_legacy_encoding", language(), encoding=name))
    return "", SpecFlaw(line, message("spec_not_utf8", language(), line=line))


def _is_vietnamese(text: str) -> bool:
    """Whether a line of ``text`` is the title of a feature, which only the right encoding shows."""
    words = tuple(f"{word}:" for word in keywords("vi")["feature"])
    return any(line.strip().startswith(words) for line in text.splitlines())


def read_text(path: Path, text: str) -> SpecFile:
    """:func:`read_spec` of a text that stands, or will stand, at ``path``."""
    spec = SpecFile(path, compose(text))
    document, spec.text, flaws = parse(spec.text)
    if document is None:
        spec.flaws = flaws
        return spec
    spec.name = document.feature.name
    spec.scenarios = list(scenarios_of(document))
    if not spec.scenarios and not flaws:
        flaws.append(SpecFlaw(document.feature.location.line, message("spec_without_scenarios", language())))
    starts = [scenario.line for scenario in spec.scenarios]
    for flaw in sorted(flaws, key=lambda f: f.line):
        at = bisect_right(starts, flaw.line) - 1
        (spec.scenarios[at].flaws if at >= 0 else spec.flaws).append(flaw)
    seen: set[SpecFlaw] = set(flaws)
    for scenario in spec.scenarios:
        # A flaw of the background spoils every scenario below it; any other is told once.
        scenario.flaws += [flaw for flaw in flaws_of(scenario) if flaw not in seen or flaw.line < scenario.line]
        seen.update(scenario.flaws)
    _rename_twins(spec)
    for scenario in spec.scenarios:
        scenario.flaws.sort(key=lambda flaw: flaw.line)
    return spec


def _rename_twins(spec: SpecFile) -> None:
    """pytest-bdd keeps one scenario of a name: the second of two is a flaw, and gets a name of its own to run by."""
    first: dict[str, int] = {}
    lines = spec.text.split("\n")
    for scenario in spec.scenarios:
        if scenario.name in first:
            scenario.flaws.append(
                SpecFlaw(
                    scenario.line, message("spec_twins", language(), name=scenario.name, line=first[scenario.name])
                )
            )
            lines[scenario.line - 1] += f" ({scenario.line})"
        first.setdefault(scenario.name, scenario.line)
    spec.text = "\n".join(lines)
