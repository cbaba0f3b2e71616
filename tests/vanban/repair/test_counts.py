from vanban.repair.counts import as_text, count, from_text


def test_counts_come_back_from_their_stored_form():
    counts = count(["Thi đua dạy tốt, học tốt năm 2024. Thi đua dạy tốt!"])

    again = from_text(as_text(counts))

    assert (again.threes, again.forms) == (counts.threes, counts.forms)


def test_both_places_of_a_tone_are_one_word():
    assert count(["văn hoá mới"]).threes == count(["văn hóa mới"]).threes


def test_figures_are_one_word():
    assert count(["năm 2024 và"]).threes == count(["năm 1986 và"]).threes
