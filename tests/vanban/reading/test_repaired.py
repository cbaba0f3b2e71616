"""What a reading says of a text whose words had to be repaired."""

from dataclasses import replace

import pytest

from vanban.reading import read as reader
from vanban.reading.as_json import as_json, from_json
from vanban.repair.model import Repair, RepairedWord

SOUND = (
    "CÔNG ĐOÀN XÃ KIM BÔI\nSố: 05/KH-CĐX\nKim Bôi, ngày 5 tháng 1 năm 2024\n\n"
    "KẾ HOẠCH\nPhát động thi đua"
)
DAMAGED = SOUND.replace("thi đua", "thi dua")


@pytest.fixture
def mended(monkeypatch):
    place = SOUND.index("đua")
    span = (place, place + 3)
    word = RepairedWord(span, span, seen="dua", word="đua", others=("đưa",), confidence=0.6)
    monkeypatch.setattr(reader, "repair", lambda text, known: Repair(SOUND, text, (word,)))
    return reader.read_repaired(DAMAGED)


def test_the_repaired_text_is_read_and_its_words_are_kept(mended):
    assert mended.repaired
    assert mended.title == "Phát động thi đua"
    assert [(word.seen, word.word) for word in mended.repairs] == [("dua", "đua")]
    assert from_json(as_json(mended)) == replace(mended, blocks=())


def test_a_value_is_no_surer_than_its_least_sure_word(mended):
    sound = reader.read_text(SOUND)

    assert mended.confidence["title"] <= 0.6 < sound.confidence["title"]
    assert mended.confidence["full_number"] == sound.confidence["full_number"]


def test_a_sound_text_is_read_as_it_stands(monkeypatch):
    monkeypatch.setattr(reader, "repair", lambda text, known: Repair(text, text))

    assert reader.read_repaired(SOUND) == reader.read_text(SOUND)
