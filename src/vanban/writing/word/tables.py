"""Tables of the content, with lines around their cells."""

from collections.abc import Sequence

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Length, Mm
from docx.table import _Row

from vanban.writing.profiles import Profile
from vanban.writing.tables import Table
from vanban.writing.word import styles


def add_table(
    paper: Document,
    table: Table,
    profile: Profile,
    *,
    keep_with_next: bool,
    wider_mm: float = 0,
) -> None:
    """Draw the table; its header comes again on every page, and no row is torn apart."""
    drawn = paper.add_table(len(table.rows), len(table.shares), styles.GRID)
    drawn.alignment = WD_TABLE_ALIGNMENT.CENTER
    drawn.autofit = False
    widths = [Mm((profile.text_width_mm + wider_mm) * share) for share in table.shares]
    for column, width in zip(drawn.columns, widths, strict=True):
        column.width = width
    for place, (row, texts) in enumerate(zip(drawn.rows, table.rows, strict=True)):
        in_header = table.header and place == 0
        _fill(row, texts, widths, _styles(table, in_header=in_header))
    _mark_rows(paper, header=table.header)
    if keep_with_next:
        for cell in drawn.rows[-1].cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True
    keep_apart(paper)


def keep_apart(paper: Document) -> None:
    """A narrow gap: Word takes two tables without a paragraph between them for one."""
    paper.add_paragraph(style=styles.TABLE_GAP)


def _mark_rows(paper: Document, *, header: bool) -> None:
    """Say of the rows of the last table what the library has no words for."""
    for place, row in enumerate(paper.element.body.xpath("./w:tbl[last()]/w:tr")):
        for tag in ("cantSplit", "tblHeader") if header and place == 0 else ("cantSplit",):
            row.get_or_add_trPr().append(parse_xml(f"<w:{tag} {nsdecls('w')}/>"))


def _styles(table: Table, *, in_header: bool) -> list[str]:
    if in_header:
        return [styles.HEADER_CELL] * len(table.shares)
    return [styles.CENTRED_CELL if centred else styles.CELL for centred in table.centred]


def _fill(
    row: _Row, texts: Sequence[str], widths: Sequence[Length], cell_styles: Sequence[str]
) -> None:
    cells = row.cells
    for cell, width in zip(cells, widths, strict=True):
        cell.width = width
    for cell, text, style in zip(cells, texts, cell_styles, strict=False):
        cell.paragraphs[0].text = text
        cell.paragraphs[0].style = style
    if len(texts) < len(cells):
        cells[len(texts) - 1].merge(cells[-1])
