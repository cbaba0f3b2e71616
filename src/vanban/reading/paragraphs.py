"""Lines → paragraphs: soft line breaks and page breaks inside a sentence are joined again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from vanban.language.forms import is_upper, one_line
from vanban.reading.markers import Marker, Rank, marker_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vanban.reading.model import Span
    from vanban.reading.paper import Line, Paper

_RULE = re.compile(r"[-_=*~|:+. ]*[-_=~|+][-_=*~|:+. ]*|\*+")
_PAGE_NUMBER = re.compile(r"(?:[-–] ?)?(?:trang )?\d{1,3}(?: ?/ ?\d{1,3})?(?: ?[-–])?")
_ENDED = re.compile(r"[.;:!?…][\s\"”’')*]*$")
_DANGLING = re.compile(
    r"(?:,|(?<!\w)(?:và|của|các|những|trong|với|cho|về|tại|là|do|theo|đến|từ|hoặc|bằng|nhằm"
    r"|lần thứ))$"
)
_BEFORE_NUMBER = re.compile(
    r"(?<!\w)(?:lần thứ|năm|số|khóa|khoá|ngày|tháng|quý|điều|khoản|mục|đợt|thứ|lớp|tổ|phần)$"
)
"""Asked of the printed words: *bây giờ* and *ngay* end a line, *ngày* does not."""
_ROMAN = re.compile(r"[IVX]+\b")
_PROSE = 130
"""A line longer than this was not broken by a page margin."""
_FULL = 0.8
"""A line that fills this share of the width was broken by the margin."""
_FEW = 6
_FEW_BEFORE_DASH = 12
"""So few words on a line were not broken by a margin; a dash seldom begins one by chance."""


@dataclass(slots=True)
class Paragraph:
    """A paragraph as the lines it is made of; page numbers in between are left out."""

    marker: Marker | None
    lines: list[Line]
    in_capitals: bool

    @classmethod
    def of(cls, line: Line) -> Paragraph:
        marker = marker_of(line)
        words = line.text[marker.length :] if marker else line.text
        return cls(marker, [line], in_capitals=is_upper(words) and len(words.split()) > 1)

    @property
    def span(self) -> Span:
        return self.lines[0].start, self.lines[-1].end

    @property
    def text_start(self) -> int:
        return self.lines[0].start + (self.marker.length if self.marker else 0)

    @property
    def words(self) -> str:
        """The paragraph without its marker, on one line."""
        skipped = self.marker.length if self.marker else 0
        return one_line(" ".join(line.text for line in self.lines)[skipped:])


def paragraphs_of(paper: Paper, start: int, end: int) -> list[Paragraph]:
    """The paragraphs between two offsets, in order; every word there is in one of them."""
    lines = [line for line in paper.lines if start <= line.start and line.end <= end]
    width = _margin(lines)
    found: list[Paragraph] = []
    for line, after_blank in _printed(lines):
        begun = Paragraph.of(line)
        if found and _continues(found[-1], line, begun.marker, width, after_blank=after_blank):
            found[-1].lines.append(line)
        else:
            found.append(begun)
    return found


def _printed(lines: list[Line]) -> Iterator[tuple[Line, bool]]:
    """Lines with words, and whether something blank stood before each."""
    after_blank = True
    for place, line in enumerate(lines):
        if not line.text or _RULE.fullmatch(line.text) or _is_page_number(lines, place):
            after_blank = True
            continue
        yield line, after_blank
        after_blank = False


def _is_page_number(lines: list[Line], place: int) -> bool:
    if not _PAGE_NUMBER.fullmatch(lines[place].folded):
        return False
    around = lines[max(0, place - 1) : place] + lines[place + 1 : place + 2]
    return all(not line.text for line in around)


def _margin(lines: list[Line]) -> int | None:
    """The width at which lines were broken, None when a paragraph is one line."""
    lengths = sorted(len(line.text) for line in lines if line.text)
    if len(lengths) < 4 or lengths[-1] > _PROSE or not _some_go_on(lines):
        return None
    return lengths[len(lengths) * 9 // 10]


def _some_go_on(lines: list[Line]) -> bool:
    """Where a margin breaks lines, some end inside a sentence and the next goes on in small."""
    return any(
        before.text and line.text and line.text[0].islower() and not _ENDED.search(before.text)
        for before, line in pairwise(lines)
    )


def _continues(
    last: Paragraph, line: Line, marker: Marker | None, width: int | None, *, after_blank: bool
) -> bool:
    before = last.lines[-1]
    if _is_row(before) or _is_row(line):
        return False
    ended = _ENDED.search(before.text) is not None
    if marker is not None and (ended or _is_short_heading(last, marker)):
        return False
    if marker is not None:
        return _is_no_marker(marker, before, line, after_blank=after_blank)
    if _names_division(last, line):
        last.in_capitals = is_upper(line.text)
        return True
    if last.in_capitals or _stands_in_capitals(line):
        return last.in_capitals and not after_blank and not ended and is_upper(line.text)
    full_width = width if not after_blank else None
    return _is_soft_break(before, line, full_width, ended=ended)


def _is_row(line: Line) -> bool:
    """Cells between bars, with or without the bars at both ends."""
    return line.text[0] == "|" or " | " in line.text


def _stands_in_capitals(line: Line) -> bool:
    """``QUYẾT ĐỊNH:`` on a line of its own goes on with nothing above."""
    return is_upper(line.text) and (line.text.endswith(":") or len(line.text.split()) > _FEW // 2)


def _is_short_heading(last: Paragraph, marker: Marker) -> bool:
    """``I. CÁC ĐỢT``, ``1. Nội dung``: a marker after it begins what stands below."""
    if last.in_capitals or len(last.lines) > 1:
        return last.in_capitals
    few = _FEW_BEFORE_DASH if marker.rank >= Rank.DASH else _FEW
    begins = last.marker is not None or last.lines[0].text[0].isupper()
    return begins and len(last.lines[0].text.split()) < few


def _names_division(last: Paragraph, line: Line) -> bool:
    """``Phần thứ nhất`` alone on its line; the next one says what it is about."""
    return (
        last.marker is not None
        and last.marker.rank == Rank.DIVISION
        and not last.words
        and len(line.text) < _PROSE
        and not _ENDED.search(line.text)
    )


def _is_no_marker(marker: Marker, before: Line, line: Line, *, after_blank: bool) -> bool:
    """``lần thứ`` + ``XIII. Tiếp``, ``Covid`` + ``- 19``: the marker belongs to the sentence.

    After *năm* stands a year, and no marker has four digits.
    """
    if marker.rank >= Rank.DASH:
        first = line.text[marker.length : marker.length + 1]
        return not after_blank and (first.islower() or first.isdigit())
    printed = before.text.lower()
    return not printed.endswith("năm") and _BEFORE_NUMBER.search(printed) is not None


def _is_soft_break(before: Line, line: Line, width: int | None, *, ended: bool) -> bool:
    """Inside a sentence, or where a full line happens to end with one.

    `width` is that of broken lines; None where nothing tells it, or a blank line stands between.
    """
    is_full = width is not None and len(before.text) >= _FULL * width
    if ended:
        is_small = width is not None and not line.text[0].isupper()
        return is_small or (is_full and before.text.endswith("."))
    return is_full or line.text[0].islower() or _is_dangling(before, line)


def _is_dangling(before: Line, line: Line) -> bool:
    """``… lần thứ`` / ``XIII``, ``… năm`` / ``2024``, ``… của`` / ``Bộ Chính trị``."""
    printed = before.text.lower()
    if _BEFORE_NUMBER.search(printed):
        return line.text[0].isdigit() or _ROMAN.match(line.text) is not None
    return _DANGLING.search(printed) is not None
