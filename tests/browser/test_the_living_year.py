"""Every kind of page of the loaded sample year, on the screen its people do not usually use."""

import re
from collections.abc import Iterator

import pytest

from browser.conftest import Visitor, visiting

pytestmark = pytest.mark.browser

NO_PAGE = re.compile(
    r"^/plans/(read|new)|/(file|all|picture|pictures/#|paper|minutes|preview|wall)/$"
)
"""Reading has its own journey; the others are files, or drawn for a projector only."""

STEPS = ("/plans/", "/pledges/")
"""Rooms one goes through on the way to the others."""
NO_LIST = ("/cascade/", "/g/")

ON_A_PHONE = {
    "ninhbinh.canbo": (
        "/cascade/ /progress/ /reports/ /awards/ /councils/ /certificates/ /stories/ /notices/"
    ),
    "nb.01.chutich": "/pledges/",
}
ON_A_DESK = {"nb.02.chutich": "/cascade/ /activities/ /reports/ /g/ /k/ /cong-khai/"}


@pytest.fixture(scope="module")
def width():
    return "phone"


@pytest.fixture(scope="module")
def filling():
    return ["sample"]


@pytest.mark.parametrize(("screen", "rooms"), [("phone", ON_A_PHONE), ("desktop", ON_A_DESK)])
def test_one_page_of_every_kind_is_in_order(chromium, site, screen, rooms):
    with visiting(chromium, site, screen) as visitor:
        for username, prefixes in rooms.items():
            visitor.signs_in(username)
            seen = set()
            for address in one_of_each(visitor, tuple(prefixes.split())):
                visitor.finds_the_page_in_order()
                seen.add(address.split("/")[1])

            assert seen == {prefix.strip("/") for prefix in prefixes.split()}


def one_of_each(visitor: Visitor, prefixes: tuple[str, ...]) -> Iterator[str]:
    """Go to one page of every kind that links lead to; the visitor stands on what is yielded."""
    waiting = [*STEPS, *(prefix for prefix in prefixes if prefix not in NO_LIST)]
    known, stood_on = set(waiting), set()
    while waiting:
        visitor.goes_to(waiting.pop(0))
        links = visitor.page.locator("a[href]").evaluate_all("all => all.map(a => a.pathname)")
        for address in links:
            kind = kind_of(address)
            if kind in known or NO_PAGE.search(kind):
                continue
            if address.startswith((*prefixes, *STEPS)):
                known.add(kind)
                waiting.append(address)
        if visitor.path.startswith(prefixes) and kind_of(visitor.path) not in stood_on:
            stood_on.add(kind_of(visitor.path))
            yield visitor.path


def kind_of(address: str) -> str:
    """Addresses of one kind differ in their numbers and secret words only."""
    kind = re.sub(r"/(g|k|totals|facts)/[^/]+/", r"/\1/#/", address)
    return re.sub(r"/\d+/", "/#/", re.sub(r"/\d+/", "/#/", kind))
