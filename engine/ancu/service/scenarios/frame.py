"""The frame of a scenario, to be filled in: its title, the day, the programme, and a result to expect."""

from __future__ import annotations

from datetime import date

from ancu.messages import Language, message
from ancu.rulebook.phrases import sentence_text
from ancu.rulebook.rulebook import Rulebook
from ancu.specs.draft.writer import ScenarioWriter


def with_frame(book: Rulebook, text: str, name: str, programme: str, day: date, lang: Language) -> str:
    """``text`` with one more scenario at its end; a text that is empty becomes a file with it alone."""
    writer = ScenarioWriter(book, lang)
    words, title = writer.words, book.programmes[programme].title[lang]
    lines = text.rstrip().split("\n") if text.strip() else [f"# language: {lang}", f"{words['feature']}: {title}"]
    status = message("status_eligible", lang)
    lines += [
        "",
        f"  {words['scenario']}: {name or message('room_frame_name', lang)}",
        f"    {words['given']} {sentence_text('step_as_of', lang).replace('{day}', writer.day(day))}",
        f"    {words['and']} ",
        f"    {words['when']} {sentence_text('step_judge', lang).replace('{programme}', title)}",
        f"    {words['then']} {sentence_text('step_result', lang).replace('{status}', status)}",
    ]
    return "\n".join(lines) + "\n"
