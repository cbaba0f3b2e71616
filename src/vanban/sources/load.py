"""The door: bytes of an uploaded file → its words, or one sentence why not."""

from pathlib import PurePath

from vanban.sources import limits, refusals
from vanban.sources.decoding import decode
from vanban.sources.docx import read_docx
from vanban.sources.errors import Refused
from vanban.sources.kinds import Container, container_of
from vanban.sources.model import Source
from vanban.sources.pdf import read_pdf

_MARKDOWN = (".md", ".markdown")
_ENDINGS: dict[Container, tuple[str, ...]] = {
    "text": (".txt", ".md", ".markdown", ""),
    "docx": (".docx", ".dotx", ""),
    "pdf": (".pdf", ""),
}
_NAMES: dict[Container, str] = {
    "text": "văn bản thường",
    "docx": "tệp Word (.docx)",
    "pdf": "tệp PDF",
}
_KNOWN_ENDINGS = (
    ".txt",
    ".md",
    ".markdown",
    ".doc",
    ".docx",
    ".dotx",
    ".docm",
    ".pdf",
    ".rtf",
    ".odt",
)


def load(data: bytes, filename: str) -> Source:
    """Read a file in this process. The name only serves to tell Markdown apart and to warn.

    Raises `Refused` for everything that cannot be read. Word and PDF files of strangers belong into
    `vanban.sources.guarded.load_guarded`: their parsers are large, and PDFium is not thread-safe.
    """
    container = screen(data)
    ending = PurePath(filename).suffix.lower()
    if container == "docx":
        source = read_docx(data)
    elif container == "pdf":
        source = read_pdf(data)
    else:
        source = _read_text(data, ending)
    if len(source.text) > limits.TEXT_LENGTH:
        raise Refused(refusals.TOO_LONG)
    return _with_warning(source, container, ending)


def screen(data: bytes) -> Container:
    """What the file is, after the checks that cost nothing; raises `Refused`."""
    if len(data) > limits.FILE_BYTES:
        raise Refused(refusals.TOO_LARGE)
    if not data.strip():
        raise Refused(refusals.EMPTY)
    return container_of(data)


def _read_text(data: bytes, ending: str) -> Source:
    text, notes = decode(data)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise Refused(refusals.EMPTY)
    return Source("md" if ending in _MARKDOWN else "txt", text, notes=notes)


def _with_warning(source: Source, container: Container, ending: str) -> Source:
    if ending in _ENDINGS[container] or ending not in _KNOWN_ENDINGS:
        return source
    note = f"Tệp mang đuôi {ending} nhưng thật ra là {_NAMES[container]}; đã đọc theo nội dung."
    return Source(source.kind, source.text, source.pages, source.has_text, (*source.notes, note))
