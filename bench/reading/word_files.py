"""A draft as a Word file: letterhead and tail in tables, numbers that Word makes, a text box."""

import io
from copy import deepcopy

import docx
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph
from draft import Draft, Piece
from marks import plain

_LEVEL = """<w:abstractNum {names} w:abstractNumId="{number}">
<w:multiLevelType w:val="singleLevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="%1{sign}"/>
<w:lvlJc w:val="left"/></w:lvl></w:abstractNum>"""
_NUM = '<w:num {names} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
_BOX = """<w:r {names}><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"
style="width:200pt;height:80pt"><v:textbox><w:txbxContent/></v:textbox></v:shape></w:pict></w:r>"""
_FORMS = {"1": "decimal", "a": "lowerLetter", "I": "upperRoman", "A": "upperLetter"}


def word_file(draft: Draft, *, box: bool = False) -> bytes:
    """The bytes of the file. `box` puts the recipients into a text box, as some templates do."""
    document = docx.Document()
    left, right = draft.of("left", "number", "subject"), draft.of("right", "date")
    if left:
        _table(document, left, right)
    for piece in draft.of("kind", "title", "addressee"):
        paragraph = document.add_paragraph(_words(piece))
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _body(document, draft.of("para", "heading", "item", "row", "phase"))
    _end(document, draft, box=box)
    for piece in draft.of("annex"):
        document.add_paragraph(_words(piece))
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _words(piece: Piece) -> str:
    return plain(piece.text)[0]


def _table(document: WordDocument, left: list[Piece], right: list[Piece]) -> None:
    table = document.add_table(rows=1, cols=2)
    for cell, pieces in zip(table.rows[0].cells, (left, right), strict=True):
        cell.text = "\n".join(_words(piece) for piece in pieces)


def _body(document: WordDocument, pieces: list[Piece]) -> None:
    lists = 0
    rows: list[list[str]] = []
    for piece in pieces:
        if piece.text.startswith("| "):
            rows.append([cell.strip() for cell in _words(piece).strip("| ").split(" | ")])
            continue
        if rows:
            _grid(document, rows)
            rows = []
        numbered = piece.role == "item" and piece.marker[:-1] in set("123456789abcdefgh")
        if numbered and piece.marker[0] in "1a":
            lists += 1
            _define(document, 50 + lists, piece.marker)
        paragraph = document.add_paragraph(_words(piece) if numbered else _whole(piece))
        if numbered:
            _number(paragraph, 50 + lists)
    if rows:
        _grid(document, rows)


def _whole(piece: Piece) -> str:
    return f"{piece.marker} {_words(piece)}".strip()


def _grid(document: WordDocument, rows: list[list[str]]) -> None:
    rows = [row for row in rows if set("".join(row)) - {"-"}]
    table = document.add_table(rows=len(rows), cols=max(len(row) for row in rows))
    for line, row in zip(table.rows, rows, strict=True):
        for cell, words in zip(line.cells, row, strict=False):
            cell.text = words


def _define(document: WordDocument, number: int, marker: str) -> None:
    """Word's own numbering for one list, so that no number stands in the text."""
    numbering = document.part.numbering_part.element
    names = nsdecls("w")
    form = _FORMS[marker[0]]
    level = parse_xml(_LEVEL.format(names=names, number=number, form=form, sign=marker[1:]))
    numbering.insert(0, level)
    numbering.append(parse_xml(_NUM.format(names=names, number=number)))


def _number(paragraph: Paragraph, number: int) -> None:
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = number


def _end(document: WordDocument, draft: Draft, *, box: bool) -> None:
    left, right = draft.of("recipient"), draft.of("sign")
    if left:
        left = [Piece("recipient", "Nơi nhận:"), *left]
    if box and left:
        _box(document, left)
        left = []
    if left:
        _table(document, left, right)
    else:
        for piece in right:
            document.add_paragraph(_words(piece))


def _box(document: WordDocument, pieces: list[Piece]) -> None:
    paragraph = document.add_paragraph()
    run = parse_xml(_BOX.format(names=nsdecls("w")))
    content = run.find(f".//{qn('w:txbxContent')}")
    for piece in pieces:
        inner = deepcopy(document.add_paragraph(_words(piece))._p)  # noqa: SLF001
        content.append(inner)
        last = document.paragraphs[-1]._p  # noqa: SLF001
        last.getparent().remove(last)
    paragraph._p.append(run)  # noqa: SLF001
