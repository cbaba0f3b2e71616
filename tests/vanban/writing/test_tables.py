"""Rows with bars are drawn as tables, and come back from Word as the same rows."""

from pathlib import Path

import pypdfium2
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from hypothesis import given, settings
from hypothesis import strategies as st

from vanban.reading.model import Block
from vanban.reading.read import read_text
from vanban.sources.load import load
from vanban.writing.composition import compose
from vanban.writing.docx import write_docx
from vanban.writing.from_reading import document_of
from vanban.writing.pdf import write_pdf
from vanban.writing.profiles import profiles
from vanban.writing.tables import Table, table_of
from writing.documents import document, opened, printed, rows

PROFILE = profiles()["tld933"]
PHASES = ("| TT | Đợt | Thời gian |", "| 1 | Đợt 1 | Từ 02/01 đến 30/4 |", "| 2 | Đợt 2 |  |")
LEAD, REST = Block(0, "", "Các đợt như sau:"), Block(0, "", "Các đơn vị thực hiện./.")


def drawn(*texts: str):
    """The table of the content between letterhead and signature, and its paper."""
    paper = opened(write_docx(document(blocks=(LEAD, *rows(*texts), REST)), PROFILE))
    (table,) = [table for table in paper.tables if table.style.name == "Bảng có kẻ ô"]
    return table, paper


def lines_read(*blocks: Block) -> list[str]:
    text = load(write_docx(document(blocks=blocks), PROFILE), "a.docx").text
    return text.split("\n\n")


def test_rows_that_follow_each_other_make_one_table():
    content = compose(document(blocks=(LEAD, *rows(*PHASES), REST)), PROFILE).content

    assert [part.role for part in content] == ["text", "table", "text"]
    assert content[1].rows[1:] == (("1", "Đợt 1", "Từ 02/01 đến 30/4"), ("2", "Đợt 2", ""))


def test_paragraphs_stay_one_for_each_block():
    paragraphs = compose(document(blocks=rows(*PHASES)), PROFILE).paragraphs

    assert [part.role for part in paragraphs] == ["row"] * 3
    assert paragraphs[0].text == PHASES[0]


def test_a_table_at_the_end_has_the_end_mark_in_its_last_cell_with_words():
    paragraphs = compose(document(blocks=(LEAD, *rows(*PHASES))), PROFILE).paragraphs

    assert [part.text for part in paragraphs[1:]] == [*PHASES[:2], "| 2 | Đợt 2./. | |"]
    again = rows(*(part.text for part in paragraphs))
    assert compose(document(blocks=again), PROFILE).paragraphs == paragraphs


@pytest.mark.parametrize(
    "texts",
    [
        ("| một ô |", "| một ô nữa |"),
        ("| Nơi nhận: | TM. BAN THƯỜNG VỤ |",),
        ("| LĐLĐ TỈNH | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |",),
        ("|  |  |",),
        ("|a|b|",),
        ("A | B",),
        ("|",),
        ("| |",),
    ],
)
def test_what_word_would_not_give_back_as_a_table_stays_text(texts):
    content = compose(document(blocks=(*rows(*texts), REST)), PROFILE).content

    assert not any(isinstance(part, Table) for part in content)


def test_a_list_of_members_with_their_posts_is_a_table():
    texts = ("| TT | Họ tên | Chức vụ | Nhiệm vụ |", "| 1 | Bùi An | CHỦ TỊCH | Trưởng ban |")

    (table, *_) = compose(document(blocks=(*rows(*texts), REST)), PROFILE).content

    assert isinstance(table, Table)


def test_the_first_row_is_the_header_unless_it_is_counted_or_alone():
    assert table_of(PHASES).header
    assert not table_of(PHASES[:1]).header
    assert not table_of(PHASES[1:]).header


def test_columns_with_more_words_are_wider_and_fill_the_line():
    counter, name, long = table_of(
        ("| TT | Đợt | Nội dung |", f"| 1 | Đợt 1 | {'chữ ' * 60} |")
    ).shares

    assert counter < name < long
    assert counter + name + long == pytest.approx(1, abs=0.001)


def test_word_draws_thin_lines_and_words_of_13_points_to_the_left():
    table, paper = drawn(*PHASES)
    cell = table.cell(1, 1).paragraphs[0]

    borders = table.style.element.find(f"{qn('w:tblPr')}/{qn('w:tblBorders')}")
    assert {line.get(qn("w:sz")) for line in borders} == {"4"}
    assert len(borders) == 6
    assert (cell.style.name, cell.style.font.size) == ("Bảng - ô", Pt(13))
    assert not paper.styles["Bảng - ô"].font.bold
    assert sum(column.width for column in table.columns) == pytest.approx(Mm(165), abs=Mm(1))


def test_word_repeats_a_bold_header_and_tears_no_row():
    table, _ = drawn(*PHASES)

    marks = [[mark.tag for mark in row._tr.trPr] for row in table.rows]
    whole, repeated = qn("w:cantSplit"), qn("w:tblHeader")
    assert marks == [[whole, repeated], [whole], [whole]]
    assert table.cell(0, 0).paragraphs[0].style.font.bold


def test_a_short_row_reaches_to_the_right_edge():
    table, _ = drawn("| TT | Việc | Hạn |", "| Quý I |", "| 1 | Hội thi |")

    spans = [[cell._tc.grid_span for cell in row.cells] for row in table.rows]
    assert spans == [[1, 1, 1], [3, 3, 3], [1, 2, 2]]


@pytest.mark.parametrize(
    "texts",
    [
        PHASES,
        ("| TT | Việc | Hạn |", "| Quý I |", "| 1 | Hội thi |"),
        ("| a|b | c \\| d |", "| | | x |"),
        ("| 2018 - 2023 | - |", "| - | x |"),
    ],
)
def test_word_gives_the_rows_back(texts):
    read = [" ".join(line.split()) for line in lines_read(LEAD, *rows(*texts), REST)]

    start = read.index(LEAD.text) + 1
    assert read[start : start + len(texts)] == [" ".join(text.split()) for text in texts]


@settings(deadline=None)
@given(st.lists(st.lists(st.text("ab 1.|-;", max_size=6), min_size=1, max_size=4), max_size=4))
def test_any_rows_come_back_as_they_are_printed(cells):
    blocks = rows(*(f"| {' | '.join(row)} |" for row in cells))
    words = compose(document(blocks=(LEAD, *blocks, REST)), PROFILE)

    read = lines_read(LEAD, *blocks, REST)

    start = read.index(LEAD.text)
    again = read[start : start + len(words.paragraphs)]
    assert [line.split() for line in again] == [part.text.split() for part in words.paragraphs]


def test_a_plan_with_phases_in_a_table_says_the_same_again():
    plan = Path(__file__).parents[1] / "plans" / "table.txt"
    reading = read_text(plan.read_text(encoding="utf-8"))

    again = read_text(load(write_docx(document_of(reading), PROFILE), "a.docx").text)

    def said(read):
        return [(block.depth, block.marker, block.text.rstrip("./")) for block in read.blocks]

    assert said(again) == said(reading)
    assert again.phases == reading.phases


def test_pdf_prints_the_cells_without_bars_and_repeats_the_header():
    many = [f"| {number} | Đợt {number} | Từ nay |" for number in range(1, 60)]
    made = write_pdf(document(blocks=(LEAD, *rows(PHASES[0], *many), REST)), PROFILE)

    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(made)]
    assert len(pages) > 1
    assert all("TT Đợt Thời gian" in " ".join(page.split()) for page in pages[:2])
    assert "|" not in printed(made)


@pytest.mark.parametrize("write", [write_docx, write_pdf])
def test_a_letter_may_be_nothing_but_a_table(write):
    letter = document(doc_type="Công văn", title=None, blocks=rows(*PHASES))

    assert "Đợt 2" in load(write(letter, PROFILE), f"a.{write.__name__[6:]}").text


def test_word_never_sets_two_tables_side_by_side():
    paper = opened(write_docx(document(doc_type=None, title=None, blocks=rows(*PHASES)), PROFILE))

    tags = [child.tag.rpartition("}")[2] for child in paper.element.body]
    assert tags == ["tbl", "p", "tbl", "p", "tbl", "sectPr"]


def test_the_last_row_stays_with_the_signature():
    paper = opened(write_docx(document(blocks=rows(*PHASES)), PROFILE))
    table, gap = paper.tables[1], paper.paragraphs[-1]

    kept = [cell.paragraphs[0].paragraph_format.keep_with_next for cell in table.rows[-1].cells]
    assert kept == [True, True, True]
    assert gap.style.paragraph_format.keep_with_next


@pytest.mark.parametrize("count", range(14, 24))
def test_the_signature_never_stands_alone_on_a_page_of_a_pdf(count):
    clauses = tuple(Block(2, f"{n}.", "Nội dung thi đua.") for n in range(1, count))

    pages = pypdfium2.PdfDocument(write_pdf(document(blocks=(*clauses, REST)), PROFILE))

    end = pages[len(pages) - 1].get_textpage().get_text_range()
    assert "Các đơn vị thực hiện" in end
    assert "Nguyễn Thị Hưng" in end
