"""The reply to the developer, as an office would sign it: a draft in plain text, for the workbook and for a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ancu.decision.rendering import title_of
from ancu.doubles.results import DoubleFound
from ancu.doubles.telling import DoublesTelling
from ancu.messages import lower_first

#: How many cases of whom nothing was found a letter names; more are an annex.
_MOST_CLEAR = 60
_NAMED = ("earlier_support", "listed_twice", "same_house")


def letter_lines(telling: DoublesTelling) -> Iterator[str]:
    """The lines of the letter; blank ones between paragraphs."""
    report, say = telling.report, telling.say
    blank = say("letter_blank")
    project = say("letter_of_project", project=report.project) if report.project else ""
    province = telling.province(report.province) or blank
    yield say("letter_heading_left", province=province.upper())
    yield say("letter_number")
    yield ""
    yield say("letter_heading_right")
    yield say("letter_motto")
    yield say("letter_place", province=province, year=report.received_on.year)
    yield ""
    yield say("letter_subject", project=project)
    yield ""
    yield say("letter_to", project=report.project or blank)
    yield ""
    yield say(
        "letter_received",
        received=telling.day(report.received_on),
        programme=lower_first(title_of(telling.book, report.programme, telling.lang)),
        project=project,
        households=len(report.households),
        people=len(report.people),
    )
    if report.reply_by is not None:
        days = (report.reply_by - report.received_on).days
        due = telling.weekday(report.reply_by)
        yield say("letter_due", basis=telling.reply_basis(), days=days, due=due)
    yield say("letter_held", entries=report.entries, registers=", ".join(map(telling.file, report.registers)) or blank)
    yield ""
    certain = [one for one in report.findings if one.sort in _NAMED and one.level in ("hit", "confirmed")]
    told = [one for one in certain if one.effect.effect != "asks"]
    asked = [one for one in report.findings if one.sort in _NAMED and one.effect.effect == "asks"]
    yield from _part(telling, "letter_barred", told)
    yield from _part(telling, "letter_asked", asked)
    clear = [one for one in report.people if one.standing == "clear"]
    yield say("letter_clear", count=len(clear))
    cases = list(dict.fromkeys(one.person.case or telling.where(one.person) for one in clear))
    if not clear:
        yield say("letter_nobody")
    elif len(cases) <= _MOST_CLEAR:
        yield say("letter_clear_list", cases=", ".join(cases))
    else:
        yield say("letter_clear_annex", sheet=say("sheet_doubles_people"))
    yield ""
    yield say("letter_limits", as_of=telling.day(report.as_of))
    yield ""
    yield say("letter_signed")
    yield ""
    yield say("letter_cc")


def _part(telling: DoublesTelling, heading: str, found: Sequence[DoubleFound]) -> Iterator[str]:
    yield telling.say(heading, count=len(found))
    if not found:
        yield telling.say("letter_nobody")
    for one in found:
        yield _item(telling, one)
    yield ""


def _item(telling: DoublesTelling, found: DoubleFound) -> str:
    person, say = found.person, telling.say
    clauses = telling.clauses(found.effect)
    # What bars is told with its clauses; what is asked or does not bar, with those that were looked at besides.
    joint = ": " if found.effect.effect in ("bars", "bars_in_part") else "; "
    line = say(
        "letter_item",
        name=person.name or telling.where(person),
        born=say("letter_born", born=person.born) if person.born is not None else "",
        number=say("letter_id", number=person.number) if person.number is not None else "",
        case=person.case or "–",
        sort=lower_first(say(f"doubles_sort_{found.sort}")),
        support=telling.supports(found),
        where=telling.where(found.other),
        agreement=telling.agreement(found.agreement) or say("doubles_sort_same_house"),
        effect=telling.effect(found.effect),
        clauses=joint + clauses if clauses else "",
    )
    return line.strip()


def letter_text(telling: DoublesTelling, *, markdown: bool) -> str:
    """The letter as a file: Markdown keeps each line a paragraph of its own."""
    lines = list(letter_lines(telling))
    if not markdown:
        return "\n".join(lines) + "\n"
    spaced = [line if line.startswith("- ") or not line else f"{_escaped(line)}\n" for line in lines]
    text = "\n".join(_escaped(line) if line.startswith("- ") else line for line in spaced)
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    return text.strip() + "\n"


def _escaped(line: str) -> str:
    """A line that Markdown shows as it stands: its lists are ours, its emphasis is not."""
    return "".join(f"\\{letter}" if letter in "\\*_`<>[]#|" else letter for letter in line)
