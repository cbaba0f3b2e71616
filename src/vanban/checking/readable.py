"""Is a text fit to be judged word by word?"""

from collections.abc import Iterator
from functools import lru_cache, wraps

from vanban.checking.rules import Look, Slip, rule
from vanban.language.syllables import impossible_share
from vanban.reading.model import Reading, Severity

TITLE = "Nhận dạng chữ"

_ENOUGH = 200
_WRONG_LANGUAGE = 0.15
"""Clean plans stay below 0.01, plans recognised with the English model lie above 0.35."""


def is_unreadable(text: str) -> bool:
    """Was the text recognised with the wrong language, or typed without diacritics?

    A few words (a heading, a foreign name) are too little to say so.
    """
    return len(text) >= _ENOUGH and share_of_impossible_words(text) >= _WRONG_LANGUAGE


share_of_impossible_words = lru_cache(maxsize=8)(impossible_share)
"""Kept for the few texts at hand, because many rules ask."""


def when_readable(look: Look) -> Look:
    """The rule says nothing about a text with the wrong letters, repaired or not."""

    @wraps(look)
    def careful(reading: Reading) -> Iterator[Slip]:
        if not reading.repaired and not is_unreadable(reading.text):
            yield from look(reading)

    return careful


@rule("wrong-language", "Nhận dạng sai ngôn ngữ", Severity.WARNING, "chính tả tiếng Việt")
def wrong_language(reading: Reading) -> Iterator[Slip]:
    """Too many words cannot be Vietnamese, or were repaired for that reason."""
    if reading.repaired:
        yield Slip(
            "Văn bản này bị nhận dạng sai ngôn ngữ; chữ đã được phục hồi từng từ, cần soát lại "
            "với bản gốc."
        )
    elif is_unreadable(reading.text):
        share = round(100 * share_of_impossible_words(reading.text))
        yield Slip(
            "Văn bản này bị nhận dạng sai ngôn ngữ, gõ không dấu hoặc không phải tiếng Việt: "
            f"{share} % số từ không phải âm tiết tiếng Việt. Nên quét lại với ngôn ngữ tiếng Việt."
        )


@rule("doubtful-word", "Chữ phục hồi chưa chắc", Severity.ASK, "bản gốc")
def doubtful_words(reading: Reading) -> Iterator[Slip]:
    """One finding for all: the words stand one by one beside the page picture."""
    doubtful = [word for word in reading.repairs if word.doubtful]
    if doubtful:
        first = doubtful[0]
        others = f" (hoặc {', '.join(first.others[:3])})" if first.others else ""
        yield Slip(
            f"{len(doubtful)} chữ phục hồi chưa chắc, chữ đầu tiên là “{first.word}”{others}?",
            first.span,
        )
