"""The second engine: conditions compiled to durable-rules rulesets, concluded by forward chaining.

Every condition, and every comparison and connective in it, is a node with three rules, *met*, *not met* and *unknown*;
the name of the rule that fires is the conclusion. Nodes stand in layers: a layer's verdicts are the facts of the next.
A yes/no fact goes to the rules that read it as it is stated, and what is negated is tested for the opposite. Numbers
and dates are computed before (the direct engine's quantities) and compared here.

durable-rules is driven through its C module and only inside what was measured to be sound: one message a ruleset,
asserted with a constant session and id and retracted after; typed integers, booleans and short texts; an explicit
marker for a missing operand, since an absent one matches neither a comparison nor its negation; no joins, ``$not``,
``$nex``, arithmetic, events or timers. Every node must reach exactly one verdict, every time.

A ruleset that is told the same again concludes the same, so each remembers what it was told last and what followed:
cases differ in few of the things that a ruleset reads. Numbers and dates tell people apart, and are not remembered.
"""

from __future__ import annotations

import importlib.util
import itertools
import json
import os
import threading
import weakref
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
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
_VALUES: tuple[bool | None, ...] = (False, True, None)
_NEGATION = {MET: NOT_MET, NOT_MET: MET, UNKNOWN: UNKNOWN}

# Measured limits of durable-rules, with room to spare: 64 live matches a message, 511 alpha nodes, 252 properties.
MAX_MATCHES, MAX_TESTS = 56, 360
#: What a ruleset takes grows with its nodes alone; the fewer it has, the more often it is told what it knows.
MAX_NODES = 5
#: Beyond this many parts a connective is judged by counting them.
WIDE = 16
#: How much of what it was told a ruleset remembers, the oldest forgotten first: less than 100 kB, what it takes itself.
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


@dataclass(frozen=True)
class _Node:
    """One yes/no part: its rules by verdict, and how much of a ruleset it takes.

    ``say`` makes what it is told, the members of a JSON object: of what ``given`` gives of a case, and then of the
    verdicts on what it ``reads``. ``varied``: numbers or dates, which hardly any two cases have in common.
    """

    index: int
    layer: int
    rules: Mapping[str, Rule]
    reads: Sequence[int]
    given: Sequence[Closure]
    say: Callable[..., str]
    varied: bool
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
        layers = [
            _pack([node for node in compiler.nodes if node.layer == layer])
            for layer in range(1 + max((node.layer for node in compiler.nodes), default=-1))
        ]
        self._packs = [pack for layer in layers for pack in layer]
        # What a ruleset concludes stands together.
        in_order = (*compiler.inputs, *(node.index for pack in self._packs for node in pack))
        self._places = {index: place for place, index in enumerate(in_order)}
        self._inputs, self._size = list(compiler.inputs.values()), len(in_order)
        self._conditions = {name: self._places[index] for name, index in conditions.items()}
        self._named = [*self._conditions.items(), *((name, self._places[index]) for name, index in told.items())]
        self._networks: dict[int, _Network] = {}
        # durable-rules would keep the rulesets for the life of the process.
        weakref.finalize(self, _free, self._networks).atexit = False

    def run(self, facts: Facts, quantities: Values, overrides: Values | None = None) -> dict[str, bool | None]:
        """The verdict of every condition and of every root: of the program (key ``""``), of each ``option:<key>``.

        ``quantities`` are the values of the program's other nodes; ``overrides`` replaces a condition's verdict
        before it is passed on. Raises :class:`IntegrityError` if a node reaches no verdict, or two.
        """
        fixed = [
            (self._conditions[name], _verdict_of(value))
            for name, value in (overrides or {}).items()
            if name in self._conditions
        ]
        verdicts = bytearray(self._size)
        for place, value in enumerate(self._inputs):
            given = value(facts, quantities)
            verdicts[place] = MET if given is True else NOT_MET if given is False else _verdict_of(given)
        network = self._network()
        with network.lock:
            for ruleset in network.rulesets:
                verdicts[ruleset.start : ruleset.end] = ruleset.conclude(facts, quantities, verdicts)
                for place, verdict in fixed:
                    verdicts[place] = verdict
        return {name: _VALUES[verdicts[place]] for name, place in self._named}

    def _network(self) -> _Network:
        """This process's rulesets: a fork's are its own, in case another thread was in the middle of a case."""
        process = os.getpid()
        found = self._networks.get(process)
        if found is None:
            *_, inherited = [None, *self._networks.values()]
            at_rest = inherited is not None and not inherited.lock.locked()
            found = self._networks.setdefault(
                process, inherited if inherited and at_rest else _Network(self._packs, self._places)
            )
            for other in set(self._networks) - {process}:
                self._networks.pop(other, None)
        return found

    def close(self) -> None:
        """Free the rulesets now; they are made anew when needed. Otherwise they are freed with the engine."""
        _free(self._networks)


class _Network:
    """The rulesets of an engine in one process; one case is in them at a time."""

    def __init__(self, packs: Iterable[list[_Node]], places: Mapping[int, int]) -> None:
        self.lock = threading.Lock()
        self.rulesets = [_Ruleset(pack, places) for pack in packs]


def _free(networks: Mapping[int, _Network]) -> None:
    network = networks.get(os.getpid())
    if network is not None:
        with network.lock:
            for ruleset in network.rulesets:
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
    """Nodes of a layer in groups that one ruleset can hold.

    What reads alike stands together, and what varies apart, so that most rulesets are told what they were told before.
    """
    packs: list[list[_Node]] = []
    for node in sorted(nodes, key=lambda node: (node.varied, sorted(node.reads))):
        last = packs[-1] if packs else None
        if (
            last is None
            or last[0].varied is not node.varied
            or len(last) >= MAX_NODES
            or sum(n.matches for n in last) + node.matches > MAX_MATCHES
            or sum(n.tests for n in last) + node.tests > MAX_TESTS
        ):
            packs.append([node])
        else:
            last.append(node)
    return packs


class _Ruleset:
    """One durable-rules ruleset and its handle; the handle is made anew after any exception.

    Its verdicts stand from place ``start`` to before ``end``.
    """

    def __init__(self, nodes: list[_Node], places: Mapping[int, int]) -> None:
        self.nodes = nodes
        self.start = places[nodes[0].index]
        self.end = self.start + len(nodes)
        self.handle: int | None = None
        self.used = False
        self._read = _reader([places[index] for node in nodes for index in node.reads])
        self._given = [value for node in nodes for value in node.given]
        rules: dict[str, Any] = {}
        self._conclusions: dict[str, tuple[int, int]] = {}
        for place, node in enumerate(nodes):
            for verdict, rule in node.rules.items():
                name = f"{node.index}|{verdict}"
                rules[name] = {"all": [{"m": rule}]}
                self._conclusions[name] = (place, _VERDICT[verdict])
        self._definition = json.dumps(rules, ensure_ascii=False)
        self._varied = nodes[0].varied
        self._known: dict[object, bytes] = {}
        self._recalled = 0

    def conclude(self, facts: Facts, quantities: Values, verdicts: Verdicts) -> bytes:
        """The one verdict of each node."""
        read = self._read(verdicts)
        given = tuple([value(facts, quantities) for value in self._given]) if self._given else ()
        if self._varied and any(value is not None for value in given):
            return self._reached(self._message(given, read))
        told = (read, given) if given else read
        known = self._known.get(told)
        if known is not None:
            self._recalled += 1
            if self._recalled % ONE_AGAIN:
                return known
        reached = self._reached(self._message(given, read))
        if known is None:
            if len(self._known) >= MOST_REMEMBERED:
                del self._known[next(iter(self._known))]
            self._known[told] = reached
        elif known != reached:
            raise IntegrityError(Problem("rete_differs_again", {"nodes": ", ".join(str(n.index) for n in self.nodes)}))
        return reached

    def _message(self, given: Iterable[Any], read: Iterable[int]) -> str:
        given, read = iter(given), iter(read)
        said = (
            node.say(*itertools.islice(given, len(node.given)), *itertools.islice(read, len(node.reads)))
            for node in self.nodes
        )
        return '{"sid":"s","id":"m",' + ",".join(said) + "}"

    def _reached(self, message: str) -> bytes:
        try:
            fired = self._fire(message)
        except BaseException:
            self.handle = None  # its state is not to be trusted any more
            raise
        rules = set(fired)  # a rule fires once for each of its alternatives that holds
        conclusions = self._conclusions
        reached = dict(conclusions[name] for name in rules)
        if not len(rules) == len(reached) == len(self.nodes):
            raise self._not_one_each(rules)
        return bytes(map(reached.__getitem__, range(len(reached))))

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
            self.handle, self.used = durable.create_ruleset(f"ancu{next(_names)}", self._definition), False
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


def _reader(places: Sequence[int]) -> Callable[[Verdicts], bytes]:
    """Gives the verdicts at ``places``."""
    if len(places) < 2:  # of one place an itemgetter gives no row
        return lambda verdicts: bytes(verdicts[place] for place in places)
    of_each = itemgetter(*places)
    return lambda verdicts: bytes(of_each(verdicts))


class _NodeCompiler:
    """Makes the nodes of a program. ``inputs`` are the yes/no facts and quantities that they read as they are.

    Nodes and inputs are numbered together.
    """

    def __init__(self, program: Program) -> None:
        self.program = program
        self.nodes: list[_Node] = []
        self.inputs: dict[int, Closure] = {}
        self.conditions: dict[str, int] = {}
        self._layers: list[int] = []
        self._inputs_known: dict[ex.Expr, _ReadPart] = {}

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
            known = self._inputs_known[expr] = _ReadPart(self.size)
            self.inputs[known.index] = closure_of(self.program, expr)
            self._layers.append(-1)
        return known

    def _add(
        self,
        rules: Mapping[str, Rule],
        say: Callable[..., str],
        *,
        layer: int = 0,
        reads: Sequence[int] = (),
        given: Sequence[Closure] = (),
        varied: bool = False,
        matches: int = 1,
    ) -> int:
        index, tests = self.size, sum(map(_count, rules.values()))
        self._layers.append(layer)
        self.nodes.append(_Node(index, layer, rules, reads, given, say, varied, matches, tests))
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

        def say(x: Any, y: Any = literal) -> str:
            if x is None or y is None:
                return f'"u{index}":1'
            return f'"x{index}":{_json(x)}' if literal is not None else f'"x{index}":{_json(x)},"y{index}":{_json(y)}'

        rules: dict[str, Rule] = {
            "T": _test(operator, f"x{index}", operand),
            "F": _test(_OPPOSITE[operator], f"x{index}", operand),
            "U": {f"u{index}": 1},
        }
        varied = literal is None or type(literal) is int
        return self._add(rules, say, given=(a, b) if literal is None else (a,), varied=varied)

    def _within(self, item: ex.Expr, values: list[Any]) -> int:
        index = self.size
        values = list(dict.fromkeys(values))

        def say(found: Any) -> str:
            return f'"u{index}":1' if found is None else f'"x{index}":{_json(found)}'

        rules: dict[str, Rule] = {
            "T": _any([{f"x{index}": v} for v in values]),
            "F": _all([{"$neq": {f"x{index}": v}} for v in values]),
            "U": {f"u{index}": 1},
        }
        varied = any(type(v) is int for v in values)
        return self._add(rules, say, given=(closure_of(self.program, item),), varied=varied)

    # -- connectives ------------------------------------------------------------------------------------------------

    def _above(self, *parts: _ReadPart) -> int:
        return 1 + max(self._layers[part.index] for part in parts)

    def _operands(self, parts: list[_ReadPart]) -> tuple[list[_Operand], Callable[..., str]]:
        """``parts`` by property names private to the node that is made next, and what says the verdicts by them."""
        operands = [_Operand(f"v{self.size}_{i}", part.negated) for i, part in enumerate(parts)]
        said = ",".join(f'"{operand.name}":%d' for operand in operands)
        return operands, lambda *verdicts: said % verdicts

    def _add_reading(
        self, parts: list[_ReadPart], rules: Mapping[str, Rule], say: Callable[..., str], **more: Any
    ) -> int:
        return self._add(rules, say, layer=self._above(*parts), reads=[part.index for part in parts], **more)

    def _copy(self, part: _ReadPart) -> int:
        (v,), say = self._operands([part])
        rules = {letter: v.has(verdict) for letter, verdict in _VERDICT.items()}
        return self._add_reading([part], rules, say)

    def _threshold(self, count: int, parts: list[_ReadPart]) -> int:
        if count not in (1, len(parts)) or len(parts) > WIDE:
            return self._counted(count, parts)
        operands, say = self._operands(parts)
        wins, loses = (NOT_MET, MET) if count == len(parts) else (MET, NOT_MET)
        # "wins" is the verdict that one part alone decides: not met for a conjunction, met for a disjunction.
        one = _any([v.has(wins) for v in operands])
        every = _all([v.has(loses) for v in operands])
        neither = _all([*(v.has_not(wins) for v in operands), _any([v.has(UNKNOWN) for v in operands])])
        by_verdict = {wins: one, loses: every, UNKNOWN: neither}
        rules = {letter: by_verdict[verdict] for letter, verdict in _VERDICT.items()}
        return self._add_reading(parts, rules, say, matches=len(parts))

    def _counted(self, count: int, parts: list[_ReadPart]) -> int:
        index = self.size
        met, possible = f"m{index}", f"p{index}"

        def say(*verdicts: int) -> str:
            found = [
                _NEGATION[verdict] if part.negated else verdict for part, verdict in zip(parts, verdicts, strict=True)
            ]
            return f'"{met}":{found.count(MET)},"{possible}":{len(found) - found.count(NOT_MET)}'

        rules: dict[str, Rule] = {
            "T": {"$gte": {met: count}},
            "F": {"$lt": {possible: count}},
            "U": _all([{"$lt": {met: count}}, {"$gte": {possible: count}}]),
        }
        return self._add_reading(parts, rules, say)

    def _case(self, *parts: _ReadPart) -> int:
        (c, a, b), say = self._operands(list(parts))

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
        return self._add_reading(list(parts), rules, say)

    def _stated(self, fact: str, derived: _ReadPart) -> int:
        index = self.size
        stated, silent = f"b{index}", f"u{index}"
        (d,), say_derived = self._operands([derived])

        def say(found: Any, verdict: int) -> str:
            return f'"{silent}":1,{say_derived(verdict)}' if found is None else f'"{stated}":{_json(found)}'

        rules: dict[str, Rule] = {
            "T": _any([{stated: True}, _all([{silent: 1}, d.has(MET)])]),
            "F": _any([{stated: False}, _all([{silent: 1}, d.has(NOT_MET)])]),
            "U": _all([{silent: 1}, d.has(UNKNOWN)]),
        }
        return self._add_reading([derived], rules, say, given=(lambda facts, _: facts.get(fact),))


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
