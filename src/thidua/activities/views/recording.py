"""The one-minute entry (*Ghi nhanh*): first the kind, then the fields of that kind."""

import secrets
from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from thidua.activities import actions, queries
from thidua.activities.doubts import doubts_about
from thidua.activities.forms import RecordForm, signed_pictures
from thidua.activities.models import Activity
from thidua.core import clock
from thidua.core.asked import asked_number
from thidua.core.errors import DomainError
from thidua.core.verdict import Verdict, require
from thidua.files.actions import keep_picture
from thidua.files.models import Picture
from thidua.org.http import Request
from thidua.org.models import Unit
from thidua.org.queries import headcount_on

BOTH = ["GET", "HEAD", "POST"]
ONCE_BYTES = 16


@require_http_methods(BOTH)
def new(request: Request) -> HttpResponse:
    """Without a kind in the address the page asks for it; every kind has its own counts."""
    units = list(queries.units_recording(request.actor))
    if not units:
        require(Verdict(_("Chỉ người được giao ghi hoạt động mở được trang này.")))
    kinds = list(queries.kinds_on(request.actor.day))
    kind = next((one for one in kinds if one.code == request.GET.get("kind")), None)
    if kind is None:
        return render(request, "activities/kinds.html", {"kinds": kinds})
    if request.method != "POST":
        form = RecordForm(kind=kind, units=units, initial=_blank(request, units))
        return _page(request, form)
    form = RecordForm(request.POST, request.FILES, kind=kind, units=units)
    return _recorded(request, form)


def keep_pictures(
    request: Request, chosen: Sequence[tuple[bytes, str]], unit: Unit | None
) -> list[Picture]:
    """Keep them before the action begins, since nobody should have to wait for large ones."""
    return [
        keep_picture(data=data, filename=name, unit=unit, by=request.actor, at=clock.now())
        for data, name in chosen
    ]


def _blank(request: Request, units: Sequence[Unit]) -> dict[str, Any]:
    """Today, the first unit, and an entry of one's own that is to be entered anew."""
    blank = {"once": secrets.token_urlsafe(ONCE_BYTES), "done_on": request.actor.day}
    again = asked_number(request.GET.get("again", ""))
    former = (
        queries.activities_visible_to(request.actor).filter(pk=again, unit__in=units).first()
        if again is not None
        else None
    )
    return blank | {"unit": units[0]} | (_as_before(former) if former else {})


def _as_before(former: Activity) -> dict[str, Any]:
    fields = ("unit", "title", "done_on", "place", "partner", "clause", "note")
    counts = {
        f"count_{count.measure.code}": count.value
        for count in former.counts.select_related("measure")
    }
    return {name: getattr(former, name) for name in fields} | counts


def _recorded(request: Request, form: RecordForm) -> HttpResponse:
    valid = form.is_valid()
    pictures = _pictures(request, form)
    if not valid:
        return _page(request, form, pictures, 422)
    doubts = _doubts(request, form)
    if doubts and form.cleaned_data["asked"] != _asked(doubts):
        return _page(request, form, pictures, 422, doubts=doubts)
    now = clock.now()
    try:
        activity = actions.record_activity(
            unit=form.cleaned_data["unit"],
            entry=_entry(form),
            pictures=pictures,
            once=form.cleaned_data["once"],
            by=request.actor,
            at=now,
        )
    except DomainError as refusal:
        form.add_error(None, str(refusal))
        return _page(request, form, pictures, 409)
    if activity.recorded_at == now:
        messages.success(request, _("Đã ghi hoạt động lúc %(time)s.") % {"time": f"{now:%H:%M}"})
    else:
        messages.info(request, _("Hoạt động này đã được ghi khi bạn bấm lần trước."))
    return redirect(activity)


def _entry(form: RecordForm) -> actions.Entry:
    fields = ("title", "done_on", "clause", "place", "partner", "note")
    typed = {name: form.cleaned_data[name] for name in fields}
    return actions.Entry(kind=form.kind, counts=form.counts(), **typed)


def _pictures(request: Request, form: RecordForm) -> list[Picture]:
    """Those of an earlier try and those that came now, whatever else is wrong on the page."""
    typed = form.cleaned_data
    former = Picture.objects.filter(pk__in=typed.get("kept", []), kept_by=request.user)
    fresh = keep_pictures(request, typed.get("pictures", []), typed.get("unit"))
    return [*former.order_by("pk"), *fresh]


def _doubts(request: Request, form: RecordForm) -> list[str]:
    heads = headcount_on(form.cleaned_data["unit"], request.actor.day)
    return doubts_about(form.counts(), heads)


def _asked(doubts: Sequence[str]) -> str:
    return " ".join(doubts)


def _page(
    request: Request,
    form: RecordForm,
    pictures: Sequence[Picture] = (),
    status: int = 200,
    doubts: Sequence[str] = (),
) -> HttpResponse:
    """The form; when it comes back, with what has been asked about and the pictures kept."""
    if form.is_bound:
        fresh = request.POST.copy()
        fresh["asked"] = _asked(doubts)
        fresh["kept"] = signed_pictures([picture.pk for picture in pictures])
        form.data = fresh
    context = {"form": form, "kind": form.kind, "doubts": doubts, "pictures": len(pictures)}
    return render(request, "activities/new.html", context, status=status)
