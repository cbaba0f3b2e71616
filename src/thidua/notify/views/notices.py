"""What stands under the reader's bell."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from thidua.core import clock
from thidua.core.htmx import page
from thidua.notify import actions, queries
from thidua.org.http import Request

ROWS = 50
UNREAD = "chua-doc"


@require_safe
def notices(request: Request) -> HttpResponse:
    """What stands under the reader's bell, the newest first."""
    mine = queries.notices_of(request.user.pk)
    shown = mine.filter(read_at=None) if request.GET.get("xem") == UNREAD else mine
    context = {
        "notices": Paginator(shown, ROWS).get_page(request.GET.get("page")),
        "chosen": request.GET.get("xem") == UNREAD,
        "unread": queries.unread(request.user.pk),
        "total": mine.count(),
    }
    return page(request, "notify/notices.html", context, fragment="notices")


@require_POST
def open_(request: Request, pk: int) -> HttpResponse:
    """Go where a notice leads; it counts as read from then on."""
    mine = queries.notices_of(request.user.pk)
    notice = get_object_or_404(mine, pk=pk)
    actions.mark_read(notices=mine.filter(pk=pk), at=clock.now())
    return redirect(notice.url)


@require_POST
def read_all(request: Request) -> HttpResponse:
    """Everything that stands there now counts as read; nothing vanishes from the list."""
    count = actions.mark_read(notices=queries.notices_of(request.user.pk), at=clock.now())
    messages.success(
        request,
        ngettext(
            "Đã đánh dấu %(count)s thông báo là đã đọc.",
            "Đã đánh dấu %(count)s thông báo là đã đọc.",
            count,
        )
        % {"count": count},
    )
    return redirect("notify:notices")
