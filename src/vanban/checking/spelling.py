"""Slips of the pen."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from vanban.checking import data
from vanban.checking.readable import when_readable
from vanban.checking.rules import Slip, rule
from vanban.checking.words import in_the_manner_of, lower, words
from vanban.language.syllables import is_syllable
from vanban.reading.model import Reading, Severity

TITLE = "Chính tả"

_TONES = ("\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_VIETNAMESE = re.compile(r"[^\x00-\x7f]")
_DOUBLED = re.compile(
    r"(?<!\w)(?P<once>[^\W\d_]++(?:[ ][^\W\d_]++){0,3})\s(?P<again>(?P=once))(?!\w)", re.IGNORECASE
)


_LONGEST = 7
"""Letters of the longest syllable: nghiêng."""
_CONTEXT = 12
_WORD_BEFORE = re.compile(r"(?P<word>[^\W\d_]+)\s+$")
_WORD_AFTER = re.compile(r"\s+(?P<word>[^\W\d_]+)")


@rule("confusion", "Viết nhầm chữ", Severity.WARNING, "chính tả tiếng Việt")
@when_readable
def confusions(reading: Reading) -> Iterator[Slip]:
    """Letters that are often taken for others, in words that leave no doubt: *phần đấu*."""
    text = reading.text
    for match in _confused().finditer(lower(text)):
        printed = text[match.start() : match.end()]
        row = _by_wrong_form()[_key(printed)]
        if not _is_name(printed) and _context_allows(row, text, match):
            right = in_the_manner_of(printed, row["right"])
            printed = " ".join(printed.split())
            yield Slip(f"Viết nhầm “{printed}”, đúng là “{right}”.", match.span(), right)


@rule("y-or-i", "Viết i, y khác lệ chung", Severity.ASK, "chính tả tiếng Việt")
@when_readable
def y_or_i(reading: Reading) -> Iterator[Slip]:
    """*đăng kí*: no slip, but official papers write *đăng ký*, and one paper writes one way."""
    for match in _y_or_i().finditer(lower(reading.text)):
        printed = reading.text[match.start() : match.end()]
        usual = in_the_manner_of(printed, _usual_forms()[_key(printed)])
        said = f"“{' '.join(printed.split())}” trong văn bản hành chính thường viết “{usual}”."
        yield Slip(said, match.span(), usual)


@rule(
    "impossible-syllable",
    "Âm tiết không có trong tiếng Việt",
    Severity.WARNING,
    "chính tả tiếng Việt",
)
@when_readable
def impossible_syllables(reading: Reading) -> Iterator[Slip]:
    """Small letters only: capitals are names and abbreviations, which follow no rule."""
    foreign = {row["word"] for row in data.rows("foreign_words")}
    for word in words(reading.text):
        if not word.alone or len(word.text) < 2 or not word.text.islower():
            continue
        if word.text in foreign or is_syllable(word.text) or not _looks_vietnamese(word.text):
            continue
        parts = _two_syllables(word.text)
        hint = f" Có thể là “{parts}”." if parts else ""
        yield Slip(f"“{word.text}” không phải âm tiết tiếng Việt.{hint}", word.span, parts)


@rule("doubled-word", "Từ lặp lại", Severity.WARNING, "chính tả tiếng Việt")
@when_readable
def doubled_words(reading: Reading) -> Iterator[Slip]:
    """*phong trào phong trào*; words that Vietnamese does repeat (*luôn luôn*) are left alone."""
    for match in _DOUBLED.finditer(reading.text):
        once = match["once"]
        again = match["again"]
        if "\n" in match.group() and not again[0].islower():
            continue
        if again in {once, once.lower()} and _is_slip(once, reading.text[match.end() :]):
            yield Slip(f"“{once}” viết hai lần liền nhau.", match.span(), once)


def _is_slip(once: str, rest: str) -> bool:
    """Is the repetition certainly one, and not the end of one word and the beginning of another?

    *công nhân | nhân dịp* is right. A lone syllable is a slip if it is a particle, or if no small
    letter follows with which it could form a word.
    """
    known = {row["word"]: row["kind"] for row in data.rows("repeated_words")}
    if once.lower() in known:
        return known[once.lower()] == "particle"
    return " " in once or not rest.lstrip()[:1].islower()


@cache
def _by_wrong_form() -> dict[str, Mapping[str, str]]:
    return {row["wrong"]: row for row in data.rows("confusions")}


@cache
def _confused() -> re.Pattern[str]:
    return _any_of(_by_wrong_form())


@cache
def _usual_forms() -> dict[str, str]:
    return {row["printed"]: row["usual"] for row in data.rows("y_or_i")}


@cache
def _y_or_i() -> re.Pattern[str]:
    return _any_of(_usual_forms())


def _any_of(words_: Iterable[str]) -> re.Pattern[str]:
    forms = sorted(words_, key=len, reverse=True)
    choice = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in forms)
    return re.compile(rf"(?<!\w)(?:{choice})(?!\w)")


def _key(printed: str) -> str:
    return " ".join(printed.lower().split())


def _is_name(printed: str) -> bool:
    """Every word capitalised, but not in capitals: somebody may be called Thanh Đạt."""
    parts = printed.split()
    return len(parts) > 1 and all(part.isalpha() and part.istitle() for part in parts)


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


def _looks_vietnamese(word: str) -> bool:
    """Bare Latin words only if a tone mark would make them Vietnamese: *hoc*, not *internet*."""
    if _VIETNAMESE.search(word):
        return True
    return len(word) <= _LONGEST and any(
        is_syllable(word[: index + 1] + tone + word[index + 1 :])
        for index in range(len(word))
        for tone in _TONES
    )


def _two_syllables(word: str) -> str | None:
    """Two syllables written together, if there is exactly one way to part them."""
    if len(word) > 2 * _LONGEST:
        return None
    cuts = [(word[:cut], word[cut:]) for cut in range(1, len(word))]
    ways = [" ".join(cut) for cut in cuts if all(is_syllable(part) for part in cut)]
    return ways[0] if len(ways) == 1 else None
