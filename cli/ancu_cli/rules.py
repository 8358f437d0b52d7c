"""``ancu rules``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import get_args

import click

from ancu import extras
from ancu.errors import ExtraMissingError, Problem, UnknownNameError
from ancu.handbook.comparison import concerning, in_words, readers_of
from ancu.handbook.document import handbook
from ancu.handbook.statements import changes, statements
from ancu.handbook.wording import Wording, figure_text, period_text
from ancu.messages import Language, message
from ancu.rulebook import citations
from ancu.rulebook.expressions import CONNECTIVES, And, AtLeast, Expr, Name, Or
from ancu.rulebook.folder import folder_of
from ancu.rulebook.loading import check_rulebook, load_rulebook
from ancu.rulebook.model import Audience, Programme
from ancu.rulebook.owed import owed as owed_by
from ancu.rulebook.references import cited, use_of
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import day_text
from ancu_cli.common import UsageProblem, day_of
from ancu_cli.exits import Exit
from ancu_cli.folding import say


def show_list(*, lang: Language, rules_dir: str | None, on: str | None, audience: str | None) -> int:
    """Print the programmes, each with its periods; with ``on`` those open on a day, each with what it grants then."""
    book = load_rulebook(rules_dir)
    day = day_of(on, "--on")
    if audience is not None and audience not in get_args(Audience):
        values = {"value": audience, "known": ", ".join(get_args(Audience))}
        raise UsageProblem(Problem("usage_audience", values))
    listed = [
        programme
        for programme in book.programmes.values()
        if (day is None or programme.in_force_on(day)) and (audience is None or audience in programme.audience)
    ]
    for programme in listed:
        periods = "; ".join(period_text(opening.period, lang) for opening in programme.periods)
        say(f"{programme.programme}\n  {programme.title[lang]}")
        say(f"  {message('rules_periods', lang, periods=periods)}")
        if day is not None:
            for line in _granted_on(book, programme, day, lang):
                say(f"  {line}")
    if day is not None:
        say("\n" + message("rules_open", lang, count=len(listed), day=day_text(day, lang)))
        if audience == "poor":
            say(message("rules_open_pointer", lang))
    return 0


def _granted_on(book: Rulebook, programme: Programme, day: date, lang: Language) -> Iterator[str]:
    """What a programme grants on a day: each option, with its amount where that is the same for everybody."""
    for option in programme.benefit.options.values():
        amount = option.amount
        if amount is None:
            yield f"- {option.title[lang]}"
        elif amount in book.parameters:
            figure = book.figure_on(amount, day)
            assert figure is not None
            yield f"- {option.title[lang]}: {figure_text(book, amount, figure, lang)}"
        else:
            yield f"- {option.title[lang]}: {book.title(amount)[lang].lower()}"


def check(*, lang: Language, rules_dir: str | None, features: str | None) -> int:
    """Print every problem of the rulebook; when there is none, what it holds and what its officer still owes."""
    book, problems = check_rulebook(rules_dir)
    if book is None:
        for problem in problems:
            say(problem.text(lang))
        say(message("rules_problems", lang, count=len(problems)), err=True)
        return Exit.UNREADABLE
    places = list(cited(book))
    with_basis = sum(bool(basis) for *_, basis in places)
    versions = sum(len(trees) for trees in book.trees.values())
    figures = sum(len(f) for f in (*book.figures.values(), *book.fills.values()))
    say(
        message(
            "rules_clean",
            lang,
            programmes=len(book.programmes),
            conditions=len(book.conditions),
            quantities=len(book.quantities),
            versions=versions,
            figures=figures,
            facts=len(book.facts),
            instruments=len(book.instruments),
            regions=len(book.regions),
            epochs=len(book.epochs),
            cited=with_basis,
            places=len(places),
            percent=100 * with_basis // len(places),
            digest=book.digest[:12],
        )
    )
    say("\n" + message("rules_programmes", lang))
    for name, programme in book.programmes.items():
        periods = "; ".join(period_text(opening.period, lang) for opening in programme.periods)
        say(f"  {name}: {programme.title[lang]} ({periods})")
    say("\n" + message("rules_instruments", lang))
    for name, instrument in book.instruments.items():
        named = citations.render(name, book.instruments, lang)
        say(f"  {named}: {period_text(instrument.in_force.period, lang)}")
    doubted = set(_doubted(book))
    say("\n" + message("rules_questions", lang))
    for name, question in book.questions.items():
        raisers = ", ".join(f"{raiser}*" if raiser in doubted else raiser for raiser in book.raised[name])
        say(f"  {', '.join(question.source)}: {question.text[lang]}\n    → {raisers}")
    home = folder_of(rules_dir).resolve().parent
    owed = [problem.text(lang) for problem in owed_by(book)]
    owed += _scenarios_owed(book, features or _features_in(home), lang)
    owed += [message("owed_document", lang, file=file) for file in _documents_of_other_rules(home, book)]
    if owed:
        say("\n" + message("rules_owed", lang))
        for sentence in owed:
            say(f"  {sentence}")
    return 0


def _documents_of_other_rules(home: Path, book: Rulebook) -> list[Path]:
    """The generated documents beside the rulebook that were made of another."""
    made = sorted((home / "docs" / "generated").glob("*.md"))
    return [file for file in made if book.digest[:12] not in file.read_text(encoding="utf-8")]


def _features_in(home: Path) -> str | None:
    """The scenarios that stand beside the rulebook, where they do and can be read."""
    features = home / "features"
    return str(features) if any(features.rglob("*.feature")) and extras.specs() else None


def _scenarios_owed(book: Rulebook, features: str | None, lang: Language) -> list[str]:
    """A sentence for each condition that no scenario shows, and for scenarios written for other law than this."""
    if features is None:
        return []
    if not extras.specs():
        raise ExtraMissingError(Problem("spec_needs_extra"))
    from ancu.specs.language.chosen import judged_by
    from ancu.specs.measure.baseline import find_lists, was_reviewed
    from ancu.specs.measure.collect import collect
    from ancu.specs.measure.coverage import measure
    from ancu.specs.measure.report import LawReport

    owed = [
        message("owed_review", lang, file=file, digest=book.digest[:12])
        for file in find_lists([features])
        if not was_reviewed(file, book)
    ]
    report = LawReport(book, lang)
    with judged_by(book, lang):
        unshown = measure(collect([features])).unshown
    for entry in unshown:
        values = {"entry": report.entry(entry), "programme": entry.programmes[0], "name": entry.condition}
        owed.append(message("owed_scenario", lang, **values))
    return owed


def _doubted(book: Rulebook) -> Iterator[str]:
    """The names that have another reading."""
    for name in (*book.conditions, *book.quantities):
        if any(version.doubt is not None for version in book.rule(name).dated):
            yield name
    for name, figures in book.figures.items():
        if any(figure.version.doubt is not None for figure in figures):
            yield name


def diff(*, lang: Language, rules_dir: str | None, before: str, after: str, programme: tuple[str, ...]) -> int:
    """Print what differs between two rulebooks, or between two dates of one; with ``programme`` what concerns those."""
    sides = [_side(side) for side in (before, after)]
    if isinstance(sides[0], date) is not isinstance(sides[1], date):
        raise UsageProblem(Problem("usage_diff_sides", {"before": before, "after": after}))
    books = [load_rulebook(rules_dir if isinstance(side, date) else side) for side in sides]
    days = [side if isinstance(side, date) else None for side in sides]
    accounts = [statements(book, lang, day) for book, day in zip(books, days, strict=True)]
    found = list(changes(*accounts))
    if programme:
        found = concerning(found, books, _programmes(books, programme))
    elif not found and books[0].digest != books[1].digest:
        say(message("diff_same_data", lang, before=books[0].digest[:12], after=books[1].digest[:12]))
        return 0
    for line in in_words(found, readers_of(books[1], lang), lang):
        say(line)
    return 0


def _programmes(books: Sequence[Rulebook], asked: Iterable[str]) -> list[str]:
    """The programmes asked for, each of which one of the rulebooks must have."""
    old, new = books
    found = []
    for name in asked:
        try:
            found.append(new.programme(name).programme)
        except UnknownNameError:
            if name not in old.programmes:
                raise
            found.append(name)
    return found


def _side(written: str) -> date | str:
    """A side of a comparison: a date, or the path of a rulebook."""
    if not re.fullmatch(r"[\d\s./-]+", written) or Path(written).exists():
        return written
    return day_of(written) or written


def show_handbook(*, lang: Language, rules_dir: str | None) -> int:
    """Print the rulebook as a Markdown document."""
    click.echo(handbook(load_rulebook(rules_dir), lang), nl=False)
    return 0


def show_one(*, lang: Language, rules_dir: str | None, name: str, as_of: str | None) -> int:
    """Print a programme as it stands on a day: its conditions as a tree, figures over time, notes, citations."""
    book = load_rulebook(rules_dir)
    day = day_of(as_of) or date.today()
    programme = book.programme(name)
    day = max(day, programme.covered_from)
    writer = _Writer(book, lang, day, use_of(book, programme.programme).keys())
    say(programme.title[lang])
    say(message("rules_basis", lang, basis=citations.render_all(programme.basis, book.instruments, lang)))
    periods = "; ".join(period_text(opening.period, lang) for opening in programme.periods)
    say(message("rules_periods", lang, periods=periods))
    say("\n" + message("rules_conditions", lang, day=day_text(day, lang)))
    writer.parts(book.root_on(programme.programme, day), 1)
    say("\n" + message("rules_benefit", lang))
    for option in programme.benefit.options.values():
        basis = citations.render_all(option.basis, book.instruments, lang)
        say(f"  - {message('sentence_cited', lang, text=option.title[lang], basis=basis)}")
    say("\n" + message("rules_figures", lang))
    writer.figures()
    return 0


class _Writer:
    def __init__(self, book: Rulebook, lang: Language, day: date, used: object) -> None:
        self.book, self.lang, self.day = book, lang, day
        self.used = set(used)  # type: ignore[call-overload]
        self.wording = Wording(book, lang, day)

    def condition(self, name: str, depth: int) -> None:
        rule = self.book.rule(name)
        tree = self.book.tree_on(name, self.day)
        version = tree.version if tree is not None else None
        title = self.wording.text(rule.title)
        basis = citations.render_all(version.basis, self.book.instruments, self.lang) if version is not None else ""
        indent = "  " * depth
        say(f"{indent}- {message('sentence_cited', self.lang, text=title, basis=basis)} [{name}]")
        for note in version.note if version is not None else ():
            say(f"{indent}  {message('rules_note', self.lang, note=note[self.lang])}")
        if version is not None and version.doubt is not None:
            say(f"{indent}  {message('rules_doubt_line', self.lang, text=version.doubt.text[self.lang])}")
        if tree is not None and tree.expr is not None and self.book.compound[name]:
            self.parts(tree.expr, depth + 1)

    def parts(self, expr: Expr, depth: int) -> None:
        """What a condition is made of, under a line that says how much of it has to be met."""
        items = self._items(expr)
        if len(items) > 1:
            say(f"{'  ' * depth}{self._how(expr)}")
        for item in items:
            self._part(item, depth)

    def _part(self, expr: Expr, depth: int) -> None:
        if isinstance(expr, Name):
            self.condition(expr.id, depth)
        elif isinstance(expr, CONNECTIVES):
            say(f"{'  ' * depth}- {self._how(expr)}")
            for item in self._items(expr):
                self._part(item, depth + 1)
        else:
            say(f"{'  ' * depth}- {self.wording.say(expr)}")

    @staticmethod
    def _items(expr: Expr) -> Sequence[Expr]:
        """The parts of a connective, of connectives within one of the same kind too; any other by itself."""
        if isinstance(expr, (And, Or)):
            inner = (_Writer._items(item) if type(item) is type(expr) else [item] for item in expr.items)
            return [part for items in inner for part in items]
        return list(expr.items) if isinstance(expr, AtLeast) else [expr]

    def _how(self, expr: Expr) -> str:
        if isinstance(expr, AtLeast):
            return message("rules_some_of", self.lang, count=expr.count)
        return message("rules_any_of" if isinstance(expr, Or) else "rules_all_of", self.lang)

    def figures(self) -> None:
        for name in self.book.parameters:
            if name not in self.used:
                continue
            say(f"  - {self.book.parameters[name].label[self.lang]} [{name}]")
            regional = [(r, f) for (slot, r), figures in self.book.fills.items() if slot == name for f in figures]
            for region, figure in [*((None, f) for f in self.book.figures[name]), *regional]:
                amount = figure_text(self.book, name, figure, self.lang)
                where = f" ({self.book.regions[region].title[self.lang]})" if region else ""
                basis = citations.render_all(figure.version.basis, self.book.instruments, self.lang)
                line = message(
                    "sentence_cited",
                    self.lang,
                    text=f"{period_text(figure.period, self.lang)}{where}: {amount}",
                    basis=basis,
                )
                say(f"      {line}")
                for note in figure.version.note:
                    say(f"      {message('rules_note', self.lang, note=note[self.lang])}")
