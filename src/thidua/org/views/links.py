"""One-time links as the unit sees them: made for members, printed, taken back."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from thidua.core import clock
from thidua.core.asked import asked_number
from thidua.core.errors import DomainError
from thidua.core.htmx import page
from thidua.org.actions.links import make_links, revoke_link
from thidua.org.addresses import outside
from thidua.org.http import Request, asked_unit
from thidua.org.kept_codes import MINUTES, kept_codes
from thidua.org.models import LinkBatch, Person
from thidua.org.printing import link_sheet
from thidua.org.purposes import PURPOSES, SELF_CHECK, Purpose
from thidua.org.queries import links as queries
from thidua.org.queries.people import members_in, scope_of
from thidua.org.queries.wanted_people import WantedPeople
from thidua.org.views.people_asked import page_of, units_to_keep

ROWS, MOST = 50, 500


@require_safe
def links(request: Request) -> HttpResponse:
    """The members of one unit and the link each has for a purpose."""
    units = units_to_keep(request)
    unit, purpose = asked_unit(request, units), _purpose(request)
    words = request.GET.get("q", "").strip()[:100]
    wanted = WantedPeople(scope=scope_of(unit, request.actor.day, below=True), words=words)
    shown = page_of(wanted, request, ROWS)
    people = Person.objects.in_bulk(list(shown))
    live = queries.live_links(unit, purpose.code, list(people))
    context = {
        "rows": [(people[key], live.get(key)) for key in shown],
        "page": shown,
        "wanted": wanted,
        "units": units,
        "unit": unit,
        "purpose": purpose,
        "words": words,
        "once": get_random_string(22),
        "now": clock.now(),
        "left": queries.batches_left_in(unit, request.actor, clock.now()),
    }
    return page(request, "org/links/list.html", context, fragment="rows")


@require_POST
def make(request: Request) -> HttpResponse:
    """Links for the ticked members, or for everybody in the unit."""
    unit, purpose = asked_unit(request, units_to_keep(request)), _purpose(request)
    people = members_in(scope_of(unit, request.actor.day, below=True))
    if request.POST.get("whom") != "all":
        typed = map(asked_number, request.POST.getlist("person"))
        ticked = [number for number in typed if number is not None]
        people = people.filter(pk__in=ticked)
    _require_few(people.order_by()[: MOST + 1].count())
    persons = list(people.order_by("alphabetical", "pk"))
    if not persons:
        said = _("Chưa chọn ai. Hãy đánh dấu đoàn viên cần phiếu trong danh sách.")
        messages.warning(request, said)
        return redirect(f"{reverse('org:links')}?unit={unit.pk}")
    batch = make_links(
        persons=persons,
        unit=unit,
        purpose=purpose,
        once=request.POST.get("once", "")[:60] or get_random_string(22),
        by=request.actor,
        at=clock.now(),
    )
    messages.success(
        request,
        ngettext(
            "Đã lập %(count)s phiếu mã QR. Hãy tải phiếu để in ngay.",
            "Đã lập %(count)s phiếu mã QR. Hãy tải phiếu để in ngay.",
            len(persons),
        )
        % {"count": len(persons)},
    )
    return redirect("org:link_batch", batch.pk)


def _require_few(count: int) -> None:
    if count > MOST:
        raise DomainError(
            _("Mỗi lần lập được nhiều nhất %(most)s phiếu. Hãy lập cho từng tổ.") % {"most": MOST}
        )


@require_safe
def batch(request: Request, pk: int) -> HttpResponse:
    """One batch: who has used their link, and for some minutes the sheet to print."""
    made = _batch(request, pk)
    context = {
        "batch": made,
        "purpose": PURPOSES[made.purpose],
        "rows": queries.links_in(made),
        "printable": bool(kept_codes("link", made.pk, request.user.pk)),
        "minutes": MINUTES,
        "now": clock.now(),
    }
    return render(request, "org/links/batch.html", context)


@require_safe
def paper(request: Request, pk: int) -> HttpResponse:
    """The sheet of QR codes as PDF."""
    made = _batch(request, pk)
    codes = kept_codes("link", made.pk, request.user.pk)
    if not codes:
        raise DomainError(
            _(
                "Mã trên phiếu chỉ giữ %(minutes)s phút sau khi lập và chỉ người lập tải được. "
                "Hãy lập phiếu mới."
            )
            % {"minutes": MINUTES}
        )
    title = str(PURPOSES[made.purpose].title)
    data = link_sheet(
        queries.links_in(made), codes, outside(request, reverse("org:link_code")), title
    )
    response = HttpResponse(data, content_type="application/pdf")
    response["Content-Disposition"] = 'attachment; filename="phieu-ma-qr.pdf"'
    response["Cache-Control"] = "private, no-store"
    return response


@require_POST
def revoke(request: Request, pk: int) -> HttpResponse:
    """Take one link back."""
    link = get_object_or_404(queries.links_visible_to(request.actor), pk=pk)
    revoke_link(link=link, by=request.actor, at=clock.now())
    messages.success(request, _("Đã hủy phiếu của %(name)s.") % {"name": link.person.name})
    return redirect("org:link_batch", link.batch_id)


def _batch(request: Request, pk: int) -> LinkBatch:
    return get_object_or_404(queries.link_batches_visible_to(request.actor), pk=pk)


def _purpose(request: Request) -> Purpose:
    asked = request.POST.get("purpose") or request.GET.get("purpose") or SELF_CHECK.code
    return PURPOSES.get(asked, SELF_CHECK)
