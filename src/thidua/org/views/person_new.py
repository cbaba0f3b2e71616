"""Entering somebody who is not known yet; whoever looks like them is shown first."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from thidua.core import clock
from thidua.core.posted import carried_out, posted
from thidua.core.verdict import require
from thidua.org.actions.people import add_person
from thidua.org.forms.people import NewPersonForm
from thidua.org.http import Request
from thidua.org.models import Person, Unit
from thidua.org.policies.people import may_keep_people
from thidua.org.queries.doubles import known_like
from thidua.org.queries.people import people_visible_to
from thidua.org.queries.roster import Row, rows_of
from thidua.org.views.people_asked import asked_list_unit
from thidua.org.views.person import BOTH


@require_http_methods(BOTH)
def person_new(request: Request) -> HttpResponse:
    """A second press on the same answer says: this is another person."""
    unit, _own, _problem = asked_list_unit(request)
    require(may_keep_people(request.actor, unit))
    asked = {"on": request.actor.day, "joined_by": request.GET.get("joined_by")}
    form = NewPersonForm(**posted(request), initial=asked)
    if request.method != "POST":
        return _page(request, unit, form)
    if not form.is_valid():
        return _page(request, unit, form, 422)
    facts = form.facts()
    doubles = known_like(facts)
    if doubles and form.cleaned_data["asked"] != _asked(doubles):
        return _page(request, unit, form, 422, doubles)
    person = _added(request, unit, form)
    if person is None:
        return _page(request, unit, form, 409)
    messages.success(request, _("Đã thêm %(name)s vào danh sách.") % {"name": person.name})
    return redirect(person)


def _added(request: Request, unit: Unit, form: NewPersonForm) -> Person | None:
    return carried_out(
        form,
        lambda: add_person(
            unit=unit,
            facts=form.facts(),
            joining=form.joining(),
            by=request.actor,
            at=clock.now(),
        ),
    )


def _asked(doubles: Sequence[Person]) -> str:
    return ",".join(str(one.pk) for one in doubles)


def _page(
    request: Request,
    unit: Unit,
    form: NewPersonForm,
    status: int = 200,
    doubles: Sequence[Person] = (),
) -> HttpResponse:
    if form.is_bound:
        fresh = request.POST.copy()
        fresh["asked"] = _asked(doubles)
        form.data = fresh
    context = {"unit": unit, "form": form, "doubles": _shown(request, doubles)}
    return render(request, "org/people/new.html", context, status=status)


def _shown(request: Request, doubles: Sequence[Person]) -> list[tuple[Row, bool]]:
    """Each with whether the reader may open it: of others only name and unit are told."""
    keys = [one.pk for one in doubles]
    mine = set(people_visible_to(request.actor).filter(pk__in=keys).values_list("pk", flat=True))
    rows = rows_of(Person.objects.filter(pk__in=keys), request.actor.day) if keys else []
    return [(row, row.person.pk in mine) for row in rows]
