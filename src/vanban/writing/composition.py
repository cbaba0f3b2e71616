"""A document → the words of each box, ready to be set; the same for Word and PDF."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from math import ceil
from typing import Literal

from vanban.language.forms import one_line
from vanban.reading.model import Block
from vanban.writing.model import OfficialDocument
from vanban.writing.numbers import format_header_date, recipient_lines, with_end_mark
from vanban.writing.profiles import Profile
from vanban.writing.tables import Table, closed_row, is_row, is_table, table_of

Role = Literal["heading1", "heading2", "heading3", "center", "basis", "text", "row"]

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
_DECIDES = "QUYẾT ĐỊNH:"
_GROUNDS = ("Xét ", "Theo đề nghị ")
"""How grounds of a decision begin that are no *căn cứ*; elsewhere such a line may be plain text."""
_ARTICLE = re.compile(r"Điều \d+\.")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the content and how it is set; a ``row`` is drawn as part of a table.

    The first `bold` letters are set in bold: *Điều 1.* before its words.
    """

    role: Role
    text: str
    bold: int = 0


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
    second_signature: tuple[str, ...]
    second_signer: str
    annex_heading: tuple[str, ...]
    annex_note: str
    annex_paragraphs: tuple[Paragraph, ...]

    @property
    def heading(self) -> str:
        """Type and title in one line, as lists and file properties name the document."""
        return one_line(f"{self.doc_type} {self.title or self.subject}")

    @property
    def content(self) -> tuple[Paragraph | Table, ...]:
        """The paragraphs, with rows that follow each other as one table."""
        return _with_tables(self.paragraphs)

    @property
    def annex(self) -> tuple[Paragraph | Table, ...]:
        """The same for the pages behind the signature."""
        return _with_tables(self.annex_paragraphs)


def _with_tables(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph | Table, ...]:
    parts: list[Paragraph | Table] = []
    for in_table, found in groupby(paragraphs, lambda part: part.role == "row"):
        run = list(found)
        parts += [table_of([row.text for row in run])] if in_table else run
    return tuple(parts)


def compose(document: OfficialDocument, profile: Profile) -> Composition:
    """Put every value into the form in which it is printed.

    A letter (*công văn*) has no type name; its subject goes below the number.
    """
    letter = (document.doc_type or "").lower() == _LETTER
    title = _BRACKETS.sub(_glued, _line(document.title))
    annex = document.annex
    return Composition(
        author=_line(document.issuing_body).upper(),
        superior=_head(document.parent_body, profile, profile.superior_pt * _UPPER_WIDTH),
        issuer=_head(document.issuing_body, profile, profile.issuer_pt * _BOLD_UPPER_WIDTH),
        number=_number_line(document),
        subject=f"V/v {title}" if letter and title else "",
        place_date=_place_and_date(document),
        doc_type="" if letter else _line(document.doc_type).upper(),
        title="" if letter else title,
        paragraphs=_paragraphs(document),
        recipients_heading=_RECIPIENTS if document.recipients else "",
        recipients=recipient_lines(_line(item) for item in document.recipients),
        signature=tuple(_line(line) for line in document.signature),
        mark=_mark(document.mark),
        signer=_line(document.signer_name),
        second_signature=tuple(_line(line) for line in document.second_signature),
        second_signer=_line(document.second_signer),
        annex_heading=tuple(_line(line) for line in annex.heading) if annex else (),
        annex_note=_line(annex.note) if annex else "",
        annex_paragraphs=tuple(_set(annex.blocks)) if annex else (),
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
    if not document.numbered:
        return ""
    number = _line(document.full_number).replace(" ", "")
    return f"Số: {number or f'{_DRAFT_ROOM}/{_line(document.symbol) or _DRAFT_ROOM}'}"


def _place_and_date(document: OfficialDocument) -> str:
    date = format_header_date(document.date) if document.date else _DRAFT_DATE
    return f"{_line(document.place) or '…'}, {date}"


def _mark(mark: str | None) -> str:
    """``(Đã ký)``; the words of a stamp stand as they are."""
    text = _line(mark).strip("()")
    return f"({text})" if text.lower() == _SIGNED else text


def _paragraphs(document: OfficialDocument) -> tuple[Paragraph, ...]:
    """The content, closed by the end mark; a decision begins with the collective that decides."""
    authority = _line(document.authority).upper()
    paragraphs = list(_set(document.blocks, decision=bool(authority)))
    if paragraphs:
        last = paragraphs[-1]
        close = closed_row if last.role == "row" else with_end_mark
        paragraphs[-1] = replace(last, text=close(last.text))
    return (*([Paragraph("center", authority)] if authority else ()), *paragraphs)


def _set(blocks: Iterable[Block], *, decision: bool = False) -> Iterator[Paragraph]:
    """Only rows that make a table together are rows; a lone one keeps its bars as typed."""
    lines = [(block, text) for block in blocks if (text := _line(f"{block.marker} {block.text}"))]
    for of_rows, found in groupby(lines, lambda line: is_row(line[1])):
        run = list(found)
        in_table = of_rows and is_table([text for _, text in run])
        for block, text in run:
            role = "row" if in_table else _role(block, decision=decision)
            article = _ARTICLE.match(text) if role == "text" else None
            bold = article.end() if article else 0
            yield Paragraph(role, _DASH.sub(rf"{_GLUE}\1 ", text), bold)


def _role(block: Block, *, decision: bool) -> Role:
    if block.heading and block.depth > 0:
        return _HEADINGS[min(block.depth, _DEEPEST_HEADING)]
    text = block.text.rstrip()
    if decision and text == _DECIDES:
        return "center"
    grounds = ("Căn cứ", *_GROUNDS) if decision else ("Căn cứ",)
    if block.depth == 0 and text.startswith(grounds) and text.endswith((";", ".")):
        return "basis"
    return "text"


_HEADINGS: dict[int, Role] = {1: "heading1", 2: "heading2", 3: "heading3"}
