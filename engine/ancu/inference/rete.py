"""The second engine: conditions compiled to durable-rules rulesets, concluded by forward chaining.

Every condition, and every comparison and connective in it, is a node with three rules, *met*, *not met* and *unknown*;
the name of the rule that fires is the conclusion, and the verdicts of nodes are the facts of those that read them.
A yes/no fact goes to the rules that read it as it is stated, and what is negated is tested for the opposite. Numbers
and dates are computed before (the direct engine's quantities) and compared here.

Nodes with the same rules are one ruleset, in whichever programmes and epochs they stand: a conjunction of two parts has
the same rules wherever it is, and the whole law of all times comes to some hundred rulesets. A ruleset that is told the
same again concludes the same, so each remembers what it was told last and what followed. Numbers and dates tell people
apart, and are not remembered.

durable-rules is driven through its C module and only inside what was measured to be sound: one message a ruleset,
asserted with a constant session and id and retracted after; typed integers, booleans and short texts; an explicit
marker for a missing operand, since an absent one matches neither a comparison nor its negation; no joins, ``$not``,
``$nex``, arithmetic, events or timers. Every node must reach exactly one verdict, every time.
"""

from __future__ import annotations

import importlib.util
import itertools
import json
import os
import threading
import weakref
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any, NamedTuple

from ancu.errors import IntegrityError, Problem
from ancu.inference.direct import Closure, Facts, Values, closure_of
from ancu.inference.joint import Joint
from ancu.inference.program import Program
from ancu.kept import kept
from ancu.rulebook import expressions as ex

AVAILABLE = importlib.util.find_spec("durable_rules_engine") is not None

MET, NOT_MET, UNKNOWN = 1, 0, 2
_VERDICT: dict[str, int] = {"T": MET, "F": NOT_MET, "U": UNKNOWN}
_VALUES: tuple[bool | None, ...] = (False, True, None)
_NEGATION = {MET: NOT_MET, NOT_MET: MET, UNKNOWN: UNKNOWN}

#: Beyond this many parts a connective is judged by counting them: durable-rules has room for 64 live matches a message.
WIDE = 16
#: How much of what it was told a ruleset remembers, the oldest forgotten first.
MOST_REMEMBERED = 512
#: Of so many times that a ruleset recalls what it concluded, once it concludes again, and must come to the same.
ONE_AGAIN = 100

Rule = dict[str, Any]
#: The verdicts reached so far in a case, each in its place.
Verdicts = bytearray
_names = itertools.count()
_OPERATORS = {"<": "$lt", "<=": "$lte", ">": "$gt", ">=": "$gte", "<>": "$neq"}
_OPPOSITE = {"=": "<>", "<>": "=", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}
_MIRROR = {"=": "=", "<>": "<>", "<": ">", ">": "<", "<=": ">=", ">=": "<="}
#: One message at a time is in any ruleset.
_at_work = threading.Lock()


class _Node(NamedTuple):
    """One yes/no part: where its verdict stands, its ruleset, and what this is told.

    That is what ``given`` gives of a case, what ``read`` reads of the verdicts reached, or both.
    """

    place: int
    ruleset: _Ruleset
    given: Closure | None
    read: Callable[[Verdicts], Any] | None


class _ReadPart(NamedTuple):
    """What a node reads: the verdict of another node or of an input, or the opposite of it."""

    place: int
    negated: bool = False

    def opposite(self) -> _ReadPart:
        return _ReadPart(self.place, not self.negated)


class _Operand(NamedTuple):
    """A part as a node's rules know it."""

    name: str
    negated: bool

    def has(self, verdict: int) -> Rule:
        """The test that the part has ``verdict``."""
        return {self.name: _NEGATION[verdict] if self.negated else verdict}

    def has_not(self, verdict: int) -> Rule:
        return {"$neq": self.has(verdict)}


class ReteEngine:
    """The conditions of one program as durable-rules rulesets.

    Safe to share between threads, which take turns where a ruleset is run, and with processes forked from this one.
    """

    def __init__(self, program: Program, roots: Mapping[str, ex.Expr] | None = None) -> None:
        compiler = _NodeCompiler(program)
        self._conditions, told = compiler.compile(roots_of(program) if roots is None else roots)
        self._named = [*self._conditions.items(), *told.items()]
        self._inputs, self._nodes, self._size = compiler.inputs, compiler.nodes, compiler.size
        self._recalls_left = ONE_AGAIN

    def run(self, facts: Facts, quantities: Values, overrides: Values | None = None) -> dict[str, bool | None]:
        """The verdict of every condition and of every root: of the program (key ``""``), of each ``option:<key>``.

        ``quantities`` are the values of the program's other nodes; ``overrides`` replaces a condition's verdict
        before it is passed on. Raises :class:`IntegrityError` if a node reaches no verdict, or two.
        """
        fixed = {
            self._conditions[name]: _verdict_of(value)
            for name, value in (overrides or {}).items()
            if name in self._conditions
        }
        verdicts = bytearray(self._size)
        for place, value in self._inputs:
            given = value(facts, quantities)
            verdicts[place] = MET if given is True else NOT_MET if given is False else _verdict_of(given)
        left = self._recalls_left
        told: Any
        for place, ruleset, value_of, read in self._nodes:  # each reads only earlier ones
            if value_of is None:
                told = read(verdicts)  # type: ignore[misc]  # what is not given is read
            elif read is None:
                told = value_of(facts, quantities)
            else:
                told = value_of(facts, quantities), read(verdicts)
            verdict = ruleset.known.get(told)
            left -= 1
            if verdict is None or left <= 0:
                verdict = ruleset.conclude(told, place)
                left = ONE_AGAIN if left <= 0 else left
            verdicts[place] = fixed.get(place, verdict) if fixed else verdict
        self._recalls_left = left
        return {name: _VALUES[verdicts[place]] for name, place in self._named}


def roots_of(program: Program) -> dict[str, ex.Expr]:
    """What a program concludes beside its conditions, by the names that :meth:`ReteEngine.run` gives them."""
    options = {f"option:{key}": when for key, when in program.options.items() if when is not None}
    return {"": program.root, **options}


@kept
def engine_of(program: Program) -> ReteEngine:
    """The engine of ``program``, built once."""
    return ReteEngine(program)


@kept
def engine_of_joint(joint: Joint) -> ReteEngine:
    """The engine of all programs of ``joint``, built once."""
    return ReteEngine(joint.program, joint.roots)


class _Ruleset:
    """The three rules of all nodes that are alike, as one ruleset of durable-rules.

    ``say`` makes of what it is told the members of a JSON object. ``known`` are the verdicts that it remembers; of
    numbers and dates, which tell people apart, it ``forgets`` what it was told.
    """

    def __init__(self, definition: str, say: Callable[[Any], str], forgets: bool) -> None:
        self.known: dict[Any, int] = {}
        self._definition, self._say, self._forgets = definition, say, forgets
        self._handle = _Handle()
        # durable-rules would keep the ruleset for the life of the process.
        weakref.finalize(self, self._handle.discard).atexit = False

    def conclude(self, told: Any, node: int) -> int:
        """The one verdict of ``node``, by running the rules."""
        with _at_work:
            try:
                fired = set(self._fire(f'{{"sid":"s","id":"m",{self._say(told)}}}'))
            except BaseException:
                self.make_anew()  # its state is not to be trusted any more
                raise
            if len(fired) != 1:  # a rule fires once for each of its alternatives that holds
                said = {"node": node, "verdicts": ", ".join(sorted(fired)) or "–"}
                raise IntegrityError(Problem("rete_no_single_verdict", said))
            verdict = _VERDICT[fired.pop()]
            known = self.known.get(told)
            if known is None and (told is None or not self._forgets):
                if len(self.known) >= MOST_REMEMBERED:
                    del self.known[next(iter(self.known))]
                self.known[told] = verdict
            elif known not in (None, verdict):
                raise IntegrityError(Problem("rete_differs_again", {"node": node}))
        return verdict

    def _fire(self, message: str) -> list[str]:
        """The names of the rules that fire."""
        import durable_rules_engine as durable

        handle = self._handle
        if handle.number is None:
            handle.number, handle.used = durable.create_ruleset(f"ancu{next(_names)}", self._definition), False
        code, state = durable.assert_fact(handle.number, message)
        if code != 0:
            raise IntegrityError(Problem("rete_limit", {"detail": f"assert_fact {code}"}))
        handle.used = True
        fired: list[str] = []
        started = durable.start_action_for_state(handle.number, state)
        current = started[1] if started else None
        while current:
            # {"T": {the whole message}}: the name alone is read.
            fired.append(current[2 : current.index('"', 2)])
            current = durable.complete_and_start_action(handle.number, state)
        durable.retract_fact(handle.number, message)
        return fired

    def make_anew(self) -> None:
        """Run another ruleset of durable-rules from now on."""
        self._handle.number = None


class _Handle:
    """What durable-rules knows a ruleset by; it is made anew after any exception."""

    number: int | None = None
    used = False

    def discard(self) -> None:
        if self.number is not None:
            import durable_rules_engine as durable

            if self.used:  # deleting the state of a session in which nothing ever ran crashes the process
                durable.delete_state(self.number, "s")
            durable.delete_ruleset(self.number)


#: The rulesets in use, by their rules.
_rulesets: weakref.WeakValueDictionary[str, _Ruleset] = weakref.WeakValueDictionary()


def _ruleset_of(rules: Mapping[str, Rule], say: Callable[[Any], str], forgets: bool) -> _Ruleset:
    """The ruleset of all nodes with these rules; the rest is the same for all of them."""
    definition = json.dumps({verdict: {"all": [{"m": rule}]} for verdict, rule in rules.items()}, ensure_ascii=False)
    return _rulesets.get(definition) or _rulesets.setdefault(definition, _Ruleset(definition, say, forgets))


def _go_on_in_child() -> None:
    """A process forked from this one goes on with its rulesets, but if another thread was in the middle of one."""
    global _at_work
    if _at_work.locked():
        _at_work = threading.Lock()
        for ruleset in list(_rulesets.values()):
            ruleset.make_anew()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_go_on_in_child)


class _NodeCompiler:
    """Makes the nodes of a program. ``inputs`` are the yes/no facts and quantities that they read as they are.

    Nodes and inputs are numbered together.
    """

    def __init__(self, program: Program) -> None:
        self.program = program
        self.nodes: list[_Node] = []
        self.inputs: list[tuple[int, Closure]] = []
        self.conditions: dict[str, int] = {}
        self.size = 0
        self._inputs_known: dict[ex.Expr, _ReadPart] = {}

    def compile(self, roots: Mapping[str, ex.Expr]) -> tuple[dict[str, int], dict[str, int]]:
        for node in self.program.conditions():
            self.conditions[node.name] = self._own(node.expr)
        return self.conditions, {name: self._own(root) for name, root in roots.items()}

    def _own(self, expr: ex.Expr) -> int:
        """A node that is nobody else's, so that its verdict can be replaced without touching another's."""
        if isinstance(expr, ex.Name | ex.Not | ex.Fact | ex.Constant | ex.Unset):
            return self._copy(self._part(expr))
        return self._part(expr).place

    def _part(self, expr: ex.Expr) -> _ReadPart:
        """``expr`` as others read it: a node or an input, or the opposite of one."""
        if isinstance(expr, ex.Name) and expr.id in self.conditions:
            return _ReadPart(self.conditions[expr.id])
        match expr:
            case ex.Not(item):
                return self._part(item).opposite()
            case ex.Fact() | ex.Name() | ex.Constant() | ex.Unset():
                return self._input(expr)
        return _ReadPart(self._node(expr))

    def _node(self, expr: ex.Expr) -> int:
        match expr:
            case ex.Compare():
                return self._compare(expr)
            case ex.Within(item, values):
                return self._within(item, [value.value for value in values])
            case ex.And(items):
                return self._threshold(len(items), [self._part(i) for i in items])
            case ex.Or(items):
                return self._threshold(1, [self._part(i) for i in items])
            case ex.AtLeast(count, items):
                return self._threshold(count, [self._part(i) for i in items])
            case ex.Case(condition, then, otherwise):
                return self._case(self._part(condition), self._part(then), self._part(otherwise))
            case ex.Stated(fact, derived):
                return self._stated(fact, self._part(derived if derived is not None else ex.Unset("")))
        raise TypeError(f"{type(expr).__name__} is not yes/no")

    def _input(self, expr: ex.Expr) -> _ReadPart:
        known = self._inputs_known.get(expr)
        if known is None:
            known = self._inputs_known[expr] = _ReadPart(self._next())
            self.inputs.append((known.place, closure_of(self.program, expr)))
        return known

    def _next(self) -> int:
        self.size += 1
        return self.size - 1

    def _add(
        self,
        rules: Mapping[str, Rule],
        say: Callable[[Any], str],
        *,
        given: Closure | None = None,
        read: Callable[[Verdicts], Any] | None = None,
        forgets: bool = False,
    ) -> int:
        place = self._next()
        self.nodes.append(_Node(place, _ruleset_of(rules, say, forgets), given, read))
        return place

    # -- atoms ------------------------------------------------------------------------------------------------------

    def _compare(self, expr: ex.Compare) -> int:
        left, operator, right = expr.left, expr.operator, expr.right
        if isinstance(left, ex.Constant):
            left, operator, right = right, _MIRROR[operator], left
        a, b = closure_of(self.program, left), closure_of(self.program, right)
        operand: Any = right.value if isinstance(right, ex.Constant) else {"$m": "y"}
        rules: dict[str, Rule] = {
            "T": _test(operator, "x", operand),
            "F": _test(_OPPOSITE[operator], "x", operand),
            "U": {"u": 1},
        }
        if isinstance(right, ex.Constant):
            return self._add(rules, _said_of_one, given=a, forgets=type(right.value) is int)

        def both(facts: Facts, values: Values) -> tuple[Any, Any] | None:
            x, y = a(facts, values), b(facts, values)
            return None if x is None or y is None else (x, y)

        return self._add(rules, _said_of_two, given=both, forgets=True)

    def _within(self, item: ex.Expr, values: list[Any]) -> int:
        values = list(dict.fromkeys(values))
        rules: dict[str, Rule] = {
            "T": _any([{"x": v} for v in values]),
            "F": _all([{"$neq": {"x": v}} for v in values]),
            "U": {"u": 1},
        }
        forgets = any(type(value) is int for value in values)
        return self._add(rules, _said_of_one, given=closure_of(self.program, item), forgets=forgets)

    # -- connectives ------------------------------------------------------------------------------------------------

    def _add_reading(self, parts: Sequence[_ReadPart], rules: Mapping[str, Rule]) -> int:
        """A node that is told the verdicts on ``parts``."""
        said = ",".join(f'"{operand.name}":%d' for operand in _operands(parts))
        return self._add(rules, said.__mod__, read=itemgetter(*(part.place for part in parts)))

    def _copy(self, part: _ReadPart) -> int:
        (v,) = _operands([part])
        return self._add_reading([part], {letter: v.has(verdict) for letter, verdict in _VERDICT.items()})

    def _threshold(self, count: int, parts: list[_ReadPart]) -> int:
        if count not in (1, len(parts)) or len(parts) > WIDE:
            return self._counted(count, parts)
        operands = _operands(parts)
        wins, loses = (NOT_MET, MET) if count == len(parts) else (MET, NOT_MET)
        # "wins" is the verdict that one part alone decides: not met for a conjunction, met for a disjunction.
        one = _any([v.has(wins) for v in operands])
        every = _all([v.has(loses) for v in operands])
        neither = _all([*(v.has_not(wins) for v in operands), _any([v.has(UNKNOWN) for v in operands])])
        by_verdict = {wins: one, loses: every, UNKNOWN: neither}
        return self._add_reading(parts, {letter: by_verdict[verdict] for letter, verdict in _VERDICT.items()})

    def _counted(self, count: int, parts: list[_ReadPart]) -> int:
        def counts(verdicts: Verdicts) -> tuple[int, int]:
            found = [_NEGATION[verdicts[part.place]] if part.negated else verdicts[part.place] for part in parts]
            return found.count(MET), len(found) - found.count(NOT_MET)

        rules: dict[str, Rule] = {
            "T": {"$gte": {"m": count}},
            "F": {"$lt": {"p": count}},
            "U": _all([{"$lt": {"m": count}}, {"$gte": {"p": count}}]),
        }
        return self._add(rules, '"m":%d,"p":%d'.__mod__, read=counts)

    def _case(self, *parts: _ReadPart) -> int:
        c, a, b = _operands(parts)

        def settled(verdict: int) -> Rule:
            return _any([
                _all([c.has(MET), a.has(verdict)]),
                _all([c.has(NOT_MET), b.has(verdict)]),
                _all([c.has(UNKNOWN), a.has(verdict), b.has(verdict)]),
            ])  # fmt: skip

        unknown = _any([
            _all([c.has(MET), a.has(UNKNOWN)]),
            _all([c.has(NOT_MET), b.has(UNKNOWN)]),
            _all([c.has(UNKNOWN), a.has(UNKNOWN)]),
            _all([c.has(UNKNOWN), a.has(MET), b.has_not(MET)]),
            _all([c.has(UNKNOWN), a.has(NOT_MET), b.has_not(NOT_MET)]),
        ])  # fmt: skip
        return self._add_reading(parts, {"T": settled(MET), "F": settled(NOT_MET), "U": unknown})

    def _stated(self, fact: str, derived: _ReadPart) -> int:
        (d,) = _operands([derived])
        rules: dict[str, Rule] = {
            "T": _any([{"b": True}, _all([{"u": 1}, d.has(MET)])]),
            "F": _any([{"b": False}, _all([{"u": 1}, d.has(NOT_MET)])]),
            "U": _all([{"u": 1}, d.has(UNKNOWN)]),
        }
        return self._add(rules, _said_of_stated, given=lambda facts, _: facts.get(fact), read=itemgetter(derived.place))


def _operands(parts: Sequence[_ReadPart]) -> list[_Operand]:
    return [_Operand(f"v{i}", part.negated) for i, part in enumerate(parts)]


def _said_of_one(x: Any) -> str:
    return '"u":1' if x is None else f'"x":{_json(x)}'


def _said_of_two(both: tuple[Any, Any] | None) -> str:
    return '"u":1' if both is None else f'"x":{_json(both[0])},"y":{_json(both[1])}'


def _said_of_stated(told: tuple[Any, int]) -> str:
    found, derived = told
    return f'"u":1,"v0":{derived}' if found is None else f'"b":{_json(found)}'


def _verdict_of(value: Any) -> int:
    """A yes/no value as a verdict; :class:`IntegrityError` for anything else."""
    if value is None:
        return UNKNOWN
    if value is True or value is False:
        return MET if value else NOT_MET
    raise IntegrityError(Problem("rete_limit", {"detail": repr(value)}))


def _json(value: Any) -> str:
    """As ``json.dumps``, which is slow to find out what it was given."""
    if value is True or value is False:
        return "true" if value else "false"
    return str(value) if type(value) is int else _json_text(value)


@lru_cache(maxsize=4096)
def _json_text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _test(operator: str, name: str, operand: Any) -> Rule:
    if operator == "=":
        # Equality with another property of the message needs its operator spelled out by its two halves.
        if isinstance(operand, dict):
            return _all([{"$lte": {name: operand}}, {"$gte": {name: operand}}])
        return {name: operand}
    return {_OPERATORS[operator]: {name: operand}}


def _any(tests: list[Rule]) -> Rule:
    return tests[0] if len(tests) == 1 else {"$or": tests}


def _all(tests: list[Rule]) -> Rule:
    return tests[0] if len(tests) == 1 else {"$and": tests}
