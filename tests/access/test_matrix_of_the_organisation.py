"""Who gets in at the addresses of the rooms `org` and `oversight`."""

import pytest

from access.walk import wrong_answers

ROOMS = ("org", "oversight")


@pytest.mark.parametrize("room", ROOMS)
def test_every_address_lets_in_whom_its_rule_names_and_nobody_else(room, visits):
    wrong = list(wrong_answers(room, visits))

    assert wrong == [], "\n".join(wrong)
