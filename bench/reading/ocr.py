"""Recognition of scanned pages: how long beside tesseract alone, and how many words are right."""

import io
import os
import resource
import statistics
import subprocess
from collections.abc import Callable
from pathlib import Path

import pypdfium2
from PIL import Image

from vanban.checking.document import read_document
from vanban.sources.guarded import load_guarded
from vanban.sources.load import load
from vanban.sources.pictures import page_for_recognition
from vanban.sources.recognition import can_recognise, recognise
from vanban.writing.from_reading import document_of
from vanban.writing.pdf import write_pdf
from vanban.writing.profiles import profile_for

PLAN = Path("src/thidua/oversight/sample/plans/lai-chau-2022.txt")
DOTS = 300
RUNS = 3
ANGLES = (0.0, 2.0, -4.0, 90.0)
BAR = 1.15
TIMES = "\u00d7"

Row = tuple[str, str, str, str]


def ocr_rows() -> list[Row]:
    """Rows for the table of benchmarks; one that says so where tesseract is missing."""
    if not can_recognise():
        return [("OCR of a page", "—", f"≤ {BAR} {TIMES}", "tesseract is not installed")]
    pages, texts = _printed_pages()
    return [_beside_tesseract(pages[1]), *(_right_words(pages[1], texts[1], at) for at in ANGLES)]


def _printed_pages() -> tuple[list[Image.Image], list[str]]:
    """The sample plan as its PDF prints it, and the text of each page."""
    reading = read_document(PLAN.read_bytes(), PLAN.name)
    data = write_pdf(document_of(reading), profile_for(reading.date))
    document = pypdfium2.PdfDocument(data)
    pages = [page.render(scale=DOTS / 72, grayscale=True).to_pil() for page in document]
    return pages, load(data, "a.pdf").page_texts()


def _beside_tesseract(page: Image.Image) -> Row:
    """Processor time of both, run by turns: on a shared machine a clock says little."""
    data = _file(page)
    ours, alone = [], []
    for _ in range(RUNS):
        alone.append(_spent(lambda: _tesseract(data)))
        ours.append(_spent(lambda: _recognised(data)))
    base, whole = statistics.median(alone), statistics.median(ours)
    return (
        "OCR of a page, scanned straight at 300 dots per inch, processor time",
        f"{whole:.2f} s = {whole / base:.2f} {TIMES}",
        f"≤ {BAR} {TIMES}",
        f"{base:.2f} s for tesseract alone with one thread on the same file",
    )


def _recognised(data: bytes) -> None:
    """What the guarded process does with a page, done here, where its time can be asked for."""
    recognise(page_for_recognition(data, 1, is_pdf=False), lambda: False)


def _tesseract(data: bytes) -> None:
    subprocess.run(
        ["tesseract", "stdin", "stdout", "-l", "vie", "--psm", "3", "tsv"],
        input=data,
        capture_output=True,
        check=True,
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
    )


def _spent(work: Callable[[], object]) -> float:
    """Seconds of processor that `work` used, programs that it ran included."""
    before = _used()
    work()
    return _used() - before


def _used() -> float:
    usages = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def _right_words(page: Image.Image, text: str, angle: float) -> Row:
    turned = page.rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    source = load_guarded(_file(turned), "a.png")
    wrong = _distance(text.split(), source.text.split()) / len(text.split())
    marked = len(source.doubts) / len(source.text.split())
    return (
        f"words wrong of a page turned by {angle:g} degrees",
        f"{wrong:.1%}",
        "—",
        f"{marked:.1%} of the words are marked as doubtful",
    )


def _distance(wanted: list[str], found: list[str]) -> int:
    """Words to put in, leave out or exchange."""
    row = list(range(len(found) + 1))
    for number, word in enumerate(wanted, 1):
        above, row[0] = row[0], number
        for place, other in enumerate(found, 1):
            cost = above if word == other else 1 + min(above, row[place], row[place - 1])
            above, row[place] = row[place], cost
    return row[-1]


def _file(page: Image.Image) -> bytes:
    made = io.BytesIO()
    page.save(made, "PNG", compress_level=1)
    return made.getvalue()


if __name__ == "__main__":
    for row in ocr_rows():
        print(" | ".join(row))
