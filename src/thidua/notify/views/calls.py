"""Who has to be told by telephone."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thidua.core import clock
from thidua.core.errors import DomainError
from thidua.notify import actions, queries
from thidua.notify.forms.announcing import AnswerForm
from thidua.org.http import Request

ROWS = 100


@require_safe
def calls(request: Request) -> HttpResponse:
    """Those still to be called first; printed, it is a sheet with room for the answers."""
    everybody = queries.calls_visible_to(request.actor)
    done = request.GET.get("xem") == "da-goi"
    rows = everybody.exclude(called_on=None) if done else everybody.filter(called_on=None)
    context = {
        "calls": Paginator(rows, ROWS).get_page(request.GET.get("page")),
        "done": done,
        "waiting": everybody.filter(called_on=None).count(),
        "made": everybody.exclude(called_on=None).count(),
    }
    return render(request, "notify/calls.html", context)


@require_POST
def made(request: Request, pk: int) -> HttpResponse:
    call = get_object_or_404(queries.calls_visible_to(request.actor), pk=pk)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        raise DomainError(" ".join(str(told) for told in form.errors["answer"]))
    answer = form.cleaned_data["answer"]
    actions.note_call(call=call, answer=answer, by=request.actor, at=clock.now())
    messages.success(request, _("Đã ghi cuộc gọi cho %(who)s.") % {"who": call.person})
    return redirect("notify:calls")
