"""Reading order, list numbers and odd corners of Word files."""

import pytest

from sources.files import W, docx_of, listed, paragraph, parts_of, table, zipped
from vanban.sources.load import load


def text_of(body: str, **parts: str) -> str:
    return load(docx_of(body, **parts), "a.docx").text


def numbering(*levels: tuple[str, str], start: int = 1, extra: str = "") -> str:
    """The insides of ``numbering.xml``: lists 1 and 2 share one definition."""
    made = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>'
        f'<w:lvlText w:val="{text}"/>{extra}</w:lvl>'
        for depth, (style, text) in enumerate(levels)
    )
    uses = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="0"/></w:num>' for number in (1, 2)
    )
    return f'<w:abstractNum w:abstractNumId="0">{made}</w:abstractNum>{uses}'


def test_paragraphs_are_set_apart_and_soft_breaks_kept():
    run = "<w:r><w:t>KẾ HOẠCH</w:t><w:br/><w:t>năm</w:t><w:tab/><w:t>2024</w:t></w:r>"

    assert text_of(f"<w:p>{run}</w:p><w:p/>{paragraph('Nội dung')}") == (
        "KẾ HOẠCH\nnăm\t2024\n\nNội dung"
    )


def test_inserted_and_linked_words_are_read_deleted_and_hidden_ones_are_not():
    body = (
        "<w:p><w:ins><w:r><w:t>a</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>b</w:delText></w:r></w:del>"
        "<w:hyperlink><w:r><w:t>c</w:t></w:r></w:hyperlink>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>d</w:t></w:r>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r>"
        "<w:moveFrom><w:r><w:t>e</w:t></w:r></w:moveFrom>"
        '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>f</w:t><w:noBreakHyphen/></w:r></w:p>'
    )

    assert text_of(body) == "acf-"


def test_letters_shown_as_capitals_are_read_as_capitals():
    assert text_of("<w:p><w:r><w:rPr><w:caps/></w:rPr><w:t>Kế hoạch</w:t></w:r></w:p>") == (
        "KẾ HOẠCH"
    )


def test_words_in_content_controls_are_read():
    control = f"<w:sdt><w:sdtContent>{paragraph('Số: 05/KH')}</w:sdtContent></w:sdt>"

    assert text_of(control) == "Số: 05/KH"


def test_a_text_box_is_read_once_after_its_paragraph():
    box = f"<w:txbxContent>{paragraph('Trong khung')}</w:txbxContent>"
    drawing = (
        f"<mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    )

    assert text_of(f"<w:p><w:r>{drawing}<w:t>Ngoài</w:t></w:r></w:p>") == "Ngoài\n\nTrong khung"


def test_letterhead_is_read_column_by_column():
    head = table(
        ("LĐLĐ TỈNH\nCÔNG ĐOÀN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do"),
        ("Số: 05/KH", "Ninh Bình, ngày 15"),
    )

    assert text_of(head) == (
        "LĐLĐ TỈNH\nCÔNG ĐOÀN\nSố: 05/KH\n\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do\nNinh Bình, ngày 15"
    )


@pytest.mark.parametrize(
    "authority", ["TM. BAN THƯỜNG VỤ", "TM/BCH", "CHỦ TỊCH", "PHÓ CHỦ TỊCH", "THƯ KÝ"]
)
def test_signature_block_is_read_column_by_column(authority):
    block = table(("Nơi gửi\n- Lưu.", f"{authority}\nVũ Văn An"))

    assert text_of(block) == f"Nơi gửi\n- Lưu.\n\n{authority}\nVũ Văn An"


def test_a_table_with_content_becomes_rows():
    content = table(("TT", "Chỉ tiêu\nnăm", "Đơn vị"), ("1", "Đoàn viên", ""), ("", "", ""))

    assert text_of(content) == "| TT | Chỉ tiêu năm | Đơn vị |\n\n| 1 | Đoàn viên |  |"


def test_a_table_whose_lines_were_taken_away_sets_things_side_by_side():
    lines = (
        '<w:tblPr><w:tblBorders><w:top w:val="none"/><w:left w:val="nil"/></w:tblBorders></w:tblPr>'
    )
    bare = table(("Kính gửi:", "Các đơn vị\ntrực thuộc")).replace("<w:tbl>", f"<w:tbl>{lines}")

    assert text_of(bare) == "Kính gửi:\n\nCác đơn vị\ntrực thuộc"


def test_a_table_of_one_cell_is_only_a_frame():
    assert text_of(table(("Điều 1\nĐiều 2",))) == "Điều 1\nĐiều 2"


def test_computed_numbers_of_several_depths():
    levels = (
        ("upperRoman", "%1."),
        ("decimal", "%2."),
        ("decimal", "%2.%3."),
        ("lowerLetter", "%4)"),
    )
    body = (
        listed("A") + listed("B", 1) + listed("C", 2) + listed("D", 2) + listed("E", 3)
        + paragraph("không số")
        + listed("F") + listed("G", 1) + listed("H", 2)
    )  # fmt: skip

    assert text_of(body, numbering=numbering(*levels)).split("\n\n") == [
        "I. A", "1. B", "1.1. C", "1.2. D", "a) E", "không số", "II. F", "1. G", "1.1. H",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("style", "text", "start", "shown"),
    [
        ("decimalZero", "%1.", 5, "05."),
        ("upperLetter", "%1.", 28, "BB."),
        ("lowerRoman", "(%1)", 4, "(iv)"),
        ("upperRoman", "%1.", 1994, "MCMXCIV."),
        ("bullet", "\uf0b7", 1, "-"),
        ("bullet", "+", 1, "+"),
        ("none", "", 1, ""),
        ("ordinalText", "Điều %1.", 7, "Điều 7."),
    ],
)
def test_styles_of_numbers(style, text, start, shown):
    body = listed("Nội dung")

    assert text_of(body, numbering=numbering((style, text), start=start)) == (
        f"{shown} Nội dung".strip()
    )


def test_lists_of_one_definition_count_on_unless_told_to_begin_anew():
    again = (
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    body = listed("A") + listed("B", number=2) + listed("C", number=3) + listed("D", number=3)

    read = text_of(body, numbering=numbering(("decimal", "%1.")) + again)

    assert read.split("\n\n") == ["1. A", "2. B", "1. C", "2. D"]


def test_legal_numbering_turns_roman_into_arabic():
    levels = numbering(("upperRoman", "%1."), ("decimal", "%1.%2."), extra="<w:isLgl/>")

    assert text_of(listed("A") + listed("B", 1), numbering=levels) == "1. A\n\n1.1. B"


def test_a_paragraph_style_brings_its_numbers():
    styles = (
        '<w:style w:styleId="Muc"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="MucCon"><w:basedOn w:val="Muc"/></w:style>'
    )
    body = paragraph("A", '<w:pStyle w:val="MucCon"/>')
    none = paragraph("B", '<w:pStyle w:val="MucCon"/><w:numPr><w:numId w:val="0"/></w:numPr>')

    read = text_of(body + none, numbering=numbering(("upperRoman", "%1.")), styles=styles)

    assert read == "I. A\n\nB"


def test_styles_that_build_on_each_other_in_a_circle_do_no_harm():
    styles = '<w:style w:styleId="A"><w:basedOn w:val="A"/></w:style>'

    read = text_of(paragraph("x", '<w:pStyle w:val="A"/>'), numbering=numbering(), styles=styles)

    assert read == "x"


def test_a_list_style_lends_its_levels():
    numbers = (
        '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="Danh"/></w:abstractNum>'
        + numbering(("decimal", "%1)"))
        + '<w:num w:numId="7"><w:abstractNumId w:val="5"/></w:num>'
    )
    styles = (
        '<w:style w:styleId="Danh"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )

    assert text_of(listed("A", number=7), numbering=numbers, styles=styles) == "1) A"


def test_the_strict_edition_of_the_format_is_read():
    parts = parts_of(listed("Kế hoạch"), numbering=numbering(("decimal", "%1.")))
    strict = {
        name: str(content).replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main")
        for name, content in parts.items()
    }

    assert load(zipped(strict), "a.docx").text == "1. Kế hoạch"
