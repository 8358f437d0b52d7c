"""Frozen classes behave as the standard library's, by which each is made here once more."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import pytest

from ancu.frozen import frozen

Maker = Callable[[type[Any]], type[Any]]
BOTH = pytest.mark.parametrize("make", [frozen, dataclass(frozen=True)], ids=["frozen", "dataclass"])


def made(make: Maker) -> type[Any]:
    @make
    class Case:
        """A case."""

        name: str
        facts: dict[str, int] = field(default_factory=dict, compare=False)
        rank: int = 3
        secret: str = field(default="s", repr=False)

        @cached_property
        def twice(self) -> int:
            return self.rank * 2

    return Case


@frozen(slots=True)
class Leaf:
    """A class with slots, which pickles by its fields."""

    value: int
    unit: str = "m"


@frozen
class Nothing:
    """A class without fields."""


@BOTH
def test_fields_are_given_by_place_or_name_and_may_be_left_out(make: Maker) -> None:
    case = made(make)
    one, other = case("a", {"x": 1}), case(name="a", rank=4)
    assert (one.facts, one.rank, one.secret) == ({"x": 1}, 3, "s")
    assert (other.facts, other.rank) == ({}, 4)
    assert case("b").facts is not case("b").facts
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'name'"):
        case()
    with pytest.raises(TypeError, match="unexpected keyword argument 'none'"):
        case("a", none=1)


@BOTH
def test_alike_are_equal_and_hash_alike(make: Maker) -> None:
    case, stranger = made(make), made(make)
    assert case("a", {"x": 1}) == case("a", {"x": 2})
    assert hash(case("a")) == hash(case("a")) == hash(("a", 3, "s"))
    assert case("a") != case("b")
    assert case("a") != stranger("a")


@BOTH
def test_what_is_shown_and_told_of_the_fields(make: Maker) -> None:
    case = made(make)
    assert repr(case("a")).endswith("Case(name='a', facts={}, rank=3)")
    assert case.__match_args__ == ("name", "facts", "rank", "secret")
    assert [one.name for one in dataclasses.fields(case)] == ["name", "facts", "rank", "secret"]
    assert replace(case("a"), rank=9) == case("a", rank=9)
    assert case("a", rank=5).twice == 10


@BOTH
def test_nobody_changes_one(make: Maker) -> None:
    one = made(make)("a")
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot assign to field 'rank'"):
        one.rank = 4
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot assign to field 'other'"):
        one.other = 4
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot delete field 'rank'"):
        del one.rank
    assert one.rank == 3


@BOTH
def test_what_a_class_says_itself_stays(make: Maker) -> None:
    @make
    class Own:
        """A class with a hash and a text of its own."""

        value: int
        told: list[int] = field(default_factory=list)

        def __post_init__(self) -> None:
            self.told.append(self.value)

        def __hash__(self) -> int:
            return 7

        def __repr__(self) -> str:
            return "own"

    assert (hash(Own(1)), repr(Own(1)), Own(1).told) == (7, "own", [1])


def test_one_with_slots_travels() -> None:
    leaf = Leaf(2)
    assert not hasattr(leaf, "__dict__")
    for other in (pickle.loads(pickle.dumps(leaf)), copy.copy(leaf), copy.deepcopy(leaf)):
        assert other == leaf
        assert other is not leaf
    assert Nothing() == Nothing()
    assert hash(Nothing()) == hash(())
