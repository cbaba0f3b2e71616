"""From the bytes of a file to a reading with its findings."""

from dataclasses import replace

from vanban.checking.check import check
from vanban.reading.model import Finding, Reading, Severity
from vanban.reading.read import read_repaired
from vanban.repair import Counts
from vanban.sources.guarded import load_guarded
from vanban.sources.model import Source

NOTE = "file-note"
"""The rule id of what the file itself gave reason to say, such as a page without words."""


def read_document(data: bytes, filename: str) -> Reading:
    """Load, read and check one file; `filename` serves only to tell its kind.

    Raises `Refused`.
    """
    return read_source(load_guarded(data, filename))


def read_source(source: Source, *, known: Counts | None = None) -> Reading:
    """Read and check what came out of a file; what was noticed while loading comes first.

    Text recognised with the wrong language is repaired; `known` are the words of own documents.
    """
    reading = read_repaired(source.text, known=known)
    notes = tuple(Finding(NOTE, Severity.WARNING, note) for note in source.notes)
    return replace(reading, findings=(*notes, *check(reading)))
