"""The head of a document: number, place, date, kind, title. Any of them, or all, may be missing.

Two columns may come as two lines, as one line with a gap, or as the cells of a table.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from vanban.language.dates import dates_in
from vanban.language.forms import fold, is_upper, one_line
from vanban.language.patterns import spaced
from vanban.reading import catalogue
from vanban.reading.markers import Rank, marker_of
from vanban.reading.paper import DERIVED, LETTERHEAD, Found, Line
from vanban.reading.title import title_after, title_without_kind
from vanban.reading.words import pattern_of

if TYPE_CHECKING:
    import datetime as dt
    import re
    from collections.abc import Iterator

    from vanban.reading.model import Span
    from vanban.reading.paper import Paper

_DEEPEST = 40
"""A letterhead has no more lines than this."""
_PROSE = 160
_NUMBER = spaced(
    r"so\s*[:.]?\s*(?P<number>\d{1,5}[a-z]?)?(?:[\s.…_]*)[/–-]\s*"
    r"(?P<symbol>[^\W\d_][\w&]*(?:\s?[/–-]\s?[^\W\d_][\w&]*)*)"
)
_PLACE = spaced(r"(?P<place>[^\W\d_][^,|\n]{1,60}?)\s*,\s*(?:ngay\b|(?=\d{1,2}/\d{1,2}/\d{4}))")
_SUBJECT = spaced(r"\(?\s*(?:v\s*/\s*v|ve viec)\b\s*[:.]?\s*")
_ADDRESS = spaced(r"(?:kinh gui|can cu|thuc hien)\b")
_GAP = spaced(r"(?=\s)(?<!\s)(?<![Ss]ố)(?<![Ss]ố:)(?<!ngày)(?<!tháng)\s{3,}|\s*\|\s*")
"""Between two columns; a number or day that was left open is no gap."""


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
    doc_type: Found[str] | None = None
    title: Found[str] | None = None


@dataclass(frozen=True, slots=True)
class _Title:
    doc_type: Found[str] | None
    title: Found[str] | None
    head_end: int
    body_place: int


def read_letterhead(paper: Paper) -> Letterhead:
    """Read the head of a document; without one, the body starts at the first line."""
    titled = _titled(paper)
    cells = [cell for line in paper.lines[: titled.head_end] for cell in _cells(line)]
    number, symbol, full_number, cells = _number(paper, cells)
    place, date, cells = _place_and_date(paper, cells)
    last = max([item.span[1] for item in (symbol, place) if item], default=0)
    body_place = max(titled.body_place, _line_after(paper, last))
    title = titled.title
    if title is None and titled.doc_type is None:
        title, body_place = title_without_kind(paper, body_place)
    end = title.span[0] if title else _start_of(paper, body_place)
    return Letterhead(
        body_start=_start_of(paper, body_place),
        capitals=tuple(cell for cell in cells if cell.end <= end),
        number=number,
        symbol=symbol,
        full_number=full_number,
        place=place,
        date=date,
        doc_type=titled.doc_type,
        title=title,
    )


def _titled(paper: Paper) -> _Title:
    """The kind of the document with its title, or the subject of a letter, or nothing."""
    end = _first_body_line(paper)
    for place, line in enumerate(paper.lines[:end]):
        if found := _kind_on(line, alone=_stands_alone(paper.lines, place)):
            doc_type, rest = found
            title, body = title_after(paper, place + 1, rest)
            return _Title(doc_type, title, place, body)
    for place, line in enumerate(paper.lines[:end]):
        for cell in _cells(line):
            if match := _SUBJECT.match(cell.folded):
                return _letter(paper, place, cell, match.end(), end)
    return _Title(None, None, end, 0)


def _first_body_line(paper: Paper) -> int:
    """A numbered paragraph, an address, or a line too long for a letterhead."""
    for place, line in enumerate(paper.lines[:_DEEPEST]):
        marker = marker_of(line)
        if marker is not None and marker.rank <= Rank.LETTER and not _SUBJECT.match(line.folded):
            return place
        if _ADDRESS.match(line.folded) or (len(line.text) > _PROSE and not _GAP.search(line.text)):
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


def _stands_alone(lines: tuple[Line, ...], place: int) -> bool:
    """A paragraph of one line, in capitals at its head."""
    around = lines[max(0, place - 1) : place] + lines[place + 1 : place + 2]
    return lines[place].text[:1].isupper() and not any(line.text for line in around)


def _letter(paper: Paper, place: int, cell: Line, skipped: int, end: int) -> _Title:
    """An official letter prints no kind; its subject (``V/v``) shows that it is one."""
    doc_type = Found("Công văn", (cell.start, cell.start + skipped), DERIVED)
    lines = [part_of(cell, skipped, len(cell.text))]
    body = place + 1
    for after, following in enumerate(paper.lines[place + 1 : end], start=place + 2):
        cells = _cells(following)
        if cells and not cells[0].text[0].islower():
            break
        lines += cells[:1]
        body = after if cells else body
    words = " ".join(line.text for line in lines if line.text)
    title = Found(one_line(words), (lines[0].start, lines[-1].end), LETTERHEAD) if words else None
    return _Title(doc_type, title, end, body)


def part_of(line: Line, start: int, end: int) -> Line:
    """A stretch of a line without the blanks around it."""
    words = line.text[start:end]
    first = start + len(words) - len(words.lstrip())
    last = max(first, start + len(words.rstrip()))
    return Line(
        line.start + first, line.start + last, line.text[first:last], line.folded[first:last]
    )


def _cells(line: Line) -> list[Line]:
    """The columns of a line, national mottoes taken out."""
    cells = []
    start = 0
    cuts = [*_GAP.finditer(line.text), *_mottoes().finditer(line.folded)]
    for cut in sorted(cuts, key=lambda match: match.start()):
        cells.append(part_of(line, start, max(start, cut.start())))
        start = max(start, cut.end())
    cells.append(part_of(line, start, len(line.text)))
    return [cell for cell in cells if cell.text]


@cache
def _mottoes() -> re.Pattern[str]:
    printed = pattern_of(catalogue.column("mottoes", "text"))
    return spaced(printed.replace(r"\-", r"[–-]"))


def _number(
    paper: Paper, cells: list[Line]
) -> tuple[Found[str] | None, Found[str] | None, Found[str] | None, list[Line]]:
    """Number and symbol, and the cells that remain to be read."""
    for place, cell in enumerate(cells):
        match = _NUMBER.match(cell.folded)
        if match is None:
            continue
        symbol = _tight(paper, _shifted(match.span("symbol"), cell))
        rest = [part_of(cell, match.end(), len(cell.text))]
        remaining = [*cells[:place], *(part for part in rest if part.text), *cells[place + 1 :]]
        if match["number"] is None:
            return None, symbol, None, remaining
        span = _shifted((match.start("number"), match.end("symbol")), cell)
        number = paper.found(_shifted(match.span("number"), cell), LETTERHEAD)
        return number, symbol, _tight(paper, span), remaining
    return None, None, None, cells


def _shifted(span: Span, cell: Line) -> Span:
    return cell.start + span[0], cell.start + span[1]


def _tight(paper: Paper, span: Span) -> Found[str]:
    """A number or symbol without the blanks that were printed in it."""
    return Found("".join(paper.text[slice(*span)].split()), span, LETTERHEAD)


def _place_and_date(
    paper: Paper, cells: list[Line]
) -> tuple[Found[str] | None, Found[dt.date] | None, list[Line]]:
    for index, cell in enumerate(cells):
        match = _PLACE.match(cell.folded)
        if match is None or not cell.text[0].isupper():
            continue
        place = paper.found(_shifted(match.span("place"), cell), LETTERHEAD)
        printed = dates_in(cell.text)
        date = (
            Found(printed[0].date, _shifted(printed[0].span, cell), LETTERHEAD) if printed else None
        )
        return place, date, cells[:index] + cells[index + 1 :]
    return None, None, cells


def _line_after(paper: Paper, offset: int) -> int:
    return next((n for n, line in enumerate(paper.lines) if line.start >= offset), len(paper.lines))


def _start_of(paper: Paper, place: int) -> int:
    return paper.lines[place].start if place < len(paper.lines) else len(paper.text)


def cells_of(lines: tuple[Line, ...]) -> Iterator[Line]:
    """The cells of several lines in reading order."""
    for line in lines:
        yield from _cells(line)
