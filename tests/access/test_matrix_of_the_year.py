"""Who gets in at the addresses of every room around the running year."""

import pytest

from access import walk

ROOMS = tuple(room for room in walk.ROOMS if room not in {"org", "oversight"})


@pytest.mark.parametrize("room", ROOMS)
def test_every_address_lets_in_whom_its_rule_names_and_nobody_else(room, visits):
    wrong = list(walk.wrong_answers(room, visits))

    assert wrong == [], "\n".join(wrong)
