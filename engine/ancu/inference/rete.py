"""The second engine: conditions compiled to durable-rules rulesets, concluded by forward chaining.

Every condition, and every comparison and connective in it, is a node with three rules, *met*, *not met* and *unknown*;
the name of the rule that fires is the conclusion. Nodes stand in layers: a layer's verdicts are the facts of the next.
A yes/no fact goes to the rules that read it as it is stated, and what is negated is tested for the opposite. Numbers
and dates are computed before (the direct engine's quantities) and compared here.

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
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from ancu.errors import IntegrityError, Problem
from ancu.inference.direct import Closure, Facts, Values, closure_of
from ancu.inference.joint import Joint
from ancu.inference.program import Program
from ancu.kept import kept
from ancu.rulebook import expressions as ex

AVAILABLE = importlib.util.find_spec("durable_rules_engine") is not None

MET, NOT_MET, UNKNOWN = 1, 0, 2
_VERDICT: dict[str, int] = {"T": MET, "F": NOT_MET, "U": UNKNOWN}
_VALUE: dict[int, bool | None] = {MET: True, NOT_MET: False, UNKNOWN: None}
_NEGATION = {MET: NOT_MET, NOT_MET: MET, UNKNOWN: UNKNOWN}

# Measured limits of durable-rules, with room to spare: 64 live matches a message, 511 alpha nodes, 252 properties.
MAX_NODES, MAX_MATCHES, MAX_TESTS = 24, 56, 360
#: Beyond this many parts a connective is judged by counting them.
WIDE = 16

Rule = dict[str, Any]
#: The verdicts reached so far in a case, by node and input.
Verdicts = list[int]
#: Gives the properties of one node, as members of a JSON object, from the case and the verdicts reached so far.
Feed = Callable[[Facts, Values, Verdicts], str]
#: The messages concluded so far in one case, each with the verdicts that it led to.
Memory = dict[str, list[tuple[int, int]]]
_names = itertools.count()
_OPERATORS = {"<": "$lt", "<=": "$lte", ">": "$gt", ">=": "$gte", "<>": "$neq"}
_OPPOSITE = {"=": "<>", "<>": "=", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}
_MIRROR = {"=": "=", "<>": "<>", "<": ">", ">": "<", "<=": ">=", ">=": "<="}


@dataclass(frozen=True)
class _Node:
    """One yes/no part: its rules by verdict, and how much of a ruleset it takes.

    It is told the verdicts of what it ``reads``, by the names of its properties, or else what ``feed`` gives.
    """

    index: int
    layer: int
    rules: Mapping[str, Rule]
    reads: Mapping[str, int]
    feed: Feed | None
    matches: int
    tests: int


@dataclass(frozen=True)
class _ReadPart:
    """What a node reads: the verdict of another node or of an input, or the opposite of it."""

    index: int
    negated: bool = False

    def opposite(self) -> _ReadPart:
        return _ReadPart(self.index, not self.negated)


@dataclass(frozen=True)
class _Operand:
    """A part as a node's rules know it: by a property of the node's own."""

    name: str
    negated: bool

    def has(self, verdict: int) -> Rule:
        """The test that the part has ``verdict``."""
        return {self.name: _NEGATION[verdict] if self.negated else verdict}

    def has_not(self, verdict: int) -> Rule:
        return {"$neq": self.has(verdict)}


class ReteEngine:
    """The conditions of one program as durable-rules rulesets.

    Safe to share between threads, which take turns, and with processes forked from this one.
    """

    def __init__(self, program: Program, roots: Mapping[str, ex.Expr] | None = None) -> None:
        compiler = _NodeCompiler(program)
        conditions, told = compiler.compile(roots_of(program) if roots is None else roots)
        self._conditions, self._named = conditions, [*conditions.items(), *told.items()]
        self._inputs, self._size = compiler.inputs, compiler.size
        self._packs = [
            _pack([node for node in compiler.nodes if node.layer == layer])
            for layer in range(1 + max((node.layer for node in compiler.nodes), default=-1))
        ]
        self._networks: dict[int, _Network] = {}
        # durable-rules would keep the rulesets for the life of the process.
        weakref.finalize(self, _free, self._networks).atexit = False

    def run(
        self, facts: Facts, quantities: Values, overrides: Values | None = None, memory: Memory | None = None
    ) -> dict[str, bool | None]:
        """The verdict of every condition and of every root: of the program (key ``""``), of each ``option:<key>``.

        ``quantities`` are the values of the program's other nodes; ``overrides`` replaces a condition's verdict
        before it is passed on. With a ``memory``, kept for one case, a ruleset that is told the same again concludes
        the same. Raises :class:`IntegrityError` if a node reaches no verdict, or two.
        """
        fixed = {
            self._conditions[name]: _verdict_of(value)
            for name, value in (overrides or {}).items()
            if name in self._conditions
        }
        memory = {} if memory is None else memory
        verdicts: Verdicts = [UNKNOWN] * self._size
        for index, value in self._inputs:
            verdicts[index] = _verdict_of(value(facts, quantities))
        network = self._network()
        with network.lock:
            for layer in network.layers:
                for ruleset in layer:
                    message = ruleset.message(facts, quantities, verdicts)
                    reached = memory.get(message)
                    if reached is None:
                        reached = memory[message] = ruleset.conclude(message)
                    for index, verdict in reached:
                        verdicts[index] = fixed.get(index, verdict) if fixed else verdict
        return {name: _VALUE[verdicts[index]] for name, index in self._named}

    def _network(self) -> _Network:
        """This process's rulesets: a fork's are its own, in case another thread was in the middle of a case."""
        process = os.getpid()
        found = self._networks.get(process)
        if found is None:
            *_, inherited = [None, *self._networks.values()]
            at_rest = inherited is not None and not inherited.lock.locked()
            found = self._networks.setdefault(process, inherited if inherited and at_rest else _Network(self._packs))
            for other in set(self._networks) - {process}:
                self._networks.pop(other, None)
        return found

    def close(self) -> None:
        """Free the rulesets now; they are made anew when needed. Otherwise they are freed with the engine."""
        _free(self._networks)


class _Network:
    """The rulesets of an engine in one process; one case is in them at a time."""

    def __init__(self, packs: list[list[list[_Node]]]) -> None:
        self.lock = threading.Lock()
        self.layers = [[_Ruleset(pack) for pack in layer] for layer in packs]


def _free(networks: Mapping[int, _Network]) -> None:
    network = networks.get(os.getpid())
    if network is not None:
        with network.lock:
            for layer in network.layers:
                for ruleset in layer:
                    ruleset.discard()


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


def _pack(nodes: list[_Node]) -> list[list[_Node]]:
    """Nodes of a layer in groups that one ruleset can hold."""
    packs: list[list[_Node]] = []
    for node in nodes:
        last = packs[-1] if packs else None
        if (
            last is None
            or len(last) >= MAX_NODES
            or sum(n.matches for n in last) + node.matches > MAX_MATCHES
            or sum(n.tests for n in last) + node.tests > MAX_TESTS
        ):
            packs.append([node])
        else:
            last.append(node)
    return packs


@dataclass
class _Ruleset:
    """One durable-rules ruleset and its handle; the handle is made anew after any exception."""

    nodes: list[_Node]
    definition: str = ""
    handle: int | None = None
    used: bool = False
    conclusions: dict[str, tuple[int, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        # What is told of a case: first what feeds give, then verdicts, each by the name of its property.
        self._feeds = [node.feed for node in self.nodes if node.feed is not None]
        reads = [(name, index) for node in self.nodes for name, index in node.reads.items()]
        self._reads = [index for _, index in reads]
        members = ['"sid":"s"', '"id":"m"', *("%s" for _ in self._feeds), *(f'"{name}":%d' for name, _ in reads)]
        self._told = "{" + ",".join(members) + "}"
        rules: dict[str, Any] = {}
        for node in self.nodes:
            for verdict, rule in node.rules.items():
                name = f"{node.index}|{verdict}"
                rules[name] = {"all": [{"m": rule}]}
                self.conclusions[name] = (node.index, _VERDICT[verdict])
        self.definition = json.dumps(rules, ensure_ascii=False)

    def message(self, facts: Facts, quantities: Values, verdicts: Verdicts) -> str:
        """What the ruleset is told of a case."""
        told: list[Any] = [feed(facts, quantities, verdicts) for feed in self._feeds]
        told += [verdicts[index] for index in self._reads]
        return self._told % tuple(told)

    def conclude(self, message: str) -> list[tuple[int, int]]:
        """The one verdict of each node."""
        try:
            fired = self._fire(message)
        except BaseException:
            self.handle = None  # its state is not to be trusted any more
            raise
        rules = set(fired)  # a rule fires once for each of its alternatives that holds
        conclusions = self.conclusions
        reached = [conclusions[name] for name in rules]
        if not len(rules) == len(dict(reached)) == len(self.nodes):
            raise self._not_one_each(rules)
        return reached

    def _not_one_each(self, fired: set[str]) -> IntegrityError:
        found: dict[int, list[str]] = {node.index: [] for node in self.nodes}
        for name in fired:
            number, verdict = name.split("|")
            found[int(number)].append(verdict)
        node, verdicts = next((node, verdicts) for node, verdicts in found.items() if len(verdicts) != 1)
        return IntegrityError(
            Problem("rete_no_single_verdict", {"node": node, "verdicts": ", ".join(sorted(verdicts)) or "–"})
        )

    def _fire(self, message: str) -> list[str]:
        import durable_rules_engine as durable

        if self.handle is None:
            self.handle, self.used = durable.create_ruleset(f"ancu{next(_names)}", self.definition), False
        code, state = durable.assert_fact(self.handle, message)
        if code != 0:
            raise IntegrityError(Problem("rete_limit", {"detail": f"assert_fact {code}"}))
        self.used = True
        fired: list[str] = []
        started = durable.start_action_for_state(self.handle, state)
        current = started[1] if started else None
        while current:
            # {"12|T": {the whole message}}: the name alone is read.
            fired.append(current[2 : current.index('"', 2)])
            current = durable.complete_and_start_action(self.handle, state)
        durable.retract_fact(self.handle, message)
        return fired

    def discard(self) -> None:
        import durable_rules_engine as durable

        if self.handle is not None:
            if self.used:  # deleting the state of a session in which nothing ever ran crashes the process
                durable.delete_state(self.handle, "s")
            durable.delete_ruleset(self.handle)
            self.handle = None


class _NodeCompiler:
    """Makes the nodes of a program. ``inputs`` are the yes/no facts and quantities that they read as they are."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.nodes: list[_Node] = []
        self.inputs: list[tuple[int, Closure]] = []
        self.conditions: dict[str, int] = {}
        self._layers: list[int] = []

    @property
    def size(self) -> int:
        """How many verdicts there are, of nodes and inputs."""
        return len(self._layers)

    def compile(self, roots: Mapping[str, ex.Expr]) -> tuple[dict[str, int], dict[str, int]]:
        for node in self.program.conditions():
            self.conditions[node.name] = self._own(node.expr)
        told = {name: self._own(root) for name, root in roots.items()}
        _refuse_collisions(name for node in self.nodes for name in _properties(node.rules))
        return self.conditions, told

    def _own(self, expr: ex.Expr) -> int:
        """A node that is nobody else's, so that its verdict can be replaced without touching another's."""
        if isinstance(expr, ex.Name | ex.Not | ex.Fact | ex.Constant | ex.Unset):
            return self._copy(self._part(expr))
        return self._part(expr).index

    def _part(self, expr: ex.Expr) -> _ReadPart:
        """``expr`` as others read it: a node or an input, or the opposite of one."""
        if isinstance(expr, ex.Name) and expr.id in self.conditions:
            return _ReadPart(self.conditions[expr.id])
        match expr:
            case ex.Not(item):
                return self._part(item).opposite()
            case ex.Fact() | ex.Name() | ex.Constant() | ex.Unset():
                return self._input(closure_of(self.program, expr))
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

    def _input(self, value: Closure) -> _ReadPart:
        index = self.size
        self._layers.append(-1)
        self.inputs.append((index, value))
        return _ReadPart(index)

    def _add(
        self,
        rules: Mapping[str, Rule],
        *,
        layer: int = 0,
        reads: Mapping[str, int] | None = None,
        feed: Feed | None = None,
        matches: int = 1,
    ) -> int:
        index, tests = self.size, sum(map(_count, rules.values()))
        self._layers.append(layer)
        self.nodes.append(_Node(index, layer, rules, reads or {}, feed, matches, tests))
        return index

    # -- atoms ------------------------------------------------------------------------------------------------------

    def _compare(self, expr: ex.Compare) -> int:
        left, operator, right = expr.left, expr.operator, expr.right
        if isinstance(left, ex.Constant):
            left, operator, right = right, _MIRROR[operator], left
        index = self.size
        a, b = closure_of(self.program, left), closure_of(self.program, right)
        literal = right.value if isinstance(right, ex.Constant) else None
        operand: Any = literal if literal is not None else {"$m": f"y{index}"}

        def feed(facts: Facts, quantities: Values, verdicts: Verdicts) -> str:
            x, y = a(facts, quantities), b(facts, quantities)
            if x is None or y is None:
                return f'"u{index}":1'
            return f'"x{index}":{_json(x)}' if literal is not None else f'"x{index}":{_json(x)},"y{index}":{_json(y)}'

        rules: dict[str, Rule] = {
            "T": _test(operator, f"x{index}", operand),
            "F": _test(_OPPOSITE[operator], f"x{index}", operand),
            "U": {f"u{index}": 1},
        }
        return self._add(rules, feed=feed)

    def _within(self, item: ex.Expr, values: list[Any]) -> int:
        index = self.size
        value = closure_of(self.program, item)
        values = list(dict.fromkeys(values))

        def feed(facts: Facts, quantities: Values, verdicts: Verdicts) -> str:
            found = value(facts, quantities)
            return f'"u{index}":1' if found is None else f'"x{index}":{_json(found)}'

        rules: dict[str, Rule] = {
            "T": _any([{f"x{index}": v} for v in values]),
            "F": _all([{"$neq": {f"x{index}": v}} for v in values]),
            "U": {f"u{index}": 1},
        }
        return self._add(rules, feed=feed)

    # -- connectives ------------------------------------------------------------------------------------------------

    def _above(self, *parts: _ReadPart) -> int:
        return 1 + max(self._layers[part.index] for part in parts)

    def _operands(self, parts: list[_ReadPart]) -> tuple[list[_Operand], dict[str, int]]:
        """``parts`` by property names private to the node that is made next, and which verdict each name is told."""
        named = [(f"v{self.size}_{i}", part) for i, part in enumerate(parts)]
        return [_Operand(name, part.negated) for name, part in named], {name: part.index for name, part in named}

    def _copy(self, part: _ReadPart) -> int:
        (v,), reads = self._operands([part])
        rules = {letter: v.has(verdict) for letter, verdict in _VERDICT.items()}
        return self._add(rules, layer=self._above(part), reads=reads)

    def _threshold(self, count: int, parts: list[_ReadPart]) -> int:
        if count not in (1, len(parts)) or len(parts) > WIDE:
            return self._counted(count, parts)
        operands, reads = self._operands(parts)
        wins, loses = (NOT_MET, MET) if count == len(parts) else (MET, NOT_MET)
        # "wins" is the verdict that one part alone decides: not met for a conjunction, met for a disjunction.
        one = _any([v.has(wins) for v in operands])
        every = _all([v.has(loses) for v in operands])
        neither = _all([*(v.has_not(wins) for v in operands), _any([v.has(UNKNOWN) for v in operands])])
        by_verdict = {wins: one, loses: every, UNKNOWN: neither}
        rules = {letter: by_verdict[verdict] for letter, verdict in _VERDICT.items()}
        return self._add(rules, layer=self._above(*parts), reads=reads, matches=len(parts))

    def _counted(self, count: int, parts: list[_ReadPart]) -> int:
        index = self.size
        met, possible = f"m{index}", f"p{index}"

        def feed(facts: Facts, quantities: Values, verdicts: Verdicts) -> str:
            found = [_NEGATION[verdicts[part.index]] if part.negated else verdicts[part.index] for part in parts]
            return f'"{met}":{found.count(MET)},"{possible}":{len(found) - found.count(NOT_MET)}'

        rules: dict[str, Rule] = {
            "T": {"$gte": {met: count}},
            "F": {"$lt": {possible: count}},
            "U": _all([{"$lt": {met: count}}, {"$gte": {possible: count}}]),
        }
        return self._add(rules, layer=self._above(*parts), feed=feed)

    def _case(self, *parts: _ReadPart) -> int:
        (c, a, b), reads = self._operands(list(parts))

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
        rules = {"T": settled(MET), "F": settled(NOT_MET), "U": unknown}
        return self._add(rules, layer=self._above(*parts), reads=reads)

    def _stated(self, fact: str, derived: _ReadPart) -> int:
        index = self.size
        stated, silent = f"b{index}", f"u{index}"
        (d,), reads = self._operands([derived])
        ((name, place),) = reads.items()

        def feed(facts: Facts, quantities: Values, verdicts: Verdicts) -> str:
            found = facts.get(fact)
            return f'"{silent}":1,"{name}":{verdicts[place]}' if found is None else f'"{stated}":{_json(found)}'

        rules: dict[str, Rule] = {
            "T": _any([{stated: True}, _all([{silent: 1}, d.has(MET)])]),
            "F": _any([{stated: False}, _all([{silent: 1}, d.has(NOT_MET)])]),
            "U": _all([{silent: 1}, d.has(UNKNOWN)]),
        }
        return self._add(rules, layer=self._above(derived), feed=feed)


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


def _count(rule: Rule) -> int:
    """How many single tests a rule holds."""
    return sum(_count(part) for parts in rule.values() for part in parts) if rule.keys() <= {"$and", "$or"} else 1


def _properties(rules: Mapping[str, Rule]) -> set[str]:
    found: set[str] = set()
    todo: list[Any] = list(rules.values())
    while todo:
        part = todo.pop()
        if isinstance(part, list):
            todo.extend(part)
        elif isinstance(part, dict):
            for key, below in part.items():
                if key == "$m":
                    found.add(below)
                elif not key.startswith("$"):
                    found.add(key)
                todo.append(below)
    return found


def _refuse_collisions(names: Any) -> None:
    """durable-rules knows a property by a 32-bit FNV-1a hash alone: two names with one hash would be one property."""
    seen: dict[int, str] = {}
    for name in {n for group in names for n in ([group] if isinstance(group, str) else group)}:
        code = 0x811C9DC5
        for byte in name.encode():
            code = ((code ^ byte) * 0x01000193) & 0xFFFFFFFF
        if code in seen:
            raise IntegrityError(Problem("rete_limit", {"detail": f"{name} / {seen[code]}"}))
        seen[code] = name
