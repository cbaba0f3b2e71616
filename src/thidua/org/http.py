"""Who is acting in a request: the actor, and what holds a request back before any view."""

from collections.abc import Callable, Sequence

from django.http import Http404, HttpRequest, HttpResponse

from thidua.core import clock
from thidua.org.actor import Actor
from thidua.org.device_seen import note_seen
from thidua.org.kiosk_mode import confined
from thidua.org.models import Unit, User
from thidua.org.second_factor.due import held_back

ACTING_UNIT = "acting_unit"
"""In the session: for which of their units somebody acts who holds posts in several."""


class Request(HttpRequest):
    """A request that got past the login middleware: somebody is acting.

    A view whose address does not tell to which entry of the navigation its page belongs sets
    `section` to the route of that entry.
    """

    user: User
    actor: Actor
    section: str


class ActorMiddleware:
    """Give every signed-in request its `actor`; keep a shared machine to its few pages, and whoever
    still owes a second factor to the page where it is set up."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: Request) -> HttpResponse:
        stopped = confined(request)
        if stopped is not None:
            return stopped
        if request.user.is_authenticated:
            first = request.session.get(ACTING_UNIT)
            request.actor = Actor.of(request.user, clock.today(), first)
            note_seen(request)
            stopped = held_back(request)
            if stopped is not None:
                return stopped
        return self.get_response(request)


def asked_unit(request: Request, units: Sequence[Unit], name: str = "unit") -> Unit:
    """The one of `units` that the form or the address names, the first where it names none.

    404 for any other: what was meant for one unit must not be done in the name of another.
    """
    asked = request.POST.get(name) or request.GET.get(name) or ""
    if not asked:
        return units[0]
    found = next((unit for unit in units if str(unit.pk) == asked), None)
    if found is None:
        raise Http404
    return found
