"""The catalogues of the organisation: kinds of units, bodies, kinds of posts."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.db.models import Count, Model
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from thidua.core import clock
from thidua.core.posted import carried_out, posted
from thidua.core.verdict import require
from thidua.org.actions.catalogues import add_kind, change_kind
from thidua.org.forms.catalogues import BodyForm, KindForm, PostKindForm, UnitKindForm
from thidua.org.http import Request
from thidua.org.models import Body, PostKind, UnitKind
from thidua.org.policies.units import may_keep_catalogues, may_read_catalogues

BOTH = ["GET", "HEAD", "POST"]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """One of the three: what it is called, its rows, its form, and by what a row is in use."""

    title: Promise | str
    model: type[UnitKind] | type[Body] | type[PostKind]
    form: type[KindForm]
    used_by: str


CATALOGUES = {
    "units": Catalogue(gettext_lazy("Loại đơn vị"), UnitKind, UnitKindForm, "units"),
    "bodies": Catalogue(gettext_lazy("Tập thể lãnh đạo"), Body, BodyForm, "terms"),
    "posts": Catalogue(gettext_lazy("Chức vụ và quyền"), PostKind, PostKindForm, "posts"),
}


@require_safe
def catalogue(request: Request) -> HttpResponse:
    """Every row of the catalogue `of`, the ended ones too."""
    require(may_read_catalogues(request.actor))
    name = request.GET.get("of", "units")
    chosen = _chosen(name)
    rows = chosen.model.objects.annotate(used=Count(chosen.used_by)).order_by("rank", "name")
    context = {
        "name": name,
        "title": chosen.title,
        "rows": rows,
        "today": request.actor.day,
        "catalogues": [(key, one.title) for key, one in CATALOGUES.items()],
        "may_change": may_keep_catalogues(request.actor),
    }
    return render(request, "org/units/catalogue.html", context)


@require_http_methods(BOTH)
def new_kind(request: Request, name: str) -> HttpResponse:
    require(may_keep_catalogues(request.actor))
    chosen = _chosen(name)
    form = chosen.form(**_plain(posted(request)))
    if form.is_valid():
        kind = form.save(commit=False)
        if carried_out(form, lambda: add_kind(kind=kind, by=request.actor, at=clock.now())):
            messages.success(request, _("Đã thêm “%(name)s”.") % {"name": kind})
            return redirect(f"{reverse('org:catalogue')}?of={name}")
    return _form_page(request, name, form, None)


@require_http_methods(BOTH)
def edit_kind(request: Request, name: str, pk: int) -> HttpResponse:
    """Change a row. What it said of days past is history: papers keep the words of their day."""
    require(may_keep_catalogues(request.actor))
    chosen = _chosen(name)
    kind: Any = get_object_or_404(chosen.model, pk=pk)
    form = chosen.form(**_plain(posted(request)), instance=kind)
    if form.is_valid():
        typed = form.cleaned_data
        done = carried_out(
            form,
            lambda: change_kind(kind=kind, values=typed, by=request.actor, at=clock.now()),
        )
        if done:
            messages.success(request, _("Đã sửa “%(name)s”.") % {"name": done})
            return redirect(f"{reverse('org:catalogue')}?of={name}")
    return _form_page(request, name, form, get_object_or_404(chosen.model, pk=pk))


def _chosen(name: str) -> Catalogue:
    if name not in CATALOGUES:
        raise Http404
    return CATALOGUES[name]


def _plain(bound: dict[str, Any]) -> dict[str, Any]:
    """No files in these forms."""
    return {"data": bound["data"]} if bound else {}


def _form_page(request: Request, name: str, form: KindForm, kind: Model | None) -> HttpResponse:
    context = {"name": name, "title": CATALOGUES[name].title, "form": form, "kind": kind}
    status = 422 if form.is_bound else 200
    return render(request, "org/units/kind.html", context, status=status)
