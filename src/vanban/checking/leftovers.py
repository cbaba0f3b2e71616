"""What was forgotten: places left open, and the year of the paper that served as a model."""

import re
from collections.abc import Iterator

from vanban.checking.readable import when_readable
from vanban.checking.rules import Slip, rule
from vanban.checking.words import folded
from vanban.checking.years import plan_years
from vanban.language.forms import fold
from vanban.reading.model import Block, Reading, Severity

TITLE = "Chỗ còn bỏ trống, dấu vết năm trước"

_PLACEHOLDER = re.compile(
    r"(?<![\w.…])(?:…{2,}|\.{4,}|…(?=/)|_{4,}|(?<!\d )[Xx]{3,}(?! \d)|\?{2,}"
    r"|\[[^\]\n\d]{2,40}\]|<[^<>\n\d]{3,40}>)(?![\w.…])"
)
_OPEN_FORM = re.compile(r"[:;,|]\s*$|^\s*$")
_HEAD_LINE = re.compile(r"^\s*(?:so\b|[^\n]{0,40}\bngay\b)", re.MULTILINE)
_HEAD = 1200
_BY_HAND = 15
"""A row of dots as long as that is a line to write on."""
_YEAR = re.compile(r"\bnam (?P<year>(?:19|20)\d\d)\b(?! ?[-–] ?\d)")
_CLOSING = re.compile(r"\btren day la [^.\n]{0,160}?\bnam (?P<year>20\d\d)\b(?! ?[-–/] ?\d)")
_LAST_YEAR = re.compile(
    r"\b(?:ket qua|danh gia|so ket|tong ket|nhin lai|tinh hinh|thanh tich|giai doan|tu)\b"
)
_OF_PLANS = frozenset({"Kế hoạch", "Hướng dẫn", "Chương trình"})


@rule("placeholder", "Chỗ còn bỏ trống", Severity.ASK, "DOC-20, DOC-25")
@when_readable
def placeholders(reading: Reading) -> Iterator[Slip]:
    """*……*, *XXX*, *[tên đơn vị]*; not lines to fill in by hand, nor the number of a draft."""
    for match in _PLACEHOLDER.finditer(reading.text):
        start = reading.text.rfind("\n", 0, match.start()) + 1
        before = reading.text[start : match.start()]
        if _is_form(reading, match, before):
            continue
        yield Slip(f"Chỗ “{match.group()}” chưa được điền?", match.span())


@rule("year-of-model", "Năm khác với năm của văn bản", Severity.WARNING, "UN-LAUNCH")
def year_of_the_model(reading: Reading) -> Iterator[Slip]:
    """The closing sentence or a heading names another year than the title: left from the model."""
    years = plan_years(reading)
    if reading.doc_type not in _OF_PLANS or len(years) != 1 or not reading.year_or_school_year:
        return
    for match in _CLOSING.finditer(folded(reading.text)):
        if int(match["year"]) != years[0]:
            said = f"Câu kết ghi năm {match['year']}, văn bản này của năm {years[0]}."
            yield Slip(said, match.span("year"), str(years[0]))
    for block in reading.blocks:
        yield from _in_heading(block, reading, years[0])


@rule("year-before-date", "Năm của kế hoạch đã qua khi ký", Severity.ASK, "UN-LAUNCH")
def year_before_the_date(reading: Reading) -> Iterator[Slip]:
    """A plan for 2023 that is dated 2024; reports look back, plans do not."""
    years = plan_years(reading)
    if reading.doc_type != "Kế hoạch" or reading.date is None or not reading.year_or_school_year:
        return
    if years[-1] < reading.date.year:
        yield Slip(
            f"Kế hoạch của năm {years[-1]} mà ký ngày {reading.date:%d/%m/%Y}?",
            reading.spans.get("year_or_school_year"),
        )


def _in_heading(block: Block, reading: Reading, year: int) -> Iterator[Slip]:
    if not block.heading or _LAST_YEAR.search(fold(block.text)):
        return
    for match in _YEAR.finditer(folded(reading.text), *block.span):
        if int(match["year"]) == year - 1:
            said = f"Đề mục ghi năm {match['year']}, văn bản này của năm {year}?"
            yield Slip(said, match.span("year"), str(year), severity=Severity.ASK)


def _is_form(reading: Reading, match: re.Match[str], before: str) -> bool:
    """Something to be written in by hand, or the letterhead of a draft."""
    if _OPEN_FORM.search(before) or len(match.group()) >= _BY_HAND:
        return True
    in_head = match.start() < _HEAD and _HEAD_LINE.match(fold(before))
    behind_the_body = [
        reading.spans[path][1]
        for path in ("signatory.name", "signatory.post")
        if path in reading.spans
    ]
    return bool(in_head) or any(match.start() > end for end in behind_the_body)
