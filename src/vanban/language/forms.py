"""One form for every text: Unicode, blanks, Markdown marks; and the folded form for matching."""

import re
import unicodedata

_LINE_BREAKS = re.compile(r"\r\n|[\r\v\f\x85\u2028\u2029]")
_ODD_BLANKS = re.compile(r"[^\S\n ]")
_OTHER_D = str.maketrans("ÐðƉ", "ĐđĐ")
"""Letters of other languages that look like ours: old fonts and recognised pages hold them."""
_UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\xad\u200b-\u200f\u2060\ufeff]")

_WIDTHLESS = re.compile(
    r"[\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]"
)
"""Marks without width, and those that turn the direction of writing."""
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")

_HEADING_MARK = re.compile(r"^ *#{1,6}(?: +|$)", re.MULTILINE)
_STRONG_MARK = re.compile(r"(?<!\\)\*\*")
_EMPHASIS = re.compile(r"(?<![\w*\\])\*(?=[^\s*])([^*]*[^\s*\\])\*(?![\w*])")
_ESCAPE = re.compile(r"\\([*_#\\])")


def plain_text(raw: str) -> str:
    """Bring a document to the form in which it is read.

    NFC, Đ as ours, Markdown marks gone, lines kept, every other blank one space, none at the end
    of a line. An escaped star stays as the star that was printed.
    """
    text = _LINE_BREAKS.sub("\n", unicodedata.normalize("NFC", raw))
    text = _UNSEEN.sub("", _ODD_BLANKS.sub(" ", text)).translate(_OTHER_D)
    text = strip_markdown(text)
    bare = "\n".join(line.rstrip(" ") for line in text.split("\n"))
    return unicodedata.normalize("NFC", bare)


def strip_markdown(text: str) -> str:
    """Take away heading signs, emphasis and escapes; list dashes and rules belong to the text."""
    if "#" in text:
        text = _HEADING_MARK.sub("", text)
    if "*" in text:
        text = _EMPHASIS.sub(r"\1", _STRONG_MARK.sub("", text))
    return _ESCAPE.sub(r"\1", text) if "\\" in text else text


def composed(text: str) -> str:
    """`text` with its letters composed (NFC) and without marks nobody sees: one name, one form."""
    return _WIDTHLESS.sub("", unicodedata.normalize("NFC", text))


def without_controls(text: str) -> str:
    """`text` without control signs; tabs and line breaks stay."""
    return _CONTROLS.sub("", text)


def one_line(text: str) -> str:
    """Fold white space, line breaks included, to single blanks."""
    return " ".join(text.split())


class _FoldTable(dict[int, int]):
    """Character → the same without case and diacritics, learnt as characters turn up."""

    def __missing__(self, code: int) -> int:
        bare = unicodedata.normalize("NFD", chr(code))[0].lower()
        self[code] = ord("d") if bare == "đ" else ord(bare[0])
        return self[code]


_FOLD = _FoldTable()


def fold(text: str) -> str:
    """Lower case, no diacritics, ``đ`` as ``d``: the form in which everything is matched.

    A text in NFC keeps its length, so that spans found in the folded text hold in the text itself.
    """
    return unicodedata.normalize("NFC", text).translate(_FOLD)


def is_upper(text: str) -> bool:
    """Does the text have letters, and only capital ones?"""
    return text.isupper()
