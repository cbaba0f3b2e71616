"""Triển khai: units by steps of one plan, and reminding those who are behind."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from thidua.cascade import policies as cascade
from thidua.core import clock
from thidua.core.errors import DomainError
from thidua.core.htmx import page
from thidua.core.verdict import require
from thidua.org.http import Request
from thidua.plans import policies as plans
from thidua.plans.actions import start_follow_up
from thidua.plans.models import FollowUp, FollowUpKind, Plan
from thidua.progress import actions, policies, queries
from thidua.progress.forms import ChoiceForm, LetterForm, ReminderForm
from thidua.progress.letters import Asked, behind_with, letter_to, proposed_due
from thidua.progress.models import Reminder, Step
from thidua.progress.queries import Matrix, Row
from thidua.progress.shown import (
    chosen_rows,
    filters_of,
    line_of,
    step_to_remind,
    totals_of,
)
from thidua.progress.sorting import Sorted, sorted_out
from thidua.progress.wording import due_of, short_deed, words_for

ROWS = 50
PLANS = 20
LONGEST_SEARCH = 100


@require_safe
def plan_list(request: Request) -> HttpResponse:
    """The plans whose carrying out the reader follows; a single one opens at once."""
    require(policies.may_follow(request.actor))
    followed = queries.plans_shown(request.actor)
    listed = Paginator(followed, PLANS).get_page(request.GET.get("page"))
    if listed.paginator.count == 1:
        return redirect("progress:plan", listed[0].pk)
    return render(request, "progress/list.html", {"page": listed, "today": request.actor.day})


@require_safe
def plan(request: Request, pk: int) -> HttpResponse:
    """Units by steps of one plan; filters and the page stand in the address."""
    followed = _get(request, pk)
    day = queries.last_day_of(followed, request.actor.day)
    matrix = queries.kept_matrix(followed, day, clock.now())
    code = request.GET.get("loc", "")
    words = request.GET.get("q", "")[:LONGEST_SEARCH].replace("\0", "")
    shown = chosen_rows(matrix.rows, code, words)
    listed = Paginator(shown, ROWS).get_page(request.GET.get("page"))
    step = step_to_remind(shown, code)
    context = {
        "plan": followed,
        "matrix": matrix,
        "totals": totals_of(matrix),
        "filters": filters_of(matrix.rows),
        "silent": [row for row in matrix.rows if row.silent],
        "lines": [line_of(row, matrix) for row in listed],
        "page": listed,
        "code": code,
        "q": words,
        "chosen_all": request.GET.get("chon") == "ca",
        "step": step,
        "steps": [(one, short_deed(one)) for one in Step],
        "may_write": bool(policies.may_remind(request.actor, followed))
        and plans.may_bear(request.actor, followed),
        "may_set_days": cascade.may_set_timetable(request.actor, followed),
        "members": sum(row.share.headcount for row in matrix.rows),
    }
    return page(request, "progress/plan.html", context, fragment="rows")


@require_http_methods(["GET", "HEAD", "POST"])
def remind(request: Request, pk: int) -> HttpResponse:
    """Who gets what, before anything is sent; then send."""
    followed = _get(request, pk)
    require(policies.may_remind(request.actor, followed))
    matrix = queries.matrix_of(followed, request.actor.day)
    units = [(row.unit.pk, str(row.unit)) for row in matrix.rows]
    if request.method == "POST":
        return _send(request, matrix, ReminderForm(request.POST, units=units))
    choice = ChoiceForm(request.GET, units=units)
    if not choice.is_valid():
        return _nobody(request, followed, choice)
    step, ids = Step(choice.cleaned_data["buoc"]), choice.cleaned_data["don_vi"]
    initial = {
        "buoc": step,
        "don_vi": ids,
        "words": words_for(matrix, step, due_of(matrix, step)),
        "once": get_random_string(20),
    }
    form = ReminderForm(units=units, initial=initial)
    context = _composed(matrix, step, sorted_out(matrix, ids, step), form)
    return page(request, "progress/remind.html", context, fragment="foot")


@require_http_methods(["GET", "HEAD", "POST"])
def letter(request: Request, pk: int) -> HttpResponse:
    """A *công văn đôn đốc* to the chosen units: begun here, signed and numbered as a paper."""
    followed = _get(request, pk)
    require(policies.may_remind(request.actor, followed))
    require(plans.may_bear(request.actor, followed))
    matrix = queries.matrix_of(followed, request.actor.day)
    units = [(row.unit.pk, str(row.unit)) for row in matrix.rows]
    sent = request.POST if request.method == "POST" else None
    choice = ChoiceForm(sent or request.GET, units=units)
    if not choice.is_valid():
        return _nobody(request, followed, choice)
    step, ids = Step(choice.cleaned_data["buoc"]), choice.cleaned_data["don_vi"]
    rows = behind_with(matrix, step, ids)
    if not rows:
        messages.warning(request, _("Các đơn vị đã chọn đều làm xong bước này."))
        return redirect("progress:plan", followed.pk)
    initial = {"new_due": proposed_due(request.actor.day), "once": get_random_string(20)}
    form = LetterForm(sent, units=units, initial=initial)
    context = {"plan": followed, "form": form, "rows": rows, "step": step, "deed": short_deed(step)}
    if sent is None or not form.is_valid():
        status = 200 if sent is None else 422
        return render(request, "progress/letter.html", context, status=status)
    return redirect(_begun(request, matrix, step, rows, form))


def _begun(
    request: Request, matrix: Matrix, step: Step, rows: list[Row], form: LetterForm
) -> FollowUp:
    typed = form.cleaned_data
    asked = Asked(new_due=typed["new_due"], where=typed["where"], contact=typed["contact"])
    return start_follow_up(
        plan=matrix.plan,
        kind=FollowUpKind.REMINDER,
        document=letter_to(matrix, step, rows, asked),
        unit_ids=[row.unit.pk for row in rows],
        once=typed["once"],
        by=request.actor,
        at=clock.now(),
    )


@require_safe
def reminders(request: Request, pk: int) -> HttpResponse:
    """Every reminder about a plan: to whom, by whom, by which way."""
    followed = _get(request, pk)
    sent = Paginator(queries.reminders_of(followed), ROWS).get_page(request.GET.get("page"))
    rows = [(reminder, short_deed(Step(reminder.step))) for reminder in sent]
    context = {"plan": followed, "page": sent, "rows": rows}
    return render(request, "progress/reminders.html", context)


def _get(request: Request, pk: int) -> Plan:
    return get_object_or_404(queries.plans_shown(request.actor), pk=pk)


def _nobody(request: Request, followed: Plan, choice: ChoiceForm) -> HttpResponse:
    """Without a choice there is nothing to compose; the list comes back with the reason."""
    problem = " ".join(str(error) for errors in choice.errors.values() for error in errors)
    if request.headers.get("HX-Request"):
        return render(request, "progress/remind.html#foot", {"problem": problem})
    messages.warning(request, problem)
    return redirect("progress:plan", followed.pk)


def _send(request: Request, matrix: Matrix, form: ReminderForm) -> HttpResponse:
    """What cannot be sent, or has to be asked first, comes back with everything typed."""
    if not form.is_valid():
        return _back(request, matrix, form, 422)
    data = form.cleaned_data
    step, ids = Step(data["buoc"]), data["don_vi"]
    chosen = sorted_out(matrix, ids, step)
    try:
        sent = actions.remind_units(
            plan=matrix.plan,
            step=step,
            unit_ids=ids,
            words=data["words"],
            again=data["again"],
            once=data["once"],
            by=request.actor,
            at=clock.now(),
        )
    except actions.RemindedToday as question:
        form.add_error("again", str(question))
        return _back(request, matrix, form, 422)
    except DomainError as refusal:
        form.add_error(None, str(refusal))
        return _back(request, matrix, form, 409)
    messages.success(request, _told(sent, chosen))
    return redirect("progress:reminders", matrix.plan.pk)


def _back(request: Request, matrix: Matrix, form: ReminderForm, status: int) -> HttpResponse:
    """The page once more; a choice that means nothing is shown as an empty one."""
    data = form.cleaned_data
    step = Step(data["buoc"]) if data.get("buoc") else Step.RECEIVED
    ids = data.get("don_vi", [])
    context = _composed(matrix, step, sorted_out(matrix, ids, step), form)
    if not ids:
        context["problem"] = _("Chưa chọn đơn vị nào.")
    return render(request, "progress/remind.html", context, status=status)


def _composed(matrix: Matrix, step: Step, chosen: Sorted, form: ReminderForm) -> dict[str, Any]:
    return {
        "plan": matrix.plan,
        "step": step,
        "deed": short_deed(step),
        "chosen": chosen,
        "count": len(chosen.targets),
        "form": form,
    }


def _told(sent: list[Reminder], chosen: Sorted) -> str:
    """*Đã gửi lời nhắc cho 5 đơn vị lúc 14:20: 7 thông báo, 6 thư điện tử.*"""
    words = ngettext(
        "Đã gửi lời nhắc cho %(count)s đơn vị lúc %(time)s: %(notices)s thông báo, %(mails)s thư.",
        "Đã gửi lời nhắc cho %(count)s đơn vị lúc %(time)s: %(notices)s thông báo, %(mails)s thư.",
        len(sent),
    ) % {
        "count": len(sent),
        "time": f"{clock.now():%H:%M}",
        "notices": sum(reminder.notices for reminder in sent),
        "mails": sum(reminder.mails for reminder in sent),
    }
    if chosen.unreachable:
        names = ", ".join(str(row.unit) for row in chosen.unreachable)
        words += " " + _("Chưa gửi được cho %(names)s: chưa có người nhận.") % {"names": names}
    return words
