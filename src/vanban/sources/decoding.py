"""Bytes of a text file → characters."""

import codecs
import unicodedata

from vanban.language.encodings.restoring import decoded_bytes, restored
from vanban.sources import limits, refusals
from vanban.sources.errors import Refused

_ALLOWED_CONTROLS = frozenset("\t\n\r\f\v\x1e\x1f")
_BYTES_PER_SIGN = 4
_NUL_SHARE = 0.3


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The characters and what had to be guessed.

    UTF-8 or UTF-16. What is neither comes from an old Windows program: each line is read in the
    encoding that makes possible words of it. Letters come out composed.
    """
    if len(data) > _BYTES_PER_SIGN * limits.TEXT_LENGTH:
        raise Refused(refusals.TOO_LONG)
    text, notes = _characters(data)
    if any(
        unicodedata.category(sign) == "Cc" and sign not in _ALLOWED_CONTROLS for sign in set(text)
    ):
        raise Refused(refusals.NOT_TEXT)
    return text, notes


def with_old_letters_restored(text: str) -> tuple[str, tuple[str, ...]]:
    """Unicode text in which some lines may have kept the letters of an old font."""
    found = restored(text)
    return found.text, _notes(found.encodings)


def _characters(data: bytes) -> tuple[str, tuple[str, ...]]:
    if wide := _utf16(data):
        try:
            return unicodedata.normalize("NFC", data.decode(wide).removeprefix("\ufeff")), ()
        except UnicodeDecodeError as error:
            raise Refused(refusals.BROKEN_UTF16) from error
    try:
        text = unicodedata.normalize("NFC", data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        found = decoded_bytes(data)
        return found.text, _notes(found.encodings)
    return with_old_letters_restored(text)


def _utf16(data: bytes) -> str:
    """Marked as such, or every other byte of its beginning is hardly ever anything but zero."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    start = data[:1000]
    zeros = (start[0::2].count(0), start[1::2].count(0))
    if min(zeros) == 0 and max(zeros) >= _NUL_SHARE * len(start) / 2 > 0:
        return "utf-16-be" if zeros[0] else "utf-16-le"
    return ""


def _notes(encodings: tuple[str, ...]) -> tuple[str, ...]:
    if not encodings:
        return ()
    names = ", ".join(encodings)
    return (f"Có chữ theo bảng mã cũ ({names}), đã đổi sang Unicode; hãy soát lại dấu.",)
