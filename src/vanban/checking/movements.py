"""Movements in quotation marks: written as they are known, and still running."""

import re
from collections.abc import Iterator

from vanban.checking.known_movements import (
    letters,
    same_but_for_accents,
    same_but_for_one_word,
    words_of,
)
from vanban.checking.readable import when_readable
from vanban.checking.rules import Slip, rule
from vanban.checking.words import in_the_manner_of, words
from vanban.reading.model import Reading, Severity

TITLE = "Tên phong trào"

QUOTED = re.compile(r"[“\"](?P<name>[^“”\"]{5,250})[”\"]")


@rule("movement-name", "Tên phong trào viết sai chữ", Severity.WARNING, "MOV-R02")
@when_readable
def misspelled_names(reading: Reading) -> Iterator[Slip]:
    """“Dậy tốt, học tốt”: the letters are those of a known name, the accents are not."""
    for quote in QUOTED.finditer(reading.text):
        known = same_but_for_accents(words_of(quote["name"]))
        if known is None:
            continue
        for word, right in zip(words(quote["name"]), known.words, strict=True):
            if letters(word.text) != letters(right):
                start = quote.start("name")
                yield Slip(
                    f"Tên phong trào là “{known.name}”.",
                    (start + word.span[0], start + word.span[1]),
                    in_the_manner_of(word.text, right.lower()),
                )


@rule("movement-name-word", "Tên phong trào thừa hoặc thiếu một từ", Severity.ASK, "MOV-R02")
@when_readable
def incomplete_names(reading: Reading) -> Iterator[Slip]:
    """“Mỗi thầy cô giáo là một tấm gương …”: the unit may have its own wording."""
    for quote in QUOTED.finditer(reading.text):
        known = same_but_for_one_word(words_of(quote["name"]))
        if known:
            yield Slip(f"Tên đầy đủ là “{known.name}”?", quote.span("name"), known.name)
