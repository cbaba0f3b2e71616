"""The PDF file: tagged, reproducible, and deaf to whatever the words look like."""

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vanban.reading.model import Block
from vanban.sources.load import load
from vanban.writing.pdf import write_pdf
from vanban.writing.profiles import profiles
from writing.documents import document, printed

PROFILE = profiles()["tld933"]


def test_title_language_and_tags_are_set():
    made = write_pdf(document(), PROFILE)
    pdf = pypdfium2.PdfDocument(made)

    assert pdf.get_metadata_value("Title").startswith("KẾ HOẠCH Phát động")
    assert pdf.get_metadata_value("Author") == "CÔNG ĐOÀN GIÁO DỤC TỈNH NINH BÌNH"
    assert pdfium.FPDFCatalog_IsTagged(pdf)
    assert b"/Lang (vi)" in made or b"/Lang(vi)" in made


def test_only_the_vendored_font_is_used():
    pdf = pypdfium2.PdfDocument(write_pdf(document(), PROFILE))

    names = {text.get_font().get_base_name() for text in pdf[0].get_objects(filter=[1])}

    assert names
    assert all("Tinos" in name for name in names)


def test_the_same_document_gives_the_same_bytes():
    assert write_pdf(document(), PROFILE) == write_pdf(document(), PROFILE)


def test_every_vietnamese_letter_is_printed():
    letters = "ăâđêôơư áàảãạ ắằẳẵặ ấầẩẫậ éèẻẽẹ ếềểễệ íìỉĩị óòỏõọ ốồổỗộ ớờởỡợ úùủũụ ứừửữự ýỳỷỹỵ"
    blocks = (Block(0, "", letters), Block(0, "", letters.upper()))

    read = printed(write_pdf(document(blocks=blocks), PROFILE))

    assert set((letters + letters.upper()).replace(" ", "")) <= set(read)


def test_page_numbers_begin_on_the_second_page():
    long = document(blocks=tuple(Block(2, f"{n}.", "Nội dung thi đua " * 30) for n in range(1, 12)))
    pages = pypdfium2.PdfDocument(write_pdf(long, PROFILE))
    words = [page.get_textpage().get_text_range().split("\r\n") for page in pages]

    assert len(words) > 1
    assert "1" not in words[0]
    assert all(str(number) in page for number, page in enumerate(words[1:], 2))


@pytest.mark.parametrize(
    "text",
    [
        "#panic() #read(sys.inputs.data)",
        "= Tiêu đề *đậm* _nghiêng_ `mã` $x^2$ @a <b> \\ // /* */",
        '"] #set page(fill: red) [',
        "{{ x }} {% y %}",
    ],
)
def test_words_are_never_taken_for_markup(text):
    made = write_pdf(document(title=text, blocks=(Block(0, "", f"{text} hết"),)), PROFILE)

    read = "".join(printed(made).split())
    assert read.count("".join(text.split())) == 2


@settings(deadline=None)
@given(st.text(max_size=40))
def test_any_words_can_be_written(text):
    made = write_pdf(
        document(title=text, place=text, recipients=(text,), signer_name=text, mark=text), PROFILE
    )

    assert load(made, "a.pdf").kind == "pdf"


@pytest.mark.parametrize("name", ["nd30", "tld933", "party66"])
def test_every_profile_can_be_printed(name):
    read = printed(write_pdf(document(), profiles()[name]))

    assert profiles()[name].head_line in read
