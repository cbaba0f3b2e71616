"""Bytes of a text file → characters."""

import codecs
import unicodedata

from vanban.sources import refusals
from vanban.sources.errors import Refused

_GUESSED_1258 = "Tệp không dùng mã UTF-8; đã đọc theo bảng mã Windows tiếng Việt, hãy soát lại dấu."
_GUESSED_LATIN = "Tệp không dùng mã UTF-8; đã đọc theo bảng mã Latin, hãy soát lại dấu."

_ALLOWED_CONTROLS = frozenset("\t\n\r\f\v")


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The characters and what had to be guessed.

    UTF-8 or, when it says so with a byte order mark, UTF-16. What is neither comes from an old
    Windows program: its letters are composed, because that code page stores tone marks apart.
    """
    text, notes = _characters(data)
    if any(
        unicodedata.category(sign) == "Cc" and sign not in _ALLOWED_CONTROLS for sign in set(text)
    ):
        raise Refused(refusals.NOT_TEXT)
    return text, notes


def _characters(data: bytes) -> tuple[str, tuple[str, ...]]:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return unicodedata.normalize("NFC", data.decode("utf-16")), ()
        except UnicodeDecodeError as error:
            raise Refused(refusals.BROKEN_UTF16) from error
    for encoding, notes in (("utf-8-sig", ()), ("cp1258", (_GUESSED_1258,))):
        try:
            return unicodedata.normalize("NFC", data.decode(encoding)), notes
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1"), (_GUESSED_LATIN,)
