"""What is printed on a paper, as the keyword arguments of the actions that keep it."""

from collections.abc import Sequence
from datetime import date
from typing import NotRequired, TypedDict

from django.utils.text import Truncator
from django.utils.translation import gettext as _

YEARS = range(1900, 2101)
"""The years a book or a paper may belong to."""
HIGHEST_NUMBER = 9999
"""No unit comes near it in a year: a higher one is a slip, and the next would count on from it."""
MOST_LINES, LONGEST_LINE = 100, 300


class Head(TypedDict):
    """The head of a paper: what `update_draft` may change."""

    type_name: str
    title: str
    symbol: str
    place: str
    issuer_name: str
    parent_name: str


class Issued(Head):
    """What else stands on a paper that has left its issuer."""

    full_number: str
    dated: date
    signer_name: str
    signature: Sequence[str]


class Received(TypedDict):
    """A paper from elsewhere; of a letter little may be known."""

    type_name: str
    title: str
    symbol: str
    place: str
    issuer_name: str
    parent_name: NotRequired[str]
    full_number: str
    dated: date | None
    signer_name: str
    signature: NotRequired[Sequence[str]]


def problem_with(lines: Sequence[str]) -> str:
    """Why these lines of *Nơi nhận* cannot be kept, in words; nothing when they can."""
    if len(lines) > MOST_LINES:
        return _(
            "Nơi nhận có %(count)s dòng, nhiều hơn %(most)s dòng. Hãy gộp các nơi nhận cùng loại "
            "vào một dòng, ví dụ “Các công đoàn cơ sở trực thuộc”."
        ) % {"count": len(lines), "most": MOST_LINES}
    long = next((line for line in lines if len(line) > LONGEST_LINE), None)
    if long is None:
        return ""
    return _(
        "Dòng “%(start)s” dài %(length)s chữ cái, quá %(most)s. Hãy tách thành nhiều dòng, mỗi "
        "dòng một nơi nhận."
    ) % {"start": Truncator(long).chars(40), "length": len(long), "most": LONGEST_LINE}
