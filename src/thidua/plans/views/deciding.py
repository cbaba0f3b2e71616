"""Đọc văn bản: fixes, decisions and restored words, each with one press."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from thidua.core import clock
from thidua.org.http import Request
from thidua.plans import actions, screen
from thidua.plans.field_rows import field_rows, row_at
from thidua.plans.forms import FixForm, WordForm, WordsForm
from thidua.plans.understanding import understood
from thidua.plans.views.reading_page import back_to, get_reading, refused


@require_POST
def fix(request: Request, pk: int) -> HttpResponse:
    """Take the proposed words, or typed ones, into the system's text."""
    row = get_reading(request, pk)
    if key := request.POST.get("retype"):
        query = screen.query_of(request.GET.dict())
        return redirect(f"{row.get_absolute_url()}{query + '&' if query else '?'}go={key}")
    form = FixForm(_finding(request))
    if not form.is_valid():
        return refused(request, row, _("Chưa nói rõ sửa chỗ nào; hãy bấm nút sửa ở chỗ cần sửa."))
    actions.take_fix(
        reading=row,
        key=form.cleaned_data["finding"],
        typed=form.cleaned_data["typed"] if "typed" in request.POST else None,
        alike="alike" in request.POST,
        by=request.actor,
        at=clock.now(),
    )
    return back_to(request, row)


@require_POST
def keep(request: Request, pk: int) -> HttpResponse:
    """Leave a place as it is printed."""
    row, key = get_reading(request, pk), _finding(request)["finding"]
    alike = "alike" in request.POST
    actions.keep_finding(reading=row, key=key, alike=alike, by=request.actor, at=clock.now())
    return back_to(request, row)


@require_POST
def undo(request: Request, pk: int) -> HttpResponse:
    """Take a fix or a decision back."""
    row, key = get_reading(request, pk), _finding(request)["finding"]
    alike = "alike" in request.POST
    actions.undo(reading=row, key=key, alike=alike, by=request.actor, at=clock.now())
    return back_to(request, row)


def _finding(request: Request) -> dict[str, str]:
    """What was pressed: one finding, or with it all that are alike."""
    key = request.POST.get("finding") or request.POST.get("alike", "")
    return request.POST.dict() | {"finding": key}


@require_POST
def word(request: Request, pk: int) -> HttpResponse:
    """Decide about restored words: one, all of one pair, or all from a degree of sureness on."""
    row, by, at = get_reading(request, pk), request.actor, clock.now()
    if "above" in request.POST:
        many = WordsForm(request.POST)
        if not many.is_valid():
            return refused(request, row, _("Chưa chọn mức chắc chắn nào."))
        actions.take_words(reading=row, above=float(many.cleaned_data["above"]), by=by, at=at)
        return back_to(request, row)
    form = WordForm(request.POST)
    if not form.is_valid():
        return refused(request, row, _("Chưa rõ chữ nào; hãy bấm nút ở chữ cần xem."))
    key, alike = form.cleaned_data["key"], "alike" in request.POST
    if "undo" in request.POST:
        actions.undo_word(reading=row, key=key, alike=alike, by=by, at=at)
    else:
        chosen = form.cleaned_data["word"]
        actions.choose_word(reading=row, key=key, word=chosen, alike=alike, by=by, at=at)
    return back_to(request, row)


@require_POST
def confirm(request: Request, pk: int) -> HttpResponse:
    """The value of a field is right as it was read."""
    row, path = get_reading(request, pk), request.POST.get("field", "")
    field = row_at(field_rows(understood(row), row), path)
    if field is None:
        return refused(request, row, _("Không còn thông tin này sau khi đọc lại văn bản."))
    actions.confirm_field(reading=row, path=path, by=request.actor, at=clock.now())
    return back_to(request, row)
