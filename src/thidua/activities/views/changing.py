"""Changes to what was recorded: more pictures, or out of every figure with a reason."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from thidua.activities import actions, policies
from thidua.activities.forms import CancelForm, PicturesForm
from thidua.activities.views.recording import keep_pictures
from thidua.activities.views.showing import activity_seen, shown_activity
from thidua.core import clock
from thidua.core.verdict import require
from thidua.org.http import Request


@require_POST
def cancel(request: Request, pk: int) -> HttpResponse:
    """Take a mistaken entry out of every figure."""
    activity = activity_seen(request, pk)
    require(policies.may_change(request.actor, activity))
    form = CancelForm(request.POST)
    if not form.is_valid():
        return shown_activity(request, activity, 422, cancel_form=form)
    actions.cancel_activity(
        activity=activity, reason=form.cleaned_data["reason"], by=request.actor, at=clock.now()
    )
    messages.success(request, _("Đã hủy hoạt động này. Số liệu của nó không còn được tính."))
    return redirect(activity)


@require_POST
def add_pictures(request: Request, pk: int) -> HttpResponse:
    activity = activity_seen(request, pk)
    require(policies.may_change(request.actor, activity))
    form = PicturesForm(request.POST, request.FILES)
    if not form.is_valid():
        return shown_activity(request, activity, 422, pictures_form=form)
    pictures = keep_pictures(request, form.cleaned_data["pictures"], activity.unit)
    actions.add_pictures(activity=activity, pictures=pictures, by=request.actor, at=clock.now())
    messages.success(
        request,
        ngettext("Đã gắn %(count)s ảnh.", "Đã gắn %(count)s ảnh.", len(pictures))
        % {"count": len(pictures)},
    )
    return redirect(activity)
