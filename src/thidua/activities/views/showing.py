"""Looking at what was done: the list, the pictures, one activity."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from thidua.activities import policies, queries
from thidua.activities.forms import CancelForm, PicturesForm
from thidua.activities.models import Activity, Evidence
from thidua.activities.views.filters import Filters
from thidua.core.htmx import page
from thidua.core.keyed_pages import KeyedPaginator
from thidua.files.http import show_picture
from thidua.org.http import Request
from thidua.org.queries import name_then
from thidua.org.rights import Right
from thidua.plans.queries import plans_visible_to

ROWS, PICTURES = 25, 12


@require_safe
def activity_list(request: Request) -> HttpResponse:
    visible = queries.activities_visible_to(request.actor)
    filters = Filters.among(visible, request.GET, request.actor)
    whole = Activity.objects.select_related("kind", "phase", "unit")
    whole = whole.annotate(unit_then=name_then("done_on"))
    pages = KeyedPaginator(filters.applied_to(visible), ROWS, whole)
    shown = pages.get_page(request.GET.get("page"))
    context = {
        "filters": filters,
        "page": shown,
        "rows": queries.rows_of(list(shown)),
        "may_record": _may_record(request),
    }
    return page(request, "activities/list.html", context, fragment="rows")


@require_safe
def gallery(request: Request) -> HttpResponse:
    """The pictures of what was done, by the same filters as the list."""
    visible = queries.activities_visible_to(request.actor)
    filters = Filters.among(visible, request.GET, request.actor)
    pictures = queries.pictures_of(filters.applied_to(visible))
    pages = KeyedPaginator(pictures, PICTURES, queries.whole_pictures())
    shown = pages.get_page(request.GET.get("page"))
    context = {"filters": filters, "page": shown, "may_record": _may_record(request)}
    return page(request, "activities/gallery.html", context, fragment="pictures")


@require_safe
def detail(request: Request, pk: int) -> HttpResponse:
    return shown_activity(request, activity_seen(request, pk))


@require_safe
def picture(request: Request, pk: int, picture: int) -> HttpResponse:
    """One picture, for whoever may see the activity that it shows."""
    activity = activity_seen(request, pk)
    rows = Evidence.objects.filter(activity=activity).select_related("picture__shown")
    return show_picture(get_object_or_404(rows, picture=picture).picture)


def activity_seen(request: Request, pk: int) -> Activity:
    visible = queries.activities_visible_to(request.actor).select_related(
        "unit", "kind", "phase__plan__document", "clause", "recorded_by__person"
    )
    named = visible.annotate(unit_then=name_then("done_on"))
    return get_object_or_404(named.select_related("cancelled_by__person"), pk=pk)


def shown_activity(
    request: Request, activity: Activity, status: int = 200, **forms: object
) -> HttpResponse:
    """The page of one activity; `forms` are those that came back with something to mend."""
    plans = plans_visible_to(request.actor)
    context = {
        "activity": activity,
        "may_open_plan": plans.filter(phases=activity.phase_id).exists(),
        "counts": activity.counts.select_related("measure").order_by("measure"),
        "evidence": activity.evidence.select_related("picture"),
        "may_change": policies.may_change(request.actor, activity),
        "may_record": policies.may_record(request.actor, activity.unit),
        "cancel_form": CancelForm(),
        "pictures_form": PicturesForm(),
    }
    return render(request, "activities/detail.html", context | forms, status=status)


def _may_record(request: Request) -> bool:
    return bool(request.actor.holding(Right.ACTIVITY_RECORD))
