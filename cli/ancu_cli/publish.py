"""``ancu publish``: lists that law has made public, with the fields that the text names and none besides."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from ancu.errors import Problem
from ancu.messages import Language, message
from ancu.notices.case_of_notice import Buyer, CaseOfNotice
from ancu.notices.office import Office, read_office
from ancu.notices.public_files import PUBLIC_FORMS, public_file
from ancu.notices.public_lists import PublishedList, public_list, published
from ancu.notices.sources import CasesAsked, buyers_from, cases_from
from ancu.rulebook.notices import PublicList
from ancu.rulebook.rulebook import Rulebook
from ancu.screening.results.files import check_apart, whole_files
from ancu_cli.common import UsageProblem, day_of, rulebook_for_a_run
from ancu_cli.exits import Exit
from ancu_cli.explain import record_from_json
from ancu_cli.folding import say

#: How many rows that could not be read a warning names.
_NAMED = 5


def publish(
    *,
    lang: Language,
    rules_dir: str | None,
    source: str | None,
    name: str,
    address: str | None,
    by: str | None,
    programme: str | None,
    project: str | None,
    office: str | None,
    as_of: str | None,
    mapping: str | None,
    members: str | None,
    sheet: tuple[str, ...],
    output: tuple[str, ...],
) -> Exit:
    """Write a public list of a screened list, a list of buyers, or the register."""
    address = address or (os.environ.get("ANCU_REGISTER") if source is None else None)
    if (source is None) == (address is None):
        raise UsageProblem(Problem("notice_which_source", {}))
    if not output:
        raise UsageProblem(Problem("public_no_output", {}))
    for path in output:
        if Path(path).suffix.lower() not in PUBLIC_FORMS:
            raise UsageProblem(Problem("public_output_suffix", {"path": path}))
    inputs = [path for path in (source, office, mapping, members) if path is not None]
    check_apart(inputs, [Path(path) for path in output])
    sender = read_office(office)
    book = rulebook_for_a_run(rules_dir)
    listing = public_list(book, name)
    if programme is not None and book.programme(programme).programme not in listing.programmes:
        values = {"programme": programme, "list": name, "known": ", ".join(listing.programmes)}
        raise UsageProblem(Problem("public_other_programme", values))
    day = day_of(as_of) or date.today()
    several = sheet if len(sheet) > 1 else next(iter(sheet), None)
    asked = CasesAsked(programme, (), project or "", day_of(as_of), mapping, members, several)
    if address is not None:
        made, contents = _of_register(book, address, by, name, asked, sender, output, day, lang)
    else:
        assert source is not None
        made = published(book, name, _of_list(book, source, listing, asked), sender, project or "", lang)
        contents = {path: public_file(made, path, day) for path in output}
    with whole_files() as files:
        for path, content in contents.items():
            files.write(Path(path), content)
    return _tell(made, asked, output, lang)


def _of_list(book: Rulebook, source: str, listing: PublicList, asked: CasesAsked) -> Iterable[CaseOfNotice | Buyer]:
    """The cases of a list; of a list of buyers, whoever stands in it."""
    if listing.signed:
        return buyers_from(book, source, asked, listing.programmes[0])
    if asked.programme is None and len(listing.programmes) == 1:
        asked.programme = listing.programmes[0]
    return cases_from(book, source, asked, lambda path: record_from_json(book, path))


def _of_register(
    book: Rulebook,
    address: str,
    by: str | None,
    name: str,
    asked: CasesAsked,
    office: Office,
    output: tuple[str, ...],
    day: date,
    lang: Language,
) -> tuple[PublishedList, dict[str, bytes]]:
    """The list of a register, and its files; an entry says that they leave it before any does."""
    from ancu.notices.of_register import RegisterTaken, buyers_of_register, cases_of_register
    from ancu.register.entries import Exported
    from ancu.register.standing import standing_of
    from ancu.register.store import Register
    from ancu.register.wording import of_project, today

    listing, taken = public_list(book, name), RegisterTaken()
    with Register.open(address).writing(by) as writer:
        standing = standing_of(writer.entries())
        programmes = listing.programmes if asked.programme is None else [book.programme(asked.programme).programme]
        applications = [one for one in of_project(standing, asked.project or None) if one.programme in programmes]
        cases: Iterable[CaseOfNotice | Buyer]
        if listing.signed:
            cases = buyers_of_register(writer, applications, taken)
        else:
            cases = cases_of_register(book, writer, standing, applications, taken, today(), lang)
        made = published(book, name, cases, office, asked.project, lang)
        contents = {path: public_file(made, path, day) for path in output}
        for content in contents.values():
            writer.add(
                Exported(
                    purpose=f"{listing.title.vi} ({made.basis})",
                    recipient=listing.places.vi,
                    fields=list(made.fields),
                    applications=len(made.rows),
                    sha256=hashlib.sha256(content).hexdigest(),
                )
            )
    for key, count in (("notice_unapproved", taken.unapproved), ("notice_erased", taken.erased)):
        if count:
            say(message(key, lang, count=count), err=True)
    return made, contents


def _tell(made: PublishedList, asked: CasesAsked, output: tuple[str, ...], lang: Language) -> Exit:
    say(message("public_made", lang, title=made.title, count=len(made.rows)))
    for status, count in sorted(made.left_out.items()):
        say(message("public_left", lang, count=count, status=message(f"status_{status}", lang)), err=True)
    for heading, count in made.lacking.items():
        say(message("public_lacking", lang, count=count, field=heading), err=True)
    if asked.returned:
        say(message("public_returned", lang, count=len(asked.returned)), err=True)
        for problem in asked.returned[:_NAMED]:
            say(f"- {problem.text(lang)}", err=True)
    for path in output:
        say(message("note_written", lang, path=path), err=True)
    return Exit.SOME_REJECTED if asked.returned else Exit.ALL_JUDGED
