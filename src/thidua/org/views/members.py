"""Units join a cluster or label, leave it, and lead it in turn."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from thidua.core import clock
from thidua.core.posted import carried_out
from thidua.core.verdict import require
from thidua.org.actions.grouping_members import add_members, end_member, name_head
from thidua.org.asked_rows import asked_row
from thidua.org.forms.groupings import HeadForm, MembersForm
from thidua.org.http import Request
from thidua.org.models import Unit, UnitKind
from thidua.org.policies.units import may_keep
from thidua.org.queries.finding import called
from thidua.org.queries.groupings import members_of_grouping
from thidua.org.queries.units import units_within
from thidua.org.views.cluster import grouping_page
from thidua.org.views.groupings import get_grouping

BOTH = ["GET", "HEAD", "POST"]
OFFERED = 100


@require_http_methods(BOTH)
def join(request: Request, pk: int) -> HttpResponse:
    """Search units by name or kind, mark them, let them join together."""
    grouping = get_grouping(request, pk)
    require(may_keep(request.actor, grouping.unit))
    below = units_within(grouping.unit, request.actor.day).exclude(pk=grouping.unit_id)
    below = below.order_by("alphabetical", "pk")
    form = MembersForm(request.POST or None, units=below, initial={"on": request.actor.day})
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        joined = carried_out(
            form,
            lambda: add_members(grouping=grouping, **typed, by=request.actor, at=clock.now()),
        )
        if joined is not None:
            said = ngettext("Đã thêm %(count)s đơn vị.", "Đã thêm %(count)s đơn vị.", joined)
            messages.success(request, said % {"count": joined})
            return redirect(grouping)
    words, kind = request.GET.get("q", "")[:200], request.GET.get("kind", "")
    inside = grouping.members.filter(ends_on=None).values("unit")
    offered = below.exclude(pk__in=inside).select_related("kind")
    offered = offered.filter(pk__in=called(words).values("unit")) if words else offered
    offered = offered.filter(kind__code=kind) if kind else offered
    found = list(offered[: OFFERED + 1])
    context = {
        "grouping": grouping,
        "form": form,
        "offered": found[:OFFERED],
        "more": len(found) > OFFERED,
        "chosen": set(request.POST.getlist("units")),
        "words": words,
        "kind": kind,
        "kinds": UnitKind.objects.order_by("rank"),
    }
    status = 422 if form.is_bound else 200
    return render(request, "org/units/join.html", context, status=status)


@require_POST
def leave(request: Request, pk: int) -> HttpResponse:
    """A unit leaves today."""
    grouping = get_grouping(request, pk)
    require(may_keep(request.actor, grouping.unit))
    member = asked_row(request, grouping.members.all(), "member")
    end_member(member=member, on=request.actor.day, by=request.actor, at=clock.now())
    messages.success(request, _("Đã cho đơn vị rời %(name)s từ hôm nay.") % {"name": grouping})
    return redirect(grouping)


@require_POST
def lead(request: Request, pk: int) -> HttpResponse:
    """Name who leads in a year."""
    grouping = get_grouping(request, pk)
    require(may_keep(request.actor, grouping.unit))
    form = HeadForm(request.POST, members=_units(request, pk))
    if form.is_valid():
        typed = form.cleaned_data
        named = carried_out(
            form,
            lambda: name_head(grouping=grouping, **typed, by=request.actor, at=clock.now()),
        )
        if named:
            said = _("%(unit)s làm cụm trưởng năm %(year)s.")
            messages.success(request, said % {"unit": named.unit, "year": named.year})
            return redirect(grouping)
    return grouping_page(request, grouping, head_form=form, status=422)


def _units(request: Request, pk: int) -> list[Unit]:
    lines = members_of_grouping(get_grouping(request, pk), request.actor.day)
    return [line.member.unit for line in lines]
