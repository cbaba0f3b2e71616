"""A document → the words of each box, ready to be set; the same for Word and PDF."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from math import ceil
from typing import Literal

from vanban.language.forms import one_line
from vanban.reading.model import Block
from vanban.writing.model import OfficialDocument
from vanban.writing.numbers import format_header_date, recipient_lines, with_end_mark
from vanban.writing.profiles import Profile
from vanban.writing.tables import Table, closed_row, is_row, is_table, table_of

Role = Literal["heading1", "heading2", "heading3", "basis", "text", "row"]

_GLUE = "\u00a0"
_UPPER_WIDTH = 0.57
_BOLD_UPPER_WIDTH = 0.63
"""Shares of the font size that a capital takes on average, blanks included."""
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1b\x7f\ud800-\udfff\ufffe\uffff]")
_DASH = re.compile(r" ([-–]) ")
"""A line must not begin with the dash of a span: it would look like a list."""
_MM_PER_PT = 25.4 / 72
_BRACKETS = re.compile(r"\S+ \S+ \([^()]{1,40}\)")
"""Dates in brackets keep the name before them, so that they never make a line of their own."""
_DRAFT_DATE = "ngày … tháng … năm …"
_DRAFT_ROOM = _GLUE * 6
_RECIPIENTS = "Nơi nhận:"
_LETTER = "công văn"
_SIGNED = "đã ký"
_DEEPEST_HEADING = 3


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the content and how it is set; a ``row`` is drawn as part of a table."""

    role: Role
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """The words of every box. Empty text means that the box stays empty."""

    author: str
    superior: str
    issuer: str
    number: str
    subject: str
    place_date: str
    doc_type: str
    title: str
    paragraphs: tuple[Paragraph, ...]
    recipients_heading: str
    recipients: tuple[str, ...]
    signature: tuple[str, ...]
    mark: str
    signer: str

    @property
    def heading(self) -> str:
        """Type and title in one line, as lists and file properties name the document."""
        return one_line(f"{self.doc_type} {self.title or self.subject}")

    @property
    def content(self) -> tuple[Paragraph | Table, ...]:
        """The paragraphs, with rows that follow each other as one table."""
        parts: list[Paragraph | Table] = []
        for in_table, found in groupby(self.paragraphs, lambda part: part.role == "row"):
            run = list(found)
            parts += [table_of([row.text for row in run])] if in_table else run
        return tuple(parts)


def compose(document: OfficialDocument, profile: Profile) -> Composition:
    """Put every value into the form in which it is printed.

    A letter (*công văn*) has no type name; its subject goes below the number.
    """
    letter = (document.doc_type or "").lower() == _LETTER
    title = _BRACKETS.sub(_glued, _line(document.title))
    return Composition(
        author=_line(document.issuing_body).upper(),
        superior=_head(document.parent_body, profile, profile.superior_pt * _UPPER_WIDTH),
        issuer=_head(document.issuing_body, profile, profile.issuer_pt * _BOLD_UPPER_WIDTH),
        number=_number_line(document),
        subject=f"V/v {title}" if letter and title else "",
        place_date=_place_and_date(document),
        doc_type="" if letter else _line(document.doc_type).upper(),
        title="" if letter else title,
        paragraphs=_paragraphs(document.blocks),
        recipients_heading=_RECIPIENTS if document.recipients else "",
        recipients=recipient_lines(_line(item) for item in document.recipients),
        signature=tuple(_line(line) for line in document.signature),
        mark=_mark(document.mark),
        signer=_line(document.signer_name),
    )


def _line(text: str | None) -> str:
    """The words on one line, without signs that no file format can hold."""
    return one_line(_UNPRINTABLE.sub("", text or ""))


def _glued(found: re.Match[str]) -> str:
    return found[0].replace(" ", _GLUE)


def _head(body: str | None, profile: Profile, letter_pt: float) -> str:
    """A body's name in capitals, its words glued so that it breaks into lines of like length."""
    text = _line(body).upper()
    words = text.split()
    lines = ceil(len(text) * letter_pt * _MM_PER_PT / profile.left_column_mm)
    if lines <= 1:
        return text
    share = len(text) / lines
    glued, length = "", 0
    for before, word in zip(["", *words], words, strict=False):
        ends_line = length > 0 and length + len(word) / 2 > share
        glued += (" " if ends_line else _GLUE if before else "") + word
        length = len(word) if ends_line else length + len(word) + 1
    return glued


def _number_line(document: OfficialDocument) -> str:
    number = _line(document.full_number).replace(" ", "")
    return f"Số: {number or f'{_DRAFT_ROOM}/{_line(document.symbol) or _DRAFT_ROOM}'}"


def _place_and_date(document: OfficialDocument) -> str:
    date = format_header_date(document.date) if document.date else _DRAFT_DATE
    return f"{_line(document.place) or '…'}, {date}"


def _mark(mark: str | None) -> str:
    """``(Đã ký)``; the words of a stamp stand as they are."""
    text = _line(mark).strip("()")
    return f"({text})" if text.lower() == _SIGNED else text


def _paragraphs(blocks: tuple[Block, ...]) -> tuple[Paragraph, ...]:
    paragraphs = [
        Paragraph(role, _DASH.sub(rf"{_GLUE}\1 ", text)) for role, text in _with_roles(blocks)
    ]
    if paragraphs:
        last = paragraphs[-1]
        close = closed_row if last.role == "row" else with_end_mark
        paragraphs[-1] = Paragraph(last.role, close(last.text))
    return tuple(paragraphs)


def _with_roles(blocks: Iterable[Block]) -> Iterator[tuple[Role, str]]:
    """Only rows that make a table together are rows; a lone one keeps its bars as typed."""
    lines = [(block, text) for block in blocks if (text := _line(f"{block.marker} {block.text}"))]
    for of_rows, found in groupby(lines, lambda line: is_row(line[1])):
        run = list(found)
        in_table = of_rows and is_table([text for _, text in run])
        for block, text in run:
            yield ("row" if in_table else _role(block)), text


def _role(block: Block) -> Role:
    if block.heading and block.depth > 0:
        return _HEADINGS[min(block.depth, _DEEPEST_HEADING)]
    if (
        block.depth == 0
        and block.text.startswith("Căn cứ")
        and block.text.rstrip().endswith((";", "."))
    ):
        return "basis"
    return "text"


_HEADINGS: dict[int, Role] = {1: "heading1", 2: "heading2", 3: "heading3"}
