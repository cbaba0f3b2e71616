from repair.damaged import DAMAGED, plan
from vanban.repair import damaged_stretches


def test_a_damaged_page_is_one_stretch():
    ((start, end),) = damaged_stretches(DAMAGED)

    assert DAMAGED[start:end].strip() == DAMAGED.strip()


def test_a_damaged_annex_is_found_behind_a_sound_document():
    sound = plan("001")

    ((start, end),) = damaged_stretches(sound + "\n\n" + DAMAGED)

    assert start > len(sound)
    assert end >= len(sound) + len(DAMAGED.rstrip())


def test_of_a_few_words_nothing_is_said():
    assert damaged_stretches("Céng doan co so, nha gido") == ()


def test_an_empty_text_has_no_stretch():
    assert damaged_stretches("") == ()
