"""The launch of a phase: entering it, looking at it, taking it out."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.cascade import actions, policies, queries
from thidua.cascade.forms import LaunchForm
from thidua.cascade.models import Launch
from thidua.cascade.views.receiving import PLANS
from thidua.core import clock
from thidua.core.posted import carried_out
from thidua.core.verdict import require
from thidua.files.http import show_picture
from thidua.org.http import Request
from thidua.org.models import Unit
from thidua.plans.models import Phase


@require_http_methods(["GET", "HEAD", "POST"])
def launch(request: Request, pk: int, unit: int) -> HttpResponse:
    """The launch of a phase by a unit; before there is one, the form to enter it."""
    phase, place = _phase_of(request, pk, unit)
    row = _launches().filter(phase=phase, unit=place).first()
    if row is not None and request.method != "POST":
        may_undo = policies.may_undo_launch(request.actor, row)
        named = place.named_on(row.launched_on).name
        context = {"launch": row, "phase": phase, "unit": named, "may_undo": may_undo}
        return render(request, "cascade/launched.html", context)
    require(policies.may_launch(request.actor, phase, place))
    form = LaunchForm(
        request.POST if request.method == "POST" else None,
        request.FILES if request.method == "POST" else None,
        phase=phase,
        today=request.actor.day,
        initial={"launched_on": request.actor.day},
    )
    context = {"form": form, "phase": phase, "unit": place}
    if request.method != "POST" or not form.is_valid():
        status = 422 if request.method == "POST" else 200
        return render(request, "cascade/launch.html", context, status=status)
    done = carried_out(form, lambda: _enter(request, phase, place, form))
    if done is None:
        return render(request, "cascade/launch.html", context, status=409)
    told = _("Đã ghi %(unit)s phát động %(phase)s. Ghi nhầm thì bấm Xóa lần ghi này.")
    messages.success(request, told % {"unit": place, "phase": phase})
    return redirect(done)


def _enter(request: Request, phase: Phase, place: Unit, form: LaunchForm) -> Launch:
    typed = form.cleaned_data
    return actions.launch(
        phase=phase,
        unit=place,
        launched_on=typed["launched_on"],
        place=typed["place"],
        note=typed["note"],
        picture=typed["picture"],
        by=request.actor,
        at=clock.now(),
    )


@require_POST
def undo(request: Request, pk: int) -> HttpResponse:
    """Take out a launch that was entered by mistake."""
    seen = queries.units_visible_to(request.actor).values("pk")
    row = get_object_or_404(_launches().filter(unit__in=seen), pk=pk)
    phase, place = row.phase_id, row.unit_id
    actions.undo_launch(launch=row, by=request.actor, at=clock.now())
    messages.success(request, _("Đã xóa lần ghi phát động. Nhật ký vẫn giữ nội dung đã ghi."))
    return redirect("cascade:launch", phase, place)


@require_safe
def picture(request: Request, pk: int) -> HttpResponse:
    """The photograph of a launch, for those who may see the unit."""
    seen = queries.units_visible_to(request.actor).values("pk")
    row = get_object_or_404(_launches().filter(unit__in=seen).exclude(picture=None), pk=pk)
    if row.picture is None:  # excluded above
        raise Http404
    return show_picture(row.picture)


def _phase_of(request: Request, pk: int, unit: int) -> tuple[Phase, Unit]:
    """A phase of the unit's own plan, or of one that reached it; else it does not exist here."""
    request.section = PLANS
    place = get_object_or_404(
        queries.units_to_act_on(request.actor).select_related("kind").distinct(), pk=unit
    )
    phase = get_object_or_404(
        Phase.objects.select_related("plan__document__unit", "plan__document__issuer"), pk=pk
    )
    own = phase.plan.document.unit_id == place.pk
    if not own and not queries.is_receiver(phase.plan, place, request.actor.day):
        raise Http404
    return phase, place


def _launches() -> QuerySet[Launch]:
    return Launch.objects.select_related(
        "phase__plan__document", "unit", "picture__shown", "entered_by__person"
    )
