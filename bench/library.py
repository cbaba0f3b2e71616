"""`vanban`: reading, checking and writing the longest sample plan in every form."""

import time
from pathlib import Path

from timing import Row, median, times

from vanban.checking.document import read_document
from vanban.sources.load import load
from vanban.writing.docx import write_docx
from vanban.writing.from_reading import document_of
from vanban.writing.model import OfficialDocument
from vanban.writing.pdf import write_pdf
from vanban.writing.profiles import Profile, profile_for

PLAN = Path("src/thidua/oversight/sample/plans/lai-chau-2022.txt")
RUNS = 20


def library_rows() -> list[Row]:
    texts = [_text(number) for number in range(RUNS + 1)]
    reading = read_document(texts[0], PLAN.name)
    profile = profile_for(reading.date)
    documents = [document_of(read_document(text, PLAN.name)) for text in texts]
    words = [write_docx(document, profile) for document in documents]
    prints = [write_pdf(document, profile) for document in documents]
    return [
        _first_row(words[0]),
        _row("text", texts, "ke-hoach.txt", 50),
        _row("docx", words, "ke-hoach.docx", 100),
        _row("pdf", prints, "ke-hoach.pdf", 200),
        *_writing_rows(documents[0], profile),
    ]


def _text(number: int) -> bytes:
    """The plan with other words each time: nothing kept from the run before helps with it."""
    before, after = PLAN.read_text(encoding="utf-8").rsplit("thi đua", 1)
    return f"{before}thi đua lần {number} {after}".encode()


def _first_row(data: bytes) -> Row:
    began = time.perf_counter()
    read_document(data, "ke-hoach.docx")
    took = (time.perf_counter() - began) * 1000
    return (
        "read + check the first Word or PDF file after a minute's rest",
        f"{took:.1f} ms",
        "—",
        "measured once, with docx; the guarding process is started for it",
    )


def _row(name: str, files: list[bytes], filename: str, bar: int) -> Row:
    fresh = iter(files)
    whole = times(lambda: read_document(next(fresh), filename), RUNS)
    bare = times(lambda: load(files[0], filename), RUNS)
    return (
        f"read + check a four-page plan, never the first and each time another: {name}",
        median(whole),
        f"≤ {bar} ms",
        f"{median(bare)} for taking the text out alone, without the guarding process",
    )


def _writing_rows(document: OfficialDocument, profile: Profile) -> list[Row]:
    word = times(lambda: write_docx(document, profile))
    pdf = times(lambda: write_pdf(document, profile))
    return [
        ("plan to Word", median(word), "≤ 100 ms", "—"),
        ("plan to PDF", median(pdf), "≤ 150 ms", "—"),
    ]
