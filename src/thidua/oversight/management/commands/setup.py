"""Begin a real installation: the superior union, one's own union, the keeper and the chair."""

from argparse import ArgumentParser
from typing import Any

from django.contrib.auth.hashers import make_password
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.crypto import get_random_string

from thidua.core import clock
from thidua.core.errors import DomainError
from thidua.org import actions
from thidua.org.actor import Actor
from thidua.org.models import Person, PostKind, Unit, UnitKind
from thidua.oversight.reference import load_all_reference


class Command(BaseCommand):
    help = "Thiết lập hệ thống cho công đoàn của bạn: cấp trên, đơn vị, quản trị và chủ tịch."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--superior", required=True, help="tên công đoàn cấp trên trực tiếp")
        parser.add_argument("--superior-symbol", default="LĐLĐ", help="ký hiệu của cấp trên")
        parser.add_argument("--name", required=True, help="tên đầy đủ của công đoàn")
        parser.add_argument("--kind", default="cdcs", help="loại: cdcs, cdn, cdx, ldld_huyen…")
        parser.add_argument("--symbol", default="CĐCS", help="ký hiệu cơ quan trong số văn bản")
        parser.add_argument("--place", required=True, help="địa danh ghi trên văn bản")
        parser.add_argument("--body", default="BAN CHẤP HÀNH", help="tập thể ký thay mặt")
        parser.add_argument("--chair", required=True, help="họ và tên chủ tịch")
        parser.add_argument("--username", default="chutich", help="tên đăng nhập của chủ tịch")

    def handle(self, *_args: Any, **options: Any) -> None:
        call_command("migrate", verbosity=0)
        passwords = {who: get_random_string(12) for who in ("quantri", options["username"])}
        try:
            _set_up(options, passwords)
        except DomainError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Đã thiết lập {options['name']}. Mật khẩu chỉ hiện một lần này:")
        for username, password in passwords.items():
            self.stdout.write(f"  {username:<20} {password}")


@transaction.atomic
def _set_up(options: dict[str, Any], passwords: dict[str, str]) -> None:
    load_all_reference()
    kind = UnitKind.objects.filter(code=options["kind"]).first()
    if kind is None:
        codes = ", ".join(UnitKind.objects.values_list("code", flat=True))
        raise CommandError(f"Không có loại đơn vị “{options['kind']}”. Các loại: {codes}.")
    keeper = _superior(options, passwords["quantri"])
    at = clock.now()
    unit = actions.establish_unit(
        under=Unit.objects.get(),
        kind=kind,
        naming=_naming(options["name"], options["symbol"], options["place"], options["body"]),
        on=clock.today(),
        by=keeper,
        at=at,
    )
    _chair(options, unit, passwords[options["username"]], keeper)


def _superior(options: dict[str, Any], password: str) -> Actor:
    keeper = actions.found_installation(
        kind=UnitKind.objects.get(code="ldld_tinh"),
        naming=_naming(
            options["superior"], options["superior_symbol"], options["place"], "BAN THƯỜNG VỤ"
        ),
        keeper=PostKind.objects.get(code="keeper"),
        username="quantri",
        on=clock.today(),
        at=clock.now(),
    )
    keeper.user.set_password(password)
    keeper.user.save(update_fields=["password"])
    return keeper


def _naming(name: str, symbol: str, place: str, body: str) -> actions.Naming:
    return actions.Naming(name=name, short_name=name, symbol=symbol, place=place, body=body)


def _chair(options: dict[str, Any], unit: Unit, password: str, keeper: Actor) -> None:
    person = Person.objects.create(name=options["chair"])
    actions.appoint(
        person=person,
        unit=unit,
        kind=PostKind.objects.get(code="chair"),
        on=clock.today(),
        basis="",
        by=keeper,
        at=clock.now(),
    )
    actions.give_account(
        person=person,
        username=options["username"],
        password_hash=make_password(password),
        unit=unit,
        by=keeper,
        at=clock.now(),
    )
