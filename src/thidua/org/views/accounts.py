"""The list of who holds a post, and whether they can sign in."""

from dataclasses import dataclass

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.core import clock
from thidua.core.asked import asked_number
from thidua.core.htmx import page
from thidua.core.short_pages import ShortPaginator
from thidua.core.verdict import require
from thidua.org.actor import Actor
from thidua.org.http import Request
from thidua.org.models import Post, Slip, Unit
from thidua.org.policies.accounts import may_give_account, may_look_at_accounts
from thidua.org.queries import accounts as queries

ROWS = 30


@dataclass(frozen=True, slots=True)
class Row:
    """A post, the account of its holder, and what became of it."""

    post: Post
    slip: Slip | None
    over: bool
    choosable: bool

    @property
    def state(self) -> tuple[str, str]:
        user = getattr(self.post.person, "user", None)
        if user is None:
            return "none", _("Chưa có tài khoản")
        if not user.is_active:
            return "bad", _("Đã khóa")
        if self.slip is not None:
            return ("late", _("Phiếu hết hạn")) if self.over else ("wait", _("Chờ nhận"))
        if user.last_login is None:
            return "warn", _("Chưa dùng")
        return "ok", _("Đang dùng")


@require_safe
def accounts(request: Request) -> HttpResponse:
    """Everybody who holds a post in the chosen unit and below it."""
    actor = request.actor
    require(may_look_at_accounts(actor))
    unit = _chosen(request)
    state = request.GET.get("loc", "")
    words = request.GET.get("q", "")[:100]
    posts = queries.holders_visible_to(actor)
    if unit is not None:
        posts = queries.below(posts, unit, actor)
    posts = queries.in_state(queries.named(posts, words, actor), state)
    shown = ShortPaginator(posts, ROWS).get_page(request.GET.get("page"))
    context = {
        "rows": _rows(list(shown), actor),
        "page": shown,
        "unit": unit,
        "state": state if state in queries.STATES else "",
        "words": words,
        "states": _states(),
    }
    return page(request, "org/accounts/list.html", context, fragment="rows")


def _states() -> list[tuple[str, str]]:
    return [
        ("", _("Tất cả")),
        ("none", _("Chưa có tài khoản")),
        ("waiting", _("Chờ nhận")),
        ("used", _("Đang dùng")),
        ("locked", _("Đã khóa")),
    ]


def _chosen(request: Request) -> Unit | None:
    """The unit the list is narrowed to; 404 for one that is not theirs."""
    asked = request.GET.get("unit", "")
    if not asked:
        return None
    unit = queries.units_for_accounts(request.actor).filter(pk=asked_number(asked) or 0).first()
    if unit is None:
        raise Http404
    return unit


def _rows(posts: list[Post], actor: Actor) -> list[Row]:
    now = clock.now()
    users = [post.person.user.pk for post in posts if hasattr(post.person, "user")]
    slips = queries.open_slips(users)
    rows = []
    for post in posts:
        user = getattr(post.person, "user", None)
        slip = slips.get(user.pk) if user else None
        over = slip is not None and slip.expires_at <= now
        unused = user is None or (user.is_active and user.last_login is None)
        rows.append(Row(post, slip, over, unused and _theirs(actor, post)))
    return rows


def _theirs(actor: Actor, post: Post) -> bool:
    """Judged without a question for each row: a post in another unit is below one of theirs."""
    if post.unit_id not in actor.unit_ids:
        return True
    return bool(may_give_account(actor, post))
