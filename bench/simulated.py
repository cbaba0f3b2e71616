"""The same pages on a simulated province or nation: BENCH_SIZE=province make bench.

BENCH_AS names the account that looks, by default the chair of a district; the chair of a province
sees fifty times as much.

THIDUA_DATA and DATABASE_URL say where the installation lies; an empty one is filled first.
"""

import datetime as dt
import os
from collections.abc import Callable

from django.core.management import call_command
from django.db import transaction
from django.urls import reverse

from thidua.core import clock
from thidua.org.actor import Actor
from thidua.org.models import ActKind, Unit, User
from thidua.oversight.actions import reorganising, reorganising_drafts
from thidua.oversight.reorganising.new_act import NewAct

SIZE = os.environ.get("BENCH_SIZE", "")
DISTRICT = os.environ.get("BENCH_AS", "ninhbinh.h01.chutich")
MOVED_ON = dt.date(2024, 11, 20)


def fill() -> None:
    """Build the organisation and its year, unless they are there."""
    if not Unit.objects.exists():
        call_command("simulate", size=SIZE)


def unit_of(username: str) -> Unit:
    return Unit.objects.get(posts__person__user__username=username)


def more_addresses(unit: Unit) -> dict[str, str]:
    """The pages about units and people, which the sample year is too small to measure."""
    return {
        "Cây đơn vị": reverse("org:tree"),
        "Cây đơn vị, một cấp": reverse("org:tree_level", args=[unit.pk]),
        "Đơn vị": reverse("org:unit", args=[unit.pk]),
        "Tìm đơn vị": f"{reverse('org:units')}?q=truong+tieu+hoc",
        "Đoàn viên": reverse("org:people"),
        "Tìm đoàn viên": f"{reverse('org:people')}?q=nguyen+thi+thu+ha",
        "Danh bạ": reverse("org:phone_book"),
        "Cộng dồn toàn bộ đơn vị cấp dưới": reverse("org:unit_totals", args=[unit.pk]),
        "Kết nạp và giảm đoàn viên": reverse("org:people_changes"),
        "Hồ sơ có thể trùng": reverse("org:people_doubles"),
        "Phiếu mã QR cho đoàn viên": reverse("org:links"),
        "Đề nghị khen thưởng": reverse("awards:new"),
        "Nhật ký": reverse("oversight:trail"),
        "Tìm trong nhật ký": f"{reverse('oversight:trail')}?q=giao+uoc",
        "Ai đã xem dữ liệu cá nhân": reverse("oversight:sightings"),
        "Yêu cầu về dữ liệu cá nhân": reverse("oversight:data_requests"),
        "Thời hạn lưu giữ": reverse("oversight:retention"),
        "Sự cố dữ liệu": reverse("oversight:breaches"),
    }


def acts() -> dict[str, Callable[[], None]]:
    """Changes of the tree, each taken back at once."""
    unions = Unit.objects.filter(kind__code="cdcs", name__contains="Trường Tiểu học")
    first, second = unions.order_by("pk")[:2]
    other = unit_of("ninhbinh.h02.chutich")
    return {
        "Chuyển một công đoàn cơ sở": lambda: _tried(ActKind.MOVE, first, other),
        "Sáp nhập hai công đoàn cơ sở": lambda: _tried(ActKind.MERGE, first, second),
    }


def _tried(kind: ActKind, unit: Unit, target: Unit) -> None:
    by = Actor.of(User.objects.get(username="quantri"), MOVED_ON)
    head = reorganising_drafts.Head(
        title="Đo tốc độ", type_name="Quyết định", number="", dated_on=None, issuer="", on=MOVED_ON
    )
    with transaction.atomic():
        top = Unit.objects.get(pk=by.posts[0].unit_id)
        one = reorganising_drafts.draft(unit=top, head=head, by=by, at=clock.now())
        act = NewAct(kind=kind, unit=unit, target=target)
        reorganising_drafts.add_acts(reorganisation=one, acts=[act], by=by, at=clock.now())
        reorganising.carry_out(reorganisation=one, by=by, at=clock.now())
        transaction.set_rollback(True)
