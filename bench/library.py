"""`vanban`: reading, checking and writing the longest sample plan in every form."""

from pathlib import Path

from timing import Row, median, times

from vanban.checking.document import read_document
from vanban.sources.load import load
from vanban.writing.docx import write_docx
from vanban.writing.from_reading import document_of
from vanban.writing.pdf import write_pdf
from vanban.writing.profiles import profile_for

PLAN = Path("src/thidua/oversight/sample/plans/lai-chau-2022.txt")


def library_rows() -> list[Row]:
    text = PLAN.read_bytes()
    reading = read_document(text, PLAN.name)
    document = document_of(reading)
    profile = profile_for(reading.date)
    forms = {
        "text": (text, "ke-hoach.txt", 50),
        "docx": (write_docx(document, profile), "ke-hoach.docx", 100),
        "pdf": (write_pdf(document, profile), "ke-hoach.pdf", 200),
    }
    rows = []
    for name, (data, filename, bar) in forms.items():
        whole = times(lambda d=data, f=filename: read_document(d, f))
        bare = times(lambda d=data, f=filename: load(d, f))
        rows.append(
            (
                f"read + check a four-page plan: {name}",
                median(whole),
                f"≤ {bar} ms",
                f"{median(bare)} for taking the text out alone, without the guarding process",
            )
        )
    word = times(lambda: write_docx(document, profile))
    pdf = times(lambda: write_pdf(document, profile))
    rows.append(("plan to Word", median(word), "≤ 100 ms", "—"))
    rows.append(("plan to PDF", median(pdf), "≤ 150 ms", "—"))
    return rows
