"""Guarded facts of one person: covered until somebody says why they look."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from thidua.core import clock
from thidua.core.posted import carried_out
from thidua.core.templatetags.vn import vn_date
from thidua.core.verdict import require
from thidua.org.actions.guarded import enter_fact, read_facts
from thidua.org.forms.guarded import FactValueForm, ReadingForm
from thidua.org.http import Request
from thidua.org.models import FactForm, FactKind, Person
from thidua.org.policies.guarded import may_enter_guarded, may_read_guarded
from thidua.org.queries.guarded import kinds_on, known_of
from thidua.org.views.person import seen_person, unit_for

BOTH = ["GET", "HEAD", "POST"]


@never_cache
@require_http_methods(BOTH)
def guarded(request: Request, pk: int) -> HttpResponse:
    """Which facts are known, not what; after a reason was typed, once, the values."""
    person = seen_person(request, pk)
    may_read = may_read_guarded(request.actor, person)
    may_enter = may_enter_guarded(request.actor, person)
    if not may_read:
        require(may_enter)
    known = kinds_on(request.actor.day).filter(pk__in=known_of(person))
    form = ReadingForm(request.POST or None, known=known)
    values: dict[int, str] = {}
    status = 200
    if request.method == "POST":
        require(may_read)
        status = 422
        if form.is_valid():
            values, status = _read(request, person, form), 200
    context = {
        "person": person,
        "rows": _rows(request, person, values),
        "form": form,
        "shown": bool(values),
        "may_read": may_read,
        "may_enter": may_enter,
    }
    return render(request, "org/people/guarded.html", context, status=status)


@require_http_methods(BOTH)
def enter(request: Request, pk: int, kind: int) -> HttpResponse:
    """Write one fact down without seeing what stood there."""
    person = seen_person(request, pk)
    require(may_enter_guarded(request.actor, person))
    row = get_object_or_404(kinds_on(request.actor.day), pk=kind)
    form = FactValueForm(request.POST or None, kind=row)
    status = 200
    if request.method == "POST":
        if form.is_valid() and _entered(request, person, row, form):
            messages.success(
                request,
                _("Đã ghi “%(kind)s” của %(name)s.") % {"kind": row.name, "name": person.name},
            )
            return redirect("org:guarded", person.pk)
        status = 422
    context = {"person": person, "kind": row, "form": form}
    return render(request, "org/people/enter_guarded.html", context, status=status)


def _read(request: Request, person: Person, form: ReadingForm) -> dict[int, str]:
    return read_facts(
        person=person,
        kinds=list(form.cleaned_data["kinds"]),
        reason=form.cleaned_data["reason"],
        unit=unit_for(request, person),
        by=request.actor,
        at=clock.now(),
    )


def _entered(request: Request, person: Person, kind: FactKind, form: FactValueForm) -> bool:
    done = carried_out(
        form,
        lambda: (
            enter_fact(
                person=person,
                kind=kind,
                value=form.typed(),
                unit=unit_for(request, person),
                by=request.actor,
                at=clock.now(),
            )
            or True
        ),
    )
    return bool(done)


def _rows(request: Request, person: Person, values: dict[int, str]) -> list[dict[str, Any]]:
    known = known_of(person)
    return [
        {"kind": kind, "known": kind.pk in known, "value": _shown(kind, values.get(kind.pk, ""))}
        for kind in kinds_on(request.actor.day)
    ]


def _shown(kind: FactKind, value: str) -> str:
    """A day is kept in ISO, so that it is counted and sorted; people read it the other way."""
    if kind.form == FactForm.DAY and value:
        return vn_date(date.fromisoformat(value))
    return value
