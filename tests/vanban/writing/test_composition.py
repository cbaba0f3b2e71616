"""The words of each box, before they are set in Word or PDF."""

import datetime as dt

from vanban.reading.model import Block
from vanban.writing.composition import compose
from vanban.writing.profiles import profiles
from writing.documents import document

PROFILE = profiles()["tld933"]


def test_a_draft_leaves_room_for_number_and_date():
    words = compose(document(full_number=None, date=None), PROFILE)

    assert words.number.split() == ["Số:", "/KH-CĐGD"]
    assert words.place_date.replace("\xa0", " ") == "Ninh Bình, ngày … tháng … năm …"


def test_a_number_is_printed_without_blanks():
    assert compose(document(full_number="05 /KH - CĐGD"), PROFILE).number == "Số: 05/KH-CĐGD"


def test_the_date_is_printed_in_words():
    words = compose(document(date=dt.date(2024, 7, 5)), PROFILE)

    assert words.place_date.replace("\xa0", " ") == "Ninh Bình, ngày 05 tháng 7 năm 2024"


def test_a_letter_has_its_subject_below_the_number_and_no_type():
    words = compose(document(doc_type="Công văn", title="đôn đốc báo cáo"), PROFILE)

    assert (words.subject, words.doc_type, words.title) == ("V/v đôn đốc báo cáo", "", "")
    assert words.heading == "V/v đôn đốc báo cáo"


def test_long_names_of_bodies_may_only_break_in_the_middle():
    words = compose(document(), PROFILE)

    assert words.superior.split(" ") == ["LIÊN\xa0ĐOÀN\xa0LAO\xa0ĐỘNG", "TỈNH\xa0NINH\xa0BÌNH"]
    assert words.issuer.split(" ") == ["CÔNG\xa0ĐOÀN\xa0GIÁO\xa0DỤC", "TỈNH\xa0NINH\xa0BÌNH"]


def test_the_end_mark_is_set_on_the_last_paragraph_only():
    paragraphs = compose(document(), PROFILE).paragraphs

    assert [part.text.endswith("./.") for part in paragraphs] == [False] * 4 + [True]


def test_headings_legal_bases_and_text_have_their_roles():
    blocks = (
        Block(0, "", "Căn cứ Luật Công đoàn;"),
        Block(1, "I.", "MỤC ĐÍCH", heading=True),
        Block(5, "1.1.", "Sâu", heading=True),
        Block(6, "a)", "Điểm", heading=True),
        Block(2, "1.", "Căn cứ tình hình."),
        Block(0, "", "Căn cứ tình hình, các đơn vị thực hiện"),
    )

    roles = [part.role for part in compose(document(blocks=blocks), PROFILE).paragraphs]

    assert roles == ["basis", "heading1", "heading3", "text", "text", "text"]


def test_no_line_can_begin_with_the_dash_of_a_span():
    text = compose(document(), PROFILE).paragraphs[3].text

    assert text == "- Nhiệm kỳ 2018\xa0- 2023 hoàn thành tốt nhiệm vụ."


def test_signed_copies_say_so_and_stamps_keep_their_words():
    assert compose(document(mark="Đã ký"), PROFILE).mark == "(Đã ký)"
    assert compose(document(mark="BCH CÔNG ĐOÀN"), PROFILE).mark == "BCH CÔNG ĐOÀN"
