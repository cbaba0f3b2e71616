"""Slips of the pen."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import groupby

from vanban.checking import data
from vanban.checking.readable import when_readable
from vanban.checking.rules import Slip, rule
from vanban.checking.words import in_the_manner_of, lower
from vanban.reading.model import Reading, Severity

TITLE = "Chính tả"

_CONTEXT = 12
_SENTENCE_BEGINS = re.compile(r"(?:[.;:!?\n“\"(+•]|^|\n\s*-|\d[.)])\s*$")
_WORD_BEFORE = re.compile(r"(?P<word>[^\W\d_]+)\s+$")
_WORD_AFTER = re.compile(r"\s+(?P<word>[^\W\d_]+)")


@rule("confusion", "Viết nhầm chữ", Severity.WARNING, "chính tả tiếng Việt")
@when_readable
def confusions(reading: Reading) -> Iterator[Slip]:
    """Letters that are often taken for others, in words that leave no doubt: *phần đấu*."""
    text = reading.text
    for match in _confused().finditer(lower(text)):
        printed = text[match.start() : match.end()]
        row = _by_wrong_form()[key_of(printed)]
        if _is_name(printed) or _is_title_of_body(row, text, match):
            continue
        if _context_allows(row, text, match):
            right = in_the_manner_of(printed, row["right"])
            printed = " ".join(printed.split())
            yield Slip(f"Viết nhầm “{printed}”, đúng là “{right}”.", match.span(), right)


@cache
def _by_wrong_form() -> dict[str, Mapping[str, str]]:
    return {row["wrong"]: row for row in data.rows("confusions")}


@cache
def _confused() -> re.Pattern[str]:
    return any_of(_by_wrong_form())


def any_of(words_: Iterable[str]) -> re.Pattern[str]:
    """Any of the forms as whole words, the longest first.

    By first letters, since a pattern tries its branches one by one at every word.
    """
    forms = sorted(words_, key=lambda form: (form[0], -len(form)))
    branches = []
    for letter, group in groupby(forms, key=lambda form: form[0]):
        rest = (re.escape(form[1:]).replace(r"\ ", r"\s+") for form in group)
        branches.append(f"{re.escape(letter)}(?:{'|'.join(rest)})")
    return re.compile(rf"(?<!\w)(?:{'|'.join(branches)})(?!\w)")


def key_of(printed: str) -> str:
    return " ".join(printed.lower().split())


def _is_name(printed: str) -> bool:
    """Every word capitalised, but not in capitals: somebody may be called Thanh Đạt."""
    parts = printed.split()
    return len(parts) > 1 and all(part.isalpha() and part.istitle() for part in parts)


def _is_title_of_body(row: Mapping[str, str], text: str, match: re.Match[str]) -> bool:
    """*Ban Kinh tế xã hội*: only marks are missing, and a capital begins no sentence."""
    letters = re.sub(r"[^\w ]", "", row["right"]).split()
    begins = _SENTENCE_BEGINS.search(text, max(0, match.start() - _CONTEXT), match.start())
    return (
        letters == row["wrong"].split()
        and text[match.start()].isupper()
        and not text[match.start() + 1].isupper()
        and match.start() > 0
        and begins is None
    )


def _context_allows(row: Mapping[str, str], text: str, match: re.Match[str]) -> bool:
    """The words beside it: some make the form right, some alone make it certainly wrong."""
    before = _WORD_BEFORE.search(text, max(0, match.start() - _CONTEXT), match.start())
    after = _WORD_AFTER.match(text, match.end())
    return _fits(before, row["only_after"], row["not_after"]) and _fits(
        after, row["only_before"], row["not_before"]
    )


def _fits(neighbour: re.Match[str] | None, only: str, never: str) -> bool:
    word = neighbour["word"].lower() if neighbour else ""
    return word not in never.split() and (not only or word in only.split())
