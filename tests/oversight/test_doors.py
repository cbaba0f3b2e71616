"""Nobody is led to a page of the keepers or of the organisation that refuses them."""

import pytest
from lxml import html

from factories import CHAIR, CLERK, COMMITTEE, KEEPER, LEADER, UnitFactory, user_as

LEADING = ("/oversight/", "/units/", "/units/tree/", "/groupings/", "/areas/")


@pytest.fixture
def group(workplace):
    return UnitFactory(name="Tổ 1", under=workplace)


def _links(page) -> set[str]:
    found = html.fromstring(page.content).xpath("//main//a/@href")
    return {link for link in found if link.startswith("/") and "?" not in link}


@pytest.mark.parametrize("post", [CHAIR, CLERK, COMMITTEE, KEEPER, LEADER])
@pytest.mark.parametrize("place", ["province", "workplace"])
def test_every_door_that_is_shown_opens(client, request, post, place):
    unit = request.getfixturevalue(place)
    request.getfixturevalue("group")
    client.force_login(user_as(post, unit))

    shown = {link for page in LEADING for link in _links(client.get(page))}

    assert len(shown) > 5
    assert dict.fromkeys(shown, 200) == {
        link: client.get(link, follow=True).status_code for link in shown
    }
