"""Read, written, read again: what of a document comes back from Word and PDF."""

import datetime as dt
from collections.abc import Iterable

from generator import Document
from matching import judged
from scoring import Score, figure

from plans import NAMES, plan
from vanban.reading.as_json import as_json
from vanban.reading.model import Reading
from vanban.reading.read import read_text
from vanban.sources.load import load
from vanban.writing.docx import write_docx
from vanban.writing.from_reading import document_of
from vanban.writing.pdf import write_pdf
from vanban.writing.profiles import profile_for

WRITERS = {"Word": (write_docx, "van-ban.docx"), "PDF": (write_pdf, "van-ban.pdf")}
UNDATED = dt.date(2024, 1, 1)
"""A document without a date is written in the layout of this day."""

HEAD = ("Documents", "File", "Number", "F1 against the first reading", "Documents without a change")


def trip_rows(documents: Iterable[Document]) -> list[list[str]]:
    """Lines for the clean sample plans and for the corpus."""
    plans = [read_text(plan(name)[0].decode()) for name in NAMES[:4]]
    corpus = [
        read_text(document.marked.text) for document in documents if document.kind != "tin-bai"
    ]
    groups = (("the four clean plans", plans), ("generated, without press relays", corpus))
    return [_row(name, file, readings) for name, readings in groups for file in WRITERS]


def _row(name: str, file: str, readings: list[Reading]) -> list[str]:
    write, filename = WRITERS[file]
    score, whole = Score(), 0
    for reading in readings:
        written = write(document_of(reading), profile_for(reading.date or UNDATED))
        again = as_json(read_text(load(written, filename).text))
        judgements = list(judged(as_json(reading), again))
        score.add(judgements, {})
        whole += all(one.verdict == "right" for one in judgements)
    return [name, file, str(len(readings)), figure(score.tally().f1), str(whole)]
