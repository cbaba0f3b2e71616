"""A document → PDF, tagged for readers of screens (PDF/UA-1), in the layout of the Word file."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict

from vanban.writing.composition import ComposedAnnex, Paragraph, compose
from vanban.writing.heads import ADDRESSEE_MM, ADDRESSES_MM, TITLE_INDENT_MM, side_of
from vanban.writing.model import OfficialDocument
from vanban.writing.profiles import Profile
from vanban.writing.tables import TABLE_PT, Table
from vanban.writing.typesetting import FONT, typeset


def write_pdf(document: OfficialDocument, profile: Profile) -> bytes:
    """The PDF file. The same document gives the same bytes; fonts of the machine play no part."""
    words = compose(document, profile)
    room = profile.text_width_mm - 2 * TITLE_INDENT_MM
    data = {
        "words": asdict(words)
        | {"heading": words.heading or _UNTITLED, "hands": [asdict(one) for one in words.hands]},
        "title_side": side_of(words.title, size=profile.title_pt, width_mm=room),
        "content": list(_parts(words.content)),
        "annexes": [_annex(annex) for annex in words.annexes],
        "table_pt": TABLE_PT,
        "addresses_mm": ADDRESSES_MM,
        "addressee_mm": ADDRESSEE_MM,
        "profile": asdict(profile),
        "font": FONT,
    }
    return typeset("official.typ", data, standards=("ua-1",))


def _annex(annex: ComposedAnnex) -> dict[str, object]:
    return {
        "heading": annex.heading,
        "note": annex.note,
        "landscape": annex.landscape,
        "content": list(_parts(annex.content)),
    }


def _parts(parts: Sequence[Paragraph | Table]) -> Iterator[dict[str, object]]:
    """A paragraph has its bold beginning apart, since the template counts in bytes.

    No level of headings is left out on the way down: a reader of the file would miss it.
    """
    open_levels = 0
    for part in parts:
        if isinstance(part, Table):
            yield asdict(part)
            continue
        level = _LEVELS.get(part.role, 0)
        open_levels = min(level, open_levels + 1) if level else open_levels
        yield {
            "role": part.role,
            "level": open_levels if level else 0,
            "lead": part.text[: part.bold],
            "text": part.text[part.bold :],
            "leads": part.leads,
        }


_UNTITLED = "Văn bản"
_LEVELS = {"division": 1, "heading1": 1, "heading2": 2, "heading3": 3}
