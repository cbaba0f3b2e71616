"""What the units keep, and how much they may."""

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from thidua.core import clock
from thidua.core.sizes import GIGABYTE, size_words
from thidua.core.verdict import require
from thidua.files.actions import set_quota
from thidua.files.queries import usage_visible_to
from thidua.files.quota import allowed_for, used_by
from thidua.org.http import Request
from thidua.org.models import Unit
from thidua.org.policies import may_manage
from thidua.org.queries.visible import units_managed_by
from thidua.oversight.forms.storage import QuotaForm

ROWS = 50


@require_safe
def storage(request: Request) -> HttpResponse:
    """Units by how much they keep, the fullest first."""
    rows = Paginator(usage_visible_to(request.actor), ROWS).get_page(request.GET.get("page"))
    context = {
        "page": rows,
        "rows": [_row(unit) for unit in rows],
        "usual": size_words(settings.FILES_QUOTA),
    }
    return render(request, "oversight/storage/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def quota(request: Request, pk: int) -> HttpResponse:
    """Decide how much one unit may keep."""
    unit = get_object_or_404(units_managed_by(request.actor), pk=pk)
    require(may_manage(request.actor, unit))
    allowed = allowed_for(unit)
    form = QuotaForm(request.POST or None, initial={"gigabytes": round(allowed / GIGABYTE, 2)})
    if request.method == "POST" and form.is_valid():
        set_quota(unit=unit, size=form.size(), by=request.actor, at=clock.now())
        messages.success(request, _("Đã đặt dung lượng lưu tệp của %(unit)s.") % {"unit": unit})
        return redirect("oversight:storage")
    context = {
        "unit": unit,
        "form": form,
        "used": size_words(used_by(unit)),
        "allowed": size_words(allowed),
    }
    status = 422 if form.is_bound else 200
    return render(request, "oversight/storage/quota.html", context, status=status)


def _row(unit: Unit) -> dict[str, object]:
    own = getattr(unit, "quota", None)
    allowed = own.size if own else settings.FILES_QUOTA
    used: int = getattr(unit, "used", 0)
    return {
        "unit": unit,
        "used": used,
        "allowed": allowed,
        "used_words": size_words(used),
        "allowed_words": size_words(allowed),
        "is_full": used >= allowed,
    }
