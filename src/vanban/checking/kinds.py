"""What each kind of document must carry: a speech has no number, minutes need no end mark."""

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from vanban.checking import data
from vanban.checking.readable import is_unreadable
from vanban.checking.rules import Slip, rule
from vanban.language.forms import fold
from vanban.reading.model import Reading, Severity

TITLE = "Thể thức"

_ENOUGH = 200
_EVERYTHING: Mapping[str, str] = MappingProxyType(
    {"number": "yes", "date": "yes", "letterhead": "yes", "signature": "yes", "end_mark": "yes"}
)

_NOTHING: Mapping[str, str] = MappingProxyType(dict.fromkeys(_EVERYTHING, "no"))


def demands(reading: Reading) -> Mapping[str, str]:
    """The row of the table for this kind of document; a kind that is not in it needs everything.

    `letterhead` may be *motto* (the issuing body may be lacking), `signature` may be *name*.
    """
    if is_no_document(reading):
        return _NOTHING
    return _kinds().get(fold(reading.doc_type or ""), _EVERYTHING)


def is_no_document(reading: Reading) -> bool:
    """Nothing of an official document is there: a piece of news, a note, a text pasted in."""
    frame = (reading.doc_type, reading.full_number, reading.symbol, reading.date)
    signed = reading.signatory
    people = (signed.authority_line, signed.post, signed.name, reading.addressees)
    return not any((*frame, *people, reading.recipients)) and not is_unreadable(reading.text)


@rule("no-document", "Không có thể thức văn bản hành chính", Severity.ASK, "NĐ 30/2020 Điều 8")
def without_frame(reading: Reading) -> Iterator[Slip]:
    """Said instead of everything that is missing."""
    if is_no_document(reading) and len(reading.text) >= _ENOUGH:
        yield Slip("Không thấy số, ngày, tên loại, người ký: đây là tin, bài hay phần trích?")


@cache
def _kinds() -> dict[str, Mapping[str, str]]:
    return {fold(row["kind"]): row for row in data.rows("kinds")}
