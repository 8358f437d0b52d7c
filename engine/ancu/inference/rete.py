"""The second engine: conditions compiled to durable-rules rulesets, concluded by forward chaining.

Every yes/no part of a rule is a node with three rules, *met*, *not met* and *unknown*; the name of the rule that fires
is the conclusion. Nodes stand in layers: a layer's verdicts are the facts of the next. Numbers and dates are computed
before (the direct engine's quantities) and compared here.

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
from typing import Any

from ancu.errors import IntegrityError, Problem
from ancu.inference.direct import Facts, Values, closure_of
from ancu.inference.joint import Joint
from ancu.inference.program import Program
from ancu.kept import kept
from ancu.rulebook import expressions as ex

AVAILABLE = importlib.util.find_spec("durable_rules_engine") is not None

MET, NOT_MET, UNKNOWN = 1, 0, 2
_VERDICT: dict[str, int] = {"T": MET, "F": NOT_MET, "U": UNKNOWN}
_VALUE: dict[int, bool | None] = {MET: True, NOT_MET: False, UNKNOWN: None}

# Measured limits of durable-rules, with room to spare: 64 live matches a message, 511 alpha nodes, 252 properties.
MAX_NODES, MAX_MATCHES, MAX_TESTS = 24, 56, 360
#: Beyond this many parts a connective is judged by counting them.
WIDE = 16

Rule = dict[str, Any]
#: Gives the properties of one node, as members of a JSON object, from the case and the verdicts reached so far.
Feed = Callable[[Facts, Values, Mapping[int, int]], str]
#: The messages concluded so far in one case, each with the verdicts that it led to.
Memory = dict[str, Mapping[int, int]]
_names = itertools.count()
_OPERATORS = {"<": "$lt", "<=": "$lte", ">": "$gt", ">=": "$gte", "<>": "$neq"}
_OPPOSITE = {"=": "<>", "<>": "=", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}
_MIRROR = {"=": "=", "<>": "<>", "<": ">", ">": "<", "<=": ">=", ">=": "<="}


@dataclass(frozen=True)
class _Node:
    """One yes/no part: its rules by verdict, what it is fed, and how much of a ruleset it takes."""

    index: int
    layer: int
    rules: Mapping[str, Rule]
    feed: Feed
    matches: int
    tests: int


class ReteEngine:
    """The conditions of one program as durable-rules rulesets.

    Safe to share between threads, which take turns, and with processes forked from this one.
    """

    def __init__(self, program: Program, roots: Mapping[str, ex.Expr] | None = None) -> None:
        compiler = _NodeCompiler(program)
        conditions, told = compiler.compile(roots_of(program) if roots is None else roots)
        self._conditions, self._named = conditions, [*conditions.items(), *told.items()]
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
            self._conditions[name]: UNKNOWN if value is None else MET if value else NOT_MET
            for name, value in (overrides or {}).items()
            if name in self._conditions
        }
        memory = {} if memory is None else memory
        verdicts: dict[int, int] = {}
        network = self._network()
        with network.lock:
            for layer in network.layers:
                for ruleset in layer:
                    message = ruleset.message(facts, quantities, verdicts)
                    reached = memory.get(message)
                    if reached is None:
                        reached = memory[message] = ruleset.conclude(message)
                    verdicts.update(reached)
                if fixed:
                    verdicts.update((index, value) for index, value in fixed.items() if index in verdicts)
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
        rules: dict[str, Any] = {}
        for node in self.nodes:
            for verdict, rule in node.rules.items():
                name = f"{node.index}|{verdict}"
                rules[name] = {"all": [{"m": rule}]}
                self.conclusions[name] = (node.index, _VERDICT[verdict])
        self.definition = json.dumps(rules, ensure_ascii=False)

    def message(self, facts: Facts, quantities: Values, verdicts: Mapping[int, int]) -> str:
        """What the ruleset is told of a case."""
        members = ",".join([node.feed(facts, quantities, verdicts) for node in self.nodes])
        return f'{{"sid":"s","id":"m",{members}}}'

    def conclude(self, message: str) -> Mapping[int, int]:
        """The one verdict of each node."""
        try:
            fired = self._fire(message)
        except BaseException:
            self.handle = None  # its state is not to be trusted any more
            raise
        rules = set(fired)  # a rule fires once for each of its alternatives that holds
        reached = dict([self.conclusions[name] for name in rules])
        if not len(rules) == len(reached) == len(self.nodes):
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
    def __init__(self, program: Program) -> None:
        self.program = program
        self.nodes: list[_Node] = []
        self.conditions: dict[str, int] = {}

    def compile(self, roots: Mapping[str, ex.Expr]) -> tuple[dict[str, int], dict[str, int]]:
        for node in self.program.conditions():
            self.conditions[node.name] = self._own(node.expr)
        told = {name: self._own(root) for name, root in roots.items()}
        _refuse_collisions(name for node in self.nodes for name in _properties(node.rules))
        return self.conditions, told

    def _own(self, expr: ex.Expr) -> int:
        """A node that is nobody else's, so that its verdict can be replaced without touching another's."""
        return self._copy(self.node(expr)) if isinstance(expr, ex.Name) else self.node(expr)

    def node(self, expr: ex.Expr) -> int:
        if isinstance(expr, ex.Name) and expr.id in self.conditions:
            return self.conditions[expr.id]
        match expr:
            case ex.Compare():
                return self._compare(expr)
            case ex.Within(item, values):
                return self._within(item, [value.value for value in values])
            case ex.Not(item):
                return self._not(self.node(item))
            case ex.And(items):
                return self._threshold(len(items), [self.node(i) for i in items])
            case ex.Or(items):
                return self._threshold(1, [self.node(i) for i in items])
            case ex.AtLeast(count, items):
                return self._threshold(count, [self.node(i) for i in items])
            case ex.Case(condition, then, otherwise):
                return self._case(self.node(condition), self.node(then), self.node(otherwise))
            case ex.Stated(fact, derived):
                return self._stated(fact, self.node(derived) if derived is not None else self._yes_no(ex.Unset("")))
            case ex.Fact() | ex.Name() | ex.Constant() | ex.Unset():
                return self._yes_no(expr)
        raise TypeError(f"{type(expr).__name__} is not yes/no")

    def _add(self, rules: Mapping[str, Rule], feed: Feed, layer: int, matches: int = 1) -> int:
        index = len(self.nodes)
        self.nodes.append(_Node(index, layer, rules, feed, matches, sum(map(_count, rules.values()))))
        return index

    # -- atoms ------------------------------------------------------------------------------------------------------

    def _yes_no(self, expr: ex.Expr) -> int:
        index = len(self.nodes)
        value = closure_of(self.program, expr)

        def feed(facts: Facts, quantities: Values, verdicts: Mapping[int, int]) -> str:
            found = value(facts, quantities)
            return f'"u{index}":1' if found is None else f'"b{index}":{_json(found)}'

        rules: dict[str, Rule] = {"T": {f"b{index}": True}, "F": {f"b{index}": False}, "U": {f"u{index}": 1}}
        return self._add(rules, feed, 0)

    def _compare(self, expr: ex.Compare) -> int:
        left, operator, right = expr.left, expr.operator, expr.right
        if isinstance(left, ex.Constant):
            left, operator, right = right, _MIRROR[operator], left
        index = len(self.nodes)
        a, b = closure_of(self.program, left), closure_of(self.program, right)
        literal = right.value if isinstance(right, ex.Constant) else None
        operand: Any = literal if literal is not None else {"$m": f"y{index}"}

        def feed(facts: Facts, quantities: Values, verdicts: Mapping[int, int]) -> str:
            x, y = a(facts, quantities), b(facts, quantities)
            if x is None or y is None:
                return f'"u{index}":1'
            return f'"x{index}":{_json(x)}' if literal is not None else f'"x{index}":{_json(x)},"y{index}":{_json(y)}'

        rules: dict[str, Rule] = {
            "T": _test(operator, f"x{index}", operand),
            "F": _test(_OPPOSITE[operator], f"x{index}", operand),
            "U": {f"u{index}": 1},
        }
        return self._add(rules, feed, 0)

    def _within(self, item: ex.Expr, values: list[Any]) -> int:
        index = len(self.nodes)
        value = closure_of(self.program, item)
        values = list(dict.fromkeys(values))

        def feed(facts: Facts, quantities: Values, verdicts: Mapping[int, int]) -> str:
            found = value(facts, quantities)
            return f'"u{index}":1' if found is None else f'"x{index}":{_json(found)}'

        rules: dict[str, Rule] = {
            "T": _any([{f"x{index}": v} for v in values]),
            "F": _all([{"$neq": {f"x{index}": v}} for v in values]),
            "U": {f"u{index}": 1},
        }
        return self._add(rules, feed, 0)

    # -- connectives ------------------------------------------------------------------------------------------------

    def _above(self, *parts: int) -> int:
        return 1 + max(self.nodes[part].layer for part in parts)

    @staticmethod
    def _verdicts_of(index: int, parts: list[int]) -> tuple[list[str], Feed]:
        """Property names private to the node, and the feed that fills them with its parts' verdicts."""
        names = [f"v{index}_{i}" for i in range(len(parts))]
        said = [
            (part, {verdict: f'"{name}":{verdict}' for verdict in _VALUE})
            for name, part in zip(names, parts, strict=True)
        ]

        def feed(facts: Facts, quantities: Values, verdicts: Mapping[int, int]) -> str:
            return ",".join([of[verdicts[part]] for part, of in said])

        return names, feed

    def _copy(self, part: int) -> int:
        (v,), feed = self._verdicts_of(len(self.nodes), [part])
        return self._add({"T": {v: MET}, "F": {v: NOT_MET}, "U": {v: UNKNOWN}}, feed, self._above(part))

    def _not(self, part: int) -> int:
        (v,), feed = self._verdicts_of(len(self.nodes), [part])
        return self._add({"T": {v: NOT_MET}, "F": {v: MET}, "U": {v: UNKNOWN}}, feed, self._above(part))

    def _threshold(self, count: int, parts: list[int]) -> int:
        index = len(self.nodes)
        if count not in (1, len(parts)) or len(parts) > WIDE:
            return self._counted(count, parts)
        names, feed = self._verdicts_of(index, parts)
        wins, loses = (NOT_MET, MET) if count == len(parts) else (MET, NOT_MET)
        # "wins" is the verdict that one part alone decides: not met for a conjunction, met for a disjunction.
        one = _any([{v: wins} for v in names])
        every = _all([{v: loses} for v in names])
        neither = _all([*({"$neq": {v: wins}} for v in names), _any([{v: UNKNOWN} for v in names])])
        by_verdict = {wins: one, loses: every, UNKNOWN: neither}
        rules = {letter: by_verdict[verdict] for letter, verdict in _VERDICT.items()}
        return self._add(rules, feed, self._above(*parts), len(parts))

    def _counted(self, count: int, parts: list[int]) -> int:
        index = len(self.nodes)
        met, possible = f"m{index}", f"p{index}"

        def feed(facts: Facts, quantities: Values, verdicts: Mapping[int, int]) -> str:
            found = [verdicts[part] for part in parts]
            return f'"{met}":{found.count(MET)},"{possible}":{len(found) - found.count(NOT_MET)}'

        rules: dict[str, Rule] = {
            "T": {"$gte": {met: count}},
            "F": {"$lt": {possible: count}},
            "U": _all([{"$lt": {met: count}}, {"$gte": {possible: count}}]),
        }
        return self._add(rules, feed, self._above(*parts))

    def _case(self, condition: int, then: int, otherwise: int) -> int:
        parts = [condition, then, otherwise]
        (c, a, b), feed = self._verdicts_of(len(self.nodes), parts)

        def settled(verdict: int) -> Rule:
            return _any([
                _all([{c: MET}, {a: verdict}]),
                _all([{c: NOT_MET}, {b: verdict}]),
                _all([{c: UNKNOWN}, {a: verdict}, {b: verdict}]),
            ])  # fmt: skip

        unknown = _any([
            _all([{c: MET}, {a: UNKNOWN}]),
            _all([{c: NOT_MET}, {b: UNKNOWN}]),
            _all([{c: UNKNOWN}, {a: UNKNOWN}]),
            _all([{c: UNKNOWN}, {a: MET}, {"$neq": {b: MET}}]),
            _all([{c: UNKNOWN}, {a: NOT_MET}, {"$neq": {b: NOT_MET}}]),
        ])  # fmt: skip
        return self._add({"T": settled(MET), "F": settled(NOT_MET), "U": unknown}, feed, self._above(*parts))

    def _stated(self, fact: str, derived: int) -> int:
        index = len(self.nodes)
        stated, silent, d = f"b{index}", f"u{index}", f"v{index}_0"

        def feed(facts: Facts, quantities: Values, verdicts: Mapping[int, int]) -> str:
            found = facts.get(fact)
            return f'"{silent}":1,"{d}":{verdicts[derived]}' if found is None else f'"{stated}":{_json(found)}'

        rules: dict[str, Rule] = {
            "T": _any([{stated: True}, _all([{silent: 1}, {d: MET}])]),
            "F": _any([{stated: False}, _all([{silent: 1}, {d: NOT_MET}])]),
            "U": _all([{silent: 1}, {d: UNKNOWN}]),
        }
        return self._add(rules, feed, self._above(derived))


def _json(value: Any) -> str:
    """As ``json.dumps``, which is slow to find out what it was given."""
    if value is True or value is False:
        return "true" if value else "false"
    return str(value) if type(value) is int else json.dumps(value, ensure_ascii=False)


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
