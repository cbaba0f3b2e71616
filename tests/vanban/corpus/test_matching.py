"""When the bench calls a value right."""

import pytest
from matching import alike, judged
from scoring import Score

EMPTY = {"name": "", "start": None, "end": None, "theme": None, "commemorations": []}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Công đoàn Giáo dục Hòa Bình", "CÔNG ĐOÀN GIÁO DỤC HOÀ BÌNH"),
        ("Thi đua “Dạy tốt – học tốt”", 'thi đua "dạy tốt - học tốt".'),
        ("Phát động thi đua năm\n2024", "Phát động thi đua năm 2024"),
    ],
)
def test_case_tone_place_quotes_and_dashes_do_not_matter(one, other):
    assert alike(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("Đợt 1", "Đợt 2"), ("Hòa Bình", "Hòa Bính"), ("Chủ tịch", None)]
)
def test_other_words_are_other_values(one, other):
    assert not alike(one, other)


def verdicts(truth, read):
    return sorted((one.field, one.verdict) for one in judged(truth, read))


def test_a_wrong_value_is_wrong_and_the_true_one_missed():
    assert verdicts({"date": "2024-01-15"}, {"date": "2024-01-16"}) == [
        ("date", "missed"),
        ("date", "wrong"),
    ]


def test_fields_that_cannot_be_known_are_not_judged():
    assert verdicts({}, {"date": "2024-01-16"}) == []
    truth = {"unknown": ["phases.end"], "phases": [EMPTY | {"name": "Đợt 1", "end": "2024-06-30"}]}
    assert verdicts(truth, {"phases": []}) == [("phases.name", "missed")]


def test_members_of_lists_are_paired_in_any_order():
    truth = {"recipients": ["Như trên", "Lưu: VT"]}

    assert verdicts(truth, {"recipients": ["Lưu: VT", "Các ban"]}) == [
        ("recipients", "missed"),
        ("recipients", "right"),
        ("recipients", "wrong"),
    ]


def test_phases_are_paired_by_their_days():
    true = EMPTY | {"name": "Đợt 2", "start": "2024-07-01", "end": "2024-12-31"}
    read = EMPTY | {"name": "Đợt II", "start": "2024-07-01", "end": "2024-12-30"}

    assert verdicts({"phases": [true]}, {"phases": [read]}) == [
        ("phases.end", "missed"),
        ("phases.end", "wrong"),
        ("phases.name", "missed"),
        ("phases.name", "wrong"),
        ("phases.start", "right"),
    ]


def test_confidences_are_kept_beside_the_verdict():
    score = Score()
    read = {"date": "2024-01-15", "recipients": ["Lưu: VT"]}
    truth = {"date": "2024-01-15", "recipients": []}

    score.add(judged(truth, read), {"date": 0.95, "recipients[0]": 0.6})

    assert score.certain == [("date", 0.95, True), ("recipients", 0.6, False)]
    assert score.tally().precision == 0.5
    assert score.tally().recall == 1
