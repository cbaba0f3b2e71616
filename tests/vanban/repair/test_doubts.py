"""What a person is asked to look at, and what is left alone."""

import pytest

from repair.damaged import DAMAGED
from vanban.repair import Repair, RepairedWord, repair
from vanban.repair.evidence import disagreements
from vanban.repair.strays import stray_signs

STRAY = DAMAGED.replace("\n", " ¢\n", 1)


@pytest.fixture(scope="module")
def with_stray() -> Repair:
    return repair(STRAY)


def _of(sign: str, repaired: Repair) -> list[RepairedWord]:
    return [word for word in repaired.words if word.seen == sign]


def test_a_sign_alone_among_words_is_doubted_and_stays(with_stray):
    (mark,) = _of("¢", with_stray)

    assert mark.doubtful
    assert mark.word == "¢"
    assert with_stray.text[slice(*mark.span)] == "¢"


def test_marks_come_in_the_order_of_the_text(with_stray):
    starts = [word.span[0] for word in with_stray.words]

    assert starts == sorted(starts)


def test_dashes_bullets_and_dots_to_fill_in_are_no_strays():
    text = "- một\n• hai – ba\n+ bốn / năm ........ sáu & bảy"

    assert list(stray_signs(text, [(0, len(text))])) == []


def test_strays_outside_the_damaged_stretches_are_not_looked_for():
    assert list(stray_signs("ab > cd ; ef", [(5, 12)])) == [(8, 9)]


def test_signs_taken_for_different_words_in_one_text_disagree():
    pairs = [("dong", "động"), ("Dong", "Đồng"), ("dong", "động"), ("thi", "thi")]

    assert disagreements(pairs) == pytest.approx([1 / 3, 2 / 3, 1 / 3, 0])


def test_a_word_joined_to_another_by_a_sign_is_doubted():
    joined = repair(DAMAGED.replace("thi dua", "thi-dua", 1))

    assert "thi-" in joined.original
    place = joined.original.index("thi-dua") + len("thi-")
    (mark,) = [word for word in joined.words if word.source_span[0] == place]
    assert mark.doubtful
