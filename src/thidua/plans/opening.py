"""Opening a file that came in: its words, its pages, what was read in it."""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from thidua.plans.repaired import repairs_as_json
from vanban.checking.document import read_source
from vanban.reading.model import Reading as Read
from vanban.repair import Counts, count, damaged_stretches
from vanban.sources.guarded import load_guarded
from vanban.sources.kinds import Container, container_of
from vanban.sources.model import Source

Archive = Callable[[], Sequence[str]]
"""The texts of a unit's own documents, asked for only when they are needed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """One file as intake keeps it. `pages` are offsets in the text of the reading."""

    read: Read
    pages: tuple[int, ...]
    scanned: bool = False

    @property
    def repairs(self) -> list[dict[str, Any]]:
        return repairs_as_json(self.read.repairs)


def opened(
    data: bytes,
    filename: str,
    *,
    archive: Archive | None = None,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Opened:
    """Load, read and check one file, pages that are pictures too, which takes seconds for each.

    `archive` gives the texts of the unit's own documents, from whose words damaged ones are
    restored. `progress` hears of every page that was recognised. Raises `Refused` with the
    sentence why not, and `Cancelled` once `cancelled` says so.
    """
    source = load_guarded(data, filename, progress=progress, cancelled=cancelled)
    return read_of(source, archive)


def opened_at_once(data: bytes, filename: str, archive: Archive | None = None) -> Opened | None:
    """The same for a file that takes no longer than a request may; None for all others.

    Pictures take seconds for each page, and so do words that have to be restored.
    """
    if container_of(data) in _SLOW:
        return None
    source = load_guarded(data, filename, recognise=False)
    return None if source.unread or _damaged(source.text) else read_of(source, archive)


def media_type_of(data: bytes) -> str:
    """What a file is for a browser, by its content. Raises `Refused` for what we do not read."""
    container = container_of(data)
    if container == "image":
        starts = (kind for mark, kind in _IMAGES.items() if data.startswith(mark))
        return next(starts, "image/heic")
    return _MEDIA_TYPES[container]


def read_of(source: Source, archive: Archive | None = None) -> Opened:
    """What was understood of the words of a file."""
    read = read_source(source, known=_known(source.text, archive))
    return Opened(
        read=read,
        pages=pages_in(source, read.text),
        scanned=bool(source.recognised),
    )


def _known(text: str, archive: Archive | None) -> Counts | None:
    """The words of the archive, which are counted only where something is damaged."""
    return count(archive()) if archive is not None and _damaged(text) else None


def _damaged(text: str) -> bool:
    return bool(damaged_stretches(unicodedata.normalize("NFC", text)))


def pages_in(source: Source, text: str) -> tuple[int, ...]:
    """Where the pages begin in the text that was read, which keeps the lines of the source.

    A text with other lines than its source has no pages.
    """
    if len(source.pages) == 1 or source.text.count("\n") != text.count("\n"):
        return (0,)
    starts = [0]
    for place, letter in enumerate(text):
        if letter == "\n":
            starts.append(place + 1)
    return tuple(starts[source.text.count("\n", 0, begin)] for begin in source.pages)


_SLOW: tuple[Container, ...] = ("doc", "rtf", "odt")
"""Another program opens them first."""
_MEDIA_TYPES: dict[Container, str] = {
    "text": "text/plain; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "doc": "application/msword",
    "rtf": "application/rtf",
    "odt": "application/vnd.oasis.opendocument.text",
    "pdf": "application/pdf",
}
_IMAGES = {
    b"\x89PNG": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"II*\0": "image/tiff",
    b"MM\0*": "image/tiff",
    b"BM": "image/bmp",
    b"RIFF": "image/webp",
}
