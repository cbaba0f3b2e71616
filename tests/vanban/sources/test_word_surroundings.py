"""What stands around the text of a Word file: headers, footers, notes, fields, old fonts."""

import pytest

from sources.files import OFFICE, W, docx_of, paragraph, parts_of, zipped
from vanban.sources.load import load

HEAD = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


def with_margins(*margins: tuple[str, str, str], first_differs: bool = False) -> bytes:
    """A file whose only section has headers and footers: kind, type, content."""
    references, relations, parts = "", "", {}
    for number, (kind, place, content) in enumerate(margins, 1):
        references += f'<w:{kind}Reference w:type="{place}" r:id="m{number}"/>'
        relations += f'<Relationship Id="m{number}" Type="x" Target="margin{number}.xml"/>'
        parts[f"word/margin{number}.xml"] = f'<w:hdr xmlns:w="{W}">{content}</w:hdr>'
    switch = "<w:titlePg/>" if first_differs else ""
    section = f'<w:sectPr xmlns:r="{OFFICE}">{references}{switch}</w:sectPr>'
    parts["word/_rels/document.xml.rels"] = f"<Relationships>{relations}</Relationships>"
    return zipped({**parts_of(paragraph("Nội dung") + section), **parts})


def field(instruction: str, shown: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f"<w:r><w:t>{shown}</w:t></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def test_a_header_of_the_first_page_alone_is_read_first_and_running_ones_are_kept_apart():
    source = load(
        with_margins(
            ("header", "first", paragraph("Mẫu số 01")),
            ("header", "default", paragraph("Kế hoạch năm 2024")),
            ("header", "even", paragraph("Công đoàn tỉnh")),
            ("footer", "default", paragraph("Địa chỉ: số 5")),
            first_differs=True,
        ),
        "a.docx",
    )

    assert source.text == "Mẫu số 01\n\nNội dung"
    assert source.margins == ("Kế hoạch năm 2024", "Công đoàn tỉnh", "Địa chỉ: số 5")


def test_a_letterhead_in_the_header_is_read_first():
    source = load(with_margins(("header", "default", paragraph(HEAD))), "a.docx")

    assert (source.text, source.margins) == (f"{HEAD}\n\nNội dung", ())


def test_a_header_of_the_first_page_that_is_switched_off_is_not_read():
    source = load(with_margins(("header", "first", paragraph("Mẫu số 01"))), "a.docx")

    assert (source.text, source.margins) == ("Nội dung", ())


def test_page_numbers_are_left_out_of_headers_and_text():
    number = "<w:p>" + field(" PAGE  \\* MERGEFORMAT ", "2") + "</w:p>"
    simple = '<w:p><w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>9</w:t></w:r></w:fldSimple></w:p>'

    source = load(with_margins(("header", "default", number), ("footer", "default", simple)), "a")

    assert (source.text, source.margins) == ("Nội dung", ())
    assert load(docx_of(paragraph("a") + number), "a.docx").text == "a"


def test_what_other_fields_show_is_read():
    dated = f"<w:p><w:r><w:t>Ngày </w:t></w:r>{field('DATE', '15/3')}</w:p>"

    assert load(docx_of(dated), "a.docx").text == "Ngày 15/3"


def test_footnotes_follow_the_text_in_the_order_of_their_marks():
    marked = '<w:p><w:r><w:t>Nội dung</w:t><w:footnoteReference w:id="{}"/></w:r></w:p>'
    notes = "".join(
        f'<w:footnote w:id="{number}">{paragraph(f"Chú thích {number}")}</w:footnote>'
        for number in (1, 2, 3)
    )

    read = load(docx_of(marked.format(3) + marked.format(1), footnotes=notes), "a.docx").text

    assert read == "Nội dung\n\nNội dung\n\n(1) Chú thích 3\n\n(2) Chú thích 1"


def test_soft_hyphens_and_deleted_rows_and_paragraphs_are_left_out():
    soft = "<w:p><w:r><w:t>thi</w:t><w:softHyphen/><w:t>đua</w:t></w:r></w:p>"
    row = "<w:tr>{}<w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>"
    rows = row.format("", paragraph("a"), paragraph("b"))
    rows += row.format("<w:trPr><w:del/></w:trPr>", paragraph("c"), paragraph("d"))

    assert load(docx_of(f"{soft}<w:tbl>{rows}</w:tbl>"), "a.docx").text == "thiđua\n\n| a | b |"


def test_a_deleted_paragraph_counts_in_no_list():
    place = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    deleted = f"<w:p><w:pPr>{place}<w:rPr><w:del/></w:rPr></w:pPr></w:p>"
    numbers = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="%1."/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = paragraph("A", place) + deleted + paragraph("B", place)

    assert load(docx_of(body, numbering=numbers), "a.docx").text == "1. A\n\n2. B"


def test_a_level_restarts_only_after_the_levels_it_names():
    levels = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:lvlText w:val="%{depth + 1}."/>{extra}</w:lvl>'
        for depth, extra in enumerate(("", "", '<w:lvlRestart w:val="1"/>'))
    )
    numbers = (
        f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = "".join(
        paragraph("x", f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="1"/></w:numPr>')
        for depth in (0, 1, 2, 1, 2, 0, 2)
    )

    read = load(docx_of(body, numbering=numbers), "a.docx").text

    assert read.split("\n\n") == ["1. x", "1. x", "1. x", "2. x", "2. x", "2. x", "1. x"]


def run(text: str, font: str, properties: str = "") -> str:
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>{properties}</w:rPr>'
    return f"<w:r>{fonts}<w:t>{text}</w:t></w:r>"


@pytest.mark.parametrize(
    ("runs", "read"),
    [
        (run("C\u00abng \u00aeo\u00b5n", ".VnTime"), "Công đoàn"),
        (run("c\u00abng \u00aeo\u00b5n", ".VnTimeH"), "CÔNG ĐOÀN"),
        (run("Co\u00e2ng \u00f1oa\u00f8n", "VNI-Times"), "Công đoàn"),
        (run("Co", "VNI-Times") + run("\u00e2ng", "VNI-Times"), "Công"),
        (run("L\u00adu", ".VnTime"), "Lưu"),
        (run("C\uf0abng", ".VnTime"), "Công"),
        (run("Công đoàn ", "Arial") + run("c\u00abng", ".VnTime"), "Công đoàn công"),
        (run("Công đoàn cơ sở", ".VnTime"), "Công đoàn cơ sở"),
        (
            run("L", ".VnTime")
            + '<w:r><w:rPr><w:rFonts w:hAnsi=".VnTime"/></w:rPr><w:softHyphen/></w:r>'
            + run("u", ".VnTime"),
            "Lưu",
        ),
    ],
)
def test_the_font_of_a_run_tells_its_encoding(runs, read):
    assert load(docx_of(f"<w:p>{runs}</w:p>"), "a.docx").text == read


def test_symbols_of_an_old_font_are_letters_and_others_ornaments():
    symbols = (
        '<w:r><w:sym w:font=".VnTime" w:char="F0AB"/>'
        '<w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
    )
    body = f"<w:p>{run('C', '.VnTime')}{symbols}{run('ng', '.VnTime')}</w:p>"

    assert load(docx_of(body), "a.docx").text == "Công"


def test_a_style_brings_its_font_and_its_capitals():
    styles = (
        '<w:style w:styleId="Cu" w:type="paragraph"><w:rPr>'
        '<w:rFonts w:ascii=".VnTime"/></w:rPr></w:style>'
        '<w:style w:styleId="Hoa" w:type="paragraph"><w:basedOn w:val="Cu"/>'
        "<w:rPr><w:caps/></w:rPr></w:style>"
    )
    body = paragraph("C\u00abng", '<w:pStyle w:val="Cu"/>') + paragraph(
        "\u00aeo\u00b5n", '<w:pStyle w:val="Hoa"/>'
    )

    assert load(docx_of(body, styles=styles), "a.docx").text == "Công\n\nĐOÀN"
