"""Which part of the side column a page belongs to."""

import pytest

from factories import KEEPER, actor_as
from thidua.home.entries import entries_for
from thidua.oversight.hub import GROUPS

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("place", [one for places in GROUPS.values() for one in places])
def test_what_quan_tri_leads_to_is_marked_as_part_of_it(place, province):
    pages = {entry.route: entry.pages for entry in entries_for(actor_as(KEEPER, province))}

    assert place.route in pages["oversight:hub"]
