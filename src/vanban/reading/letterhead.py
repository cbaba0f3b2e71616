"""The head of a document: number, place, date, kind, title. Any of them, or all, may be missing.

Two columns may come as two lines, as one line with a gap, or as the cells of a table.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from vanban.language.forms import fold, is_upper, one_line
from vanban.language.patterns import spaced
from vanban.reading import catalogue
from vanban.reading.cells import cells_in, has_gap, part_of
from vanban.reading.markers import Rank, marker_of
from vanban.reading.number_line import read_number
from vanban.reading.paper import DERIVED, LETTERHEAD, Found, Line
from vanban.reading.place_line import read_place
from vanban.reading.title import headline, title_after, title_without_kind

if TYPE_CHECKING:
    import datetime as dt

    from vanban.language.dates import Point
    from vanban.reading.paper import Paper

_DEEPEST = 40
"""A letterhead has no more lines than this."""
_PROSE = 160
_SUBJECT = spaced(r"\(?\s*(?:v\s*[/.]\s*v|ve viec)\b\s*[:.]?\s*")
_LETTER_SUBJECT = spaced(r"(?<!\w)v\s?/\s?v\b\s*[:.]?\s*")
_ADDRESS = spaced(r"(?:kinh g[uo]i|can cu|thuc hien)\b")
_SENT_TO = spaced(r"kinh g[uo]i\b")
_ABOUT = spaced(r"ve (?!dich\b|sinh\b|huu\b)\w")
_LETTERSPACED = spaced(r"\w(?:\s\w)+(?:\s+\w(?:\s\w)*)*")
_MOST_SUBJECT_LINES = 6
_STAMP = spaced(r"(?:cong )?(?:van )?den\b(?:$|\s+so\s*:|\s+ngay\s*:)")
_STAMP_LINE = spaced(r"(?:ngay|chuyen|luu (?:ho so|hs)|gio|kinh chuyen|den)\b(?! .{60})")
_STAMP_NUMBER = spaced(r"so\s*[:.]?\s*\d*(?: ngay\b.*)?")
_STAMP_DEPTH = 6
_WORDS = spaced(r"[^\W\d_]{2}")


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What stands above the body; `capitals` are the cells where the bodies are named."""

    body_start: int
    capitals: tuple[Line, ...] = ()
    number: Found[str] | None = None
    symbol: Found[str] | None = None
    full_number: Found[str] | None = None
    place: Found[str] | None = None
    date: Found[dt.date] | None = None
    open_day: Found[Point] | None = None
    doc_type: Found[str] | None = None
    title: Found[str] | None = None
    is_press: bool = False
    """A headline instead of a letterhead: the text tells of documents, it is none."""


@dataclass(frozen=True, slots=True)
class _Title:
    doc_type: Found[str] | None
    title: Found[str] | None
    head_end: int
    body_place: int


def read_letterhead(paper: Paper) -> Letterhead:
    """Read the head of a document; without one, the body starts at the first line."""
    first = _below_stamp(paper)
    titled = _titled(paper, first)
    cells = [cell for line in paper.lines[first : titled.head_end] for cell in cells_in(line)]
    numbered = read_number(paper, cells + _below_kind(paper, titled))
    dated = read_place(paper, numbered.remaining)
    place = dated.place
    last = max([item.span[1] for item in (numbered.symbol, place) if item], default=0)
    body_place = max(titled.body_place, _line_after(paper, last))
    title, is_press = titled.title, False
    if title is None and titled.doc_type is None:
        title, body_place = title_without_kind(paper, body_place)
        if title is None and not (numbered.symbol or place):
            title, body_place = headline(paper)
            is_press = title is not None
    end = title.span[0] if title else _start_of(paper, body_place)
    return Letterhead(
        body_start=_start_of(paper, body_place),
        capitals=tuple(cell for cell in dated.remaining if cell.end <= end),
        number=numbered.number,
        symbol=numbered.symbol,
        full_number=numbered.full_number,
        place=place,
        date=dated.date,
        open_day=dated.open_day,
        doc_type=titled.doc_type,
        title=title,
        is_press=is_press,
    )


def _below_kind(paper: Paper, titled: _Title) -> list[Line]:
    """Between the kind and its title a number or date may stand."""
    if titled.title is None:
        return []
    below = [
        line
        for line in paper.lines[titled.head_end + 1 : titled.body_place]
        if line.end <= titled.title.span[0]
    ]
    return [cell for line in below for cell in cells_in(line)]


def _below_stamp(paper: Paper) -> int:
    """The first line behind the stamp of the office that received the document."""
    for place, line in enumerate(paper.lines[:_STAMP_DEPTH]):
        if _STAMP.match(line.folded):
            below = place + 1
            while below < len(paper.lines) and _in_stamp(paper.lines[below]):
                below += 1
            return below
    return 0


def _in_stamp(line: Line) -> bool:
    if not _WORDS.search(line.text):
        return True
    return bool(_STAMP_NUMBER.fullmatch(line.folded) or _STAMP_LINE.match(line.folded))


def _titled(paper: Paper, first: int) -> _Title:
    """The kind of the document with its title, or the subject of a letter, or nothing."""
    end = _first_body_line(paper)
    for place, line in enumerate(paper.lines[:end]):
        if place < first:
            continue
        if found := _kind_on(line, alone=_stands_alone(paper.lines, place)):
            doc_type, rest = found
            title, body = title_after(paper, place + 1, rest)
            return _Title(doc_type, title, place, body)
    for place, line in enumerate(paper.lines[:end]):
        for cell in cells_in(line) if place >= first else ():
            if match := (_SUBJECT.match(cell.folded) or _LETTER_SUBJECT.search(cell.folded)):
                return _letter(paper, place, cell, *match.span(), end)
    return _about(paper, end)


def _about(paper: Paper, end: int) -> _Title:
    """``Về tổ chức …`` in the middle, right above *Kính gửi*: the subject of a letter."""
    is_letter = end < len(paper.lines) and _SENT_TO.match(paper.lines[end].folded)
    for place, line in enumerate(paper.lines[:end] if is_letter else ()):
        for cell in cells_in(line):
            match = _ABOUT.match(cell.folded)
            if match is not None and cell.text[0].isupper():
                return _letter(paper, place, cell, 0, 0, end)
    return _Title(None, None, end, 0)


def _first_body_line(paper: Paper) -> int:
    """A numbered paragraph, an address, or a line too long for a letterhead."""
    for place, line in enumerate(paper.lines[:_DEEPEST]):
        marker = marker_of(line)
        if marker is not None and marker.rank <= Rank.LETTER and not _SUBJECT.match(line.folded):
            return place
        if _ADDRESS.match(line.folded) or (len(line.text) > _PROSE and not has_gap(line)):
            return place
    return min(_DEEPEST, len(paper.lines))


@cache
def _kinds() -> tuple[tuple[str, str], ...]:
    """Folded name and name, longest first."""
    names = (row["name"] for row in catalogue.rows("document_types") if row["name"] != "Văn bản")
    return tuple(sorted(((fold(name), name) for name in names), key=lambda pair: -len(pair[0])))


def _kind_on(line: Line, *, alone: bool) -> tuple[Found[str], Line | None] | None:
    """A line that is the name of a kind, or begins with one; and the rest of it.

    With a rest it must be in capitals, or stand alone and be no sentence.
    """
    if spaced_out := _letterspaced(line):
        return Found(spaced_out, (line.start, line.end), LETTERHEAD), None
    for folded, name in _kinds():
        if not line.folded.startswith(folded):
            continue
        rest = part_of(line, len(folded), len(line.text))
        span = (line.start, line.start + len(folded))
        if not rest.text.strip(" :.*"):
            return Found(name, span, LETTERHEAD), None
        begins = line.folded[len(folded)] == " "
        if begins and (is_upper(line.text) or (alone and line.text[-1] not in ".:;,")):
            return Found(name, span, LETTERHEAD if is_upper(line.text) else DERIVED), rest
    return None


def _letterspaced(line: Line) -> str | None:
    """``K Ế   H O Ạ C H`` is a kind, too."""
    if len(line.text) < 7 or _LETTERSPACED.fullmatch(line.folded) is None:
        return None
    letters = "".join(line.folded.split())
    return next((name for folded, name in _kinds() if folded.replace(" ", "") == letters), None)


def _stands_alone(lines: tuple[Line, ...], place: int) -> bool:
    """A paragraph of one line, in capitals at its head."""
    around = lines[max(0, place - 1) : place] + lines[place + 1 : place + 2]
    return lines[place].text[:1].isupper() and not any(line.text for line in around)


def _letter(paper: Paper, place: int, cell: Line, begins: int, ends: int, end: int) -> _Title:
    """An official letter prints no kind; its subject (``V/v``) shows that it is one."""
    mark = (cell.start + begins, cell.start + (ends or len(cell.text)))
    doc_type = Found("Công văn", mark, DERIVED)
    lines = [part_of(cell, ends, len(cell.text))]
    body = place + 1
    for after, following in enumerate(paper.lines[place + 1 : end], start=place + 2):
        cells = cells_in(following)
        if not cells:
            continue
        if len(lines) >= _MOST_SUBJECT_LINES or not _goes_on(lines, cells[0], paper, after - 2):
            break
        lines += cells[:1]
        body = after
    words = " ".join(line.text for line in lines if line.text).rstrip(' )”"')
    title = Found(one_line(words), (lines[0].start, lines[-1].end), LETTERHEAD) if words else None
    return _Title(doc_type, title, end, body)


def _goes_on(lines: list[Line], cell: Line, paper: Paper, above: int) -> bool:
    """The subject of a letter goes on in small letters, or with a name right below."""
    if not lines[-1].text or cell.text[0].islower():
        return True
    if not paper.lines[above].text or is_upper(cell.text) or _ADDRESS.match(cell.folded):
        return False
    is_other = read_place(paper, [cell]).place or read_number(paper, [cell]).symbol
    return is_other is None and not cell.text.endswith((".", ":")) and len(cell.text) < _PROSE // 2


def _line_after(paper: Paper, offset: int) -> int:
    return next((n for n, line in enumerate(paper.lines) if line.start >= offset), len(paper.lines))


def _start_of(paper: Paper, place: int) -> int:
    return paper.lines[place].start if place < len(paper.lines) else len(paper.text)
