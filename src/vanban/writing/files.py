"""A reading → the bytes of a file, chosen by its ending; and a reading that was kept as JSON."""

import datetime as dt
import json
from dataclasses import replace
from pathlib import PurePath

from vanban.reading.as_json import from_json
from vanban.reading.model import Reading
from vanban.reading.read import read_text
from vanban.sources.errors import Refused
from vanban.writing.docx import write_docx
from vanban.writing.from_reading import document_of
from vanban.writing.model import OfficialDocument
from vanban.writing.pdf import write_pdf
from vanban.writing.profiles import Profile, body_of, profile_for
from vanban.writing.text import to_text

ENDINGS = (".docx", ".pdf", ".txt")
_TODAY = dt.date.max
"""A draft has no date: it follows the rules in force last."""
_NO_READING = (
    "Tệp JSON này không phải kết quả của lệnh “vanban read --json” nên không trình bày được, "
    "hãy tạo lại bằng lệnh đó."
)


def written(reading: Reading, name: str) -> bytes:
    """The official layout of what was read, as the file `name` (one of `ENDINGS`) holds it."""
    document = document_of(reading)
    profile = profile_for(reading.date or _TODAY, body=body_of(reading.issuing_body))
    return as_file(document, profile, PurePath(name).suffix.lower())


def as_file(document: OfficialDocument, profile: Profile, ending: str) -> bytes:
    """The document in one of the forms of `ENDINGS`."""
    if ending == ".docx":
        return write_docx(document, profile)
    if ending == ".pdf":
        return write_pdf(document, profile)
    return to_text(document, profile).encode()


def reading_of_json(data: bytes) -> Reading:
    """The fields that `vanban read --json` printed, maybe corrected by hand since.

    The body is read again from the text in them. Raises `Refused`.
    """
    try:
        reading = from_json(json.loads(data))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Refused(_NO_READING) from error
    return replace(reading, blocks=read_text(reading.text).blocks)
