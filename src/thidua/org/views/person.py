"""One person: who they are, where they belong, what they hold, whom they act for."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from thidua.core import clock
from thidua.core.posted import carried_out, posted
from thidua.core.verdict import require
from thidua.org import birth
from thidua.org.actions.people import edit_person
from thidua.org.forms.people import FactsEditForm, known_facts
from thidua.org.http import Request
from thidua.org.models import Membership, Person, PersonMerge, Unit, User
from thidua.org.policies.giving import may_delegate, may_end_delegation, may_end_post
from thidua.org.policies.guarded import may_enter_guarded, may_read_guarded
from thidua.org.policies.handovers import may_record_handover
from thidua.org.policies.merging import may_keep_person, may_open_posts, may_undo_merge
from thidua.org.queries.desks import desk_unit_for
from thidua.org.queries.life import life_of
from thidua.org.queries.people import (
    people_now_under,
    people_visible_to,
    units_kept_by,
    units_seen_by,
)
from thidua.org.queries.posts import delegations_about

BOTH = ["GET", "HEAD", "POST"]


@require_safe
def person(request: Request, pk: int) -> HttpResponse:
    """A record that was a second one leads to the one that goes on."""
    one = seen_person(request, pk)
    if one.merged_into_id and request.GET.get("old") != "1":
        return redirect(f"{Person(pk=one.merged_into_id).get_absolute_url()}?from={one.pk}")
    actor, day = request.actor, request.actor.day
    posts = one.posts.select_related("unit", "kind", "term").order_by("-starts_on", "kind__rank")
    merges = PersonMerge.objects.filter(kept=one, undone_at=None).select_related("gone", "kept")
    context = {
        "person": one,
        "near": people_now_under(actor).filter(pk=one.pk).exists(),
        "memberships": one.memberships.select_related("unit").order_by("-starts_on", "-pk"),
        "posts": [
            {
                "row": post,
                "open": post.ends_on is None or post.ends_on > day,
                "may_end": may_end_post(actor, post),
                "may_delegate": may_delegate(actor, post),
                "may_hand_over": bool(
                    post.ends_on and post.ends_on <= day and may_record_handover(actor, post)
                ),
            }
            for post in posts
        ],
        "letters": [
            {"row": row, "may_end": may_end_delegation(actor, row)}
            for row in delegations_about(one, day)
        ],
        "life": life_of(one),
        "login": User.objects.filter(person=one).first(),
        "merges": [(merge, may_undo_merge(actor, merge)) for merge in merges],
        "may_keep": may_keep_person(actor, one),
        "may_give": may_open_posts(actor, one),
        "at_desk": desk_unit_for(one, actor) is not None,
        "guarded": may_read_guarded(actor, one) or may_enter_guarded(actor, one),
    }
    return render(request, "org/people/person.html", context)


@require_http_methods(BOTH)
def person_edit(request: Request, pk: int) -> HttpResponse:
    one = seen_person(request, pk)
    require(may_keep_person(request.actor, one))
    form = FactsEditForm(**posted(request), initial=known_facts(one))
    status = 200
    if request.method == "POST":
        done = _edited(request, one, form) if form.is_valid() else None
        if done is not None:
            messages.success(request, _("Đã ghi thông tin của %(name)s.") % {"name": done.name})
            if one.birth_year and not birth.agree(one.birth, done.birth):
                messages.warning(request, _other_year(one, done))
            return redirect(done)
        status = 422
    return render(request, "org/people/edit.html", {"person": one, "form": form}, status=status)


def seen_person(request: Request, pk: int) -> Person:
    """Somebody they may see, or the second record of such a person."""
    visible = people_visible_to(request.actor)
    found = visible.filter(pk=pk).first()
    return found or get_object_or_404(Person, pk=pk, merged_into__in=visible.values("pk"))


def unit_for(request: Request, one: Person) -> Unit:
    """Where a deed about the person is written down: their unit, if the reader sees it."""
    seen = units_seen_by(request.actor)
    rows = Membership.objects.filter(person=one, unit__in=seen).order_by("ends_on", "-starts_on")
    row = rows.select_related("unit").first()
    if row:
        return row.unit
    return seen.filter(posts__person=one).first() or units_kept_by(request.actor)[0]


def _other_year(before: Person, after: Person) -> str:
    told = {"before": before.birth_in_words, "after": after.birth_in_words}
    return _("Trước đây ghi %(before)s, nay ghi %(after)s. Nếu nhầm, hãy sửa lại.") % told


def _edited(request: Request, one: Person, form: FactsEditForm) -> Person | None:
    return carried_out(
        form,
        lambda: edit_person(
            person=one,
            facts=form.facts(),
            unit=unit_for(request, one),
            by=request.actor,
            at=clock.now(),
        ),
    )
