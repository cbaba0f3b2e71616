"""The same walk with nobody left out: every kind of post at every place, on every way.

The short walk leaves out whoever is implied, because more rights never close an address. Here that
is looked at instead of assumed; it takes minutes.
"""

import pytest

from access import walk
from access.roles import ROLES
from access.rules import RULES
from access.visiting import REFUSED

PLACES = ("here", "above", "top", "below", "branch")


@pytest.mark.slow
@pytest.mark.parametrize("room", walk.ROOMS)
def test_every_kind_of_post_gets_in_where_its_rights_say_and_nowhere_else(room, visits):
    wrong = []
    for address in walk.addresses(room, visits.places.here):
        for way in walk.WAYS:
            rule = RULES.get((address.name, way))
            for code, rights in ROLES.items() if rule and not rule.refusals_only else ():
                for place in PLACES:
                    user = visits.account(rights, place)
                    status, _to = visits.answer(user, way, address.url, address.sent)
                    if (status not in REFUSED) != rule.lets_in(rights, place):
                        wrong.append(f"{way} {address.name}: {code} {place} got {status}")

    assert wrong == [], "\n".join(wrong)
