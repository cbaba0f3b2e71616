"""Why may I, why may X not: any right with its source."""

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.core.errors import Denied
from thidua.core.templatetags.vn import vn_date
from thidua.org.actor import Actor
from thidua.org.forms.why import WhyForm
from thidua.org.http import Request
from thidua.org.models import Person, Unit
from thidua.org.queries.why import explain
from thidua.org.rights import Right

ASKING = (Right.PEOPLE_KEEP, Right.UNIT_MANAGE, Right.ACCOUNT_GIVE, Right.AUDIT_READ)
"""Who looks after people, accounts or the trail may also ask about others."""


@require_safe
def why(request: Request) -> HttpResponse:
    """The form, and below it the answer once the form is complete."""
    actor = request.actor
    form = WhyForm(
        request.GET if "right" in request.GET else None,
        initial={"day": actor.day, "unit": _named(actor) if actor.posts else ""},
        people=_people(actor),
        units=_units(actor),
    )
    context: dict[str, object] = {"form": form, "may_ask": bool(_asking(actor))}
    if form.is_bound and form.is_valid():
        asked = form.cleaned_data
        person = asked["who"] or _own(request)
        right = Right(asked["right"])
        context |= {
            "answer": explain(person, right, asked["unit"], asked["day"]),
            "person": person,
            "right": right.label,
            "unit": asked["unit"],
            "day": vn_date(asked["day"]),
        }
    return render(request, "org/rights/why.html", context)


def _named(actor: Actor) -> str:
    return str(Unit.objects.get(pk=actor.posts[0].unit_id))


def _asking(actor: Actor) -> bool:
    return any(post.rights.intersection(ASKING) for post in actor.posts)


def _people(actor: Actor) -> QuerySet[Person]:
    """Those with a post, now or before, where the reader looks after people or accounts."""
    reached = Unit.objects.filter(actor.reach_by(ASKING, "placements__"))
    return Person.objects.filter(posts__unit__in=reached).distinct()


def _units(actor: Actor) -> QuerySet[Unit]:
    """What their posts reach by any right at all."""
    return Unit.objects.filter(actor.reach_by(tuple(Right), "placements__")).distinct()


def _own(request: Request) -> Person:
    person = request.user.person
    if person is None:
        raise Denied(_("Tài khoản này không gắn với người nào nên không có chức vụ và quyền."))
    return person
