"""The law under a mutant, made anew only where the mutant reaches."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ancu.inference.program import Program, programs_of, reprogram
from ancu.inference.schedule import has_own_date
from ancu.rulebook.references import names_in
from ancu.rulebook.rulebook import Rulebook
from ancu.specs.measure.in_force import programs_in_force
from ancu.specs.measure.influence import Influence, influence_of
from ancu.specs.measure.mutant import Mutant


class AlteredLaw:
    """What the programmes of a rulebook are judged by, and their programs under any mutant."""

    def __init__(self, book: Rulebook, programmes: list[str]) -> None:
        self.book, self.programmes = book, programmes
        self._reads: dict[tuple[int, str, bool], frozenset[str]] = {}
        self._written: dict[tuple[int, str, str, bool], frozenset[str]] = {}
        self._mentions: dict[str, frozenset[str]] = {}

    def territory(self, programme: str) -> str | None:
        """The condition that says where a programme holds."""
        return self.book.programmes[programme].territory

    def governed(self, programme: str) -> bool:
        """Whether another date than the as-of date chooses the law; such programmes are decided anew in full."""
        return has_own_date(self.book, programme)

    # -- what is read -----------------------------------------------------------------------------------------------

    def reads(self, program: Program, day: date) -> frozenset[str]:
        """The rules, facts and figures by which ``program`` judges on ``day``."""
        key = (self.book.epochs.index(day), program.programme, program.people)
        if key not in self._reads:
            names: dict[str, None] = {}
            options = self.book.programmes[program.programme].benefit.options.values()
            whole = program.evidence or program
            queue = [*whole.nodes, *(n for o in options for n in (o.amount, o.months) if n)]
            while queue:
                name = queue.pop()
                if name in names:
                    continue
                names[name] = None
                # Of all versions: a boundary shows on the day on which another is read.
                queue.extend(self._texts(name))
            self._reads[key] = frozenset(names)
        return self._reads[key]

    def names(self) -> frozenset[str]:
        """Everything that the programmes are judged by: their rules, facts and figures, and they themselves."""
        if set(self.programmes) == set(self.book.programmes):
            tables = (self.book.trees, self.book.figures, self.book.defaults, self.book.programmes)
            return frozenset(name for table in tables for name in table)
        names = set(self.programmes)
        for programme in self.programmes:
            for day, program in programs_in_force(self.book, programme):
                names |= self.reads(program, day)
        return frozenset(names)

    def _texts(self, name: str) -> frozenset[str]:
        """The names that any version of a rule, or what a default applies to, reads."""
        if name not in self._mentions:
            trees = self.book.trees.get(name, ())
            texts = [expr for tree in trees for expr in (tree.expr, tree.other)]
            if name in self.book.defaults:
                texts.append(self.book.defaults[name][0])
            self._mentions[name] = frozenset(read for text in texts for read in names_in(text))
        return self._mentions[name]

    def pays(self, mutant: Mutant, programme: str) -> bool:
        """Whether ``mutant`` changes a figure that is an amount by itself."""
        options = self.book.programmes[programme].benefit.options.values()
        return mutant.part in ("figure", "fill") and any(mutant.name in (o.amount, o.months) for o in options)

    # -- what is made anew ------------------------------------------------------------------------------------------

    def changed(self, mutant: Mutant) -> Rulebook:
        """The mutated rulebook, cut into the epochs of the law as it is: its programs are made for single days."""
        book = mutant.apply(self.book)
        book.epochs = self.book.epochs
        return book

    def under(self, mutant: Mutant, book: Rulebook, program: Program, day: date) -> Program:
        """``program`` as ``book``, the rulebook under ``mutant``, has it."""
        influence = influence_of(program, self.territory(program.programme))
        changed = reprogram(book, program, day, self._stale(mutant, program, influence, day))
        # A compiled expression is the same in every program.
        changed = replace(changed, compiled=program.compiled)
        self.keep(book, changed, day)
        return changed

    @staticmethod
    def keep(book: Rulebook, program: Program, day: date) -> None:
        """Leave ``program`` where ``book`` looks for its programs."""
        programs_of.put(book, {(program.programme, book.epochs.index(day), program.people): program})

    def _stale(self, mutant: Mutant, program: Program, influence: Influence, day: date) -> frozenset[str]:
        """The nodes of ``program`` whose own text can differ: what was changed, and what has it written into itself."""
        name = mutant.name
        if name in self.book.conditions or name in self.book.defaults:
            return frozenset({name})
        if name in self.book.programmes:
            return frozenset()
        key = (self.book.epochs.index(day), program.programme, name, program.people)
        if key not in self._written:
            holders = {name}
            if name in self.book.parameters:
                holders |= {node for node in (program.evidence or program).nodes if name in self._texts(node)}
            # The readings of a condition have its quantities written out.
            inlined = frozenset(holder for holder in holders if holder not in self.book.conditions)
            above = influence.above(inlined) if not inlined.isdisjoint(program.nodes) else ()
            self._written[key] = frozenset({*holders, *above})
        return self._written[key]
