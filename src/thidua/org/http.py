from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from thidua.core import clock
from thidua.org.actor import Actor
from thidua.org.models import User


class Request(HttpRequest):
    """A request that got past the login middleware: somebody is acting.

    A view whose address does not tell to which entry of the navigation its page belongs sets
    `section` to the route of that entry.
    """

    user: User
    actor: Actor
    section: str


class ActorMiddleware:
    """Give every signed-in request its `actor`."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: Request) -> HttpResponse:
        if request.user.is_authenticated:
            request.actor = Actor.of(request.user, clock.today())
        return self.get_response(request)
