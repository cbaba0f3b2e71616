"""Deadlines that had passed when the document was signed."""

import re
from collections.abc import Iterator

from vanban.checking.rules import Slip, rule
from vanban.checking.words import folded, points
from vanban.language.forms import fold
from vanban.reading.model import Reading, Severity

TITLE = "Thời hạn"

_LOOKING_AHEAD = frozenset(
    {None, "Kế hoạch", "Hướng dẫn", "Công văn", "Thông báo", "Chương trình", "Giấy mời"}
)
_CLAUSE = 240
_BY_THEN = re.compile(
    r"\b(?:truoc|cham nhat|muon nhat|han (?:chot|cuoi|nop)|thoi han|ket thuc)\b[^,\d]{0,25}$"
)
_DEED = re.compile(
    r"\b(?:gui|nop|bao cao|dang ky|hoan thanh|xong|lap|chuyen|tong hop|de nghi|to chuc|phan hoi"
    r"|trien khai|cham nhat|muon nhat|han (?:chot|cuoi|nop))\b"
)
_DONE = re.compile(r"\b(?:da|duoc|tu|ke tu|sinh|tuyen dung|thanh lap|ban hanh)\b")
_REMINDER = re.compile(r"\b(?:don doc|nhac|bao cao cham|qua han)\b")
_RECALLS = re.compile(r"\s*(?:theo|thuc hien|can cu)\b.*\b(?:so|ke hoach|cong van|huong dan)\b")
"""What a cited document asked for may be over."""


@rule("deadline-past", "Hạn đặt ra đã qua khi ký", Severity.WARNING, "DOC-27")
def deadline_before_signing(reading: Reading) -> Iterator[Slip]:
    """*gửi báo cáo trước ngày 15/6/2023* in a plan of 2024: left over from the older one."""
    if reading.date is None or reading.doc_type not in _LOOKING_AHEAD:
        return
    if _REMINDER.search(fold(reading.title or "")):
        return
    text = folded(reading.text)
    for point in points(reading.text):
        day = point.first() if point.day else None
        if day is None or day >= reading.date:
            continue
        before = text[max(0, point.span[0] - _CLAUSE) : point.span[0]]
        clause = re.split(r"[;\n]|\.(?!\d)", before)[-1]
        if _RECALLS.match(clause) or _DONE.search(clause):
            continue
        if _BY_THEN.search(clause) and _DEED.search(clause):
            yield Slip(
                f"Hạn {day:%d/%m/%Y} sớm hơn ngày ký văn bản ({reading.date:%d/%m/%Y}).",
                point.span,
            )
