"""Letterhead and signature block: tables without borders, as officers draw them in Word."""

from collections.abc import Iterator, Sequence
from math import ceil

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.shared import Length, Mm, Pt
from docx.table import Table, _Cell

from vanban.writing.composition import ComposedHand, Composition
from vanban.writing.heads import balanced
from vanban.writing.profiles import Profile
from vanban.writing.word import styles

_MARK_SHARE = 0.35
_SINGLE = 1.15
"""Word's single line, in sizes of its type."""


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
    if words.place_date_pt < profile.place_date_pt:
        table.cell(1, 1).paragraphs[0].runs[0].font.size = Pt(words.place_date_pt)


def add_signature(document: Document, words: Composition, profile: Profile) -> None:
    """Recipients on the left, level with them authority, post, room for the hand, and name.

    Where others sign too, the first of them takes the left side and the recipients stand below.
    """
    if not (words.recipients or words.signature or words.signer):
        return
    if not words.recipients and not words.cosigners:
        _sign_alone(document, words.hands[0], profile)
        return
    pairs = ceil(len(words.hands) / 2)
    table = _two_columns(document, profile, rows=pairs + bool(words.cosigners and words.recipients))
    if words.cosigners:
        _sign_in_pairs(table, words.hands, profile)
    else:
        _sign(table.cell(0, 1), words.hands[0], profile)
    if words.recipients:
        items = [(styles.RECIPIENT, line) for line in words.recipients]
        heading = (styles.RECIPIENTS_HEADING, words.recipients_heading)
        _fill(table.cell(len(table.rows) - 1, 0), [heading, *items])
    for row in table.rows:
        for cell in row.cells:
            cell.paragraphs[0].paragraph_format.space_before = Pt(profile.paragraph_gap_pt)


def _sign_in_pairs(table: Table, hands: Sequence[ComposedHand], profile: Profile) -> None:
    """Two in a row, both names on one line: the shorter block leaves more room for the hand."""
    for place, hand in enumerate(hands):
        _sign(table.cell(place // 2, place % 2), hand, profile)
    widths = (profile.left_column_mm, profile.text_width_mm - profile.left_column_mm)
    for row, pair in enumerate(_pairs(hands)):
        heights = [
            sum(len(balanced(line, profile.authority_pt, width, bold=True)) for line in hand.lines)
            for hand, width in zip(pair, widths, strict=True)
        ]
        for place, height in enumerate(heights):
            missing = (max(heights) - height) * profile.authority_pt * _SINGLE
            table.cell(row, place).paragraphs[-1].paragraph_format.space_before += Pt(missing)


def _pairs(hands: Sequence[ComposedHand]) -> Iterator[Sequence[ComposedHand]]:
    """Those who sign side by side; one that is left over signs alone."""
    for place in range(0, len(hands) - 1, 2):
        yield hands[place : place + 2]


def _sign_alone(document: Document, hand: ComposedHand, profile: Profile) -> None:
    """Nothing at the left: paragraphs under each other, each set in as far as the column."""
    before = len(document.paragraphs)
    _sign(document, hand, profile)
    for paragraph in document.paragraphs[before:]:
        paragraph.paragraph_format.left_indent = Mm(profile.left_column_mm)


def _sign(place: _Cell | Document, hand: ComposedHand, profile: Profile) -> None:
    if isinstance(place, _Cell):
        _fill(place, [(styles.AUTHORITY, line) for line in hand.lines])
    else:
        for line in hand.lines:
            place.add_paragraph(line, styles.AUTHORITY)
    room: Length = Mm(profile.signature_room_mm)
    if hand.mark:
        marked = place.add_paragraph(hand.mark, styles.MARK)
        marked.paragraph_format.space_before = Length(round(room * _MARK_SHARE))
        room = Length(round(room * (1 - _MARK_SHARE)))
    place.add_paragraph(hand.name, styles.SIGNER).paragraph_format.space_before = room


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
