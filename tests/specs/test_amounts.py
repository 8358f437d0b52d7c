"""Amounts as people write them in an expectation."""

from __future__ import annotations

import pytest

from ancu.rulebook.number_words import number_in_words
from ancu.specs.language.amounts import Amount, amount_said, read_amount


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("60 triệu", Amount(money=60_000_000)),
        ("sáu mươi triệu đồng", Amount(money=60_000_000)),
        ("vay tối đa 500 triệu", Amount(money=500_000_000)),
        ("giảm 70%", Amount(share=7000)),
        ("giảm 70 phần trăm", Amount(share=7000)),
        ("bảy mươi phần trăm", Amount(share=7000)),
        ("miễn", Amount(share=10_000)),
        ("được miễn toàn bộ tiền thuê nhà", Amount(share=10_000)),
        ("1.000.000 đồng/tháng trong 3 tháng", Amount(monthly=1_000_000, months=3)),
        ("1.000.000 đồng/tháng, 3 tháng", Amount(monthly=1_000_000, months=3)),
        ("500 nghìn mỗi tháng", Amount(monthly=500_000)),
        ("VND 1,000,000 a month for 3 months", Amount(monthly=1_000_000, months=3)),
        ("nhiều tiền", None),
    ],
)
def test_ways_of_writing(written: str, amount: Amount | None) -> None:
    assert read_amount(written) == amount


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("mười lăm", 15),
        ("một trăm linh năm", 105),
        ("một tỷ hai trăm triệu", 1_200_000_000),
        ("một triệu rưỡi", 1_500_000),
        ("hai mươi mốt nghìn", 21_000),
        ("độc thân", None),
    ],
)
def test_numbers_in_words(words: str, number: int | None) -> None:
    assert number_in_words(words) == number


def test_sentences_that_say_an_amount() -> None:
    assert amount_said("được hỗ trợ 60 triệu đồng làm nhà mới") == "60 triệu đồng làm nhà mới"
    assert amount_said("mức hỗ trợ tối thiểu 40 triệu đồng") == "tối thiểu 40 triệu đồng"
    assert amount_said("được hỗ trợ pháp lý") is None
