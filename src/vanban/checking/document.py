"""From the bytes of a file to a reading with its findings."""

from dataclasses import replace

from vanban.checking.check import check
from vanban.reading.model import Finding, Reading, Severity
from vanban.reading.read import read_text
from vanban.sources.guarded import load_guarded

NOTE = "file-note"
"""The rule id of what the file itself gave reason to say, such as a page without words."""


def read_document(data: bytes, filename: str) -> Reading:
    """Load, read and check one file; `filename` serves only to tell its kind.

    What was noticed while loading comes first among the findings. Raises `Refused`.
    """
    source = load_guarded(data, filename)
    reading = read_text(source.text)
    notes = tuple(Finding(NOTE, Severity.WARNING, note) for note in source.notes)
    return replace(reading, findings=(*notes, *check(reading)))
