"""The handbook: a whole rulebook as one Markdown document, made from the rules and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import StringIO

from ancu.handbook.statements import Kind, RulebookEntry, statements
from ancu.handbook.wording import Wording, period_text, plausible_text
from ancu.messages import Language, message
from ancu.rulebook import citations
from ancu.rulebook.calendar import Period
from ancu.rulebook.model import Plausible
from ancu.rulebook.references import names_in, use_of
from ancu.rulebook.rulebook import Rulebook


def handbook(book: Rulebook, lang: Language) -> str:
    """The handbook of ``book`` in ``lang``."""
    return _Handbook(book, lang).write()


class _Handbook:
    def __init__(self, book: Rulebook, lang: Language) -> None:
        self.book, self.lang = book, lang
        self.statements = statements(book, lang)
        self.wording = Wording(book, lang)
        self.out = StringIO()
        self.users = self._users()

    def _users(self) -> dict[str, list[str]]:
        """The programmes that depend on each name."""
        users: dict[str, list[str]] = {}
        for programme in self.book.programmes:
            for name in use_of(self.book, programme):
                users.setdefault(name, []).append(programme)
        return users

    def _m(self, key: str, **values: object) -> str:
        return message(f"handbook_{key}", self.lang, **values)

    def _line(self, text: str = "") -> None:
        self.out.write(text + "\n")

    def _heading(self, level: int, text: str, anchor: str | None = None) -> None:
        self._line()
        if anchor is not None:
            self._line(f'<a id="{anchor}"></a>')
            self._line()
        self._line(f"{'#' * level} {text}")
        self._line()

    def write(self) -> str:
        book = self.book
        self._line(f"# {self._m('title')}")
        self._line()
        self._line(self._m("made", digest=book.digest[:12]))
        self._line()
        counts = {
            "programmes": len(book.programmes), "conditions": len(book.conditions), "figures": len(book.parameters),
            "facts": len(book.facts), "instruments": len(book.instruments), "questions": len(book.questions),
        }  # fmt: skip
        self._line(self._m("counts", **counts))
        self._heading(2, self._m("contents"))
        for name, programme in book.programmes.items():
            self._line(f"- [{programme.title[self.lang]}](#{name})")
        for name in book.programmes:
            self._programme(name)
        shared = [name for name in book.conditions if len(self.users.get(name, ())) > 1]
        self._section("shared", (self.statements["condition", name] for name in shared))
        self._section("quantities", (self.statements["quantity", name] for name in book.quantities))
        self._section("figures", (self.statements["figure", name] for name in book.parameters))
        self._facts(book)
        self._people()
        self._section("documents", (self.statements["document", name] for name in book.documents))
        self._section("between", self._of("preference"))
        self._section("instruments", self._of("instrument"))
        self._questions()
        return re.sub(r"\n{3,}", "\n\n", self.out.getvalue())

    def _of(self, kind: Kind) -> Iterator[RulebookEntry]:
        return (statement for (of, _), statement in self.statements.items() if of == kind)

    def _section(self, key: str, listed: Iterable[RulebookEntry]) -> None:
        self._heading(2, self._m(key))
        for statement in listed:
            self._statement(statement, 3)

    def _statement(self, statement: RulebookEntry, level: int) -> None:
        self._heading(level, f"{statement.title} `{statement.name}`", statement.name)
        for line in statement.lines:
            self._line(f"- {line}")

    def _programme(self, name: str) -> None:
        book, lang = self.book, self.lang
        programme = book.programmes[name]
        self._heading(2, programme.title[lang], name)
        basis = citations.render_all(programme.basis, book.instruments, lang)
        self._line(f"- {self._m('code', name=name)}")
        self._line(f"- {message('rules_basis', lang, basis=basis)}")
        for opening in programme.periods:
            cited = citations.render_all(opening.basis, book.instruments, lang)
            text = message("rules_periods", lang, periods=period_text(opening.period, lang))
            self._line(f"- {message('sentence_cited', lang, text=text, basis=cited)}")
            for note in opening.note:
                self._line(f"  - {message('rules_note', lang, note=note[lang])}")
        if programme.territory is not None:
            territory = self.wording.name(programme.territory)
            self._line(f"- {self._m('territory', territory=territory)}")
        for note in programme.note:
            self._line(f"- {message('rules_note', lang, note=note[lang])}")
        self._heading(3, self._m("eligible"))
        for period, text in programme.eligible_versions:
            when = "" if period == Period() else f"{period_text(period, lang)}: "
            self._line(f"- {when}{self.wording.rule(text)}")
        self._heading(3, self._m("benefit"))
        for option in programme.benefit.options.values():
            granted = option.title[lang]
            if option.amount is not None:
                granted = f"{granted} ({self.wording.name(option.amount)})"
            line = message("sentence_cited", lang, text=granted, basis=self._cite(option.basis))
            when = f" {self._m('when', when=self.wording.rule(option.when))}" if option.when else ""
            self._line(f"- {line}{when}")
        if programme.priority:
            self._heading(3, self._m("priority"))
            for rank, first in enumerate(programme.priority, 1):
                self._line(f"{rank}. {self.wording.name(first)}")
        if programme.papers:
            self._heading(3, self._m("papers"))
            for paper in programme.papers:
                self._line(f"- [{book.documents[paper].title[lang]}](#{paper})")
        self._heading(3, self._m("conditions"))
        own = [condition for condition in self._walk(name) if len(self.users[condition]) == 1]
        shared = [condition for condition in self._walk(name) if len(self.users[condition]) > 1]
        for condition in own:
            self._statement(self.statements["condition", condition], 4)
        if shared:
            self._line()
            links = "; ".join(f"[{self.wording.text(book.title(condition))}](#{condition})" for condition in shared)
            self._line(self._m("shared_here", links=links))

    def _walk(self, programme: str) -> list[str]:
        """The conditions of a programme, from the top down."""
        conditions: dict[str, None] = {}
        todo = [name for tree in self.book.roots[programme] for name in names_in(tree.expr)]
        definition = self.book.programmes[programme]
        todo += [name for key in definition.benefit.options for name in names_in(self.book.options[programme, key])]
        todo += [*definition.priority, *filter(None, (definition.territory,))]
        while todo:
            name = todo.pop(0)
            if name in self.book.conditions and name not in conditions:
                conditions[name] = None
                read = [expr for tree in self.book.trees[name] for expr in (tree.expr, tree.other)]
                below = [part for expr in read for part in names_in(expr)]
                todo[:0] = [part for part in below if part in self.book.conditions]
        return list(conditions)

    def _cite(self, basis: list[str]) -> str:
        return citations.render_all(basis, self.book.instruments, self.lang)

    def _people(self) -> None:
        """The members of a household: their roles, how facts of the record follow, and what is said of each."""
        if self.book.people is None:
            return
        for key, kind in (("roles", "role"), ("projections", "projection")):
            self._heading(2, self._m(key))
            for (of, name), statement in self.statements.items():
                if of == kind:
                    self._statement(replace(statement, name=f"{kind}-{name}"), 3)
        self._facts(self.book.people.person, "person_facts")

    def _facts(self, book: Rulebook, heading: str = "facts") -> None:
        """The facts of ``book``, section by section."""
        self._heading(2, self._m(heading))
        for section, title in book.sections.items():
            listed = {name: fact for name, fact in book.facts.items() if fact.section == section}
            if not listed:
                continue
            self._heading(3, title[self.lang])
            for name, fact in listed.items():
                self._line(f"- {fact.label[self.lang]} `{name}`")
                if fact.values:
                    self._line(f"  - {self._m('values', values='; '.join(v[self.lang] for v in fact.values.values()))}")
                if isinstance(fact.plausible, Plausible):
                    self._line(f"  - {plausible_text(fact, fact.plausible, self.lang)}")
                if fact.help is not None:
                    self._line(f"  - {fact.help[self.lang]}")
                if fact.evidence:
                    papers = "; ".join(
                        f"[{self.book.documents[paper].title[self.lang]}](#{paper})" for paper in fact.evidence
                    )
                    self._line(f"  - {message('facts_evidence', self.lang, evidence=papers)}")

    def _questions(self) -> None:
        self._heading(2, self._m("questions"))
        for name, question in self.book.questions.items():
            self._heading(3, f"{', '.join(question.source)} `{name}`", name)
            self._line(question.text[self.lang])
            self._line()
            raisers = ", ".join(f"`{raiser}`" for raiser in self.book.raised[name])
            self._line(self._m("raised", raisers=raisers))
