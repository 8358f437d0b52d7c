"""Names of feature files that an officer gives: below the folder, and such as every system can have."""

from __future__ import annotations

import re
import unicodedata

from ancu.errors import Problem
from ancu.service.problems import HttpError

SUFFIX = ".feature"
#: How long a part of a name may be, in letters, so that it fits where names are counted in bytes; and how many parts.
_LONGEST, _DEEPEST = 70, 4
_PART = re.compile(r"[^\W_][\w .()+-]*")
#: Names that mean devices on Windows, whatever their suffix.
_DEVICES = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])", re.IGNORECASE)


def clean_name(written: str) -> str:
    """The name of a feature file as it stands below the folder, ``a/b.feature``; :class:`HttpError` for none."""
    text = unicodedata.normalize("NFC", written).replace("\\", "/").strip()
    text = text if text.casefold().endswith(SUFFIX) else f"{text}{SUFFIX}"
    parts = text.split("/")
    if len(parts) > _DEEPEST or not all(map(_is_plain, [*parts[:-1], parts[-1][: -len(SUFFIX)]])):
        raise HttpError(422, "request", Problem("room_bad_name", {"name": written.strip()[:_LONGEST]}))
    return "/".join([*parts[:-1], parts[-1][: -len(SUFFIX)] + SUFFIX])


def _is_plain(part: str) -> bool:
    """Whether every system can have a file or folder called so."""
    if len(part) > _LONGEST or not _PART.fullmatch(part) or part[-1] in " .":
        return False
    return not _DEVICES.fullmatch(part.partition(".")[0].strip())
