"""A Word package → lines of text in reading order.

Paragraphs are set apart by an empty line, so that a soft break inside one stays recognisable.
Comments, deleted and hidden words, pictures and drawings are left out. A header of the first page
alone comes first, footnotes come last; what runs along all pages is kept apart from the text.
"""

import posixpath
import unicodedata
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from vanban.sources import refusals
from vanban.sources.decoding import with_old_letters_restored
from vanban.sources.errors import Refused
from vanban.sources.layout import belongs_to_layout
from vanban.sources.model import Source
from vanban.sources.numbering import read_numbering
from vanban.sources.package import open_package, read_xml
from vanban.sources.word_styles import WordStyles, read_styles
from vanban.sources.word_text import WordText, is_on

_NOTES = ("footnotes", "endnotes")
_MARGINS = ("headerReference", "footerReference")
_MOST_MARGINS = 60


@dataclass(frozen=True, slots=True)
class _Parts:
    """The package with the place of its main part and what that part refers to."""

    package: zipfile.ZipFile
    main: str
    related: Mapping[str, str]

    def beside(self, name: str) -> Element | None:
        """Another part in the folder of the main one."""
        return read_xml(self.package, posixpath.join(posixpath.dirname(self.main), name))


def read_docx(data: bytes) -> Source:
    """The words of a Word document, list numbers included."""
    with open_package(data) as package:
        name = _main_part(package)
        parts = _Parts(package, name, _related(package, name))
        document = read_xml(package, name)
        body = None if document is None else document.find("body")
        if document is None or body is None:
            raise Refused(refusals.BROKEN)
        styles = parts.beside("styles.xml")
        fonts = read_styles(styles, document)
        text = WordText(read_numbering(parts.beside("numbering.xml"), styles), fonts)
        blocks = list(text.blocks(body))
        first, margins = _margins(parts, document, fonts)
        notes = list(_notes(parts, text))
    return _source([*first, *blocks, *notes], margins)


def _source(blocks: list[str], margins: tuple[str, ...]) -> Source:
    text, notes = with_old_letters_restored(unicodedata.normalize("NFC", "\n\n".join(blocks)))
    if not text.strip():
        raise Refused(refusals.WORD_WITHOUT_TEXT)
    return Source("docx", text, notes=notes, margins=margins)


def _main_part(package: zipfile.ZipFile) -> str:
    relations = read_xml(package, "_rels/.rels")
    for relation in relations if relations is not None else ():
        if relation.get("Type", "").endswith("/officeDocument"):
            return relation.get("Target", "").lstrip("/")
    raise Refused(refusals.BROKEN)


def _related(package: zipfile.ZipFile, name: str) -> dict[str, str]:
    """The parts to which the main one refers, by the name it gives them."""
    folder, _, file = name.rpartition("/")
    relations = read_xml(package, posixpath.join(folder, "_rels", f"{file}.rels"))
    return {
        relation.get("Id", ""): posixpath.normpath(
            posixpath.join("/", folder, relation.get("Target", ""))
        ).lstrip("/")
        for relation in (relations if relations is not None else ())
        if relation.get("TargetMode") != "External"
    }


def _margins(
    parts: _Parts, document: Element, fonts: WordStyles
) -> tuple[list[str], tuple[str, ...]]:
    """What the headers and footers say: on the first page alone, and along the others."""
    first: list[str] = []
    running: dict[str, None] = {}
    for place, (kind, name, alone) in enumerate(_margin_parts(parts, document)):
        if place >= _MOST_MARGINS:
            break
        text = "\n\n".join(_margin_text(parts, name, fonts))
        if not any(sign.isalpha() for sign in text):
            continue
        if kind == "headerReference" and (alone or belongs_to_layout(text)):
            first += [text] if text not in first else []
        else:
            running[text] = None
    return first, tuple(running)


def _margin_parts(parts: _Parts, document: Element) -> Iterator[tuple[str, str, bool]]:
    """Kind, part, and whether it stands on the first page alone."""
    sections = list(document.iter("sectPr"))
    for place, section in enumerate(sections):
        alone = is_on(section, "titlePg")
        for kind in _MARGINS:
            for reference in section.findall(kind):
                name = parts.related.get(reference.get("r:id", ""), "")
                on_first = reference.get("type") == "first"
                if name and (alone or not on_first):
                    yield kind, name, on_first and not place


def _margin_text(parts: _Parts, name: str, fonts: WordStyles) -> list[str]:
    root = read_xml(parts.package, name)
    numbering = read_numbering(None, None)
    return [] if root is None else list(WordText(numbering, fonts).blocks(root))


def _notes(parts: _Parts, text: WordText) -> Iterator[str]:
    """The footnotes that the text refers to, in the order in which it does."""
    for kind, wanted in zip(_NOTES, (text.footnotes, text.endnotes), strict=True):
        root = parts.beside(f"{kind}.xml") if wanted else None
        notes = {note.get("id"): note for note in root} if root is not None else {}
        for number, name in enumerate(list(wanted), 1):
            note = notes.get(name)
            words = " ".join(text.blocks(note)) if note is not None else ""
            if words:
                yield f"({number}) {words}"
