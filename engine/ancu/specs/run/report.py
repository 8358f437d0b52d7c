"""What a run of specs is told by: the reasoning behind a result, and JUnit XML for continuous integration."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

from ancu.decision.contract import Outcome, Reason
from ancu.decision.model import Decision
from ancu.decision.persons import missing_texts
from ancu.decision.rendering import condition_text, sentence, status_text, title_of
from ancu.messages import Language, message
from ancu.rulebook.types import Type
from ancu.rulebook.values import format_value
from ancu.specs.language.remarks import Remark
from ancu.specs.run.results import Result, SpecRun, Trouble

#: How an outcome is marked.
MARKS: dict[Outcome, str] = {"met": "✓", "not_met": "✗", "unknown": "?"}


@dataclass(frozen=True)
class ReasoningLine:
    """A line of reasoning: how deep it stands, how the condition came out (None: no condition), the sentence."""

    depth: int
    outcome: Outcome | None
    text: str


def verdict(decision: Decision, lang: Language) -> str:
    """Programme, day and result in one line."""
    day = format_value(decision.as_of.toordinal(), Type("date"), None, lang)
    title = title_of(decision.context.book, decision.programme, lang)
    return message("spec_verdict", lang, programme=title, day=day, status=status_text(decision, lang))


def reasoning(decision: Decision, lang: Language, condition: str | None = None) -> Iterator[ReasoningLine]:
    """The conditions at the top, and below them what tells why, or leads to ``condition``."""
    wanted = {*decision.told, *([condition] if condition else [])}

    def leads(reason: Reason) -> bool:
        return reason.condition in wanted or any(leads(part) for part in reason.parts)

    def tell(reason: Reason, depth: int) -> Iterator[ReasoningLine]:
        # Where the law stands is of interest for what carries the decision.
        text = (sentence if reason.ground else condition_text)(decision.context, reason.condition, lang)
        yield ReasoningLine(depth, reason.outcome, text)
        if reason.condition not in wanted or reason.condition == condition:
            for part in reason.parts:
                if leads(part) or reason.condition == condition:
                    yield from tell(part, depth + 1)

    if decision.status == "not_in_force":
        # The last lines say what engine issued it.
        lines = decision.explain(lang).splitlines()[2:-2]
        yield from (ReasoningLine(0, None, line.removeprefix("- ")) for line in lines if line)
        return
    for reason in decision.reasons:
        yield from tell(reason, 0)
    if decision.missing:
        labels = "; ".join(missing_texts(decision.context, decision.missing, lang))
        yield ReasoningLine(0, None, message("spec_missing", lang, labels=labels))


def trouble_text(result: Result, trouble: Trouble, lang: Language) -> str:
    """A trouble in full, as plain text."""
    lines = [f"{result.place(trouble.line)}: {trouble.text}"]
    if trouble.step:
        lines.insert(0, trouble.step)
    if trouble.decision is not None:
        lines.append(verdict(trouble.decision, lang))
        for step in reasoning(trouble.decision, lang, trouble.condition):
            mark = f"{MARKS[step.outcome]} " if step.outcome else ""
            lines.append(f"{'  ' * (step.depth + 1)}{mark}{step.text}")
    return "\n".join(lines)


def remark_text(result: Result, remark: Remark, lang: Language) -> str:
    """A remark in a line, with its place."""
    return message("spec_remark", lang, place=result.place(remark.line or result.line), text=remark.text)


def junit(run: SpecRun, lang: Language) -> bytes:
    """The run as JUnit XML: a suite a file, a failure for a mismatch, an error for a mistake of writing."""
    root = ElementTree.Element("testsuites", name="ancu spec run", time=f"{run.seconds:.3f}")
    suites: dict[str, ElementTree.Element] = {}
    for result in run.results:
        file = result.path.as_posix()
        if file not in suites:
            suites[file] = ElementTree.SubElement(root, "testsuite", name=file)
        case = ElementTree.SubElement(
            suites[file], "testcase",
            name=result.name, classname=result.feature, file=file, line=str(result.line), time=f"{result.seconds:.3f}",
        )  # fmt: skip
        for trouble in result.troubles:
            kind = "failure" if result.outcome == "failed" else "error"
            element = ElementTree.SubElement(case, kind, message=trouble.text)
            element.text = trouble_text(result, trouble, lang)
        if result.remarks:
            lines = (remark_text(result, remark, lang) for remark in result.remarks)
            ElementTree.SubElement(case, "system-out").text = "\n".join(lines)
    for element, inside in ((root, run.results), *((s, _of(run, file)) for file, s in suites.items())):
        element.set("tests", str(len(inside)))
        element.set("failures", str(sum(result.outcome == "failed" for result in inside)))
        element.set("errors", str(sum(result.outcome == "flawed" for result in inside)))
    ElementTree.indent(root)
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _of(run: SpecRun, file: str) -> list[Result]:
    return [result for result in run.results if result.path.as_posix() == file]
