"""Amounts as people write them: "giảm 70%", "miễn", "1 triệu/tháng trong 3 tháng", "sáu mươi triệu"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ancu.decision.contract import OptionOutcome
from ancu.messages import LANGUAGES, message
from ancu.rulebook.model import Bounds, FactDef, Text
from ancu.rulebook.number_words import number_in_words
from ancu.rulebook.values import ValueProblem, normalise, parse, read_money

_CURRENCY = ("đồng", "việt nam")


@dataclass(frozen=True)
class Amount:
    """What is granted: đồng once or lent (``money``), đồng a month for ``months``, or a share of what is due.

    ``share`` is in the engine's units of a percentage; ``months`` of None says nothing of how long.
    """

    money: int | None = None
    monthly: int | None = None
    months: int | None = None
    share: int | None = None

    def is_of(self, option: OptionOutcome) -> bool:
        """Whether ``option`` grants it."""
        if option.kind == "percent":
            return self.share is not None and self.share == option.amount
        if option.kind == "monthly":
            return self.monthly is not None and self.monthly == option.amount and self.months in (None, option.months)
        return self.money is not None and self.money == option.amount


def read_amount(written: str) -> Amount | None:
    """The amount that ``written`` says; None where it says none."""
    text = _without_end(_without_lead(normalise(written)))
    if text in _words("spec_amount_exempt"):
        return Amount(share=_share("100"))
    if (share := _share(text)) is not None:
        return Amount(share=share)
    for pattern in _words("spec_amount_monthly"):
        if found := re.fullmatch(pattern, text):
            parts = found.groupdict()
            months = parts.get("months")
            length = None if months is None else _count(months)
            monthly = _money(parts["amount"])
            if monthly is not None and (months is None or length is not None):
                return Amount(monthly=monthly, months=length)
    money = _money(text)
    return None if money is None else Amount(money=money)


def _without_lead(text: str) -> str:
    leads = [lead for lead in _words("spec_amount_leads") if text.startswith(f"{lead} ")]
    return text[len(max(leads, key=len)) + 1 :] if leads else text


def _without_end(text: str) -> str:
    ends = [end for end in _words("spec_amount_ends") if text.endswith(f" {end}")]
    return text[: -len(max(ends, key=len)) - 1] if ends else text


def amount_said(line: str) -> str | None:
    """The amount that a sentence such as "được hỗ trợ 60 triệu" expects; None where it expects none."""
    text = normalise(line)
    for lead in sorted(_words("spec_amount_others"), key=len, reverse=True):
        if text.startswith(f"{lead} "):
            rest = line.strip()[len(lead) :].strip()
            least = next((w for w in _words("spec_at_least") if normalise(rest).startswith(f"{w} ")), "")
            return rest if read_amount(rest[len(least) :]) is not None else None
    whole = any(text == lead or text.startswith(f"{lead} ") for lead in _words("spec_amount_whole"))
    return line.strip() if whole and read_amount(line) is not None else None


def _share(text: str) -> int | None:
    """A percentage, with or without "giảm"; a bare number is none unless it is the whole of a known share."""
    for lead in _words("spec_amount_less"):
        text = text.removeprefix(f"{lead} ")
    number = re.fullmatch(r"(.+?)\s*(?:%|phần trăm|percent)(?: off)?", text)
    if number is None and text != "100":
        return None
    written = number[1] if number is not None else text
    spelt = number_in_words(written)
    percent = FactDef(type="percent", label=Text(vi="%", en="%"), section="-", bounds=Bounds(min=0, max=100))
    try:
        found = parse(percent, f"{spelt if spelt is not None else written} %")
    except ValueProblem:
        return None
    return int(found) if isinstance(found, int) else None


def _money(text: str) -> int | None:
    if re.search(r"\d", text):
        return read_money(text)
    for word in _CURRENCY:
        text = text.removesuffix(f" {word}").strip()
    return number_in_words(text)


def _count(text: str) -> int | None:
    return int(text) if text.isdigit() else number_in_words(text)


def _words(key: str) -> list[str]:
    """The words of a list in every language."""
    return [
        normalise(word) if "(?P" not in word else word for lang in LANGUAGES for word in message(key, lang).split("; ")
    ]
