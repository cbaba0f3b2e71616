"""What an abbreviation stands for: said once, and said at all."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from vanban.checking import data
from vanban.checking.abbreviations import short_words
from vanban.checking.readable import when_readable
from vanban.checking.rules import Slip, rule
from vanban.checking.words import Word
from vanban.language.forms import fold
from vanban.language.syllables import is_syllable
from vanban.reading import catalogue
from vanban.reading.model import Reading, Severity

TITLE = "Giải thích chữ viết tắt"

_EXPLAINED = re.compile(
    r"\((?:sau đây )?(?:(?:gọi|viết) (?:là|tắt(?: là)?):? ?)?(?P<short>[A-ZĐ][A-ZĐ&-]+)\)"
)
_EXPLANATION = 90
_WORDS = re.compile(r"[^\W\d_]+")
_ROMAN = re.compile(r"[IVXLC]+")
_SHORTEST = 3
_NAME_BEFORE = re.compile(
    r"\b(?:[Cc]ông ty|[Tt]ập đoàn|[Nn]gân hàng|[Tt]rường|[Tt]rung tâm|[Nn]hà máy|[Xx]í nghiệp|"
    r"phần mềm|hệ thống|ứng dụng|[Kk]hoa|[Pp]hòng|máy|hãng|dự án|cổ phần)\s+(?:[^\W\d_]+\s+){0,2}$"
)


@rule("abbreviation-twice", "Chữ viết tắt giải thích hai lần", Severity.ASK, "DOC-13")
@when_readable
def explained_twice(reading: Reading) -> Iterator[Slip]:
    """*Công đoàn cơ sở (CĐCS)* once is enough; two meanings of one abbreviation are too many."""
    first: dict[str, str] = {}
    for words_before, match in _explanations(reading.text):
        short = match["short"]
        if short not in first:
            first[short] = words_before
        elif fold(first[short]) == fold(words_before):
            yield Slip(f"“{short}” đã được giải thích ở trên.", match.span("short"))
        else:
            said = f"“{short}” ở trên là “{first[short]}”, ở đây là “{words_before}”."
            yield Slip(said, match.span("short"), severity=Severity.WARNING)


@rule("abbreviation-unexplained", "Chữ viết tắt chưa giải thích", Severity.ASK, "DOC-13")
@when_readable
def unexplained(reading: Reading) -> Iterator[Slip]:
    """Used twice or more, known to nobody but its author. Said once."""
    explained = {match["short"] for match in _EXPLAINED.finditer(reading.text)}
    counts = Counter(word.text for word in short_words(reading.text))
    seen: set[str] = set()
    for word in short_words(reading.text):
        short = word.text
        if short in seen or counts[short] < 2 or not _is_riddle(short):
            continue
        seen.add(short)
        if short not in explained and not _is_part_of_name(reading.text, word):
            yield Slip(f"“{short}” là viết tắt của gì? Chưa thấy giải thích.", word.span)


def _explanations(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Brackets with an abbreviation whose letters begin the words before it."""
    for match in _EXPLAINED.finditer(text):
        before = text[max(0, match.start() - _EXPLANATION) : match.start()].rsplit(
            "\n", maxsplit=1
        )[-1]
        initials = match["short"].replace("-", "").replace("&", "")
        words_before = _WORDS.findall(before)[-len(initials) :]
        if "".join(word[0] for word in words_before).upper() == initials:
            yield " ".join(words_before), match


def _is_riddle(short: str) -> bool:
    """Vietnamese initials, not in the table, no numeral and no symbol of a kind of document."""
    if len(short) < _SHORTEST or short in _known() or _ROMAN.fullmatch(short):
        return False
    return not is_syllable(short.lower())


def _is_part_of_name(text: str, word: Word) -> bool:
    """*Công ty MBC*, *CĐ-MTX*: names of firms and symbols explain themselves to those concerned."""
    before = text[max(0, word.span[0] - 1) : word.span[0]]
    after = text[word.span[1] : word.span[1] + 1]
    if before in {"-", "/", "&", "“"} or after in {"-", "/", "&"}:
        return True
    return _NAME_BEFORE.search(text, max(0, word.span[0] - 30), word.span[0]) is not None


@cache
def _known() -> frozenset[str]:
    listed = " ".join(row["abbreviations"] for row in data.rows("known_abbreviations"))
    bodies = catalogue.column("bodies", "abbreviation")
    kinds = catalogue.column("document_types", "symbol")
    return frozenset({*listed.split(), *bodies, *kinds})
