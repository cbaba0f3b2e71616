"""Decisions and minutes: the collective above, articles, a second hand, the list behind."""

from vanban.reading.model import Block
from vanban.writing.composition import compose
from vanban.writing.docx import write_docx
from vanban.writing.model import Annex, Hand
from vanban.writing.pdf import write_pdf
from vanban.writing.profiles import profiles
from writing.documents import document, opened, printed, rows

PROFILE = profiles()["tld933"]
DECISION = {
    "doc_type": "Quyết định",
    "title": "Về việc tặng Giấy khen",
    "authority": "Ban Thường vụ Công đoàn Giáo dục tỉnh Ninh Bình",
    "blocks": (
        Block(0, "", "Căn cứ Luật Thi đua, khen thưởng;"),
        Block(0, "", "Xét đề nghị của Hội đồng."),
        Block(0, "", "QUYẾT ĐỊNH:"),
        Block(0, "Điều 1.", "Tặng Giấy khen cho 02 cá nhân."),
        Block(0, "Điều 2.", "Các đơn vị thi hành."),
    ),
    "annexes": (
        Annex(
            heading=("DANH SÁCH", "Cá nhân được tặng Giấy khen"),
            note="(Kèm theo Quyết định số 06/QĐ-CĐGD)",
            blocks=rows("| STT | Họ và tên |", "| 1 | Lê Quang Huy |", "| 2 | Vũ Thị Ngọc |"),
        ),
    ),
}
MINUTES = {
    "doc_type": "Biên bản",
    "signature": ("CHỦ TỌA",),
    "cosigners": (Hand(("THƯ KÝ",), "Phạm Thu Hà"),),
}


def test_a_decision_names_its_collective_its_grounds_and_its_articles():
    paragraphs = compose(document(**DECISION), PROFILE).paragraphs

    assert [(part.role, part.text[: part.bold]) for part in paragraphs] == [
        ("center", ""),
        ("basis", ""),
        ("basis", ""),
        ("center", ""),
        ("text", "Điều 1."),
        ("text", "Điều 2."),
    ]
    assert paragraphs[0].text == "BAN THƯỜNG VỤ CÔNG ĐOÀN GIÁO DỤC TỈNH NINH BÌNH"
    assert [part.text.endswith("./.") for part in paragraphs] == [False] * 5 + [True]


def test_in_other_papers_a_line_that_begins_like_a_ground_stays_text():
    blocks = (Block(0, "", "Xét tình hình của đơn vị."), Block(0, "", "QUYẾT ĐỊNH:"))

    paragraphs = compose(document(blocks=blocks), PROFILE).paragraphs

    assert [part.role for part in paragraphs] == ["text", "text"]


def test_the_list_stands_behind_the_signature_on_a_page_numbered_by_itself():
    text = printed(write_pdf(document(**DECISION), PROFILE))

    assert text.index("Nguyễn Thị Hưng") < text.index("DANH SÁCH") < text.index("Vũ Thị Ngọc")
    assert not [line for line in text.splitlines() if line.strip() == "2"]


def test_word_sets_the_number_of_an_article_in_bold_and_the_list_on_its_own_pages():
    paper = opened(write_docx(document(**DECISION), PROFILE))

    (article,) = [one for one in paper.paragraphs if one.text.startswith("Điều 1.")]
    assert [(run.text, run.bold) for run in article.runs] == [
        ("Điều 1.", True),
        (" Tặng Giấy khen cho 02 cá nhân.", None),
    ]
    assert len(paper.sections) == 2
    assert [cell.text for cell in paper.tables[-1].rows[1].cells] == ["1", "Lê Quang Huy"]


def test_minutes_are_signed_by_two_hands():
    minutes = document(**MINUTES)

    text = printed(write_pdf(minutes, PROFILE))
    signatures = opened(write_docx(minutes, PROFILE)).tables[-1]

    assert text.index("THƯ KÝ") < text.index("Phạm Thu Hà") < text.index("Nơi nhận")
    left, right = (cell.text for cell in signatures.rows[0].cells)
    assert left.split("\n") == ["THƯ KÝ", "Phạm Thu Hà"]
    assert right.split("\n") == ["CHỦ TỌA", "Nguyễn Thị Hưng"]
    assert signatures.rows[1].cells[0].text.startswith("Nơi nhận:")


def test_minutes_without_place_and_date_leave_no_dots_for_them():
    undated = compose(document(**MINUTES, place=None, date=None), PROFILE)
    dated = compose(document(**MINUTES, date=None), PROFILE)

    assert undated.place_date == ""
    assert "ngày" in dated.place_date


def test_undated_minutes_can_be_printed():
    minutes = document(**MINUTES, place=None, date=None)

    assert "ngày … tháng" not in printed(write_pdf(minutes, PROFILE))
    assert opened(write_docx(minutes, PROFILE)).tables[0].cell(1, 1).text == ""


def test_what_asks_for_a_hand_stands_in_brackets_and_a_stamp_does_not():
    marks = [
        compose(document(mark=mark), PROFILE).mark
        for mark in ("Ký, ghi rõ họ tên", "Đã ký", "CÔNG ĐOÀN TỈNH NINH BÌNH")
    ]

    assert marks == ["(Ký, ghi rõ họ tên)", "(Đã ký)", "CÔNG ĐOÀN TỈNH NINH BÌNH"]
