"""Whatever is written, of any kind and depth, is read back as it was meant."""

from dataclasses import replace

from hypothesis import given, settings

from vanban.reading.model import Block
from vanban.reading.read import read_text
from vanban.sources.load import load
from vanban.writing.docx import write_docx
from vanban.writing.from_reading import document_of
from vanban.writing.model import OfficialDocument
from vanban.writing.pdf import write_pdf
from vanban.writing.profiles import profiles
from vanban.writing.text import to_text
from writing.generated import documents, plain_documents

PROFILE = profiles()["tld933"]


def again(data: bytes, name: str) -> OfficialDocument:
    return plain(document_of(read_text(load(data, name).text)))


def plain(document: OfficialDocument) -> OfficialDocument:
    """Without what printing adds (capitals of bodies, the end mark) and where the words stood."""
    return replace(
        document,
        blocks=bare(document.blocks),
        parent_body=(document.parent_body or "").upper(),
        issuing_body=(document.issuing_body or "").upper(),
        co_issuers=tuple(body.upper() for body in document.co_issuers),
        annexes=tuple(replace(annex, blocks=bare(annex.blocks)) for annex in document.annexes),
    )


def bare(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return tuple(
        replace(block, text=block.text.replace("./.", "").rstrip("./;"), span=(0, 0))
        for block in blocks
    )


@settings(max_examples=40)
@given(documents())
def test_word_gives_the_document_back(document):
    assert again(write_docx(document, PROFILE), "a.docx") == plain(document)


@settings(max_examples=40)
@given(documents())
def test_plain_text_gives_the_document_back(document):
    assert again(to_text(document, PROFILE).encode(), "a.txt") == plain(document)


@settings(max_examples=20)
@given(plain_documents())
def test_print_gives_the_document_back(document):
    assert again(write_pdf(document, PROFILE), "a.pdf") == plain(document)
