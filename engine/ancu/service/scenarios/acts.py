"""What the buttons of the editor do: each changes the editor that is shown next, or answers with a file."""

from __future__ import annotations

import asyncio
import base64
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from starlette.responses import Response

from ancu.errors import Problem
from ancu.kept import kept
from ancu.messages import message
from ancu.rulebook.rulebook import Rulebook
from ancu.screening.lists.workbooks import BOOK_SUFFIXES
from ancu.service.problems import HttpError
from ancu.service.scenarios.editor import Editor
from ancu.service.scenarios.folder import ChangedSince, OpenedText, digest_of
from ancu.service.scenarios.frame import with_frame
from ancu.service.scenarios.git import CommitDone, commit, one_line
from ancu.service.scenarios.names import clean_name
from ancu.service.scenarios.room import LONG, ScenarioRoom
from ancu.service.scenarios.sentences import found_by
from ancu.service.scenarios.views import RoomView, both_ways
from ancu.specs.language.names import conditions_of

#: As what a browser takes a feature file, and a workbook.
TEXT, BOOK = "text/plain; charset=utf-8", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#: How large a workbook of cases may be, in bytes.
_LARGEST_BOOK = 5 << 20
#: In whose name a file is committed where nobody signs in.
_NOBODY = "ancu"


@dataclass
class Act:
    """One press of a button: on what, and the file that was sent with it."""

    room: ScenarioRoom
    view: RoomView
    editor: Editor
    content: bytes = b""
    called: str = ""
    #: What stands behind the name of the act.
    rest: str = ""


def away(content: bytes, name: str, media_type: str) -> Response:
    """A file to be taken away."""
    disposition = f"attachment; filename*=UTF-8''{quote(name)}"
    return Response(content, media_type=media_type, headers={"content-disposition": disposition})


async def _run(act: Act) -> None:
    """Run the text; how it came out is remembered of a file that is saved."""
    editor = act.editor
    answer = await act.room.ask(act.view.owner, "run_text", editor.lang, text=editor.text)
    editor.problems += answer["problems"]
    if not answer["problems"]:
        editor.run = answer
        act.room.results.put(digest_of(editor.text.encode()), answer["counts"], answer["lines"])


async def _frame(act: Act) -> None:
    """Add the frame of a scenario."""
    editor, book = act.editor, act.room.book
    day = editor.chosen_day()
    if day is not None:
        programme = editor.chosen_programme(book)
        editor.text = with_frame(book, editor.text, one_line(editor.name), programme, day, editor.lang)
        editor.notices.append(message("room_framed", editor.lang))
        editor.name = ""


async def _language(act: Act) -> None:
    """Show the page in the other language, with what was written."""
    act.editor.lang = act.view.lang = "en" if act.rest == "en" else "vi"


async def _find(act: Act) -> None:
    """Search the phrase book."""
    editor = act.editor
    editor.found = await asyncio.to_thread(found_by, act.room.book, editor.lang, editor.words or " ")


async def _save(act: Act) -> None:
    """Save the text, and commit it where the folder lies in a repository."""
    await _save_over(act, act.editor.opened)


async def _take(act: Act) -> None:
    """Save the text in the place of another's version that the page has shown."""
    await _save_over(act, act.rest)


async def _save_over(act: Act, opened: str) -> None:
    editor, folder = act.editor, act.room.folder
    if folder is None:
        raise HttpError(404, "not-found", Problem("room_no_folder"))
    if not editor.text.strip():
        raise HttpError(422, "request", Problem("room_nothing_to_save"))
    if not editor.file:
        raise HttpError(422, "request", Problem("room_no_name"))
    subject = one_line(editor.subject) or message("room_subject", editor.lang, name=editor.file)
    author = act.view.key.partition("/")[0] if act.view.key is not None else _NOBODY

    def work() -> tuple[str, OpenedText, CommitDone]:
        name, saved = folder.save(editor.file, editor.text, opened)
        return name, saved, commit(folder.root, name, subject, author)

    try:
        name, saved, done = await asyncio.to_thread(work)
    except ChangedSince as changed:
        other = changed.now.text if changed.now is not None else ""
        editor.other = await asyncio.to_thread(both_ways, editor.text, other)
        editor.other_digest = changed.now.digest if changed.now is not None else ""
        return
    except OSError as error:
        raise HttpError(507, "disk-full", Problem("room_not_saved", {"reason": error.strerror or ""})) from error
    editor.file, editor.opened, editor.subject = name, saved.digest, ""
    editor.notices.append(message("room_saved", editor.lang, name=name))
    if done.commit:
        editor.notices.append(message("room_committed", editor.lang, commit=done.commit, author=author))
    if done.problem is not None:
        editor.notices.append(done.problem.text(editor.lang))


async def _download(act: Act) -> Response:
    """The text as a file, where nothing is saved here or somebody wants it elsewhere."""
    name = clean_name(act.editor.file or "tinh-huong").rpartition("/")[2]
    return away(act.editor.text.encode(), name, TEXT)


async def _export(act: Act) -> Response | None:
    """The scenarios as a table of cases, each with how it came out."""
    editor = act.editor
    answer = await act.room.ask(act.view.owner, "write_workbook", editor.lang, text=editor.text)
    if answer["problems"]:
        editor.problems += answer["problems"]
        return None
    name = f"{Path(editor.file or 'tinh-huong').stem}.xlsx"
    return away(base64.b64decode(answer["content"]), name, BOOK)


async def _import(act: Act) -> None:
    """Read a workbook; its scenarios stand in the editor then, to be run and saved as a feature."""
    editor = act.editor
    name = act.called.replace("\\", "/").rpartition("/")[2]
    if not act.content:
        raise HttpError(422, "request", Problem("desk_no_file"))
    if not name.casefold().endswith(BOOK_SUFFIXES):
        raise HttpError(422, "request", Problem("desk_suffix", {"name": name[:80], "known": ", ".join(BOOK_SUFFIXES)}))
    if len(act.content) > _LARGEST_BOOK:
        raise HttpError(422, "request", Problem("desk_too_large", {"most": f"{_LARGEST_BOOK / (1 << 20):.4g}"}))
    content = base64.b64encode(act.content).decode()
    programme = editor.programme if editor.programme in act.room.book.programmes else ""
    answer = await act.room.ask(
        act.view.owner, "read_workbook", editor.lang, name=name, content=content, programme=programme
    )
    editor.problems += answer["problems"]
    if "rows" not in answer:
        return
    editor.notices += answer["skipped"]
    editor.rows = answer["rows"]
    if answer["text"]:
        editor.text, editor.file, editor.opened = answer["text"], Path(name).stem, ""
        editor.notices.append(message("room_imported", editor.lang, count=answer["cases"]))


async def _missing(act: Act) -> None:
    """Draft the cases at the edges of a condition that no scenario of the folder judges."""
    editor, room = act.editor, act.room
    programme, _, condition = act.rest.partition("/")
    day = editor.chosen_day()
    if programme not in room.book.programmes or condition not in room.book.conditions:
        raise HttpError(404, "not-found", Problem("law_unknown"))
    if day is None:
        return
    names = await asyncio.to_thread(room.folder.names) if room.folder is not None else []
    root = str(room.folder.root) if room.folder is not None else ""
    answer = await room.ask(
        act.view.owner, "missing", editor.lang, LONG,
        root=root, names=names, programme=programme, condition=condition, day=day.isoformat(),
    )  # fmt: skip
    editor.problems += answer["problems"]
    if answer["problems"]:
        return
    editor.programme = programme
    editor.text = answer["text"]
    if not answer["cases"]:
        editor.notices.append(message("room_none_missing", editor.lang))
    for name, count, of in answer["cases"]:
        editor.notices.append(message("room_missing", editor.lang, name=name, count=count, of=of))


async def run_folder(room: ScenarioRoom, view: RoomView) -> list[str]:
    """Run every file of the folder; what was wrong, in sentences."""
    folder = room.folder
    assert folder is not None
    entries = await asyncio.to_thread(folder.entries)
    if not entries:
        return [message("room_empty", view.lang)]
    names = [entry.name for entry in entries]
    try:
        answer = await room.ask(view.owner, "run_folder", view.lang, LONG, root=str(folder.root), names=names)
    except HttpError as error:
        return [problem.text(view.lang) for problem in error.problems]
    problems: list[str] = answer["problems"]
    for entry in entries:
        if (found := answer.get("files", {}).get(entry.name)) is not None:
            room.results.put(entry.digest, found["counts"], found["lines"])
    return problems


@kept
def judging(book: Rulebook, name: str) -> tuple[str, ...]:
    """The programmes that judge a condition."""
    return tuple(programme for programme in book.programmes if name in conditions_of(book, programme))


ACTS: Mapping[str, Callable[[Act], Awaitable[Response | None]]] = {
    "run": _run, "frame": _frame, "find": _find, "save": _save, "take": _take, "download": _download,
    "export": _export, "language": _language, "import": _import, "missing": _missing,
}  # fmt: skip
