"""``ancu draw freeze``: the plan and the screened list, frozen before anybody can know who wins."""

from __future__ import annotations

import os
from pathlib import Path

from ancu.draw.choosing import plan_for, read_plan_file
from ancu.draw.freezing import ListColumns
from ancu.draw.freezing import freeze as frozen_of
from ancu.errors import OutputError, Problem, os_reason
from ancu.messages import Language, message
from ancu.rulebook.loading import load_rulebook
from ancu.screening.results.files import whole_files
from ancu.text_files import content_of, decode
from ancu_cli import draw_common
from ancu_cli.draw_common import COMMITMENTS, LIST, PLAN, PROTOCOL, RECORDS, SECRET, pairs_of
from ancu_cli.exits import Exit
from ancu_cli.folding import say


def freeze(
    *,
    lang: Language,
    rules_dir: str | None,
    plan: str,
    receipt: str,
    output: str,
    type_column: str | None,
    groups: tuple[str, ...],
) -> Exit:
    """Judge the list again, freeze it with the plan, and say what is published and what is kept."""
    book = load_rulebook(rules_dir)
    chosen = plan_for(book, read_plan_file(plan, decode(plan, content_of(plan))), plan, lang)
    columns = ListColumns(type_column, pairs_of(groups, "draw_bad_group"))
    folder = _new_folder(output)
    done = frozen_of(book, chosen, receipt, columns, draw_common.now())
    contents = {
        PROTOCOL: done.protocol.as_file(),
        PLAN: done.protocol.parts["plan"].encode(),
        LIST: done.protocol.parts["list"].encode(),
        COMMITMENTS: done.protocol.parts["freeze"].encode(),
        RECORDS: done.records,
        SECRET: f"{done.secret}\n".encode(),
    }
    _make(folder)
    with whole_files() as files:
        for name, content in contents.items():
            files.write(folder / name, content)
    dossiers = done.protocol.frozen_list().dossiers
    eligible = [one for one in dossiers if one.eligible]
    values = {
        "dossiers": len(dossiers),
        "eligible": len(eligible),
        "provisional": sum(one.standing == "provisional" for one in eligible),
        "ineligible": len(dossiers) - len(eligible),
        "flats": len(chosen.flats),
    }
    say(message("draw_frozen", lang, **values))
    if len(eligible) <= len(chosen.flats) and not chosen.separate:
        say(message("draw_frozen_no_need", lang))
    say(message("draw_frozen_publish", lang, code=done.protocol.sha256["freeze"]))
    public = ", ".join(str(folder / name) for name in (PROTOCOL, PLAN, LIST, COMMITMENTS))
    kept = {"secret": folder / SECRET, "records": folder / RECORDS}
    say(message("draw_frozen_files", lang, public=public, **kept), err=True)
    return Exit.ALL_JUDGED


def _new_folder(output: str) -> Path:
    """Where what is frozen goes; :class:`OutputError` where something stands there already."""
    folder = Path(output)
    if os.path.lexists(folder) and (not folder.is_dir() or any(folder.iterdir())):
        raise OutputError(Problem("file_exists", {"path": output}))
    return folder


def _make(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise OutputError(Problem("file_unwritable", {"path": str(folder), "reason": os_reason(error)})) from error
