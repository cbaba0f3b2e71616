"""Records that may be of one person: side by side, joined, taken apart again."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.core import clock
from thidua.core.posted import carried_out, posted
from thidua.core.verdict import require
from thidua.org.actions.merging import merge_people, undo_merge
from thidua.org.forms.merging import MergeForm
from thidua.org.http import Request
from thidua.org.models import Person, PersonMerge, User
from thidua.org.policies.merging import may_merge, may_undo_merge
from thidua.org.queries.doubles import MOST, pairs_among, reasons
from thidua.org.queries.merges import holdings_of, merges_visible_to
from thidua.org.queries.people import members_in, people_visible_to, scope_of
from thidua.org.queries.roster import rows_of
from thidua.org.views.people_asked import ONLY_HERE, asked_list_unit
from thidua.org.views.person import BOTH, seen_person, unit_for

SHOWN = 100


@require_safe
def people_doubles(request: Request) -> HttpResponse:
    """Pairs with doubt among the members of a unit, and between them and all others one sees."""
    unit, own, problem = asked_list_unit(request)
    scope = scope_of(unit, request.actor.day, below=request.GET.get("only") != ONLY_HERE)
    too_many = scope.units is None
    pairs = [] if too_many else pairs_among(members_in(scope), people_visible_to(request.actor))
    context = {
        "unit": unit,
        "own": own,
        "problem": problem,
        "only": not scope.below,
        "too_many": too_many,
        "most": MOST,
        "pairs": pairs[:SHOWN],
        "merges": merges_visible_to(request.actor).order_by("-done_at")[:SHOWN],
    }
    return render(request, "org/people/doubles.html", context)


@require_http_methods(BOTH)
def people_merge(request: Request, pk: int, other: int) -> HttpResponse:
    """Before and after, column by column; the first of the two goes on."""
    kept, gone = seen_person(request, pk), seen_person(request, other)
    require(may_merge(request.actor, kept, gone))
    accounts = list(User.objects.filter(person__in=[kept, gone]).order_by("pk"))
    accounts.sort(key=lambda one: one.person_id != kept.pk)
    form = MergeForm(**posted(request), kept=kept, gone=gone, accounts=accounts)
    status = 200
    if request.method == "POST":
        merge = _merged(request, form) if form.is_valid() else None
        if merge is not None:
            messages.success(request, _("Đã gộp hai hồ sơ. Có thể hoàn tác ở trang này."))
            return redirect("org:person_merge", merge.pk)
        status = 422
    both = {row.person.pk: row for row in rows_of(_both(kept, gone), request.actor.day)}
    context = {
        "kept": both[kept.pk],
        "gone": both[gone.pk],
        "holdings": holdings_of(kept, gone),
        "why": reasons(kept, gone),
        "form": form,
    }
    return render(request, "org/people/merge.html", context, status=status)


@require_safe
def person_merge(request: Request, pk: int) -> HttpResponse:
    merge = get_object_or_404(merges_visible_to(request.actor), pk=pk)
    context = {"merge": merge, "may_undo": may_undo_merge(request.actor, merge)}
    return render(request, "org/people/merged.html", context)


@require_POST
def merge_undo(request: Request, pk: int) -> HttpResponse:
    merge = get_object_or_404(merges_visible_to(request.actor), pk=pk)
    unit = unit_for(request, merge.kept)
    undo_merge(merge=merge, unit=unit, by=request.actor, at=clock.now())
    messages.success(request, _("Đã hoàn tác: hai hồ sơ trở lại như trước khi gộp."))
    return redirect("org:person_merge", merge.pk)


def _both(kept: Person, gone: Person) -> QuerySet[Person]:
    return Person.objects.filter(pk__in=[kept.pk, gone.pk])


def _merged(request: Request, form: MergeForm) -> PersonMerge | None:
    return carried_out(
        form,
        lambda: merge_people(
            kept=form.kept,
            gone=form.gone,
            facts=form.facts(),
            account=form.account(),
            unit=unit_for(request, form.kept),
            by=request.actor,
            at=clock.now(),
        ),
    )
