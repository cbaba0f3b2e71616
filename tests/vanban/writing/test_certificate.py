"""Certificates: every word in its place, however long, on every medium the same."""

import xml.etree.ElementTree as ET
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import pairwise

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vanban.writing.certificate import (
    HEIGHT,
    QR_TOP,
    WIDTH,
    Certificate,
    draw_certificate,
    lay_out,
    write_certificate,
    write_certificates,
)
from vanban.writing.fitting import Face, Passage, broken, fit, width_of

ADDRESS = "https://thidua.example.vn/k/K7M2QA9X3FDP/"
ONE = Certificate(
    issuer=("BAN THƯỜNG VỤ", "CÔNG ĐOÀN GIÁO DỤC TỈNH NINH BÌNH"),
    verb="TẶNG",
    form="GIẤY KHEN",
    name="Bà Vũ Thị Ngọc",
    post="Tổ trưởng Tổ công đoàn Ngữ văn, Công đoàn cơ sở Trường THPT Tràng An",
    merit="Đã có thành tích xuất sắc trong phong trào thi đua đợt 1 năm 2024",
    place_date="Ninh Bình, ngày 12 tháng 8 năm 2024",
    signature=("TM. BAN THƯỜNG VỤ", "CHỦ TỊCH"),
    signer_name="Nguyễn Thị Hưng",
    notes=("Quyết định số: 61/QĐ-CĐGD", "ngày 12 tháng 8 năm 2024", "Mã: K7M2-QA9X-3FDP"),
    address=ADDRESS,
)
LONGEST = replace(
    ONE,
    issuer=("BAN THƯỜNG VỤ", ("CÔNG ĐOÀN CƠ SỞ TRUNG TÂM GIÁO DỤC THƯỜNG XUYÊN " * 5)[:200]),
    form="KỶ NIỆM CHƯƠNG VÌ SỰ NGHIỆP XÂY DỰNG TỔ CHỨC CÔNG ĐOÀN",
    name=("Công đoàn cơ sở Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên " * 3)[:200],
    post=("Ủy viên Ban Chấp hành, Trưởng ban Nữ công, Tổ trưởng Tổ công đoàn " * 5)[:300],
    merit=("Đã có thành tích xuất sắc trong phong trào thi đua chào mừng kỷ niệm " * 8)[:500],
    signature=("TM. BAN THƯỜNG VỤ", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    signer_name=("Nguyễn Thị Hương Giang " * 7)[:150],
    notes=("Quyết định số: " + "1" * 60, *ONE.notes),
)


def printed(made):
    page = pypdfium2.PdfDocument(made)[0]
    return page.get_textpage().get_text_range().split("\r\n")


def face_of(line):
    return Face(bold=line.bold, italic=line.italic)


def test_the_lines_stand_in_the_prescribed_order():
    lines = sorted((line for line in lay_out(ONE) if not line.left), key=lambda line: line.y)

    assert [line.words for line in lines] == [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "BAN THƯỜNG VỤ",
        "CÔNG ĐOÀN GIÁO DỤC TỈNH NINH BÌNH",
        "TẶNG",
        "GIẤY KHEN",
        "Bà Vũ Thị Ngọc",
        "Tổ trưởng Tổ công đoàn Ngữ văn, Công đoàn cơ sở Trường THPT Tràng An",
        "Đã có thành tích xuất sắc trong phong trào thi đua đợt 1 năm 2024",
        "Ninh Bình, ngày 12 tháng 8 năm 2024",
        "TM. BAN THƯỜNG VỤ",
        "CHỦ TỊCH",
        "Nguyễn Thị Hưng",
    ]


def test_the_page_lies_across_and_says_every_line():
    made = write_certificate(ONE)
    document = pypdfium2.PdfDocument(made)

    assert [round(side / 72 * 25.4) for side in document[0].get_size()] == [WIDTH, HEIGHT]
    assert len(document) == 1
    assert sorted(printed(made)) == sorted(line.words for line in lay_out(ONE))
    assert document.get_metadata_value("Title") == "GIẤY KHEN – Bà Vũ Thị Ngọc"


def test_only_the_vendored_font_is_used():
    texts = pypdfium2.PdfDocument(write_certificate(ONE))[0].get_objects(filter=[1])

    assert {"Tinos" in text.get_font().get_base_name() for text in texts} == {True}


def test_the_same_certificate_gives_the_same_bytes():
    assert write_certificate(ONE) == write_certificate(ONE)


def test_several_certificates_are_pages_of_one_file():
    made = write_certificates([ONE, replace(ONE, name="Ông Trần Văn Minh")])
    pages = pypdfium2.PdfDocument(made)

    assert len(pages) == 2
    assert "Ông Trần Văn Minh" in pages[1].get_textpage().get_text_range()


def test_stock_that_is_printed_already_gets_the_texts_only():
    whole, texts = (write_certificate(ONE, texts_only=only) for only in (False, True))
    corner = [
        pypdfium2.PdfDocument(made)[0].render(scale=1).to_pil().getpixel((44, 44))
        for made in (whole, texts)
    ]

    assert corner[1] == (255, 255, 255)
    assert corner[0] != corner[1]
    assert printed(texts) == printed(whole)


def test_many_threads_may_write_at_once():
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(write_certificate, [ONE] * 8))

    assert set(made) == {write_certificate(ONE)}


@pytest.mark.parametrize("certificate", [ONE, LONGEST])
def test_every_line_stays_inside_the_frame(certificate):
    for line in lay_out(certificate):
        width = width_of(line.words, face_of(line)) * line.size
        first = line.x if line.left else line.x - width / 2

        assert first >= 21, line
        assert first + width <= WIDTH - 21, line
        assert 21 < line.y < HEIGHT - 21, line


@pytest.mark.parametrize("certificate", [ONE, LONGEST])
def test_no_line_runs_into_the_next(certificate):
    for left in (True, False):
        lines = sorted((one for one in lay_out(certificate) if one.left is left), key=place)
        for upper, lower in pairwise(lines):
            assert lower.y - lower.size * 0.7 >= upper.y, (upper, lower)


def place(line):
    return line.y


@pytest.mark.parametrize("certificate", [ONE, LONGEST])
def test_hand_and_seal_have_thirty_millimetres(certificate):
    lines = lay_out(certificate)
    lowest = max(line.y for line in lines if line.words in {"CHỦ TỊCH", "PHÓ CHỦ TỊCH"})
    name = min(line.y - line.size * 0.75 for line in lines if line.x == 216 and line.y > 180)

    assert name - lowest >= 30


def test_nothing_of_the_longest_words_is_lost_and_all_can_be_read():
    lines = lay_out(LONGEST)

    said = " ".join(line.words for line in lines)
    for words in (LONGEST.name, LONGEST.post, LONGEST.merit, LONGEST.issuer[1], LONGEST.form):
        assert " ".join(words.split()) in said
    assert min(line.size for line in lines) >= 1.8


@given(st.text(max_size=300), st.floats(min_value=2, max_value=60))
@settings(max_examples=60)
def test_broken_lines_hold_the_same_letters_and_fit(words, width):
    lines = broken(words, Face(), width)

    assert "".join("".join(lines).split()) == "".join(words.split())
    assert all(width_of(line, Face()) <= width or len(line) == 1 for line in lines)


def test_a_short_passage_keeps_its_size():
    (line,) = fit(
        (Passage(words="Bà Vũ Thị Ngọc", face=Face(bold=True), size=8),), width=200, height=20
    )

    assert line.size == 8


def test_the_drawing_for_a_page_has_the_same_lines_and_obeys_the_policy_of_pages():
    hostile = replace(ONE, name='<script>alert("1")</script> & con')

    drawn = ET.fromstring(draw_certificate(hostile, 'Giấy khen "mẫu"'))  # noqa: S314 -- our own

    texts = [element.text for element in drawn.iter("text")]
    assert texts == [line.words for line in lay_out(hostile)]
    assert drawn.get("aria-label") == 'Giấy khen "mẫu"'
    names = {name for element in drawn.iter() for name in element.attrib}
    assert not {name for name in names if name == "style" or name.startswith("on")}


def test_the_code_is_square_and_lies_beside_the_notes():
    drawn = ET.fromstring(draw_certificate(ONE, "x"))  # noqa: S314 -- our own
    code = drawn.findall("path")[-1]

    assert code.get("transform", "").startswith(f"translate(30 {QR_TOP})")
    assert code.get("d", "").startswith("M0 0h7v1h-7z")
