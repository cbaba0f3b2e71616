"""Giving a post, ending it, and letting somebody act for its holder."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from thidua.core import clock
from thidua.core.posted import carried_out, posted
from thidua.core.verdict import require
from thidua.org.actions.delegating import delegate, end_delegation
from thidua.org.actions.giving import give_post, leave_post
from thidua.org.forms.giving import DelegateForm, EndPostForm, GivePostForm
from thidua.org.http import Request
from thidua.org.models import Delegation, EndReason, Person, Post
from thidua.org.policies.giving import may_delegate, may_end_post
from thidua.org.policies.merging import may_open_posts
from thidua.org.queries.people import people_visible_to, units_seen_by
from thidua.org.queries.posts import (
    delegations_visible_to,
    elsewhere,
    kinds_on,
    people_near,
    posts_visible_to,
)
from thidua.org.rights import Right
from thidua.org.views.person import BOTH, seen_person, unit_for


@require_http_methods(BOTH)
def post_give(request: Request, pk: int) -> HttpResponse:
    """Somebody who holds a post elsewhere is a question, not an error: a second press answers."""
    person = seen_person(request, pk)
    require(may_open_posts(request.actor, person))
    day = request.actor.day
    form = GivePostForm(
        **posted(request),
        initial={"on": day, "unit": unit_for(request, person).name},
        units=units_seen_by(request.actor),
        kinds=kinds_on(day),
    )
    if request.method != "POST":
        return _give_page(request, person, form)
    if not form.is_valid():
        return _give_page(request, person, form, 422)
    others = elsewhere(person, form.cleaned_data["unit"], day)
    asked = ",".join(others)
    if others and form.cleaned_data["asked"] != asked:
        return _give_page(request, person, form, 422, others)
    if _given(request, person, form) is None:
        return _give_page(request, person, form, 409)
    messages.success(request, _("Đã ghi chức vụ."))
    return redirect(person)


@require_http_methods(BOTH)
def post_end(request: Request, pk: int) -> HttpResponse:
    post = _post(request, pk)
    require(may_end_post(request.actor, post))
    form = EndPostForm(**posted(request), initial={"on": request.actor.day})
    status = 200
    if request.method == "POST":
        if form.is_valid() and _ended(request, post, form) is not None:
            messages.success(request, _("Đã ghi thôi giữ chức vụ %(post)s.") % {"post": post.kind})
            return redirect(post.person)
        status = 422
    context = {
        "post": post,
        "form": form,
        "letters": post.delegations.filter(ends_on__gt=request.actor.day).select_related("person"),
    }
    return render(request, "org/people/end_post.html", context, status=status)


@require_http_methods(BOTH)
def post_delegate(request: Request, pk: int) -> HttpResponse:
    """A letter of delegation, by the holder of the post or by somebody above."""
    post = _post(request, pk)
    require(may_delegate(request.actor, post))
    day = request.actor.day
    form = DelegateForm(
        **posted(request), initial={"starts_on": day}, post=post, people=people_near(post, day)
    )
    status = 200
    if request.method == "POST":
        row = _delegated(request, post, form) if form.is_valid() else None
        if row is not None:
            messages.success(
                request, _("Đã ghi giấy ủy quyền cho %(name)s.") % {"name": row.person.name}
            )
            return redirect(_back(request, row))
        status = 422
    return render(request, "org/people/delegate.html", {"post": post, "form": form}, status=status)


@require_POST
def delegation_end(request: Request, pk: int) -> HttpResponse:
    row = get_object_or_404(delegations_visible_to(request.actor), pk=pk)
    back = _back(request, row)
    end_delegation(delegation=row, by=request.actor, at=clock.now())
    messages.success(request, _("Đã dừng ủy quyền. Từ bây giờ giấy không còn tác dụng."))
    return redirect(back)


def _post(request: Request, pk: int) -> Post:
    return get_object_or_404(posts_visible_to(request.actor), pk=pk)


def _back(request: Request, row: Delegation) -> str:
    """The page of the holder for those who may open it, the list of signers for the others."""
    holder = row.post.person
    if people_visible_to(request.actor).filter(pk=holder.pk).exists():
        return holder.get_absolute_url()
    return f"{reverse('org:signers')}?unit={row.post.unit_id}"


def _given(request: Request, person: Person, form: GivePostForm) -> Post | None:
    return carried_out(
        form,
        lambda: give_post(
            person=person,
            unit=form.cleaned_data["unit"],
            kind=form.cleaned_data["kind"],
            appointment=form.appointment(),
            by=request.actor,
            at=clock.now(),
        ),
    )


def _ended(request: Request, post: Post, form: EndPostForm) -> Post | None:
    return carried_out(
        form,
        lambda: leave_post(
            post=post,
            on=form.cleaned_data["on"],
            end_reason=EndReason(form.cleaned_data["end_reason"]),
            by=request.actor,
            at=clock.now(),
        ),
    )


def _delegated(request: Request, post: Post, form: DelegateForm) -> Delegation | None:
    return carried_out(
        form,
        lambda: delegate(
            post=post,
            person=form.cleaned_data["person"],
            rights=[Right(one) for one in form.cleaned_data["rights"]],
            letter=form.letter_given(),
            by=request.actor,
            at=clock.now(),
        ),
    )


def _give_page(
    request: Request,
    person: Person,
    form: GivePostForm,
    status: int = 200,
    others: Sequence[str] = (),
) -> HttpResponse:
    if form.is_bound:
        fresh = request.POST.copy()
        fresh["asked"] = ",".join(others)
        form.data = fresh
    context = {"person": person, "form": form, "others": others}
    return render(request, "org/people/give_post.html", context, status=status)
