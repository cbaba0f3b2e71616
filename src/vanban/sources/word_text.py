"""Paragraphs and tables of a Word part → blocks of text in reading order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from xml.etree.ElementTree import Element

from vanban.language.encodings.tables import Encoding, stored_characters
from vanban.sources.layout import belongs_to_layout
from vanban.sources.numbering import Numbering
from vanban.sources.word_styles import Letters, WordStyles

_SKIPPED = frozenset({"del", "moveFrom", "pPr", "rPr", "mc:Fallback"})
_SIGNS = {
    "tab": "\t",
    "ptab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "-",
    "softHyphen": "\xad",
}
_SOFT_HYPHEN = "\xad"
_LAYOUT_COLUMNS = 3
_LAYOUT_ROWS = 6
_COLUMNS_WITHOUT_FRAME = 2
_OFF = ("0", "false", "off")
_CODE_LENGTH = 4
_PAGE_FIELD = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES|SECTION)\b", re.IGNORECASE)


def is_on(properties: Element | None, name: str) -> bool:
    """Is the switch `name` set, and not set to off?"""
    switch = None if properties is None else properties.find(name)
    return switch is not None and switch.get("val") not in _OFF


@dataclass(slots=True)
class WordText:
    """Reads the blocks of one document, and remembers which notes they refer to."""

    numbering: Numbering
    styles: WordStyles
    footnotes: dict[str, None] = field(default_factory=dict)
    endnotes: dict[str, None] = field(default_factory=dict)

    def blocks(self, parent: Element) -> Iterator[str]:
        """Paragraphs and tables below `parent`, through wrappers that carry no words themselves."""
        for child in parent:
            if child.tag == "p":
                yield from self._paragraph(child)
            elif child.tag == "tbl":
                yield from self._table(child)
            elif child.tag not in _SKIPPED:
                yield from self.blocks(child)

    def _paragraph(self, paragraph: Element) -> Iterator[str]:
        properties = paragraph.find("pPr")
        words = _Words(self.styles, self.styles.of_paragraph(properties))
        words.collect(paragraph)
        text = words.text()
        if text or not _is_deleted(properties):
            marker = self.numbering.marker(properties)
            if text:
                yield f"{marker} {text}" if marker else text
        self.footnotes |= dict.fromkeys(words.footnotes)
        self.endnotes |= dict.fromkeys(words.endnotes)
        for box in words.boxes:
            yield from self.blocks(box)

    def _table(self, table: Element) -> Iterator[str]:
        rows = [
            [list(self.blocks(cell)) for cell in _below(row, "tc")]
            for row in _below(table, "tr")
            if not _is_deleted_row(row)
        ]
        if _is_layout(rows, framed=not _is_frameless(table)):
            yield from _columns(rows)
            return
        for row in rows:
            cells = [" ".join(" ".join(cell).split()) for cell in row]
            if any(cells):
                yield f"| {' | '.join(cells)} |"


@dataclass(slots=True)
class _Words:
    """What a paragraph holds: its own pieces of text, and what is anchored in it."""

    styles: WordStyles
    paragraph: Letters
    pieces: list[tuple[str, Encoding | None, bool]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    footnotes: list[str] = field(default_factory=list)
    endnotes: list[str] = field(default_factory=list)
    _letters: Letters = field(default_factory=Letters)
    _fields: list[str] = field(default_factory=list)

    def text(self) -> str:
        """The words, those of old fonts in Unicode; runs of one encoding are decoded together."""
        parts = []
        for (encoding, capitals), run in groupby(self.pieces, key=lambda piece: piece[1:]):
            text = "".join(piece[0] for piece in run)
            if encoding:
                text = encoding.decoded(stored_characters(text))
            parts.append(text.upper() if capitals else text)
        return "".join(parts).replace(_SOFT_HYPHEN, "").strip()

    def collect(self, parent: Element) -> None:
        for child in parent:
            if child.tag == "r":
                self._run(child)
            elif child.tag == "txbxContent":
                self.boxes.append(child)
            elif child.tag == "fldSimple":
                if not _PAGE_FIELD.match(child.get("instr", "")):
                    self.collect(child)
            elif not self._sign(child) and child.tag not in _SKIPPED:
                self.collect(child)

    def _sign(self, child: Element) -> bool:
        """Take what a run consists of; false for what is none of it."""
        if child.tag == "t":
            self._add(child.text or "")
        elif child.tag in _SIGNS:
            self._add(_SIGNS[child.tag])
        elif child.tag == "sym":
            self._symbol(child)
        elif child.tag == "fldChar":
            self._field(child.get("fldCharType", ""))
        elif child.tag == "instrText":
            if self._fields:
                self._fields[-1] += child.text or ""
        else:
            return self._reference(child)
        return True

    def _reference(self, child: Element) -> bool:
        noted = {"footnoteReference": self.footnotes, "endnoteReference": self.endnotes}
        if child.tag in noted:
            noted[child.tag].append(child.get("id", ""))
        return child.tag in noted

    def _run(self, run: Element) -> None:
        letters = self.styles.of_run(run.find("rPr"), self.paragraph)
        if letters.hidden:
            return
        before, self._letters = self._letters, letters
        self.collect(run)
        self._letters = before

    def _add(self, text: str) -> None:
        if not any(_PAGE_FIELD.match(instruction) for instruction in self._fields):
            encoding = self.styles.encoding(self._letters)
            self.pieces.append((text, encoding, bool(self._letters.capitals)))

    def _symbol(self, sign: Element) -> None:
        """A single sign of a named font: a letter of an old font; others are ornaments."""
        letters = Letters(sign.get("font"), self._letters.capitals)
        encoding = self.styles.encoding(letters)
        code = sign.get("char", "")
        if encoding and len(code) == _CODE_LENGTH:
            self.pieces.append((_character(code), encoding, bool(letters.capitals)))

    def _field(self, part: str) -> None:
        if part == "begin":
            self._fields.append("")
        elif part == "end" and self._fields:
            self._fields.pop()


def _character(code: str) -> str:
    try:
        return chr(int(code, 16))
    except ValueError:
        return ""


def _is_deleted(properties: Element | None) -> bool:
    """Was the paragraph taken out, as far as Word's record of changes knows?"""
    marks = None if properties is None else properties.find("rPr")
    return marks is not None and marks.find("del") is not None


def _is_deleted_row(row: Element) -> bool:
    properties = row.find("trPr")
    return properties is not None and properties.find("del") is not None


def _below(parent: Element, tag: str) -> Iterator[Element]:
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in ("sdt", "sdtContent", "customXml", "ins"):
            yield from _below(child, tag)


def _is_frameless(table: Element) -> bool:
    """Did somebody take all the lines away? Without a word on lines the style decides."""
    borders = table.find("tblPr/tblBorders")
    return borders is not None and all(line.get("val") in ("none", "nil") for line in borders)


def _is_layout(rows: list[list[list[str]]], *, framed: bool) -> bool:
    """Does the table only place things side by side, as letterheads and signature blocks do?"""
    widest = max((len(row) for row in rows), default=0)
    if widest <= 1:
        return True
    if widest > _LAYOUT_COLUMNS or len(rows) > _LAYOUT_ROWS:
        return False
    if not framed and widest == _COLUMNS_WITHOUT_FRAME:
        return True
    return any(belongs_to_layout("\n".join(cell)) for row in rows for cell in row)


def _columns(rows: list[list[list[str]]]) -> Iterator[str]:
    """Column after column, each as one block of lines."""
    for place in range(max((len(row) for row in rows), default=0)):
        lines = [line for row in rows if place < len(row) for line in row[place]]
        if lines:
            yield "\n".join(lines)
