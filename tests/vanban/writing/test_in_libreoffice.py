"""What LibreOffice makes of the Word files: it opens them, and counts the clauses as we do."""

import os
import re
import shutil
import subprocess

import pypdfium2
import pytest

from vanban.reading.model import Block
from vanban.sources.load import load
from vanban.writing.docx import write_docx
from vanban.writing.model import Annex, Hand
from vanban.writing.profiles import profiles
from writing.documents import document, printed, rows

SOFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(
    SOFFICE is None and os.environ.get("CI") != "true",
    reason="LibreOffice is missing, so nobody looked at the Word files as pages",
)
CLAUSES = (
    Block(1, "I.", "MỤC ĐÍCH", heading=True),
    Block(2, "1.", "Yêu cầu", heading=True),
    Block(3, "1.1.", "Điểm thứ nhất."),
    Block(3, "1.2.", "Điểm thứ hai."),
    Block(4, "-", "Gạch đầu dòng."),
    Block(2, "2.", "Phạm vi", heading=True),
    Block(3, "2.1.", "Điểm thứ ba."),
    Block(1, "II.", "NỘI DUNG", heading=True),
    Block(2, "1.", "Bắt đầu lại."),
    Block(3, "a)", "Chữ a."),
    Block(3, "b)", "Chữ b."),
    Block(1, "IV.", "CÁCH QUÃNG", heading=True),
    Block(2, "1.", "Sau cách quãng."),
    Block(2, "3.", "Lại cách quãng."),
    Block(3, "a)", "Có chữ đ."), Block(3, "b)", "B."), Block(3, "c)", "C."), Block(3, "d)", "D."),
    Block(3, "đ)", "Đ."), Block(3, "e)", "E."),
)  # fmt: skip
REGULATION = (
    Block(1, "Chương I", "", heading=True),
    Block(0, "", "QUY ĐỊNH CHUNG", heading=True),
    Block(2, "Điều 1.", "Phạm vi", heading=True),
    Block(3, "1.", "Khoản một."),
    Block(3, "2.", "Khoản hai."),
    Block(2, "Điều 2.", "Đối tượng", heading=True),
    Block(3, "1.", "Khoản một của điều hai."),
)
PAPERS = {
    "clauses": document(blocks=CLAUSES),
    "regulation": document(doc_type="Quy chế", blocks=REGULATION),
    "long": document(blocks=tuple(Block(2, f"{n}.", "Nội dung " * 40) for n in range(1, 20))),
    "minutes": document(cosigners=(Hand(("THƯ KÝ",), "Phạm Thu Hà"),)),
    "annexes": document(
        annexes=tuple(
            Annex(
                heading=("Phụ lục", "BIỂU SỐ LIỆU"),
                note="(Kèm theo Kế hoạch)",
                blocks=rows("| TT | Đơn vị | Số |", "| 1 | CĐCS Trường A | 5 |"),
                landscape=landscape,
            )
            for landscape in (False, True)
        )
    ),
}


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """Every paper as LibreOffice prints it, by name."""
    folder = tmp_path_factory.mktemp("office")
    for name, paper in PAPERS.items():
        (folder / f"{name}.docx").write_bytes(write_docx(paper, profiles()["tld933"]))
    subprocess.run(  # noqa: S603
        [
            SOFFICE,
            "--headless",
            f"-env:UserInstallation=file://{folder}/profile",
            "--convert-to",
            "pdf",
            *(f"{name}.docx" for name in PAPERS),
        ],
        cwd=folder,
        check=True,
        capture_output=True,
        timeout=120,
    )
    return {name: (folder / f"{name}.pdf").read_bytes() for name in PAPERS}


def read(pdf: bytes) -> str:
    """The words in reading order; LibreOffice may draw letters with marks apart from the others."""
    return load(pdf, "a.pdf").text


@pytest.mark.parametrize(("name", "blocks"), [("clauses", CLAUSES), ("regulation", REGULATION)])
def test_the_clauses_are_counted_as_printed(pages, name, blocks):
    lines = [" ".join(line.split()) for line in read(pages[name]).splitlines()]

    counted = [f"{block.marker} {block.text}".strip() for block in blocks]
    shown = [line.removesuffix("./.").rstrip(".") for line in lines]
    wanted = [line.rstrip(".") for line in counted]
    assert [line for line in shown if line in wanted] == wanted


def test_page_numbers_stand_on_every_page_but_the_first(pages):
    numbers = re.findall(r"(?m)^\s*(\d)\s*$", printed(pages["long"]))

    assert numbers == [str(number) for number in range(2, len(numbers) + 2)]
    assert len(numbers) >= 1


def test_both_names_stand_on_one_line(pages):
    first, second = (place_of(pages["minutes"], name) for name in ("Ph", "Nguy"))

    assert first == pytest.approx(second, abs=1)


def place_of(pdf: bytes, begins: str) -> float:
    """How high on the first page the last words stand that begin so."""
    words = pypdfium2.PdfDocument(pdf)[0].get_textpage()
    return words.get_charbox(words.get_text_range().rindex(begins))[1]


def test_every_annex_has_its_number_and_begins_to_count_its_pages(pages):
    text = read(pages["annexes"])

    assert 0 < text.index("Phụ lục I\n") < text.index("Phụ lục II\n")
    assert not re.search(r"(?m)^\s*2\s*$", printed(pages["annexes"]))
