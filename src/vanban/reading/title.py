"""The title (*trích yếu*): the lines below the kind of the document, up to the first sentence."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from vanban.language.forms import is_upper
from vanban.language.patterns import spaced
from vanban.reading import catalogue
from vanban.reading.markers import marker_of
from vanban.reading.paper import GUESS, LETTERHEAD, Found
from vanban.reading.roles import is_authority
from vanban.reading.words import pattern_of

if TYPE_CHECKING:
    import re

    from vanban.reading.paper import Line, Paper

_MOST_LINES = 8
_PROSE = 160
_LONGEST = 420
"""A title printed on one line is seldom longer."""
_OUTGROWS = 40
_ADDRESS = spaced(r"(?:kinh gui|can cu)\b")
_PERIOD_LINE = spaced(
    r"\(?(?:(?:nam|nam hoc|giai doan|nhiem ky|quy|thang|dot)\s*:?\s)?[\d\s/ivx–-]*\d{4}\)?"
    r"|(?:quy|thang|dot)\s[\d\s/ivx–-]+"
)
_WITHOUT_KIND = spaced(r"(?:phat dong|to chuc|trien khai|huong ung|ve viec|thuc hien)\b")
_WORDS = spaced(r"[^\W\d_]")
_YEAR_IS = spaced(r"nam (?:hoc )?[\d\s–-]+ la\b|ngay \d")
_LABEL = spaced(r"[^\W\d_][^:.,;\"“”]{1,40}:(?:\s|$)")
_REMARK = spaced(
    r"\((?:kem theo|ban hanh|dinh kem|do dong chi|dung cho|trich|du thao|tai|trinh bay"
    r"|phat bieu|doc tai|ap dung)\b"
)
_NUMBER_LINE = spaced(r"so\s*[:.]?\s*[\d.…_/]|[^\W\d_][^,\d]{1,40},? ngay\s[\s\d.…]*thang\b")
_NEXT_SENTENCE = spaced(r"[^\W\d_]{2}[.!?] [A-ZĐÀ-Ỹ]")
_BRACKETED = spaced(r"\([^()]*\)")
_HEADLINE_END = ".:;,"
_FEWEST_WORDS = 5
_FEW = 3
"""A rest of so few words after the kind (``BÁO CÁO TỔNG KẾT``) goes on below it."""


@cache
def _sentence() -> re.Pattern[str]:
    """How the first sentence of a body begins; a title may go on in many other ways."""
    return spaced(rf"(?:{pattern_of(catalogue.column('sentence_openings', 'opening'))})\b")


def title_after(paper: Paper, first: int, begun: Line | None) -> tuple[Found[str] | None, int]:
    """The title that starts with `begun`, or with the next printed line from `first` on.

    Also answers with the place of the first line after it.
    """
    lines: list[Line] = [begun] if begun else []
    place = first
    while place < len(paper.lines) and len(lines) < _MOST_LINES:
        line = paper.lines[place]
        after_blank = place > 0 and not _WORDS.search(paper.lines[place - 1].text)
        if _WORDS.search(line.text) or (lines and _BRACKETED.fullmatch(line.text)):
            if lines or not _NUMBER_LINE.match(line.folded):
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
    if is_upper(paper.lines[place].text):
        found, after = title_after(paper, place, None)
        return (Found(found.value, found.span, GUESS), after) if found else (None, first)
    end = place
    while end < len(paper.lines) and paper.lines[end].text:
        end += 1
    span = (paper.lines[place].start, paper.lines[end - 1].end)
    is_last = not any(line.text for line in paper.lines[end:])
    if is_last or span[1] - span[0] > 2 * _PROSE or paper.text[span[1] - 1] in ".:;":
        return None, first
    return paper.found(span, GUESS), end


def headline(paper: Paper) -> tuple[Found[str] | None, int]:
    """The headline of a press item: a first line that is no sentence, before a long paragraph."""
    printed = [n for n, line in enumerate(paper.lines) if line.text]
    if len(printed) < 2 or not _is_headline(paper.lines[printed[0]]):
        return None, 0
    line = paper.lines[printed[0]]
    below = 0
    for following in paper.lines[printed[1] :]:
        below += len(following.text)
        if not following.text or below >= _PROSE:
            break
    return (
        (paper.found((line.start, line.end), GUESS), printed[1]) if below >= _PROSE else (None, 0)
    )


def _is_headline(line: Line) -> bool:
    if line.text[-1] in _HEADLINE_END or _NEXT_SENTENCE.search(line.text):
        return False
    if marker_of(line) is not None or not line.text[0].isalnum() or line.text[0].islower():
        return False
    return len(line.text) <= _PROSE and len(line.text.split()) >= _FEWEST_WORDS


def _belongs(lines: list[Line], line: Line, *, after_blank: bool) -> bool:
    if _is_body(line):
        return False
    if not lines:
        return not _ADDRESS.match(line.folded) and not line.text.endswith((".", ":"))
    if len(line.text) > _PROSE or _opens_body(line):
        return False
    return _goes_on(lines, line, after_blank=after_blank)


def _goes_on(lines: list[Line], line: Line, *, after_blank: bool) -> bool:
    last = lines[-1]
    if _BRACKETED.fullmatch(line.text):
        return not after_blank or any(sign.isdigit() for sign in line.text)
    if len(lines) == 1 and is_upper(last.text) and len(last.text.split()) <= _FEW:
        return not (after_blank and is_upper(line.text))
    if after_blank:
        return line.text[0].islower() or _PERIOD_LINE.fullmatch(line.folded) is not None
    fits = line.text[0].islower() or len(line.text) < len(last.text) + _OUTGROWS
    return fits and is_upper(line.text) == is_upper(last.text)


def _is_body(line: Line) -> bool:
    """Too long, a row, numbered, or more than one sentence: no line of a title."""
    if len(line.text) > _LONGEST or line.text.startswith("|") or marker_of(line) is not None:
        return True
    if _NUMBER_LINE.match(line.folded) or _REMARK.match(line.folded):
        return True
    return _NEXT_SENTENCE.search(line.text) is not None


def _opens_body(line: Line) -> bool:
    """The first line of the body: it begins, or ends, like a sentence or a label."""
    if line.text[0].islower():
        return line.text.endswith(":")
    if is_authority(line):
        return True
    if _PERIOD_LINE.fullmatch(line.folded):
        return False
    begins = _sentence().match(line.folded) or _YEAR_IS.match(line.folded)
    return bool(begins) or _LABEL.match(line.folded) is not None or line.text[-1] in ".:"
