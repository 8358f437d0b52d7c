"""The office that sends: what of a notice it knows once and for all, from a small file of its own.

What nobody has told stays open, as a dotted line: a number, a date or a name is never made up.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from ancu.errors import InputError, suggestion
from ancu.notices.tags import clean
from ancu.rulebook import yaml_reader
from ancu.text_files import content_of

#: What is filled in by hand.
DOTS = "………………"


@dataclass(frozen=True)
class Office:
    """The office. ``chuc_vu``, ``noi_nhan`` and ``can_cu`` are lines; ``ky_hieu`` follows the number, as in TB-UBND."""

    co_quan_chu_quan: str = ""
    co_quan: str = ""
    ky_hieu: str = ""
    dia_danh: str = ""
    noi_nop: str = ""
    gio_lam_viec: str = ""
    dien_thoai: str = ""
    chuc_vu: tuple[str, ...] = ()
    noi_nhan: tuple[str, ...] = ()
    can_cu: tuple[str, ...] = ()


def read_office(path: str | None) -> Office:
    """The office in a YAML file, or one of which nothing is known; :class:`InputError` names the key that is wrong."""
    if path is None:
        return Office()
    document, problems = yaml_reader.read(path, content_of(path))
    if problems:
        raise InputError(problems)
    data = document.data if document.data is not None else {}
    if not isinstance(data, Mapping):
        raise InputError(document.problem("notice_office_shape"))
    known = {each.name: each.default for each in fields(Office)}
    found: dict[str, Any] = {}
    for key, value in data.items():
        if key not in known:
            problems.append(document.problem("key_unknown", (key,), key=key, hint=suggestion(str(key), known)))
        elif isinstance(known[key], tuple):
            lines = value if isinstance(value, list) else [value]
            found[key] = tuple(clean(str(line)) for line in lines)
        elif isinstance(value, list | Mapping) or value is None:
            problems.append(document.problem("notice_office_text", (key,), key=key))
        else:
            found[key] = clean(str(value))
    if problems:
        raise InputError(problems)
    return Office(**found)
