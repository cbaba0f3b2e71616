"""Congresses and terms: do ordinal and years belong together?"""

import re
from collections.abc import Iterator

from vanban.checking.rules import Slip, rule
from vanban.checking.words import folded
from vanban.reading.model import Reading, Severity

TITLE = "Nhiệm kỳ"

_SOURCE = "ORG-20, ORG-21"
_TERM = re.compile(r"\bnhiem ky (?:(?P<nth>[ivx]+)[, (]+)?(?P<from>\d{4})\s?[-–]\s?(?P<to>\d{4})")
_USUAL = frozenset({2, 3, 5})
"""Five years; sections and groups are elected for half of that."""


@rule("term-length", "Nhiệm kỳ dài, ngắn khác thường", Severity.ASK, _SOURCE)
def odd_terms(reading: Reading) -> Iterator[Slip]:
    """*nhiệm kỳ 2023 - 2027*; a term runs five years, that of sections half as long."""
    for match in _TERM.finditer(folded(reading.text)):
        length = int(match["to"]) - int(match["from"])
        if length not in _USUAL:
            span = (match.start("from"), match.end("to"))
            yield Slip(f"Nhiệm kỳ {match['from']} - {match['to']} dài {length} năm?", span)
