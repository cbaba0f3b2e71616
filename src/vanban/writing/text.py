"""A document → plain text in the order in which it is read, one empty line between paragraphs."""

from collections.abc import Iterable, Iterator

from vanban.writing.composition import ComposedAnnex, ComposedHand, Composition, Paragraph, compose
from vanban.writing.heads import GLUE
from vanban.writing.model import OfficialDocument
from vanban.writing.profiles import Profile


def to_text(document: OfficialDocument, profile: Profile) -> str:
    """Everything that is printed. Reading it gives the same as reading the Word file.

    Lines are not broken; the columns of the letterhead follow each other, and of several hands
    the main one comes first.
    """
    words = compose(document, profile)
    parts = [
        *_head(words, profile),
        *_content(words.paragraphs),
        *_foot(words),
        *(part for annex in words.annexes for part in _annex(annex)),
    ]
    return "\n\n".join(part for part in parts if part).replace(GLUE, " ") + "\n"


def _head(words: Composition, profile: Profile) -> Iterator[str]:
    yield _lines(words.superior, words.issuer, profile.issuer_mark)
    yield _lines(profile.head_line, profile.motto)
    yield _lines(words.number, words.subject)
    yield words.place_date
    yield _lines(words.doc_type, words.title)


def _foot(words: Composition) -> Iterator[str]:
    yield _lines(words.recipients_heading, *words.recipients)
    main = ComposedHand(words.signature, words.mark, words.signer)
    for hand in (main, *words.cosigners):
        yield _lines(*hand.lines)
        yield hand.mark
        yield hand.name


def _annex(annex: ComposedAnnex) -> Iterator[str]:
    yield from annex.heading
    yield annex.note
    yield from _content(annex.paragraphs)


def _content(paragraphs: Iterable[Paragraph]) -> Iterator[str]:
    """Rows of a table stand below each other without an empty line."""
    rows: list[str] = []
    for paragraph in paragraphs:
        if paragraph.role == "row":
            rows.append(paragraph.text)
            continue
        yield _lines(*rows)
        rows = []
        yield paragraph.text
    yield _lines(*rows)


def _lines(*lines: str) -> str:
    return "\n".join(line.strip() for line in lines if line.strip())
