"""The Word file: prescribed layout, real styles, the same bytes each time."""

import zipfile
from io import BytesIO

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from hypothesis import given
from hypothesis import strategies as st

from vanban.reading.model import Block
from vanban.sources.load import load
from vanban.writing.docx import write_docx
from vanban.writing.profiles import profiles
from writing.documents import document, opened

PROFILE = profiles()["tld933"]


@pytest.fixture(scope="module")
def paper():
    return opened(write_docx(document(), PROFILE))


def test_page_and_margins(paper):
    section = paper.sections[0]

    assert [round(side.mm) for side in (section.page_width, section.page_height)] == [210, 297]
    assert [round(side.mm) for side in (section.top_margin, section.bottom_margin)] == [20, 20]
    assert [round(side.mm) for side in (section.left_margin, section.right_margin)] == [30, 15]


def test_page_numbers_stand_centred_on_top_from_the_second_page(paper):
    section = paper.sections[0]
    header = section.header.paragraphs[0]

    assert "PAGE" in header._p.xml
    assert header.style.paragraph_format.alignment == WD_ALIGN_PARAGRAPH.CENTER
    assert header.style.font.size == Pt(13)
    assert section.different_first_page_header_footer
    assert section.first_page_header.is_linked_to_previous


@pytest.mark.parametrize(
    ("style", "size", "bold", "italic"),
    [
        ("Quốc hiệu", 12, True, False),
        ("Tiêu ngữ", 13, True, False),
        ("Cơ quan cấp trên", 12, False, False),
        ("Cơ quan ban hành", 12, True, False),
        ("Số ký hiệu", 13, False, False),
        ("Địa danh ngày tháng", 13, False, True),
        ("Tên loại", 14, True, False),
        ("Trích yếu", 14, True, False),
        ("Căn cứ", 14, False, True),
        ("Heading 1", 14, True, False),
        ("Nội dung", 14, False, False),
        ("Quyền hạn, chức vụ", 14, True, False),
        ("Họ tên người ký", 14, True, False),
        ("Nơi nhận", 12, True, True),
        ("Nơi nhận - mục", 11, False, False),
    ],
)
def test_every_box_has_its_style(paper, style, size, bold, italic):
    font = paper.styles[style].font

    assert (font.size, font.bold, font.italic) == (Pt(size), bold, italic)


def test_the_font_is_set_for_every_script_and_the_text_is_black(paper):
    for style in paper.styles:
        if style.element.rPr is not None and style.element.rPr.rFonts is not None:
            fonts = style.element.rPr.rFonts
            names = {fonts.get(qn(f"w:{slot}")) for slot in ("ascii", "hAnsi", "eastAsia", "cs")}
            assert names == {"Times New Roman"}
            assert str(style.font.color.rgb) == "000000"


def test_running_text_is_justified_with_an_indented_first_line(paper):
    layout = paper.styles["Nội dung"].paragraph_format

    assert layout.alignment == WD_ALIGN_PARAGRAPH.JUSTIFY
    assert layout.first_line_indent.mm == pytest.approx(12.7, abs=0.05)
    assert layout.space_after == Pt(6)
    assert layout.line_spacing == pytest.approx(1.15)


def test_content_is_made_of_styled_paragraphs(paper):
    found = [(part.style.name, part.text) for part in paper.paragraphs if part.text]

    assert found[0] == ("Tên loại", "KẾ HOẠCH")
    assert found[3:5] == [("Heading 1", "MỤC ĐÍCH, YÊU CẦU"), ("Heading 2", "Chủ đề thi đua")]
    assert found[-1] == ("Nội dung", "Các đơn vị triển khai thực hiện./.")


def test_the_signature_keeps_three_centimetres_for_the_hand(paper):
    name = paper.tables[-1].cell(0, 1).paragraphs[-1]

    assert name.text == "Nguyễn Thị Hưng"
    assert name.paragraph_format.space_before >= Mm(30)


def test_a_mark_leaves_the_name_where_it_was():
    made = opened(write_docx(document(mark="Đã ký"), PROFILE))
    *_, mark, name = made.tables[-1].cell(0, 1).paragraphs

    assert (mark.text, name.text) == ("(Đã ký)", "Nguyễn Thị Hưng")
    room = mark.paragraph_format.space_before + name.paragraph_format.space_before
    assert room == pytest.approx(Mm(PROFILE.signature_room_mm), abs=Mm(0.1))


def test_the_same_document_gives_the_same_bytes():
    assert write_docx(document(), PROFILE) == write_docx(document(), PROFILE)


def test_the_file_names_its_document_and_nothing_of_its_maker(paper):
    data = write_docx(document(), PROFILE)
    properties = paper.core_properties

    assert properties.title == "KẾ HOẠCH Phát động phong trào thi đua yêu nước năm 2024"
    assert properties.author == "CÔNG ĐOÀN GIÁO DỤC TỈNH NINH BÌNH"
    assert properties.created.date() == document().date
    with zipfile.ZipFile(BytesIO(data)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not any("thumbnail" in name for name in package.namelist())
        assert b"python" not in b"".join(package.read(name) for name in package.namelist())


def test_party_papers_carry_the_party_line_and_the_star():
    left, right = opened(write_docx(document(), profiles()["party66"])).tables[0].rows[0].cells

    assert right.paragraphs[0].text == "ĐẢNG CỘNG SẢN VIỆT NAM"
    assert "*" in [part.text for part in left.paragraphs]


def test_an_empty_document_is_still_a_page_with_a_letterhead():
    bare = document(
        parent_body=None, issuing_body=None, full_number=None, symbol=None, place=None, date=None,
        doc_type=None, title=None, blocks=(), recipients=(), signature=(), signer_name=None,
    )  # fmt: skip

    read = load(write_docx(bare, PROFILE), "a.docx").text

    assert read.split("\n\n")[1].startswith("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập")


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_words_can_be_written_and_come_back(title, text):
    made = write_docx(document(title=title, blocks=(Block(0, "", "a " + text),)), PROFILE)

    assert load(made, "a.docx").text.startswith("LIÊN")
