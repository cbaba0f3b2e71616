"""Shares and per cent: do they agree with the figures beside them?"""

import re
from collections.abc import Iterator

from vanban.checking.rules import Slip, rule
from vanban.checking.words import folded
from vanban.reading.model import Reading, Severity

TITLE = "Tỷ lệ"

_SOURCE = "REP-R12"
_PEOPLE = (
    r"(?:doan vien|can bo|cong nhan|nguoi lao dong|cnvcld|cbgvnv|nha giao|giao vien|hoc sinh"
    r"|cdcs|cong doan co so|to cong doan|don vi|dai bieu|phieu|co quan|truong|dong chi)"
)
_SHARE = re.compile(
    r"(?<![\d/.,])(?P<part>\d{1,6})/(?P<whole>\d{1,6})(?![\d/])(?P<between>[^.;\d\n()%]{0,45}?)"
    r"\(?\s?(?:dat|chiem|bang|=|ty le|ti le|tuong duong)?[ :]*(?:ty le |ti le )?"
    r"(?P<percent>\d{1,3}(?:[.,]\d{1,2})?)\s?%"
)
_DATE_BEFORE = re.compile(r"\b(?:ngay|thang|dip|quy|dot|tu|den|nam hoc|khoa|so|lop)\s+$")
_OVER = re.compile(
    r"(?<![\d.,])(?P<percent>\d{3,}(?:[.,]\d{1,2})?)\s?%\s+"
    rf"(?:so |tong so |cac |so luong )?{_PEOPLE}\b"
)
_GROWTH = re.compile(r"\b(?:tang|vuot|bang|gap|so voi|len|ke hoach)\s+(?:\w+\s+){0,2}$")


@rule("share-percent", "Tỷ lệ phần trăm không khớp với số liệu", Severity.WARNING, _SOURCE)
def shares(reading: Reading) -> Iterator[Slip]:
    """*40/50 đồng chí (đạt 85%)*; the last digit may be rounded either way."""
    text = folded(reading.text)
    for match in _SHARE.finditer(text):
        part, whole = int(match["part"]), int(match["whole"])
        if not whole or _DATE_BEFORE.search(text, max(0, match.start() - 12), match.start()):
            continue
        printed = match["percent"].replace(",", ".")
        step = 10.0 ** -len(printed.partition(".")[2])
        if abs(100 * part / whole - float(printed)) > step:
            yield Slip(
                f"{part}/{whole} là {_percent(part, whole)}%, không phải {match['percent']}%.",
                match.span("percent"),
            )


@rule("percent-over", "Tỷ lệ trên 100%", Severity.WARNING, _SOURCE)
def more_than_all(reading: Reading) -> Iterator[Slip]:
    """*105% đoàn viên*: no more than all of them; a plan may be overfulfilled."""
    text = folded(reading.text)
    for match in _OVER.finditer(text):
        value = float(match["percent"].replace(",", "."))
        before = text[max(0, match.start() - 40) : match.start()]
        if value > 100 and not _GROWTH.search(before):
            yield Slip(f"Tỷ lệ {match['percent']}% vượt quá toàn bộ.", match.span("percent"))


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}".removesuffix(".0").replace(".", ",")
