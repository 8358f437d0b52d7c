"""The bytes that are chained: one way to write an entry, whoever writes it."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ancu.chain import canonical, link_of

TEXTS = st.text('aĐ\u0061\u0306\u0300é\u0065\u0301\n"\\\u0000\u2028😀', max_size=6)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=60)
@given(st.dictionaries(TEXTS, VALUES, max_size=4))
def test_what_is_read_again_is_written_the_same(value: dict[str, object]) -> None:
    body = canonical(value)
    assert canonical(json.loads(body)) == body
    assert b"\n" not in body


def test_letters_are_composed_and_keys_in_order() -> None:
    apart = unicodedata.normalize("NFD", "Người có công")
    assert canonical({"b": apart, "a": 1}) == '{"a":1,"b":"Người có công"}'.encode()


def test_a_number_with_a_fraction_has_no_one_form() -> None:
    with pytest.raises(TypeError):
        canonical({"a": 0.1})


def test_a_link_is_the_sha256_of_the_line() -> None:
    assert link_of(b"{}") == "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
