"""Decisions: the list of them, drawing one up."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from thidua.awards import actions, policies, queries
from thidua.awards.forms import DecisionForm
from thidua.awards.grounds import bases_for
from thidua.awards.models import AwardList, Nomination, form_of
from thidua.awards.views.nominations import BOTH, PER_PAGE
from thidua.awards.views.reviewing import reviewing_units
from thidua.core import clock
from thidua.core.keyed_pages import KeyedPaginator
from thidua.core.posted import carried_out, posted
from thidua.core.verdict import require
from thidua.documents.looks import look_of
from thidua.org.http import Request, asked_unit
from thidua.org.models import Unit
from thidua.org.rights import Right
from thidua.plans.naming import phase_words

MONEY = "Tiền thưởng kèm theo thực hiện theo quy định hiện hành của tổ chức Công đoàn."
CARRY_OUT = (
    "Văn phòng {unit}, các đơn vị và tập thể, cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành "
    "Quyết định này."
)


@require_safe
def decision_list(request: Request) -> HttpResponse:
    """The decisions they may see, those on their way first."""
    visible = queries.lists_visible_to(request.actor)
    whole = AwardList.objects.select_related("document__unit__kind", "kind")
    pages = KeyedPaginator(visible.order_by("-pk"), PER_PAGE, whole)
    listed = pages.get_page(request.GET.get("page"))
    context = {
        "page": listed,
        "rows": [(one, look_of(one.document)) for one in listed],
        "may_list": bool(request.actor.holding(Right.AWARD_REVIEW)),
    }
    return render(request, "awards/decisions.html", context)


@require_http_methods(BOTH)
def new(request: Request) -> HttpResponse:
    """A decision about what a council has recommended: one form of award, by choice."""
    units = reviewing_units(request)
    unit = asked_unit(request, units)
    require(policies.may_list(request.actor, unit))
    ready = list(queries.ready_for(unit))
    kinds = list(dict.fromkeys(one.kind for one in ready))
    asked = request.POST.get("kind") or request.GET.get("kind") or ""
    kind = next((one for one in kinds if str(one.pk) == asked), kinds[0] if kinds else None)
    context: dict[str, Any] = {"unit": unit, "units": units, "kinds": kinds, "kind": kind}
    if kind is None:
        return render(request, "awards/new_decision.html", context)
    chosen = [one for one in ready if one.kind == kind]
    form = DecisionForm(
        **posted(request), nominations=chosen, initial=_proposed(request, unit, chosen)
    )
    status = 200
    if request.method == "POST":
        made = _started(request, unit, form) if form.is_valid() else None
        if made is not None:
            messages.success(request, _("Đã lập bản thảo quyết định. Soát lại rồi trình ký."))
            return redirect(made)
        status = 422
    return render(request, "awards/new_decision.html", context | {"form": form}, status=status)


def _started(request: Request, unit: Unit, form: DecisionForm) -> AwardList | None:
    return carried_out(
        form,
        lambda: actions.start_list(
            unit=unit,
            nominations=list(form.cleaned_data["nominations"]),
            wording=_wording(form),
            by=request.actor,
            at=clock.now(),
        ),
    )


@require_http_methods(BOTH)
def edit(request: Request, pk: int) -> HttpResponse:
    """The words of a draft decision and who stands on it."""
    one = get_object_or_404(queries.lists_visible_to(request.actor), pk=pk)
    require(policies.may_edit_list(request.actor, one))
    listed = [line.nomination for line in one.lines.select_related("nomination__kind")]
    free = [other for other in queries.ready_for(one.document.unit) if other.kind == one.kind]
    form = DecisionForm(
        **posted(request), nominations=[*listed, *free], initial=_initial(one, listed)
    )
    status = 200
    if request.method == "POST":
        done = _changed(request, one, form) if form.is_valid() else None
        if done is not None:
            messages.success(request, _("Đã ghi bản thảo quyết định."))
            return redirect(one)
        status = 422
    return render(request, "awards/edit_decision.html", {"form": form, "list": one}, status=status)


def _changed(request: Request, one: AwardList, form: DecisionForm) -> AwardList | None:
    return carried_out(
        form,
        lambda: actions.change_list(
            award_list=one,
            wording=_wording(form),
            nominations=list(form.cleaned_data["nominations"]),
            by=request.actor,
            at=clock.now(),
        ),
    )


def _wording(form: DecisionForm) -> actions.Wording:
    names = ("title", "symbol", "place", "occasion", "bases", "articles")
    return actions.Wording(**{name: form.cleaned_data[name] for name in names})


def _proposed(request: Request, unit: Unit, chosen: list[Nomination]) -> dict[str, Any]:
    name, phase = unit.named_on(request.actor.day), chosen[0].phase
    occasion = f"đã có thành tích xuất sắc trong phong trào thi đua {phase_words(phase)}"
    return {
        "nominations": [one.pk for one in chosen],
        "title": f"Về việc tặng {form_of(chosen[0].kind)} cho tập thể, cá nhân {occasion[3:]}",
        "symbol": f"QĐ-{name.symbol}",
        "place": name.place,
        "occasion": occasion,
        "bases": "\n".join(bases_for(chosen, request.actor.day)),
        "articles": "\n".join((MONEY, CARRY_OUT.format(unit=name.name))),
    }


def _initial(one: AwardList, listed: list[Nomination]) -> dict[str, Any]:
    paper = one.document
    return {
        "nominations": [nomination.pk for nomination in listed],
        "title": paper.title,
        "symbol": paper.symbol,
        "place": paper.place,
        "occasion": one.occasion,
        "bases": one.bases,
        "articles": one.articles,
    }
