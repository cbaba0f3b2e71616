"""Who gets in where the unit has ended: whoever keeps its records, as far as the rules say."""

import pytest

from access import after_the_end
from access.rules import rules

ROOMS = sorted({rule.room for rule in rules() if "here" in rule.places})


@pytest.mark.parametrize("room", ROOMS)
def test_things_of_an_ended_unit_open_to_who_keeps_its_records_and_nobody_else(room, visits):
    wrong = list(after_the_end.wrong_answers(room, visits))

    assert wrong == [], "\n".join(wrong)
