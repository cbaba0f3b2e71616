"""A document → PDF, tagged, in the same layout as the Word file."""

from dataclasses import asdict

from vanban.writing.composition import Paragraph, compose
from vanban.writing.model import OfficialDocument
from vanban.writing.profiles import Profile
from vanban.writing.tables import TABLE_PT, Table
from vanban.writing.typesetting import FONT, typeset


def write_pdf(document: OfficialDocument, profile: Profile) -> bytes:
    """The PDF file. The same document gives the same bytes; fonts of the machine play no part."""
    words = compose(document, profile)
    data = {
        "words": asdict(words) | {"heading": words.heading},
        "content": [_part(part) for part in words.content],
        "annex": [_part(part) for part in words.annex],
        "table_pt": TABLE_PT,
        "profile": asdict(profile),
        "font": FONT,
    }
    return typeset("official.typ", data)


def _part(part: Paragraph | Table) -> dict[str, object]:
    """A paragraph with its bold beginning apart, since the template counts in bytes."""
    if isinstance(part, Table):
        return asdict(part)
    return {"role": part.role, "lead": part.text[: part.bold], "text": part.text[part.bold :]}
