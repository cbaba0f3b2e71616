"""A Word package → lines of text in reading order.

Paragraphs are set apart by an empty line, so that a soft break inside one stays recognisable.
Headers, footers, footnotes, comments, deleted and hidden words are left out.
"""

import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from vanban.sources import refusals
from vanban.sources.errors import Refused
from vanban.sources.layout import belongs_to_layout
from vanban.sources.model import Source
from vanban.sources.numbering import Numbering, read_numbering
from vanban.sources.package import open_package, read_xml

_SKIPPED = frozenset({"del", "moveFrom", "pPr", "rPr", "instrText", "mc:Fallback"})
_SIGNS = {
    "tab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "-",
}
_LAYOUT_COLUMNS = 3
_LAYOUT_ROWS = 6
_OFF = ("0", "false")


def read_docx(data: bytes) -> Source:
    """The words of a Word document, list numbers included."""
    with open_package(data) as package:
        name = _main_part(package)
        document = read_xml(package, name)
        body = None if document is None else document.find("body")
        if body is None:
            raise Refused(refusals.BROKEN)
        folder = name.rpartition("/")[0]
        numbering = read_numbering(
            read_xml(package, f"{folder}/numbering.xml"), read_xml(package, f"{folder}/styles.xml")
        )
    text = unicodedata.normalize("NFC", "\n\n".join(_blocks(body, numbering)))
    if not text.strip():
        raise Refused(refusals.WORD_WITHOUT_TEXT)
    return Source("docx", text)


def _main_part(package: zipfile.ZipFile) -> str:
    relations = read_xml(package, "_rels/.rels")
    for relation in relations if relations is not None else ():
        if relation.get("Type", "").endswith("/officeDocument"):
            return relation.get("Target", "").lstrip("/")
    raise Refused(refusals.BROKEN)


def _blocks(parent: Element, numbering: Numbering) -> Iterator[str]:
    """Paragraphs and tables below `parent`, through wrappers that carry no words themselves."""
    for child in parent:
        if child.tag == "p":
            yield from _paragraph(child, numbering)
        elif child.tag == "tbl":
            yield from _table(child, numbering)
        elif child.tag not in _SKIPPED:
            yield from _blocks(child, numbering)


@dataclass(slots=True)
class _Words:
    """What a paragraph holds: its own pieces of text, and the text boxes anchored in it."""

    pieces: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)

    def collect(self, parent: Element) -> None:
        for child in parent:
            if child.tag == "t":
                self.pieces.append(child.text or "")
            elif child.tag in _SIGNS:
                self.pieces.append(_SIGNS[child.tag])
            elif child.tag == "txbxContent":
                self.boxes.append(child)
            elif child.tag == "r":
                self._run(child)
            elif child.tag not in _SKIPPED:
                self.collect(child)

    def _run(self, run: Element) -> None:
        properties = run.find("rPr")
        if _is_on(properties, "vanish"):
            return
        first = len(self.pieces)
        self.collect(run)
        if _is_on(properties, "caps"):
            self.pieces[first:] = [piece.upper() for piece in self.pieces[first:]]


def _is_on(properties: Element | None, name: str) -> bool:
    switch = None if properties is None else properties.find(name)
    return switch is not None and switch.get("val") not in _OFF


def _paragraph(paragraph: Element, numbering: Numbering) -> Iterator[str]:
    marker = numbering.marker(paragraph.find("pPr"))
    words = _Words()
    words.collect(paragraph)
    text = "".join(words.pieces).strip()
    if text:
        yield f"{marker} {text}" if marker else text
    for box in words.boxes:
        yield from _blocks(box, numbering)


def _table(table: Element, numbering: Numbering) -> Iterator[str]:
    rows = [
        [list(_blocks(cell, numbering)) for cell in _below(row, "tc")]
        for row in _below(table, "tr")
    ]
    if _is_layout(rows):
        yield from _columns(rows)
        return
    for row in rows:
        cells = [" ".join(" ".join(cell).split()) for cell in row]
        if any(cells):
            yield f"| {' | '.join(cells)} |"


def _below(parent: Element, tag: str) -> Iterator[Element]:
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in ("sdt", "sdtContent", "customXml", "ins"):
            yield from _below(child, tag)


def _is_layout(rows: list[list[list[str]]]) -> bool:
    """Does the table only place things side by side, as letterheads and signature blocks do?"""
    widest = max((len(row) for row in rows), default=0)
    if widest <= 1:
        return True
    if widest > _LAYOUT_COLUMNS or len(rows) > _LAYOUT_ROWS:
        return False
    return any(belongs_to_layout("\n".join(cell)) for row in rows for cell in row)


def _columns(rows: list[list[list[str]]]) -> Iterator[str]:
    """Column after column, each as one block of lines."""
    for place in range(max((len(row) for row in rows), default=0)):
        lines = [line for row in rows if place < len(row) for line in row[place]]
        if lines:
            yield "\n".join(lines)
