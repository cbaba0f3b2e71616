"""How I want to be told."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from thidua.core import clock
from thidua.notify import actions, queries
from thidua.notify.forms.preferences import PreferenceForm
from thidua.notify.models import Pace
from thidua.org.http import Request


@require_http_methods(["GET", "HEAD", "POST"])
def preferences(request: Request) -> HttpResponse:
    """One's own choices; they hold for this account only."""
    wish = queries.wish_of(request.user.pk)
    form = PreferenceForm(
        request.POST or None,
        initial={
            "pace": wish.pace,
            "language": request.user.language,
            "quiet_from": wish.quiet_from and f"{wish.quiet_from:%H:%M}",
            "quiet_to": wish.quiet_to and f"{wish.quiet_to:%H:%M}",
        },
    )
    if form.is_valid():
        typed = form.cleaned_data
        actions.choose(
            pace=Pace(typed["pace"]),
            language=typed["language"],
            quiet_from=typed["quiet_from"],
            quiet_to=typed["quiet_to"],
            by=request.actor,
            at=clock.now(),
        )
        messages.success(request, _("Đã lưu cách nhận thông báo của bạn."))
        return redirect("notify:preferences")
    status = 422 if form.is_bound else 200
    return render(request, "notify/preferences.html", {"form": form}, status=status)
