import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.repair.pieces import Kind, pieces_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("co’ quan", ["co’", "quan"]),
        ("“hi¢u qua”", ["hi¢u", "qua"]),
        ("ti-dé", ["ti", "dé"]),
        ("T6 chic", ["T6", "chic"]),
    ],
)
def test_signs_in_the_place_of_letters_belong_to_the_word(text, words):
    assert [piece.text for piece in pieces_of(text)] == words


@pytest.mark.parametrize("code", ["15/KH-CDGD", "10-NQ/HU", "TW4", "03/5/2024"])
def test_a_code_is_one_piece(code):
    assert [(piece.kind, piece.text) for piece in pieces_of(code)] == [(Kind.CODE, code)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("S6: 129/ BC-CDTHPT", "BC-CDTHPT"),
        ("S6: 206 /HD-CDX", "/HD-CDX"),
        ("S6: 83 / TTr-LDLD", "TTr-LDLD"),
        ("T/M BAN", "T/M"),
        ("TM. BAN", "TM"),
    ],
)
def test_a_symbol_apart_from_its_number_is_a_code(text, code):
    assert code in [piece.text for piece in pieces_of(text) if piece.kind is Kind.CODE]


def test_a_number_is_no_word():
    assert [piece.kind for piece in pieces_of("ngay 03 thang 5")] == [
        Kind.WORD,
        Kind.NUMBER,
        Kind.WORD,
        Kind.NUMBER,
    ]


def test_a_sentence_ends_at_a_stop_before_a_capital_and_not_at_the_end_of_a_line():
    pieces = pieces_of("thi dua. Cong doan\nco so; va. cac")

    assert [piece.text for piece in pieces if piece.breaks] == ["thi", "Cong"]


@given(st.text(max_size=200))
def test_pieces_stand_in_the_text_in_order(text):
    done = 0
    for piece in pieces_of(text):
        assert piece.start >= done
        assert text[piece.start : piece.end] == piece.text
        done = piece.end
