import unicodedata

import pytest

from repair.damaged import DAMAGED, plan, prose
from vanban.repair import Repair, count, repair


@pytest.fixture(scope="module")
def repaired() -> Repair:
    return repair(DAMAGED)


def test_the_words_are_vietnamese_again(repaired):
    assert "phát động phong trào thi đua trong cán bộ" in repaired.text
    assert "Tiếp tục triển khai các phong trào thi đua yêu nước" in repaired.text


def test_every_line_stays_where_it_was(repaired):
    assert [bool(line) for line in repaired.text.split("\n")] == [
        bool(line) for line in DAMAGED.split("\n")
    ]


def test_figures_and_signs_stay(repaired):
    for kept in ("2024 - 2025", "15/KH-", "03/5/2024", "100%"):
        assert kept in repaired.text


def test_the_abbreviation_in_a_number_gets_its_stroke_back(repaired):
    assert "15/KH-CĐGD" in repaired.text


def test_a_word_knows_its_places_in_both_texts(repaired):
    assert repaired.words
    for word in repaired.words:
        assert repaired.text[slice(*word.span)] == word.word
        assert repaired.original[slice(*word.source_span)] == word.seen


def test_a_confidence_is_a_probability_and_others_are_other_words(repaired):
    for word in repaired.words:
        assert 0 <= word.confidence <= 1
        assert word.word not in word.others


def test_progress_ends_with_all_sentences_done():
    told = []

    repair(DAMAGED, progress=lambda done, all_: told.append((done, all_)))

    assert told[-1][0] == told[-1][1] == len(told)


def test_a_text_of_two_kinds_is_repaired_where_it_is_damaged():
    sound = plan("003")[:1500]

    both = repair(sound + "\n" + DAMAGED)

    assert both.text.startswith(sound)
    assert "phong trào thi đua yêu nước" in both.text[len(sound) :]


@pytest.mark.parametrize("name", ["000", "001", "002", "003", "report", "ward_2026"])
def test_a_sound_document_comes_back_unchanged(name):
    assert repair(plan(name)) == Repair(plan(name), plan(name))


def test_none_of_the_prose_is_taken_for_damaged():
    assert [text for text in prose() if repair(text).words] == []


def test_vietnamese_typed_without_accents_is_left_alone():
    bare = unicodedata.normalize("NFD", plan("003")).replace("đ", "d").replace("Đ", "D")
    bare = "".join(sign for sign in bare if not unicodedata.combining(sign))

    assert repair(bare).words == ()


def test_english_is_left_alone():
    text = "The committee shall report on the progress of every café and company it has visited. "

    assert repair(text * 20).words == ()


def test_words_of_the_unit_help():
    known = count(["Công đoàn Trường Mầm non Vàng Anh phát động phong trào thi đua. " * 5])

    text = DAMAGED.replace("Giao duc tinh", "Trudng Mam non Vang Anh")

    assert "Mầm non Vàng Anh" in repair(text, known=known).text


def test_the_damaged_plan_reads_as_its_transcript_does():
    """Most words of it: the exact share is what the bench measures."""
    true = plan("../truth/004")
    got = repair(plan("004")).text

    lines = list(zip(true.split("\n"), got.split("\n"), strict=True))
    found = sum(word in after.split() for line, after in lines for word in line.split())
    assert found > 0.92 * len(true.split())
