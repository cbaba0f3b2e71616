"""The register of purposes: what is kept about people, why, on what ground, how long (PDP-01)."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.core import clock
from thidua.core.dated import in_force
from thidua.core.verdict import require
from thidua.org.actions.fact_kinds import add_kind, end_kind
from thidua.org.forms.guarded import FactKindForm
from thidua.org.http import Request
from thidua.org.models import FactKind, Unit
from thidua.org.policies.guarded import may_keep_kinds
from thidua.org.queries.guarded import officer_for


@require_safe
def purposes(request: Request) -> HttpResponse:
    """For everybody with an account: it is their data."""
    day, posts = request.actor.day, request.actor.posts
    own = Unit.objects.filter(pk=posts[0].unit_id).first() if posts else None
    context = {
        "kinds": FactKind.objects.filter(in_force(day)),
        "ended": FactKind.objects.filter(ends_on__lte=day),
        "officer": officer_for(own, day) if own else None,
        "may_keep": may_keep_kinds(request.actor),
    }
    return render(request, "org/people/purposes.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: Request) -> HttpResponse:
    require(may_keep_kinds(request.actor))
    form = FactKindForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        names = ("name", "form", "purpose", "legal_ground", "kept_years", "confidence", "choices")
        facts = {name: form.cleaned_data[name] for name in names}
        kind = add_kind(facts=facts, unit=_top(request), by=request.actor, at=clock.now())
        messages.success(request, _("Từ hôm nay được ghi “%(kind)s”.") % {"kind": kind.name})
        return redirect("org:purposes")
    status = 422 if form.is_bound else 200
    return render(request, "org/people/new_purpose.html", {"form": form}, status=status)


@require_POST
def end(request: Request, pk: int) -> HttpResponse:
    """The page asked with the consequence; here it happens."""
    require(may_keep_kinds(request.actor))
    kind = get_object_or_404(FactKind, pk=pk)
    erased = end_kind(kind=kind, unit=_top(request), by=request.actor, at=clock.now())
    said = ngettext(
        "Đã thôi ghi “%(kind)s” và xóa %(count)s dữ liệu đang có.",
        "Đã thôi ghi “%(kind)s” và xóa %(count)s dữ liệu đang có.",
        erased,
    )
    messages.success(request, said % {"kind": kind.name, "count": erased})
    return redirect("org:purposes")


def _top(request: Request) -> Unit:
    nearest = min(request.actor.posts, key=lambda post: len(post.path))
    return Unit.objects.get(pk=nearest.unit_id)
