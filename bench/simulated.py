"""The same pages on a simulated province or nation: BENCH_SIZE=province make bench.

BENCH_AS names the account that looks, by default the chair of a district. The chair of the province
sees fifty times as much, the national officer everything; what they open is measured beside it.

THIDUA_DATA and DATABASE_URL say where the installation lies; an empty one is filled first.
"""

import datetime as dt
import os
from collections.abc import Callable
from http import HTTPStatus

from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.urls import reverse
from timing import times

from thidua.core import clock
from thidua.org.actor import Actor
from thidua.org.models import ActKind, Reorganisation, Unit, User
from thidua.oversight.actions import reorganising, reorganising_drafts
from thidua.oversight.reorganising.new_act import NewAct
from thidua.plans.models import Plan

SIZE = os.environ.get("BENCH_SIZE", "")
DISTRICT = os.environ.get("BENCH_AS", "ninhbinh.h01.chutich")
PROVINCE, OFFICER, NATION = "ninhbinh.chutich", "ninhbinh.canbo", "tld.canbo"
MOVED_ON = dt.date(2024, 11, 20)
EARLIER = "30/6/2024"


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
        "Số liệu tính đến một ngày": totals_on(unit),
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


def totals_on(unit: Unit) -> str:
    return f"{reverse('progress:totals', args=[unit.pk])}?ngay={EARLIER}"


def seen_by(username: str) -> dict[str, str]:
    """What somebody opens who looks over a whole province or country."""
    unit = unit_of(username)
    return {
        "Bàn làm việc": reverse("home:desk"),
        "Kế hoạch": reverse("plans:list"),
        "Sổ văn bản đến": reverse("documents:register_in"),
        "Giao ước": reverse("pledges:list"),
        "Hoạt động": reverse("activities:list"),
        "Báo cáo": reverse("reports:list"),
        "Cây đơn vị": reverse("org:tree"),
        "Đơn vị": reverse("org:unit", args=[unit.pk]),
        "Tìm đơn vị": f"{reverse('org:units')}?q=truong+tieu+hoc",
        "Danh bạ": reverse("org:phone_book"),
        "Số liệu tính đến một ngày": totals_on(unit),
    }


def watched_by(username: str) -> str:
    """Triển khai of the plan of their unit."""
    plan = Plan.objects.filter(document__unit=unit_of(username)).latest("pk")
    return reverse("progress:plan", args=[plan.pk])


def seen_by_watcher(username: str) -> dict[str, str]:
    """What somebody opens beside that who follows a plan."""
    return seen_by(username) | {"Triển khai, các đơn vị": watched_by(username)}


def seen_by_keeper(username: str) -> dict[str, str]:
    """What somebody opens beside that who keeps the people and reads the trail."""
    return seen_by_watcher(username) | {
        "Tìm đoàn viên": f"{reverse('org:people')}?q=nguyen+thi+thu+ha",
        "Kết nạp và giảm đoàn viên": reverse("org:people_changes"),
        "Nhật ký": reverse("oversight:trail"),
        "Tìm trong nhật ký": f"{reverse('oversight:trail')}?q=giao+uoc",
    }


def preview_times(client: Client, runs: int) -> dict[str, list[float]]:
    """The preview of one act, and of a decision that ends a whole district with all below it."""
    first, second = two_unions()
    district = unit_of(DISTRICT)
    return {
        "Sáp nhập hai công đoàn cơ sở": _previewed(
            client, NewAct(kind=ActKind.MERGE, unit=first, target=second), runs
        ),
        "Kết thúc một công đoàn cấp trên và mọi đơn vị bên dưới": _previewed(
            client, NewAct(kind=ActKind.END, unit=district, ends_below=True), runs
        ),
    }


def _previewed(client: Client, act: NewAct, runs: int) -> list[float]:
    with transaction.atomic():
        one = _drafted(_officer(), act)
        client.force_login(User.objects.get(username="quantri"))
        url = reverse("oversight:preview_reorganisation", args=[one.pk])

        def ask() -> None:
            if client.get(url).status_code != HTTPStatus.OK:
                raise RuntimeError(url)

        measured = times(ask, runs)
        transaction.set_rollback(True)
    return measured


def two_unions() -> list[Unit]:
    unions = Unit.objects.filter(kind__code="cdcs", name__contains="Trường Tiểu học")
    return list(unions.order_by("pk")[:2])


def acts() -> dict[str, Callable[[], None]]:
    """Changes of the tree, each taken back at once."""
    first, second = two_unions()
    other = unit_of("ninhbinh.h02.chutich")
    return {
        "Chuyển một công đoàn cơ sở": lambda: _tried(ActKind.MOVE, first, other),
        "Sáp nhập hai công đoàn cơ sở": lambda: _tried(ActKind.MERGE, first, second),
    }


def _tried(kind: ActKind, unit: Unit, target: Unit) -> None:
    by = _officer()
    with transaction.atomic():
        one = _drafted(by, NewAct(kind=kind, unit=unit, target=target))
        reorganising.carry_out(reorganisation=one, by=by, at=clock.now())
        transaction.set_rollback(True)


def _officer() -> Actor:
    return Actor.of(User.objects.get(username="quantri"), MOVED_ON)


def _drafted(by: Actor, act: NewAct) -> Reorganisation:
    head = reorganising_drafts.Head(
        title="Đo tốc độ", type_name="Quyết định", number="", dated_on=None, issuer="", on=MOVED_ON
    )
    top = Unit.objects.get(pk=by.posts[0].unit_id)
    one = reorganising_drafts.draft(unit=top, head=head, by=by, at=clock.now())
    reorganising_drafts.add_acts(reorganisation=one, acts=[act], by=by, at=clock.now())
    return one
