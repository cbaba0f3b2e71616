"""A document → the words of each box, ready to be set; the same for Word, PDF and plain text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from vanban.language.forms import one_line
from vanban.reading.model import Block
from vanban.writing.heads import GLUE, fitting_size, glued_lines
from vanban.writing.model import Annex, Hand, OfficialDocument
from vanban.writing.numbers import (
    format_header_date,
    recipient_lines,
    roman,
    with_end_mark,
)
from vanban.writing.profiles import Profile
from vanban.writing.roles import Role, placed
from vanban.writing.tables import Table, closed_row, table_of

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1b\x7f\ud800-\udfff\ufffe\uffff]")
_DASH = re.compile(r" ([-–]) ")
"""A line must not begin with the dash of a span: it would look like a list."""
_BRACKETS = re.compile(r"\S+ \S+ \([^()]{1,40}\)")
"""Dates in brackets keep the name before them, so that they never make a line of their own."""
_PURPOSE = re.compile(r"\([^()]{1,30}\)")
_YEARS = re.compile(r"\S+ \d{1,4}(?: [-–] \d{4})?(?!\S)")
_LEAST_DATE_PT = 11.5
_GUTTER_MM = 4
"""Between the columns of the letterhead."""
_DRAFT_DATE = "ngày … tháng … năm …"
_DRAFT_ROOM = GLUE * 6
_RECIPIENTS = "Nơi nhận:"
_LETTER = "công văn"
_MINUTES = "biên bản"
_SIGNED = ("đã ký", "ký,", "ký tên")
_ANNEX = "phụ lục"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the content and how it is set; a ``row`` is drawn as part of a table.

    The first `bold` letters are set in bold: *Điều 1.* before its words. `marker` is the number at
    the beginning of `text` at its `depth`, where Word may count it by itself. What belongs to a
    paragraph that `leads` stands on the same page.
    """

    role: Role
    text: str
    bold: int = 0
    marker: str = ""
    depth: int = 0
    leads: bool = False


@dataclass(frozen=True, slots=True)
class ComposedHand:
    """The words of one signature block."""

    lines: tuple[str, ...]
    mark: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ComposedAnnex:
    """The words of one annex."""

    heading: tuple[str, ...]
    note: str
    paragraphs: tuple[Paragraph, ...]
    landscape: bool

    @property
    def content(self) -> tuple[Paragraph | Table, ...]:
        """The paragraphs, with rows that follow each other as one table."""
        return _with_tables(self.paragraphs, landscape=self.landscape)


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """The words of every box. Empty text means that the box stays empty."""

    author: str
    superior: str
    issuer: str
    number: str
    subject: str
    place_date: str
    place_date_pt: float
    doc_type: str
    title: str
    paragraphs: tuple[Paragraph, ...]
    recipients_heading: str
    recipients: tuple[str, ...]
    signature: tuple[str, ...]
    mark: str
    signer: str
    cosigners: tuple[ComposedHand, ...]
    annexes: tuple[ComposedAnnex, ...]

    @property
    def hands(self) -> tuple[ComposedHand, ...]:
        """All signature blocks as they stand, two in a row; the main one is second."""
        main = ComposedHand(self.signature, self.mark, self.signer)
        return (*self.cosigners[:1], main, *self.cosigners[1:])

    @property
    def heading(self) -> str:
        """Type and title in one line, as lists and file properties name the document."""
        return one_line(f"{self.doc_type} {self.title or self.subject}")

    @property
    def content(self) -> tuple[Paragraph | Table, ...]:
        """The paragraphs, with rows that follow each other as one table."""
        return _with_tables(self.paragraphs)


def _with_tables(
    paragraphs: tuple[Paragraph, ...], *, landscape: bool = False
) -> tuple[Paragraph | Table, ...]:
    parts: list[Paragraph | Table] = []
    for in_table, found in groupby(paragraphs, lambda part: part.role == "row"):
        run = list(found)
        parts += [table_of([row.text for row in run], landscape=landscape)] if in_table else run
    return tuple(parts)


def compose(document: OfficialDocument, profile: Profile) -> Composition:
    """Put every value into the form in which it is printed.

    A letter (*công văn*) has no type name; its subject goes below the number.
    """
    letter = (document.doc_type or "").lower() == _LETTER
    title = _titled(_line(document.title))
    place_date = _place_and_date(document)
    return Composition(
        author=_line(document.issuing_body).upper(),
        superior=_head(document.parent_body, profile, profile.superior_pt, bold=False),
        issuer=_issuers(document, profile),
        number=_number_line(document, profile),
        subject=f"{profile.subject_mark} {title}".strip() if letter and title else "",
        place_date=place_date,
        place_date_pt=fitting_size(
            place_date,
            profile.place_date_pt,
            least=_LEAST_DATE_PT,
            width_mm=profile.text_width_mm - profile.left_column_mm,
        ),
        doc_type="" if letter else _line(document.doc_type).upper(),
        title="" if letter else title,
        paragraphs=_paragraphs(document),
        recipients_heading=_RECIPIENTS if document.recipients else "",
        recipients=recipient_lines(
            _PURPOSE.sub(_glued, _line(item)) for item in document.recipients
        ),
        signature=tuple(_line(line) for line in document.signature),
        mark=_mark(document.mark),
        signer=_line(document.signer_name),
        cosigners=tuple(_hand(hand) for hand in document.cosigners),
        annexes=tuple(_annexes(document.annexes)),
    )


def _annexes(annexes: tuple[Annex, ...]) -> Iterator[ComposedAnnex]:
    for number, annex in enumerate(annexes, 1):
        heading = [_line(line) for line in annex.heading]
        if len(annexes) > 1 and heading and heading[0].lower() == _ANNEX:
            heading[0] = f"{heading[0]} {roman(number)}"
        yield ComposedAnnex(
            heading=tuple(heading),
            note=_line(annex.note),
            paragraphs=tuple(_set(annex.blocks, "", decides=False)),
            landscape=annex.landscape,
        )


def _issuers(document: OfficialDocument, profile: Profile) -> str:
    """One body, or both bodies of a joint paper, with a dash at the end of the first line."""
    heads = [
        _head(body, profile, profile.issuer_pt, bold=True)
        for body in (document.issuing_body, *document.co_issuers)
    ]
    return f"{GLUE}- ".join(head for head in heads if head)


def _head(body: str | None, profile: Profile, size: float, *, bold: bool) -> str:
    width = profile.left_column_mm - _GUTTER_MM
    return glued_lines(_line(body).upper(), size=size, bold=bold, width_mm=width)


def _titled(text: str) -> str:
    """Years and numbers stay with the word before them: none stands alone on the last line."""
    return _YEARS.sub(_glued, _BRACKETS.sub(_glued, text))


def _line(text: str | None) -> str:
    """The words on one line, without signs that no file format can hold."""
    return one_line(_UNPRINTABLE.sub("", text or ""))


def _glued(found: re.Match[str]) -> str:
    return found[0].replace(" ", GLUE)


def _number_line(document: OfficialDocument, profile: Profile) -> str:
    if not document.numbered:
        return ""
    number = _line(document.full_number).replace(" ", "")
    open_number = f"{_DRAFT_ROOM}/{_line(document.symbol) or _DRAFT_ROOM}"
    return f"{profile.number_mark} {number or open_number}"


def _place_and_date(document: OfficialDocument) -> str:
    """Minutes tell their time and place in the text; nothing is left open for them above it."""
    is_minutes = (document.doc_type or "").lower() == _MINUTES
    if is_minutes and document.date is None and document.place is None:
        return ""
    date = format_header_date(document.date) if document.date else _DRAFT_DATE
    return f"{_line(document.place) or '…'}, {date.replace(' ', GLUE)}"


def _hand(hand: Hand) -> ComposedHand:
    lines = tuple(_line(line) for line in hand.lines)
    return ComposedHand(lines, _mark(hand.mark), _line(hand.name))


def _mark(mark: str | None) -> str:
    """``(Đã ký)``, ``(Ký, ghi rõ họ tên)``; the words of a stamp stand as they are."""
    text = _line(mark).strip("()")
    return f"({text})" if text.lower().startswith(_SIGNED) else text


def _paragraphs(document: OfficialDocument) -> tuple[Paragraph, ...]:
    """The content, closed by the end mark; a decision begins with the collective that decides."""
    authority = _line(document.authority).upper()
    kind = _line(document.doc_type)
    paragraphs = list(_set(document.blocks, kind, decides=bool(authority)))
    if paragraphs:
        last = paragraphs[-1]
        close = closed_row if last.role == "row" else with_end_mark
        paragraphs[-1] = replace(last, text=close(last.text))
    return (*([Paragraph("center", authority)] if authority else ()), *paragraphs)


def _set(blocks: Iterable[Block], kind: str, *, decides: bool) -> Iterator[Paragraph]:
    """Every block with words as a paragraph.

    Only rows that make a table together are rows; a lone one keeps its bars as typed.
    """
    lines = [(block, text) for block in blocks if (text := _line(f"{block.marker} {block.text}"))]
    for part in placed(lines, kind, decides=decides):
        marker = _line(part.block.marker)
        counted = part.role != "addressee" and text_after(part.text, marker)
        yield Paragraph(
            role=part.role,
            text=_DASH.sub(rf"{GLUE}\1 ", part.text),
            bold=part.bold,
            marker=marker if counted else "",
            depth=part.block.depth,
            leads=part.block.heading or part.text.endswith(":"),
        )


def text_after(text: str, marker: str) -> str:
    """What stands behind the number at the beginning of a paragraph."""
    return text[len(marker) :].lstrip() if marker else ""
