"""Coverage and mutation in words: what is not yet shown, and what could be changed without anyone noticing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from ancu.handbook.wording import Wording, period_text
from ancu.messages import Language, message
from ancu.rulebook import citations
from ancu.rulebook.calendar import BEGINNING
from ancu.rulebook.expressions import And, AtLeast, Constant, Expr
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.types import UNIT_SIGNS, Type
from ancu.rulebook.values import day_text, format_value
from ancu.specs.measure.coverage import GOALS, Coverage, CoveredVersion, Goal
from ancu.specs.measure.mutant import Mutant
from ancu.specs.measure.mutation import Mutation, Survivor
from ancu.specs.measure.variants import Operator
from ancu.specs.measure.witness import Witness

_GOALS: Mapping[Goal, str] = {
    "met": "cover_met",
    "not_met": "cover_not_met",
    "unknown": "cover_unknown",
    "decisive": "cover_decisive",
}
_CHANGES: Mapping[Operator, str] = {
    "requirement_dropped": "change_requirement",
    "alternative_dropped": "change_alternative",
    "exception_dropped": "change_exception",
    "term_dropped": "change_term",
    "count": "change_count",
    "doubt_dropped": "change_doubt",
    "stated_dropped": "change_stated",
    "day_later": "change_day",
    "day_earlier": "change_day",
}


def percent_text(percent: float, lang: Language) -> str:
    """Cut, never rounded up: 99,96 is not 100."""
    text = f"{int(percent * 10) / 10:.1f}"
    return text.replace(".", ",") if lang == "vi" else text


def count_text(count: int, lang: Language) -> str:
    """1.108 in Vietnamese, 1,108 in English."""
    return format_value(count, Type("number", ""), None, lang)


def goal_text(goal: Goal, lang: Language) -> str:
    """ "không đạt", …"""
    return message(_GOALS[goal], lang)


class LawReport:
    """Says things of ``book`` in ``lang``."""

    def __init__(self, book: Rulebook, lang: Language) -> None:
        self.book, self.lang = book, lang

    def _m(self, key: str, **values: object) -> str:
        return message(key, self.lang, **values)

    def _n(self, count: int) -> str:
        return count_text(count, self.lang)

    def _wording(self, day: date) -> Wording:
        return Wording(self.book, self.lang, day)

    # -- coverage -----------------------------------------------------------------------------------------------

    def coverage(self, coverage: Coverage) -> Iterator[str]:
        """The whole report, line by line: totals, then each version of a condition that is not fully shown."""
        seen, wanted = coverage.reached()
        yield self._m(
            "cover_total",
            percent=percent_text(coverage.percent, self.lang),
            seen=self._n(seen),
            wanted=self._n(wanted),
            versions=self._n(len(coverage.entries)),
            cases=self._n(len(coverage.collection.examples)),
            files=self._n(len(coverage.collection.files)),
        )
        counts = ((goal_text(goal, self.lang), coverage.reached(goal)) for goal in GOALS)
        yield "  " + " · ".join(f"{name} {got}/{of}" for name, (got, of) in counts)
        shown, possible = coverage.open_ends
        if possible:
            yield "  " + self._m("cover_open", shown=self._n(shown), possible=self._n(possible))
        aside = sum(len(entry.impossible) for entry in coverage.entries)
        if aside:
            yield "  " + self._m("cover_aside", count=aside)
        for entry in coverage.entries:
            if entry.unseen:
                yield ""
                yield from self.unseen(entry)

    def unseen(self, entry: CoveredVersion) -> Iterator[str]:
        """Where in the law something is not shown, and what."""
        cited = citations.render_all(entry.basis, self.book.instruments, self.lang)
        goals = ", ".join(f"*{goal_text(goal, self.lang)}*" for goal in entry.unseen)
        yield self._m("cover_unseen", place=cited, goals=goals)
        yield "  " + self.entry(entry)

    def entry(self, entry: CoveredVersion) -> str:
        """A version of a condition: what it is called, its id, when it holds."""
        day = entry.period.start if entry.period.start != BEGINNING else None
        title = Wording(self.book, self.lang, day).text(self.book.title(entry.condition))
        period = period_text(entry.period, self.lang)
        return self._m("cover_entry", title=title, name=entry.condition, period=period)

    # -- mutation -----------------------------------------------------------------------------------------------

    def mutation(
        self, mutation: Mutation, justified: Mapping[str, str], witnesses: Mapping[str, Witness]
    ) -> Iterator[str]:
        """The whole report: totals, then each change that nobody noticed and nobody justified."""
        unnoticed = [survivor for survivor in mutation.survivors if survivor.mutant.id not in justified]
        yield self._m(
            "mutate_total",
            percent=percent_text(mutation.score, self.lang),
            noticed=self._n(len(mutation.killed)),
            judged=self._n(mutation.judged),
            cases=self._n(len(mutation.collection.examples)),
            files=self._n(len(mutation.collection.files)),
        )
        aside = {
            "equal": mutation.equal,
            "idle": len(mutation.idle),
            "justified": len(mutation.survivors) - len(unnoticed),
        }
        yield "  " + self._m("mutate_aside", **aside)
        for number, survivor in enumerate(unnoticed, 1):
            yield ""
            yield f"{number}. {self.survivor(survivor)}"
            yield f"   {survivor.mutant.id}"
            witness = witnesses.get(survivor.mutant.id)
            if witness is not None:
                yield f"   {self._m('mutate_witness', near=witness.near)}"
                yield ""
                yield witness.scenario(self.lang, self.named(survivor.mutant))

    def survivor(self, survivor: Survivor) -> str:
        """A change that no scenario notices, as a sentence."""
        key = "mutate_survivor" if survivor.reached else "mutate_unreached"
        return self._m(key, place=self.place(survivor.mutant), change=self.change(survivor.mutant))

    def named(self, mutant: Mutant) -> str:
        """The title of a scenario that notices the change."""
        return self._m("mutate_named", change=self.change(mutant))

    def place(self, mutant: Mutant) -> str:
        """What is changed: its title, where it stands in law, since when."""
        book, day = self.book, self._day(mutant)
        title = self._wording(day).text(book.title(mutant.name))
        if mutant.part == "option" and mutant.key is not None:
            option = book.programmes[mutant.name].benefit.options[mutant.key]
            title = self._m("mutate_of", title=title, part=option.title[self.lang])
        elif mutant.part == "fill" and mutant.key is not None:
            title = self._m("mutate_of", title=title, part=book.regions[mutant.key].title[self.lang])
        elif mutant.part == "doubt":
            title = self._m("mutate_of", title=title, part=self._m("mutate_doubt"))
        elif mutant.part in ("applies_when", "otherwise"):
            title = self._m("mutate_of", title=title, part=self._m("mutate_default"))
        cited = citations.render_all(self._basis(mutant, day), book.instruments, self.lang)
        where = "; ".join(filter(None, (cited, self._since(mutant))))
        return self._m("mutate_place", title=title, where=where) if where else f"“{title}”"

    def _since(self, mutant: Mutant) -> str:
        moved = mutant.operator in ("day_later", "day_earlier")
        return "" if moved or mutant.period.start == BEGINNING else period_text(mutant.period, self.lang)

    @staticmethod
    def _day(mutant: Mutant) -> date:
        start = mutant.period.start
        if mutant.operator in ("day_later", "day_earlier") and isinstance(mutant.before, date):
            return mutant.before
        return start if start != BEGINNING else date.today()

    def _basis(self, mutant: Mutant, day: date) -> list[str]:
        book, name = self.book, mutant.name
        if name in book.trees:
            tree = book.tree_on(name, day) or book.trees[name][-1]
            return list(tree.version.basis) if tree.version is not None else []
        if name in book.parameters:
            figure = book.figure_on(name, day, mutant.key) or book.figures[name][-1]
            return list(figure.version.basis)
        if name in book.programmes:
            programme = book.programmes[name]
            return list(
                programme.benefit.options[mutant.key].basis
                if mutant.part == "option" and mutant.key
                else programme.basis
            )
        return []

    def change(self, mutant: Mutant) -> str:
        """What if: the change, as the condition of a sentence."""
        before, after = mutant.before, mutant.after
        if isinstance(before, AtLeast) and mutant.operator == "count":
            before, after = before.count, after.count
        if mutant.operator == "connective":
            items = "; ".join(self._wording(self._day(mutant)).say(item, nested=True) for item in before.items)
            return self._m("change_to_any" if isinstance(before, And) else "change_to_all", items=items)
        if mutant.operator == "exception_dropped":
            return self._m("change_exception", after=self._value_text(mutant, after))
        key = _CHANGES.get(mutant.operator, "change_wording")
        if mutant.part in ("figure", "fill", "otherwise") and key == "change_wording":
            key = "change_figure"
        if key == "change_day" and mutant.part == "opening":
            closing = before == mutant.period.end
            key = "change_closing" if closing else "change_day"
        return self._m(key, before=self._value_text(mutant, before), after=self._value_text(mutant, after))

    def _value_text(self, mutant: Mutant, value: Any) -> str:
        if value is None:
            return ""
        if isinstance(value, Expr) and not (isinstance(value, Constant) and mutant.part == "otherwise"):
            return self._wording(self._day(mutant)).say(value)
        if isinstance(value, Constant):
            value = value.value
        if isinstance(value, date):
            return day_text(value, self.lang)
        if mutant.part in ("figure", "fill", "otherwise") and mutant.operator in ("figure", "constant"):
            return self._figure_text(mutant.name, value)
        return str(value)

    def _figure_text(self, name: str, value: Any) -> str:
        definition: Any = self.book.facts.get(name) or self.book.parameters[name]
        unit = definition.unit[self.lang] if definition.unit is not None else UNIT_SIGNS.get(definition.type)
        choices = self.book.facts[name].values if name in self.book.facts else None
        return format_value(value, self.book.types[name], unit, self.lang, choices)
