"""What the deciding unit does with what was sent to it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from thidua.awards import actions, policies, queries
from thidua.awards.eligibility import notes_for
from thidua.awards.forms import PutForm, ReasonForm
from thidua.awards.models import Nomination
from thidua.awards.views.nominations import BOTH, get_nomination, nomination_page
from thidua.core import clock
from thidua.core.errors import DomainError
from thidua.core.posted import carried_out, posted, sent_anew
from thidua.core.verdict import Verdict, require
from thidua.councils.queries import open_sessions
from thidua.org.http import Request, asked_unit
from thidua.org.models import Unit
from thidua.org.rights import Right


@require_POST
def return_(request: Request, pk: int) -> HttpResponse:
    """Back to the unit that put it forward, with the reason."""
    one = get_nomination(request, pk)
    require(policies.may_review(request.actor, one))
    form = ReasonForm(request.POST, prefix="return")
    if not form.is_valid():
        return nomination_page(request, one, 422, return_form=form)
    _require_as_read(request, one)
    reason = form.cleaned_data["reason"]
    actions.return_nomination(nomination=one, reason=reason, by=request.actor, at=clock.now())
    messages.success(request, _("Đã trả lại đề nghị."))
    return redirect(one)


@require_POST
def decline(request: Request, pk: int) -> HttpResponse:
    """Not proposed, with the reason."""
    one = get_nomination(request, pk)
    require(policies.may_review(request.actor, one))
    form = ReasonForm(request.POST, prefix="decline")
    if not form.is_valid():
        return nomination_page(request, one, 422, decline_form=form)
    _require_as_read(request, one)
    reason = form.cleaned_data["reason"]
    actions.decline_nomination(nomination=one, reason=reason, by=request.actor, at=clock.now())
    messages.success(request, _("Đã ghi: không đề nghị khen thưởng."))
    return redirect(one)


@require_POST
def take_back(request: Request, pk: int) -> HttpResponse:
    """Off the agenda again."""
    one = get_nomination(request, pk)
    actions.take_back(nomination=one, by=request.actor, at=clock.now())
    messages.success(request, _("Đã rút đề nghị khỏi phiên họp."))
    return redirect(one)


@require_http_methods(BOTH)
def put(request: Request) -> HttpResponse:
    """Everything that waits, to be put before an open session of the council."""
    units = reviewing_units(request)
    unit = asked_unit(request, units)
    waiting, sessions = list(queries.submitted_to(unit)), list(open_sessions(unit))
    form = PutForm(**posted(request), sessions=sessions, nominations=waiting)
    status = 200
    if request.method == "POST":
        done = _put(request, form) if form.is_valid() else None
        if done is not None:
            return redirect(form.cleaned_data["session"])
        status = 422
    notes = notes_for(waiting, request.actor.day) if waiting else {}
    context = {
        "unit": unit,
        "units": units,
        "rows": [(one, notes[one.pk]) for one in waiting],
        "chosen": {str(pk) for pk in request.POST.getlist("nominations")},
        "sessions": sessions,
        "form": form,
    }
    return render(request, "awards/put.html", context, status=status)


def _put(request: Request, form: PutForm) -> list[Nomination] | None:
    typed = form.cleaned_data
    done = carried_out(
        form,
        lambda: actions.put_before_council(
            nominations=list(typed["nominations"]),
            session=typed["session"],
            by=request.actor,
            at=clock.now(),
        ),
    )
    if done:
        said = ngettext(
            "Đã đưa %(count)s đề nghị vào phiên họp.",
            "Đã đưa %(count)s đề nghị vào phiên họp.",
            len(done),
        )
        messages.success(request, said % {"count": len(done)})
    return done


def _require_as_read(request: Request, one: Nomination) -> None:
    """Written anew since the page was drawn, it may be about somebody else."""
    if sent_anew(request, one.submitted_at):
        raise DomainError(
            _(
                "Đề nghị này đã được rút lại, sửa rồi gửi lại sau khi bạn mở trang nên chưa ghi "
                "gì. Hãy mở lại đề nghị, xem nội dung mới rồi quyết định."
            )
        )


def reviewing_units(request: Request) -> list[Unit]:
    """The units for which they review; refused without one."""
    units = list(
        Unit.objects.filter(pk__in=request.actor.holding(Right.AWARD_REVIEW)).order_by(
            "alphabetical"
        )
    )
    if not units:
        require(Verdict(_("Chỉ người thẩm định khen thưởng mở được trang này.")))
    return units
