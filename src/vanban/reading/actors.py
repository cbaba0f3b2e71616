"""Who must do something: the subject at the head of a paragraph, a sentence or a request."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from vanban.language.patterns import spaced
from vanban.reading import catalogue
from vanban.reading.paper import DERIVED, Found
from vanban.reading.words import audiences, committees, pattern_of, unions, verbs

if TYPE_CHECKING:
    import re

    from vanban.reading.paper import Paper

_ASKED = r"(?:doi voi |de nghi |yeu cau |giao )?"
_LONGEST = 100
_NOBODY = spaced(r"phong trao\b")
"""Folded, a movement begins like a department (*Phòng*)."""
_STOPS = spaced(r"[.;:\"“”(]")


@cache
def _subject() -> re.Pattern[str]:
    people = rf"{unions()}|{committees()}|{audiences()}|(?:{_openings('')})\b"
    return spaced(rf"{_ASKED}(?P<who>(?:(?:cac|moi|tung|toan the|nhung) )*(?:{people}))")


@cache
def _proper() -> re.Pattern[str]:
    """``Ban Nữ công``, ``Văn phòng``: only with a capital the name of somebody."""
    return spaced(rf"{_ASKED}(?P<who>(?:{_openings('yes')})\b)")


def _openings(proper: str) -> str:
    rows = catalogue.rows("actors")
    return pattern_of(tuple(row["opening"] for row in rows if row["proper"] == proper))


@cache
def verb_ahead() -> re.Pattern[str]:
    """The blank before a verb that ends a subject."""
    return spaced(rf",? (?!giao dịch\b|giao thông\b|phát triển nông\b)(?={verbs()})")


def subject_at(paper: Paper, start: int, limit: int, *, label: bool = False) -> Found[str] | None:
    """Who must do it, when the words from `start` on begin with that: ``Các CĐCS`` phối hợp …

    With `label` a colon may stand for the verb (``Các tổ trưởng: đôn đốc …``).
    """
    match = _subject().match(paper.folded, start, limit)
    if _NOBODY.match(paper.folded, start):
        return None
    if match is None:
        match = _proper().match(paper.folded, start, limit)
        if match is None or not paper.text[match.start("who")].isupper():
            return None
    end = min(limit, match.end() + _LONGEST)
    verb = verb_ahead().search(paper.text, match.end(), end)
    if verb is not None:
        return _between(paper, match.start("who"), verb.start(), label=label)
    return _between(paper, match.start("who"), None, label=label, limit=end)


def _between(
    paper: Paper, start: int, end: int | None, *, label: bool, limit: int = 0
) -> Found[str] | None:
    stop = _STOPS.search(paper.text, start, end if end is not None else limit)
    if stop is None:
        return paper.found((start, end), DERIVED) if end is not None else None
    if label and stop[0] == ":":
        return paper.found((start, stop.start()), DERIVED)
    return None
