"""When somebody was born: the day, or the year alone where nobody has told the day.

As one text it is as much of the ISO day as is known, *1985-08-05* or *1985*, and nothing where
neither is: what knows more begins with what knows less.
"""

from datetime import date

from django.utils.translation import gettext as _

WHOLE = len("1985-08-05")


def as_text(on: date | None, year: int | None) -> str:
    """Of the two columns of a person, of which at most one is filled."""
    return on.isoformat() if on else str(year or "")


def is_day(birth: str) -> bool:
    """Is the day known, not the year alone?"""
    return len(birth) == WHOLE


def agree(one: str, other: str) -> bool:
    """Can both be true of one person? Who knows nothing contradicts nobody."""
    return one.startswith(other) or other.startswith(one)


def shown(birth: str) -> str:
    """*05/08/1985* or *1985*."""
    return "/".join(reversed(birth.split("-")))


def in_words(birth: str) -> str:
    """The same as part of a sentence."""
    if is_day(birth):
        return _("sinh ngày %(day)s") % {"day": shown(birth)}
    return _("sinh năm %(year)s") % {"year": birth} if birth else ""
