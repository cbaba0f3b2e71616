"""The title (*trích yếu*): the lines below the kind of the document, up to the first sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vanban.language.forms import is_upper
from vanban.language.patterns import spaced
from vanban.reading.markers import marker_of
from vanban.reading.paper import GUESS, LETTERHEAD, Found

if TYPE_CHECKING:
    from vanban.reading.paper import Line, Paper

_MOST_LINES = 8
_PROSE = 160
_ADDRESS = spaced(r"(?:kinh gui|can cu)\b")
_SENTENCE = spaced(
    r"(?:kinh gui|can cu|thuc hien|nham\b|nam (?:hoc )?[\d\s–-]+ la\b|phat huy|de \w"
    r"|trien khai|huong ung|nhan dip|nhan ky|ban (?:thuong|chap)|tiep tuc|trong nam"
    r"|doan chu tich|xet de nghi|theo de nghi|quyet dinh)\b"
)
_PERIOD_LINE = spaced(r"(?:nam|nam hoc|giai doan|quy|thang)\s[\d\s/ivx–-]+")
_WITHOUT_KIND = spaced(r"(?:phat dong|to chuc|trien khai|huong ung|ve viec|thuc hien)\b")
_WORDS = spaced(r"[^\W\d_]")


def title_after(paper: Paper, first: int, begun: Line | None) -> tuple[Found[str] | None, int]:
    """The title that starts with `begun`, or with the next printed line from `first` on.

    Also answers with the place of the first line after it.
    """
    lines: list[Line] = [begun] if begun else []
    place = first
    while place < len(paper.lines) and len(lines) < _MOST_LINES:
        line = paper.lines[place]
        after_blank = place > 0 and not _WORDS.search(paper.lines[place - 1].text)
        if _WORDS.search(line.text):
            if not _belongs(lines, line, after_blank=after_blank):
                break
            lines.append(line)
        elif line.text and lines:
            break
        place += 1
    if not lines:
        return None, first
    return paper.found((lines[0].start, lines[-1].end), LETTERHEAD), place


def title_without_kind(paper: Paper, first: int) -> tuple[Found[str] | None, int]:
    """Where no kind is printed: a short first paragraph that says what is launched."""
    place = next((n for n in range(first, len(paper.lines)) if paper.lines[n].text), None)
    if place is None or not _WITHOUT_KIND.match(paper.lines[place].folded):
        return None, first
    end = place
    while end < len(paper.lines) and paper.lines[end].text:
        end += 1
    span = (paper.lines[place].start, paper.lines[end - 1].end)
    is_last = not any(line.text for line in paper.lines[end:])
    if is_last or span[1] - span[0] > 2 * _PROSE or paper.text[span[1] - 1] in ".:;":
        return None, first
    return paper.found(span, GUESS), end


def _belongs(lines: list[Line], line: Line, *, after_blank: bool) -> bool:
    if len(line.text) > _PROSE or line.text.startswith("|") or marker_of(line) is not None:
        return False
    if not lines:
        return not _ADDRESS.match(line.folded) and not line.text.endswith(".")
    if after_blank:
        return line.text[0].islower() or _PERIOD_LINE.fullmatch(line.folded) is not None
    if is_upper(line.text) != is_upper(lines[-1].text):
        return False
    return line.text[0].islower() or not _SENTENCE.match(line.folded)
