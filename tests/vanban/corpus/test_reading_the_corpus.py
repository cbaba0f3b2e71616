"""A part of the corpus and the held-out documents of our pen, read: never below these floors."""

import pytest
from damages import DAMAGES
from generator import documents
from heldout import OWN, held_out
from matching import DATES, judged
from scoring import Score

from vanban.reading.as_json import as_json
from vanban.reading.read import read_text

FLOOR, DATES_FLOOR = 0.9, 0.9


def score_of(pairs) -> Score:
    score = Score()
    for text, truth in pairs:
        score.add(judged(truth, as_json(read_text(text))), {})
    return score


@pytest.mark.parametrize("damage", ["clean", "hard line breaks", "two tone placements"])
def test_generated_documents_are_read(damage):
    made = documents(seed=3, number=20)
    score = score_of((DAMAGES[damage](one)[0].decode(), one.marked.truth) for one in made)

    assert score.tally().f1 >= FLOOR
    assert score.tally(DATES).f1 >= DATES_FLOOR


def test_held_out_documents_are_read():
    score = score_of((one.text, one.truth) for one in held_out(OWN))

    assert score.documents >= 20
    assert score.tally().f1 >= FLOOR
    assert score.tally(DATES).f1 >= DATES_FLOOR
