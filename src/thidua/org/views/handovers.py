"""The handover sheet: printed for two signatures, then noted as done."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thidua.core import clock
from thidua.core.posted import carried_out
from thidua.core.verdict import Verdict, require
from thidua.org.actions.handovers import record_handover
from thidua.org.actor import posts_in
from thidua.org.forms.handovers import HandoverForm
from thidua.org.http import Request
from thidua.org.models import Handover, Person, Post
from thidua.org.policies.handovers import may_record_handover
from thidua.org.queries.handovers import (
    RIGHTS,
    WAITING,
    Part,
    handover_of,
    posts_to_hand_over,
    waiting_posts,
)
from thidua.org.queries.units import parent_of

PER_PAGE = 50


@require_safe
def listing(request: Request) -> HttpResponse:
    """Posts that ended and wait for somebody to note that they were handed over."""
    if not any(request.actor.holding(right) for right in RIGHTS):
        require(Verdict(_("Người quản lý đoàn viên hoặc cấp tài khoản của đơn vị ghi bàn giao.")))
    listed = Paginator(waiting_posts(request.actor), PER_PAGE).get_page(request.GET.get("page"))
    context = {"page": listed, "days": WAITING.days}
    return render(request, "org/accounts/handovers.html", context)


@require_safe
def handover(request: Request, pk: int) -> HttpResponse:
    """One page of A4: what is held, and places for both signatures."""
    post = _get(request, pk)
    return _page(request, post, HandoverForm(receivers=_receivers(request, post)))


@require_POST
def done(request: Request, pk: int) -> HttpResponse:
    """Both have signed on paper: note the day and who received."""
    post = _get(request, pk)
    require(may_record_handover(request.actor, post))
    form = HandoverForm(request.POST, receivers=_receivers(request, post))
    if not form.is_valid():
        return _page(request, post, form, 422)
    data = form.cleaned_data
    made = carried_out(
        form,
        lambda: record_handover(
            post=post,
            receiver=data["receiver"],
            on=data["on"],
            note=data["note"],
            by=request.actor,
            at=clock.now(),
        ),
    )
    if made is None:
        return _page(request, post, form, 409)
    messages.success(request, _("Đã ghi bàn giao. Biên bản được giữ đúng như hôm nay."))
    return redirect("org:handover", post.pk)


def _page(request: Request, post: Post, form: HandoverForm, status: int = 200) -> HttpResponse:
    day = request.actor.day
    recorded = Handover.objects.select_related("receiver").filter(post=post).first()
    frozen = [Part(title, lines) for title, lines in recorded.contents] if recorded else []
    context = {
        "post": post,
        "superior": parent_of(post.unit, day),
        "parts": frozen or handover_of(post, day),
        "recorded": recorded,
        "may_record": may_record_handover(request.actor, post),
        "form": form,
        "day": recorded.done_on if recorded else day,
    }
    return render(request, "org/accounts/handover.html", context, status=status)


def _receivers(request: Request, post: Post) -> QuerySet[Person]:
    """Whoever holds a post today in the unit, or in the one that keeps its records, except the one
    who leaves."""
    unit = post.unit.kept_by or post.unit
    held = posts_in(unit, request.actor.day).exclude(person=post.person_id)
    return Person.objects.filter(pk__in=held.values("person").order_by()).order_by("alphabetical")


def _get(request: Request, pk: int) -> Post:
    return get_object_or_404(posts_to_hand_over(request.actor), pk=pk)
