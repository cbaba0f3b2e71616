"""Giving accounts to many at once, and the sheet of slips."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from thidua.core import clock
from thidua.core.asked import asked_number
from thidua.core.errors import DomainError
from thidua.core.posted import carried_out
from thidua.core.verdict import require
from thidua.org.actions.slips import DAYS, Wanted, hand_out
from thidua.org.addresses import outside
from thidua.org.forms.accounts import GiveForm, field_of
from thidua.org.http import Request
from thidua.org.kept_codes import MINUTES, kept_codes
from thidua.org.models import Post, SlipBatch
from thidua.org.policies.accounts import may_give_account, may_look_at_accounts
from thidua.org.printing import slip_sheet
from thidua.org.queries import accounts as queries
from thidua.org.queries.taken import proposals

MOST = 200


@require_http_methods(["GET", "HEAD", "POST"])
def give(request: Request) -> HttpResponse:
    """The chosen holders of posts with a proposed user name each; then accounts and slips."""
    require(may_look_at_accounts(request.actor))
    posts = _chosen(request)
    if not posts:
        said = _("Chưa chọn ai. Hãy đánh dấu người cần cấp tài khoản trong danh sách.")
        messages.warning(request, said)
        return redirect("org:accounts")
    for post in posts:
        require(may_give_account(request.actor, post))
    if request.method != "POST":
        names = proposals(posts)
        first = {field_of(post): names[post.pk] for post in posts}
        form = GiveForm(initial=first | {"once": get_random_string(22)}, posts=posts)
        return _page(request, form)
    known = {field_of(post): name for post, name in _known(posts)}
    form = GiveForm(request.POST, initial=known, posts=posts)
    if not form.is_valid():
        return _page(request, form, 422)
    names = form.names()
    batch = carried_out(
        form,
        lambda: hand_out(
            wanted=[Wanted(post=post, username=names[post.pk]) for post in posts],
            once=form.cleaned_data["once"],
            by=request.actor,
            at=clock.now(),
        ),
    )
    if batch is None:
        return _page(request, form, 409)
    messages.success(request, _said(len(posts)))
    return redirect("org:slips", batch.pk)


def _said(count: int) -> str:
    return ngettext(
        "Đã lập %(count)s phiếu tài khoản. Hãy tải phiếu để in ngay.",
        "Đã lập %(count)s phiếu tài khoản. Hãy tải phiếu để in ngay.",
        count,
    ) % {"count": count}


def _known(posts: list[Post]) -> list[tuple[Post, str]]:
    return [(post, post.person.user.username) for post in posts if hasattr(post.person, "user")]


def _chosen(request: Request) -> list[Post]:
    """The ticked posts they may give accounts for, each person once."""
    if request.method != "POST" and request.GET.get("whom") == "all":
        return _without_account(request)
    typed = request.POST.getlist("post") or request.GET.getlist("post")
    keys = {number for number in map(asked_number, typed) if number is not None}
    if len(keys) > MOST:
        raise DomainError(
            _("Mỗi lần cấp được nhiều nhất %(most)s tài khoản. Hãy chọn ít hơn.") % {"most": MOST}
        )
    posts = list(queries.holders_visible_to(request.actor).filter(pk__in=keys))
    return _each_person_once(posts)


def _without_account(request: Request) -> list[Post]:
    """Everybody of the shown list who has no account and may get one from here, up to a limit."""
    posts = queries.in_state(queries.holders_visible_to(request.actor), "none")
    unit = queries.units_for_accounts(request.actor).filter(
        pk=asked_number(request.GET.get("unit", "")) or 0
    )
    for one in unit:
        posts = queries.below(posts, one, request.actor)
    found = queries.named(posts, request.GET.get("q", "")[:100], request.actor)[:MOST]
    return _each_person_once([one for one in found if may_give_account(request.actor, one)])


def _each_person_once(posts: list[Post]) -> list[Post]:
    """By the first of their posts, which is the highest."""
    return list({post.person_id: post for post in reversed(posts)}.values())[::-1]


def _page(request: Request, form: GiveForm, status: int = 200) -> HttpResponse:
    context = {"form": form, "rows": [(post, form[field_of(post)]) for post in form.posts]}
    return render(request, "org/accounts/give.html", context | {"days": DAYS}, status=status)


@require_safe
def slips(request: Request, pk: int) -> HttpResponse:
    """One batch: who has used their slip, and for some minutes the sheet to print."""
    batch = _get(request, pk)
    slips = queries.slips_in(batch, request.actor)
    rows = [(slip, queries.slip_look(slip, clock.now())) for slip in slips]
    context = {
        "batch": batch,
        "rows": rows,
        "printable": bool(kept_codes("slip", batch.pk, request.user.pk)),
        "minutes": MINUTES,
    }
    return render(request, "org/accounts/slips.html", context)


@require_safe
def slips_paper(request: Request, pk: int) -> HttpResponse:
    """The sheet of slips as PDF, while their codes are still known to somebody."""
    batch = _get(request, pk)
    codes = kept_codes("slip", batch.pk, request.user.pk)
    if not codes:
        raise DomainError(
            _(
                "Mã trên phiếu chỉ giữ %(minutes)s phút sau khi lập và chỉ người lập tải được. "
                "Hãy chọn lại những người chưa nhận trong danh sách để lập phiếu mới."
            )
            % {"minutes": MINUTES}
        )
    address = outside(request, reverse("org:slip"))
    data = slip_sheet(queries.slips_in(batch, request.actor), codes, address, request.actor.day)
    response = HttpResponse(data, content_type="application/pdf")
    response["Content-Disposition"] = 'attachment; filename="phieu-tai-khoan.pdf"'
    response["Cache-Control"] = "private, no-store"
    return response


def _get(request: Request, pk: int) -> SlipBatch:
    return get_object_or_404(queries.batches_visible_to(request.actor), pk=pk)
