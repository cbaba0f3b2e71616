"""Web hooks of the units one keeps."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from thidua.core import clock
from thidua.core.posted import carried_out
from thidua.core.verdict import require
from thidua.notify.actions.channels import add_hook, edit_hook
from thidua.notify.forms.channels import HookEditForm, HookForm
from thidua.notify.models import WebHook
from thidua.notify.policies.channels import may_keep_channels
from thidua.notify.queries.channels import hooks_visible_to
from thidua.org.http import Request, asked_unit
from thidua.org.models import Unit
from thidua.org.rights import Right


@require_safe
def hooks(request: Request) -> HttpResponse:
    rows = hooks_visible_to(request.actor)
    may_add = bool(request.actor.holding(Right.UNIT_MANAGE))
    return render(request, "notify/hooks.html", {"hooks": rows, "may_add": may_add})


@require_http_methods(["GET", "HEAD", "POST"])
def new_hook(request: Request) -> HttpResponse:
    """A channel of a unit one keeps; it serves everything below that unit."""
    units = list(Unit.objects.filter(pk__in=request.actor.holding(Right.UNIT_MANAGE)))
    if not units:
        return redirect("notify:hooks")
    unit = asked_unit(request, units)
    require(may_keep_channels(request.actor, unit))
    form = HookForm(request.POST or None)
    if form.is_valid():
        hook = add_hook(unit=unit, hooked=form.hooked(), by=request.actor, at=clock.now())
        messages.success(request, _("Đã thêm kênh %(name)s.") % {"name": hook.name})
        return redirect("notify:hook", hook.pk)
    return _page(request, form, None)


@require_http_methods(["GET", "HEAD", "POST"])
def hook(request: Request, pk: int) -> HttpResponse:
    """What is written of it; its key shows here for the people of the service."""
    found = get_object_or_404(hooks_visible_to(request.actor), pk=pk)
    names = ("name", "url", "template", "reached_by", "is_active")
    form = HookEditForm(
        request.POST or None, initial={name: getattr(found, name) for name in names}
    )
    if form.is_valid():
        saved = carried_out(
            form,
            lambda: edit_hook(hook=found, hooked=form.hooked(), by=request.actor, at=clock.now()),
        )
        if saved is not None:
            messages.success(request, _("Đã lưu kênh %(name)s.") % {"name": found.name})
            return redirect("notify:hook", pk)
    return _page(request, form, found)


def _page(request: Request, form: HookForm, found: WebHook | None) -> HttpResponse:
    status = 422 if form.is_bound else 200
    return render(request, "notify/hook.html", {"form": form, "hook": found}, status=status)
