"""Feature files as people save them: letters composed, the language guessed, every mistake found in one reading.

A file is read twice. Gherkin reads it first, line by line mended until it can: what a line lacked is kept as a flaw.
Then each scenario is proofread: its sentences, names, values and tables are looked at, and nothing is decided.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ancu.errors import InputError, Problem, nearest, os_reason
from ancu.messages import message
from ancu.screening.lists.listing import decode
from ancu.specs.language.grammar import bare, grammar_of
from ancu.specs.language.world import Several, SpecError, Table, World, book, language

_LANGUAGE = re.compile(r"^\s*#\s*language\s*:\s*(\S+)", re.MULTILINE)
_PARAMETER = re.compile(r"<(.+?)>")
#: The kinds of keyword that begin a line, with whether a colon follows.
_KINDS = {
    "feature": True, "background": True, "rule": True, "scenarioOutline": True, "scenario": True, "examples": True,
    "given": False, "when": False, "then": False, "and": False, "but": False,
}  # fmt: skip
#: What a step stands under, by the kind of its keyword; others go on with what stands before.
_UNDER = {"Context": "given", "Action": "when", "Outcome": "then"}
MAX_FLAWS = 200


@dataclass(frozen=True)
class Flaw:
    """A mistake of writing, at a line of the file."""

    line: int
    text: str


@dataclass(frozen=True)
class Line:
    """A step of a scenario as it will be run: its words, what it stands under, its table."""

    line: int
    text: str
    keyword: str | None
    table: Table | None = None


@dataclass
class Case:
    """A scenario: its name, its line, and the steps of each of its examples, background included."""

    name: str
    line: int
    runs: list[list[Line]]
    flaws: list[Flaw] = field(default_factory=list)


@dataclass
class SpecFile:
    """A feature file as read: ``text`` is what can be run of it."""

    path: Path
    text: str
    name: str = ""
    cases: list[Case] = field(default_factory=list)
    #: What is wrong with the file outside its scenarios.
    flaws: list[Flaw] = field(default_factory=list)


def compose_letters() -> None:
    """Let pytest-bdd read files whose letters are decomposed (NFD), as some editors save them, or name no language.

    pytest-bdd drops the encoding it is given on its way to the parser, so the parser itself is taught.
    """
    from pytest_bdd import gherkin_parser

    known: Any = gherkin_parser
    if known.Parser.__name__ == "Composing":
        return

    class Composing(known.Parser):  # type: ignore[misc]
        def parse(self, text: str, *more: Any) -> Any:
            text = compose(text)
            return super().parse(text, *(more or (_matcher(text),)))

    known.Parser = Composing


def compose(text: str) -> str:
    """``text`` with composed letters and without a byte-order mark."""
    return unicodedata.normalize("NFC", text).removeprefix("\ufeff")


def language_of(text: str) -> str:
    """The language a file says it is in, else the one whose keyword for a feature it uses; Vietnamese by default."""
    if found := _LANGUAGE.search(text):
        return found[1]
    words = [word for lang in ("en", "vi") for word in _keywords(lang)["feature"]]
    first = next((word for line in text.splitlines() for word in words if line.strip().startswith(word + ":")), "")
    return "en" if first in _keywords("en")["feature"] else "vi"


def _matcher(text: str) -> Any:
    from gherkin.token_matcher import TokenMatcher

    lang = language_of(text)
    return TokenMatcher(lang if lang in ("vi", "en") else "en")


def _keywords(lang: str) -> dict[str, list[str]]:
    from gherkin.dialect import DIALECTS

    words: Any = DIALECTS[lang]
    return {kind: [word.strip() for word in words[kind] if word.strip() != "*"] for kind in _KINDS}


def find_files(paths: list[str]) -> list[Path]:
    """The feature files at ``paths``, folders searched; :class:`InputError` where there is none."""
    found: dict[Path, None] = {}
    for written in paths:
        path = Path(written)
        if path.is_dir():
            inside = sorted(path.rglob("*.feature"))
            if not inside:
                raise InputError(Problem("spec_no_files", {"path": written}))
            found.update(dict.fromkeys(inside))
        else:
            found[path] = None
    return list(found)


def read_spec(path: Path) -> SpecFile:
    """Read and proofread a feature file; :class:`InputError` if it cannot be opened."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise InputError(Problem("file_unreadable", {"path": str(path), "reason": os_reason(error)})) from error
    return read_text(path, decode(str(path), content))


def read_text(path: Path, text: str) -> SpecFile:
    """:func:`read_spec` of a text that stands, or will stand, at ``path``."""
    from pytest_bdd.gherkin_parser import GherkinDocument

    spec = SpecFile(path, compose(text))
    data, flaws = _parse(spec)
    if data is None or not data.get("feature"):
        spec.flaws = flaws or [Flaw(1, message("spec_no_feature", language()))]
        return spec
    document = GherkinDocument.from_dict(data)
    spec.name = document.feature.name
    flaws += _hidden_steps(spec.text, document)
    _gather(spec, document)
    flaws += _first_steps(spec, document)
    if not spec.cases and not flaws:
        flaws.append(Flaw(document.feature.location.line, message("spec_without_scenarios", language())))
    starts = [case.line for case in spec.cases]
    for flaw in sorted(flaws, key=lambda f: f.line):
        at = bisect_right(starts, flaw.line) - 1
        (spec.cases[at].flaws if at >= 0 else spec.flaws).append(flaw)
    told: set[Flaw] = set(flaws)
    for case in spec.cases:
        case.flaws += [flaw for flaw in _proofread(case) if flaw not in told or flaw.line < case.line]
        told.update(case.flaws)
    _rename_twins(spec)
    for case in spec.cases:
        case.flaws.sort(key=lambda flaw: flaw.line)
    return spec


# -- Gherkin ------------------------------------------------------------------------------------------------------


def _parse(spec: SpecFile) -> tuple[Any, list[Flaw]]:
    """The parsed file and what had to be taken out of it; each pass takes out the lines that the parser refused."""
    from gherkin.errors import CompositeParserException, NoSuchLanguageException, ParserException
    from gherkin.parser import Parser

    flaws: dict[int, Flaw] = {}
    while len(flaws) < MAX_FLAWS:
        refused: list[ParserException]
        try:
            return Parser().parse(spec.text, _matcher(spec.text)), list(flaws.values())
        except CompositeParserException as error:
            refused = error.errors
        except ParserException as error:
            refused = [error]
        lines = spec.text.split("\n")
        progress = False
        for problem in refused:
            number = problem.location["line"]
            if isinstance(problem, NoSuchLanguageException):
                found = _LANGUAGE.search(spec.text)
                wrong = found[1] if found else ""
                return None, [Flaw(number, message("spec_no_language", language(), name=wrong))]
            if number > len(lines) or number in flaws:
                continue
            flaws[number] = Flaw(number, _why_refused(lines, number, str(problem), language_of(spec.text)))
            lines[number - 1] = "#"
            progress = True
        spec.text = "\n".join(lines)
        if not progress:
            break
    return None, list(flaws.values())[:1]


def _why_refused(lines: list[str], number: int, detail: str, lang: str) -> str:
    line = lines[number - 1].strip()
    if "inconsistent cell count" in detail:
        top = number - 1
        while top > 0 and lines[top - 1].strip().startswith(("|", "#")):
            top -= 1
        header = next(row for row in lines[top:number] if row.strip().startswith("|"))
        wanted, got = (_cells(row) for row in (header, line))
        return message("spec_cells", language(), got=got, wanted=wanted)
    if line.startswith("|"):
        return message("spec_table_astray", language())
    hint = _keyword_hint(line, lang)
    if hint is not None:
        return hint
    if "#FeatureLine" in detail:
        return message("spec_no_feature", language())
    words = _keywords(lang if lang in ("vi", "en") else "vi")
    known = ", ".join(f"“{words[kind][0]}”" for kind, titled in _KINDS.items() if not titled)
    return message("spec_no_keyword", language(), line=line, known=known)


def _cells(row: str) -> int:
    return len(re.findall(r"(?<!\\)\|", row)) - 1


def _keyword_hint(line: str, lang: str) -> str | None:
    """What keyword a line should begin with, where it begins with one of the other language or a misspelt one."""
    right = _keywords("en" if lang == "en" else "vi")
    other = _keywords("vi" if lang == "en" else "en")
    for kind, titled in _KINDS.items():
        end = ":" if titled else " "
        for wrong in other[kind]:
            if line.startswith(wrong + end):
                known = message("spec_near_join", language()).join(f"“{word}”" for word in right[kind])
                return message("spec_keyword_foreign", language(), word=wrong, right=known)
    for kind, titled in _KINDS.items():
        end = ":" if titled else " "
        for word in right[kind]:
            if bare(line).startswith(bare(word) + end) and not line.startswith(word):
                written = line[: len(word)]
                return message("spec_keyword_misspelt", language(), word=written, right=word)
    head = line.split(":")[0] if ":" in line else ""
    titles = [word for kind, titled in _KINDS.items() if titled for word in right[kind]]
    near = nearest(head, titles) if head and head not in titles else None
    return message("spec_keyword_misspelt", language(), word=head, right=near) if near else None


def _hidden_steps(text: str, document: Any) -> list[Flaw]:
    """Steps that Gherkin takes for a description: those before the first step whose keyword it does not know."""
    feature = document.feature
    lang = feature.language
    blocks: list[Any] = [feature]
    marks: set[int] = {feature.location.line}
    for child in _children(feature):
        blocks.append(child)
        marks.add(child.location.line)
        marks.update(step.location.line for step in getattr(child, "steps", ()))
        marks.update(examples.location.line for examples in getattr(child, "examples", ()))
        marks.update(tag.location.line for tag in getattr(child, "tags", ()))
    ends = sorted(marks)
    lines = text.split("\n")
    flaws = []
    for block in blocks:
        start = block.location.line
        at = bisect_right(ends, start)
        end = ends[at] if at < len(ends) else len(lines) + 1
        for number in range(start + 1, end):
            line = lines[number - 1].strip()
            if not line or line.startswith("#") or not block.description:
                continue
            foreign = _foreign(line, lang)
            if foreign is not None:
                flaws.append(Flaw(number, foreign))
    return flaws


def _foreign(line: str, lang: str) -> str | None:
    """A hint for a line of description that was meant as a step."""
    hint = _keyword_hint(line, lang)
    if hint is None:
        return None
    other = _keywords("vi" if lang == "en" else "en")
    if any(line.startswith(word + (":" if titled else " ")) for kind, titled in _KINDS.items() for word in other[kind]):
        return hint
    # A description may well begin with "Thi hành …": only what reads as a step is taken for one.
    rest = line.partition(" ")[2]
    return hint if grammar_of(book()).read(rest) is not None else None


def _children(holder: Any) -> Iterator[Any]:
    for child in holder.children:
        for part in (child.background, child.rule, child.scenario):
            if part is not None:
                yield part
                if hasattr(part, "children"):
                    yield from _children(part)


# -- scenarios ----------------------------------------------------------------------------------------------------


def _gather(spec: SpecFile, document: Any) -> None:
    def walk(holder: Any, before: list[Any]) -> None:
        background = list(before)
        for child in holder.children:
            if child.background is not None:
                background += child.background.steps
            elif child.rule is not None:
                walk(child.rule, background)
            elif child.scenario is not None:
                scenario = child.scenario
                runs = [_lines([*background, *scenario.steps], values) for values in _examples(scenario)]
                spec.cases.append(Case(scenario.name, scenario.location.line, runs))

    walk(document.feature, [])


def _first_steps(spec: SpecFile, document: Any) -> list[Flaw]:
    """Scenarios and backgrounds that begin with "Và": pytest-bdd would refuse the file, so the line is taken out."""
    lines = spec.text.split("\n")
    flaws = []
    for block in _children(document.feature):
        first = next(iter(getattr(block, "steps", ())), None)
        if first is not None and first.keyword_type not in _UNDER:
            flaws.append(Flaw(first.location.line, message("spec_first_step", language(), word=first.keyword)))
            last = first.location.line
            if first.datatable is not None:
                last = first.datatable.rows[-1].location.line
            for number in range(first.location.line, last + 1):
                lines[number - 1] = "#"
    spec.text = "\n".join(lines)
    return flaws


def _examples(scenario: Any) -> list[dict[str, str]]:
    """The values of each example of an outline; a plain scenario has one without any."""
    found = [
        {head.value: cell.value for head, cell in zip(table.table_header.cells, row.cells, strict=True)}
        for table in scenario.examples
        if table.table_header is not None
        for row in table.table_body or ()
    ]
    return found or [{}]


def _lines(steps: list[Any], values: dict[str, str]) -> list[Line]:
    def put(text: str) -> str:
        return _PARAMETER.sub(lambda found: values.get(found[1], found[0]), text)

    lines: list[Line] = []
    keyword: str | None = None
    for step in steps:
        keyword = _UNDER.get(step.keyword_type, keyword)
        table = None
        if step.datatable is not None:
            rows = step.datatable.rows
            table = Table([[put(cell.value) for cell in row.cells] for row in rows], [r.location.line for r in rows])
        lines.append(Line(step.location.line, put(step.text), keyword, table))
    return lines


def _proofread(case: Case) -> list[Flaw]:
    """What is wrong with the words of a scenario, each line looked at even when one before it is wrong."""
    flaws: dict[Flaw, None] = {}
    for run in case.runs:
        world = World(reading_only=True)
        lost = False
        for line in run:
            try:
                world.perform(line.text, line.keyword, line.table)
            except SpecError as error:
                # After a programme that nobody knows, what is expected of it cannot be looked at.
                if not (lost and line.keyword == "then"):
                    flaws.update(dict.fromkeys(_flaws(error, line.line)))
                lost = lost or (world.programme is None and line.keyword == "when")
        if not flaws and not case.flaws:
            flaws.update(dict.fromkeys(_empty(case, world)))
    return sorted(flaws, key=lambda flaw: flaw.line)


def _flaws(error: SpecError, line: int) -> Iterator[Flaw]:
    if isinstance(error, Several):
        for part in error.errors:
            yield from _flaws(part, line)
    else:
        yield Flaw(error.line or line, str(error))


def _empty(case: Case, world: World) -> Iterator[Flaw]:
    """A scenario that cannot fail shows nothing."""
    if world.programme is None:
        yield Flaw(case.line, message("spec_without_judging", language()))
    elif not world.expected:
        yield Flaw(case.line, message("spec_without_expectation", language()))


def _rename_twins(spec: SpecFile) -> None:
    """pytest-bdd keeps one scenario of a name: the second of two is a flaw, and gets a name of its own to run by."""
    first: dict[str, int] = {}
    lines = spec.text.split("\n")
    for case in spec.cases:
        if case.name in first:
            case.flaws.append(Flaw(case.line, message("spec_twins", language(), name=case.name, line=first[case.name])))
            lines[case.line - 1] += f" ({case.line})"
        first.setdefault(case.name, case.line)
    spec.text = "\n".join(lines)
