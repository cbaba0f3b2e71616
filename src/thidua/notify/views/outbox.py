"""The mails of the reader's units, and sending one again."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thidua.core import clock
from thidua.core.htmx import page
from thidua.core.verdict import require
from thidua.notify import actions, policies, queries
from thidua.notify.models import MailState
from thidua.org.http import Request

ROWS = 50
PREFACE = 1_000


@require_safe
def outbox(request: Request) -> HttpResponse:
    """The mails of the units the reader sends for, the newest first."""
    require(policies.may_see_outbox(request.actor))
    state = request.GET.get("state", "")
    mails = queries.outbox_visible_to(request.actor).order_by("-created_at", "-pk")
    if state in MailState.values:
        mails = mails.filter(state=state)
    counts = queries.counts_by_state(request.actor)
    context = {
        "mails": Paginator(mails, ROWS).get_page(request.GET.get("page")),
        "state": state,
        "states": [
            (value, label, counts[value]) for value, label in MailState.choices if value in counts
        ],
        "total": sum(counts.values()),
    }
    return page(request, "notify/outbox.html", context, fragment="mails")


@require_POST
def resend(request: Request, pk: int) -> HttpResponse:
    mail = get_object_or_404(queries.outbox_visible_to(request.actor), pk=pk)
    mail = actions.resend(mail=mail, by=request.actor, at=clock.now())
    messages.success(request, _("Đã đưa thư gửi %(to)s vào hàng chờ gửi lại.") % {"to": mail.to})
    return redirect("notify:outbox")


@require_POST
def send_again(request: Request, pk: int) -> HttpResponse:
    """Once more what has left, under a few words of one's own."""
    mail = get_object_or_404(queries.outbox_visible_to(request.actor), pk=pk)
    preface = request.POST.get("preface", "")[:PREFACE]
    again = actions.send_again(mail=mail, preface=preface, by=request.actor, at=clock.now())
    messages.success(request, _("Đã đưa thư gửi %(to)s vào hàng chờ gửi.") % {"to": again.to})
    return redirect("notify:outbox")
