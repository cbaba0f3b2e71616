"""The door: bytes of an uploaded file → its words, or one sentence why not."""

from dataclasses import replace
from pathlib import PurePath

from vanban.sources import limits, refusals
from vanban.sources.decoding import decode
from vanban.sources.docx import read_docx
from vanban.sources.errors import Refused
from vanban.sources.kinds import Container, container_of
from vanban.sources.model import Source
from vanban.sources.pdf import offsets_of, read_pdf
from vanban.sources.pictures import picture_count

_MARKDOWN = (".md", ".markdown")
_PICTURES = (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".webp", ".heic", ".heif")
_ENDINGS: dict[Container, tuple[str, ...]] = {
    "text": (".txt", *_MARKDOWN),
    "docx": (".docx", ".dotx"),
    "doc": (".doc", ".dot"),
    "rtf": (".rtf", ".doc"),
    "odt": (".odt", ".ott"),
    "pdf": (".pdf",),
    "image": _PICTURES,
}
_NAMES: dict[Container, str] = {
    "text": "văn bản thường",
    "docx": "tệp Word (.docx)",
    "doc": "tệp Word đời cũ (.doc)",
    "rtf": "tệp RTF",
    "odt": "tệp OpenDocument (.odt)",
    "pdf": "tệp PDF",
    "image": "tệp ảnh",
}
_KNOWN_ENDINGS = frozenset(ending for endings in _ENDINGS.values() for ending in endings)


def load(data: bytes, filename: str) -> Source:
    """Read the text of a file in this process; pages that are only pictures are told as `unread`.

    The name only serves to tell Markdown apart and to warn. Raises `Refused` for everything that
    cannot be read. Files of strangers belong into `vanban.sources.guarded.load_guarded`: their
    parsers are large, and PDFium is not thread-safe; it also opens what needs a program of the
    system.
    """
    container = screen(data)
    source = _read(data, container, filename)
    if len(source.text) > limits.TEXT_LENGTH:
        raise Refused(refusals.TOO_LONG)
    if not source.text.strip() and not source.unread:
        raise Refused(refusals.PDF_WITHOUT_TEXT)
    return replace(source, notes=(*source.notes, *warnings_about(container, filename)))


def screen(data: bytes) -> Container:
    """What the file is, after the checks that cost nothing; raises `Refused`."""
    if len(data) > limits.FILE_BYTES:
        raise Refused(refusals.TOO_LARGE)
    if not data.strip():
        raise Refused(refusals.EMPTY)
    return container_of(data)


def warnings_about(container: Container, filename: str) -> tuple[str, ...]:
    """A note when the ending of the name promises another kind of file."""
    ending = ending_of(filename)
    if ending in _ENDINGS[container] or ending not in _KNOWN_ENDINGS:
        return ()
    return (f"Tệp mang đuôi {ending} nhưng thật ra là {_NAMES[container]}; đã đọc theo nội dung.",)


def ending_of(filename: str) -> str:
    return PurePath(filename).suffix.lower()


def _read(data: bytes, container: Container, filename: str) -> Source:
    match container:
        case "docx":
            return read_docx(data)
        case "pdf":
            return read_pdf(data)
        case "image":
            return _pages_of_pictures(data)
        case "text":
            return _read_text(data, ending_of(filename))
        case _:
            raise Refused(refusals.NEEDS_OFFICE[container])


def _pages_of_pictures(data: bytes) -> Source:
    count = picture_count(data)
    texts = [""] * count
    return Source(
        "image",
        "\n".join(texts),
        offsets_of(texts),
        has_text=False,
        unread=tuple(range(1, count + 1)),
    )


def _read_text(data: bytes, ending: str) -> Source:
    text, notes = decode(data)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise Refused(refusals.EMPTY)
    return Source("md" if ending in _MARKDOWN else "txt", text, notes=notes)
