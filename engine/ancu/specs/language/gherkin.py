"""Feature files as Gherkin reads them: letters composed, the language guessed, every refused line told and taken out.

pytest-bdd refuses a whole file for one wrong line. Here the line becomes a comment and a flaw, and reading goes on.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

from ancu.messages import message
from ancu.specs.language.chosen import language
from ancu.specs.language.keywords import KINDS, keyword_hint, keywords, meant_as_step
from ancu.specs.language.letters import plain
from ancu.specs.language.mending import mend
from ancu.specs.language.mistakes import SpecFlaw

_LANGUAGE = re.compile(r"^\s*#\s*language\s*:\s*(\S+)", re.MULTILINE)
#: What a step stands under, by the kind of its keyword; others go on with what stands before.
UNDER = {"Context": "given", "Action": "when", "Outcome": "then"}
MAX_FLAWS = 200


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
            mended, flaws = mend(text, language_of(text))
            text = text if flaws else mended
            return super().parse(text, *(more or (_matcher(text),)))

    known.Parser = Composing


def compose(text: str) -> str:
    """``text`` with composed letters and plain spaces, and without a byte-order mark."""
    return plain(text)


def language_of(text: str) -> str:
    """The language a file says it is in, else the one whose keyword for a feature it uses; Vietnamese by default."""
    if named := _LANGUAGE.search(text):
        return named[1]
    words = [word for lang in ("en", "vi") for word in keywords(lang)["feature"]]
    first = next((word for line in text.splitlines() for word in words if line.strip().startswith(word + ":")), "")
    return "en" if first in keywords("en")["feature"] else "vi"


def _matcher(text: str) -> Any:
    from gherkin.token_matcher import TokenMatcher

    lang = language_of(text)
    return TokenMatcher(lang if lang in ("vi", "en") else "en")


def parse(text: str) -> tuple[Any, str, list[SpecFlaw]]:
    """The document of ``text`` (None where there is none), the text that it was read from, and what was taken out."""
    text, mended = mend(text, language_of(text))
    data, text, flaws = _parse(text)
    flaws = [*mended, *flaws]
    if data is None or not data.get("feature"):
        # Of a file that is none of ours, each line lacks the same.
        first = {flaw.text: flaw for flaw in reversed(flaws)}
        told = [flaw for flaw in flaws if first[flaw.text] is flaw]
        return None, text, told or [SpecFlaw(1, message("spec_no_feature", language()))]
    from pytest_bdd.gherkin_parser import GherkinDocument

    document = GherkinDocument.from_dict(data)
    flaws += _hidden_steps(text, document)
    text, headless = _without_headless_steps(text, document)
    return document, text, flaws + headless


def _parse(text: str) -> tuple[Any, str, list[SpecFlaw]]:
    """The parsed text and what had to be taken out of it; each pass takes out the lines that the parser refused."""
    from gherkin.errors import CompositeParserException, NoSuchLanguageException, ParserException
    from gherkin.parser import Parser

    flaws: dict[int, SpecFlaw] = {}
    while len(flaws) < MAX_FLAWS:
        refused: list[ParserException]
        try:
            return Parser().parse(text, _matcher(text)), text, list(flaws.values())
        except CompositeParserException as error:
            refused = error.errors
        except ParserException as error:
            refused = [error]
        lines = text.split("\n")
        progress = False
        for problem in refused:
            number = problem.location["line"]
            if isinstance(problem, NoSuchLanguageException):
                named = _LANGUAGE.search(text)
                wrong = named[1] if named else ""
                return None, text, [SpecFlaw(number, message("spec_no_language", language(), name=wrong))]
            if number > len(lines) or number in flaws:
                continue
            flaws[number] = SpecFlaw(number, _why_refused(lines, number, str(problem), language_of(text)))
            lines[number - 1] = "#"
            progress = True
        text = "\n".join(lines)
        if not progress:
            break
    return None, text, list(flaws.values())[:1]


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
    hint = keyword_hint(line, lang)
    if hint is not None:
        return hint
    if "#FeatureLine" in detail:
        return message("spec_no_feature", language())
    words = keywords(lang if lang in ("vi", "en") else "vi")
    known = ", ".join(f"“{words[kind][0]}”" for kind, titled in KINDS.items() if not titled)
    return message("spec_no_keyword", language(), line=line, known=known)


def _cells(row: str) -> int:
    return len(re.findall(r"(?<!\\)\|", row)) - 1


def _hidden_steps(text: str, document: Any) -> list[SpecFlaw]:
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
            foreign = meant_as_step(line, lang)
            if foreign is not None:
                flaws.append(SpecFlaw(number, foreign))
    return flaws


def _children(holder: Any) -> Iterator[Any]:
    for child in holder.children:
        for part in (child.background, child.rule, child.scenario):
            if part is not None:
                yield part
                if hasattr(part, "children"):
                    yield from _children(part)


def _without_headless_steps(text: str, document: Any) -> tuple[str, list[SpecFlaw]]:
    """``text`` without first steps such as "Và", for which pytest-bdd refuses a file; and those steps as flaws."""
    lines = text.split("\n")
    flaws = []
    for block in _children(document.feature):
        for place, step in enumerate(getattr(block, "steps", ())):
            if step.keyword_type in UNDER:
                break
            if place == 0:
                word = step.keyword.strip()
                flaws.append(SpecFlaw(step.location.line, message("spec_first_step", language(), word=word)))
            last = step.location.line
            if step.datatable is not None:
                last = step.datatable.rows[-1].location.line
            for number in range(step.location.line, last + 1):
                lines[number - 1] = "#"
    return "\n".join(lines), flaws
