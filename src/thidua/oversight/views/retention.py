"""What has been kept long enough, carrying it out, and the deletion records (PDP-11)."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from thidua.core import clock
from thidua.core.links import path_to
from thidua.core.posted import carried_out
from thidua.core.seen import mark_of
from thidua.core.verdict import Verdict, require
from thidua.org.http import Request, asked_unit
from thidua.org.models import Person, Unit
from thidua.org.policies.guarded import may_keep_kinds
from thidua.org.queries.people import units_kept_by
from thidua.oversight.actions.retention import carry_out as act_carry_out
from thidua.oversight.actions.retention import shown_of
from thidua.oversight.actions.retention_rules import change_rule
from thidua.oversight.forms.personal_data import CarryOutForm, RuleForm
from thidua.oversight.models import Afterwards
from thidua.oversight.queries.retention import deletions_visible_to, due_in, rows_due, rules_on
from thidua.oversight.views.personal_forms import form_page

ROWS = 30
BOTH = ["GET", "HEAD", "POST"]
RULE = ("months", "then", "source", "confidence")


@require_safe
def retention(request: Request) -> HttpResponse:
    """Rule by rule for one unit, and what was done before."""
    units = _units(request)
    unit = asked_unit(request, units)
    rows = Paginator(deletions_visible_to(request.actor), ROWS).get_page(request.GET.get("page"))
    context = {
        "unit": unit,
        "units": units,
        "due": due_in(unit, request.actor.day),
        "deletions": rows,
        "may_change": may_keep_kinds(request.actor),
    }
    return render(request, "oversight/personal_data/retention.html", context)


@require_http_methods(BOTH)
def carry_out(request: Request, pk: int) -> HttpResponse:
    """What goes, whose it is, and one press."""
    unit = asked_unit(request, _units(request))
    rule = get_object_or_404(rules_on(request.actor.day), pk=pk)
    rows = rows_due(rule, unit, request.actor.day)
    form = CarryOutForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        typed = {"note": form.cleaned_data["note"], "seen": request.POST.get("seen")}
        done = carried_out(
            form,
            lambda: act_carry_out(rule=rule, unit=unit, **typed, by=request.actor, at=clock.now()),
        )
        if done is not None:
            said = ngettext(
                "Đã xử lý %(count)s dữ liệu và lập biên bản.",
                "Đã xử lý %(count)s dữ liệu và lập biên bản.",
                done.count,
            )
            messages.success(request, said % {"count": done.count})
            return redirect(_back(unit))
    count = rows.count()
    context = {
        "rule": rule,
        "unit": unit,
        "form": form,
        "count": count,
        "seen": mark_of(*shown_of(rule, count)),
        "people": list(rows[:ROWS]) if rows.model is Person else [],
        "reviewed": rule.then == Afterwards.REVIEW,
        "back": _back(unit),
    }
    status = 422 if form.is_bound else 200
    return render(request, "oversight/personal_data/carry_out.html", context, status=status)


@require_http_methods(BOTH)
def edit_rule(request: Request, pk: int) -> HttpResponse:
    require(may_keep_kinds(request.actor))
    rule = get_object_or_404(rules_on(request.actor.day), pk=pk)
    form = RuleForm(request.POST or None, initial={name: getattr(rule, name) for name in RULE})
    unit = Unit.objects.get(pk=min(request.actor.posts, key=lambda post: len(post.path)).unit_id)
    if request.method == "POST" and form.is_valid():
        facts = {name: form.cleaned_data[name] for name in RULE}
        change_rule(rule=rule, facts=facts, unit=unit, by=request.actor, at=clock.now())
        messages.success(request, _("Thời hạn mới áp dụng từ hôm nay."))
        return redirect("oversight:retention")
    return form_page(
        request,
        form,
        title=_("Thời hạn giữ: %(group)s") % {"group": rule.get_group_display()},
        intro=_("Áp dụng cho mọi đơn vị từ hôm nay. Chưa xóa gì ngay."),
        act=_("Ghi thời hạn"),
        back=path_to("oversight:retention"),
    )


def _units(request: Request) -> list[Unit]:
    units = list(units_kept_by(request.actor))
    if not units:
        require(Verdict(_("Chỉ người quản lý đoàn viên của đơn vị mở được trang này.")))
    return units


def _back(unit: Unit) -> str:
    return f"{path_to('oversight:retention')}?unit={unit.pk}"
