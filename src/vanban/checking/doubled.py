"""Words written twice."""

import re
from collections.abc import Iterator

from vanban.checking import data
from vanban.checking.readable import when_readable
from vanban.checking.rules import Slip, rule
from vanban.reading.model import Reading, Severity

TITLE = "Từ lặp"

_DOUBLED = re.compile(
    r"(?<!\w)(?P<once>[^\W\d_]++(?:[ ][^\W\d_]++){0,3})(?:\s(?P<again>(?P=once)))+(?!\w)",
    re.IGNORECASE,
)


@rule("doubled-word", "Từ lặp lại", Severity.WARNING, "chính tả tiếng Việt")
@when_readable
def doubled_words(reading: Reading) -> Iterator[Slip]:
    """*phong trào phong trào*; words that Vietnamese does repeat (*luôn luôn*) are left alone."""
    for match in _DOUBLED.finditer(reading.text):
        once = match["once"]
        again = match["again"]
        if "\n" in match.group() and not again[0].islower():
            continue
        if again in {once, once.lower()} and _is_slip(once, again, reading.text[match.end() :]):
            yield Slip(f"“{once}” viết hai lần liền nhau.", match.span(), once)


def _is_slip(once: str, again: str, rest: str) -> bool:
    """Is the repetition certainly one, and not the end of one word and the beginning of another?

    *công nhân | nhân dịp* is right. A lone syllable is a slip if it is a particle, or if no small
    letter follows with which it could form a word. *Bo Bo* is a family name, *CƠ SỞ SỞ* begins
    the name of a union.
    """
    known = {row["word"]: row["kind"] for row in data.rows("repeated_words")}
    lone = " " not in once
    if lone and (again.istitle() or (again.isupper() and known.get(once.lower()) != "particle")):
        return False
    if once.lower() in known:
        return known[once.lower()] == "particle"
    return " " in once or not rest.lstrip()[:1].islower()
