"""Hyphens and the blanks beside them."""

import re
from collections.abc import Iterator

from vanban.checking.readable import when_readable
from vanban.checking.rules import Slip, rule
from vanban.language.syllables import is_syllable
from vanban.reading.model import Reading, Severity

TITLE = "Dấu gạch ngang"

_SOURCE = "NĐ 30/2020 Phụ lục I"
_LONE_HYPHEN = re.compile(r"(?<=[^\W\d_])(?:- | -)(?=[^\W\d_])")
_NUMBER_BEFORE = re.compile(r"(?:^|\n)\s*(?:[IVX]+|\w)$")
"""The hyphen belongs to the number of a part: ``II- NỘI DUNG``."""
_CONTEXT = 40
_QUOTED = re.compile(r"[“\"][^“”\"]{10,250}[”\"]")
_TIGHT_HYPHEN = re.compile(r"(?<![\w-])(?P<left>[^\W\d_]+)-(?P<right>[^\W\d_]+)(?![\w-])")


@rule("hyphen-blanks", "Dấu gạch ngang thiếu dấu cách", Severity.WARNING, _SOURCE)
@when_readable
def hyphens(reading: Reading) -> Iterator[Slip]:
    """*Xanh- Sạch*; a hyphen without blanks only inside names, since loanwords have such."""
    for match in _LONE_HYPHEN.finditer(reading.text):
        if _NUMBER_BEFORE.search(reading.text, max(0, match.start() - _CONTEXT), match.start()):
            continue
        yield Slip("Hai bên dấu gạch ngang phải có dấu cách.", match.span(), " - ")
    for quote in _QUOTED.finditer(reading.text):
        for match in _TIGHT_HYPHEN.finditer(reading.text, *quote.span()):
            if match.group().islower() and all(is_syllable(word) for word in match.groups()):
                yield Slip(
                    "Hai bên dấu gạch ngang phải có dấu cách.",
                    (match.end("left"), match.start("right")),
                    " - ",
                )
