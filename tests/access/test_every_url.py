"""Deny by default, checked for every address there is, and for each new one by itself."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from django.urls import get_resolver, reverse

from access import things_accounts
from access.things import LISTS, SECRET, THINGS, thing_for
from factories import CHAIR, UserFactory, user_as
from thidua.org.models import PostKind
from thidua.org.rights import Right

OPEN_TO_STRANGERS = {
    "org:login",
    "home:sample_day",
    "language",
    "public:index",
    "public:stories",
    "public:check",
    *things_accounts.OPEN_TO_STRANGERS,
}
OPEN_TO_EVERY_ACCOUNT = OPEN_TO_STRANGERS | {
    "home:desk",
    "home:more",
    "org:logout",
    *things_accounts.ONES_OWN,
}


def routes(resolver=None, prefix=""):
    for entry in (resolver or get_resolver()).url_patterns:
        if hasattr(entry, "url_patterns"):
            yield from routes(entry, f"{prefix}{entry.namespace}:" if entry.namespace else prefix)
        else:
            yield prefix + entry.name, tuple(entry.pattern.converters)


ROUTES = sorted(routes())
GUARDED = [route for route in ROUTES if route[0] not in OPEN_TO_STRANGERS]


def almighty(unit):
    """Whoever holds every right, signs as the head, and keeps everything, in `unit`."""
    user = user_as(CHAIR, unit)
    PostKind.objects.update(rights=sorted(Right))
    return user


ROOMS = sorted({name.split(":")[0] for name, _parameters in GUARDED})
METHODS = ("get", "post")


def addresses(room, unit):
    """Name and address of a real thing of `unit` for every route of a room."""
    for name, parameters in GUARDED:
        if name.split(":")[0] == room:
            yield name, reverse(name, kwargs=thing_for(name, parameters, unit))


@pytest.mark.parametrize("room", ROOMS)
class TestEveryUrl:
    def test_asks_a_stranger_to_sign_in(self, client, room, workplace):
        let_in = [
            (method, url)
            for name, url in addresses(room, workplace)
            for method in METHODS
            if not self.turned_away(getattr(client, method)(url), name, url)
        ]

        assert let_in == []

    def test_is_closed_to_every_account_elsewhere(self, client, room, workplace, outsider):
        """To one without a post, and to a post that gives every right there is, in another unit.

        A right is only ever asked for, never forbidden to have: what is closed to all of them
        together is closed to each.
        """
        visitors = {"no post": UserFactory(), "every right": almighty(outsider)}
        things = list(addresses(room, workplace))

        let_in = []
        for post, user in visitors.items():
            client.force_login(user)
            let_in += [
                (post, method, url)
                for name, url in things
                for method in METHODS
                if not self.closed(self.answer(client, method, name, url, user), name)
            ]

        assert let_in == []

    @staticmethod
    def answer(client, method, name, url, user):
        if name == "org:logout" and method == "post":
            response = client.post(url)
            client.force_login(user)
            return response
        response = getattr(client, method)(url)
        if response.streaming:
            let_go(response)
        return response

    @staticmethod
    def turned_away(response, name, url):
        if name.startswith("public:"):
            # Nobody is asked to sign in here; what is not public does not exist.
            return response.status_code in {404, 405}
        return (response.status_code, response.get("Location")) == (302, f"/login/?next={url}")

    @staticmethod
    def closed(response, name):
        if name in OPEN_TO_EVERY_ACCOUNT | LISTS:
            return response.status_code in {200, 302, 403, 405, 422}
        return response.status_code in {403, 404, 405}


def test_every_parameter_has_a_thing():
    """A new kind of address must say what stands at it, or nobody knows whether it is closed."""
    needed = {name for name, parameters in ROUTES if parameters}

    assert needed <= set(THINGS)


def test_a_list_gives_nothing_of_another_unit_away(client, workplace, outsider):
    for route in THINGS:
        thing_for(route, ("pk",), workplace)
    client.force_login(user_as(CHAIR, outsider))

    given_away = [name for name in sorted(LISTS) if SECRET in shown(client.get(reverse(name)))]

    assert given_away == []


def let_go(response):
    """Close the file behind an answer. `response.close` would close the database with it."""
    for close in response._resource_closers:
        close()


def shown(response):
    """What a page says, and what a file that is downloaded holds when it is opened."""
    if not response.streaming:
        return response.text
    data = b"".join(response.streaming_content)
    let_go(response)
    if not data.startswith(b"PK"):
        return data.decode()
    with ZipFile(BytesIO(data)) as book:
        return "".join(book.read(name).decode() for name in book.namelist())
