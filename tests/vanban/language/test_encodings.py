"""Old encodings become Unicode, and Unicode is left alone."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.language.encodings.restoring import decoded_bytes, restored
from vanban.language.encodings.tables import (
    TCVN3,
    VISCII,
    VNI,
    encoding_of_font,
    is_font_of_capitals,
    windows_text,
)

PLAN = """Liên đoàn Lao động tỉnh Ninh Bình
Số: 05/KH-LĐLĐ
Kế hoạch tổ chức phong trào thi đua yêu nước năm 2024
Thực hiện Nghị quyết Đại hội Công đoàn, Ban Thường vụ đề nghị các cấp công đoàn:
- Vận động đoàn viên hưởng ứng, mỗi người một sáng kiến “nhỏ mà thiết thực”;
- Chậm nhất ngày 20/12/2024 gửi báo cáo.
Lưu: Văn thư"""


def stored(text: str, encoding) -> str:
    """The text as an old font has it; capitals with a tone mark as small letters."""
    signs = {letter: sign for sign, letter in reversed(encoding.letters.items())}
    made = (signs.get(letter, signs.get(letter.lower(), letter)) for letter in text)
    return "".join(made).replace("“", "\x93").replace("”", "\x94")


def bytes_of(text: str, encoding) -> bytes:
    return stored(text, encoding).encode("latin-1")


def in_windows_vietnamese(text: str) -> bytes:
    """Tone marks behind their letters, as that code page has them."""
    marks = "\u0300\u0301\u0303\u0309\u0323"
    made = []
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        tone = "".join(part for part in parts if part in marks)
        base = "".join(part for part in parts if part not in marks)
        made.append(unicodedata.normalize("NFC", base) + tone)
    return "".join(made).encode("cp1258")


@pytest.mark.parametrize("encoding", [TCVN3, VNI], ids=lambda encoding: encoding.name)
def test_bytes_of_an_old_font_are_read_by_the_words_they_make(encoding):
    found = decoded_bytes(bytes_of(PLAN, encoding))

    assert found.text == PLAN
    assert found.encodings == (encoding.name,)


def test_viscii_is_read_by_the_words_it_makes():
    plain = PLAN.replace("“", '"').replace("”", '"')

    assert decoded_bytes(stored(plain, VISCII).encode("latin-1")).text == plain


def test_windows_vietnamese_is_read_by_the_words_it_makes():
    assert decoded_bytes(in_windows_vietnamese(PLAN)).text == PLAN


@pytest.mark.parametrize("encoding", [TCVN3, VNI], ids=lambda encoding: encoding.name)
def test_letters_of_an_old_font_pasted_as_unicode_are_restored(encoding):
    found = restored(windows_text(bytes_of(PLAN, encoding)))

    assert found.text == PLAN
    assert found.encodings == (encoding.name,)


def test_text_that_was_made_utf_8_twice_is_restored():
    assert restored(windows_text(PLAN.encode())).text == PLAN


def test_a_file_put_together_from_several_encodings_is_read_line_by_line():
    lines = PLAN.encode().split(b"\n")
    old = bytes_of(PLAN, TCVN3).split(b"\n")
    other = bytes_of(PLAN, VNI).split(b"\n")

    found = decoded_bytes(b"\n".join([*lines, *old, *other]))

    assert found.text == f"{PLAN}\n{PLAN}\n{PLAN}"
    assert set(found.encodings) == {"TCVN3", "VNI"}


@pytest.mark.parametrize(
    "text",
    [
        PLAN,
        "HÒA, HOÀ, thủy, thuỷ",
        "Café “Đồng Nai” – 30 °C, 20 m², ½ ngày; 3 \u00d7 4 = 12…",
        "A letter in English, © 2024 ®",
        "",
    ],
)
def test_unicode_comes_out_unchanged(text):
    found = restored(text)

    assert (found.text, found.encodings) == (text, ())


def test_a_few_odd_signs_in_unicode_are_no_old_encoding():
    text = f"{PLAN}\nCông ty TNHH Größe và Señor © 2024"

    assert restored(text).text == text


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("C\u00a4NG \u00a7O\u00b5N", "CÔNG ĐOÀN"),
        ("H\u00b5 N\u00e9I", "HÀ NỘI"),
        ("V\u00f2 H\u00b5", "Vũ Hà"),
        ("S\u00e8: 05/KH", "Số: 05/KH"),
    ],
)
def test_small_letters_between_capitals_are_capitals_that_the_font_lacked(typed, meant):
    assert TCVN3.decoded(typed) == meant


@pytest.mark.parametrize(
    ("font", "encoding", "capitals"),
    [
        (".VnTime", TCVN3, False),
        (".VnTimeH", TCVN3, True),
        (".vnarial", TCVN3, False),
        ("VNI-Times", VNI, False),
        ("Times New Roman", None, False),
        ("", None, False),
    ],
)
def test_the_name_of_a_font_tells_its_encoding(font, encoding, capitals):
    assert encoding_of_font(font) is encoding
    assert is_font_of_capitals(font) is capitals


@pytest.mark.parametrize(
    ("encoding", "letters"),
    [(TCVN3, 74), (VNI, 134), (VISCII, 134)],
    ids=["TCVN3", "VNI", "VISCII"],
)
def test_tables_know_every_letter_once(encoding, letters):
    assert len(set(encoding.letters.values())) == letters


@given(st.binary(max_size=200))
def test_any_bytes_are_read(data):
    assert decoded_bytes(data).text.count("\n") == data.replace(b"\r\n", b"\n").replace(
        b"\r", b"\n"
    ).count(b"\n")


@given(st.text(max_size=200))
def test_any_text_keeps_its_lines(text):
    assert restored(text).text.count("\n") == text.count("\n")
