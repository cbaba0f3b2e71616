"""The next step with a list: take over, undo, go on, drop, back to the columns."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from thidua.core import clock
from thidua.org.http import Request
from thidua.oversight.actions import importing as actions
from thidua.oversight.models import Import, ImportState
from thidua.oversight.queries.importing import imports_visible_to


@require_POST
def apply(request: Request, pk: int) -> HttpResponse:
    """Take over what is in order."""
    return _done(request, pk, actions.apply_import, "")


@require_POST
def undo(request: Request, pk: int) -> HttpResponse:
    """Take all of it back."""
    return _done(request, pk, actions.undo_import, "")


@require_POST
def go_on(request: Request, pk: int) -> HttpResponse:
    """Begin a job again that was cut off."""
    return _done(request, pk, actions.go_on, "")


@require_POST
def give_up(request: Request, pk: int) -> HttpResponse:
    """Stop a job that was cut off."""
    return _done(request, pk, actions.give_up, _("Đã dừng. Phần nào chưa nhập thì không nhập nữa."))


@require_POST
def drop(request: Request, pk: int) -> HttpResponse:
    """Forget a list from which nothing was taken over."""
    return _done(request, pk, actions.drop_import, _("Đã bỏ tệp này; chưa có gì được nhập."))


def _done(request: Request, pk: int, act: Callable[..., Import], told: str) -> HttpResponse:
    owner = act(owner=_get(request, pk), by=request.actor, at=clock.now())
    if told:
        messages.success(request, told)
    return redirect("oversight:imports" if owner.state == ImportState.DROPPED else owner)


@require_POST
def again(request: Request, pk: int) -> HttpResponse:
    """Back to the columns."""
    owner = actions.map_again(owner=_get(request, pk), by=request.actor)
    return redirect("oversight:import_columns", owner.pk)


def _get(request: Request, pk: int) -> Import:
    return get_object_or_404(imports_visible_to(request.actor).select_related("file"), pk=pk)
