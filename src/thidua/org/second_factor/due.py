"""Who must have a second factor and has none: asked at sign-in, held back after the days of grace.

Judged when a session begins and kept in it, so that pages ask nothing; a session lasts half a day.
"""

from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from thidua.core import clock
from thidua.org.actor import Actor
from thidua.org.models import FactorAsked, FactorWaiver, User
from thidua.org.routes import route_of
from thidua.org.second_factor.demand import demand_of
from thidua.org.second_factor.held import has_factor

DUE = "factor_due"
HOME = "org:security"
OPEN_PAGES = {
    HOME,
    "org:set_up_app",
    "org:add_passkey",
    "org:codes",
    "org:codes_paper",
    "org:mine",
    "org:password",
    "org:logout",
    "org:prove_elsewhere",
    "org:elsewhere_done",
    "language",
    "home:sample_day",
}


def note_due(request: HttpRequest, user: User) -> None:
    """Remember in the session from which day on only the security page opens, or that nothing is
    owed."""
    today = clock.today()
    demand = demand_of(Actor.of(user, today))
    if demand is None or not demand.obligatory:
        FactorAsked.objects.filter(user=user).delete()
        request.session.pop(DUE, None)
        return
    if has_factor(user) or waiver_of(user, today):
        request.session.pop(DUE, None)
        return
    asked, _first = FactorAsked.objects.get_or_create(user=user, defaults={"since": today})
    request.session[DUE] = (asked.since + timedelta(days=demand.days)).isoformat()


def waiver_of(user: User, day: date) -> FactorWaiver | None:
    """What two officers granted and still holds that day; None for most people."""
    granted = FactorWaiver.objects.filter(user=user, confirmed=True, ended_at=None)
    found = granted.filter(until__gte=day).select_related("asked_by__person", "decided_by__person")
    return found.order_by("-until").first()


def is_asked(request: HttpRequest) -> bool:
    return DUE in request.session


def due_on(request: HttpRequest) -> date | None:
    """The first day on which nothing else opens; None for whoever owes nothing."""
    kept = request.session.get(DUE)
    return date.fromisoformat(kept) if kept else None


def held_back(request: HttpRequest) -> HttpResponse | None:
    """The way to the security page for whoever has had their days of grace; None for others."""
    due = due_on(request)
    if due is None or clock.today() < due or route_of(request) in OPEN_PAGES:
        return None
    if isinstance(request.user, User) and waiver_of(request.user, clock.today()):
        request.session.pop(DUE)
        return None
    return HttpResponseRedirect(reverse(HOME))
