"""Letterhead and signature block: tables without borders, as officers draw them in Word."""

from collections.abc import Iterable

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.shared import Length, Mm, Pt
from docx.table import Table, _Cell

from vanban.writing.composition import Composition
from vanban.writing.profiles import Profile
from vanban.writing.word import styles

_MARK_SHARE = 0.35


def add_letterhead(document: Document, words: Composition, profile: Profile) -> None:
    """Issuer and number on the left, quốc hiệu, place and date on the right."""
    table = _two_columns(document, profile, rows=2)
    issuer = [(styles.SUPERIOR, words.superior), (styles.ISSUER, words.issuer)]
    if profile.issuer_mark:
        issuer.append((styles.ISSUER, profile.issuer_mark))
    _fill(table.cell(0, 0), issuer)
    if words.issuer and profile.issuer_rule_mm:
        table.cell(0, 0).add_paragraph(style=styles.ISSUER_RULE)
    head = [(styles.HEAD_LINE, profile.head_line), (styles.MOTTO, profile.motto)]
    _fill(table.cell(0, 1), head)
    table.cell(0, 1).add_paragraph(style=styles.MOTTO_RULE)
    _fill(table.cell(1, 0), [(styles.NUMBER, words.number), (styles.SUBJECT, words.subject)])
    _fill(table.cell(1, 1), [(styles.PLACE_DATE, words.place_date)])


def add_signature(document: Document, words: Composition, profile: Profile) -> None:
    """Recipients on the left, level with them authority, post, room for the hand, and name.

    Where a second hand signs, it takes the left side and the recipients stand below.
    """
    if not (words.recipients or words.signature or words.signer):
        return
    second = bool(words.second_signature)
    table = _two_columns(document, profile, rows=2 if second else 1)
    left, right = table.cell(1 if second else 0, 0), table.cell(0, 1)
    items = [(styles.RECIPIENT, line) for line in words.recipients]
    _fill(left, [(styles.RECIPIENTS_HEADING, words.recipients_heading), *items])
    _sign(right, words.signature, words.mark, words.signer, profile)
    if second:
        _sign(table.cell(0, 0), words.second_signature, "", words.second_signer, profile)
    for cell in (left, right, table.cell(0, 0)):
        cell.paragraphs[0].paragraph_format.space_before = Pt(profile.paragraph_gap_pt)


def _sign(cell: _Cell, lines: Iterable[str], mark: str, signer: str, profile: Profile) -> None:
    _fill(cell, [(styles.AUTHORITY, line) for line in lines])
    room: Length = Mm(profile.signature_room_mm)
    if mark:
        marked = cell.add_paragraph(mark, styles.MARK)
        marked.paragraph_format.space_before = Length(round(room * _MARK_SHARE))
        room = Length(round(room * (1 - _MARK_SHARE)))
    cell.add_paragraph(signer, styles.SIGNER).paragraph_format.space_before = room


def _two_columns(document: Document, profile: Profile, *, rows: int) -> Table:
    table: Table = document.add_table(rows, 2, styles.COLUMNS)
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    widths = (Mm(profile.left_column_mm), Mm(profile.text_width_mm - profile.left_column_mm))
    for place, width in enumerate(widths):
        table.columns[place].width = width
        for row in range(rows):
            table.cell(row, place).width = width
    return table


def _fill(cell: _Cell, lines: list[tuple[str, str]]) -> None:
    """Each line with words becomes a paragraph of its style; a cell begins with an empty one."""
    written = [(style, text) for style, text in lines if text]
    for place, (style, text) in enumerate(written):
        if place == 0:
            cell.paragraphs[0].text = text
            cell.paragraphs[0].style = style
        else:
            cell.add_paragraph(text, style)
