"""The sentences of specs, read from the message catalogue: the patterns that steps match, and the nearest to a slip."""

from __future__ import annotations

import codecs
import re
import unicodedata

from ancu.errors import nearest
from ancu.messages import LANGUAGES, keys, message

ENCODING = "utf_8_nfc"


def pattern(key: str, lang: str) -> str:
    """The regular expression of a sentence: quoted parts end at the quote, a bare part at the end of the line."""
    text = re.escape(_raw(key, lang))
    text = re.sub(r'"\\\{(\w+)\\\}"', r'"(?P<\1>[^"]+)"', text)
    return re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+)", text)


def _raw(key: str, lang: str) -> str:
    """The sentence with its placeholders standing for themselves."""
    names = ("label", "value", "day", "programme", "status", "condition", "citation", "amount", "name")
    return message(key, "vi" if lang == "vi" else "en", **{name: "{" + name + "}" for name in names})


def sentences() -> dict[str, str]:
    """Every sentence in both languages, with blanks for its parts, by key and language."""
    return {f"{key}/{lang}": _raw(key, lang) for key in sorted(keys()) if key.startswith("step_") for lang in LANGUAGES}


def nearest_sentence(written: str) -> str:
    """The sentence most like ``written``, whatever stands in its quotes."""
    blank = re.sub(r'"[^"]*"', '"…"', written)
    known = {re.sub(r"\{\w+\}", "…", text): text for text in sentences().values()}
    near = nearest(blank, known)
    if near is None:
        near = max(known, key=lambda text: len(set(text.split()) & set(blank.split())))
    return re.sub(r"\{\w+\}", "…", known[near])


def register_codec() -> None:
    """Make the codec :data:`ENCODING` known: UTF-8 whose letters are composed (NFC), as our keywords and labels are."""

    class Decoder(codecs.BufferedIncrementalDecoder):
        def _buffer_decode(self, data: bytes, errors: str, final: bool) -> tuple[str, int]:  # type: ignore[override]
            if not final:
                return "", 0
            return unicodedata.normalize("NFC", data.decode("utf-8-sig", errors)), len(data)

    def find(name: str) -> codecs.CodecInfo | None:
        if name != ENCODING:
            return None
        utf8 = codecs.lookup("utf-8")
        return codecs.CodecInfo(
            name=ENCODING,
            encode=utf8.encode,
            decode=lambda data, errors="strict": Decoder(errors)._buffer_decode(bytes(data), errors, True),
            incrementalencoder=utf8.incrementalencoder,
            incrementaldecoder=Decoder,
            streamreader=utf8.streamreader,
            streamwriter=utf8.streamwriter,
        )

    codecs.register(find)
