"""Somebody with a post, and an account when a name to sign in with is given."""

from argparse import ArgumentParser
from typing import Any

from django.contrib.auth.hashers import make_password
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.crypto import get_random_string

from thidua.core import clock
from thidua.org import actions
from thidua.org.models import Person, PostKind, User
from thidua.oversight.keeper import keeper_actor, unit_named


class Command(BaseCommand):
    help = "Thêm một người giữ chức vụ trong một đơn vị, có tài khoản nếu cần."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--unit", required=True, help="tên đơn vị")
        parser.add_argument("--name", required=True, help="họ và tên")
        parser.add_argument("--post", required=True, help="chức vụ: vice_chair, clerk, officer…")
        parser.add_argument("--email", default="", help="địa chỉ thư (không bắt buộc)")
        parser.add_argument("--username", default="", help="tên đăng nhập (không bắt buộc)")

    @transaction.atomic
    def handle(self, *_args: Any, **options: Any) -> None:
        unit, keeper, at = unit_named(options["unit"]), keeper_actor(), clock.now()
        kind = PostKind.objects.filter(code=options["post"]).first()
        if kind is None:
            known = ", ".join(f"{one.code} ({one.name})" for one in PostKind.objects.all())
            raise CommandError(f"Không có chức vụ “{options['post']}”. Các chức vụ: {known}.")
        if User.objects.filter(username=options["username"]).exists():
            raise CommandError(f"Tên đăng nhập “{options['username']}” đã có người dùng.")
        person = Person.objects.create(name=options["name"], email=options["email"])
        actions.appoint(
            person=person, unit=unit, kind=kind, on=clock.today(), basis="", by=keeper, at=at
        )
        self.stdout.write(f"Đã thêm {person}, {kind}, {unit}.")
        if options["username"]:
            password = get_random_string(12)
            actions.give_account(
                person=person,
                username=options["username"],
                password_hash=make_password(password),
                unit=unit,
                by=keeper,
                at=at,
            )
            self.stdout.write(f"Mật khẩu chỉ hiện một lần này: {password}")
