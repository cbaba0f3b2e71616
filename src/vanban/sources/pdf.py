"""A PDF with text → lines in reading order, page by page."""

import re
import unicodedata
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from vanban.sources import limits, refusals
from vanban.sources.columns import lines_of
from vanban.sources.errors import Refused
from vanban.sources.model import Source
from vanban.sources.pieces import HYPHEN_AT_LINE_END, fragments_of

_SPLIT_COMPOUND = re.compile(r"(?<=\w)-\n(\w\S*)( ?)")
_PAGE_NUMBER = re.compile(r"\W*(?:trang\s+)?(\d{1,3})\W*", re.IGNORECASE)


def read_pdf(data: bytes) -> Source:
    """The words of a PDF without its page numbers; a note names pages without words."""
    document = _open(data)
    try:
        if len(document) > limits.PDF_PAGES:
            raise Refused(refusals.TOO_MANY_PAGES)
        pages = list(_pages(document))
    except pypdfium2.PdfiumError as error:
        raise Refused(refusals.BROKEN) from error
    finally:
        document.close()
    empty = [str(number) for number, text in enumerate(pages, 1) if not text]
    if len(empty) == len(pages):
        raise Refused(refusals.SCANNED)
    offsets, length = [], 0
    for text in pages:
        offsets.append(length)
        length += len(text) + 1
    note = f"Trang {', '.join(empty)} chỉ có hình, không có chữ; phần đó chưa được đọc."
    return Source("pdf", "\n".join(pages), tuple(offsets), not empty, (note,) if empty else ())


def _open(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        protected = error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        raise Refused(refusals.LOCKED if protected else refusals.BROKEN) from error


def _pages(document: pypdfium2.PdfDocument) -> Iterator[str]:
    length = 0
    for number in range(1, len(document) + 1):
        page = document[number - 1]
        words = page.get_textpage()
        text = _page_text(words, number)
        words.close()
        page.close()
        length += len(text)
        if length > limits.TEXT_LENGTH:
            raise Refused(refusals.TOO_LONG)
        yield text


def _page_text(page: pypdfium2.PdfTextPage, number: int) -> str:
    characters = page.get_text_range()
    if len(characters) > limits.TEXT_LENGTH:
        raise Refused(refusals.TOO_LONG)
    if len(characters) != page.count_chars():
        lines = characters.replace("\r\n", "\n").replace(HYPHEN_AT_LINE_END, "-").split("\n")
    else:
        lines = lines_of(list(fragments_of(page, characters)))
    lines = _without_page_number([line.strip() for line in lines], number)
    text = _SPLIT_COMPOUND.sub(_whole, "\n".join(lines)).strip()
    return unicodedata.normalize("NFC", text)


def _whole(split: re.Match[str]) -> str:
    """The second half of a compound goes up to the first; the lines keep their lengths."""
    return f"-{split[1]}" + ("\n" if split[2] else "")


def _without_page_number(lines: list[str], number: int) -> list[str]:
    for place in (0, -1):
        found = _PAGE_NUMBER.fullmatch(lines[place]) if lines else None
        if found and int(found[1]) == number:
            del lines[place]
    return lines
