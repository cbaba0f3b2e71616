"""What the old document had of its own, and the new one does not have yet: number, date, hand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vanban.language.forms import fold
from vanban.language.patterns import spaced

if TYPE_CHECKING:
    from vanban.forward.draft import Draft
    from vanban.reading.model import Span

BLANK = "…"
_HEAD = 1500
_DIGITS = re.compile(r"\d+")
_SIGNED = re.compile(r"\s*\(?\s*da\s+ky\s*\)?")
_OPEN_DATE = spaced(
    rf"(?:{BLANK}|\.\.+)\s*/\s*(?:{BLANK}|\.\.+)\s*/\s*(?P<slashed>(?:19|20)\d\d)"
    rf"|thang (?:{BLANK}|\.\.+|\d\d?)?\s*nam (?P<worded>(?:19|20)\d\d)"
)
_OPEN_DAY = spaced(rf"ngay\s*(?:{BLANK}|\.\.+)?\s*$")


def empty_letterhead(draft: Draft) -> None:
    """Number and day are left open, the year of the date is moved, ``(Đã ký)`` goes."""
    _number(draft)
    span = draft.reading.spans.get("date")
    if span and draft.signed_on:
        year = draft.signed_on.year + draft.years.shift
        draft.change(
            span, blank_date(draft.text[slice(*span)], year), "Ngày ký để trống, điền khi ban hành."
        )
    _open_dates(draft)
    _hand(draft)


def blank_date(printed: str, year: int) -> str:
    """``ngày 15 tháng 01 năm 2024`` → ``ngày … tháng … năm 2025``; slashes stay slashes."""
    return _DIGITS.sub(lambda digits: str(year) if len(digits[0]) == 4 else BLANK, printed)


def _number(draft: Draft) -> None:
    span = draft.reading.spans.get("number")
    if span is None:
        return
    blanks = len(draft.text) - len(draft.text[span[1] :].lstrip(" ")) - span[1]
    why = "Số của văn bản mới lấy khi ban hành."
    draft.change((span[0], span[1] + blanks), BLANK, why)
    full = draft.reading.spans.get("full_number") or draft.reading.spans.get("symbol") or span
    draft.move_years_in((span[1] + blanks, full[1]), "Năm trong số, ký hiệu.")


def _open_dates(draft: Draft) -> None:
    """Dates whose day was left open already move with the plan, however old their year."""
    for match in _OPEN_DATE.finditer(draft.folded):
        before = draft.folded[max(0, match.start() - 12) : match.start()]
        if match["slashed"] or _OPEN_DAY.search(before):
            draft.move_years_in(match.span(match.lastgroup or 0), "Năm của ngày còn để trống.")


def year_of_open_date(text: str) -> int | None:
    """The year of ``ngày … tháng … năm 2025`` in the head of a text."""
    folded = fold(text[:_HEAD])
    for match in _OPEN_DATE.finditer(folded):
        if _OPEN_DAY.search(folded, max(0, match.start() - 12), match.start()):
            return int(match[match.lastgroup or 0])
    return None


def _hand(draft: Draft) -> None:
    spans = draft.reading.spans
    mark = spans.get("signatory.mark")
    if mark and (signed := _around(draft, mark)):
        draft.change(signed, "", "Bản mới chưa ai ký.")
    place = spans.get("signatory.name") or spans.get("signatory.post")
    if place:
        draft.flag(
            "signatory", place, "Chức vụ và họ tên người ký giữ như bản cũ: người này còn ký không?"
        )


def _around(draft: Draft, mark: Span) -> Span | None:
    """The brackets and blanks around *Đã ký*; a stamp is no hand."""
    start = draft.folded.rfind("\n", 0, mark[0]) + 1
    line = re.compile(r"[^\n]*").match(draft.folded, start)
    if line and (found := _SIGNED.fullmatch(line[0].rstrip())):
        return start, start + found.end()
    return None
