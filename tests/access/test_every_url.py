"""What every address must have to be walked, and what no list may give away."""

from django.urls import reverse

from access.things import LISTS, SECRET, THINGS, thing_for
from access.walk import ROUTES
from factories import user_as

PARAMETERS = dict(ROUTES)


def test_every_parameter_has_a_thing():
    """A new kind of address must say what stands at it, or nobody knows whether it is closed."""
    needed = {name for name, parameters in ROUTES if parameters}

    assert needed <= set(THINGS)


def test_no_list_gives_anything_of_another_unit_away(client, workplace, outsider):
    for route in THINGS:
        thing_for(route, ("pk",), workplace)
    pages = {
        name: reverse(name, kwargs=thing_for(name, PARAMETERS[name], workplace)) for name in LISTS
    }
    client.force_login(user_as("chair", outsider))

    telling = [name for name, url in sorted(pages.items()) if SECRET in client.get(url).text]

    assert telling == []
