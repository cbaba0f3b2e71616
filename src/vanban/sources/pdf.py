"""A PDF with text → lines in reading order, page by page."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from vanban.language.syllables import impossible_share
from vanban.sources import limits, refusals
from vanban.sources.columns import lines_of
from vanban.sources.decoding import with_old_letters_restored
from vanban.sources.errors import Refused
from vanban.sources.margins import without_margins
from vanban.sources.model import Source
from vanban.sources.pieces import HYPHEN_AT_LINE_END, fragments_of

_SPLIT_COMPOUND = re.compile(r"(?<=\w)-\n(\w\S*)( ?)")
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}
_BULLETS = re.compile(r"^[\uf02d\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf0a8]\s*", re.MULTILINE)
_STRANGE = re.compile(r"[\x00-\x08\x0e-\x1f\ue000-\uf8ff\ufffd]")
"""Signs without a letter: the font of the file does not say what its shapes mean."""
_WORDS_TO_JUDGE = 20
_WRONG_SHARE = 0.25
_UNREADABLE_SHARE = 0.2
_FEW_SIGNS = 400
_MOSTLY = 0.5


@dataclass(frozen=True, slots=True)
class _Page:
    """Lines of one page; `pictured` when most of what it shows is not among them."""

    lines: list[str]
    pictured: bool


def read_pdf(data: bytes) -> Source:
    """The words that a PDF holds as text, without page numbers and running lines.

    Pages that are pictures, or whose text makes no Vietnamese words, are told as `unread`.
    """
    document = open_pdf(data)
    try:
        if len(document) > limits.PDF_PAGES:
            raise Refused(refusals.TOO_MANY_PAGES)
        pages = list(_pages(document))
    except pypdfium2.PdfiumError as error:
        raise Refused(refusals.BROKEN) from error
    finally:
        document.close()
    lines, notes = _with_restored_letters([page.lines for page in pages])
    lines, margins = without_margins(lines)
    texts = [_whole_text(page) for page in lines]
    unread = tuple(
        number
        for number, (page, text) in enumerate(zip(pages, texts, strict=True), 1)
        if page.pictured or not is_trusted(text)
    )
    return Source(
        "pdf",
        "\n".join(texts),
        offsets_of(texts),
        all(texts[number - 1] for number in unread),
        notes,
        unread=unread,
        margins=margins,
    )


def offsets_of(texts: list[str]) -> tuple[int, ...]:
    """Where each page begins when the pages are joined with line breaks."""
    offsets, length = [], 0
    for text in texts:
        offsets.append(length)
        length += len(text) + 1
    return tuple(offsets)


def is_trusted(text: str) -> bool:
    """Can this be what the page shows? A short text is not judged.

    Fonts without a table of letters, and recognition with another language, give words that no
    Vietnamese could write.
    """
    if len(text.split()) < _WORDS_TO_JUDGE:
        return True
    strange = len(_STRANGE.findall(text))
    return strange < _UNREADABLE_SHARE * len(text) and impossible_share(text) < _WRONG_SHARE


def open_pdf(data: bytes) -> pypdfium2.PdfDocument:
    """The document; raises `Refused` when it is broken or locked."""
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        protected = error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        raise Refused(refusals.LOCKED if protected else refusals.BROKEN) from error


def _pages(document: pypdfium2.PdfDocument) -> Iterator[_Page]:
    length = 0
    for number in range(len(document)):
        page = document[number]
        words = page.get_textpage()
        lines = _lines(words)
        words.close()
        signs = sum(map(len, lines))
        pictured = signs < _FEW_SIGNS and _is_picture(page, empty=not signs)
        page.close()
        length += signs
        if length > limits.TEXT_LENGTH:
            raise Refused(refusals.TOO_LONG)
        yield _Page(lines, pictured)


def _is_picture(page: pypdfium2.PdfPage, *, empty: bool) -> bool:
    """Does the page show more than its few words: anything at all, or a picture over most of it?"""
    if empty:
        return bool(pdfium.FPDFPage_CountObjects(page))
    across, down = page.get_size()
    covered = 0.0
    for shown in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = shown.get_bounds()
        covered += max(right - left, 0) * max(top - bottom, 0)
    return bool(covered > _MOSTLY * across * down)


def _lines(page: pypdfium2.PdfTextPage) -> list[str]:
    characters = page.get_text_range()
    if len(characters) > limits.TEXT_LENGTH:
        raise Refused(refusals.TOO_LONG)
    if len(characters) != page.count_chars():
        lines = characters.replace("\r\n", "\n").replace(HYPHEN_AT_LINE_END, "-").split("\n")
    else:
        lines = lines_of(list(fragments_of(page, characters)))
    text = _BULLETS.sub("- ", "\n".join(line.strip() for line in lines).translate(_LIGATURES))
    return unicodedata.normalize("NFC", text).split("\n") if text.strip() else []


def _with_restored_letters(pages: list[list[str]]) -> tuple[list[list[str]], tuple[str, ...]]:
    text, notes = with_old_letters_restored("\n".join(line for page in pages for line in page))
    lines = iter(text.split("\n"))
    return [[next(lines) for _ in page] for page in pages], notes


def _whole_text(lines: list[str]) -> str:
    return _SPLIT_COMPOUND.sub(_whole, "\n".join(lines)).strip()


def _whole(split: re.Match[str]) -> str:
    """The second half of a compound goes up to the first; the lines keep their lengths."""
    return f"-{split[1]}" + ("\n" if split[2] else "")
