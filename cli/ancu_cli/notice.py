"""``ancu notice``: what an office sends on decisions, and the citizen's slip."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from ancu.errors import Problem
from ancu.messages import Language, message
from ancu.notices.builtin_template import builtin_template
from ancu.notices.case_of_notice import CaseOfNotice
from ancu.notices.content import check_kind
from ancu.notices.files import FORMS, read_template, write_notices
from ancu.notices.notice import Notice, NoticeAsked, notices_on
from ancu.notices.office import read_office
from ancu.notices.slip import SLIP
from ancu.notices.sources import CasesAsked, cases_from
from ancu.notices.tags import TAGS
from ancu.notices.word_template import WordTemplate
from ancu.rulebook.rulebook import Rulebook
from ancu.screening.results.files import check_apart, whole_files
from ancu_cli.common import UsageProblem, day_of, rulebook_for_a_run
from ancu_cli.exits import Exit
from ancu_cli.explain import record_from_json
from ancu_cli.folding import say
from ancu_cli.writing import write_new

#: How many rows that could not be read a warning names.
_NAMED = 5


def notice(
    *,
    lang: Language,
    rules_dir: str | None,
    source: str | None,
    address: str | None,
    programme: str | None,
    cases: tuple[str, ...],
    project: str | None,
    kind: str | None,
    office: str | None,
    until: str | None,
    as_of: str | None,
    mapping: str | None,
    members: str | None,
    sheet: tuple[str, ...],
    template: str | None,
    file_copy: bool,
    output: tuple[str, ...],
    tags: bool,
    own_template: str | None,
) -> Exit:
    """Write the notices on the cases of a list, a record or the register; or what a template needs."""
    if tags:
        _show_tags(lang)
        return Exit.ALL_JUDGED
    if own_template is not None:
        write_new(own_template, builtin_template("slip" if kind == SLIP else "notice"))
        say(message("note_written", lang, path=own_template), err=True)
        return Exit.ALL_JUDGED
    address = address or (os.environ.get("ANCU_REGISTER") if source is None else None)
    _check(source, address, output, template)
    inputs = [path for path in (source, office, template, mapping, members) if path is not None]
    check_apart(inputs, [Path(path) for path in output])
    prepared, sender = read_template(template), read_office(office)
    book = rulebook_for_a_run(rules_dir)
    asked = NoticeAsked(check_kind(book, kind) if kind is not None else None, sender, day_of(until), lang, file_copy)
    taken = CasesAsked(
        programme, cases, project or "", day_of(as_of), mapping, members,
        sheet if len(sheet) > 1 else next(iter(sheet), None),
    )  # fmt: skip
    if address is not None:
        found = _of_register(book, address, taken, asked, lang)
    else:
        assert source is not None
        found = cases_from(book, source, taken, lambda path: record_from_json(book, path))
    made: list[Notice] = []
    left: Counter[str] = Counter()
    for each in notices_on(book, found, asked):
        if isinstance(each, Notice):
            made.append(each)
        else:
            left[each.decision.status] += 1
    write_files(output, made, prepared, taken.as_of or date.today(), lang)
    _tell(book, made, left, taken, lang)
    return Exit.SOME_REJECTED if taken.returned else Exit.ALL_JUDGED


def _check(source: str | None, address: str | None, output: tuple[str, ...], template: str | None) -> None:
    if (source is None) == (address is None):
        raise UsageProblem(Problem("notice_which_source", {}))
    if not output:
        raise UsageProblem(Problem("notice_no_output", {}))
    check_forms(output)
    if template is not None and not any(Path(path).suffix.lower() in (".docx", ".zip") for path in output):
        raise UsageProblem(Problem("notice_template_for_word", {}))


def check_forms(output: tuple[str, ...]) -> None:
    """Raise :class:`UsageProblem` for a file that notices are not written as."""
    for path in output:
        if Path(path).suffix.lower() not in FORMS:
            raise UsageProblem(Problem("notice_output_suffix", {"path": path}))


def _of_register(
    book: Rulebook, address: str, taken: CasesAsked, asked: NoticeAsked, lang: Language
) -> Iterator[CaseOfNotice]:
    """The cases of the register; what could not be told of is said when all are through."""
    from ancu.notices.of_register import RegisterTaken, cases_of_register
    from ancu.register import acts
    from ancu.register.standing import standing_of
    from ancu.register.store import Register
    from ancu.register.wording import of_project, today

    skipped = RegisterTaken()
    with Register.open(address).reading() as reader:
        standing = standing_of(reader.entries())
        if taken.cases:
            keys = [acts.find(reader, case, taken.programme).application for case in taken.cases]
            applications = [standing.applications[key] for key in keys]
        else:
            applications = of_project(standing, taken.project or None)
            if taken.programme is not None:
                name = book.programme(taken.programme).programme
                applications = [one for one in applications if one.programme == name]
        yield from cases_of_register(book, reader, standing, applications, skipped, taken.as_of or today(), asked.lang)
    for key, count in (("notice_unapproved", skipped.unapproved), ("notice_erased", skipped.erased)):
        if count:
            say(message(key, lang, count=count), err=True)


def write_files(
    output: tuple[str, ...], made: list[Notice], prepared: WordTemplate | None, day: date, lang: Language
) -> None:
    """Write all files or none; without a notice there is nothing to write."""
    if not made:
        return
    with whole_files() as files:
        for path in output:
            write_notices(files, path, made, prepared, day, lang)
    for path in output:
        say(message("note_written", lang, path=path), err=True)
    if any(Path(path).suffix.lower() == ".pdf" for path in output):
        from ancu.notices.pdf import WANTED, type_used

        if type_used() != WANTED:
            say(message("notice_type", lang, wanted=WANTED, used=type_used()), err=True)


def _tell(book: Rulebook, made: list[Notice], left: Counter[str], taken: CasesAsked, lang: Language) -> None:
    counted = Counter(one.kind for one in made)
    told = [f"{counted[name]} {message(f'notice_kind_{name}', lang)}" for name in book.notices.kinds if counted[name]]
    say(message("notice_made", lang, count=len(made), kinds=", ".join(told) or "–"))
    for status, count in sorted(left.items()):
        values = {"count": count, "status": message(f"status_{status}", lang)}
        say(message("notice_none_sent", lang, **values), err=True)
    if taken.uncovered:
        say(message("notice_uncovered", lang, count=taken.uncovered), err=True)
    if taken.returned:
        say(message("notice_returned", lang, count=len(taken.returned)), err=True)
        for problem in taken.returned[:_NAMED]:
            say(f"- {problem.text(lang)}", err=True)


def _show_tags(lang: Language) -> None:
    say(message("notice_tags", lang))
    for name, is_list in TAGS.items():
        line = f"{{{{ {name} }}}}  {message(f'notice_tag_is_{name}', lang)}"
        say(line + (f" {message('notice_tag_list', lang)}" if is_list else ""))
