"""Where a list begins and ends among the lines of a sheet: titles above, a header of up to three lines, column numbers
under it, headings between, totals and signatures at the foot."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import Any

from ancu.errors import InputError, Problem
from ancu.frozen import frozen
from ancu.messages import LANGUAGES, message
from ancu.rulebook.values import names_unit, normalise
from ancu.screening.headers.units import long_unit
from ancu.screening.lists.groups import in_group, names_other, unit_of
from ancu.screening.lists.legacy_fonts import legacy_encoding

#: How far down a list its header may stand, under title lines; and how many lines it may take.
MAX_TITLE_LINES = 30
MAX_HEADER_LINES = 3
#: What stands under the last total or signature is the foot of a list, if it is no longer than this.
MAX_FOOT_LINES = 30
#: A line of the foot has no more cells than this; nor has a heading between rows. A total may have any number.
FEW = 3
MAX_COLUMNS = 1_000
#: What is dropped from headers. A soft hyphen stays: it is a letter of TCVN3.
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\ufeff\u2060"))

#: Whether a header is the name of something a record may hold.
Known = Callable[[str], bool]
#: Whether cells, under these headers, are those of a case.
IsCase = Callable[[Sequence[str], Sequence[Any]], bool]
#: The line a row starts on, and its cells.
Line = tuple[int, list[Any]]

_NUMBERING = re.compile(r"(\d{1,3})(\s*=.*)?|([A-ZĐ])")
#: How totals begin; what they may be of, so that "Tổng công ty …" and "Cộng tác viên" are none; the groups they sum up.
TOTAL_LIKE = r"^(tổng|cộng|total|tong (cong|so)|lu[ỹy] kế|l[ũu]y kế|mang sang)"
_TOTAL = re.compile(TOTAL_LIKE + r"(?!\w)[\s:.,=(–-]*(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_TOTALLED = re.compile(
    r"(cộng|số|hồ sơ|hộ|người|danh sách|thôn|xã|tổ|khu|bản|ấp|phường|trang|nhóm|mục|phần|toàn|chung|các|diện|đối tượng"
    r"|loại|cụm|xóm|làng|khối|tdp|nhân khẩu|khẩu|cận nghèo|nghèo|theo|trường hợp|đợt|huyện|tỉnh|hai|cả|mang|chuyển"
    r"|ho so|ho|nguoi)(?!\w)",
    re.IGNORECASE,
)
_GROUPS_SUMMED = re.compile(r"(?:[A-ZĐ]|[IVXLC]{1,6})(?:\s*[+,;&/–-]\s*(?:[A-ZĐ]|[IVXLC]{1,6}))*(?!\w)")
_FIGURE = re.compile(
    r"(bình quân|trung bình|cao nhất|thấp nhất|lớn nhất|nhỏ nhất|average|mean)( (cộng|chung))?:?", re.IGNORECASE
)
#: What only an id may be.
_AN_ID = "Z0Z"
#: A cell of a line that sums up the rows under it.
_SUM = re.compile(r"[–-]|[\d.,\s]+(?:%|hộ|người|khẩu|nhân khẩu|m2|m²|đồng|đ)?", re.IGNORECASE)
_SIGNATURE = re.compile(
    r"(người lập|cán bộ lập|lập biểu|chủ tịch|tm\. |kt\. |thủ trưởng|trưởng thôn|nơi nhận|xác nhận của"
    r"|\(?ký,|.+, ?ngày .*tháng .*năm )",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[0-9]{1,3}(\.[0-9]{1,2})*[.)]?")
_GROUP_MARK = re.compile(r"([IVXLC]+|[A-ZĐ])[.)]?")
_GROUP_NAME = re.compile(
    r"([IVXLC]+|[A-ZĐ])[.)/:-] |(thôn|xã|phường|thị trấn|tổ|tdp|khu phố|bản|ấp|buôn|sóc|làng|xóm|khối|cụm|đội) "
    # Without diacritics some of these begin the names of people, too.
    r"|(thon|phuong|thi tran|xom|khu pho|to dan pho|buon) |(to|khu|ban|ap|khoi|doi|xa) (so )?[0-9]",
    re.IGNORECASE,
)
#: Notes at the foot of a list: what it sums up, explains, or who made it.
_NOTE = re.compile(
    r"(ấn định|ghi chú *:|lưu ý *:|chú thích|trong đó|bao gồm *:|gồm *:|chia ra|(in|kèm) theo|nguồn( số liệu)? *:"
    r"|danh sách .|phụ lục .|biểu (số|mẫu) .|trang (số )?\d|page \d|\(?tiếp theo|tổng hợp *:|bằng chữ|note *:|\*+ )",
    re.IGNORECASE,
)
#: One cell of more words than this, alone in its line, is a sentence and no name.
_NAME_WORDS = 6
_UNIT_LINE = re.compile(r"(?P<mark>đơn vị(?P<counts> tính)?|đvt|unit)\s*:\s*(?P<unit>[^()]+)", re.IGNORECASE)


@frozen
class Head:
    """The head of a list: its headers ("" for a column without one) and where they stand.

    ``line`` is the line the header starts on, ``below`` the number of lines with content down to the first row,
    ``skipped`` are the lines above the first row that belong to neither. ``unit`` is what a line above says of every
    amount ("Đơn vị tính: triệu đồng"); the headers of amounts then carry it, and ``unit_used`` says whether any does.
    ``written`` are the texts of each of its lines, as they are told again where a list goes over to another page.
    ``numbers`` is the column in which the first rows are numbered.
    """

    headers: tuple[str, ...]
    line: int = 1
    below: int = 1
    skipped: tuple[int, ...] = ()
    unit: str | None = None
    unit_used: bool = False
    written: frozenset[frozenset[str]] = frozenset()
    numbers: int | None = None


def full(cells: Iterable[Any]) -> list[str]:
    """The cells that say something, as text."""
    return [text for cell in cells if cell is not None and cell != "" and (text := str(cell).strip())]


def is_filled(cells: Iterable[Any]) -> bool:
    """Whether any of the cells says something."""
    return any(cell is not None and cell != "" and bool(str(cell).strip()) for cell in cells)


def texts_of(cells: Iterable[Any]) -> list[str]:
    """Cells as headers: one line each, spaces folded."""
    return ["" if cell is None else " ".join(str(cell).translate(_INVISIBLE).split()) for cell in cells]


def score(headers: Iterable[str], known: Known) -> int:
    """How many different headers are known."""
    return len({normalise(header) for header in headers if header and known(header)})


def best_score(lines: Iterable[Line], known: Known) -> int:
    """How many known headers the best line of a list has."""
    best = 0
    for _, cells in _top(lines):
        texts = texts_of(cells)
        # No line shows more names than it has texts.
        if sum(map(bool, texts)) > best:
            best = max(best, score(texts, known))
    return best


def most_texts(lines: Iterable[Line]) -> int:
    """How many texts the line of a list has at most that may be its header."""
    return max((len(full(cells)) for _, cells in _top(lines)), default=0)


def _top(lines: Iterable[Line]) -> list[Line]:
    filled = (line for line in lines if is_filled(line[1]))
    return [line for line, _ in zip(filled, range(MAX_TITLE_LINES + MAX_HEADER_LINES), strict=False)]


def head_of(
    path: str,
    lines: Iterable[Line],
    known: Known | None,
    exact: frozenset[int] = frozenset(),
    tall: Mapping[int, int] | None = None,
) -> Head | None:
    """The head of the list whose first lines are ``lines``; None if nothing is there.

    Without ``known`` the first line is the header. On the lines in ``exact`` a group spans only the columns that carry
    its name; on others it goes on until the next. ``tall`` gives, by line, the last one that cells of it are merged
    down to: a header goes down as far. Raises :class:`InputError` for a header that stands twice, too many columns, or
    an old encoding.
    """
    top = _top(lines)
    if not top:
        return None
    at, height, headers = _find(top, known, exact)
    if known is not None:
        height, headers = _merged_down(top, at, height, headers, known, exact, tall or {})
        at, height, headers = _under_others(top, at, height, headers, known, exact)
        above = (text for _, cells in top[:at] for text in texts_of(cells)) if not score(headers, known) else ()
        rest = (text for _, cells in top[at:] for text in texts_of(cells)) if not score(headers, known) else ()
        encoding = legacy_encoding(chain(headers, above, rest), known)
        if encoding is not None:
            raise InputError(Problem("list_legacy_encoding", {"encoding": encoding}, path, top[at][0]))
    line, below = top[at][0], at + height
    skipped = [number for number, _ in top[:at]]
    if below < len(top) and _is_numbering(top[below][1]):
        skipped.append(top[below][0])
        below += 1
    headers = _distinct(path, headers, line, known, line in exact)
    unit = _unit_above(top[:at])
    with_units = [_with_unit(header, unit, known) if unit and known is not None else header for header in headers]
    written = frozenset(frozenset(full(texts_of(cells))) for _, cells in top[at : at + height])
    numbers = _numbers(headers, top[below:])
    return Head(tuple(with_units), line, below, tuple(skipped), unit or None, with_units != headers, written, numbers)


@cache
def number_headers() -> frozenset[str]:
    """The headers, as compared, of columns that number the rows or the households of a list."""
    return frozenset(
        normalise(name) for lang in LANGUAGES for name in message("household_number_headers", lang).split("; ")
    )


def _numbers(headers: list[str], rows: list[Line]) -> int | None:
    """The column that numbers these ``rows``."""
    for i, header in enumerate(headers):
        if header and normalise(header) in number_headers():
            if any(i < len(cells) and str(cells[i]).strip().isdecimal() for _, cells in rows):
                return i
            return None
    return None


def _unit_above(lines: Iterable[Line]) -> str:
    """What a line above the header gives as unit: the first that names one; else one that says it gives a unit.

    "ĐƠN VỊ: UBND XÃ …" says who made the list.
    """
    found = [line for _, cells in lines for text in full(cells) if (line := _UNIT_LINE.search(text))]
    for line in found:
        if any(names_unit(long_unit(part)) for part in re.split("[;,]", line["unit"])):
            return line["unit"].strip(" .")
    counting = (line["unit"] for line in found if line["counts"] or normalise(line["mark"]) != "đơn vị")
    return next(counting, "").strip(" .")


def _with_unit(header: str, unit: str, known: Known) -> str:
    """A header with the unit that a line above gives for it, if it is known with one of the units named there."""
    if not known(header):
        return header
    named = (f"{header} ({part.strip()})" for part in re.split("[;,]", unit))
    return next(filter(known, named), header)


def _find(top: list[Line], known: Known | None, exact: frozenset[int]) -> tuple[int, int, list[str]]:
    """Where the header stands, on how many lines, and its texts: the lines with most known names."""
    best, merit = (0, 1, texts_of(top[0][1])), (0, 0, 0)
    if known is None:
        return best
    texts = [texts_of(cells) for _, cells in top]
    filled = [{column for column, text in enumerate(line) if text} for line in texts]
    for i, (number, _) in enumerate(top[:MAX_TITLE_LINES]):
        # No header shows more names than it has columns with a text.
        if len(set().union(*filled[i : i + MAX_HEADER_LINES])) < merit[0]:
            continue
        headers = texts[i]
        for height in range(1, MAX_HEADER_LINES + 1):
            if height > 1:
                if i + height > len(top) or _heads_rows(headers, top[i + height - 1][1], known):
                    break
                headers = _joined(headers, texts[i + height - 1], known, number in exact)
            # Of lines that show as many names, those are the header that name more columns, and fewer of them: a title
            # above joins in without adding any.
            here = (score(headers, known), sum(map(bool, headers)), -height)
            if here[0] and here > merit:
                merit, best = here, (i, height, headers)
    return best if merit[0] else _likely(top)


def _heads_rows(headers: list[str], cells: list[Any], known: Known) -> bool:
    """Whether a line under ``headers`` heads the rows below: one text, or its mark and its name.

    One text is part of the header where it completes one, or stands under the title of a group of columns.
    """
    texts = texts_of(cells)
    filled = full(texts)
    if len(set(filled)) != 1:
        return len(filled) == 2 and _is_heading(filled)
    at = next(i for i, text in enumerate(texts) if text)
    above, beside = ([*headers, *[""] * len(texts)][i] for i in (at, at + 1))
    one_column = bool(above) and at + 1 < len(headers) and beside not in ("", above)
    return at == 0 or (one_column and not known(f"{above} {filled[0]}"))


def _merged_down(
    top: list[Line],
    at: int,
    height: int,
    headers: list[str],
    known: Known,
    exact: frozenset[int],
    tall: Mapping[int, int],
) -> tuple[int, list[str]]:
    """How many lines a header has whose cells are merged down over more of them than show known names; its texts."""
    last = max((tall.get(number, number) for number, _ in top[at : at + height]), default=0)
    while height < MAX_HEADER_LINES and at + height < len(top) and top[at + height][0] <= last:
        headers = _joined(headers, texts_of(top[at + height][1]), known, top[at][0] in exact)
        height += 1
    return height, headers


def _under_others(
    top: list[Line], at: int, height: int, headers: list[str], known: Known, exact: frozenset[int]
) -> tuple[int, int, list[str]]:
    """The header with the line above it, where that has titles of groups which name somebody else, or give a unit."""
    if at == 0 or height == MAX_HEADER_LINES:
        return at, height, headers
    number, cells = top[at - 1]
    titles = texts_of(cells)
    # The title of the list may name anybody: it begins the line and is alone on it.
    if not any(map(_says_more, titles)) or (titles[0] and len(set(filter(None, titles))) == 1):
        return at, height, headers
    group, joined = "", []
    for title, header in zip([*titles, *[""] * (len(headers) - len(titles))], headers, strict=False):
        group = title or ("" if number in exact else group)
        joined.append(in_group(group, header, known) if header and _says_more(group) else header)
    return at - 1, height + 1, [*joined, *headers[len(joined) :]]


def _says_more(title: str) -> bool:
    """Whether the title of a group of columns says whose they are, or in what unit."""
    return names_other(title) or (bool(unit_of(title)[1]) and not _UNIT_LINE.search(title))


def _likely(top: list[Line]) -> tuple[int, int, list[str]]:
    """The header of a list of which no name is known: the first line about as wide as the widest, without numbers."""
    widest = max(len(full(cells)) for _, cells in top)
    for i, (_, cells) in enumerate(top):
        texts = full(cells)
        if 5 * len(texts) >= 4 * widest and len(texts) > 1 and not any(text[0].isdigit() for text in texts):
            return i, 1, texts_of(cells)
    return 0, 1, texts_of(top[0][1])


def _joined(upper: list[str], lower: list[str], known: Known, exact: bool) -> list[str]:
    """The headers of a table whose upper line names groups of columns."""
    width = max(len(upper), len(lower))
    upper, lower = (line + [""] * (width - len(line)) for line in (upper, lower))
    group, headers = "", []
    for top, bottom in zip(upper, lower, strict=True):
        group = top or (group if bottom and not exact else "")
        headers.append(in_group(group, bottom, known))
    return headers


def _is_numbering(cells: list[Any]) -> bool:
    """Whether a line only numbers the columns: (1) (2) (3), or A B 1 2 3 = 1 + 2.

    Without brackets, two or three numbers may be a case.
    """
    texts = full(cells)
    marks = [_NUMBERING.fullmatch(text.removeprefix("(").removesuffix(")").strip()) for text in texts]
    if len(texts) < (2 if all(text.startswith("(") for text in texts) else 4) or not all(marks):
        return False
    numbers = [int(mark[1]) for mark in marks if mark and mark[1]]
    return numbers == list(range(1, len(numbers) + 1)) and len(numbers) > 1


def _distinct(path: str, headers: list[str], line: int, known: Known | None, spread: bool) -> list[str]:
    """Headers that all differ: a second "Ghi chú" is "Ghi chú (2)", and so is a second column under one merged header.

    Raises :class:`InputError` where the header that stands twice says what cases are judged by, or there are too many.
    """
    named = [header for header in headers if header]
    if len(named) > MAX_COLUMNS:
        raise InputError(Problem("list_too_wide", {"columns": len(named), "limit": MAX_COLUMNS}, path, line))
    times: Counter[str] = Counter()
    named_apart = []
    for header in headers:
        times[header] += 1
        if not header or times[header] == 1:
            named_apart.append(header)
        elif spread or (known is not None and not known(header)):
            named_apart.append(f"{header} ({times[header]})")
        else:
            raise InputError(Problem("list_header_twice", {"header": header}, path, line))
    return named_apart


def is_total(text: str) -> bool:
    """Whether the first text of a line says that the line is a sum: "Tổng cộng: 3 hộ", "Cộng A + B"."""
    found = _TOTAL.match(text)
    if found is None:
        return False
    rest = found["rest"].strip()
    return not rest or rest[0].isdigit() or bool(_TOTALLED.match(rest) or _GROUPS_SUMMED.match(rest))


def _numbered(cell: Any) -> bool:
    """Whether a cell begins with a digit, as that of nearly every row does in a numbered list."""
    return cell[:1].isdigit() if isinstance(cell, str) else isinstance(cell, int)


def summed_heading(
    cells: Sequence[Any], numbers: int | None, is_title: Callable[[list[str]], bool]
) -> list[str] | None:
    """The mark and the name of a group, where a line names it in a numbered list and gives nothing else but its sums.

    The column that ``numbers`` the rows holds its mark, or nothing: "II | Thôn Hạ | | 12 | 40".
    """
    if numbers is None or numbers >= len(cells) or _numbered(cells[numbers]):
        return None
    (mark,) = texts_of([cells[numbers]])
    if mark and not _GROUP_MARK.fullmatch(mark):
        return None
    texts = full(cell for i, cell in enumerate(cells) if i != numbers)
    if len(texts) < 2 or not texts[0][0].isalpha() or not all(map(_SUM.fullmatch, texts[1:])):
        return None
    name = texts[:1]
    return [mark, *name] if mark else name if _GROUP_NAME.match(name[0]) or is_title(name) else None


def _sums_alone(cells: Sequence[Any], numbers: int | None, ids: Callable[[], Iterable[int]]) -> bool:
    """Whether a line of a numbered list has neither number, id nor name, and holds nothing but sums, or averages."""
    if numbers is None or numbers >= len(cells) or _numbered(cells[numbers]) or is_filled([cells[numbers]]):
        return False
    label, *others = full(cells)
    if _FIGURE.fullmatch(label) and others:
        label, *others = others
    return all(map(_SUM.fullmatch, (label, *others))) and not is_filled(cells[i] for i in ids() if i < len(cells))


def may_be_sums(cells: Sequence[Any], numbers: int | None) -> bool:
    """Whether a line may be sums alone, as far as itself tells."""
    return _sums_alone(cells, numbers, tuple)


def never(cells: list[Any]) -> bool:  # noqa: ARG001
    return False


def rows_below(
    lines: Iterable[Line],
    columns: int,
    skip: Callable[[int], None],
    is_case: Callable[[list[Any]], bool] = never,
    is_title: Callable[[list[str]], bool] = never,
    is_header: Callable[[int, list[str]], bool] | None = None,
    numbers: int | None = None,
) -> Iterator[Line]:
    """The rows among the ``lines`` under a header of so many columns; ``skip`` is told the other lines with content.

    Left out are totals, headings of groups of rows, notes, and what stands under the last total or signature; never
    what ``is_case`` knows for a case. ``is_title`` knows more headings, by their texts; ``is_header``, by its number
    and its texts, a line that names the columns once more, as on each page of a long list. ``numbers`` is the column
    in which rows are numbered.
    """

    def heads(texts: list[str]) -> bool:
        return _is_heading(texts) or is_title(texts)

    @cache
    def ids() -> tuple[int, ...]:
        """The columns of ids."""
        return tuple(i for i in range(columns) if is_case([_AN_ID if i == j else "" for j in range(columns)]))

    foot: list[Line] = []

    def rows_after_all() -> Iterator[Line]:
        """What looked like the foot, when rows follow: totals and headings stay out."""
        for line in foot:
            texts = full(line[1])
            if is_total(texts[0]) or heads(texts) or _is_note(texts):
                skip(line[0])
            else:
                yield line

    named_again = False
    for number, cells in lines:
        texts = full(cells)
        if not texts:
            continue
        if (is_header is not None and is_header(number, texts)) or (named_again and _is_numbering(cells)):
            yield from rows_after_all()
            foot, named_again = [], True
            skip(number)
            continue
        named_again = False
        unnumbered = numbers is not None and numbers < len(cells) and not _numbered(cells[numbers])
        if unnumbered and (summed_heading(cells, numbers, is_title) or _sums_alone(cells, numbers, ids)):
            yield from rows_after_all()
            foot = []
            skip(number)
            continue
        few = len(texts) <= min(FEW, columns - 1) and (not texts[0][0].isdigit() or heads(texts))
        total = is_total(texts[0])
        case = few and not (total or _NOTE.match(texts[0]) or _is_heading(texts)) and is_case(cells)
        if foot and few and not case and len(foot) < MAX_FOOT_LINES:
            foot.append((number, cells))
        elif total or (few and not case and (_is_note(texts) or any(map(_SIGNATURE.match, texts)))):
            yield from rows_after_all()
            foot = [(number, cells)]
        else:
            yield from rows_after_all()
            foot = []
            if few and not case and heads(texts):
                skip(number)
            else:
                yield number, cells
    for number, _ in foot:
        skip(number)


def left_out(
    suspects: Iterable[Line],
    rows: int,
    columns: int,
    is_case: Callable[[list[Any]], bool] = never,
    is_title: Callable[[list[str]], bool] = never,
    numbers: int | None = None,
) -> list[int]:
    """As :func:`rows_below` for a list read in pieces: which of its ``rows`` are no cases, from the suspects alone.

    Suspects are the rows, numbered from 0, with no more than :data:`FEW` filled cells, whose first filled cell
    :func:`is_total`, or that are a :func:`summed_heading` or :func:`may_be_sums`. Rows without any content are among
    the suspects; they are no cases either, and not named.
    """
    skipped: list[int] = []

    def lines() -> Iterator[Line]:
        sure = (-1, ["."] * (FEW + 1))
        last = -1
        for at, cells in suspects:
            if at != last + 1:
                yield sure
            yield at, cells
            last = at
        if last != rows - 1:
            yield sure

    for _ in rows_below(lines(), columns, skipped.append, is_case, is_title, numbers=numbers):
        pass
    return skipped


def says_nothing_new(texts: list[str]) -> bool:
    """Whether a line that is no case leaves what a title said of the rows as it is: a total, a note."""
    return is_total(texts[0]) or _is_note(texts)


def _is_note(texts: list[str]) -> bool:
    """Whether a line of few cells says something of the list: a note, or a sentence alone in its line."""
    return bool(_NOTE.match(texts[0])) or (len(texts) == 1 and len(texts[0].split()) > _NAME_WORDS)


def _is_place(mark: str, name: str) -> bool:
    """Whether a line is the number and the name of a village, as it heads the rows of its households."""
    return bool(_NUMBER.fullmatch(mark) and _GROUP_NAME.match(name))


def _is_heading(texts: list[str]) -> bool:
    """Whether a line only names the group of rows under it: "II. Thôn Đông", or its mark and its name in two cells."""
    if len(texts) == 2:
        return bool(_GROUP_MARK.fullmatch(texts[0]) or _is_place(*texts))
    return len(texts) == 1 and bool(_GROUP_NAME.match(texts[0]))
