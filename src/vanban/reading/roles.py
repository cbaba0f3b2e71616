"""Who signs: lines that say for whom (``TM. BAN THƯỜNG VỤ``) or in which post (``CHỦ TỊCH``)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from vanban.language.forms import fold, is_upper
from vanban.language.patterns import spaced
from vanban.reading import catalogue
from vanban.reading.words import pattern_of

if TYPE_CHECKING:
    import re

    from vanban.reading.paper import Line

_REPRESENTS = spaced(r"(?:dai dien|xac nhan cua|y kien cua|thay mat|tm\.?) ")


@cache
def authority() -> re.Pattern[str]:
    """``TM.``, ``KT.``, ``TM/BCH``: somebody signs for somebody."""
    marks = pattern_of(catalogue.column("authority_marks", "mark"))
    return spaced(rf"(?:{marks})\s?[./]\s?\w|(?:{marks}) \w")


@cache
def sides() -> dict[str, str]:
    """Folded name of a post → on whose side it stands."""
    return {fold(row["name"]): row["side"] for row in catalogue.rows("posts")}


def is_authority(cell: Line) -> bool:
    """Does a line in capitals say for whom is signed?"""
    return authority().match(cell.folded) is not None and is_upper(cell.text)


def side_of(cell: Line) -> str | None:
    """On whose side the post of a line stands, None when it names no post.

    The line is a post, or in capitals and begins with one, or speaks for somebody
    (``ĐẠI DIỆN NGƯỜI LAO ĐỘNG``).
    """
    bare = cell.folded.removeprefix("q.").removeprefix("quyen ").strip(" .:,()*")
    if bare in sides():
        return sides()[bare] if is_upper(cell.text) or len(cell.text.split()) > 1 else None
    if not is_upper(cell.text):
        return None
    longest = max((p for p in sides() if bare.startswith(f"{p} ")), key=len, default=None)
    if longest is not None:
        return sides()[longest]
    return _side_spoken_for(bare)


def _side_spoken_for(bare: str) -> str | None:
    if not _REPRESENTS.match(bare):
        return None
    return "union" if "cong doan" in bare or "nguoi lao dong" in bare else "other"


def is_post(cell: Line) -> bool:
    """A line in capitals that is a post, or begins with one."""
    return side_of(cell) is not None
