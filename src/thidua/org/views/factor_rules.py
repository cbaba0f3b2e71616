"""Who must have a second factor: the rules in force, those of before, one more."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from thidua.core import clock
from thidua.core.posted import carried_out
from thidua.core.verdict import require
from thidua.org.actions.factor_rules import end_factor_rule, set_factor_rule
from thidua.org.forms.factor_rules import FactorRuleForm
from thidua.org.http import Request
from thidua.org.models import FactorRule
from thidua.org.policies.units import may_keep_catalogues, may_read_catalogues


@require_http_methods(["GET", "HEAD", "POST"])
def rules(request: Request) -> HttpResponse:
    """Rules in force first; the form for whoever keeps the catalogues."""
    require(may_read_catalogues(request.actor))
    may_change = may_keep_catalogues(request.actor)
    form = FactorRuleForm(request.POST or None)
    if request.method == "POST":
        require(may_change)
        if form.is_valid() and _set(request, form):
            messages.success(request, _("Đã ghi quy định, có hiệu lực từ hôm nay."))
            return redirect("org:factor_rules")
    rows = FactorRule.objects.order_by("subject", "scope", "from_members", "-starts_on")
    context = {
        "rules": [rule for rule in rows if rule.ends_on is None],
        "ended": [rule for rule in rows if rule.ends_on is not None],
        "form": form if may_change else None,
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "org/security/rules.html", context, status=status)


def _set(request: Request, form: FactorRuleForm) -> bool:
    done = carried_out(
        form, lambda: set_factor_rule(rule=form.rule(), by=request.actor, at=clock.now())
    )
    return done is not None


@require_POST
def end(request: Request, pk: int) -> HttpResponse:
    require(may_read_catalogues(request.actor))
    rule = get_object_or_404(FactorRule, pk=pk)
    end_factor_rule(rule=rule, by=request.actor, at=clock.now())
    messages.success(request, _("Quy định đã hết hiệu lực từ hôm nay."))
    return redirect("org:factor_rules")
