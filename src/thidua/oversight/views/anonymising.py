"""Making a person nameless: proposal, second opinion, outcome."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.core import clock
from thidua.core.asked import asked_number
from thidua.core.posted import carried_out
from thidua.core.verdict import require
from thidua.org.http import Request
from thidua.org.models import Person
from thidua.org.queries.desks import desk_unit_for
from thidua.org.queries.people import people_visible_to
from thidua.oversight.actions import anonymising as actions
from thidua.oversight.forms.personal_data import AnonymisingForm, ReasonForm
from thidua.oversight.models import Anonymising, AnonymisingState, DataRequest
from thidua.oversight.personal_data.mentions import mentions_of
from thidua.oversight.policies import anonymising as policies
from thidua.oversight.queries.anonymising import proposals_visible_to
from thidua.oversight.queries.personal_data import requests_visible_to
from thidua.oversight.views.personal_forms import form_page

ROWS = 30
BOTH = ["GET", "HEAD", "POST"]


@require_safe
def listing(request: Request) -> HttpResponse:
    """What waits for a second person first, then what was decided."""
    found = proposals_visible_to(request.actor)
    decided = request.GET.get("loc") == "decided"
    waiting = found.filter(state=AnonymisingState.PROPOSED).order_by("proposed_at")
    rows = found.exclude(decided_at=None).order_by("-decided_at") if decided else waiting
    context = {
        "rows": Paginator(rows, ROWS).get_page(request.GET.get("page")),
        "decided": decided,
    }
    return render(request, "oversight/personal_data/anonymisings.html", context)


@require_http_methods(BOTH)
def propose(request: Request, pk: int) -> HttpResponse:
    """What will happen, and the places in free text a person has to look at."""
    person = get_object_or_404(people_visible_to(request.actor), pk=pk)
    unit = desk_unit_for(person, request.actor)
    if unit is None:
        raise Http404
    require(policies.may_propose(request.actor, person, unit))
    found = {one.key: one for one in mentions_of(person, [unit])}
    places = [(key, f"{one.noun}: … {one.around} …") for key, one in found.items()]
    form = AnonymisingForm(request.POST or None, places=places)
    if request.method == "POST" and form.is_valid():
        chosen = [found[key].as_row() for key in form.cleaned_data.get("mentions", [])]
        done = carried_out(
            form,
            lambda: actions.propose(
                person=person,
                unit=unit,
                reason=form.cleaned_data["reason"],
                mentions=chosen,
                request=_request_of(request, person),
                by=request.actor,
                at=clock.now(),
            ),
        )
        if done is not None:
            messages.success(request, _("Đã đề nghị. Người thứ hai duyệt thì mới ẩn danh."))
            return redirect(done)
    return form_page(
        request,
        form,
        title=_("Đề nghị ẩn danh %(name)s") % {"name": person.name},
        intro=_(
            "Tên, ngày sinh, mã số, điện thoại, thư, tài khoản và dữ liệu được bảo vệ mất hẳn, "
            "không lấy lại được. Số đoàn viên, khen thưởng, báo cáo giữ nguyên."
        ),
        act=_("Đề nghị ẩn danh"),
        back=person.get_absolute_url(),
    )


@require_safe
def detail(request: Request, pk: int) -> HttpResponse:
    row = _get(request, pk)
    context = {
        "row": row,
        "may_approve": policies.may_approve(request.actor, row),
        "may_decide": policies.may_decide(request.actor, row),
    }
    return render(request, "oversight/personal_data/anonymising.html", context)


@require_POST
def approve(request: Request, pk: int) -> HttpResponse:
    row = actions.approve(proposal=_get(request, pk), by=request.actor, at=clock.now())
    messages.success(request, _("Đã ẩn danh. Số liệu và khen thưởng giữ nguyên."))
    return redirect(row)


@require_http_methods(BOTH)
def decline(request: Request, pk: int) -> HttpResponse:
    row = _get(request, pk)
    require(policies.may_decide(request.actor, row))
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        actions.decline(proposal=row, reason=reason, by=request.actor, at=clock.now())
        messages.success(request, _("Đã ghi: không duyệt. Hồ sơ giữ nguyên."))
        return redirect(row)
    return form_page(
        request,
        form,
        title=_("Không duyệt ẩn danh %(name)s") % {"name": row.person.name},
        intro=_("Hồ sơ giữ nguyên như đang có."),
        act=_("Không duyệt đề nghị"),
        back=row.get_absolute_url(),
    )


def _request_of(request: Request, person: Person) -> DataRequest | None:
    """The request of this person the proposal answers, where the address names one."""
    key = asked_number(request.GET.get("request", ""))
    rows = requests_visible_to(request.actor).filter(person=person)
    return rows.filter(pk=key).first() if key else None


def _get(request: Request, pk: int) -> Anonymising:
    return get_object_or_404(proposals_visible_to(request.actor), pk=pk)
