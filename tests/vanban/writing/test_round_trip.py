"""A plan that was read, written and read again says the same."""

from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from vanban.reading.model import Reading
from vanban.reading.read import read_text
from vanban.sources.load import load
from vanban.writing.docx import write_docx
from vanban.writing.from_reading import document_of
from vanban.writing.pdf import write_pdf
from vanban.writing.profiles import profiles
from vanban.writing.text import to_text

TEXTS = Path(__file__).parents[1]
CLEAN = ("plans/000", "plans/001", "plans/002", "plans/003", "truth/004")
OF_THE_FILE = {"text", "spans", "confidence", "findings", "blocks", "matches", "repairs"}


def values(reading: Reading, names: Iterable[str]) -> dict[str, Any]:
    """The named values; a letterhead prints bodies in capitals, so theirs are compared that way."""
    bodies = {"issuing_body", "parent_body"}
    found = {name: getattr(reading, name) for name in names}
    return found | {name: (found[name] or "").upper() for name in bodies & set(found)}


@pytest.fixture(params=CLEAN)
def reading(request) -> Reading:
    return read_text((TEXTS / f"{request.param}.txt").read_text(encoding="utf-8"))


KEPT = [field.name for field in fields(Reading) if field.name not in OF_THE_FILE]


@pytest.mark.parametrize("profile", ["nd30", "tld933"])
def test_word_keeps_every_field(reading, profile):
    written = write_docx(document_of(reading), profiles()[profile])

    again = read_text(load(written, "ke-hoach.docx").text)

    assert values(again, KEPT) == values(reading, KEPT)


def test_plain_text_keeps_every_field(reading):
    again = read_text(to_text(document_of(reading), profiles()["tld933"]))

    assert values(again, KEPT) == values(reading, KEPT)


def test_word_keeps_the_clauses(reading):
    written = write_docx(document_of(reading), profiles()["tld933"])

    again = read_text(load(written, "ke-hoach.docx").text)

    def clauses(read: Reading) -> list[tuple[int, str, str]]:
        return [(part.depth, part.marker, part.text.rstrip("./")) for part in read.blocks]

    assert clauses(again) == clauses(reading)


def test_print_keeps_every_field(reading):
    written = write_pdf(document_of(reading), profiles()["tld933"])

    again = read_text(load(written, "ke-hoach.pdf").text)

    assert values(again, KEPT) == values(reading, KEPT)


def test_what_was_written_once_is_written_the_same_again(reading):
    once = write_docx(document_of(reading), profiles()["tld933"])
    again = read_text(load(once, "ke-hoach.docx").text)

    assert write_docx(document_of(again), profiles()["tld933"]) == once
