"""``ancu rules``."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import click

from ancu.messages import Language, message
from ancu.rulebook import citations
from ancu.rulebook.calendar import BEGINNING, FOREVER, Period
from ancu.rulebook.checks import PLACEHOLDER, cited, names_in, use_of
from ancu.rulebook.loading import check_rulebook, load_rulebook
from ancu.rulebook.model import Text
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.types import UNIT_SIGNS
from ancu.rulebook.values import format_value
from ancu_cli.common import day_of
from ancu_cli.main import Exit


def show_list(*, lang: Language, rules_dir: str | None) -> int:
    """Print the programmes, each with its periods."""
    book = load_rulebook(rules_dir)
    for name, programme in book.programmes.items():
        periods = "; ".join(_period(opening.period, lang) for opening in programme.periods)
        click.echo(f"{name}\n  {programme.title[lang]}\n  {message('rules_periods', lang, periods=periods)}")
    return 0


def check(*, lang: Language, rules_dir: str | None) -> int:
    """Print every problem of the rulebook, or what it holds when there is none."""
    book, problems = check_rulebook(rules_dir)
    if book is None:
        for problem in problems:
            click.echo(problem.text(lang))
        click.echo(message("rules_problems", lang, count=len(problems)), err=True)
        return Exit.UNREADABLE
    places = list(cited(book))
    with_basis = sum(bool(basis) for *_, basis in places)
    versions = sum(len(trees) for trees in book.trees.values())
    figures = sum(len(f) for f in (*book.figures.values(), *book.fills.values()))
    click.echo(
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
    for name, text in _doubts(book):
        click.echo(message("rules_doubt", lang, name=name, text=text[lang]))
    return 0


def _doubts(book: Rulebook) -> Iterator[tuple[str, Text]]:
    for name in (*book.conditions, *book.quantities):
        for version in book.rule(name).dated:
            if version.doubt is not None:
                yield name, version.doubt.text
    for name, figures in book.figures.items():
        for figure in figures:
            if figure.version.doubt is not None:
                yield name, figure.version.doubt.text


def show_one(*, lang: Language, rules_dir: str | None, name: str, as_of: str | None) -> int:
    """Print a programme as it stands on a day: its conditions as a tree, figures over time, notes, citations."""
    book = load_rulebook(rules_dir)
    day = day_of(as_of) or date.today()
    programme = book.programme(name)
    day = max(day, programme.covered_from)
    writer = _Writer(book, lang, day, use_of(book, programme.programme).keys())
    click.echo(programme.title[lang])
    click.echo(message("rules_basis", lang, basis=citations.render_all(programme.basis, book.instruments, lang)))
    periods = "; ".join(_period(opening.period, lang) for opening in programme.periods)
    click.echo(message("rules_periods", lang, periods=periods))
    click.echo("\n" + message("rules_conditions", lang, day=_day(day, lang)))
    for condition in dict.fromkeys(names_in(book.root_on(programme.programme, day))):
        writer.condition(condition, 1)
    click.echo("\n" + message("rules_benefit", lang))
    for option in programme.benefit.options.values():
        basis = citations.render_all(option.basis, book.instruments, lang)
        click.echo(f"  - {message('sentence_cited', lang, text=option.title[lang], basis=basis)}")
    click.echo("\n" + message("rules_figures", lang))
    writer.figures()
    return 0


class _Writer:
    def __init__(self, book: Rulebook, lang: Language, day: date, used: object) -> None:
        self.book, self.lang, self.day = book, lang, day
        self.used = set(used)  # type: ignore[call-overload]

    def condition(self, name: str, depth: int) -> None:
        rule = self.book.rule(name)
        tree = self.book.tree_on(name, self.day)
        version = tree.version if tree is not None else None
        title = PLACEHOLDER.sub(lambda found: self.quoted(found[1]), rule.title[self.lang])
        basis = citations.render_all(version.basis, self.book.instruments, self.lang) if version is not None else ""
        indent = "  " * depth
        click.echo(f"{indent}- {message('sentence_cited', self.lang, text=title, basis=basis)} [{name}]")
        if version is not None and version.note is not None:
            click.echo(f"{indent}  {message('rules_note', self.lang, note=version.note[self.lang])}")
        if version is not None and version.doubt is not None:
            click.echo(f"{indent}  {message('rules_doubt_line', self.lang, text=version.doubt.text[self.lang])}")
        if tree is not None and self.book.compound[name]:
            for part in dict.fromkeys(names_in(tree.expr)):
                self.condition(part, depth + 1)

    def quoted(self, name: str) -> str:
        if name in self.book.parameters:
            figure = self.book.figure_on(name, self.day)
            if figure is not None and figure.value is not None:
                return self.value(name, figure.value)
        return f"“{self.book.title(name)[self.lang].lower()}”"

    def value(self, name: str, value: object) -> str:
        parameter = self.book.parameters[name]
        unit = parameter.unit[self.lang] if parameter.unit is not None else UNIT_SIGNS.get(parameter.type)
        return format_value(value, self.book.types[name], unit, self.lang)

    def figures(self) -> None:
        for name in self.book.parameters:
            if name not in self.used:
                continue
            click.echo(f"  - {self.book.parameters[name].label[self.lang]} [{name}]")
            regional = [(r, f) for (slot, r), figures in self.book.fills.items() if slot == name for f in figures]
            for region, figure in [*((None, f) for f in self.book.figures[name]), *regional]:
                amount = (
                    self.value(name, figure.value) if figure.value is not None else message("rules_null", self.lang)
                )
                where = f" ({self.book.regions[region].title[self.lang]})" if region else ""
                basis = citations.render_all(figure.version.basis, self.book.instruments, self.lang)
                line = message(
                    "sentence_cited",
                    self.lang,
                    text=f"{_period(figure.period, self.lang)}{where}: {amount}",
                    basis=basis,
                )
                click.echo(f"      {line}")
                if figure.version.note is not None:
                    click.echo(f"      {message('rules_note', self.lang, note=figure.version.note[self.lang])}")


def _day(day: date, lang: Language) -> str:
    return day.strftime("%d/%m/%Y") if lang == "vi" else day.isoformat()


def _period(period: Period, lang: Language) -> str:
    if period.start == BEGINNING and period.end == FOREVER:
        return message("period_always", lang)
    if period.end == FOREVER:
        return message("period_from", lang, start=_day(period.start, lang))
    return message("period_between", lang, start=_day(period.start, lang), end=_day(period.end, lang))
