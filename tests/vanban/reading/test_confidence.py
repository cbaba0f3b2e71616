"""A stated confidence is worth what readings compared with the truth have shown."""

import pytest

from vanban.reading.places import calibrated


def test_every_value_counted_right_makes_surer_but_never_certain():
    assert 0.98 < calibrated("full_number", 0.98) < 1


def test_places_in_lists_share_what_was_counted_for_their_field():
    assert calibrated("phases[0].start", 0.9) == calibrated("phases[7].start", 0.9)


@pytest.mark.parametrize("stated", [0.5, 0.8, 0.9, 0.98])
def test_what_was_never_counted_keeps_what_is_stated(stated):
    assert calibrated("no_such_field", stated) == stated


def test_more_evidence_is_never_worth_less():
    worth = [calibrated("issuing_body", stated) for stated in (0.5, 0.8, 0.98)]

    assert worth == sorted(worth)
