"""The register of consents: texts, who said yes, who took it back (PDP-02)."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from thidua.core import clock
from thidua.core.folded import folded
from thidua.core.links import path_to
from thidua.core.posted import carried_out
from thidua.core.verdict import Verdict, require
from thidua.org.http import Request, asked_unit
from thidua.org.policies.people import may_keep_people
from thidua.org.queries.desks import desk_unit_for
from thidua.org.queries.people import people_visible_to, units_kept_by
from thidua.oversight.actions import consents as actions
from thidua.oversight.forms.personal_data import ConsentForm, ConsentTextForm, WithdrawalForm
from thidua.oversight.queries.consents import consents_visible_to, texts_visible_to
from thidua.oversight.views.personal_forms import form_page

ROWS = 50
BOTH = ["GET", "HEAD", "POST"]


@require_safe
def register(request: Request) -> HttpResponse:
    """Everybody who agreed, found by name; the texts in use above."""
    typed = request.GET.get("q", "")[:150]
    rows = consents_visible_to(request.actor)
    for word in folded(typed).split():
        rows = rows.filter(person__folded__contains=word)
    context = {
        "rows": Paginator(rows, ROWS).get_page(request.GET.get("page")),
        "texts": texts_visible_to(request.actor),
        "typed": typed,
        "may_write": units_kept_by(request.actor).exists(),
    }
    return render(request, "oversight/personal_data/consents.html", context)


@require_http_methods(BOTH)
def new_text(request: Request) -> HttpResponse:
    units = list(units_kept_by(request.actor))
    if not units:
        require(Verdict(_("Chỉ người quản lý đoàn viên của đơn vị mở được trang này.")))
    unit = asked_unit(request, units)
    require(may_keep_people(request.actor, unit))
    form = ConsentTextForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        text = actions.write_text(unit=unit, by=request.actor, at=clock.now(), **form.cleaned_data)
        messages.success(request, _("Đã lưu bản xin đồng ý “%(text)s”.") % {"text": text})
        return redirect("oversight:consents")
    return form_page(
        request,
        form,
        title=_("Soạn bản xin đồng ý"),
        intro=_("Trùng tên việc thì thành phiên bản mới; phiên bản cũ giữ nguyên để đối chiếu."),
        act=_("Lưu bản này"),
        back=path_to("oversight:consents"),
        units=units,
        unit=unit,
    )


@require_http_methods(BOTH)
def give(request: Request, pk: int) -> HttpResponse:
    """Write down that a person agreed; nothing is chosen beforehand."""
    person = get_object_or_404(people_visible_to(request.actor), pk=pk)
    unit = desk_unit_for(person, request.actor)
    if unit is None:
        raise Http404
    form = ConsentForm(
        request.POST or None, texts=texts_visible_to(request.actor).filter(unit=unit)
    )
    if request.method == "POST" and form.is_valid():
        done = carried_out(
            form,
            lambda: actions.give_consent(
                person=person, by=request.actor, at=clock.now(), **form.cleaned_data
            ),
        )
        if done is not None:
            messages.success(request, _("Đã ghi sự đồng ý của %(name)s.") % {"name": person.name})
            return redirect("oversight:consents")
    return form_page(
        request,
        form,
        title=_("Ghi sự đồng ý của %(name)s") % {"name": person.name},
        intro=_("Chỉ ghi khi người đó nói rõ là đồng ý. Im lặng không phải là đồng ý."),
        act=_("Ghi sự đồng ý"),
        back=person.get_absolute_url(),
    )


@require_http_methods(BOTH)
def withdraw(request: Request, pk: int) -> HttpResponse:
    consent = get_object_or_404(consents_visible_to(request.actor), pk=pk)
    require(may_keep_people(request.actor, consent.unit))
    form = WithdrawalForm(request.POST or None, initial={"on": request.actor.day})
    if request.method == "POST" and form.is_valid():
        done = carried_out(
            form,
            lambda: actions.withdraw_consent(
                consent=consent, by=request.actor, at=clock.now(), **form.cleaned_data
            ),
        )
        if done is not None:
            messages.success(request, _("Đã ghi rút lại sự đồng ý."))
            return redirect("oversight:consents")
    return form_page(
        request,
        form,
        title=_("%(name)s rút lại sự đồng ý") % {"name": consent.person.name},
        intro=_("Từ ngày rút, không xử lý dữ liệu theo sự đồng ý này nữa."),
        act=_("Ghi rút lại"),
        back=path_to("oversight:consents"),
    )
