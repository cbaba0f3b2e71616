"""Deny by default, checked for every address there is, and for each new one by itself."""

import pytest
from django.urls import get_resolver, reverse

from access.things import SECRET, THINGS, thing_for
from factories import POSTS, UserFactory, user_as

OPEN_TO_STRANGERS = {"org:login", "home:sample_day", "language", "public:index"}
OPEN_TO_EVERY_ACCOUNT = OPEN_TO_STRANGERS | {"home:desk", "org:logout"}
LISTS = {
    "plans:list",
    "plans:read",
    "plans:new",
    "documents:register_out",
    "documents:register_in",
    "documents:numbers",
    "documents:reserve",
    "documents:cancel",
    "documents:address_book",
    "notify:outbox",
}
"""Pages that name no thing: they show and change only what belongs to the units of one's posts."""


def routes(resolver=None, prefix=""):
    for entry in (resolver or get_resolver()).url_patterns:
        if hasattr(entry, "url_patterns"):
            yield from routes(entry, f"{prefix}{entry.namespace}:" if entry.namespace else prefix)
        else:
            yield prefix + entry.name, tuple(entry.pattern.converters)


ROUTES = sorted(routes())
GUARDED = [route for route in ROUTES if route[0] not in OPEN_TO_STRANGERS]


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize(("name", "parameters"), GUARDED)
class TestEveryUrl:
    @pytest.fixture
    def url(self, name, parameters, workplace):
        """The address of a real thing of the grassroots union."""
        return reverse(name, kwargs=thing_for(name, parameters, workplace))

    def test_asks_a_stranger_to_sign_in(self, client, method, name, url):
        response = getattr(client, method)(url)

        if name.startswith("public:"):
            # Nobody is asked to sign in here; what is not public does not exist.
            assert response.status_code in {404, 405}
        else:
            assert (response.status_code, response.headers["Location"]) == (
                302,
                f"/login/?next={url}",
            )

    def test_is_closed_to_an_account_without_a_post(self, client, method, name, url):
        client.force_login(UserFactory())

        assert self.closed(client, method, name, url)

    @pytest.mark.parametrize("post", POSTS)
    def test_is_closed_to_a_post_elsewhere(self, client, method, name, url, post, outsider):
        client.force_login(user_as(post, outsider))

        assert self.closed(client, method, name, url)

    @staticmethod
    def closed(client, method, name, url):
        response = getattr(client, method)(url)
        if name in OPEN_TO_EVERY_ACCOUNT | LISTS:
            return response.status_code in {200, 302, 403, 405, 422}
        return response.status_code in {403, 404, 405}


def test_every_parameter_has_a_thing():
    """A new kind of address must say what stands at it, or nobody knows whether it is closed."""
    needed = {name for name, parameters in ROUTES if parameters}

    assert needed <= set(THINGS)


@pytest.mark.parametrize("name", sorted(LISTS))
def test_a_list_gives_nothing_of_another_unit_away(client, name, workplace, outsider):
    for route in THINGS:
        thing_for(route, ("pk",), workplace)
    client.force_login(user_as("chair", outsider))

    response = client.get(reverse(name))

    assert SECRET not in response.text
